"""The steps from a content folder to a published site, in order. Read this first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ceremony_archive.checks import registry, story_links
from ceremony_archive.checks.checked_reference import checked_reference
from ceremony_archive.checks.consequences import without_consequences
from ceremony_archive.checks.date_in_future import latest_day
from ceremony_archive.model.archive import Archive, in_order
from ceremony_archive.output.manifest import CONTENT_MANIFEST, digests_of, manifest_text
from ceremony_archive.output.publish import publish
from ceremony_archive.output.site_files import seal, site_files, write_site
from ceremony_archive.pages.page import File
from ceremony_archive.problems import ContentChanged, Report, report_of
from ceremony_archive.source.load import Folder, content_folder, list_files, read_records

Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What reading and checking gave. Not stated: `archive` is None when the report has an error.

    `digests` are those of the files of the folder before they were read.
    """

    report: Report
    archive: Archive | None
    folder: Folder
    digests: Mapping[str, str]


def check(content: Path, *, name: str | None = None, cache: Path | None = None, progress: Progress = silent) -> Checked:
    """Return the report on the content folder, and the archive when there is no error in it.

    `name` is how reports call the folder; `cache` keeps the vocabularies ready. Raises ContentMissing.
    """
    folder = content_folder(content)
    if name is not None:
        folder = Folder(folder.path, name)
    files, problems = list_files(folder)
    digests = digests_of(folder.path, files)
    reference, wrong = checked_reference(folder, files, cache)
    problems += wrong
    records, wrong = read_records(folder, files, lambda done, total: progress("read", done, total))
    problems += wrong
    if reference is None or records.site is None:
        return Checked(report=report_of(problems), archive=None, folder=folder, digests=digests)
    archive = Archive(
        site=records.site,
        vocabularies=reference.vocabularies,
        gazetteer=reference.gazetteer,
        people={person.id: person for person in records.people.people},
        organizations={organization.id: organization for organization in records.organizations.organizations},
        ceremonies=in_order((*records.ceremonies, *records.partial)),
        texts=records.texts,
        redirects=records.redirects,
        redactions=records.redactions.redactions,
    )
    found = registry.run(archive, records.documents, latest_day())
    consequent = [*found.problems, *story_links.check(archive, records.documents)]
    problems += without_consequences(consequent, records.unread(files))
    report = report_of(problems, found.acknowledged)
    archive_or_none = archive if report.is_clean else None
    return Checked(report=report, archive=archive_or_none, folder=folder, digests=digests)


def plan(archive: Archive, theme: Path, *, site_url: str | None = None, cache: Path | None = None) -> tuple[File, ...]:
    """Return every file of the site, rendered, in a fixed order.

    `site_url` stands in for the address in site.yaml where the site is published elsewhere.
    """
    return site_files(_at(archive, site_url), theme, cache=cache)


def build(
    checked: Checked,
    theme: Path,
    output: Path,
    *,
    site_url: str | None = None,
    cache: Path | None = None,
    may_fork: bool = True,
    progress: Progress = silent,
) -> int:
    """Publish the site to the output folder, whole or not at all; return how many files it has.

    `may_fork`: false in a process that runs threads. The caller holds the build lock since before the check, so that no
    older content can follow newer. Raises ArchiveError.
    """
    assert checked.archive is not None, "content with an error is not published"
    archive = _at(checked.archive, site_url)

    def fill(stage: Path) -> int:
        written = write_site(stage, archive, theme, cache=cache, may_fork=may_fork, progress=progress)
        if digests_of(checked.folder.path, checked.digests) != checked.digests:
            raise ContentChanged("content-changed", folder=checked.folder.name)
        manifest = File(path=CONTENT_MANIFEST, content=manifest_text(checked.digests))
        return seal(stage, written, manifest, archive.site.url)

    return publish(output, fill)


def _at(archive: Archive, site_url: str | None) -> Archive:
    return replace(archive, site=replace(archive.site, url=site_url.rstrip("/"))) if site_url else archive
