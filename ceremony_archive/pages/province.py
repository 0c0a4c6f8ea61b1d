"""The pages of the provinces: those until 30 June 2025 and those of today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_archive.model.place import Place
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.links import home_crumb, place_name, place_path, section_link
from ceremony_archive.pages.page import Context, Page, Phrase
from ceremony_archive.pages.place import area_json
from ceremony_archive.pages.place_facts import PlaceAct, PlaceFact, place_acts, place_doubts, place_facts
from ceremony_archive.pages.place_history import (
    LAST_DAY_OF_DISTRICTS,
    PlaceForm,
    last_change,
    level_text,
    place_forms,
    place_tables,
)
from ceremony_archive.pages.place_names import in_place_order
from ceremony_archive.pages.place_succession import (
    PlaceEntry,
    PlaceGroup,
    Succession,
    place_entry,
    succession,
)
from ceremony_archive.pages.wording import date_text, number_text


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. Not stated: `target` is None where there is nothing to go to."""

    value: str
    label: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincePage:
    """What the page of a province shows. `ceremonies` are those of the province itself, not of its districts.

    `missing` says that nothing within the province is on record; it is empty when something is.
    """

    name: Phrase
    lead: str
    figures: tuple[Figure, ...]
    facts: tuple[PlaceFact, ...]
    forms: tuple[PlaceForm, ...]
    succession: Succession
    acts: tuple[PlaceAct, ...]
    doubts: tuple[Phrase, ...]
    ceremonies: tuple[CeremonyItem, ...]
    missing: str
    districts: tuple[PlaceGroup, ...]
    communes: tuple[PlaceEntry, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of every province."""
    for place in context.archive.gazetteer.places.values():
        if place.kind == "province":
            yield _page(context, place)


def dated_name(context: Context, place: Place) -> str:
    """Return the name of the province with its last or first day where it has one: two provinces may have one name."""
    name = place_name(context, place).text
    if place.valid_to is not None:
        return f"{name} ({context.t('place.until', date=date_text(place.valid_to, context.language))})"
    if place.valid_from is not None:
        return f"{name} ({context.t('place.since', date=date_text(place.valid_from, context.language))})"
    return name


def _page(context: Context, place: Place) -> Page:
    archive = context.archive
    within = place_tables(context).ceremonies_of_province.get(place.id, ())
    districts = archive.districts_of_province.get(place.id, ())
    communes = archive.communes_of_province.get(place.id, ())
    title = dated_name(context, place)
    return Page(
        path=place_path(place.id),
        language=context.language,
        template="pages/province.html",
        title=title,
        description=_description(context, title, districts, communes, len(within)),
        data=ProvincePage(
            name=place_name(context, place),
            lead=_lead(context, place),
            figures=tuple(_figures(context, place_path(place.id), districts, communes, len(within))),
            facts=place_facts(context, place),
            forms=place_forms(context, place) if place.former else (),
            succession=succession(context, place),
            acts=place_acts(context, place),
            doubts=place_doubts(context, place),
            ceremonies=ceremony_items(context, archive.ceremonies_of_place.get(place.id, ())),
            missing="" if within else context.t("place.missing_province"),
            districts=tuple(_district_groups(context, place, districts)),
            communes=tuple(place_entry(context, commune) for commune in in_place_order(communes)),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, "places", "places/index.html")),
        json_ld=(area_json(context, place),),
        records=tuple(ceremony.id for ceremony in within),
        modified=last_change(within),
    )


def _lead(context: Context, place: Place) -> str:
    values = {
        "name": place_name(context, place).text,
        "level": level_text(context, place.level),
        "date": date_text(place.valid_to or place.valid_from or LAST_DAY_OF_DISTRICTS, context.language),
    }
    if place.valid_to is not None:
        return context.t("place.lead.province_ended", **values)
    return context.t("place.lead.province_new" if place.valid_from else "place.lead.province_unchanged", **values)


def _description(
    context: Context, title: str, districts: tuple[Place, ...], communes: tuple[Place, ...], ceremonies: int
) -> str:
    numbers = {
        "districts": number_text(sum(not district.historic for district in districts), context.language),
        "communes": number_text(len(communes), context.language),
        "n": number_text(ceremonies, context.language),
    }
    kinds = [kind for kind, members in (("districts", districts), ("communes", communes)) if members]
    kind = "_and_".join(kinds) or "alone"
    return context.t(f"place.description.province_{kind}", name=title, **numbers)


def _figures(
    context: Context, path: str, districts: tuple[Place, ...], communes: tuple[Place, ...], ceremonies: int
) -> Iterator[Figure]:
    numbers = (
        ("districts", sum(not district.historic for district in districts), f"{path}#districts"),
        ("communes", len(communes), f"{path}#communes"),
        ("ceremonies", ceremonies, None),
    )
    for key, count, target in numbers:
        if count or target is None:
            label = context.t(f"place.figure.{key}", n=count)
            yield Figure(number_text(count, context.language), label, target)


def _district_groups(context: Context, province: Place, districts: Iterable[Place]) -> Iterator[PlaceGroup]:
    ordered = in_place_order(districts)
    groups = (
        ("districts_last", [district for district in ordered if not district.historic]),
        ("districts_ended", [district for district in ordered if district.historic]),
        ("districts_moved", in_place_order(place_tables(context).districts_once_of.get(province.id, ()))),
    )
    for key, members in groups:
        if members:
            entries = tuple(place_entry(context, member) for member in members)
            yield PlaceGroup(title=context.t(f"place.group.{key}"), note="", entries=entries)
