"""annulment-missing: an award taken back without the decision, or a decision with no award taken back.

What: `status: annulled` without `annulment`, or `annulment` without that status.
Why: an award is never deleted; that it was taken back is as grave a statement as the award, and stands on a decision.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "annulment-missing"

WRITTEN = {"status": "status: annulled", "annulment": "annulment: {decision: …}"}


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each award that has one of status and decision without the other."""
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            if (award.status == "annulled") == (award.annulment is not None):
                continue
            parts = ("status", "annulment") if award.annulment is None else ("annulment", "status")
            where = position(documents, ceremony.id, "awards", at, parts[0], at_key=True)
            yield Problem(rule=RULE, position=where, arguments={"has": WRITTEN[parts[0]], "lacks": WRITTEN[parts[1]]})
