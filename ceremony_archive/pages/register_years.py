"""A long register split by year: its page shows the newest year and leads to a page for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.award_register import AwardLinePair, RegisterEntry, register
from ceremony_archive.pages.links import year_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.tally import Tally, lines_tally, tally_text, with_annulled
from ceremony_archive.pages.vocabulary_words import description
from ceremony_archive.pages.wording import number_text

LONGEST_REGISTER = 400  # lines on one page: about half a megabyte of HTML


@dataclass(frozen=True, slots=True)
class RegisterYear:
    """A year of a register that is split: the link to its page and how many lines it has."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The lines that a page shows. `years` is empty for a register that is shown whole."""

    entries: tuple[RegisterEntry, ...]
    years: tuple[RegisterYear, ...]
    heading: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterYearPage:
    """The register of one subject in one year."""

    title: Phrase
    lead: str
    entries: tuple[RegisterEntry, ...]
    years: tuple[RegisterYear, ...]


def register_part(context: Context, subject: str, lines: tuple[AwardLinePair, ...]) -> Register:
    """Return what the page at the address `subject` shows of its lines."""
    years = _years(context, subject, lines) if len(lines) > LONGEST_REGISTER else ()
    shown = next(iter(_by_year(lines).values())) if years else lines
    tally, ceremonies = _tally(lines), len({ceremony.id for ceremony, _ in lines})
    heading = context.t("awards.register.heading", n=number_text(tally.standing, context.language))
    remark = context.t("awards.register.remark", n=number_text(ceremonies, context.language)) if lines else ""
    remark = with_annulled(context, remark, tally)
    return Register(entries=register(context, shown), years=years, heading=heading, remark=remark)


def register_year_pages(
    context: Context, subject: Link, lines: tuple[AwardLinePair, ...], *, breadcrumbs: tuple[Link, ...]
) -> Iterator[Page]:
    """Return a page for each year of a register that is too long for the page of its subject; none for others."""
    if len(lines) <= LONGEST_REGISTER or subject.target is None:
        return
    years = _years(context, subject.target, lines)
    for year, part in _by_year(lines).items():
        words = year_link(context, year).text.text
        title = context.t("awards.register.year_title", subject=subject.text.text, year=words)
        tally = _tally(part)
        count = number_text(tally.standing, context.language)
        yield Page(
            path=_path(subject.target, year),
            language=context.language,
            template="pages/award_register_year.html",
            title=title,
            description=description(
                context, "awards.register.year_description", subject=subject.text.text, year=words, n=count
            ),
            data=RegisterYearPage(
                title=context.own(title),
                lead=with_annulled(context, context.t("awards.register.year_lead", n=count), tally),
                entries=register(context, part),
                years=years,
            ),
            breadcrumbs=(*breadcrumbs, subject),
            records=record_ids(lines),
            modified=last_change(ceremony for ceremony, _ in part),
        )


def first_of_register_years(subject: str, lines: tuple[AwardLinePair, ...]) -> Iterator[tuple[str, Ceremony]]:
    """Yield the address of each page that `register_year_pages` gives, with the first ceremony on it."""
    if len(lines) > LONGEST_REGISTER:
        yield from ((_path(subject, year), part[0][0]) for year, part in _by_year(lines).items())


def record_ids(lines: Iterable[AwardLinePair]) -> tuple[str, ...]:
    """Return the ids of the ceremonies of the lines, each once."""
    return tuple(dict.fromkeys(ceremony.id for ceremony, _ in lines))


def _path(subject: str, year: int | None) -> str:
    return f"{subject.removesuffix('.html')}/{year if year is not None else 'undated'}.html"


def _years(context: Context, subject: str, lines: tuple[AwardLinePair, ...]) -> tuple[RegisterYear, ...]:
    return tuple(
        RegisterYear(
            Link(year_link(context, year).text, _path(subject, year)),
            _detail(context, part),
        )
        for year, part in _by_year(lines).items()
    )


def _detail(context: Context, part: tuple[AwardLinePair, ...]) -> str:
    tally = tally_text(context, _tally(part))
    lines = context.t("awards.register.lines", n=tally.number)
    return f"{lines}, {tally.beside}" if tally.beside else lines


def _tally(lines: Iterable[AwardLinePair]) -> Tally:
    return lines_tally(award for _, award in lines)


def _by_year(lines: tuple[AwardLinePair, ...]) -> dict[int | None, tuple[AwardLinePair, ...]]:
    """Return the lines of each year, the newest year first and the undated last."""
    years: dict[int | None, list[AwardLinePair]] = {}
    for ceremony, award in lines:
        years.setdefault(ceremony.date.year if ceremony.date else None, []).append((ceremony, award))
    newest_first = sorted(years, key=lambda year: year or 0, reverse=True)
    return {year: tuple(years[year]) for year in newest_first}
