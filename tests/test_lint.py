"""The code keeps its form and its types: ruff and mypy --strict, as `invoke lint` runs them."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("ceremony_archive", "tests", "benchmarks", "tasks.py", "pelicanconf.py")


@pytest.mark.parametrize("tool", [("ruff", "format", "--check"), ("ruff", "check"), ("mypy",)], ids=" ".join)
def test_the_code_is_clean(tool: tuple[str, ...]) -> None:
    result = subprocess.run([sys.executable, "-m", *tool, *CODE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
