"""mention-claimed-twice: one mention given to two people.

What: two entities, or one entity twice, claim the same name in the same record, and no role tells the two apart.
Why: a name in a record is one person. Two bearers of one name in one record are possible; then each mention says the
role.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, entity_lists, position, rows
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "mention-claimed-twice"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each mention that is claimed already."""
    claimed: dict[tuple[str, str], dict[str | None, str]] = {}
    for file, list_name, entities in entity_lists(archive):
        row_of = rows(documents, file, list_name)
        for entity in entities:
            for number, mention in enumerate(entity.mentions):
                claims = claimed.setdefault((mention.ceremony, mention.name), {})
                by_role = claims.get(mention.role) or claims.get(None)
                earlier = next(iter(claims.values()), None) if mention.role is None else by_role
                claims.setdefault(mention.role, entity.id)
                if earlier is not None:
                    arguments = {"name": mention.name, "ceremony": mention.ceremony, "earlier": earlier}
                    where = position(documents, file, list_name, row_of.get(entity.id, 0), "mentions", number, "name")
                    yield Problem(rule=RULE, position=where, arguments=arguments)
