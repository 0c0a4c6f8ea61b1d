"""unknown-id and duplicate-id in the vocabularies and the gazetteer: they refer to each other, too.

What: a form names a category or an authority, a power a form, a metric a unit, a place another place, that is not
there; or one list has two entries of one id.
Why: see unknown_id and duplicate_id. Kept apart because the vocabularies and the gazetteer are read, and so checked,
only when they changed: what comes from the cache has passed.
"""

from collections.abc import Collection, Iterator

from ceremony_archive.checks import duplicate_id
from ceremony_archive.checks.locating import Documents, position, rows
from ceremony_archive.checks.unknown_id import AUTHORITIES, FORMS, PLACES, UNITS, Path, Suggester
from ceremony_archive.model.place import Gazetteer, Place
from ceremony_archive.model.vocabulary import Vocabularies
from ceremony_archive.problems import Problem

CATEGORIES = "vocabularies/awards.yaml: categories"
METRIC_FILE = "vocabularies/metrics.yaml"
COMMUNES = "entities/communes.yaml"

Reference = tuple[Path, str, str, Collection[str]]


def check_reference(vocabularies: Vocabularies, gazetteer: Gazetteer, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each id in the vocabularies and the gazetteer that is unknown or there twice."""
    yield from duplicate_id.check_reference(documents)
    suggester = Suggester()
    for file, references in (
        (FORMS, _of_forms(vocabularies, documents)),
        (AUTHORITIES, _of_authorities(vocabularies, documents)),
        (METRIC_FILE, _of_metrics(vocabularies, documents)),
    ):
        for path, wanted, list_name, known in references:
            if wanted not in known:
                yield suggester.problem(position(documents, file, *path), wanted, list_name, known)
    place_rows = rows(documents, PLACES, "places")
    commune_rows = rows(documents, COMMUNES, "communes")
    for place in gazetteer.places.values():
        for path, wanted in _of_place(place):
            if wanted not in gazetteer.places:
                in_places = place.id in place_rows
                file, name = (PLACES, "places") if in_places else (COMMUNES, "communes")
                row = place_rows[place.id] if in_places else commune_rows.get(place.id, 0)
                where = position(documents, file, name, row, *path)
                yield suggester.problem(where, wanted, PLACES, gazetteer.places)


def _of_forms(vocabularies: Vocabularies, documents: Documents) -> Iterator[Reference]:
    row_of = rows(documents, FORMS, "forms")
    for form in vocabularies.forms.values():
        row: Path = ("forms", row_of.get(form.id, 0))
        yield (*row, "category"), form.category, CATEGORIES, vocabularies.categories
        yield from _listed((*row, "authorities"), form.authorities, AUTHORITIES, vocabularies.authorities)


def _of_authorities(vocabularies: Vocabularies, documents: Documents) -> Iterator[Reference]:
    row_of = rows(documents, AUTHORITIES, "authorities")
    for authority in vocabularies.authorities.values():
        row: Path = ("authorities", row_of.get(authority.id, 0))
        if authority.instance_of:
            yield (*row, "instance_of"), authority.instance_of, AUTHORITIES, vocabularies.authorities
        if authority.successor:
            yield (*row, "successor"), authority.successor, AUTHORITIES, vocabularies.authorities
        for number, power in enumerate(authority.confers):
            yield from _listed((*row, "confers", number, "forms"), power.forms, FORMS, vocabularies.forms)
    for list_name, entries in (
        ("ambiguous_in_print", [entry.authorities for entry in vocabularies.authority_lists.ambiguous_in_print]),
        ("printed", [entry.authorities for entry in vocabularies.authority_lists.printed]),
    ):
        for at, listed in enumerate(entries):
            yield from _listed((list_name, at, "authorities"), listed, AUTHORITIES, vocabularies.authorities)


def _of_metrics(vocabularies: Vocabularies, documents: Documents) -> Iterator[Reference]:
    row_of = rows(documents, METRIC_FILE, "metrics")
    for metric in vocabularies.metrics.values():
        path: Path = ("metrics", row_of.get(metric.id, 0), "units")
        yield from _listed(path, metric.units, UNITS, vocabularies.units)


def _listed(path: Path, wanted: tuple[str, ...], list_name: str, known: Collection[str]) -> Iterator[Reference]:
    for number, one in enumerate(wanted):
        yield (*path, number), one, list_name, known


def _of_place(place: Place) -> Iterator[tuple[Path, str]]:
    for field, parent in (("province", place.province), ("district", place.district)):
        if parent:
            yield (field,), parent
    for number, form in enumerate(place.former):
        if form.province:
            yield ("former", number, "province"), form.province
    for field, others in (
        ("predecessors", place.predecessors),
        ("predecessors_part", place.predecessors_part),
        ("successors", place.successors),
        ("successors_shared", place.successors_shared),
        ("successors_part", place.successors_part),
    ):
        for number, other in enumerate(others):
            yield (field, number), other
