"""redaction-degree: a redaction to a degree that its field does not allow.

What: `initials` for what is not the name of a person, or `unindexed` for words that are said of many, such as a role.
Why: a note or the name of a school has no initials; and to keep every page with the word "giáo viên" from search
engines would hide the archive, not a person.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "redaction-degree"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each degree that does not fit."""
    for entry in entries(archive):
        target, degree = entry.target, entry.redaction.degree
        if target and target.degrees and degree not in target.degrees:
            yield entry.problem(RULE, documents, "degree", text=degree, choices=", ".join(target.degrees))
