"""redaction-moved: a redaction whose words stand elsewhere now.

What: at the field of a redaction stand other words than when it was made, as the digits of its check tell.
Why: fields count the items of lists. Somebody who adds or moves an item would have another person's name withheld, and
the one that was to be withheld published.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.redaction_target import place_of
from ceremony_archive.problems import Problem

RULE = "redaction-moved"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each redaction whose check does not fit what stands at its field."""
    for entry in entries(archive):
        redaction, target = entry.redaction, entry.target
        if entry.is_in_place or (target and target.kind == "required"):
            continue
        now = place_of(entry.record, redaction.field, redaction.check)
        if target or now:
            yield entry.problem(RULE, documents, "field", suggestion=now or "")
