"""redaction-field: a redaction of what is not there.

What: the field of a redaction leads to no name and to no free text of its record: it is mistyped, or the record has
changed and does not have it any more. Dates, numbers, ids and the words of closed lists are no free text.
Why: who asked for a name to be withheld relies on the entry; one that does nothing must not look as if it did.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.redaction_target import place_of
from ceremony_archive.problems import Problem

RULE = "redaction-field"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each field that leads to nothing, unless what was there is elsewhere in the record."""
    for entry in entries(archive):
        redaction = entry.redaction
        if entry.target is None and place_of(entry.record, redaction.field, redaction.check) is None:
            yield entry.problem(RULE, documents, "field")
