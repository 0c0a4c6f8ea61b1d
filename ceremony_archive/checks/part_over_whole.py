"""part-over-whole: a part that is larger than its whole.

What: a figure such as 17/20 communes has a `value` above its `whole`.
Why: the two were swapped, or one has a slip; a share above 100 would follow from it. Percents keep their whole apart
and may pass 100, so they are not judged.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "part-over-whole"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each figure that is larger than the whole it is part of."""
    for ceremony in archive.ceremonies:
        for at, figure in enumerate(ceremony.metrics):
            if figure.whole is None or figure.value <= figure.whole:
                continue
            unit = archive.vocabularies.units.get(figure.unit)
            if unit is not None and unit.quantity not in ("percent", "multiple"):
                where = position(documents, ceremony.id, "metrics", at, "value")
                arguments = {"value": str(figure.value), "whole": str(figure.whole)}
                yield Problem(rule=RULE, position=where, arguments=arguments)
