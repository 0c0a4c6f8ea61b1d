"""The page of one award form: what it is, who confers it on what ground, what is unverified, and every line of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.vocabulary import Authority, AwardForm, LegalBasis, Power
from ceremony_archive.pages.award_register import AwardLinePair
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.links import authority_link, form_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.register_years import Register, record_ids, register_part
from ceremony_archive.pages.tally import lines_tally
from ceremony_archive.pages.vocabulary_words import (
    Evidence,
    defined_term,
    description,
    evidence,
    fact_row,
    other_name_row,
    printed_row,
    validity,
)
from ceremony_archive.pages.wording import number_text

INDEX_PATH = "awards/index.html"


@dataclass(frozen=True, slots=True)
class BasisRow:
    """An article and how its number is known. `about` says whether it speaks of the form or of who confers it."""

    law: Phrase
    article: Phrase
    about: str
    known: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class PowerRow:
    """An authority that confers the form, for a time.

    Not stated: `period` is empty and `basis` None where the vocabulary has none.
    """

    authority: Link
    period: str
    basis: Phrase | None
    evidence: Evidence
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """The page of a form. Not stated: `note` is None where nothing needs saying; `doubts` is empty without any."""

    title: Phrase
    lead: str
    facts: tuple[Fact, ...]
    note: Phrase | None
    powers: tuple[PowerRow, ...]
    basis: tuple[BasisRow, ...]
    doubts: tuple[str, ...]
    register: Register
    missing: str


def form_page(context: Context, form: AwardForm, *, breadcrumbs: tuple[Link, ...]) -> Page:
    """Return the page of the form in the language of the context."""
    lines = context.archive.awards_of_form.get(form.id, ())
    name, link = context.phrase(form.name), form_link(context, form.id)
    category = context.archive.vocabularies.categories[form.category]
    path = link.target or INDEX_PATH
    words = description(
        context,
        "awards.form.description",
        name=name.text,
        category=context.phrase(category.name).text,
        n=number_text(lines_tally(award for _, award in lines).standing, context.language),
    )
    return Page(
        path=path,
        language=context.language,
        template="pages/award.html",
        title=name.text,
        description=words,
        data=_data(context, form, path, lines),
        breadcrumbs=(*breadcrumbs, category_link(context, form.category)),
        json_ld=(
            defined_term(
                context,
                form.name,
                path,
                description=words,
                set_name=context.t("section.awards"),
                set_path=INDEX_PATH,
            ),
        ),
        records=record_ids(lines),
        modified=last_change(ceremony for ceremony, _ in lines),
    )


def category_anchor(category_id: str) -> str:
    """Return the anchor of a category on the page of all forms."""
    return f"category-{category_id}"


def category_link(context: Context, category_id: str) -> Link:
    """Return the link to a category on the page of all forms."""
    category = context.archive.vocabularies.categories[category_id]
    return Link(context.phrase(category.name), f"{INDEX_PATH}#{category_anchor(category_id)}")


def _data(context: Context, form: AwardForm, path: str, lines: tuple[AwardLinePair, ...]) -> FormPage:
    key = "awards.form.lead_statutory" if form.statutory else "awards.form.lead_other"
    return FormPage(
        title=context.phrase(form.name),
        lead=context.t(key, system=context.t(f"awards.system.{form.system}")),
        facts=tuple(row for row in _facts(context, form) if row.values),
        note=context.optional_phrase(form.note),
        powers=tuple(_powers(context, form)),
        basis=tuple(_basis(context, basis) for basis in form.legal_basis),
        doubts=tuple(_doubts(context, form)),
        register=register_part(context, path, lines),
        missing="" if lines else context.t("awards.form.missing"),
    )


def _facts(context: Context, form: AwardForm) -> Iterator[Fact]:
    t = context.t
    basis = t(f"awards.english_basis.{form.english_basis or 'ours'}") if form.name.en else ""
    yield other_name_row(context, form.name)
    yield fact_row(context, "awards.fact.english_basis", basis)
    yield printed_row(context, "vocabulary.variants", form.variants)
    english = (Phrase(variant, "en") for variant in form.english_variants)
    yield fact_row(context, "awards.fact.english_variants", *english)
    yield fact_row(context, "awards.fact.category", category_link(context, form.category))
    yield fact_row(context, "awards.fact.class", t(f"awards.class.{form.class_rank}") if form.class_rank else None)
    recipients = "; ".join(t(f"awards.recipient.{kind}") for kind in form.recipients)
    yield fact_row(context, "awards.fact.recipients", recipients)
    held, remark = validity(context, form.valid_from, form.valid_to), context.optional_phrase(form.validity)
    yield fact_row(context, "awards.fact.validity", held or remark, remark=remark if held else None)
    order = form.ceremony_order
    yield fact_row(
        context,
        "awards.fact.ceremony_order",
        t("awards.ceremony_order.none") if order is None else t("awards.ceremony_order.place", place=order),
    )
    if form.prize_multiple is not None:
        multiple = number_text(form.prize_multiple, context.language)
        remark = context.own(t("awards.prize.basis"))
        yield fact_row(context, "awards.fact.prize", t("awards.prize.multiple", multiple=multiple), remark=remark)


def _powers(context: Context, form: AwardForm) -> Iterator[PowerRow]:
    """Return every power to confer the form, then the authorities that the form names without one."""
    authorities = context.archive.vocabularies.authorities
    listed: set[str] = set()
    for authority in authorities.values():
        for power in authority.confers:
            if form.id in power.forms:
                listed.add(authority.id)
                yield _power(context, authority, power)
    for authority_id in form.authorities:
        if authority_id not in listed:
            known = evidence(context, form.authority_verified)
            yield PowerRow(authority_link(context, authority_id), "", None, known, None)


def _power(context: Context, authority: Authority, power: Power) -> PowerRow:
    return PowerRow(
        authority_link(context, authority.id),
        validity(context, power.since, power.until),
        context.vietnamese(power.basis) if power.basis else None,
        power_evidence(context, power),
        context.optional_phrase(power.note),
    )


def power_evidence(context: Context, power: Power) -> Evidence:
    """Return how a power is known: read in the text of its basis, seen in practice, or not read."""
    if not power.verified:
        return Evidence(context.t("vocabulary.power.unread"), "unverified")
    return Evidence(context.t("vocabulary.power.read" if power.basis else "vocabulary.power.seen"), "plain")


def _basis(context: Context, basis: LegalBasis) -> BasisRow:
    known = "read" if basis.verified else "neighbours" if basis.inferred_from_neighbours else "general"
    return BasisRow(
        context.vietnamese(basis.law),
        context.vietnamese(basis.article),
        context.t(f"awards.basis.about_{basis.about}"),
        context.t(f"awards.basis.{known}"),
        basis.verified,
    )


def _doubts(context: Context, form: AwardForm) -> Iterator[str]:
    """Return what of the entry is not verified, each point in a sentence."""
    t, basis = context.t, form.legal_basis
    if not form.verified:
        yield t("awards.doubt.form")
    if not form.authority_verified:
        yield t("awards.doubt.authority")
    if form.statutory and not basis:
        yield t("awards.doubt.no_basis")
    if any(article.inferred_from_neighbours and not article.verified for article in basis):
        yield t("awards.doubt.neighbours")
    if any(not article.verified and not article.inferred_from_neighbours for article in basis):
        yield t("awards.doubt.general")
    powers = (power for authority in context.archive.vocabularies.authorities.values() for power in authority.confers)
    if any(form.id in power.forms and not power.verified for power in powers):
        yield t("awards.doubt.power")
