"""mention-not-found: a verified person or organization in a record that does not name it.

What: a mention names a record and a name, perhaps with a role, that the record does not have: a person as an official
or an individual recipient, an organization as an organizer, a collective recipient, or what somebody is named with.
Why: evidence that points at nothing is none; the record was corrected, or the name mistyped, and the link is lost.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, entity_lists, position, rows
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Mention
from ceremony_archive.problems import Problem
from ceremony_archive.source.schema import nearest

RULE = "mention-not-found"

NameAndRole = tuple[str, str | None]


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each mention that its record does not bear out."""
    for file, list_name, entities in entity_lists(archive):
        row_of = rows(documents, file, list_name)
        are_people = list_name == "people"
        for entity in entities:
            for number, mention in enumerate(entity.mentions):
                ceremony = archive.ceremony_by_id.get(mention.ceremony)
                if ceremony is None:
                    continue
                named = list(_people(ceremony) if are_people else _organizations(ceremony))
                if _is_borne_out(mention, named):
                    continue
                path = (list_name, row_of.get(entity.id, 0), "mentions", number)
                field = "role" if any(name == mention.name for name, _ in named) else "name"
                yield _problem(mention, field, named, documents, file, path)


def _is_borne_out(mention: Mention, named: list[NameAndRole]) -> bool:
    return any(name == mention.name and mention.role in (None, role) for name, role in named)


def _problem(
    mention: Mention, field: str, named: list[NameAndRole], documents: Documents, file: str, path: tuple[str | int, ...]
) -> Problem:
    if field == "role":
        typed, known = mention.role or "", [role for name, role in named if name == mention.name and role]
    else:
        typed, known = mention.name, [name for name, _ in named]
    arguments = {"text": typed, "ceremony": mention.ceremony, "nearest": nearest(typed, known)}
    return Problem(rule=RULE, position=position(documents, file, *path, field), arguments=arguments)


def _people(ceremony: Ceremony) -> Iterator[NameAndRole]:
    for official in ceremony.officials:
        if official.name:
            yield official.name, official.role
    for award in ceremony.awards:
        for recipient in award.recipients:
            if recipient.kind == "individual":
                yield recipient.name, recipient.role


def _organizations(ceremony: Ceremony) -> Iterator[NameAndRole]:
    for organizer in ceremony.organizers:
        yield organizer, None
    for official in ceremony.officials:
        if official.organization:
            yield official.organization, None
    for award in ceremony.awards:
        for recipient in award.recipients:
            if recipient.kind != "individual":
                yield recipient.name, recipient.role
            if recipient.organization:
                yield recipient.organization, None
