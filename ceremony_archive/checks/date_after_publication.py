"""date-after-publication: a ceremony that every report of it precedes.

What: the earliest day that the date may mean is later than the latest day of publication of every dated source.
Why: a report of what has happened cannot precede it; the year was inferred wrongly, or day and month were swapped. A
report from before the event beside one from after it may stand.
"""

from collections.abc import Iterator

from ceremony_archive.checks.event_days import days_of
from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "date-after-publication"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each ceremony dated after all that reports it."""
    for ceremony in archive.ceremonies:
        days = days_of(ceremony)
        published = [source.published for source in ceremony.sources if source.published]
        if days is None or not published or days.first <= max(date.last_day for date in published):
            continue
        latest = max(published, key=lambda date: date.last_day)
        arguments = {"date": days.text, "published": str(latest)}
        yield Problem(rule=RULE, position=position(documents, ceremony.id, "date"), arguments=arguments)
