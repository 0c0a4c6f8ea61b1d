"""official-without-subject: somebody who took part, and nothing that says who.

What: an official has neither name, nor role, nor organization.
Why: "took part" of nobody is no statement; a page would show an empty line.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "official-without-subject"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each official without name, role and organization."""
    for ceremony in archive.ceremonies:
        for at, official in enumerate(ceremony.officials):
            if not (official.name or official.role or official.organization):
                where = position(documents, ceremony.id, "officials", at)
                yield Problem(rule=RULE, position=where, arguments={"field": f"officials[{at + 1}]"})
