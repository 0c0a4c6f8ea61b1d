"""redirect-hides-page: a redirect or withdrawal of an address at which there is a page.

What: the archive gives a page with content at an address that the register leads away from or calls withdrawn.
Why: the two want one file; and either the page is there after all, or it was not taken out.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import position
from ceremony_archive.checks.published import Published
from ceremony_archive.model.register import REDIRECTS
from ceremony_archive.problems import Problem

RULE = "redirect-hides-page"


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each entry whose address is that of a page."""
    for path, address in published.entries():
        if published.has_content(address):
            arguments = {"text": address, "owner": published.addresses[address]}
            yield Problem(rule=RULE, position=position(published.documents, REDIRECTS, *path), arguments=arguments)
