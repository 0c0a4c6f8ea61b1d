"""The list of all ceremonies, by year."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.holdings import newest_year_first
from ceremony_archive.pages.links import home_crumb, year_link
from ceremony_archive.pages.page import Context, Link, Page
from ceremony_archive.pages.wording import number_text

LISTED_WHOLE = 500
NEWEST_OF_YEAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class YearGroup:
    """The ceremonies of one year. Not stated: `rest` is None when all are listed, else it leads to the others."""

    title: str
    anchor: str
    count: str
    items: tuple[CeremonyItem, ...]
    rest: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremoniesView:
    """What the list of ceremonies shows."""

    title: str
    lead: str
    contents: tuple[Link, ...]
    groups: tuple[YearGroup, ...]


def pages(context: Context) -> Iterator[Page]:
    """Return the list; once there are more ceremonies than one page can bear, it has the newest of each year."""
    archive = context.archive
    years = newest_year_first(archive)
    groups = tuple(_group(context, year) for year in years)
    number = number_text(len(archive.ceremonies), context.language)
    yield Page(
        path="ceremonies/index.html",
        language=context.language,
        template="pages/ceremonies.html",
        title=context.t("ceremonies.title"),
        description=context.t("ceremonies.description", n=number),
        data=CeremoniesView(
            title=context.t("ceremonies.title"),
            lead=context.t("ceremonies.lead", n=number),
            contents=tuple(Link(context.own(group.title), f"#{group.anchor}") for group in groups),
            groups=groups,
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in archive.ceremonies),
    )


def _group(context: Context, year: int | None) -> YearGroup:
    archive = context.archive
    ceremonies = archive.ceremonies_of_year[year]
    is_whole = len(archive.ceremonies) <= LISTED_WHOLE or len(ceremonies) <= NEWEST_OF_YEAR
    link = year_link(context, year)
    return YearGroup(
        title=link.text.text,
        anchor=f"year-{year or 'undated'}",
        count=context.t("ceremonies.count", n=number_text(len(ceremonies), context.language)),
        items=ceremony_items(context, ceremonies if is_whole else ceremonies[-NEWEST_OF_YEAR:]),
        rest=None if is_whole else Link(context.own(context.t("ceremonies.rest", year=link.text)), link.target),
    )
