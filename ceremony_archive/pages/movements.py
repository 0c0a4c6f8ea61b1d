"""Emulation movements and campaigns: the list, and the page of each with the ceremonies that name it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args, get_type_hints

from ceremony_archive.model.archive import ceremony_order
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.fold import collation_key
from ceremony_archive.model.vocabulary import Launch, Movement, MovementPhase
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_item
from ceremony_archive.pages.ceremony_sources import as_printed
from ceremony_archive.pages.links import home_crumb, movement_link, section_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.vocabulary_words import (
    Evidence,
    defined_term,
    description,
    evidence,
    fact_row,
    other_name,
    other_name_row,
    printed_row,
    validity,
)
from ceremony_archive.pages.wording import date_text, long_date_text, number_text

PATH = "movements/index.html"
KINDS: tuple[str, ...] = get_args(get_type_hints(Movement)["kind"])


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One movement in the list. Not stated: `since` is empty where no date is known."""

    movement: Link
    other_name: Phrase | None
    since: str
    ceremonies: str


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The movements of a kind, in the order of their names."""

    name: str
    anchor: str
    movements: tuple[MovementRow, ...]


@dataclass(frozen=True, slots=True)
class MovementIndex:
    """The page of all movements."""

    title: str
    lead: str
    kinds: tuple[KindGroup, ...]


@dataclass(frozen=True, slots=True)
class LaunchItem:
    """When the movement began, as far as it is known.

    Not stated: `of` is None where the date is of the movement itself.
    """

    words: str
    of: Phrase | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A stretch of the movement with a name or a text of its own.

    Not stated: what is None the vocabulary does not give.
    """

    period: str
    name: Phrase | None
    basis: Phrase | None
    conflict: Phrase | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class NamingItem:
    """A ceremony that names the movement, and the names that its sources print. Not stated: `printed` may be empty."""

    ceremony: CeremonyItem
    printed: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPage:
    """The page of a movement. Not stated: `launch` and `note` are None where nothing is known or needs saying."""

    title: Phrase
    lead: str
    facts: tuple[Fact, ...]
    launch: LaunchItem | None
    phases: tuple[PhaseRow, ...]
    note: Phrase | None
    doubt: str
    heading: str
    ceremonies: tuple[NamingItem, ...]
    missing: str


def pages(context: Context) -> Iterator[Page]:
    """Return the list of movements, then the page of each."""
    yield _index(context)
    for movement in context.archive.vocabularies.movements.values():
        yield _page(context, movement)


def _index(context: Context) -> Page:
    archive, t = context.archive, context.t
    movements = archive.vocabularies.movements
    named = {ceremony.id: ceremony for found in archive.ceremonies_of_movement.values() for ceremony in found}
    count = number_text(len(movements), context.language)
    groups = (
        KindGroup(
            t(f"movements.kinds.{kind}"),
            f"kind-{kind}",
            _rows(context, (movement for movement in movements.values() if movement.kind == kind)),
        )
        for kind in KINDS
    )
    return Page(
        path=PATH,
        language=context.language,
        template="pages/movements.html",
        title=t("section.movements"),
        description=t("movements.index.description", n=count),
        data=MovementIndex(
            t("section.movements"),
            t("movements.index.lead", n=count),
            tuple(group for group in groups if group.movements),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(sorted(named)),
        modified=last_change(named.values()),
    )


def _rows(context: Context, movements: Iterator[Movement]) -> tuple[MovementRow, ...]:
    rows = (
        MovementRow(
            movement_link(context, movement.id),
            other_name(context, movement.name),
            _since(context, movement.since) if movement.since else "",
            number_text(len(context.archive.ceremonies_of_movement.get(movement.id, ())), context.language),
        )
        for movement in movements
    )
    return tuple(sorted(rows, key=lambda row: collation_key(row.movement.text.text)))


def _page(context: Context, movement: Movement) -> Page:
    t = context.t
    ceremonies = context.archive.ceremonies_of_movement.get(movement.id, ())
    name, link = context.phrase(movement.name), movement_link(context, movement.id)
    kind = t(f"movements.kind.{movement.kind}")
    count = number_text(len(ceremonies), context.language)
    words = description(context, "movements.page.description", name=name.text, kind=kind, n=count)
    newest_first = sorted(ceremonies, key=ceremony_order, reverse=True)
    return Page(
        path=link.target or PATH,
        language=context.language,
        template="pages/movement.html",
        title=f"{name.text} ({kind})",  # an award form may bear the same name
        description=words,
        data=MovementPage(
            title=name,
            lead=t("movements.page.lead", kind=kind),
            facts=tuple(row for row in _facts(context, movement, kind) if row.values),
            launch=_launch(context, movement.since) if movement.since else None,
            phases=tuple(_phase(context, phase) for phase in movement.phases),
            note=context.optional_phrase(movement.note),
            doubt="" if movement.verified else t("movements.doubt"),
            heading=t("movements.page.ceremonies", n=count),
            ceremonies=tuple(_naming(context, ceremony, movement) for ceremony in newest_first),
            missing="" if ceremonies else t("movements.page.missing"),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, "movements", PATH)),
        json_ld=(
            defined_term(
                context,
                movement.name,
                link.target or PATH,
                description=words,
                set_name=t("section.movements"),
                set_path=PATH,
            ),
        ),
        records=tuple(ceremony.id for ceremony in ceremonies),
        modified=last_change(ceremonies),
    )


def _facts(context: Context, movement: Movement, kind: str) -> Iterator[Fact]:
    yield other_name_row(context, movement.name)
    yield fact_row(context, "movements.fact.kind", kind)
    yield fact_row(context, "movements.fact.launched_by", context.optional_phrase(movement.launched_by))
    yield printed_row(context, "vocabulary.variants", movement.variants)


def _launch(context: Context, launch: Launch) -> LaunchItem:
    known = evidence(context, launch.verified, weak=launch.weak_source, url=launch.source)
    of = context.optional_phrase(launch.of)
    return LaunchItem(_since(context, launch, long=True) or context.t("date.unknown"), of, known)


def _since(context: Context, launch: Launch, *, long: bool = False) -> str:
    """Return the date of the launch in words, or the bounds between which it lies; empty without either."""
    t, language = context.t, context.language
    if launch.date:
        return long_date_text(launch.date, language) if long else date_text(launch.date, language)
    earliest = date_text(launch.not_before, language) if launch.not_before else ""
    latest = date_text(launch.not_after, language) if launch.not_after else ""
    if earliest and latest:
        return t("movements.since.between", earliest=earliest, latest=latest)
    if earliest:
        return t("movements.since.not_before", date=earliest)
    return t("movements.since.not_after", date=latest) if latest else ""


def _phase(context: Context, phase: MovementPhase) -> PhaseRow:
    return PhaseRow(
        validity(context, phase.since, phase.until) or context.t("date.unknown"),
        context.vietnamese(phase.name) if phase.name else None,
        context.vietnamese(phase.basis) if phase.basis else None,
        context.optional_phrase(phase.conflict),
        evidence(context, phase.verified, weak=phase.weak_source, url=phase.source),
    )


def _naming(context: Context, ceremony: Ceremony, movement: Movement) -> NamingItem:
    printed = (as_printed(ceremony, t.name, t.source) for t in ceremony.themes if t.movement == movement.id)
    return NamingItem(ceremony_item(context, ceremony), tuple(dict.fromkeys(phrase for phrase in printed if phrase)))
