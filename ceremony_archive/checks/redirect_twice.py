"""redirect-twice: one address twice in the register of redirects and withdrawals.

What: an address is redirected or withdrawn in two entries, or twice in one.
Why: it can have one page only, and nobody knows which of the two entries is meant.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import position
from ceremony_archive.checks.published import Published
from ceremony_archive.model.register import REDIRECTS
from ceremony_archive.problems import Problem

RULE = "redirect-twice"


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each entry whose address an earlier one has."""
    first: dict[str, tuple[str | int, ...]] = {}
    for path, address in published.entries():
        earlier = first.setdefault(address, path)
        if earlier != path:
            line = position(published.documents, REDIRECTS, *earlier).line
            where = position(published.documents, REDIRECTS, *path)
            yield Problem(rule=RULE, position=where, arguments={"text": address, "line": str(line)})
