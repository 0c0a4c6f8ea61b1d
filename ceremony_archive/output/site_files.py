"""Every file of the site, rendered, each language in a process of its own where that pays."""

import os
import pickle
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from ceremony_archive.exports import feed, robots, sitemap
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.output import publish
from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.output.render import Renderer, digest_of, theme_files
from ceremony_archive.pages.page import Context, File, Page
from ceremony_archive.pages.site import pages_of
from ceremony_archive.pages.strings import Strings, load_strings
from ceremony_archive.problems import ArchiveError

PAGES_WORTH_A_PROCESS = 300  # below, a second process costs more than it saves
Rendered = tuple[tuple[Page, ...], list[File]]
Progress = Callable[[str, int, int], None]


class WorkerFailed(ArchiveError):
    """A process that rendered a language ended without its result: a fault of the program, shown above."""


def site_files(
    archive: Archive, theme: Path, *, cache: Path | None, may_fork: bool, progress: Progress
) -> tuple[File, ...]:
    """Return every file of the site in a fixed order. Raises Collision when two want one address.

    `may_fork`: whether a second process may be made; a process that runs threads may not.
    """
    strings = load_strings(theme / "strings")
    static = theme_files(theme)
    digest = digest_of(static[0].content)

    def rendered(language: Language) -> Rendered:
        renderer = Renderer(theme, archive.site, strings[language], digest, cache)
        pages = pages_of(Context(archive=archive, language=language, t=strings[language]))
        files = [File(path=page.address, content=renderer.render(page)) for page in pages]
        progress("render", LANGUAGES.index(language) + 1, len(LANGUAGES))
        return tuple(replace(page, data=None) for page in pages), files

    results = (
        _in_two_processes(rendered)
        if may_fork and _is_large(archive)
        else [rendered(language) for language in LANGUAGES]
    )
    pages = tuple(page for pages, _ in results for page in pages)
    files = [file for _, files in results for file in files]
    files += [*static, *_exported(archive, pages, strings)]
    check_addresses([publish.MARKER.path, *(file.path for file in files)])
    return tuple(files)


def _exported(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> list[File]:
    exports = (feed.files, sitemap.files, robots.files)
    return [file for export in exports for file in export(archive, pages, strings)]


def _is_large(archive: Archive) -> bool:
    size = len(archive.ceremonies) + sum(place.kind != "commune" for place in archive.gazetteer.places.values())
    return size > PAGES_WORTH_A_PROCESS and hasattr(os, "fork") and (os.cpu_count() or 1) > 1


def _in_two_processes(rendered: Callable[[Language], Rendered]) -> list[Rendered]:
    """Return what the function gives for each language, the second made in a child that sends it back.

    The child prints nothing but its own failure, runs no thread and leaves without cleaning up what is its parent's.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(rendered(LANGUAGES[1]), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            code = 0
        except BaseException:  # noqa: BLE001  whatever it is, it is shown, and the parent must learn of it
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:  # closed on failure too, so that the child does not wait for a reader
            first = rendered(LANGUAGES[0])
            data = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        raise WorkerFailed(f"rendering {LANGUAGES[1]}: exit status {os.waitstatus_to_exitcode(status)}")
    second: Rendered = pickle.loads(data)
    return [first, second]
