"""The addresses that are no longer made because of what is withheld."""

from ceremony_archive.model.archive import Archive
from ceremony_archive.pages.addresses import page_addresses


def excused_addresses(whole: Archive, published: Archive) -> frozenset[str]:
    """Return the addresses of pages that are made no more because of what is withheld.

    They leave no word at their address, as others must: the address of a name would say the name.
    """
    if not whole.redactions:
        return frozenset()
    return frozenset(page_addresses(whole)) - frozenset(page_addresses(published))
