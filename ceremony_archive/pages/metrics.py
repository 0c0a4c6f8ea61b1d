"""The figures that reports print on a unit's work: the list of metrics, and every figure of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.archive import ceremony_order
from ceremony_archive.model.ceremony import Ceremony, Metric
from ceremony_archive.model.fold import collation_key
from ceremony_archive.model.vocabulary import MetricKind, MetricUnit
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_item
from ceremony_archive.pages.ceremony_metrics import MetricRow, metric_rows
from ceremony_archive.pages.links import home_crumb, metric_link, section_link
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.vocabulary_words import (
    SCHEMA,
    description,
    fact_row,
    other_name,
    other_name_row,
    printed_row,
)
from ceremony_archive.pages.wording import number_text

PATH = "metrics/index.html"
Figure = tuple[Ceremony, Metric]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricListRow:
    """One metric in the list."""

    metric: Link
    other_name: Phrase | None
    value_kind: str
    units: tuple[Phrase, ...]
    figures: str


@dataclass(frozen=True, slots=True)
class MetricIndex:
    """The page of all metrics."""

    title: str
    lead: str
    metrics: tuple[MetricListRow, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the ceremony whose report prints it. `figure` is the row that the ceremony's own page shows."""

    ceremony: CeremonyItem
    figure: MetricRow


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The figures in one unit, newest first: those of different units are never set side by side."""

    unit: Phrase
    anchor: str
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricPage:
    """The page of a metric. Not stated: texts are empty, and `note` None, where nothing needs saying."""

    title: Phrase
    lead: str
    facts: tuple[Fact, ...]
    note: Phrase | None
    doubts: tuple[str, ...]
    remark: str
    groups: tuple[UnitGroup, ...]
    missing: str


def pages(context: Context) -> Iterator[Page]:
    """Return the list of metrics, then the page of each."""
    yield _index(context)
    for metric in context.archive.vocabularies.metrics.values():
        yield _page(context, metric)


def _index(context: Context) -> Page:
    archive, t = context.archive, context.t
    measured = tuple(ceremony for ceremony in archive.ceremonies if ceremony.metrics)
    rows = (_list_row(context, metric) for metric in archive.vocabularies.metrics.values())
    values = {
        "n": number_text(len(archive.vocabularies.metrics), context.language),
        "figures": number_text(sum(len(ceremony.metrics) for ceremony in measured), context.language),
    }
    return Page(
        path=PATH,
        language=context.language,
        template="pages/metrics.html",
        title=t("section.metrics"),
        description=t("metrics.index.description", **values),
        data=MetricIndex(
            t("section.metrics"),
            t("metrics.index.lead", **values),
            tuple(sorted(rows, key=lambda row: collation_key(row.metric.text.text))),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in measured),
        modified=last_change(measured),
    )


def _list_row(context: Context, metric: MetricKind) -> MetricListRow:
    figures = context.archive.figures_of_metric.get(metric.id, ())
    units = context.archive.vocabularies.units
    return MetricListRow(
        metric=metric_link(context, metric.id),
        other_name=other_name(context, metric.name),
        value_kind=context.t(f"metrics.value_kind.{metric.value_kind}"),
        units=tuple(context.phrase(units[unit].name) for unit in metric.units),
        figures=number_text(len(figures), context.language),
    )


def _page(context: Context, metric: MetricKind) -> Page:
    figures = context.archive.figures_of_metric.get(metric.id, ())
    name, link = context.phrase(metric.name), metric_link(context, metric.id)
    count = number_text(len(figures), context.language)
    words = description(context, "metrics.page.description", name=name.text, n=count)
    return Page(
        path=link.target or PATH,
        language=context.language,
        template="pages/metric.html",
        title=name.text,
        description=words,
        data=MetricPage(
            title=name,
            lead=context.t(f"metrics.meaning.{metric.value_kind}"),
            facts=tuple(row for row in _facts(context, metric) if row.values),
            note=context.optional_phrase(metric.note),
            doubts=tuple(_doubts(context, metric)),
            remark=context.t("metrics.page.remark", n=count) if figures else "",
            groups=tuple(_groups(context, metric, figures)),
            missing="" if figures else context.t("metrics.page.missing"),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, "metrics", PATH)),
        json_ld=(_data_set(context, metric, figures, words),) if figures else (),
        records=tuple(dict.fromkeys(ceremony.id for ceremony, _ in figures)),
        modified=last_change(ceremony for ceremony, _ in figures),
    )


def _facts(context: Context, metric: MetricKind) -> Iterator[Fact]:
    t, units = context.t, context.archive.vocabularies.units
    yield other_name_row(context, metric.name)
    yield fact_row(context, "metrics.fact.value_kind", t(f"metrics.value_kind.{metric.value_kind}"))
    yield fact_row(context, "metrics.fact.units", *(context.phrase(units[unit].name) for unit in metric.units))
    bases = tuple(context.vietnamese(base) for base in metric.bases)
    yield fact_row(context, "metrics.fact.bases", *(bases or (t("metrics.no_bases"),)))
    yield fact_row(context, "metrics.fact.direction", t(f"metrics.direction.{metric.higher_means}"))
    yield printed_row(context, "vocabulary.variants", metric.variants)


def _doubts(context: Context, metric: MetricKind) -> Iterator[str]:
    if not metric.verified:
        yield context.t("metrics.doubt.metric")
    if not metric.definition_verified:
        yield context.t("metrics.doubt.definition")


def _groups(context: Context, metric: MetricKind, figures: tuple[Figure, ...]) -> Iterator[UnitGroup]:
    """Return the figures by unit: those of the vocabulary first, in its order, then any other that a record uses."""
    units = context.archive.vocabularies.units
    newest_first = sorted(figures, key=lambda figure: ceremony_order(figure[0]), reverse=True)
    for unit in dict.fromkeys((*metric.units, *(found.unit for _, found in newest_first))):
        rows = tuple(_row(context, ceremony, found) for ceremony, found in newest_first if found.unit == unit)
        if rows:
            yield UnitGroup(context.phrase(units[unit].name), f"unit-{unit}", rows)


def _row(context: Context, ceremony: Ceremony, metric: Metric) -> FigureRow:
    key = f"metric-rows:{ceremony.id}"
    rows = context.cache.get(key)
    if not isinstance(rows, tuple):
        rows = context.cache[key] = metric_rows(context, ceremony)
    return FigureRow(ceremony_item(context, ceremony), rows[ceremony.metrics.index(metric)])


def _data_set(context: Context, metric: MetricKind, figures: tuple[Figure, ...], words: str) -> Json:
    site, units = context.archive.site, context.archive.vocabularies.units
    years = sorted({ceremony.date.year for ceremony, _ in figures if ceremony.date})
    data_set: dict[str, object] = {
        "@context": SCHEMA,
        "@type": "Dataset",
        "name": context.phrase(metric.name).text,
        "description": words,
        "url": metric_link(context, metric.id).target,
        "inLanguage": context.language,
        "license": site.data_licence.url,
        "creator": {"@type": "Organization", "name": context.phrase(site.publisher).text},
        "variableMeasured": [_variable(context, metric, units[unit]) for unit in metric.units],
    }
    return {**data_set, "temporalCoverage": f"{years[0]}/{years[-1]}"} if years else data_set


def _variable(context: Context, metric: MetricKind, unit: MetricUnit) -> Json:
    name, unit_name = context.phrase(metric.name).text, context.phrase(unit.name).text
    return {"@type": "PropertyValue", "name": name, "unitText": unit_name}
