"""redaction-twice: one name or text withheld by two entries.

What: two redactions lead to the same name or text of one record, to the whole recipient and to its name for instance.
Why: they may ask for different degrees, and lifting one of them would lift nothing.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import entries, place
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.field_path import FieldPath
from ceremony_archive.problems import Problem

RULE = "redaction-twice"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each redaction of what an earlier one withholds."""
    first: dict[tuple[str, FieldPath], int] = {}
    for entry in entries(archive):
        if entry.target is None:
            continue
        earlier = first.setdefault((entry.redaction.record, entry.target.path), entry.at)
        if earlier != entry.at:
            yield entry.problem(RULE, documents, "field", line=str(place(documents, earlier, "field").line))
