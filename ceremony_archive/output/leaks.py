"""The last look before a site goes live: nothing that is withheld stands in any file, in any form.

No message, exception or representation says the words: a leak names the file, its name blanked, and the redaction.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from ceremony_archive.model.withheld_words import WithheldWords, WordFinder
from ceremony_archive.output.file_texts import FileText, NotSearchable, texts_of
from ceremony_archive.pages.links import record_file
from ceremony_archive.pages.page import Page
from ceremony_archive.problems import Fault, Leaked

NOINDEX = b'<meta name="robots" content="noindex">'
_LISTS = re.compile(r"sitemap.*\.xml|.*\.(atom|rss|ics)|feeds/.*", re.DOTALL)

FilesOfRecord = Mapping[str, Collection[str]]


class Leak(NamedTuple):
    """A file that has what a redaction withholds. Not stated: `redaction` is None for a file that none can search."""

    file: str
    redaction: str | None


def refuse_leaks(
    folder: Path,
    files: Collection[str],
    files_of_record: FilesOfRecord,
    *,
    secrets: tuple[WithheldWords, ...],
    hidden: tuple[WithheldWords, ...],
) -> None:
    """Raise Leaked when a file has what is withheld, or when search engines may show what is hidden."""
    leaks = find_leaks(folder, files, secrets, files_of_record)
    shown = find_indexed(folder, files, hidden, files_of_record)
    faults = [
        *(Fault("leak" if leak.redaction else "unsearchable", leak.file, leak.redaction or "") for leak in leaks),
        *(Fault("indexed", leak.file, leak.redaction or "") for leak in shown),
    ]
    if faults:
        raise Leaked("withheld-words", faults=faults)


def files_of_records(pages: Iterable[Page], others: Iterable[str] = ()) -> dict[str, set[str]]:
    """Return the files that are made from each record: its pages, its own file, and those made from all records.

    `others` are the files that are no pages.
    """
    files: dict[str, set[str]] = {}
    for page in pages:
        for record in page.records:
            files.setdefault(record, set()).add(page.address)
    of_one = {record_file(record): record for record in files}
    of_all = {file for file in others if file not in of_one}
    return {record: {*addresses, record_file(record), *of_all} for record, addresses in files.items()}


def find_leaks(
    folder: Path, files: Iterable[str], secrets: tuple[WithheldWords, ...], files_of_record: FilesOfRecord
) -> list[Leak]:
    """Return every file that has a secret in its name or in what it holds, and every file that cannot be searched.

    A file made from a record that a secret is shared with may have it. Without secrets nothing is read.
    """
    if not secrets:
        return []
    finder = WordFinder.of(secrets)
    leaks: list[Leak] = []
    for file in files:
        try:
            found = {
                words.redaction
                for text, is_rough in (FileText(file), *texts_of((folder / file).read_bytes()))
                for words in finder.found_in(text, is_rough=is_rough)
                if not _shares(words, file, files_of_record)
            }
        except NotSearchable:
            leaks.append(Leak(finder.blanked(file), None))
        else:
            leaks.extend(Leak(finder.blanked(file), redaction) for redaction in sorted(found))
    return leaks


def find_indexed(
    folder: Path, files: Collection[str], hidden: tuple[WithheldWords, ...], files_of_record: FilesOfRecord
) -> list[Leak]:
    """Return every page with hidden words that search engines may show, and every sitemap or feed that leads to one."""
    if not hidden:
        return []
    finder = WordFinder.of(hidden)
    leaks: list[Leak] = []
    pages: dict[str, str] = {}
    for file in files:
        if file.endswith(".html"):
            content = (folder / file).read_bytes()
            for words in finder.found_in(f"{file}\0{content.decode(errors='replace')}"):
                if not (_shares(words, file, files_of_record) and file not in files_of_record.get(words.record, ())):
                    pages[file] = words.redaction
                    leaks += [] if NOINDEX in content else [Leak(finder.blanked(file), words.redaction)]
    known = set(files)
    for file in filter(_LISTS.fullmatch, files):
        listing = (folder / file).read_text(encoding="utf-8")
        found = {pages[page] for page in _listed(listing, known) if page in pages}
        found |= {words.redaction for words in finder.found_in(listing) if not words.shared_with}
        leaks.extend(Leak(finder.blanked(file), redaction) for redaction in sorted(found))
    return leaks


def _shares(words: WithheldWords, file: str, files_of_record: FilesOfRecord) -> bool:
    return any(file in files_of_record.get(record, ()) for record in words.shared_with)


def _listed(listing: str, known: Collection[str]) -> Iterator[str]:
    """Yield the pages that a sitemap or feed leads to; its addresses begin with that of the site."""
    for address in set(re.findall(r"/((?:[a-z0-9.-]+/)*[a-z0-9-]+\.html)\b", listing)):
        parts = address.split("/")
        yield from [end for at in range(len(parts)) if (end := "/".join(parts[at:])) in known][:1]
