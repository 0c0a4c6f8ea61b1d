"""name-without-address: a printed name from which no address of a page can be made.

What: the name of a person, an organization or an organizer has no Latin letter and no digit, is longer than a file's
name may be, or folds to the name of a device on Windows (con, nul …).
Why: every printed name has its page at names/<folded>.html. Without this, names in other scripts would share one page
without a name, a long one would stop the build when its file is written, and a copy of the site would not open.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, places_of_name
from ceremony_archive.model.address import LONGEST_NAME, is_device
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem

RULE = "name-without-address"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each printed name that gives no address."""
    for folded in archive.mentions_of_name:
        if not folded or len(folded) > LONGEST_NAME or is_device(folded):
            for name, where in places_of_name(archive, documents, folded):
                yield Problem(rule=RULE, position=where, arguments={"name": name, "limit": str(LONGEST_NAME)})
