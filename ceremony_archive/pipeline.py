"""The steps from a content folder to a published site, in order. Read this first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from ceremony_archive.checks import registry, story_links
from ceremony_archive.checks.checked_reference import checked_reference
from ceremony_archive.checks.consequences import without_consequences
from ceremony_archive.checks.date_in_future import latest_day
from ceremony_archive.checks.published import Published
from ceremony_archive.model.archive import Archive, in_order
from ceremony_archive.model.attachment import Picture
from ceremony_archive.model.redaction import redact
from ceremony_archive.model.register import PERMALINKS, PermalinkRegister
from ceremony_archive.model.site import Site
from ceremony_archive.model.withheld_words import WithheldWords
from ceremony_archive.output.leaks import files_of_records, refuse_leaks
from ceremony_archive.output.manifest import CONTENT_MANIFEST, MANIFEST, digest, digests_of, manifest_text
from ceremony_archive.output.permalinks import (
    published_addresses,
    refuse_loss,
    register_bytes,
    register_lock,
    with_new_addresses,
    write_register,
)
from ceremony_archive.output.publish import publish
from ceremony_archive.output.site_files import Written, seal, site_files, write_site
from ceremony_archive.pages.addresses import collisions, page_addresses
from ceremony_archive.pages.page import File
from ceremony_archive.pages.withheld import excused_addresses
from ceremony_archive.problems import ContentChanged, Report, report_of
from ceremony_archive.source.attachments import read_attachments
from ceremony_archive.source.load import Folder, Records, content_folder, list_files, read_records
from ceremony_archive.source.vocabularies import Reference

Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What reading and checking gave. Not stated: `archive` is None when the report has an error.

    `digests` are those of the files of the folder before they were read. `published` is what is known of addresses,
    also when the report has an error; None when the vocabularies or site.yaml could not be read. The archive is without
    what is withheld on request, the `secrets`, and nothing that comes after sees another.
    """

    report: Report
    archive: Archive | None
    folder: Folder
    digests: Mapping[str, str]
    published: Published | None = None
    secrets: tuple[WithheldWords, ...] = ()


def check(content: Path, *, name: str | None = None, cache: Path | None = None, progress: Progress = silent) -> Checked:
    """Return the report on the content folder, and the archive when there is no error in it.

    `name` is how reports call the folder; `cache` keeps the vocabularies ready. Raises ContentMissing.
    """
    folder = content_folder(content)
    if name is not None:
        folder = Folder(folder.path, name)
    files, problems = list_files(folder)
    unlisted = [PurePath(problem.position.file).name.partition(".")[0] for problem in problems]
    digests = digests_of(folder.path, files)
    reference, wrong = checked_reference(folder, files, cache)
    problems += wrong
    records, wrong = read_records(folder, files, lambda done, total: progress("read", done, total))
    problems += wrong
    pictures, wrong = read_attachments(folder, files, records, cache)
    problems += wrong
    if reference is None or records.site is None:
        return Checked(report=report_of(problems), archive=None, folder=folder, digests=digests)
    archive = archive_of(records.site, reference, records, pictures)
    redacted = redact(archive)
    found = registry.run(archive, records.documents, latest_day())
    published = _published(archive, redacted.archive, records, (*records.unread(files), *unlisted))
    found_of_addresses = registry.run_on_addresses(published)
    consequent = [*found.problems, *found_of_addresses, *story_links.check(redacted.archive, records.documents)]
    problems += without_consequences(consequent, records.unread(files))
    report = report_of(problems, found.acknowledged)
    return Checked(
        report=report,
        archive=redacted.archive if report.is_clean else None,
        secrets=redacted.secrets,
        folder=folder,
        digests=digests,
        published=replace(published, archive=redacted.archive),
    )


def archive_of(site: Site, reference: Reference, records: Records, pictures: Mapping[str, Picture]) -> Archive:
    """Return the archive as the content has it, which only checks and redaction see."""
    return Archive(
        site=site,
        vocabularies=reference.vocabularies,
        gazetteer=reference.gazetteer,
        people={person.id: person for person in records.people.people},
        organizations={organization.id: organization for organization in records.organizations.organizations},
        ceremonies=in_order((*records.ceremonies, *records.partial)),
        texts=records.texts,
        redirects=records.redirects,
        redactions=records.redactions.redactions,
        pictures=pictures,
    )


def _published(whole: Archive, redacted: Archive, records: Records, unread: Iterable[str]) -> Published:
    """Return what the checks of addresses look at. They point into the content as it is."""
    return Published(
        archive=whole,
        documents=records.documents,
        permalinks=records.permalinks,
        addresses=page_addresses(redacted),
        collisions=tuple(collisions(redacted)),
        unread=frozenset(unread),
        excused=excused_addresses(whole, redacted),
    )


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
    assert checked.archive is not None and checked.published is not None, "content with an error is not published"
    archive, published = _at(checked.archive, site_url), checked.published

    def fill(stage: Path) -> int:
        written = write_site(stage, archive, theme, cache=cache, may_fork=may_fork, progress=progress)
        paths = (*written.digests, CONTENT_MANIFEST, MANIFEST)
        refuse_loss(archive, published.permalinks, paths, published.excused)
        files_of_record = files_of_records(written.pages, written.others)
        refuse_leaks(stage, written.digests, files_of_record, secrets=checked.secrets, hidden=archive.hidden)
        with register_lock(checked.folder.path):
            addresses = published_addresses(archive, paths)
            register = with_new_addresses(published.permalinks, addresses, published.excused)
            return _seal(checked, stage, written, register)

    return publish(output, fill)


def _seal(checked: Checked, stage: Path, written: Written, register: PermalinkRegister | None) -> int:
    """Complete the stage and, when it is whole, keep the register, which has new addresses when there is one.

    Returns how many files the site has. The caller holds the lock on the registers. Raises ContentChanged when the
    content is no longer what was checked.
    """
    content = checked.folder.path
    digests = digests_of(content, checked.digests)
    if digests != checked.digests:
        raise ContentChanged("content-changed", folder=checked.folder.name)
    if register is not None:
        digests[PERMALINKS] = digest(register_bytes(content, register))
    count = seal(stage, written, File(path=CONTENT_MANIFEST, content=manifest_text(digests)))
    if register is not None:
        write_register(content, register)
    return count


def _at(archive: Archive, site_url: str | None) -> Archive:
    return replace(archive, site=replace(archive.site, url=site_url.rstrip("/"))) if site_url else archive
