"""What the checks of addresses look at: what the archive has now, what was published, and what could not be read."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ceremony_archive.checks.locating import Documents
from ceremony_archive.model.address import Claim
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.register import REDIRECTS, PermalinkRegister
from ceremony_archive.source.schema import nearest

MOST_COMPARED = 30  # comparing letter by letter with all of thousands of addresses takes a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """`addresses` has every page that the archive gives now with its owner, `permalinks` all that was ever published.

    `collisions` are the pairs of pages that want one address; `unread` what is in the folder and could not be read: the
    ids of records and texts, the paths of lists; `excused` the addresses that are withheld with the name in them.
    """

    archive: Archive
    documents: Documents
    permalinks: PermalinkRegister
    addresses: Mapping[str, str]
    collisions: tuple[tuple[Claim, Claim], ...]
    unread: Collection[str]
    excused: Collection[str] = ()

    def has_content(self, address: str) -> bool:
        """Tell whether the archive gives a page with content at the address."""
        return self.addresses.get(address, REDIRECTS) != REDIRECTS

    def is_unread(self, owner: str) -> bool:
        """Tell whether the owner is in the folder but could not be read, so that nobody knows what it gives."""
        return owner in self.unread or owner.rpartition("/")[2].removesuffix(".md") in self.unread

    def entries(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield each address that the register of redirects and withdrawals accounts for, with the path to it."""
        for at, redirect in enumerate(self.archive.redirects.redirects):
            yield ("redirects", at, "address"), redirect.address
        for at, withdrawal in enumerate(self.archive.redirects.withdrawals):
            for number, address in enumerate(withdrawal.addresses):
                yield ("withdrawals", at, "addresses", number), address


def nearest_address(wanted: str, known: Iterable[str]) -> str:
    """Return the known address of the same folder that comes closest, or an empty text when none is close."""
    folder, name = _parts(wanted)
    words = set(name.split("-"))
    here = [other for place, other in map(_parts, known) if place == folder]
    alike = sorted(here, key=lambda other: -len(words.intersection(other.split("-"))))[:MOST_COMPARED]
    found = nearest(name, alike)
    return found and f"{folder}{found}.html"


def _parts(address: str) -> tuple[str, str]:
    folder, slash, name = address.rpartition("/")
    return folder + slash, name.removesuffix(".html")
