"""The units before and after a place, grouped by how they took part in the succession."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_archive.model.place import Place
from ceremony_archive.pages.links import place_link, place_name
from ceremony_archive.pages.page import Context, Link
from ceremony_archive.pages.place_history import day_after, place_tables, predecessors, province_today
from ceremony_archive.pages.place_names import in_place_order, in_sentence
from ceremony_archive.pages.wording import date_text, number_text


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place in a list, with a short remark that may be empty."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """Some places under a title. `note` may be empty."""

    title: str
    note: str
    entries: tuple[PlaceEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """What came before and after a place. `later_title` and `later_lead` are empty for a place in force.

    `is_derived` tells that the links come from comparing lists and not from the acts.
    """

    earlier: tuple[PlaceGroup, ...]
    later_title: str
    later_lead: str
    later: tuple[PlaceGroup, ...]
    is_derived: bool


def succession(context: Context, place: Place) -> Succession:
    """Return the units before and after the place."""
    earlier = tuple(_earlier_groups(context, place))
    later = tuple(_later_groups(context, place))
    return Succession(
        earlier=earlier,
        later_title=_later_title(context, place),
        later_lead=_later_lead(context, place),
        later=later,
        is_derived=place.derived and bool(earlier or later),
    )


def place_entry(context: Context, place: Place) -> PlaceEntry:
    """Return the entry of a place under its last name, with the number of ceremonies held there if any."""
    link = place_link(context, place.id, place.valid_to)
    return PlaceEntry(link, ceremony_count(context, len(context.archive.ceremonies_of_place.get(place.id, ()))))


def ceremony_count(context: Context, count: int) -> str:
    """Return the number of ceremonies in words, or nothing for none."""
    return context.t("place.ceremony_count", n=number_text(count, context.language)) if count else ""


def _later_title(context: Context, place: Place) -> str:
    if place.valid_to is None:
        return ""
    return context.t("place.from_day", date=date_text(day_after(place.valid_to), context.language))


def _later_lead(context: Context, place: Place) -> str:
    if place.valid_to is None:
        return ""
    values = {
        "name": in_sentence(place_name(context, place)),
        "n": number_text(len(place.successors), context.language),
    }
    if not place.successors:
        return context.t("place.later.unknown", **values)
    kind = context.archive.gazetteer.places[place.successors[0]].kind
    today = province_today(context, place)
    if kind == "commune" and today is not None:
        values["province"] = in_sentence(place_name(context, today))
    return context.t(f"place.later.{kind}", **values)


def _earlier_groups(context: Context, place: Place) -> Iterator[PlaceGroup]:
    places = context.archive.gazetteer.places
    before = [places[found] for found in predecessors(context, place)]
    if place.kind == "commune" and not place.district:
        # Of the wards before July 2025 the gazetteer has only a few: a list of them would look complete and is not.
        before = [found for found in before if found.kind != "commune"]
    if before:
        merged = place.kind == "district" and not place.predecessors
        key = "earlier_merged" if merged else f"earlier_{before[0].kind}"
        yield _group(context, key, (_dated_entry(context, found) for found in before))
    if place.predecessors_part:
        part = in_place_order(places[found] for found in place.predecessors_part)
        yield _group(context, "earlier_part", (place_entry(context, found) for found in part))


def _later_groups(context: Context, place: Place) -> Iterator[PlaceGroup]:
    places = context.archive.gazetteer.places
    whole = [places[found] for found in place.successors if found not in place.successors_shared]
    if whole and whole[0].kind != "commune":
        entries = (_dated_entry(context, found) for found in in_place_order(whole))
        yield _group(context, f"later_{whole[0].kind}", entries)
        return
    if whole:
        yield _group(context, "later_whole", (place_entry(context, found) for found in in_place_order(whole)))
    for key, shared in (("later_shared", place.successors_shared), ("later_part", place.successors_part)):
        if shared:
            entries = (
                _shared_entry(context, found, place) for found in in_place_order(places[found] for found in shared)
            )
            yield _group(context, key, entries)


def _group(context: Context, key: str, entries: Iterable[PlaceEntry]) -> PlaceGroup:
    note = f"place.group_note.{key}"
    return PlaceGroup(
        title=context.t(f"place.group.{key}"),
        note=context.t(note) if note in context.t else "",
        entries=tuple(entries),
    )


def _dated_entry(context: Context, place: Place) -> PlaceEntry:
    """Return the entry of a place; a province says until or from when, as two provinces may have one name."""
    if place.kind != "province":
        return place_entry(context, place)
    link = place_link(context, place.id, place.valid_to)
    if place.valid_to is not None:
        return PlaceEntry(link, context.t("place.until", date=date_text(place.valid_to, context.language)))
    since = context.t("place.since", date=date_text(place.valid_from, context.language)) if place.valid_from else ""
    return PlaceEntry(link, since)


def _shared_entry(context: Context, place: Place, beside: Place) -> PlaceEntry:
    """Return the entry of a commune with the other districts that its territory comes from."""
    entry = place_entry(context, place)
    known = dict.fromkeys(
        (*place.predecessors, *place.predecessors_part, *place_tables(context).earlier.get(place.id, ()))
    )
    places = context.archive.gazetteer.places
    others = in_place_order(p for p in (places[found] for found in known) if p.kind == "district" and p.id != beside.id)
    if not others:
        return entry
    names = ", ".join(in_sentence(place_name(context, other, other.valid_to)) for other in others)
    details = (context.t("place.with_others", names=names), entry.detail)
    return PlaceEntry(entry.link, " · ".join(detail for detail in details if detail))
