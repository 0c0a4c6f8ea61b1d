"""What a set of ceremonies holds, in figures: the home page and the years show the same ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.place_history import LAST_DAY_OF_DISTRICTS
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
    award_lines: int
    named_recipients: int


def holdings(ceremonies: Sequence[Ceremony]) -> Holdings:
    """Return the figures of the ceremonies."""
    awards = [award for ceremony in ceremonies for award in ceremony.awards]
    return Holdings(
        ceremonies=len(ceremonies),
        places=len({ceremony.place for ceremony in ceremonies}),
        award_lines=len(awards),
        named_recipients=sum(len(award.recipients) for award in awards),
    )


def holding_figures(context: Context, held: Holdings) -> tuple[Figure, ...]:
    """Return the figures of a set of ceremonies that are not zero."""
    named = (
        ("ceremonies", held.ceremonies),
        ("places", held.places),
        ("awards", held.award_lines),
        ("names", held.named_recipients),
    )
    return tuple(figure(context, name, number) for name, number in named if number)


def figure(context: Context, name: str, number: int, target: str | None = None) -> Figure:
    """Return the number with the words under `holdings.<name>`."""
    return Figure(
        value=number_text(number, context.language), label=context.t(f"holdings.{name}", n=number), target=target
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
