"""A copy of the project: to be built at another path, or with a guard taken away."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.fault import ROOT

PARTS = ("ceremony_archive", "themes", "tasks.py", "pelicanconf.py", "pyproject.toml")
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules", "site", "browser", ".*")


@dataclass(frozen=True)
class ProjectCopy:
    """A copy of the project's own."""

    folder: Path

    @classmethod
    def at(cls, folder: Path, *, further: Iterable[str] = ()) -> "ProjectCopy":
        """Return a copy of what builds the site, and of further parts."""
        folder.mkdir(parents=True)
        for part in (*PARTS, *further):
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, ignore=_LEFT_OUT)
            else:
                shutil.copy(ROOT / part, folder / part)
        return cls(folder)

    @contextmanager
    def without(self, path: str, text: str, other: str) -> Iterator[None]:
        """Have the other text in the place of the one that stands in the file, once, as long as the block runs."""
        file = self.folder / path
        original = file.read_text(encoding="utf-8")
        count = original.count(text)
        assert count == 1, (
            f"{path} has {count} times, and not once: {text!r}; the guard has changed, so change the test"
        )
        try:
            self._write(file, original.replace(text, other))
            yield
        finally:
            self._write(file, original)

    def _write(self, file: Path, text: str) -> None:
        """Write a module; two versions of one second and one size would be the same to Python, so it forgets it."""
        file.write_text(text, encoding="utf-8")
        for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*"):
            compiled.unlink()

    def put_number(self, path: str, name: str, number: int) -> None:
        """Give a constant of a module another value."""
        file = self.folder / path
        text, count = re.subn(rf"(?m)^{name} = \S+", f"{name} = {number}", file.read_text(encoding="utf-8"))
        assert count == 1, f"{path} has no constant {name}"
        self._write(file, text)

    def run(self, *arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy and return what came of it. `options` are those of subprocess.run."""
        environment = {**os.environ, **options.pop("env", {})}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a copy is run many times
        prefix = options.pop("prefix", ())
        return subprocess.run(
            [*prefix, sys.executable, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            **options,
        )
