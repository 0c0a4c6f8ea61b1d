"""Addresses of the site: their form, the names that no file may have, and who wants which."""

import re
import unicodedata
from typing import NamedTuple

# Lower case, so that no two addresses meet on a disk without capitals; no component is hidden, "." or "..".
_COMPONENT = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
ADDRESS = rf"(?:{_COMPONENT}/)*[a-z0-9]+(?:-[a-z0-9]+)*\.{_COMPONENT}"  # in the last component, an ending
_ADDRESS = re.compile(ADDRESS, re.ASCII)
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.ASCII)
LONGEST_ADDRESS = 400
LONGEST_NAME = 150  # with its ending and a number that a copy gets, far from the 255 bytes that a file's name may have
PAGE = ".html"


class Claim(NamedTuple):
    """A page that something in the archive gives: `owner` is the record or list, `what` the id or name in it."""

    address: str
    owner: str
    what: str


def is_address(text: str) -> bool:
    """Tell whether the text is an address below a root: lower-case components and, in the last, an ending."""
    return bool(_ADDRESS.fullmatch(text)) and len(text) <= LONGEST_ADDRESS


def is_page(address: str) -> bool:
    """Tell whether the address is that of a page, and not of a file with data."""
    return address.endswith(PAGE)


def is_device(component: str) -> bool:
    """Tell whether Windows keeps the name for a device, with any ending: no file of a copy could have it there."""
    return bool(_DEVICE.fullmatch(component))


def meeting_point(address: str) -> str:
    """Return a key that is equal for addresses that are one file where case or normal form do not count."""
    return unicodedata.normalize("NFC", address).casefold()


def bare_address(text: str, site_url: str = "") -> str:
    """Return the address below a language's root that a reader's link to a page means.

    Takes off the site's own address, a slash in front, en/, and what follows a question mark or a number sign.
    """
    path = re.split(r"[?#]", text.strip(), maxsplit=1)[0]
    if site_url and path.startswith(f"{site_url}/"):
        path = path[len(site_url) :]
    path = path.lstrip("/").removeprefix("en/")
    return f"{path}index{PAGE}" if not path or path.endswith("/") else path
