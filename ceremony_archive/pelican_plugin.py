"""The archive as a Pelican plugin: Pelican drives, the pipeline works. No other module knows Pelican."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from ceremony_archive import pipeline, report
from ceremony_archive.messages import print_any_letter, stop_message, wording
from ceremony_archive.output import state
from ceremony_archive.output.lock import build_lock
from ceremony_archive.problems import ArchiveError

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads and checks the content, then writes the site; stops with the report when the content has an error."""

    def generate_context(self) -> None:
        """Read and check; an error in the content ends the process with exit code 1.

        The build lock is held from here until the site is written.
        """
        self.checked: pipeline.Checked | None = None
        self.output = Path(self.output_path)
        self.words = wording(self.settings["ARCHIVE_MESSAGES"])["build"]
        self.lock = ExitStack()
        waiting = self.words["waiting"].format(output=_shown(self.output_path))
        with self._stops():
            self.lock.enter_context(build_lock(self.output, lambda: print(waiting, file=sys.stderr, flush=True)))
            self.state = state.state_path(CACHE, self.output)
            self.is_current = state.is_current(self.output, self.state, self._key())
            if not self.is_current:
                self._check()

    def _check(self) -> None:
        gc.disable()  # a build makes many objects and no garbage; looking for some takes a fifth of its time
        with _progress() as bar:
            checked = pipeline.check(Path(self.path), name=_shown(self.path), cache=CACHE, progress=bar)
        if checked.report.problems:
            print(report.show(checked.report, self.settings["ARCHIVE_MESSAGES"]), file=sys.stderr, end="")
        if checked.archive is not None:
            self.checked = checked
        elif not _is_reloading():
            raise SystemExit(1)

    def generate_output(self, writer: object) -> None:
        """Write the site, unless it is the one that is there already."""
        with self.lock:
            if self.is_current:
                print(self.words["unchanged"].format(output=_shown(self.output_path)))
            elif self.checked is not None and self.checked.archive is not None:
                with self._stops(), _progress() as bar:
                    count = pipeline.build(
                        self.checked,
                        Path(self.theme),
                        self.output,
                        site_url=self.settings.get("SITEURL") or None,
                        cache=CACHE,
                        may_fork=not _is_reloading(),
                        progress=bar,
                    )
                if not self.checked.report.problems:
                    state.remember(self.output, self.state, self._key())
                ceremonies = len(self.checked.archive.ceremonies)
                summary = {"ceremonies": ceremonies, "files": count, "output": _shown(self.output_path)}
                print(self.words["done"].format(**summary))

    def _key(self) -> str:
        """Return the digest of all that goes into the site; publishing adds to the content, so it is asked anew."""
        folders = (Path(self.path), Path(self.theme), ROOT / "ceremony_archive")
        return state.input_key(folders, _settings(self.settings))

    @contextmanager
    def _stops(self) -> Iterator[None]:
        """Tell in words what stops the tool, and end the process."""
        try:
            yield
        except ArchiveError as error:
            reason = stop_message(error, self.settings["ARCHIVE_MESSAGES"])
            print(self.words["stopped"].format(reason=reason), file=sys.stderr)
            raise SystemExit(error.exitcode) from error


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
    print_any_letter()
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_finalized)
