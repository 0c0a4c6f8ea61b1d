"""redirect-to-nowhere: a redirect to an address at which there is no page with content.

What: the target is no page, or is itself redirected or withdrawn, or the redirects lead in a circle.
Why: a reader is to be led to the content in one step; a chain breaks when any part of it does.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import position
from ceremony_archive.checks.published import Published, nearest_address
from ceremony_archive.model.register import REDIRECTS, Redirect
from ceremony_archive.problems import Problem

RULE = "redirect-to-nowhere"

SUGGESTIONS = 20


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each redirect that does not lead to a page with content."""
    number = 0
    for at, redirect in enumerate(published.archive.redirects.redirects):
        if published.has_content(redirect.to) or _may_be_there(published, redirect.to):
            continue
        number += 1
        reason, final = _end(published, redirect)
        if not final and number <= SUGGESTIONS and reason == "target-missing":
            final = nearest_address(redirect.to, filter(published.has_content, published.addresses))
        where = position(published.documents, REDIRECTS, "redirects", at, "to")
        arguments = {"text": redirect.to, "address": redirect.address, "reason": reason, "suggestion": final}
        yield Problem(rule=RULE, position=where, arguments=arguments)


def _end(published: Published, redirect: Redirect) -> tuple[str, str]:
    """Return what is wrong with the target, and the page that the redirects from there lead to in the end, if any."""
    register = published.archive.redirects
    next_of = {entry.address: entry.to for entry in register.redirects}
    withdrawn = {address for withdrawal in register.withdrawals for address in withdrawal.addresses}
    seen, target = {redirect.address}, redirect.to
    while target in next_of and target not in seen:
        seen.add(target)
        target = next_of[target]
    if target in seen:
        return "target-circle", ""
    if target in withdrawn:
        return "target-withdrawn", ""
    is_there = published.has_content(target)
    return ("target-redirected", target) if is_there else ("target-missing", "")


def _may_be_there(published: Published, address: str) -> bool:
    """Tell whether the page would come from a record or list that could not be read."""
    owner = published.permalinks.addresses.get(address, "")
    return published.is_unread(owner) or address.rpartition("/")[2].removesuffix(".html") in published.unread
