"""Every file of the site, rendered: kept in memory, or written to a folder by a process for each language."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ceremony_archive.exports import feed, robots, sitemap
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.output.publish import MARKER, write_file
from ceremony_archive.output.render import Renderer, digest_of, theme_files
from ceremony_archive.pages.page import Context, File, Page
from ceremony_archive.pages.site import pages_of
from ceremony_archive.pages.strings import Strings, load_strings
from ceremony_archive.problems import WorkerFailed

PAGES_WORTH_A_PROCESS = 300  # below, a second process costs more than it saves
Pages = tuple[Page, ...]
Progress = Callable[[str, int, int], None]


def site_files(archive: Archive, theme: Path, *, cache: Path | None) -> tuple[File, ...]:
    """Return every file of the site in a fixed order. Raises Collision when two want one address."""
    strings, static = load_strings(theme / "strings"), theme_files(theme)
    files: list[File] = []
    renderers = _renderers(archive, theme, strings, static, cache)
    pages = [
        page
        for language in LANGUAGES
        for page in _render(archive, renderers[language], strings[language], files.append)
    ]
    files += [*static, *_exported(archive, tuple(pages), strings)]
    check_addresses([MARKER.path, *(file.path for file in files)])
    return tuple(files)


def write_site(
    stage: Path, archive: Archive, theme: Path, *, cache: Path | None, may_fork: bool, progress: Progress
) -> int:
    """Write every file of the site below the stage; return how many. Raises Collision, WorkerFailed or OSError.

    `may_fork`: whether a process may be made for the second language; a process that runs threads may not.
    """
    strings, static = load_strings(theme / "strings"), theme_files(theme)
    renderers = _renderers(archive, theme, strings, static, cache)
    made: set[str] = set()

    def written(language: Language) -> Pages:
        return _render(archive, renderers[language], strings[language], lambda file: write_file(stage, file, made))

    in_two = may_fork and hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and _size(archive) > PAGES_WORTH_A_PROCESS
    progress("render", 0, len(LANGUAGES))
    languages = _in_two_processes(written) if in_two else [written(language) for language in LANGUAGES]
    progress("render", len(LANGUAGES), len(LANGUAGES))
    pages = tuple(page for pages in languages for page in pages)
    others = [MARKER, *static, *_exported(archive, pages, strings)]
    check_addresses([*(page.address for page in pages), *(file.path for file in others)])
    for file in others:
        write_file(stage, file, made)
    return len(pages) + len(others)


def _renderers(
    archive: Archive, theme: Path, strings: Mapping[Language, Strings], static: tuple[File, ...], cache: Path | None
) -> dict[Language, Renderer]:
    digest = digest_of(static[0].content)
    return {language: Renderer(theme, archive.site, words, digest, cache) for language, words in strings.items()}


def _render(archive: Archive, renderer: Renderer, strings: Strings, take: Callable[[File], None]) -> Pages:
    """Render the pages of a language, give each file away, and return the pages without what was on them."""
    pages = pages_of(Context(archive=archive, language=strings.language, t=strings))
    for page in pages:
        take(File(path=page.address, content=renderer.render(page)))
    return tuple(replace(page, data=None) for page in pages)


def _exported(archive: Archive, pages: Pages, strings: Mapping[Language, Strings]) -> Iterable[File]:
    exports = (feed.files, sitemap.files, robots.files)
    return [file for export in exports for file in export(archive, pages, strings)]


def _size(archive: Archive) -> int:
    return len(archive.ceremonies) + sum(place.kind != "commune" for place in archive.gazetteer.places.values())


def _in_two_processes(written: Callable[[Language], Pages]) -> list[Pages]:
    """Return what the function gives for each language, the second made in a child that sends its pages back.

    The child prints nothing but its own failure, past whatever draws on the terminal, whose lock a thread of the parent
    may hold; it runs no thread and leaves without cleaning up what is its parent's.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(_pages_or_error(written, LANGUAGES[1]), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            code = 0
        except BrokenPipeError:
            pass  # the parent has failed, and tells why itself
        except BaseException:  # noqa: BLE001  whatever it is, it is shown, and the parent must learn of it
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(code)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:  # closed on failure too, so that the child does not wait for a reader
            first = written(LANGUAGES[0])
            data = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        raise WorkerFailed(f"rendering {LANGUAGES[1]}: exit status {os.waitstatus_to_exitcode(status)}")
    second: Pages | OSError = pickle.loads(data)
    if isinstance(second, OSError):
        raise second
    return [first, second]


def _pages_or_error(written: Callable[[Language], Pages], language: Language) -> Pages | OSError:
    """Return what the function gives, or what the disk said, which the parent raises as its own."""
    try:
        return written(language)
    except OSError as error:
        return error
