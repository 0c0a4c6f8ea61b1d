"""Who confers: the list of conferring authorities by level, and the page of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args, get_type_hints

from ceremony_archive.model.vocabulary import AmbiguousPrint, Authority, Power
from ceremony_archive.pages.award_form import power_evidence
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.links import authority_link, form_link, home_crumb, section_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.register_years import Register, record_ids, register_part, register_year_pages
from ceremony_archive.pages.tally import TallyText, lines_tally, tally_text
from ceremony_archive.pages.vocabulary_words import (
    Evidence,
    defined_term,
    description,
    fact_row,
    other_name,
    other_name_row,
    printed_row,
    validity,
)
from ceremony_archive.pages.wording import number_text

PATH = "authorities/index.html"
LEVELS: tuple[str, ...] = get_args(get_type_hints(Authority)["level"])


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityRow:
    """One authority in the list.

    Not stated: `kind` is None for a kind of authority itself; `ended` is empty for one that still confers.
    """

    authority: Link
    other_name: Phrase | None
    kind: Link | None
    lines: TallyText
    is_unverified: bool
    ended: str


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """The authorities of a level, in the order of the vocabulary."""

    name: str
    anchor: str
    authorities: tuple[AuthorityRow, ...]


@dataclass(frozen=True, slots=True)
class AmbiguousRow:
    """A printed name that may mean several authorities, and how to decide."""

    printed: Phrase
    authorities: tuple[Link, ...]
    rule: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityIndex:
    """The page of all authorities."""

    title: str
    lead: str
    levels: tuple[LevelGroup, ...]
    ambiguous: tuple[AmbiguousRow, ...]


@dataclass(frozen=True, slots=True)
class PowerItem:
    """A power to confer some forms, for a time.

    Not stated: `basis` and `note` are None where the vocabulary has none.
    """

    period: str
    basis: Phrase | None
    evidence: Evidence
    note: Phrase | None
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityPage:
    """The page of an authority. Not stated: texts are empty, and `note` None, where nothing needs saying."""

    title: Phrase
    lead: str
    facts: tuple[Fact, ...]
    note: Phrase | None
    doubt: str
    powers: tuple[PowerItem, ...]
    inherited: str
    kind: Link | None
    register: Register
    missing: str


def pages(context: Context) -> Iterator[Page]:
    """Return the list, then the page of each authority, with a page for each year where its lines are many."""
    yield _index(context)
    crumbs = (home_crumb(context), section_link(context, "authorities", PATH))
    for authority in context.archive.vocabularies.authorities.values():
        yield _page(context, authority, crumbs)
        lines = context.archive.awards_of_authority.get(authority.id, ())
        yield from register_year_pages(context, authority_link(context, authority.id), lines, breadcrumbs=crumbs)


def _index(context: Context) -> Page:
    archive, t = context.archive, context.t
    authorities = archive.vocabularies.authorities
    ambiguous = archive.vocabularies.authority_lists.ambiguous_in_print
    ceremonies = tuple(c for c in archive.ceremonies if any(award.conferred_by for award in c.awards))
    count = number_text(len(authorities), context.language)
    groups = (
        LevelGroup(
            t(f"authorities.level.{level}"),
            f"level-{level}",
            tuple(_row(context, authority) for authority in authorities.values() if authority.level == level),
        )
        for level in LEVELS
    )
    return Page(
        path=PATH,
        language=context.language,
        template="pages/authorities.html",
        title=t("section.authorities"),
        description=t("authorities.index.description", n=count),
        data=AuthorityIndex(
            title=t("section.authorities"),
            lead=t("authorities.index.lead", n=count),
            levels=tuple(group for group in groups if group.authorities),
            ambiguous=tuple(_ambiguous(context, printed) for printed in ambiguous),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in ceremonies),
        modified=last_change(ceremonies),
    )


def _row(context: Context, authority: Authority) -> AuthorityRow:
    lines = context.archive.awards_of_authority.get(authority.id, ())
    return AuthorityRow(
        authority=authority_link(context, authority.id),
        other_name=other_name(context, authority.name),
        kind=authority_link(context, authority.instance_of) if authority.instance_of else None,
        lines=tally_text(context, lines_tally(award for _, award in lines)),
        is_unverified=not authority.verified,
        ended=validity(context, None, authority.until),
    )


def _ambiguous(context: Context, printed: AmbiguousPrint) -> AmbiguousRow:
    authorities = tuple(authority_link(context, authority) for authority in printed.authorities)
    return AmbiguousRow(context.vietnamese(printed.as_printed), authorities, context.phrase(printed.rule))


def _page(context: Context, authority: Authority, breadcrumbs: tuple[Link, ...]) -> Page:
    lines = context.archive.awards_of_authority.get(authority.id, ())
    name, link = context.phrase(authority.name), authority_link(context, authority.id)
    path = link.target or PATH
    level = context.t(f"authorities.level.{authority.level}")
    count = number_text(lines_tally(award for _, award in lines).standing, context.language)
    words = description(context, "authorities.page.description", name=name.text, level=level, n=count)
    return Page(
        path=path,
        language=context.language,
        template="pages/authority.html",
        title=name.text,
        description=words,
        data=_data(context, authority, register_part(context, path, lines)),
        breadcrumbs=breadcrumbs,
        json_ld=(
            defined_term(
                context,
                authority.name,
                path,
                description=words,
                set_name=context.t("section.authorities"),
                set_path=PATH,
            ),
        ),
        records=record_ids(lines),
        modified=last_change(ceremony for ceremony, _ in lines),
    )


def _data(context: Context, authority: Authority, register: Register) -> AuthorityPage:
    t = context.t
    kind = authority_link(context, authority.instance_of) if authority.instance_of else None
    return AuthorityPage(
        title=context.phrase(authority.name),
        lead=t("authorities.page.lead_instance" if kind else "authorities.page.lead_kind"),
        facts=tuple(row for row in _facts(context, authority) if row.values),
        note=context.optional_phrase(authority.note),
        doubt="" if authority.verified else t("authorities.doubt"),
        powers=tuple(_power(context, power) for power in authority.confers),
        inherited=t("authorities.page.inherited") if kind else "",
        kind=kind,
        register=register,
        missing="" if register.entries else t("authorities.page.missing"),
    )


def _facts(context: Context, authority: Authority) -> Iterator[Fact]:
    t, vocabularies = context.t, context.archive.vocabularies
    instances = (a.id for a in vocabularies.authorities.values() if a.instance_of == authority.id)
    printed = (p.as_printed for p in vocabularies.authority_lists.printed if authority.id in p.authorities)
    names = (name for name in dict.fromkeys((*authority.variants, *printed)) if name not in authority.instances_seen)
    yield other_name_row(context, authority.name)
    level = context.own(t(f"authorities.level.{authority.level}"))
    yield fact_row(context, "authorities.fact.level", Link(level, f"{PATH}#level-{authority.level}"))
    if authority.instance_of:
        yield fact_row(context, "authorities.fact.kind", authority_link(context, authority.instance_of))
    yield fact_row(context, "authorities.fact.instances", *(authority_link(context, found) for found in instances))
    yield printed_row(context, "vocabulary.variants", names)
    yield printed_row(context, "authorities.fact.instances_seen", authority.instances_seen)
    yield fact_row(context, "authorities.fact.ended", validity(context, None, authority.until))
    if authority.successor:
        yield fact_row(context, "authorities.fact.successor", authority_link(context, authority.successor))
    former = (a.id for a in vocabularies.authorities.values() if a.successor == authority.id)
    yield fact_row(context, "authorities.fact.followed", *(authority_link(context, found) for found in former))


def _power(context: Context, power: Power) -> PowerItem:
    return PowerItem(
        validity(context, power.since, power.until) or context.t("authorities.power.period_unknown"),
        context.vietnamese(power.basis) if power.basis else None,
        power_evidence(context, power),
        context.optional_phrase(power.note),
        tuple(form_link(context, form) for form in power.forms),
    )
