"""The archive as a Pelican plugin: Pelican drives, the pipeline works. No other module knows Pelican."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from ceremony_archive import pipeline, report
from ceremony_archive.messages import wording
from ceremony_archive.output import state
from ceremony_archive.problems import ArchiveError

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads and checks the content, then writes the site; stops with the report when the content has an error."""

    def generate_context(self) -> None:
        """Read and check; an error in the content ends the process with exit code 1."""
        self.archive = None
        self.output = Path(self.output_path)
        self.state = state.state_path(CACHE, self.output)
        self.key = state.input_key(
            (Path(self.path), Path(self.theme), ROOT / "ceremony_archive"), _settings(self.settings)
        )
        self.is_current = state.is_current(self.output, self.state, self.key)
        if self.is_current:
            return
        gc.disable()  # a build makes many objects and no garbage; looking for some takes a fifth of its time
        language = self.settings["ARCHIVE_MESSAGES"]
        with _progress() as bar:
            checked = pipeline.check(Path(self.path), name=_shown(self.path), cache=CACHE, progress=bar)
        if checked.report.problems:
            print(report.show(checked.report, language), file=sys.stderr, end="")
        if checked.archive is None and not _is_reloading():
            raise SystemExit(1)
        self.archive, self.has_warnings = checked.archive, bool(checked.report.problems)

    def generate_output(self, writer: object) -> None:
        """Write the site, unless it is the one that is there already."""
        words = wording(self.settings["ARCHIVE_MESSAGES"])["build"]
        if self.is_current:
            print(words["unchanged"].format(output=_shown(self.output_path)))
            return
        if self.archive is None:
            return
        site_url = self.settings.get("SITEURL") or None
        try:
            with _progress() as bar:
                count = pipeline.build(
                    self.archive,
                    Path(self.theme),
                    self.output,
                    site_url=site_url,
                    cache=CACHE,
                    may_fork=not _is_reloading(),
                    progress=bar,
                )
        except ArchiveError as error:
            print(words["stopped"].format(reason=error), file=sys.stderr)
            raise SystemExit(error.exitcode) from error
        if not self.has_warnings:
            state.remember(self.output, self.state, self.key)
        summary = {"ceremonies": len(self.archive.ceremonies), "files": count, "output": _shown(self.output_path)}
        print(words["done"].format(**summary))


@contextmanager
def _progress() -> Iterator[pipeline.Progress]:
    """Give a function that shows progress on a terminal and nothing at all in a pipe."""
    if not console.is_terminal:
        yield pipeline.silent
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(step, total=total)
            bar.update(tasks[step], completed=done)

        yield show


def _settings(settings: dict[str, Any]) -> tuple[str, ...]:
    return (f"SITEURL={settings.get('SITEURL')}", f"SOURCE_DATE_EPOCH={os.environ.get('SOURCE_DATE_EPOCH', '')}")


def _shown(path: str) -> str:
    """Return the path as a person would type it from where they stand."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


def _is_reloading() -> bool:
    """Tell whether Pelican watches for changes: then a report must not end the process."""
    return any(argument in ("-r", "--autoreload", "-lr", "-rl") for argument in sys.argv[1:])


def _generators(pelican: object) -> type[ArchiveGenerator]:
    vars(console).pop("print", None)
    return ArchiveGenerator


def _finalized(pelican: object) -> None:
    """Keep Pelican from closing with a count of articles, of which the archive has none."""
    show = console.print

    def show_all_but_the_count(*objects: Any, **options: Any) -> None:
        if not (objects and str(objects[0]).startswith("Done: Processed")):
            show(*objects, **options)

    console.print = show_all_but_the_count


def register() -> None:
    """Connect the archive to Pelican."""
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_finalized)
