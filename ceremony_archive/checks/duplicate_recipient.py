"""duplicate-recipient: one recipient twice in one award.

What: two recipients of one award line have the same name (in any spelling), kind, role, organization and locality.
Why: a name pasted twice makes "3 of 3 named" out of two people. Two people of one name are possible: then something
that the source prints tells them apart, and the record has it.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Recipient
from ceremony_archive.model.fold import spelling_key
from ceremony_archive.problems import Problem

RULE = "duplicate-recipient"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each recipient that its award line has already."""
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            first: dict[tuple[str, ...], int] = {}
            for number, recipient in enumerate(award.recipients if len(award.recipients) > 1 else ()):
                earlier = first.setdefault(_key(recipient), number)
                if earlier == number or _addressed_apart(award.recipients[earlier], recipient):
                    continue
                line = position(documents, ceremony.id, "awards", at, "recipients", earlier, "name").line
                where = position(documents, ceremony.id, "awards", at, "recipients", number, "name")
                yield Problem(rule=RULE, position=where, arguments={"name": recipient.name, "line": str(line)})


def _key(recipient: Recipient) -> tuple[str, ...]:
    texts = (recipient.name, recipient.role, recipient.organization, recipient.locality)
    return (recipient.kind, *(spelling_key(text) if text else "" for text in texts))


def _addressed_apart(one: Recipient, other: Recipient) -> bool:
    """Tell whether the source calls one of them ông and the other bà."""
    return bool(one.honorific and other.honorific) and one.honorific != other.honorific
