"""unit-not-of-metric: a figure in a unit in which its metric is not counted.

What: the unit of a figure exists, but is not among the units of the metric.
Why: growth and achievement of a plan both print "%", and income per head in "triệu đồng" is not revenue in "triệu
đồng": one wrong unit, and two figures that mean different things stand in one column.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem
from ceremony_archive.source.schema import nearest

RULE = "unit-not-of-metric"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each figure whose unit is not one of its metric's."""
    vocabularies = archive.vocabularies
    for ceremony in archive.ceremonies:
        for at, figure in enumerate(ceremony.metrics):
            metric = vocabularies.metrics.get(figure.metric)
            if metric is None or figure.unit not in vocabularies.units or figure.unit in metric.units:
                continue
            arguments = {
                "unit": figure.unit,
                "metric": figure.metric,
                "choices": ", ".join(metric.units),
                "nearest": nearest(figure.unit, metric.units),
            }
            where = position(documents, ceremony.id, "metrics", at, "unit")
            yield Problem(rule=RULE, position=where, arguments=arguments)
