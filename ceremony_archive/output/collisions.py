"""No two pages or files at one address, also not on a disk that ignores case or normal form."""

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

from ceremony_archive.problems import Collision


def check_addresses(addresses: Iterable[str]) -> None:
    """Raise Collision unless every address is safe and none meets another."""
    seen: dict[str, str] = {}
    for address in addresses:
        path = PurePosixPath(address)
        if path.is_absolute() or not path.parts or any(part in ("..", ".") for part in path.parts) or "\\" in address:
            raise Collision(f"unsafe address: {address}")
        key = unicodedata.normalize("NFC", address).casefold()
        if key in seen:
            raise Collision(f"two pages at one address: {seen[key]} and {address}")
        seen[key] = address
