"""count-below-names: fewer counted than named.

What: an award line counts fewer recipients of a kind than it names. A mixed count, a count of items and a printed
total are held against all names that no count of their own covers.
Why: pages say "12 of 126 named"; "12 of 9" is a slip in the number or a name in the wrong line. A count printed as
"hơn", "khoảng" or "ước" may well be lower than the names and is not judged.
"""

from collections import Counter
from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.award_counts import COUNTED_AS
from ceremony_archive.model.ceremony import Award
from ceremony_archive.problems import Problem

RULE = "count-below-names"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each count that is smaller than the names it counts."""
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            for field, count, named in _counted_and_named(award):
                if count < named:
                    where = position(documents, ceremony.id, "awards", at, "counts", field)
                    arguments = {"field": field, "count": str(count), "named": str(named)}
                    yield Problem(rule=RULE, position=where, arguments=arguments)


def _counted_and_named(award: Award) -> Iterator[tuple[str, int, int]]:
    counts = award.counts
    if counts is None or not award.recipients or not set(award.approximation) <= {"under"}:
        return
    named = Counter[str](recipient.kind for recipient in award.recipients)
    uncounted = len(award.recipients)
    for field, kind in COUNTED_AS:
        count: int | None = getattr(counts, field)
        if count is not None:
            yield field, count, named[kind]
            uncounted -= named[kind]
    if counts.mixed is not None:
        yield "mixed", counts.mixed, uncounted
    if counts.items is not None:
        # Beside a count of people the items may be theirs; alone they are one to each recipient.
        yield "items", counts.items, uncounted
    if counts.total is not None:
        yield "total", counts.total, len(award.recipients)
