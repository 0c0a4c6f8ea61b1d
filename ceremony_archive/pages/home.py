"""The home page: what the archive is, how much it holds, what is new, the ways in, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.pages.ceremony import DESCRIPTION_LENGTH, shortened
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.ceremony_json_ld import SCHEMA
from ceremony_archive.pages.holdings import (
    Figure,
    district_coverage,
    figure,
    holdings,
    lines_figure,
    names_figure,
    year_span,
)
from ceremony_archive.pages.links import DOWNLOADS_PATH, section_link
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase
from ceremony_archive.pages.tables.catalogue import TABLES
from ceremony_archive.pages.wording import number_text

NEWEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way into the archive: a list, and what it holds."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the home page shows."""

    title: Phrase
    tagline: Phrase
    figures: tuple[Figure, ...]
    newest: tuple[CeremonyItem, ...]
    all_ceremonies: Link
    ways: tuple[Way, ...]
    missing: str
    contact: str
    help_pages: tuple[Link, ...]


def pages(context: Context) -> Iterator[Page]:
    """Return the home page."""
    archive = context.archive
    newest = tuple(reversed(archive.ceremonies))[:NEWEST]
    description = context.t("home.description", tagline=context.phrase(archive.site.tagline), n=len(archive.ceremonies))
    yield Page(
        path="index.html",
        language=context.language,
        template="pages/home.html",
        title=context.phrase(archive.site.title).text,
        description=shortened(description, DESCRIPTION_LENGTH),
        data=HomeView(
            title=context.phrase(archive.site.title),
            tagline=context.phrase(archive.site.tagline),
            figures=tuple(_figures(context)),
            newest=ceremony_items(context, newest),
            all_ceremonies=Link(context.own(context.t("home.all_ceremonies")), "ceremonies/index.html"),
            ways=tuple(_ways(context)),
            missing=_missing(context),
            contact=archive.site.contact,
            help_pages=tuple(section_link(context, key, f"{key}.html") for key in ("about", "reading", "policy")),
        ),
        json_ld=(_web_site(context),),
        records=tuple(ceremony.id for ceremony in archive.ceremonies),
    )


def _figures(context: Context) -> Iterator[Figure]:
    archive, held = context.archive, holdings(context.archive.ceremonies)
    covered, districts = (number_text(number, context.language) for number in district_coverage(archive))
    yield figure(context, "ceremonies", held.ceremonies, "ceremonies/index.html")
    yield Figure(value=covered, label=context.t("home.districts_of", districts=districts), target="places/index.html")
    yield lines_figure(context, held, "awards/index.html")
    yield names_figure(context, held, "names/index.html")
    verified = len(archive.people) + len(archive.organizations)
    if verified:
        yield figure(context, "verified", verified, "people/index.html")
    span = year_span(archive)
    if span:
        years = sum(year is not None for year in archive.ceremonies_of_year)
        words = context.t("home.years_of", n=years, first=span[0], last=span[1])
        yield Figure(value=number_text(years, context.language), label=words, target="years/index.html")


def _ways(context: Context) -> Iterator[Way]:
    archive = context.archive
    lists = (
        ("years", "years/index.html", sum(year is not None for year in archive.ceremonies_of_year)),
        ("places", "places/index.html", len(archive.ceremonies_of_place)),
        ("awards", "awards/index.html", len(archive.awards_of_form)),
        ("authorities", "authorities/index.html", len(archive.awards_of_authority)),
        ("names", "names/index.html", len(archive.mentions_of_name)),
        ("metrics", "metrics/index.html", len(archive.figures_of_metric)),
        ("movements", "movements/index.html", len(archive.ceremonies_of_movement)),
        ("sources", "sources.html", len(archive.sources_of_publisher)),
        ("data", DOWNLOADS_PATH, len(TABLES)),
    )
    for name, target, number in lists:
        if number:
            detail = context.t(f"home.way.{name}", n=number_text(number, context.language))
            yield Way(link=section_link(context, name, target), detail=detail)


def _missing(context: Context) -> str:
    covered, districts = district_coverage(context.archive)
    return context.t("home.missing", without=number_text(districts - covered, context.language))


def _web_site(context: Context) -> Json:
    site = context.archive.site
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": context.phrase(site.title).text,
        "description": context.phrase(site.tagline).text,
        "inLanguage": context.language,
        "url": "index.html",
        "publisher": {"@type": "Organization", "name": context.phrase(site.publisher).text},
    }
