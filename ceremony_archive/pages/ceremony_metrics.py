"""What a ceremony's report says was achieved, figure by figure, and the movements and themes that it names."""

from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony, Metric, Theme
from ceremony_archive.pages.ceremony_sources import as_printed, source_numbers
from ceremony_archive.pages.links import metric_link, movement_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import number_text, period_text


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricRow:
    """One figure. `unit` begins with its space; `measure` tells a percent of a plan from growth.

    Not stated: `label`, `base` and `printed` are None and texts empty where the source gives nothing.
    """

    metric: Link
    label: Phrase | None
    value: Phrase
    unit: Phrase
    measure: Phrase | None
    base: Phrase | None
    details: tuple[str, ...]
    printed: Phrase
    period: str
    is_inferred: bool
    notes: tuple[Phrase, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeItem:
    """A movement, occasion or slogan as the report names it. Not stated: without `note` nothing needs saying."""

    name: Link
    kind: str
    note: Phrase | None
    marks: tuple[int, ...]


def metric_rows(context: Context, ceremony: Ceremony) -> tuple[MetricRow, ...]:
    """Return the figures in the order of the record."""
    return tuple(_row(context, ceremony, metric) for metric in ceremony.metrics)


def movement_links(context: Context, ceremony: Ceremony) -> tuple[Link, ...]:
    """Return the movements of the record, under their names in the vocabulary."""
    movements = (*ceremony.movements, *(theme.movement for theme in ceremony.themes if theme.movement))
    return tuple(movement_link(context, movement) for movement in dict.fromkeys(movements))


def theme_items(context: Context, ceremony: Ceremony) -> tuple[ThemeItem, ...]:
    """Return the themes as printed, in the order of the record."""
    return tuple(_theme(context, ceremony, theme) for theme in ceremony.themes)


def _row(context: Context, ceremony: Ceremony, metric: Metric) -> MetricRow:
    t, language = context.t, context.language
    unit = context.archive.vocabularies.units[metric.unit]
    number = number_text(metric.value, language)
    if metric.whole is not None:
        number = t("ceremony.metric.of", value=number, whole=number_text(metric.whole, language))
    approximation = (t(f"approximation.{word}") for word in metric.approximation)
    known = (("actual", metric.actual), ("target", metric.target))
    return MetricRow(
        metric=metric_link(context, metric.metric),
        label=as_printed(ceremony, metric.label, metric.source),
        value=context.own(" ".join((*approximation, number))),
        unit=_after_number(context.phrase(unit.symbol)),
        measure=context.phrase(unit.name) if unit.quantity in ("percent", "multiple") else None,
        base=as_printed(ceremony, metric.base, metric.source),
        details=tuple(
            t(f"ceremony.metric.{name}", value=number_text(value, language))
            for name, value in known
            if value is not None
        ),
        printed=as_printed(ceremony, metric.as_printed, metric.source) or context.vietnamese(metric.as_printed),
        period=period_text(metric.period, t) if metric.period else "",
        is_inferred=metric.certainty == "inferred",
        notes=tuple(context.phrase(note) for note in (metric.qualifier, metric.note) if note),
        marks=source_numbers(ceremony, metric.source),
    )


def _after_number(symbol: Phrase) -> Phrase:
    return symbol if symbol.text.startswith("%") else Phrase(f"\N{NO-BREAK SPACE}{symbol.text}", symbol.language)


def _theme(context: Context, ceremony: Ceremony, theme: Theme) -> ThemeItem:
    name = as_printed(ceremony, theme.name, theme.source) or context.vietnamese(theme.name)
    return ThemeItem(
        name=Link(name, movement_link(context, theme.movement).target if theme.movement else None),
        kind=context.t(f"ceremony.theme.{theme.kind}"),
        note=context.optional_phrase(theme.note),
        marks=source_numbers(ceremony, theme.source),
    )
