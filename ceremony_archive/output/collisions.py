"""No two files of the site at one address, also not on a disk that ignores case or normal form."""

from collections.abc import Iterable

from ceremony_archive.model.address import is_address, is_device, meeting_point
from ceremony_archive.problems import Collision

LONGEST_COMPONENT = 200


def check_addresses(addresses: Iterable[str]) -> None:
    """Raise Collision unless every address is safe, component by component, and none meets another."""
    seen: dict[str, str] = {}
    for address in addresses:
        if not is_address(address) or not all(map(_is_safe, address.split("/"))):
            raise Collision("address-unsafe", address=address)
        key = meeting_point(address)
        if key in seen:
            raise Collision("address-twice", first=seen[key], address=address)
        seen[key] = address


def _is_safe(component: str) -> bool:
    return not is_device(component) and len(component) <= LONGEST_COMPONENT
