"""date-in-future: a date that has not come yet.

What: the ceremony, the publishing or reading of a source, its capture, a correction or an annulment is dated after
the day of the build. That day is given (SOURCE_DATE_EPOCH), never taken from the clock; a year past 2100 is a slip on
any day.
Why: the archive holds what has happened; a date to come is a slip of the year. Periods may reach ahead ("2025-2030").
"""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.values import PartialDate
from ceremony_archive.problems import Problem

RULE = "date-in-future"

CEILING = date(2100, 12, 31)


def check(archive: Archive, documents: Documents, latest: date) -> Iterator[Problem]:
    """Yield a problem for each date whose earliest day is after `latest`, or after the year 2100."""
    latest = min(latest, CEILING)
    for ceremony in archive.ceremonies:
        for path, found in _dates(ceremony):
            if found is not None and found.first_day > latest:
                arguments = {"date": str(found), "latest": latest.isoformat()}
                yield Problem(rule=RULE, position=position(documents, ceremony.id, *path), arguments=arguments)


def latest_day() -> date:
    """Return the last day that a record may speak of: that of SOURCE_DATE_EPOCH, or the end of the century."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else CEILING


def _dates(ceremony: Ceremony) -> Iterator[tuple[tuple[str | int, ...], PartialDate | None]]:
    yield ("date",), ceremony.date
    for at, source in enumerate(ceremony.sources):
        yield ("sources", at, "published"), source.published
        yield ("sources", at, "accessed"), source.accessed
        if source.archived:
            yield ("sources", at, "archived", "captured"), source.archived.captured
    for at, change in enumerate(ceremony.changes):
        yield ("changes", at, "date"), change.date
    for at, award in enumerate(ceremony.awards):
        if award.annulment:
            yield ("awards", at, "annulment", "date"), award.annulment.date
