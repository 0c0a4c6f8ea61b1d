"""The public log: every correction, annulment, moved or withdrawn address and redaction, and a page of it a year.

The page has the newest entries of each kind. Every year with an entry has a page of its own from its first entry on,
and not only when there are many: so no address depends on how long a list is, and none ever goes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages import correction_entries
from ceremony_archive.pages.correction_entries import LogEntry
from ceremony_archive.pages.links import CORRECTIONS_PATH, corrections_path, home_crumb, section_link
from ceremony_archive.pages.page import Context, Link, Page
from ceremony_archive.pages.wording import number_text

NEWEST = 200  # entries of one kind on the page of all years

KINDS: tuple[tuple[str, Callable[[Context], tuple[LogEntry, ...]]], ...] = (
    ("corrections", correction_entries.corrections),
    ("annulled", correction_entries.annulled),
    ("withdrawn", correction_entries.withdrawn),
    ("withheld", correction_entries.withheld),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogYear:
    """The entries of one kind and one year. Not stated: `year` is None on the page of that year."""

    year: Link | None
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPart:
    """The entries of one kind. `missing` is said when there are none, `rest` when older ones stand elsewhere."""

    anchor: str
    title: str
    remark: str
    years: tuple[LogYear, ...]
    missing: str
    rest: str


@dataclass(frozen=True, slots=True)
class LogYearItem:
    """A year with a page of its own, and how many entries it has."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsPage:
    """What the page of all years shows, or that of one."""

    title: str
    lead: str
    contents: tuple[Link, ...]
    parts: tuple[LogPart, ...]
    years: tuple[LogYearItem, ...]


Log = dict[str, tuple[LogEntry, ...]]


def pages(context: Context) -> Iterator[Page]:
    """Return the page of the newest entries, then that of each year, the newest first and the undated last."""
    log = {kind: entries(context) for kind, entries in KINDS}
    years = _years(log)
    items = tuple(
        LogYearItem(
            _year_link(context, year),
            context.t("corrections.entries", n=number_text(sum(map(len, part.values())), context.language)),
        )
        for year, part in years.items()
    )
    title = context.t("section.corrections")
    parts = tuple(_newest_part(context, kind, entries) for kind, entries in log.items())
    yield _page(
        context,
        CORRECTIONS_PATH,
        log,
        CorrectionsPage(
            title=title,
            lead=context.t("corrections.lead"),
            contents=_contents(context, parts, items),
            parts=parts,
            years=items,
        ),
        description=context.t("corrections.description"),
    )
    for year, part in years.items():
        yield _year_page(context, year, part, items)


def _page(context: Context, path: str, log: Log, data: CorrectionsPage, *, description: str) -> Page:
    entries = [entry for part in log.values() for entry in part]
    return Page(
        path=path,
        language=context.language,
        template="pages/corrections.html",
        title=data.title,
        description=description,
        data=data,
        breadcrumbs=(
            home_crumb(context),
            *((section_link(context, "corrections", CORRECTIONS_PATH),) if path != CORRECTIONS_PATH else ()),
        ),
        records=tuple(dict.fromkeys(entry.record for entry in entries if entry.record)),
        modified=max((entry.on for entry in entries if entry.on), key=_last_day, default=None),
    )


def _year_page(context: Context, year: int | None, log: Log, items: tuple[LogYearItem, ...]) -> Page:
    key = "corrections.undated" if year is None else "corrections.year"
    number = number_text(sum(map(len, log.values())), context.language)
    data = CorrectionsPage(
        title=context.t(f"{key}.title", year=year),
        lead=context.t(f"{key}.lead", year=year),
        contents=(),
        parts=tuple(
            _part(context, kind, (LogYear(year=None, entries=entries),)) for kind, entries in log.items() if entries
        ),
        years=items,
    )
    description = context.t(f"{key}.description", year=year, n=number)
    return _page(context, corrections_path(year), log, data, description=description)


def _newest_part(context: Context, kind: str, entries: tuple[LogEntry, ...]) -> LogPart:
    years = (
        LogYear(year=_year_link(context, year), entries=tuple(part))
        for year, part in groupby(entries[:NEWEST], key=_year)
    )
    rest = context.t("corrections.rest", n=NEWEST) if len(entries) > NEWEST else ""
    return _part(context, kind, tuple(years), rest)


def _part(context: Context, kind: str, years: tuple[LogYear, ...], rest: str = "") -> LogPart:
    return LogPart(
        anchor=kind,
        title=context.t(f"corrections.{kind}.title"),
        remark=context.t(f"corrections.{kind}.remark"),
        years=years,
        missing="" if years else context.t(f"corrections.{kind}.missing"),
        rest=rest,
    )


def _years(log: Log) -> dict[int | None, Log]:
    """Return the log of each year that has an entry, the newest year first and the undated last."""
    years = {_year(entry) for entries in log.values() for entry in entries}
    newest_first = sorted(years, key=lambda year: year or 0, reverse=True)
    return {
        year: {kind: tuple(entry for entry in entries if _year(entry) == year) for kind, entries in log.items()}
        for year in newest_first
    }


def _contents(context: Context, parts: Iterable[LogPart], years: tuple[LogYearItem, ...]) -> tuple[Link, ...]:
    links = tuple(Link(context.own(part.title), f"#{part.anchor}") for part in parts)
    return (*links, Link(context.own(context.t("corrections.years")), "#years")) if years else links


def _year(entry: LogEntry) -> int | None:
    return entry.on.year if entry.on else None


def _year_link(context: Context, year: int | None) -> Link:
    text = context.t("corrections.no_date") if year is None else str(year)
    return Link(context.own(text), corrections_path(year))


def _last_day(day: PartialDate) -> date:
    return day.last_day
