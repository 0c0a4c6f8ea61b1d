"""What is known of a ceremony at a glance, as labelled rows: when, what, where, by whom, on what occasion."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony, Dating
from ceremony_archive.model.fold import is_initials
from ceremony_archive.model.place import Place
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.ceremony_sources import as_printed, source_numbers
from ceremony_archive.pages.links import entity_link, name_path, place_link, year_path
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import long_date_text, period_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One labelled row. `printed` is what the source prints, where that is not the value itself.

    Not stated: `printed` is None where nothing was printed or nothing differs.
    """

    label: str
    values: tuple[Link, ...]
    separator: str = ", "
    printed: Phrase | None = None
    is_inferred: bool = False
    notes: tuple[Phrase, ...] = ()
    marks: tuple[int, ...] = ()


def plain(phrase: Phrase) -> Link:
    """Return words as a value that has no page of its own."""
    return Link(phrase, None)


def named_link(context: Context, ceremony: Ceremony, name: str, role: str | None = None) -> Link:
    """Return the name as recorded, linked to the verified person or organization, or else to the name's page.

    Initials have none.
    """
    entity = context.archive.entity_of(ceremony, name, role)
    own = None if is_initials(name) else name_path(name)
    return Link(context.vietnamese(name), entity_link(context, entity).target if entity else own)


def known_by(ceremony: Ceremony) -> PartialDate | None:
    """Return the date by which names of places are chosen: that of the ceremony, or what it was not after."""
    return ceremony.date or (ceremony.dating.not_after if ceremony.dating else None)


def place_chain(context: Context, ceremony: Ceremony) -> tuple[Link, ...]:
    """Return the place, its district where it has one, and its province, under their names at the time."""
    archive, on = context.archive, known_by(ceremony)
    place = archive.place_on_record(ceremony)
    above = (place.district, province_then(place, on))
    return tuple(place_link(context, place_id, on) for place_id in (place.id, *above) if place_id)


def dated(context: Context, ceremony: Ceremony) -> str:
    """Return the date in full words, with the part of the day where it is known."""
    if ceremony.date is None:
        return context.t("date.unknown")
    words = long_date_text(ceremony.date, context.language)
    part = ceremony.dating.part_of_day if ceremony.dating else None
    return context.t(f"ceremony.part_of_day.{part}", date=words) if part else words


def ceremony_facts(context: Context, ceremony: Ceremony) -> tuple[Fact, ...]:
    """Return the rows in the order of the page; a row without a value is left out."""
    return tuple(fact for fact in _facts(context, ceremony) if fact.values)


def _facts(context: Context, ceremony: Ceremony) -> Iterator[Fact]:
    t, marks = context.t, source_numbers(ceremony)
    kinds = dict.fromkeys((ceremony.kind, *ceremony.other_kinds))
    yield from _date_facts(context, ceremony, marks)
    yield Fact(
        label=t("ceremony.fact.kind", n=len(kinds)),
        values=tuple(plain(context.phrase(context.archive.vocabularies.kinds[kind].name)) for kind in kinds),
        separator="; ",
    )
    yield Fact(label=t("ceremony.fact.place"), values=place_chain(context, ceremony), marks=marks)
    yield _printed_fact(context, "venue", ceremony.venue, marks)
    yield Fact(
        label=t("ceremony.fact.period"),
        values=(plain(context.own(period_text(ceremony.period, t))),) if ceremony.period else (),
        printed=as_printed(ceremony, ceremony.period_as_printed),
        marks=marks,
    )
    if ceremony.period is None:
        yield _printed_fact(context, "period", ceremony.period_as_printed, marks)
    yield _printed_fact(context, "occasion", ceremony.occasion, marks)
    yield Fact(
        label=t("ceremony.fact.organizers"),
        values=tuple(named_link(context, ceremony, organizer) for organizer in ceremony.organizers),
        separator="; ",
        marks=marks,
    )


def _date_facts(context: Context, ceremony: Ceremony, marks: tuple[int, ...]) -> Iterator[Fact]:
    dating = ceremony.dating or Dating()
    own, date = context.own, ceremony.date
    notes = (own(context.t(f"ceremony.precision.{precision}")) for precision in _precision(date))
    yield Fact(
        label=context.t("ceremony.fact.date"),
        values=(Link(own(dated(context, ceremony)), year_path(date.year if date else None)),),
        printed=as_printed(ceremony, dating.as_printed),
        is_inferred=dating.certainty == "inferred",
        notes=(*notes, *((context.phrase(dating.note),) if dating.note else ())),
        marks=marks,
    )
    if dating.not_after:
        yield Fact(
            label=context.t("ceremony.fact.not_after"),
            values=(plain(own(long_date_text(dating.not_after, context.language))),),
        )


def _precision(date: PartialDate | None) -> tuple[str, ...]:
    if date is None or date.day is not None:
        return ()
    return ("year",) if date.month is None else ("month",)


def _printed_fact(context: Context, name: str, text: str | None, marks: tuple[int, ...]) -> Fact:
    values = (plain(context.vietnamese(text)),) if text else ()
    return Fact(label=context.t(f"ceremony.fact.{name}"), values=values, marks=marks)


def province_then(place: Place, on: PartialDate | None) -> str | None:
    """Return the province that the place belonged to on the date; the last one without a date."""
    if on is not None:
        for form in place.former:
            if form.province is not None and form.valid_to.last_day >= on.last_day:
                return form.province
    return place.province
