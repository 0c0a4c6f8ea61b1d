"""Every file of the site, rendered: kept in memory, or written to a stage by a process a language, and read back."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from ceremony_archive.exports import attachments, feed, records, robots, sitemap, tables
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.model.withheld_words import WordFinder
from ceremony_archive.output import disk
from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.output.manifest import MANIFEST, digest, manifest_text, read_manifest
from ceremony_archive.output.processes import in_two_processes
from ceremony_archive.output.render import Renderer, digest_of, theme_files
from ceremony_archive.output.unindexed import rendered
from ceremony_archive.output.verify import ReadBack, read_back, site_faults
from ceremony_archive.pages.page import Context, File, Page
from ceremony_archive.pages.site import pages_of
from ceremony_archive.pages.strings import Strings, load_strings
from ceremony_archive.problems import Fault, VerificationFailed

PAGES_WORTH_A_PROCESS = 300  # below, a second process costs more than it saves
EXPORTS = (attachments.files, feed.files, sitemap.files, robots.files, tables.files, records.files)
Pages = tuple[Page, ...]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written to a stage: its pages, without what was on them, and the digest of each file by its address.

    `found` is what reading the files back gave, links resolved against `site_url`.
    """

    pages: Pages
    site_url: str
    digests: Mapping[str, str]
    found: ReadBack

    @property
    def others(self) -> tuple[str, ...]:
        """The files that are no pages."""
        pages = {page.address for page in self.pages}
        return tuple(path for path in self.digests if path not in pages)


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
    check_addresses(file.path for file in files)
    return tuple(files)


def write_site(
    stage: Path, archive: Archive, theme: Path, *, cache: Path | None, may_fork: bool, progress: Progress
) -> Written:
    """Write every file of the site below the stage and read it back; `seal` completes it.

    `may_fork`: whether a process may be made for the second language; a process that runs threads may not.
    Raises Collision, WorkerFailed or OSError.
    """
    strings, static = load_strings(theme / "strings"), theme_files(theme)
    renderers = _renderers(archive, theme, strings, static, cache)

    def written(language: Language) -> Written:
        writer = _Writer(stage)
        pages = _render(archive, renderers[language], strings[language], writer.write)
        return writer.read_back(pages, archive.site.url)

    in_two = may_fork and hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and _size(archive) > PAGES_WORTH_A_PROCESS
    progress("render", 0, len(LANGUAGES))
    parts = in_two_processes(written) if in_two else [written(language) for language in LANGUAGES]
    progress("render", len(LANGUAGES), len(LANGUAGES))
    pages = tuple(page for part in parts for page in part.pages)
    others = _write_others(stage, chain(static, _exported(archive, pages, strings)), archive.site.url)
    return Written(
        pages=pages,
        site_url=archive.site.url,
        digests={path: found for part in (*parts, others) for path, found in part.digests.items()},
        found=ReadBack(
            faults=[fault for part in (*parts, others) for fault in part.found.faults],
            targets={target: page for part in (*parts, others) for target, page in part.found.targets.items()},
        ),
    )


def seal(stage: Path, written: Written, given: File) -> int:
    """Add the given file and the manifest, and find the stage whole; return how many files the site has.

    Raises VerificationFailed when anything is not as it should be, Collision or OSError.
    """
    others = _write_others(stage, [given], written.site_url)
    digests = {**written.digests, **others.digests}
    addresses = (*written.digests, *others.digests, MANIFEST)
    check_addresses(addresses)
    disk.write(stage / MANIFEST, manifest_text(digests))
    faults = [*written.found.faults, *others.found.faults, *site_faults(stage, addresses, written.found.targets)]
    if read_manifest((stage / MANIFEST).read_bytes()) != digests:
        faults.append(Fault("changed", MANIFEST))
    if faults:
        raise VerificationFailed("site-not-whole", faults=faults)
    return len(addresses)


class _Writer:
    """Writes files below the stage and keeps their digests."""

    def __init__(self, stage: Path) -> None:
        self._stage = str(stage)
        self._made: set[str] = set()
        self.digests: dict[str, str] = {}

    def write(self, file: File) -> None:
        """Write one file where none is yet."""
        path = f"{self._stage}/{file.path}"
        folder = os.path.dirname(path)
        if folder not in self._made:
            disk.make_folder(folder)
            self._made.add(folder)
        disk.write(path, file.content)
        self.digests[file.path] = digest(file.content)

    def read_back(self, pages: Pages, site_url: str) -> Written:
        """Return what was written, read back from the disk."""
        found = read_back(Path(self._stage), self.digests, site_url)
        return Written(pages=pages, site_url=site_url, digests=self.digests, found=found)


def _write_others(stage: Path, files: Iterable[File], site_url: str) -> Written:
    writer = _Writer(stage)
    for file in files:
        check_addresses([file.path])
        writer.write(file)
    return writer.read_back((), site_url)


def _renderers(
    archive: Archive, theme: Path, strings: Mapping[Language, Strings], static: tuple[File, ...], cache: Path | None
) -> dict[Language, Renderer]:
    version = digest_of(static[0].content)
    return {language: Renderer(theme, archive.site, words, version, cache) for language, words in strings.items()}


def _render(archive: Archive, renderer: Renderer, strings: Strings, take: Callable[[File], None]) -> Pages:
    """Render the pages of a language, give each file away, and return the pages without what was on them."""
    pages = pages_of(Context(archive=archive, language=strings.language, t=strings))
    check_addresses(page.address for page in pages)
    hidden = WordFinder.of(archive.hidden) if archive.hidden else None
    made: list[Page] = []
    for page in pages:
        shown, content = rendered(page, renderer, hidden)
        take(File(path=page.address, content=content))
        made.append(replace(shown, data=None))
    return tuple(made)


def _exported(archive: Archive, pages: Pages, strings: Mapping[Language, Strings]) -> Iterable[File]:
    return (file for export in EXPORTS for file in export(archive, pages, strings))  # one at a time: many are large


def _size(archive: Archive) -> int:
    return len(archive.ceremonies) + sum(place.kind != "commune" for place in archive.gazetteer.places.values())
