"""What a place was and what it became: its forms by date, the units before and after it, and their ceremonies."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.fold import slug
from ceremony_archive.model.place import FormerForm, Place
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.links import place_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.place_names import in_place_order
from ceremony_archive.pages.wording import date_text

Value = TypeVar("Value")

LAST_DAY_OF_DISTRICTS = PartialDate(2025, 6, 30)
ACT_THAT_ENDED_DISTRICTS = "203/2025/QH15"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceForm:
    """One form of a unit, with the days between which it held.

    `since` is empty when the first day is not known, `until` when the form is in force, `act` when the act that ended
    the form is not known. Not stated: `province` is None for a province.
    """

    name: Phrase
    level: str
    code: str
    province: Link | None
    since: str
    until: str
    act: str


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """What many place pages look up, made once for each language.

    `earlier` has, for each place, the places that name it as what followed them; `ceremonies_of_province` all
    ceremonies within a province; `districts_of_code` the districts that ever had a code; `districts_once_of` the
    districts that a province lost while they went on.
    """

    earlier: Mapping[str, tuple[str, ...]]
    ceremonies_of_province: Mapping[str, tuple[Ceremony, ...]]
    districts_of_code: Mapping[str, tuple[Place, ...]]
    districts_once_of: Mapping[str, tuple[Place, ...]]


def place_tables(context: Context) -> PlaceTables:
    """Return the tables of the archive."""
    tables = context.cache.get("place-tables")
    if not isinstance(tables, PlaceTables):
        tables = context.cache["place-tables"] = _tables(context)
    return tables


def place_forms(context: Context, place: Place) -> tuple[PlaceForm, ...]:
    """Return the forms of the place, oldest first; the last one is that of its name."""
    stages = _stages(place)
    first_days = (place.valid_from, *(day_after(form.valid_to) for form in place.former))
    last_days = (*(form.valid_to for form in place.former), place.valid_to)
    acts = (*(form.act for form in place.former), end_act(place))
    return tuple(
        PlaceForm(
            name=_stage_name(context, stage),
            level=level_text(context, stage.level or place.level),
            code=stage.gso_code or "",
            province=_province_link(context, stage.province, until),
            since=date_text(since, context.language) if since else "",
            until=date_text(until, context.language) if until else "",
            act=act or "",
        )
        for stage, since, until, act in zip(stages, first_days, last_days, acts, strict=True)
    )


def end_act(place: Place) -> str | None:
    """Return the number of the act that ended the place, or None where it has not ended or the act is not known.

    The `act` of a province that has ended is the one that ended it; the last districts ended all together.
    """
    if place.valid_to is None or place.end_act is not None:
        return place.end_act
    if place.kind == "province":
        return place.act
    return ACT_THAT_ENDED_DISTRICTS if place.kind == "district" and place.valid_to == LAST_DAY_OF_DISTRICTS else None


def level_text(context: Context, level: str) -> str:
    """Return the level in the language of the page; the Vietnamese word stays beside the English one."""
    return context.t(f"place.level.{slug(level)}")


def day_after(day: PartialDate) -> PartialDate:
    """Return the day on which the next form begins."""
    following = day.last_day + timedelta(days=1)
    return PartialDate(following.year, following.month, following.day)


def predecessors(context: Context, place: Place) -> tuple[str, ...]:
    """Return the ids of the units whose territory the place took over whole or in good part, by name."""
    known = dict.fromkeys((*place.predecessors, *place_tables(context).earlier.get(place.id, ())))
    places = context.archive.gazetteer.places
    return tuple(found.id for found in in_place_order(places[place_id] for place_id in known))


def earlier_ceremonies(context: Context, place: Place) -> tuple[Ceremony, ...]:
    """Return the ceremonies of all units before the place, however far back."""
    return _ceremonies_along(context, place, lambda found: predecessors(context, found))


def later_ceremonies(context: Context, place: Place) -> tuple[Ceremony, ...]:
    """Return the ceremonies of all units that followed the place; those that took only a piece are left out."""
    return _ceremonies_along(context, place, lambda found: found.successors)


def province_today(context: Context, place: Place) -> Place | None:
    """Return the province of today in which the place lies, or None when the gazetteer does not lead to one."""
    places = context.archive.gazetteer.places
    found = places.get(place.province) if place.province else None
    while found is not None and found.valid_to is not None:
        found = places.get(found.successors[0]) if found.successors else None
    return found


def last_change(ceremonies: Iterable[Ceremony]) -> PartialDate | None:
    """Return the date of the last correction to the records, or None when none was corrected."""
    dates = (change.date for ceremony in ceremonies for change in ceremony.changes)
    return max(dates, key=_last_day, default=None)


def _last_day(day: PartialDate) -> date:
    return day.last_day


def _tables(context: Context) -> PlaceTables:
    archive = context.archive
    places = archive.gazetteer.places
    earlier: defaultdict[str, list[str]] = defaultdict(list)
    codes: defaultdict[str, list[Place]] = defaultdict(list)
    once: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        for successor in place.successors:
            earlier[successor].append(place.id)
        if place.kind == "district":
            for code in dict.fromkeys((place.gso_code, *(form.gso_code for form in place.former))):
                if code:
                    codes[code].append(place)
            for province in dict.fromkeys(form.province for form in place.former):
                if province and province != place.province:
                    once[province].append(place)
    held: defaultdict[str, list[Ceremony]] = defaultdict(list)
    for ceremony in archive.ceremonies:
        place = places[ceremony.place]
        held[place.id if place.kind == "province" else place.province or ""].append(ceremony)
    return PlaceTables(_frozen(earlier), _frozen(held), _frozen(codes), _frozen(once))


def _frozen(groups: Mapping[str, list[Value]]) -> dict[str, tuple[Value, ...]]:
    return {key: tuple(members) for key, members in groups.items()}


def _stages(place: Place) -> list[FormerForm]:
    """Return what held in each form, oldest first: what a former form does not state is as in the one after it."""
    last = place.valid_to or LAST_DAY_OF_DISTRICTS
    later = FormerForm(
        name=place.name,
        name_en=place.name_en,
        level=place.level,
        gso_code=place.gso_code,
        province=place.province,
        valid_to=last,
    )
    stages = [later]
    for form in reversed(place.former):
        same_name = form.name is None or form.name == later.name
        later = FormerForm(
            name=form.name or later.name,
            name_en=form.name_en or (later.name_en if same_name else None),
            level=form.level or later.level,
            gso_code=form.gso_code or later.gso_code,
            province=form.province or later.province,
            valid_to=form.valid_to,
        )
        stages.append(later)
    return stages[::-1]


def _stage_name(context: Context, stage: FormerForm) -> Phrase:
    if context.language == "en" and stage.name_en is not None:
        return Phrase(stage.name_en, "en")
    return Phrase(stage.name or "", "vi")


def _province_link(context: Context, province: str | None, on: PartialDate | None) -> Link | None:
    if province is None or province not in context.archive.gazetteer.places:
        return None
    return place_link(context, province, on)


def _ceremonies_along(context: Context, place: Place, step: Callable[[Place], Iterable[str]]) -> tuple[Ceremony, ...]:
    held = context.archive.ceremonies_of_place
    return tuple(ceremony for found in _walk(context, place, step) for ceremony in held.get(found, ()))


def _walk(context: Context, place: Place, step: Callable[[Place], Iterable[str]]) -> Iterator[str]:
    """Yield the ids of the places that the steps lead to, nearest first, each once, without the place itself."""
    places = context.archive.gazetteer.places
    seen = {place.id}
    waiting = [place]
    while waiting:
        for found in step(waiting.pop(0)):
            if found not in seen:
                seen.add(found)
                waiting.append(places[found])
                yield found
