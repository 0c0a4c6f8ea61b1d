"""likely-same-ceremony: two records that may well be one ceremony.

What: two records of one place, or of a place and its predecessor or successor, whose dates agree as far as both are
precise, and which are of one kind or share a source's address. An undated record is compared by address only, unless
both are undated. Each record is told of the earliest that it agrees with.
Why: two editors, or one editor and two newspapers, make two records of one ceremony and every award counts twice.
A warning: a place may well hold two ceremonies of a kind in a month.
"""

from collections.abc import Iterator
from typing import TypeAlias

from ceremony_archive.checks.locating import Documents, file_of, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.place import Place
from ceremony_archive.problems import Problem

RULE = "likely-same-ceremony"

UNDATED = "undated"

Index: TypeAlias = dict[tuple[str, str, str], str]


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a warning for each record that agrees with an earlier one in place, date and kind or address."""
    # By place, kind or address, and date: the first record of just this date, and the first whose date begins so.
    exact: Index = {}
    within: Index = {}
    related = _related_places(archive)
    for ceremony in archive.ceremonies:
        marks = (*((f"kind {ceremony.kind}", mark) for mark in _dates_for_kind(ceremony)), *_address_marks(ceremony))
        places = (ceremony.place, *related.get(ceremony.place, ()))
        keys = [(place, token, dates) for place in places for token, dates in marks]
        found = (_earlier(exact, within, place, token, dates) for place, token, dates in keys)
        other = next((earlier for earlier in found if earlier), None)
        if other is not None:
            arguments = {"other": other, "file": file_of(documents, other)}
            where = position(documents, ceremony.id, "date" if ceremony.date else "place")
            yield Problem(rule=RULE, position=where, severity="warning", arguments=arguments, record=ceremony.id)
        for token, dates in marks:
            exact.setdefault((ceremony.place, token, dates[-1]), ceremony.id)
            for prefix in dates:
                within.setdefault((ceremony.place, token, prefix), ceremony.id)


def _earlier(exact: Index, within: Index, place: str, token: str, dates: tuple[str, ...]) -> str | None:
    """Return an earlier record whose date is as precise or more, or else one whose date is less precise."""
    finer = within.get((place, token, dates[-1]))
    return finer or next((exact[place, token, date] for date in dates[:-1] if (place, token, date) in exact), None)


def _dates_for_kind(ceremony: Ceremony) -> tuple[tuple[str, ...], ...]:
    return (_prefixes(ceremony) or (UNDATED,),)


def _address_marks(ceremony: Ceremony) -> tuple[tuple[str, tuple[str, ...]], ...]:
    dates = ("", *_prefixes(ceremony))  # an undated record has the empty date, which every date refines
    return tuple((f"url {url}", dates) for url in dict.fromkeys(s.url for s in ceremony.sources if s.url))


def _prefixes(ceremony: Ceremony) -> tuple[str, ...]:
    """Return the date from its year on, more precise step by step: 2023, 2023-02, 2023-02-10."""
    parts = str(ceremony.date).split("-") if ceremony.date else []
    return tuple("-".join(parts[: length + 1]) for length in range(len(parts)))


def _related_places(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Return the predecessors and successors, with ceremonies of their own, of each place that has ceremonies."""
    related: dict[str, dict[str, None]] = {}
    for place_id in archive.ceremonies_of_place:
        place = archive.gazetteer.places.get(place_id)
        for other in _links(place) if place else ():
            if other in archive.ceremonies_of_place:
                related.setdefault(place_id, {})[other] = None
                related.setdefault(other, {})[place_id] = None
    return {place: tuple(others) for place, others in related.items()}


def _links(place: Place) -> tuple[str, ...]:
    return (
        *place.predecessors,
        *place.predecessors_part,
        *place.successors,
        *place.successors_shared,
        *place.successors_part,
    )
