"""What a set of ceremonies holds, in figures: the home page and the years show the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.place_history import LAST_DAY_OF_DISTRICTS
from ceremony_archive.pages.tally import Tally, lines_tally, names_tally, tally_text
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A large number with what it counts. Not stated: `target` is None for a number without a list of its own."""

    value: str
    label: str
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Figures of a set of ceremonies.

    Unit: `named_recipients` counts appearances of names, not people: one person may be named in two records.
    """

    ceremonies: int
    places: int
    award_lines: Tally
    named_recipients: Tally


def holdings(ceremonies: Sequence[Ceremony]) -> Holdings:
    """Return the figures of the ceremonies."""
    awards = [award for ceremony in ceremonies for award in ceremony.awards]
    return Holdings(
        ceremonies=len(ceremonies),
        places=len({ceremony.place for ceremony in ceremonies}),
        award_lines=lines_tally(awards),
        named_recipients=names_tally(awards),
    )


def holding_figures(context: Context, held: Holdings) -> tuple[Figure, ...]:
    """Return the figures of a set of ceremonies that are not zero."""
    counted = (("ceremonies", held.ceremonies), ("places", held.places))
    figures = [figure(context, name, number) for name, number in counted if number]
    if held.award_lines != Tally(0, 0):
        figures.append(lines_figure(context, held))
    if held.named_recipients != Tally(0, 0):
        figures.append(names_figure(context, held))
    return tuple(figures)


def lines_figure(context: Context, held: Holdings, target: str | None = None) -> Figure:
    """Return the number of award lines that stand; the label says how many were annulled."""
    beside = tally_text(context, held.award_lines).beside
    return figure(context, "awards", held.award_lines.standing, target, beside=beside)


def names_figure(context: Context, held: Holdings, target: str | None = None) -> Figure:
    """Return the number of names in award lines that stand; the label says how many are in annulled ones."""
    beside = tally_text(context, held.named_recipients, "names").beside
    return figure(context, "names", held.named_recipients.standing, target, beside=beside)


def figure(context: Context, name: str, number: int, target: str | None = None, *, beside: str = "") -> Figure:
    """Return the number with the words under `holdings.<name>`, and what has to be said beside it."""
    label = context.t(f"holdings.{name}", n=number)
    return Figure(
        value=number_text(number, context.language),
        label=f"{label} ({beside})" if beside else label,
        target=target,
    )


def district_coverage(archive: Archive) -> tuple[int, int]:
    """Return how many districts of the last day of the district tier have a ceremony, and how many there were."""
    last_day = LAST_DAY_OF_DISTRICTS.last_day
    districts = [p.id for p in archive.gazetteer.places.values() if p.kind == "district" and p.exists_on(last_day)]
    return sum(district in archive.ceremonies_of_place for district in districts), len(districts)


def year_span(archive: Archive) -> tuple[int, int] | None:
    """Return the first and the last year with a dated ceremony, or None without any."""
    years = [year for year in archive.ceremonies_of_year if year is not None]
    return (min(years), max(years)) if years else None


def newest_year_first(archive: Archive) -> tuple[int | None, ...]:
    """Return the years that have a ceremony, the newest first and None, the undated, at the end."""
    return tuple(sorted(archive.ceremonies_of_year, key=lambda year: -1 if year is None else year, reverse=True))
