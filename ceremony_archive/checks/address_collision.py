"""address-collision: two things that want one page.

What: a name or an id gives a page an address that another page has: a name that folds to `index` wants that of the list
of names. Ids that would are refused as such (id-reserved).
Why: one of the two pages would silently take the place of the other. Addresses that differ in case or in the way that
accents are written count as one: on many disks they are.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import ORGANIZATIONS, PEOPLE, file_of, position, printed_names, rows
from ceremony_archive.checks.published import Published
from ceremony_archive.model.address import Claim
from ceremony_archive.problems import Position, Problem

RULE = "address-collision"

SECTION = "section-page"


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each page whose address an earlier one has, at the later one."""
    for earlier, later in published.collisions:
        taken_by = SECTION if earlier.owner == "site.yaml" else file_of(published.documents, earlier.owner)
        arguments = {"text": later.what, "address": later.address, "reason": taken_by}
        yield Problem(rule=RULE, position=_place(published, later), arguments=arguments)


def _place(published: Published, claim: Claim) -> Position:
    documents = published.documents
    for file, list_name in ((PEOPLE, "people"), (ORGANIZATIONS, "organizations")):
        if claim.owner == file:
            return position(documents, file, list_name, rows(documents, file, list_name).get(claim.what, 0), "id")
    ceremony = published.archive.ceremony_by_id.get(claim.owner)
    names = printed_names(ceremony) if ceremony else ()
    path = next((path for path, name in names if name == claim.what), ())
    return position(documents, claim.owner, *path)
