"""The pages of the districts, and of the communes that held a ceremony."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.place import Place
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.links import has_page, home_crumb, place_link, place_name, place_path, section_link
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase
from ceremony_archive.pages.place_facts import PlaceAct, PlaceFact, place_acts, place_doubts, place_facts
from ceremony_archive.pages.place_history import (
    LAST_DAY_OF_DISTRICTS,
    PlaceForm,
    earlier_ceremonies,
    last_change,
    later_ceremonies,
    level_text,
    place_forms,
)
from ceremony_archive.pages.place_names import in_sentence
from ceremony_archive.pages.place_succession import Succession, succession
from ceremony_archive.pages.wording import date_text, number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """What the page of a district or commune shows.

    `forms` is empty when the place had one form only; `missing` says that no ceremony of the place is on record and is
    empty when there is one; the other ceremonies are those of the units before and after.
    """

    name: Phrase
    lead: str
    facts: tuple[PlaceFact, ...]
    forms: tuple[PlaceForm, ...]
    succession: Succession
    acts: tuple[PlaceAct, ...]
    doubts: tuple[Phrase, ...]
    ceremonies: tuple[CeremonyItem, ...]
    missing: str
    earlier_ceremonies: tuple[CeremonyItem, ...]
    later_ceremonies: tuple[CeremonyItem, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of every district and of every commune with a ceremony."""
    for place in context.archive.gazetteer.places.values():
        if place.kind != "province" and has_page(context.archive, place):
            yield _page(context, place)


def area_json(context: Context, place: Place) -> Json:
    """Return the schema.org description of the place: its names and what it lies in."""
    name = place_name(context, place)
    forms = (form.name.text for form in place_forms(context, place)) if place.former else ()
    others = [other for other in dict.fromkeys((*forms, place.name)) if other != name.text]
    area: dict[str, object] = {
        "@type": "AdministrativeArea",
        "name": name.text,
        "url": place_path(place.id),
    }
    if others:
        area["alternateName"] = others
    if place.province:
        parent = place_link(context, place.province, place.valid_to).text.text
        area["containedInPlace"] = {"@type": "AdministrativeArea", "name": parent, "url": place_path(place.province)}
    return area


def _page(context: Context, place: Place) -> Page:
    held = context.archive.ceremonies_of_place.get(place.id, ())
    earlier, later = earlier_ceremonies(context, place), later_ceremonies(context, place)
    shown = (*held, *earlier, *later)
    name = place_name(context, place)
    province = place_link(context, place.province, place.valid_to) if place.province else None
    crumbs = (home_crumb(context), section_link(context, "places", "places/index.html"))
    return Page(
        path=place_path(place.id),
        language=context.language,
        template="pages/place.html",
        title=f"{name.text}, {province.text.text}" if province else name.text,
        description=_description(context, place, name, province, len(held)),
        data=PlacePage(
            name=name,
            lead=_lead(context, place, name, province),
            facts=place_facts(context, place),
            forms=place_forms(context, place) if place.former else (),
            succession=succession(context, place),
            acts=place_acts(context, place),
            doubts=place_doubts(context, place),
            ceremonies=ceremony_items(context, held),
            missing="" if held else context.t("place.missing", name=in_sentence(name)),
            earlier_ceremonies=ceremony_items(context, earlier),
            later_ceremonies=ceremony_items(context, later),
        ),
        breadcrumbs=(*crumbs, province) if province else crumbs,
        json_ld=(area_json(context, place),),
        records=tuple(ceremony.id for ceremony in shown),
        modified=last_change(shown),
    )


def _lead(context: Context, place: Place, name: Phrase, province: Link | None) -> str:
    values = {
        "name": name.text,
        "level": level_text(context, place.level),
        "province": in_sentence(province.text) if province else "",
        "date": date_text(place.valid_to, context.language) if place.valid_to else "",
    }
    if place.valid_to is None:
        return context.t(f"place.lead.{place.kind}_in_force", **values)
    ended_with_all = place.kind == "district" and place.valid_to == LAST_DAY_OF_DISTRICTS
    return context.t("place.lead.ended_with_all" if ended_with_all else f"place.lead.{place.kind}_ended", **values)


def _description(context: Context, place: Place, name: Phrase, province: Link | None, count: int) -> str:
    values = {
        "name": name.text,
        "province": in_sentence(province.text) if province else "",
        "code": place.gso_code or "–",
        "n": number_text(count, context.language),
        "followed": number_text(len(place.successors), context.language),
        "date": date_text(place.valid_to, context.language) if place.valid_to else "",
    }
    return context.t("place.description.in_force" if place.valid_to is None else "place.description.ended", **values)
