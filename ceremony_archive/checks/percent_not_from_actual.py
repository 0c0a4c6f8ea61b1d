"""percent-not-from-actual: a percent that its own actual and target do not give.

What: a figure in percent, or in times, has `actual` and `target`, and their quotient is not its `value`, even when
every number is taken as rounded in its last digit. Whole numbers below 1,000 count as exact. A figure with a word of
approximation is not judged.
Why: 141,71% of the estimate and growth of 41,71% are the same year; a mixed-up unit or a slipped digit shows here.
Reported, never repaired.
"""

from collections.abc import Iterator
from decimal import Decimal

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Metric
from ceremony_archive.model.vocabulary import MetricUnit
from ceremony_archive.problems import Problem

RULE = "percent-not-from-actual"

EXACT_BELOW = 1000  # communes and criteria are counted; billions of đồng are rounded


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each percent that does not follow from its actual and its target."""
    units = archive.vocabularies.units
    for ceremony in archive.ceremonies:
        for at, figure in enumerate(ceremony.metrics):
            unit = units.get(figure.unit)
            if unit is None or figure.actual is None or figure.target is None or figure.approximation:
                continue
            computed = _computed(figure, unit, figure.actual, figure.target)
            if computed is not None:
                arguments = {
                    "value": str(figure.value),
                    "computed": computed,
                    "actual": str(figure.actual),
                    "target": str(figure.target),
                    "unit": figure.unit,
                }
                where = position(documents, ceremony.id, "metrics", at, "value")
                yield Problem(rule=RULE, position=where, arguments=arguments)


def _computed(figure: Metric, unit: MetricUnit, actual: Decimal, target: Decimal) -> str | None:
    """Return what actual and target give, to the decimals of the value, or None when that is what the value says."""
    if unit.quantity not in ("percent", "multiple"):
        return None
    target_margin, actual_margin = _margin(target), _margin(actual)
    if target - target_margin <= 0:
        return None
    quotients = [
        (actual + actual_sign * actual_margin) / (target + target_sign * target_margin)
        for actual_sign in (-1, 1)
        for target_sign in (-1, 1)
    ]
    half = _half_of_last_digit(figure.value)
    if _scaled(min(quotients), unit) <= figure.value + half and _scaled(max(quotients), unit) >= figure.value - half:
        return None
    return f"{_scaled(actual / target, unit):.{_decimals(figure.value)}f}"


def _scaled(quotient: Decimal, unit: MetricUnit) -> Decimal:
    change = quotient - 1 if unit.compares == "growth" else quotient
    return change * 100 if unit.quantity == "percent" else change


def _margin(number: Decimal) -> Decimal:
    is_exact = number == number.to_integral_value() and abs(number) < EXACT_BELOW
    return Decimal(0) if is_exact else _half_of_last_digit(number)


def _half_of_last_digit(number: Decimal) -> Decimal:
    return Decimal(5).scaleb(-_decimals(number) - 1)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
