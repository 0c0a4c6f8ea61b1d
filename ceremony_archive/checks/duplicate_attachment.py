"""duplicate-attachment: two attachments of a record that would be published at one address.

What: a record lists one file twice, or two files whose names differ only in the ending of a photograph (.jpg, .webp).
Why: JPEG and WebP are both published as JPEG; the second picture would take the place of the first without a word.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.attachment import MAXIMUM_ATTACHMENTS, attachment_address
from ceremony_archive.problems import Problem

RULE = "duplicate-attachment"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each attachment whose address an earlier one of its record has."""
    for ceremony in archive.ceremonies:
        if len(ceremony.attachments) > MAXIMUM_ATTACHMENTS:
            continue  # too many of them, which is told, and enough for one run
        first: dict[str, int] = {}
        for at, attachment in enumerate(ceremony.attachments):
            address = attachment_address(ceremony.id, attachment.file)
            earlier = first.setdefault(address, at)
            if earlier != at:
                line = position(documents, ceremony.id, "attachments", earlier, "file").line
                where = position(documents, ceremony.id, "attachments", at, "file")
                arguments = {"file": attachment.file, "address": address, "line": str(line)}
                yield Problem(rule=RULE, position=where, arguments=arguments)
