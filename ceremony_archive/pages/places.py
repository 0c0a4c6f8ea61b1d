"""The page of all provinces, those until 30 June 2025 and those of today."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.place import Place
from ceremony_archive.pages.links import home_crumb, place_link
from ceremony_archive.pages.page import Context, Link, Page
from ceremony_archive.pages.place import pages as unit_pages
from ceremony_archive.pages.place_history import LAST_DAY_OF_DISTRICTS, last_change, place_tables
from ceremony_archive.pages.place_names import in_place_order
from ceremony_archive.pages.province import pages as province_pages
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceRow:
    """A province in one of the two tables. `units` counts its districts, or its communes of today.

    `others` are the provinces that it came from, or the one that it became.
    """

    province: Link
    units: str
    ceremonies: str
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """What the page of all provinces shows. `ended_before` are the provinces on record that were gone by then."""

    today_lead: str
    today: tuple[ProvinceRow, ...]
    former_lead: str
    former: tuple[ProvinceRow, ...]
    ended_before: tuple[Link, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of all provinces, then every page of a place."""
    yield _index(context)
    yield from province_pages(context)
    yield from unit_pages(context)


def _index(context: Context) -> Page:
    provinces = in_place_order(p for p in context.archive.gazetteer.places.values() if p.kind == "province")
    former = [province for province in provinces if province.exists_on(LAST_DAY_OF_DISTRICTS.last_day)]
    today = [province for province in provinces if province.valid_to is None]
    ceremonies = context.archive.ceremonies
    districts = sum(len(_districts(context, province)) for province in former)
    numbers = {"former": number_text(len(former), context.language), "today": number_text(len(today), context.language)}
    return Page(
        path="places/index.html",
        language=context.language,
        template="pages/places.html",
        title=context.t("section.places"),
        description=context.t("places.description", districts=number_text(districts, context.language), **numbers),
        data=PlacesPage(
            today_lead=context.t("places.today_lead", **numbers),
            today=tuple(_row_today(context, province) for province in today),
            former_lead=context.t("places.former_lead", districts=number_text(districts, context.language), **numbers),
            former=tuple(_row_then(context, province) for province in former),
            ended_before=tuple(place_link(context, p.id) for p in provinces if _ended_before(p)),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in ceremonies),
        modified=last_change(ceremonies),
    )


def _ended_before(province: Place) -> bool:
    return province.valid_to is not None and province.valid_to.last_day < LAST_DAY_OF_DISTRICTS.last_day


def _districts(context: Context, province: Place) -> list[Place]:
    return [place for place in context.archive.districts_of_province.get(province.id, ()) if not place.historic]


def _row_then(context: Context, province: Place) -> ProvinceRow:
    return ProvinceRow(
        province=place_link(context, province.id, LAST_DAY_OF_DISTRICTS),
        units=number_text(len(_districts(context, province)), context.language),
        ceremonies=_held(context, province),
        others=tuple(place_link(context, successor) for successor in province.successors),
    )


def _row_today(context: Context, province: Place) -> ProvinceRow:
    communes = context.archive.communes_of_province.get(province.id, ())
    return ProvinceRow(
        province=place_link(context, province.id),
        units=number_text(len(communes), context.language),
        ceremonies=_held(context, province),
        others=tuple(place_link(context, p, LAST_DAY_OF_DISTRICTS) for p in province.predecessors),
    )


def _held(context: Context, province: Place) -> str:
    ceremonies = place_tables(context).ceremonies_of_province.get(province.id, ())
    return number_text(len(ceremonies), context.language)
