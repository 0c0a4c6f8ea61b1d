"""total-not-breakdown: a printed sum that its own parts do not make.

What: counts.total is not the sum of the counts by kind; or the parts of a breakdown do not add up to any count of
their award line. A breakdown that falls short in an open-ended list (awards_complete: false) is not judged, nor is an
approximate count.
Why: 57 + 89 = 146 is the cheapest proof that a report was read rightly. Nothing is repaired: either the record has a
slip, or the source has one, and then a note says so.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Award, Counts
from ceremony_archive.problems import Problem

RULE = "total-not-breakdown"

PARTS = ("individuals", "organizations", "households", "villages", "clans", "mixed")


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each total and each breakdown that does not add up."""
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            if award.counts is None or award.approximation:
                continue
            for field, printed, parts in _mismatches(award, award.counts, ceremony.awards_complete is not False):
                where = position(documents, ceremony.id, "awards", at, *field)
                shown = " + ".join(str(part) for part in parts)
                arguments = {"printed": str(printed), "parts": f"{shown} = {sum(parts)}" if len(parts) > 1 else shown}
                yield Problem(rule=RULE, position=where, arguments=arguments)


def _mismatches(award: Award, counts: Counts, complete: bool) -> Iterator[tuple[tuple[str, ...], int, list[int]]]:
    parts = [count for count in (getattr(counts, part) for part in PARTS) if count is not None]
    items = [counts.items] if counts.items is not None else []
    # Items may be the recipients counted once more ("3 huy hiệu cho 3 cá nhân") or a part of their own.
    sums = {sum(parts)} if parts else set()
    sums |= {sum(parts + items)} if items else set()
    if counts.total is not None and sums and counts.total not in sums:
        yield ("counts", "total"), counts.total, parts or items
    if not award.breakdown:
        return
    broken = sum(part.count for part in award.breakdown)
    whole = {*parts, *items, *sums, *([counts.total] if counts.total is not None else [])}
    if whole and broken not in whole and (complete or broken > max(whole)):
        yield ("breakdown",), max(whole), [part.count for part in award.breakdown]
