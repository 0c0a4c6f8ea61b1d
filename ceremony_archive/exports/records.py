"""Each record as JSON: what its page shows, as printed beside as understood, under the names of the record's fields."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from decimal import Decimal

from ceremony_archive.exports.json_document import json_document
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.attachment import attachment_address
from ceremony_archive.model.ceremony import (
    Annulment,
    Attachment,
    Award,
    BreakdownPart,
    Capture,
    Ceremony,
    Change,
    Conflict,
    Counts,
    Dating,
    Metric,
    Official,
    Reading,
    Recipient,
    Source,
    Theme,
)
from ceremony_archive.model.values import LANGUAGES, Bilingual, Language, PartialDate, Period
from ceremony_archive.pages.links import ceremony_path, record_file
from ceremony_archive.pages.page import File, Page, address
from ceremony_archive.pages.strings import Strings
from ceremony_archive.pages.tables.ceremony_columns import source_ids

# What is published of each part of a record. The rest stays in the content folder: the story, which is no data, and
# what editors tell their tools.
PUBLISHED: Mapping[type, tuple[str, ...]] = {
    Ceremony: (
        "id", "title", "date", "dating", "kind", "other_kinds", "place", "venue", "period", "period_as_printed",
        "occasion", "organizers", "summary", "officials", "awards", "awards_complete", "metrics", "movements", "themes",
        "sources", "attachments", "conflicts", "notes", "checked", "changes",
    ),
    Dating: ("as_printed", "part_of_day", "certainty", "not_after", "note"),
    Official: (
        "name", "name_as_printed", "honorific", "role", "organization", "took_part", "on_behalf_of", "certainty",
        "note", "source",
    ),
    Award: (
        "form", "name_as_printed", "classes", "pooled_with", "conferred_by", "conferred_by_as_printed", "presented_by",
        "on_behalf_of", "scope", "status", "annulment", "certainty", "reason", "period", "recipients", "counts",
        "counts_of", "approximation", "count_as_printed", "breakdown", "decision", "note", "source",
    ),
    Recipient: (
        "name", "name_as_printed", "kind", "honorific", "role", "organization", "locality", "received_by", "posthumous",
        "certainty", "note",
    ),
    Counts: ("individuals", "organizations", "households", "villages", "clans", "mixed", "items", "total"),
    BreakdownPart: ("years", "label", "count"),
    Annulment: ("decision", "date", "note", "source"),
    Metric: (
        "metric", "label", "as_printed", "value", "whole", "unit", "base", "actual", "target", "approximation",
        "qualifier", "period", "certainty", "note", "source",
    ),
    Theme: ("name", "kind", "movement", "note", "source"),
    Source: (
        "id", "publisher", "title", "author", "url", "published", "accessed", "language", "coverage", "archived",
        "note",
    ),
    Capture: ("url", "captured", "sha256"),
    Attachment: ("alt", "caption", "credit", "licence", "note", "source"),
    Conflict: ("about", "readings", "note"),
    Reading: ("source", "says"),
    Change: ("date", "reason"),
    Bilingual: LANGUAGES,
}  # fmt: skip


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return a file for each record."""
    for ceremony in archive.ceremonies:
        yield File(path=record_file(ceremony.id), content=json_document(record(archive, ceremony)))


def record(archive: Archive, ceremony: Ceremony) -> dict[str, object]:
    """Return the record with the addresses of its pages and its licence.

    Every field is always there. Not stated: null, or an empty list. Numbers with decimals are strings, so that none is
    rounded; `verified` is the id of the verified person or organization that a name is.
    """
    site, path = archive.site, ceremony_path(ceremony.id)
    return {
        "pages": {language: f"{site.url}/{address(path, language)}" for language in LANGUAGES},
        "publisher": _tree(archive, ceremony, site.publisher),
        "licence": {"name": site.data_licence.name, "url": site.data_licence.url},
        **_fields(archive, ceremony, ceremony),
    }


def _fields(archive: Archive, ceremony: Ceremony, part: object) -> dict[str, object]:
    fields = {name: _tree(archive, ceremony, getattr(part, name)) for name in PUBLISHED[type(part)]}
    if isinstance(part, Official | Award | Metric | Theme | Annulment | Attachment):
        fields["source"] = list(source_ids(ceremony, part.source))
    if isinstance(part, Official | Recipient):
        fields["verified"] = archive.entity_of(ceremony, part.name, part.role) if part.name else None
    if isinstance(part, Attachment):
        fields["url"] = f"{archive.site.url}/{attachment_address(ceremony.id, part.file)}"
    return fields


def _tree(archive: Archive, ceremony: Ceremony, value: object) -> object:
    if is_dataclass(value) and not isinstance(value, PartialDate | Period):
        return _fields(archive, ceremony, value)
    if isinstance(value, tuple):
        return [_tree(archive, ceremony, item) for item in value]
    if isinstance(value, PartialDate | Period):
        return str(value)
    return f"{value:f}" if isinstance(value, Decimal) else value
