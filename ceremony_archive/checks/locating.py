"""Where a check points: the place of a value in the file that its record was read from."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Organization, Person
from ceremony_archive.model.fold import slug
from ceremony_archive.problems import Position
from ceremony_archive.source.document import Document
from ceremony_archive.source.yaml_tree import Mapping as MappingNode
from ceremony_archive.source.yaml_tree import Scalar, Sequence

Documents: TypeAlias = Mapping[str, Document]
PEOPLE = "entities/people.yaml"
ORGANIZATIONS = "entities/organizations.yaml"


def position(documents: Documents, owner: str, *path: str | int, at_key: bool = False) -> Position:
    """Return where the value at the path stands, or the nearest thing around it.

    `owner` is the id of a record or the path of a list ("entities/people.yaml"); an owner without a document is
    pointed at by its name alone.
    """
    document = documents.get(owner)
    return document.position(*path, at_key=at_key) if document else Position(owner)


def file_of(documents: Documents, owner: str) -> str:
    """Return the name of the owner's file as reports show it."""
    return position(documents, owner).file


def rows(documents: Documents, file: str, list_name: str) -> Mapping[str, int]:
    """Return the row of each id in a list of the file; the last row where an id is there twice."""
    return {identifier.text: at for at, identifier in ids(documents, file, list_name)}


def ids(documents: Documents, owner: str, list_name: str) -> Iterator[tuple[int, Scalar]]:
    """Yield the row and the id of each entry of a list, as typed."""
    document = documents.get(owner)
    entries = document.tree.entries.get(list_name) if document else None
    for at, entry in enumerate(entries.items if isinstance(entries, Sequence) else ()):
        identifier = entry.entries.get("id") if isinstance(entry, MappingNode) else None
        if isinstance(identifier, Scalar):
            yield at, identifier


def entity_lists(archive: Archive) -> tuple[tuple[str, str, tuple[Person | Organization, ...]], ...]:
    """Return each list of entities: its file, its name in the file, its entries."""
    return (
        (PEOPLE, "people", tuple(archive.people.values())),
        (ORGANIZATIONS, "organizations", tuple(archive.organizations.values())),
    )


def printed_names(ceremony: Ceremony) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every name that the record prints, with the path to it."""
    for at, organizer in enumerate(ceremony.organizers):
        yield ("organizers", at), organizer
    for at, official in enumerate(ceremony.officials):
        if official.name:
            yield ("officials", at, "name"), official.name
        if official.organization:
            yield ("officials", at, "organization"), official.organization
    for at, award in enumerate(ceremony.awards):
        for number, recipient in enumerate(award.recipients):
            path = ("awards", at, "recipients", number)
            yield (*path, "name"), recipient.name
            if recipient.organization:
                yield (*path, "organization"), recipient.organization


def places_of_name(archive: Archive, documents: Documents, wanted: str) -> Iterator[tuple[str, Position]]:
    """Yield each name with this slug, as printed, and where it stands."""
    for record, ceremony in {m.ceremony.id: m.ceremony for m in archive.mentions_of_name[wanted]}.items():
        for path, name in printed_names(ceremony):
            if slug(name) == wanted:
                yield name, position(documents, record, *path)
