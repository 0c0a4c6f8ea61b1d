"""The years: an overview in figures, a page for each year, and one for the undated ceremonies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.holdings import Figure, holding_figures, holdings, newest_year_first
from ceremony_archive.pages.links import form_link, home_crumb, section_link, year_link, year_path
from ceremony_archive.pages.page import Context, Link, Page
from ceremony_archive.pages.tally import TallyText, tally_text
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One line of the overview."""

    year: Link
    ceremonies: str
    places: str
    awards: TallyText
    names: TallyText


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsView:
    """What the overview shows."""

    title: str
    lead: str
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOfYear:
    """An award form that records of a year name, and how many of them have one that was not annulled."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """What the page of a year shows. Not stated: `earlier` and `later` are None at the ends."""

    title: str
    lead: str
    figures: tuple[Figure, ...]
    items: tuple[CeremonyItem, ...]
    forms: tuple[FormOfYear, ...]
    earlier: Link | None
    later: Link | None


def pages(context: Context) -> Iterator[Page]:
    """Return the overview, then the page of every year that has a ceremony, newest first, and of the undated."""
    years = newest_year_first(context.archive)
    yield _overview(context, years)
    for place, year in enumerate(years):
        later = years[place - 1] if place else None
        earlier = years[place + 1] if place + 1 < len(years) else None
        yield _year(context, year, earlier if year else None, later if year else None)


def _overview(context: Context, years: tuple[int | None, ...]) -> Page:
    dated = number_text(sum(year is not None for year in years), context.language)
    return Page(
        path="years/index.html",
        language=context.language,
        template="pages/years.html",
        title=context.t("years.title"),
        description=context.t("years.description", n=dated),
        data=YearsView(
            title=context.t("years.title"),
            lead=context.t("years.lead"),
            rows=tuple(_row(context, year) for year in years),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in context.archive.ceremonies),
    )


def _row(context: Context, year: int | None) -> YearRow:
    held = holdings(context.archive.ceremonies_of_year[year])
    return YearRow(
        year=year_link(context, year),
        ceremonies=number_text(held.ceremonies, context.language),
        places=number_text(held.places, context.language),
        awards=tally_text(context, held.award_lines),
        names=tally_text(context, held.named_recipients, "names"),
    )


def _year(context: Context, year: int | None, earlier: int | None, later: int | None) -> Page:
    ceremonies = context.archive.ceremonies_of_year[year]
    held = holdings(ceremonies)
    kind = "undated" if year is None else "dated"
    title = context.t(f"years.{kind}.title", year=year)
    number = number_text(held.ceremonies, context.language)
    places = number_text(held.places, context.language)
    return Page(
        path=year_path(year),
        language=context.language,
        template="pages/year.html",
        title=title,
        description=context.t(f"years.{kind}.description", year=year, n=number, places=places),
        data=YearView(
            title=title,
            lead=context.t(f"years.{kind}.lead", year=year, n=number),
            figures=holding_figures(context, held),
            items=ceremony_items(context, ceremonies),
            forms=_forms(context, ceremonies),
            earlier=_neighbour(context, "earlier", earlier),
            later=_neighbour(context, "later", later),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, "years", "years/index.html")),
        records=tuple(ceremony.id for ceremony in ceremonies),
    )


def _forms(context: Context, ceremonies: tuple[Ceremony, ...]) -> tuple[FormOfYear, ...]:
    """Return the forms from the highest to the lowest, each with how many records have one that stands."""
    archive = context.archive
    named = {form for c in ceremonies for a in c.awards for form in (a.form, *a.pooled_with)}
    standing = Counter(form for c in ceremonies for form in _standing_forms(c))
    forms = sorted(named, key=lambda form: archive.rank_of(archive.vocabularies.forms[form]))
    return tuple(FormOfYear(link=form_link(context, form), detail=_detail(context, standing[form])) for form in forms)


def _standing_forms(ceremony: Ceremony) -> set[str]:
    return {form for a in ceremony.awards if a.status != "annulled" for form in (a.form, *a.pooled_with)}


def _detail(context: Context, ceremonies: int) -> str:
    if not ceremonies:
        return context.t("years.form_annulled")
    return context.t("years.form_detail", n=number_text(ceremonies, context.language))


def _neighbour(context: Context, key: str, year: int | None) -> Link | None:
    if year is None:
        return None
    return Link(context.own(context.t(f"years.{key}", year=year)), year_path(year))
