"""A ceremony as one entry of a list: on the home page, a year, a place, an award, a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceremony_archive.model.archive import in_order
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.links import ceremony_link, place_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyItem:
    """What a list shows of a ceremony. `date` is in words, as precise as it is known; `machine_date` EDTF or empty."""

    ceremony: Link
    date: str
    machine_date: str
    is_inferred: bool
    place: Link
    province: Phrase | None
    kind: Phrase
    summary: Phrase


def ceremony_item(context: Context, ceremony: Ceremony) -> CeremonyItem:
    """Return the entry of the ceremony in the language of the page; made once for each language."""
    key = f"ceremony-item:{ceremony.id}"
    item = context.cache.get(key)
    if not isinstance(item, CeremonyItem):
        item = context.cache[key] = _item(context, ceremony)
    return item


def ceremony_items(context: Context, ceremonies: Iterable[Ceremony]) -> tuple[CeremonyItem, ...]:
    """Return the entries of the ceremonies, newest first, each once."""
    distinct = {ceremony.id: ceremony for ceremony in ceremonies}
    return tuple(ceremony_item(context, ceremony) for ceremony in reversed(in_order(distinct.values())))


def _item(context: Context, ceremony: Ceremony) -> CeremonyItem:
    archive = context.archive
    place = archive.gazetteer.places[ceremony.place]
    return CeremonyItem(
        ceremony=ceremony_link(context, ceremony),
        date=date_text(ceremony.date, context.language) if ceremony.date else context.t("date.unknown"),
        machine_date=str(ceremony.date) if ceremony.date else "",
        is_inferred=bool(ceremony.dating and ceremony.dating.certainty == "inferred"),
        place=place_link(context, ceremony.place, ceremony.date),
        province=place_link(context, place.province, ceremony.date).text if place.province else None,
        kind=context.phrase(archive.vocabularies.kinds[ceremony.kind].name),
        summary=context.phrase(ceremony.summary),
    )
