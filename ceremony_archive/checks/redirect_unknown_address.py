"""redirect-unknown-address: a redirect or withdrawal of an address that was never published.

What: the register of addresses does not have the address.
Why: nobody can have linked to it; it is mistyped, and the address that was meant is left without a page.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import position
from ceremony_archive.checks.published import Published, nearest_address
from ceremony_archive.model.register import PERMALINKS, REDIRECTS
from ceremony_archive.problems import Problem

RULE = "redirect-unknown-address"

SUGGESTIONS = 20


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each entry whose address the register does not have."""
    if PERMALINKS in published.unread:
        return
    known = published.permalinks.addresses
    unknown = [(path, address) for path, address in published.entries() if address not in known]
    for number, (path, address) in enumerate(unknown):
        near = nearest_address(address, known) if number < SUGGESTIONS else ""
        arguments = {"text": address, "nearest": near}
        yield Problem(rule=RULE, position=position(published.documents, REDIRECTS, *path), arguments=arguments)
