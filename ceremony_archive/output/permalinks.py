"""The register of every address ever published: what a build adds to it, and that a build lacks none of it."""

import contextlib
import fcntl
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ceremony_archive.model.address import is_address, is_page
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.permalink_text import comment_of, permalink_text
from ceremony_archive.model.register import PERMALINKS, PermalinkRegister, RedirectRegister
from ceremony_archive.output import disk
from ceremony_archive.output.manifest import CONTENT_MANIFEST, MANIFEST
from ceremony_archive.pages.addresses import SITE, page_addresses
from ceremony_archive.problems import AddressLost, Fault, OutputError, reason_of

REGISTERS = "registers"
# What nobody links to: the design, in versions; parts of the sitemap, which come and go with its length.
NOT_LISTED = ("theme/", "sitemaps/")
ENGLISH = "en/"


def published_addresses(archive: Archive, paths: Iterable[str]) -> dict[str, str]:
    """Return the address of each page once, below a language's root, and of each other file, with where it comes from.

    `paths` are all files of the site, below its root. A file that names a record comes from it, others from site.yaml.
    """
    pages = page_addresses(archive)
    addresses: dict[str, str] = {}
    for path in paths:
        is_twin = path.startswith(ENGLISH) and path.removeprefix(ENGLISH) in pages
        if not is_twin and not path.startswith(NOT_LISTED) and path not in (MANIFEST, CONTENT_MANIFEST):
            addresses[path] = pages.get(path) or _record_of(archive, path)
    return addresses


def refuse_loss(
    archive: Archive, register: PermalinkRegister, paths: Iterable[str], excused: Collection[str] = ()
) -> None:
    """Raise AddressLost when the site has no file at an address of the register.

    The checks of the content have told of pages already; this is for other files, and for faults of the program. The
    files of a record go with its page, and one that was withdrawn leaves none. `excused` are withheld.
    """
    accounted, there = _accounted(archive.redirects), frozenset(paths)
    lost = [
        address
        for address, owner in register.addresses.items()
        if not (address in there and (not is_page(address) or ENGLISH + address in there))
        and address not in excused
        and (is_page(address) or not {address, f"ceremonies/{owner}.html"} & accounted)
    ]
    if lost:
        raise AddressLost("address-lost", faults=[Fault("missing", address) for address in lost])


def with_new_addresses(
    register: PermalinkRegister, addresses: Mapping[str, str], excused: Collection[str] = ()
) -> PermalinkRegister | None:
    """Return the register with what is not in it yet, or None when nothing changes. What it has stays as it is.

    Only the `excused` leave it: an address with a withheld name in it would say the name for ever.
    """
    new = {address: owner for address, owner in addresses.items() if address not in register.addresses}
    assert all(map(is_address, new)), "the register could not be read again"
    kept = {address: owner for address, owner in register.addresses.items() if address not in excused}
    is_changed = new or len(kept) < len(register.addresses)
    return replace(register, addresses={**kept, **new}) if is_changed else None


def register_bytes(content: Path, register: PermalinkRegister) -> bytes:
    """Return the canonical text of the register, below the comment that the file has."""
    comment = comment_of((content / PERMALINKS).read_text(encoding="utf-8-sig"))
    return permalink_text(comment, register.addresses).encode()


def write_register(content: Path, register: PermalinkRegister) -> None:
    """Write the register in its canonical form, whole or not at all. The caller holds the lock. Raises OutputError."""
    try:
        disk.replace(content / PERMALINKS, register_bytes(content, register))
    except OSError as error:
        raise _unwritable(content, error) from error


@contextlib.contextmanager
def register_lock(content: Path) -> Iterator[None]:
    """Hold the lock on the registers of the content folder, from reading them to writing one.

    Whoever else has it is waited for: builds into other folders, the tasks that enter something. Raises OutputError.
    """
    try:
        descriptor = os.open(content / REGISTERS, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise _unwritable(content, error) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _unwritable(content: Path, error: OSError) -> OutputError:
    return OutputError("content-unwritable", folder=str(content / REGISTERS), reason=reason_of(error))


def _record_of(archive: Archive, path: str) -> str:
    parts = (part.partition(".")[0] for part in path.split("/"))
    return next((part for part in parts if part in archive.ceremony_by_id), SITE)


def _accounted(register: RedirectRegister) -> set[str]:
    withdrawn = (address for withdrawal in register.withdrawals for address in withdrawal.addresses)
    return {*(redirect.address for redirect in register.redirects), *withdrawn}
