"""The facts, legal acts and open questions that the page of a place states."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.place import FormerForm, Place
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.links import place_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.place_history import (
    PlaceForm,
    day_after,
    end_act,
    level_text,
    place_forms,
    place_tables,
    province_today,
)
from ceremony_archive.pages.place_names import in_sentence
from ceremony_archive.pages.wording import date_text

FIRST_RELIABLE_DAY = PartialDate(2019, 9, 1)
FIRST_YEAR_WITH_PREDECESSORS = 2013


@dataclass(frozen=True, slots=True)
class PlaceFact:
    """One row of the facts: a label and one or more values."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAct:
    """A legal act and what it did to the place.

    Not stated: `body`, `subject` and `doubt` are None, `issued` and `applies_from` empty, for an act of which the
    archive has the number only.
    """

    effect: str
    number: str
    body: Phrase | None = None
    issued: str = ""
    applies_from: str = ""
    subject: Phrase | None = None
    doubt: Phrase | None = None


def place_facts(context: Context, place: Place) -> tuple[PlaceFact, ...]:
    """Return the facts of the place in the order in which the page shows them."""
    return tuple(_facts(context, place))


def place_acts(context: Context, place: Place) -> tuple[PlaceAct, ...]:
    """Return the legal acts that made, changed and ended the place, then those that rearranged what lies around it."""
    return tuple(_act(context, effect, number) for effect, number in _acts(context, place))


def place_doubts(context: Context, place: Place) -> tuple[Phrase, ...]:
    """Return what is not verified about the place, and the remarks of the gazetteer."""
    remarks = tuple(context.phrase(remark) for remark in (place.unverified, place.note) if remark is not None)
    return (*remarks, *(context.own(context.t(f"place.doubt.{key}")) for key in _doubts(place)))


def _facts(context: Context, place: Place) -> Iterator[PlaceFact]:
    t = context.t
    yield _fact(context, "level", level_text(context, place.level))
    if place.gso_code:
        codes = _codes(context, place) if any(form.gso_code for form in place.former) else (place.gso_code,)
        yield _fact(context, "code", *codes)
    tables = place_tables(context)
    others = [p for p in tables.districts_of_code.get(place.gso_code or "", ()) if p.id != place.id]
    if place.kind == "district" and others:
        yield PlaceFact(t("place.fact.code_shared"), tuple(place_link(context, other.id) for other in others))
    if place.district:
        yield PlaceFact(t("place.fact.district"), (place_link(context, place.district, place.valid_to),))
    if place.province:
        yield from _province_facts(context, place, place.province)
    since = date_text(place.valid_from, context.language) if place.valid_from else t("place.older")
    yield _fact(context, "since", since)
    until = date_text(place.valid_to, context.language) if place.valid_to else t("place.in_force")
    yield _fact(context, "until", until)


def _province_facts(context: Context, place: Place, province: str) -> Iterator[PlaceFact]:
    today = province_today(context, place)
    if today is not None and today.id == province:
        yield PlaceFact(context.t("place.fact.province"), (place_link(context, province),))
        return
    yield PlaceFact(context.t("place.fact.province_then"), (place_link(context, province, place.valid_to),))
    if today is not None:
        yield PlaceFact(context.t("place.fact.province_today"), (place_link(context, today.id),))


def _fact(context: Context, key: str, *values: str) -> PlaceFact:
    return PlaceFact(context.t(f"place.fact.{key}"), tuple(Link(context.own(value)) for value in values))


def _codes(context: Context, place: Place) -> list[str]:
    """Return every code with the days between which it held, oldest first."""
    runs: list[tuple[PlaceForm, PlaceForm]] = []
    for form in place_forms(context, place):
        if runs and runs[-1][1].code == form.code:
            runs[-1] = (runs[-1][0], form)
        else:
            runs.append((form, form))
    texts = []
    for first, last in runs:
        until = context.t("place.until", date=last.until) if last.until else ""
        since = context.t("place.since", date=first.since) if first.since else ""
        days = ", ".join(words for words in (since, until) if words)
        texts.append(f"{first.code} ({days})" if days else first.code)
    return texts


def _acts(context: Context, place: Place) -> Iterator[tuple[str, str]]:
    """Yield what an act did and its number."""
    t = context.t
    if place.act and place.act != end_act(place):
        yield t("place.act.made"), place.act
    following = (*place.former, None)[1:]
    for form, after in zip(place.former, following, strict=True):
        if form.act:
            yield _effect_on_form(context, place, form, after), form.act
    ended_by = end_act(place)
    if ended_by:
        yield t("place.act.ended"), ended_by
    yield from _acts_around(context, place)


def _acts_around(context: Context, place: Place) -> Iterator[tuple[str, str]]:
    places = context.archive.gazetteer.places
    today = place if place.kind == "province" else province_today(context, place)
    province = places.get(place.province) if place.province else None
    if place.historic or today is None:
        return
    if province is not None and province.valid_to is not None and province.act:
        yield context.t("place.act.provinces"), province.act
    if today.commune_act:
        yield context.t("place.act.communes"), today.commune_act


def _effect_on_form(context: Context, place: Place, form: FormerForm, after: FormerForm | None) -> str:
    name_after = (after.name if after else None) or place.name
    if form.name is None or form.name == name_after:
        return context.t("place.act.changed", date=date_text(day_after(form.valid_to), context.language))
    name = in_sentence(context.vietnamese(form.name))
    return context.t("place.act.renamed", name=name, date=date_text(form.valid_to, context.language))


def _act(context: Context, effect: str, number: str) -> PlaceAct:
    key = f"place-act:{effect}:{number}"
    known = context.cache.get(key)
    if isinstance(known, PlaceAct):
        return known
    act = context.archive.gazetteer.acts.get(number)
    made = PlaceAct(effect=effect, number=number)
    if act is not None:
        made = PlaceAct(
            effect=effect,
            number=number,
            body=context.vietnamese(act.body),
            issued=date_text(act.issued, context.language) if act.issued else "",
            applies_from=date_text(act.applies_from, context.language),
            subject=context.vietnamese(act.subject),
            doubt=context.optional_phrase(act.unverified),
        )
    context.cache[key] = made
    return made


def _doubts(place: Place) -> Iterator[str]:
    """Yield the keys of the open questions, as the notes on the gazetteer name them."""
    if place.kind == "district" and place.valid_from is not None:
        if not place.act:
            yield "no_act"
        if place.valid_from.year < FIRST_YEAR_WITH_PREDECESSORS and not place.predecessors:
            yield "no_predecessors"
    if any(not form.act for form in place.former):
        yield "no_form_act"
    if place.historic and not place.end_act:
        yield "no_end_act"
    days = (place.valid_from, place.valid_to, *(form.valid_to for form in place.former))
    if any(day is not None and day.last_day < FIRST_RELIABLE_DAY.first_day for day in days):
        yield "early_dates"
