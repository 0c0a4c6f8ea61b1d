"""id-not-of-date: a file name whose year is not that of the date.

What: the id begins with another year than the date has; it begins with `undated-` and there is a date; or it begins
with a year and there is no date. Month and day are not compared: the id stays for ever, a day may be corrected.
Why: the id is the address of the record. A wrong year in it misleads for ever, and years are what people look for.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "id-not-of-date"

UNDATED = "undated"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each record whose id and date are of different years."""
    for ceremony in archive.ceremonies:
        of_id = ceremony.id.partition("-")[0]
        of_date = f"{ceremony.date.year:04d}" if ceremony.date else UNDATED
        if of_id != of_date:
            where = position(documents, ceremony.id, "date", at_key=True)
            arguments = {"id": ceremony.id, "of_id": of_id, "of_date": of_date}
            yield Problem(rule=RULE, position=where, arguments=arguments)
