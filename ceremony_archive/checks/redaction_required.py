"""redaction-required: a redaction of words that the record cannot be without.

What: the field leads to the title, the summary or the story, or to another text that every such entry has.
Why: a page without a title is none. These words are the archive's own, so they can be written anew.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "redaction-required"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each redaction of a required text."""
    for entry in entries(archive):
        if entry.target and entry.target.kind == "required":
            yield entry.problem(RULE, documents, "field")
