"""What has changed since it was published, entry by entry: corrections, annulments, addresses, what is withheld."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ceremony_archive.model.address import is_page
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Award, Ceremony
from ceremony_archive.model.register import REDACTIONS, REDIRECTS, Redaction
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.ceremony_annulments import annulled_awards, award_anchor
from ceremony_archive.pages.ceremony_awards import RecipientItem, award_line
from ceremony_archive.pages.ceremony_counts import count_fact
from ceremony_archive.pages.links import ceremony_link, form_link
from ceremony_archive.pages.page import Context, Link, Phrase, address
from ceremony_archive.pages.wording import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One entry of the public log: when, what it is about, what was done, why.

    `addresses` are those that it is about, below the root of the site; `record` is empty for an entry on addresses
    alone. Not stated: `on` is None where no date is known; what else is None or empty does not belong to the entry.
    """

    on: PartialDate | None
    date: str
    subject: Link | None = None
    mark: str = ""
    about: Link | None = None
    addresses: tuple[str, ...] = ()
    now_at: Link | None = None
    recipients: tuple[RecipientItem, ...] = ()
    counts: tuple[Phrase, ...] = ()
    decision: Phrase | None = None
    reason: Phrase | None = None
    record: str = ""


def corrections(context: Context) -> tuple[LogEntry, ...]:
    """Return every dated change of every record, newest first."""
    return _newest_first(
        LogEntry(
            on=change.date,
            date=date_text(change.date, context.language),
            subject=_record_link(context, ceremony, "#changes"),
            reason=context.phrase(change.reason),
            record=ceremony.id,
        )
        for ceremony in reversed(context.archive.ceremonies)
        for change in reversed(ceremony.changes)
    )


def annulled(context: Context) -> tuple[LogEntry, ...]:
    """Return every award that was taken back, the newest decision first; those without a date come last."""
    return _newest_first(
        _annulled(context, ceremony, award)
        for ceremony in reversed(context.archive.ceremonies)
        for award in annulled_awards(ceremony)
    )


def withdrawn(context: Context) -> tuple[LogEntry, ...]:
    """Return the addresses that were withdrawn or moved, newest first."""
    return _newest_first((*_withdrawals(context), *_redirects(context)))


def withheld(context: Context) -> tuple[LogEntry, ...]:
    """Return what is withheld on request, newest first: of which record and how far, never what or of whom."""
    return _newest_first(_redaction(context, redaction) for redaction in context.archive.redactions)


def correction_years(archive: Archive) -> Iterator[tuple[int | None, str]]:
    """Yield the year of each entry, None without a date, and the record or register that it comes from."""
    for ceremony in archive.ceremonies:
        for change in ceremony.changes:
            yield change.date.year, ceremony.id
        for award in annulled_awards(ceremony):
            on = award.annulment.date if award.annulment else None
            yield on.year if on else None, ceremony.id
    dates = (*(w.date for w in archive.redirects.withdrawals), *(r.date for r in archive.redirects.redirects))
    for date_of_entry in dates:
        yield date_of_entry.year, REDIRECTS
    for redaction in archive.redactions:
        yield redaction.date.year, REDACTIONS


def _newest_first(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.on.last_day if entry.on else date.min, reverse=True))


def _record_link(context: Context, ceremony: Ceremony, anchor: str = "") -> Link:
    link = ceremony_link(context, ceremony)
    return Link(link.text, f"{link.target}{anchor}")


def _annulled(context: Context, ceremony: Ceremony, award: Award) -> LogEntry:
    line, annulment = award_line(context, ceremony, award), award.annulment
    on = annulment.date if annulment else None
    counts = count_fact(context, ceremony, award)
    return LogEntry(
        on=on,
        date=date_text(on, context.language) if on else context.t("date.unknown"),
        subject=form_link(context, award.form),
        mark=context.t(f"scope.{award.scope}"),
        about=_record_link(context, ceremony, f"#{award_anchor(ceremony, award)}"),
        recipients=line.recipients,
        counts=() if line.recipients else tuple(value.text for value in counts.values),
        decision=line.annulment.decision if line.annulment else None,
        reason=line.annulment.note if line.annulment else None,
        record=ceremony.id,
    )


def _withdrawals(context: Context) -> Iterator[LogEntry]:
    for withdrawal in context.archive.redirects.withdrawals:
        title = context.optional_phrase(withdrawal.title)
        yield LogEntry(
            on=withdrawal.date,
            date=date_text(withdrawal.date, context.language),
            subject=Link(title) if title else None,
            mark=context.t("corrections.was_withdrawn"),
            addresses=tuple(_shown(context, path) for path in withdrawal.addresses),
            reason=context.phrase(withdrawal.reason),
        )


def _redirects(context: Context) -> Iterator[LogEntry]:
    for redirect in context.archive.redirects.redirects:
        yield LogEntry(
            on=redirect.date,
            date=date_text(redirect.date, context.language),
            mark=context.t("corrections.was_moved"),
            addresses=(_shown(context, redirect.address),),
            now_at=Link(context.own(_shown(context, redirect.to)), redirect.to),
            reason=context.phrase(redirect.reason),
        )


def _redaction(context: Context, redaction: Redaction) -> LogEntry:
    ceremony = context.archive.ceremony_by_id.get(redaction.record)  # None for a record that was withdrawn since
    return LogEntry(
        on=redaction.date,
        date=date_text(redaction.date, context.language),
        subject=_record_link(context, ceremony) if ceremony else Link(context.own(redaction.record)),
        mark=context.t(f"corrections.degree.{redaction.degree}"),
        reason=context.phrase(redaction.reason),
        record=ceremony.id if ceremony else "",
    )


def _shown(context: Context, path: str) -> str:
    """Return the address as readers of the language know it; files that are no pages have one for both."""
    return address(path, context.language) if is_page(path.partition("#")[0]) else path
