"""place-out-of-validity: a ceremony of a place that did not exist.

What: none of the days that the date may mean lies between the first and the last day of the place. Undated
ceremonies are not judged.
Why: the district tier ended on 30 June 2025 and Quận 2 on 31 December 2020; a later ceremony belongs to a successor,
and the codes do not help, because they are reused.
"""

from collections.abc import Iterator

from ceremony_archive.checks.event_days import days_of
from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "place-out-of-validity"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each ceremony dated outside the life of its place."""
    for ceremony in archive.ceremonies:
        place, days = archive.gazetteer.places.get(ceremony.place), days_of(ceremony)
        if place is None or days is None:
            continue
        start = place.valid_from.first_day if place.valid_from else None
        end = place.valid_to.last_day if place.valid_to else None
        if days.may_fall_in(start, end):
            continue
        is_over = end is not None and days.first > end
        others = place.successors + place.successors_part if is_over else place.predecessors + place.predecessors_part
        arguments = {
            "place": ceremony.place,
            "days": days.text,
            "validity": f"{place.valid_from or '…'} – {place.valid_to or '…'}",
            "others": ", ".join(dict.fromkeys(others)) or "entities/places.yaml",
        }
        yield Problem(rule=RULE, position=position(documents, ceremony.id, "place"), arguments=arguments)
