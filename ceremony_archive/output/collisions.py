"""No two files of the site at one address, also not on a disk that ignores case or normal form."""

import re
import unicodedata
from collections.abc import Iterable

from ceremony_archive.problems import Collision

# Names that hold on every file system and need no escape in a link; no component is "..", hidden, or a device.
COMPONENT = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*", re.ASCII)
DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.ASCII)
LONGEST_COMPONENT = 200


def check_addresses(addresses: Iterable[str]) -> None:
    """Raise Collision unless every address is safe, component by component, and none meets another."""
    seen: dict[str, str] = {}
    for address in addresses:
        if not all(map(_is_safe, address.split("/"))):
            raise Collision("address-unsafe", address=address)
        key = unicodedata.normalize("NFC", address).casefold()
        if key in seen:
            raise Collision("address-twice", first=seen[key], address=address)
        seen[key] = address


def _is_safe(component: str) -> bool:
    return (
        bool(COMPONENT.fullmatch(component)) and not DEVICE.fullmatch(component) and len(component) <= LONGEST_COMPONENT
    )
