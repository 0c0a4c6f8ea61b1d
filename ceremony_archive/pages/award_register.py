"""Award lines across ceremonies: what each record says of one award, newest first, never added up."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceremony_archive.model.archive import ceremony_order
from ceremony_archive.model.ceremony import Award, Ceremony, Recipient
from ceremony_archive.pages.ceremony_counts import count_fact
from ceremony_archive.pages.ceremony_facts import named_link
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_item
from ceremony_archive.pages.ceremony_sources import as_printed
from ceremony_archive.pages.links import authority_link, form_link
from ceremony_archive.pages.page import Context, Link, Phrase

AwardLinePair = tuple[Ceremony, Award]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterName:
    """One recipient that a line names. Not stated: `detail` is empty when the source gives neither post nor unit."""

    name: Link
    detail: Phrase
    is_inferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One award line with its ceremony.

    Not stated: `authority` has no target where the source does not say whose award it is; `name_printed` and
    `authority_printed` are None where nothing else was printed.
    """

    ceremony: CeremonyItem
    form: Link
    pooled_with: tuple[Link, ...]
    name_printed: Phrase | None
    scope: str
    is_proposed: bool
    is_inferred: bool
    annulment: Phrase | None
    authority: Link
    authority_printed: Phrase | None
    counts: tuple[Phrase, ...]
    remarks: tuple[Phrase, ...]
    names: tuple[RegisterName, ...]
    note: Phrase | None


def register(context: Context, lines: Iterable[AwardLinePair]) -> tuple[RegisterEntry, ...]:
    """Return the lines, those of the newest ceremony first; within a ceremony in the order of its record."""
    newest_first = sorted(lines, key=lambda line: ceremony_order(line[0]), reverse=True)
    return tuple(register_entry(context, ceremony, award) for ceremony, award in newest_first)


def register_entry(context: Context, ceremony: Ceremony, award: Award) -> RegisterEntry:
    """Return one line in the language of the page; made once for each language, as several pages show it."""
    key = f"register-entry:{ceremony.id}:{ceremony.awards.index(award)}"
    entry = context.cache.get(key)
    if not isinstance(entry, RegisterEntry):
        entry = context.cache[key] = _entry(context, ceremony, award)
    return entry


def _entry(context: Context, ceremony: Ceremony, award: Award) -> RegisterEntry:
    counts = count_fact(context, ceremony, award)
    missing = Link(context.own(context.t("awards.authority_not_stated")))
    return RegisterEntry(
        ceremony=ceremony_item(context, ceremony),
        form=form_link(context, award.form),
        pooled_with=tuple(form_link(context, form) for form in award.pooled_with),
        name_printed=as_printed(ceremony, award.name_as_printed, award.source),
        scope=context.t(f"scope.{award.scope}"),
        is_proposed=award.scope == "proposed",
        is_inferred=award.certainty == "inferred",
        annulment=_annulment(context, ceremony, award),
        authority=authority_link(context, award.conferred_by) if award.conferred_by else missing,
        authority_printed=as_printed(ceremony, award.conferred_by_as_printed, award.source),
        counts=tuple(value.text for value in counts.values),
        remarks=counts.notes,
        names=tuple(_name(context, ceremony, award, recipient) for recipient in award.recipients),
        note=context.optional_phrase(award.note),
    )


def _annulment(context: Context, ceremony: Ceremony, award: Award) -> Phrase | None:
    if award.status != "annulled":
        return None
    if award.annulment is None:
        return context.own(context.t("awards.annulled_without_decision"))
    return as_printed(ceremony, award.annulment.decision, award.annulment.source)


def _name(context: Context, ceremony: Ceremony, award: Award, recipient: Recipient) -> RegisterName:
    parts = (recipient.role, recipient.organization, recipient.locality)
    detail = ", ".join(part for part in parts if part)
    return RegisterName(
        name=named_link(context, ceremony, recipient.name, recipient.role),
        detail=context.vietnamese(detail),
        is_inferred=recipient.certainty == "inferred",
    )
