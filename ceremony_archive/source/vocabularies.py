"""The vocabularies and the gazetteer: large, seldom changed, so read once and then kept ready for their content."""

import gc
import hashlib
import os
import pickle
import tempfile
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ceremony_archive.model.place import CommuneList, Gazetteer, Place, PlaceList
from ceremony_archive.model.vocabulary import (
    AuthorityVocabulary,
    AwardVocabulary,
    KindVocabulary,
    MetricVocabulary,
    MovementVocabulary,
    Vocabularies,
)
from ceremony_archive.problems import Problem
from ceremony_archive.source.document import Document
from ceremony_archive.source.files import REFERENCE_FILES
from ceremony_archive.source.load import Folder, ListReader
from ceremony_archive.source.text import LIST_BYTES, read_bytes


@dataclass(frozen=True, slots=True)
class Reference:
    """The vocabularies and the gazetteer of a content folder.

    `documents` has their files by path when they were read from text; it is empty when they came ready from the
    cache, which holds only what was found without fault.
    """

    vocabularies: Vocabularies
    gazetteer: Gazetteer
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)


def cache_key(folder: Folder, version: str) -> str:
    """Return the digest of the reference files of the folder and of the version of this package."""
    digest = hashlib.sha256(version.encode())
    for relative in REFERENCE_FILES:
        data, _ = read_bytes(folder.path / relative, relative, LIST_BYTES)
        data = data or b""
        digest.update(f"\0{relative}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def cached_reference(cache: Path, key: str) -> Reference | None:
    """Return what the cache holds under the key, or None when it holds nothing that can be read."""
    was_enabled = gc.isenabled()
    gc.disable()  # thousands of objects and no garbage among them: collecting meanwhile doubles the time
    try:
        with (cache / f"reference-{key}.pickle").open("rb") as file:
            reference = pickle.load(file)
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        return None
    finally:
        if was_enabled:
            gc.enable()
    return reference if isinstance(reference, Reference) else None


def keep_reference(cache: Path, key: str, reference: Reference) -> None:
    """Keep the reference in the cache, in place of those before it. A cache that cannot be written is no fault."""
    try:
        cache.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=cache, prefix="reference-")
        with os.fdopen(descriptor, "wb") as file:
            pickle.dump(Reference(reference.vocabularies, reference.gazetteer), file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(temporary, cache / f"reference-{key}.pickle")
        others = sorted(cache.glob("reference-*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in others[4:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def read_reference(folder: Folder, files: Container[str]) -> tuple[Reference | None, list[Problem]]:
    """Return the vocabularies and the gazetteer from their files, or None, and every problem in them."""
    lists = ListReader(folder, files)
    awards = lists.read("vocabularies/awards.yaml", AwardVocabulary)
    authorities = lists.read("vocabularies/authorities.yaml", AuthorityVocabulary)
    kinds = lists.read("vocabularies/kinds.yaml", KindVocabulary)
    metrics = lists.read("vocabularies/metrics.yaml", MetricVocabulary)
    movements = lists.read("vocabularies/movements.yaml", MovementVocabulary)
    places = lists.read("entities/places.yaml", PlaceList)
    communes = lists.read("entities/communes.yaml", CommuneList)
    if not (awards and authorities and kinds and metrics and movements and places and communes):
        return None, lists.problems
    vocabularies = Vocabularies(
        awards=awards,
        authority_lists=authorities,
        categories={category.id: category for category in awards.categories},
        forms={form.id: form for form in awards.forms},
        authorities={authority.id: authority for authority in authorities.authorities},
        kinds={kind.id: kind for kind in kinds.kinds},
        units={unit.id: unit for unit in metrics.units},
        metrics={metric.id: metric for metric in metrics.metrics},
        movements={movement.id: movement for movement in movements.movements},
    )
    gazetteer = Gazetteer(
        places={place.id: place for place in _all_places(places, communes)},
        acts={act.number: act for act in places.acts},
    )
    return Reference(vocabularies, gazetteer, lists.documents), lists.problems


def _all_places(places: PlaceList, communes: CommuneList) -> Iterable[Place]:
    yield from places.places
    for commune in communes.communes:
        yield Place(
            id=commune.id,
            kind="commune",
            level=commune.level,
            name=commune.name,
            name_en=commune.name_en,
            gso_code=commune.gso_code,
            province=commune.province,
            valid_from=commune.valid_from or communes.valid_from,
            valid_to=commune.valid_to,
            former=commune.former,
            predecessors=commune.predecessors,
            predecessors_part=commune.predecessors_part,
            derived=True,
            note=commune.note,
        )
