"""The sources of a ceremony: their numbers, what each is, where they disagree, and how to cite the record."""

from dataclasses import dataclass
from urllib.parse import quote

from ceremony_archive.model.ceremony import Capture, Ceremony, Conflict, Source
from ceremony_archive.model.values import LANGUAGES, Bilingual, Language, PartialDate
from ceremony_archive.pages.links import ceremony_path, publisher_anchor
from ceremony_archive.pages.page import Context, Link, Phrase, address
from ceremony_archive.pages.wording import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCopy:
    """An archived copy of a source. Not stated: `captured` is empty when the day of the copy is not known."""

    url: str
    label: str
    captured: str
    machine_captured: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """One numbered source. Not stated: what is not known is empty text or None."""

    number: int
    publisher: Link
    title: Phrase | None
    author: Phrase | None
    published: str
    accessed: str
    language: str
    coverage: str
    url: str
    label: str
    copy: ArchivedCopy | None
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingItem:
    """What one source says on a point in dispute."""

    publisher: Phrase
    says: Phrase
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictItem:
    """A point on which sources disagree, with every reading."""

    about: Phrase
    readings: tuple[ReadingItem, ...]
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationItem:
    """How to cite the record in one language."""

    label: str
    text: Phrase


def source_numbers(ceremony: Ceremony, ids: tuple[str, ...] = ()) -> tuple[int, ...]:
    """Return the numbers of the sources of a claim; in a record with one source every claim rests on that one."""
    if len(ceremony.sources) == 1:
        return (1,)
    return tuple(number for number, source in enumerate(ceremony.sources, start=1) if source.id in ids)


def as_printed(ceremony: Ceremony, text: str | None, ids: tuple[str, ...] = ()) -> Phrase | None:
    """Return words of a source in the language of that source, or None without words.

    Where a claim has sources in both languages the words are taken to be Vietnamese, and so are words with Vietnamese
    letters: the English reports print none, so the record has put them back.
    """
    if text is None:
        return None
    languages = {source.language for source in ceremony.sources if len(ceremony.sources) == 1 or source.id in ids}
    has_marks = any(letter.isalpha() and not letter.isascii() for letter in text)
    return Phrase(text, "en" if languages == {"en"} and not has_marks else "vi")


def source_items(context: Context, ceremony: Ceremony) -> tuple[SourceItem, ...]:
    """Return the sources in the order of their numbers."""
    return tuple(_source_item(context, number, source) for number, source in enumerate(ceremony.sources, start=1))


def conflict_items(context: Context, ceremony: Ceremony) -> tuple[ConflictItem, ...]:
    """Return the points on which the sources disagree."""
    return tuple(_conflict_item(context, ceremony, conflict) for conflict in ceremony.conflicts)


def citation_items(context: Context, ceremony: Ceremony) -> tuple[CitationItem, ...]:
    """Return how to cite the record, in the language of the page first; no day of access, which only a reader knows."""
    languages = sorted(LANGUAGES, key=lambda language: language != context.language)
    return tuple(
        CitationItem(
            label=context.t(f"language.{language}"), text=Phrase(_citation(context, ceremony, language), language)
        )
        for language in languages
    )


def last_change(ceremony: Ceremony) -> PartialDate | None:
    """Return the day of the last correction of the record, or None when it was never corrected."""
    return max((change.date for change in ceremony.changes), key=lambda date: date.last_day, default=None)


def report_address(context: Context, ceremony: Ceremony) -> str:
    """Return where to report an error in the record; a message by mail gets its subject."""
    contact = context.archive.site.contact
    if not contact.startswith("mailto:"):
        return contact
    return f"{contact}?subject={quote(context.t('ceremony.report.subject', id=ceremony.id))}"


def _source_item(context: Context, number: int, source: Source) -> SourceItem:
    return SourceItem(
        number=number,
        publisher=Link(context.vietnamese(source.publisher), publisher_anchor(source.publisher)),
        title=Phrase(source.title, source.language) if source.title else None,
        author=context.vietnamese(source.author) if source.author else None,
        published=date_text(source.published, context.language) if source.published else "",
        accessed=date_text(source.accessed, context.language) if source.accessed else "",
        language=context.t(f"language.{source.language}"),
        coverage=context.t(f"coverage.{source.coverage}"),
        url=source.url or "",
        label=context.t("ceremony.source.read", publisher=source.publisher),
        copy=_archived_copy(context, source.publisher, source.archived) if source.archived else None,
        note=context.optional_phrase(source.note),
    )


def _archived_copy(context: Context, publisher: str, capture: Capture) -> ArchivedCopy:
    return ArchivedCopy(
        url=capture.url,
        label=context.t("ceremony.source.archived_copy", publisher=publisher),
        captured=date_text(capture.captured, context.language) if capture.captured else "",
        machine_captured=str(capture.captured or ""),
        sha256=capture.sha256 or "",
    )


def _conflict_item(context: Context, ceremony: Ceremony, conflict: Conflict) -> ConflictItem:
    sources = {source.id: source for source in ceremony.sources}
    readings = (
        ReadingItem(
            publisher=context.vietnamese(sources[reading.source].publisher),
            says=Phrase(reading.says, sources[reading.source].language),
            marks=source_numbers(ceremony, (reading.source,)),
        )
        for reading in conflict.readings
    )
    return ConflictItem(
        about=context.phrase(conflict.about), readings=tuple(readings), note=context.optional_phrase(conflict.note)
    )


def _citation(context: Context, ceremony: Ceremony, language: Language) -> str:
    def written(text: Bilingual) -> str:
        return text.en if language == "en" and text.en else text.vi

    site = context.archive.site
    changed = last_change(ceremony)
    key = "ceremony.citation.changed" if changed else "ceremony.citation.unchanged"
    return context.t(
        f"{key}_{language}",
        publisher=written(site.publisher),
        title=written(ceremony.title),
        site=written(site.title),
        id=ceremony.id,
        changed=date_text(changed, language) if changed else "",
        url=f"{site.url}/{address(ceremony_path(ceremony.id), language)}",
    )
