"""redaction-picture: a record with pictures of documents, of which something is withheld.

What: a redaction takes a name or a text out of a record that has attachments. It is a warning: look at each picture,
then acknowledge that nothing of it is to be seen, or take the picture out of the record.
Why: a printed list shows the name that has left the list on the page, and no program reads what a picture shows.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.problems import Problem

RULE = "redaction-picture"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a warning for each record with pictures of which something is withheld."""
    for entry in entries(archive):
        record, redaction = entry.record, entry.redaction
        if isinstance(record, Ceremony) and record.attachments and redaction.degree != "unindexed":
            where = position(documents, record.id, "attachments", at_key=True)
            arguments = {"redaction": redaction.id}
            yield Problem(rule=RULE, position=where, severity="warning", arguments=arguments, record=record.id)
