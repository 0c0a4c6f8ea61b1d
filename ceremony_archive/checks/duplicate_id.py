"""duplicate-id: one id twice in one list.

What: a vocabulary, the gazetteer, a list of entities or the sources of one record have two entries of one id.
Why: the archive finds entries by id, so the earlier one would vanish without a word, with all that refers to it.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import ORGANIZATIONS, PEOPLE, Documents, ids
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.register import REDACTIONS
from ceremony_archive.problems import Problem

RULE = "duplicate-id"

ENTITY_LISTS = ((PEOPLE, "people"), (ORGANIZATIONS, "organizations"), (REDACTIONS, "redactions"))
REFERENCE_LISTS = (
    ("vocabularies/awards.yaml", "categories"),
    ("vocabularies/awards.yaml", "forms"),
    ("vocabularies/authorities.yaml", "authorities"),
    ("vocabularies/kinds.yaml", "kinds"),
    ("vocabularies/metrics.yaml", "units"),
    ("vocabularies/metrics.yaml", "metrics"),
    ("vocabularies/movements.yaml", "movements"),
)
# Places and communes share one space of ids.
GAZETTEER_LISTS = (("entities/places.yaml", "places"), ("entities/communes.yaml", "communes"))


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each id that a record's sources or a list of entities have twice."""
    for ceremony in archive.ceremonies:
        if len({source.id for source in ceremony.sources}) < len(ceremony.sources):
            yield from _twice(documents, ((ceremony.id, "sources"),))
    for entities in ENTITY_LISTS:
        yield from _twice(documents, (entities,))


def check_reference(documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each id that a vocabulary or the gazetteer has twice."""
    for entries in REFERENCE_LISTS:
        yield from _twice(documents, (entries,))
    yield from _twice(documents, GAZETTEER_LISTS)


def _twice(documents: Documents, lists: tuple[tuple[str, str], ...]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for owner, list_name in lists:
        for _, identifier in ids(documents, owner, list_name):
            source = documents[owner].source
            if identifier.text in first:
                where = source.position(identifier.line, identifier.column, identifier.length)
                arguments = {"text": identifier.text, "first": first[identifier.text]}
                yield Problem(rule=RULE, position=where, arguments=arguments)
            else:
                first[identifier.text] = f"{source.name}:{identifier.line}"
