"""minor-named: a pupil or a child by name.

What: a recipient or an official is called em or cháu, or their role begins with "học sinh", "thiếu nhi" or the like.
A teacher "phụ trách công tác học sinh" is not meant, nor are students of a university.
Why: publishing a child's name takes the consent of the child from seven years on and of a guardian (summary of the law
91/2025/QH15 in the press). The archive has none, so minors are kept as counts.
"""

import re
from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony, Official, Recipient
from ceremony_archive.problems import Problem

RULE = "minor-named"

_CHILD = re.compile(r"(các )?(em|cháu|bé)(?!\w)")
_PUPIL = re.compile(r"(các )?(em |cháu |là )?(học sinh|thiếu nhi|thiếu niên|trẻ em|pupil|schoolchild)(?!\w)")
_CHILD_BEFORE_NAME = re.compile(r"(em|cháu|bé) \w")  # lower case: "Em" may be a name


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each minor whose name the record gives."""
    for ceremony in archive.ceremonies:
        for path, somebody in _people(ceremony):
            if somebody.name and _is_minor(somebody):
                where = position(documents, ceremony.id, *path, "name")
                yield Problem(rule=RULE, position=where, arguments={"name": somebody.name})


def _is_minor(somebody: Official | Recipient) -> bool:
    honorific, role = (somebody.honorific or "").strip().casefold(), (somebody.role or "").strip().casefold()
    return bool(_CHILD.match(honorific) or _PUPIL.match(role) or _CHILD_BEFORE_NAME.match(somebody.name or ""))


def _people(ceremony: Ceremony) -> Iterator[tuple[tuple[str | int, ...], Official | Recipient]]:
    for at, official in enumerate(ceremony.officials):
        yield ("officials", at), official
    for at, award in enumerate(ceremony.awards):
        for number, recipient in enumerate(award.recipients):
            if recipient.kind == "individual":
                yield ("awards", at, "recipients", number), recipient
