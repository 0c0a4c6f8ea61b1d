"""The steps from a content folder to a published site, in order. Read this first."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ceremony_archive.checks import reference_ids, registry, story_links
from ceremony_archive.model.archive import Archive
from ceremony_archive.output.render import digest_of
from ceremony_archive.output.site_files import site_files
from ceremony_archive.pages.page import File
from ceremony_archive.problems import Problem, Report, report_of
from ceremony_archive.source.load import Folder, content_folder, list_files, read_records
from ceremony_archive.source.vocabularies import Reference, cache_key, cached_reference, keep_reference, read_reference

Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What reading and checking gave. Not stated: `archive` is None when the report has an error."""

    report: Report
    archive: Archive | None


def check(content: Path, *, name: str | None = None, cache: Path | None = None, progress: Progress = silent) -> Checked:
    """Return the report on the content folder, and the archive when there is no error in it.

    `name` is how reports call the folder; `cache` keeps the vocabularies ready. Raises ContentMissing.
    """
    folder = content_folder(content)
    if name is not None:
        folder = Folder(folder.path, name)
    files, problems = list_files(folder)
    reference, wrong = _reference(folder, files, cache)
    problems += wrong
    records, wrong = read_records(folder, files, lambda done, total: progress("read", done, total))
    problems += wrong
    if reference is None or records.site is None:
        return Checked(report=report_of(problems), archive=None)
    archive = Archive(
        site=records.site,
        vocabularies=reference.vocabularies,
        gazetteer=reference.gazetteer,
        people={person.id: person for person in records.people.people},
        organizations={organization.id: organization for organization in records.organizations.organizations},
        ceremonies=records.ceremonies,
        texts=records.texts,
    )
    found = registry.run(archive, records.documents, latest_day())
    consequent = [*found.problems, *story_links.check(archive, records.documents)]
    problems += without_consequences(consequent, records.unread(files))
    report = report_of(problems, found.acknowledged)
    return Checked(report=report, archive=archive if report.is_clean else None)


def without_consequences(problems: Iterable[Problem], unread: Iterable[str]) -> list[Problem]:
    """Return the problems but those that only say that a record is missing which is there and could not be read."""
    lists = {"entities/people.yaml": ("person:",), "entities/organizations.yaml": ("organization:",)}
    names = [name for record in unread for name in lists.get(record, (record,))]
    missing = ("unknown-id", "unknown-link", "mention-not-found")
    return [
        problem
        for problem in problems
        if problem.rule not in missing or not any(n in text for n in names for text in problem.arguments.values())
    ]


def plan(
    archive: Archive,
    theme: Path,
    *,
    site_url: str | None = None,
    cache: Path | None = None,
    progress: Progress = silent,
) -> tuple[File, ...]:
    """Return every file of the site, rendered, in a fixed order. Raises Collision when two want one address.

    `site_url` stands in for the address in site.yaml where the site is published elsewhere.
    """
    if site_url:
        archive = replace(archive, site=replace(archive.site, url=site_url.rstrip("/")))
    return site_files(archive, theme, cache=cache, progress=progress)


def latest_day() -> date:
    """Return the last day that a record may speak of: that of SOURCE_DATE_EPOCH, or the end of the calendar."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.max


def _reference(folder: Folder, files: list[str], cache: Path | None) -> tuple[Reference | None, list[Problem]]:
    """Return the vocabularies and the gazetteer, from the cache when these very files were found without fault."""
    key = cache_key(folder, _version()) if cache else ""
    reference = cached_reference(cache, key) if cache else None
    if reference is not None:
        return reference, []
    reference, problems = read_reference(folder, files)
    if reference is not None:
        problems += reference_ids.check_reference(reference.vocabularies, reference.gazetteer, reference.documents)
    if cache and reference is not None and not problems:
        keep_reference(cache, key, reference)
    return reference, problems


def _version() -> str:
    """Return a digest of this package's modules: a cache is of no use to another version of them."""
    root = Path(__file__).parent
    folders = (root / "model", root / "source", root / "checks")
    return digest_of(b"\0".join(path.read_bytes() for folder in folders for path in sorted(folder.glob("*.py"))))
