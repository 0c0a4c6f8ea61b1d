"""The awards of a ceremony: apart by scope, within a scope from the highest form to the lowest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ceremony_archive.model.ceremony import Annulment, Award, Ceremony, Recipient, Scope
from ceremony_archive.model.fold import slug
from ceremony_archive.pages.ceremony_annulments import award_anchor
from ceremony_archive.pages.ceremony_counts import count_fact
from ceremony_archive.pages.ceremony_facts import Fact, named_link, plain
from ceremony_archive.pages.ceremony_sources import as_printed, source_numbers
from ceremony_archive.pages.links import authority_link, form_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import date_text, number_text, period_text

SCOPES: tuple[Scope, ...] = ("presented", "reported-for-period", "proposed")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientItem:
    """One named recipient. Not stated: what is None, or empty text, the source does not give."""

    name: Link
    honorific: Phrase | None
    role: Phrase | None
    organization: Link | None
    locality: Phrase | None
    kind: str
    received_by: Phrase | None
    is_posthumous: bool
    printed: Phrase | None
    is_inferred: bool
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulmentItem:
    """The decision that took an award back. Not stated: `date` is empty when the record has none."""

    decision: Phrase
    date: str
    note: Phrase | None
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardLine:
    """One award line of the record.

    Not stated: `annulment` is None, and `anchor` empty, for an award that stands.
    """

    anchor: str
    recipients: tuple[RecipientItem, ...]
    facts: tuple[Fact, ...]
    is_inferred: bool
    is_annulled: bool
    annulment: AnnulmentItem | None
    note: Phrase | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardGroup:
    """The lines of one form."""

    form: Link
    category: Phrase
    lines: tuple[AwardLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardScope:
    """The awards of one scope: those of different scopes are never counted together."""

    scope: Scope
    title: str
    explanation: str
    groups: tuple[AwardGroup, ...]


def award_scopes(context: Context, ceremony: Ceremony) -> tuple[AwardScope, ...]:
    """Return the awards by scope, those presented at the ceremony first; a scope without awards is left out."""
    return tuple(
        AwardScope(
            scope=scope,
            title=context.t(f"ceremony.scope.{scope}.title"),
            explanation=context.t(f"ceremony.scope.{scope}.explanation"),
            groups=_groups(context, ceremony, scope),
        )
        for scope in SCOPES
        if any(award.scope == scope for award in ceremony.awards)
    )


def _groups(context: Context, ceremony: Ceremony, scope: Scope) -> tuple[AwardGroup, ...]:
    archive = context.archive
    forms = archive.vocabularies.forms
    awards = sorted(
        (a for a in ceremony.awards if a.scope == scope), key=lambda award: archive.rank_of(forms[award.form])
    )
    return tuple(
        AwardGroup(
            form=form_link(context, form),
            category=context.phrase(archive.vocabularies.categories[forms[form].category].name),
            lines=tuple(award_line(context, ceremony, award) for award in lines),
        )
        for form, lines in groupby(awards, key=lambda award: award.form)
    )


def award_line(context: Context, ceremony: Ceremony, award: Award) -> AwardLine:
    """Return the line of the record as its page shows it."""
    return AwardLine(
        anchor=award_anchor(ceremony, award),
        recipients=tuple(_recipient(context, ceremony, award, recipient) for recipient in award.recipients),
        facts=_marked(_facts(context, ceremony, award), source_numbers(ceremony, award.source)),
        is_inferred=award.certainty == "inferred",
        is_annulled=award.status == "annulled",
        annulment=_annulment(context, ceremony, award.annulment) if award.annulment else None,
        note=context.optional_phrase(award.note),
    )


def _marked(facts: Iterable[Fact], marks: tuple[int, ...]) -> tuple[Fact, ...]:
    """Return the facts that have a value, the first of them with the sources: a line of the record is one claim."""
    shown = [fact for fact in facts if fact.values]
    return tuple(replace(fact, marks=() if place else marks) for place, fact in enumerate(shown))


def _recipient(context: Context, ceremony: Ceremony, award: Award, recipient: Recipient) -> RecipientItem:
    def words(text: str | None) -> Phrase | None:
        return context.vietnamese(text) if text else None

    return RecipientItem(
        name=named_link(context, ceremony, recipient.name, recipient.role),
        honorific=words(recipient.honorific),
        role=words(recipient.role),
        organization=named_link(context, ceremony, recipient.organization) if recipient.organization else None,
        locality=words(recipient.locality),
        kind="" if recipient.kind == "individual" else context.t(f"kind_of_recipient.{recipient.kind}"),
        received_by=words(recipient.received_by),
        is_posthumous=recipient.posthumous,
        printed=as_printed(ceremony, recipient.name_as_printed, award.source),
        is_inferred=recipient.certainty == "inferred",
        note=context.optional_phrase(recipient.note),
    )


def _facts(context: Context, ceremony: Ceremony, award: Award) -> Iterator[Fact]:
    t, language = context.t, context.language
    yield count_fact(context, ceremony, award)
    parts = (
        f"{part.label}: {number_text(part.count, language)}"
        if part.label
        else t("ceremony.award.years_part", years=part.years, count=number_text(part.count, language))
        for part in award.breakdown
    )
    yield Fact(
        label=t("ceremony.award.breakdown"),
        values=tuple(
            plain(context.vietnamese(words) if part.label else context.own(words))
            for part, words in zip(award.breakdown, parts, strict=True)
        ),
        separator="; ",
    )
    yield _words(context, "name_printed", as_printed(ceremony, award.name_as_printed, award.source))
    yield from _pooled(context, award)
    yield _authority(context, ceremony, award)
    yield from _presentation(context, ceremony, award)
    yield _words(context, "reason", as_printed(ceremony, award.reason, award.source))
    yield _words(context, "period", context.own(period_text(award.period, t)) if award.period else None)
    yield _words(context, "decision", as_printed(ceremony, award.decision, award.source))


def _words(context: Context, name: str, phrase: Phrase | None) -> Fact:
    return Fact(label=context.t(f"ceremony.award.{name}"), values=(plain(phrase),) if phrase else ())


def _pooled(context: Context, award: Award) -> Iterator[Fact]:
    t = context.t
    yield Fact(
        label=t("ceremony.award.classes"),
        values=tuple(plain(context.own(_class_name(context, rank))) for rank in award.classes),
        notes=(context.own(t("ceremony.award.classes_pooled")),) if len(award.classes) > 1 else (),
    )
    yield Fact(
        label=t("ceremony.award.pooled_with"),
        values=tuple(form_link(context, form) for form in award.pooled_with),
        separator="; ",
        notes=(context.own(t("ceremony.award.forms_pooled")),),
    )


def _class_name(context: Context, rank: int) -> str:
    key = f"ceremony.award.class_{rank}"
    return context.t(key) if key in context.t else context.t("ceremony.award.class", n=rank)


def _authority(context: Context, ceremony: Ceremony, award: Award) -> Fact:
    printed = as_printed(ceremony, award.conferred_by_as_printed, award.source)
    missing = plain(context.own(context.t("ceremony.award.authority_not_stated")))
    return Fact(
        label=context.t("ceremony.award.conferred_by"),
        values=(authority_link(context, award.conferred_by) if award.conferred_by else missing,),
        printed=printed,
    )


def _presentation(context: Context, ceremony: Ceremony, award: Award) -> Iterator[Fact]:
    presenter = award.presented_by
    if presenter is not None:
        has_page = slug(presenter) in context.archive.mentions_of_name
        link = named_link(context, ceremony, presenter) if has_page else plain(context.vietnamese(presenter))
        yield Fact(label=context.t("ceremony.award.presented_by"), values=(link,))
    if award.on_behalf_of is not None:
        yield Fact(
            label=context.t("ceremony.award.on_behalf_of"), values=(authority_link(context, award.on_behalf_of),)
        )


def _annulment(context: Context, ceremony: Ceremony, annulment: Annulment) -> AnnulmentItem:
    return AnnulmentItem(
        decision=context.vietnamese(annulment.decision),
        date=date_text(annulment.date, context.language) if annulment.date else "",
        note=context.optional_phrase(annulment.note),
        marks=source_numbers(ceremony, annulment.source),
    )
