"""Who took part in a ceremony by office, in the printed order."""

from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony, Official
from ceremony_archive.pages.ceremony_facts import named_link
from ceremony_archive.pages.ceremony_sources import as_printed, source_numbers
from ceremony_archive.pages.links import authority_link
from ceremony_archive.pages.page import Context, Link, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialItem:
    """One official. Not stated: what is None the source does not give; `name` is None for "leaders of" a body."""

    name: Link | None
    honorific: Phrase | None
    role: Phrase | None
    organization: Link | None
    took_part: str
    on_behalf_of: Link | None
    printed: Phrase | None
    is_inferred: bool
    note: Phrase | None
    marks: tuple[int, ...]


def official_items(context: Context, ceremony: Ceremony) -> tuple[OfficialItem, ...]:
    """Return the officials in the printed order."""
    return tuple(_official(context, ceremony, official) for official in ceremony.officials)


def _official(context: Context, ceremony: Ceremony, official: Official) -> OfficialItem:
    def words(text: str | None) -> Phrase | None:
        return context.vietnamese(text) if text else None

    return OfficialItem(
        name=named_link(context, ceremony, official.name, official.role) if official.name else None,
        honorific=words(official.honorific),
        role=words(official.role),
        organization=named_link(context, ceremony, official.organization) if official.organization else None,
        took_part=", ".join(context.t(f"part.{part}") for part in official.took_part),
        on_behalf_of=authority_link(context, official.on_behalf_of) if official.on_behalf_of else None,
        printed=as_printed(ceremony, official.name_as_printed, official.source),
        is_inferred=official.certainty == "inferred",
        note=context.optional_phrase(official.note),
        marks=source_numbers(ceremony, official.source),
    )
