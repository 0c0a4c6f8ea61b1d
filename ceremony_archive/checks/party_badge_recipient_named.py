"""party-badge-recipient-named: a person named as the holder of a Party badge.

What: an award line of the category `party-badge` names individual recipients.
Why: the badge and its years say that somebody is a member of the Party and since when. Political affiliation is
sensitive personal data (Decree 356/2025/NĐ-CP, article 4, as reported in the press); badges are kept as counts.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "party-badge-recipient-named"

CATEGORY = "party-badge"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each person named as recipient of a Party badge."""
    badges = {form.id for form in archive.vocabularies.forms.values() if form.category == CATEGORY}
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            if badges.isdisjoint((award.form, *award.pooled_with)):
                continue
            for number, recipient in enumerate(award.recipients):
                if recipient.kind == "individual":
                    where = position(documents, ceremony.id, "awards", at, "recipients", number, "name")
                    yield Problem(rule=RULE, position=where, arguments={"name": recipient.name})
