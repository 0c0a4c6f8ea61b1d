"""Names of places as lists sort them and as sentences use them."""

from collections.abc import Iterable

from ceremony_archive.model.fold import collation_key
from ceremony_archive.model.place import Place
from ceremony_archive.pages.page import Phrase

_LEVEL_WORDS = ("Thành phố ", "Thị xã ", "Thị trấn ", "Đặc khu ", "Quận ", "Huyện ", "Phường ", "Tỉnh ", "Xã ")


def bare_name(name: str) -> str:
    """Return the name without its level word: Hà Nội for Thành phố Hà Nội."""
    word = next((word for word in _LEVEL_WORDS if name.startswith(word)), "")
    return name[len(word) :]


def in_place_order(places: Iterable[Place]) -> list[Place]:
    """Return the places by their names without level words, in the order of the Vietnamese dictionary."""
    return sorted(places, key=_place_key)


def in_sentence(name: Phrase) -> str:
    """Return the name as it stands within a sentence: tỉnh Quảng Nam, but Quận 11 and Thành phố Hồ Chí Minh.

    Source: the rule of Vietnamese official texts that a level word is written small unless a number follows it, with
    Thành phố Hồ Chí Minh as the exception (Decree 30/2020/NĐ-CP, annex II; general knowledge, not read here).
    """
    text = name.text
    bare = bare_name(text)
    if name.language != "vi" or bare == text or bare[:1].isdigit() or text == "Thành phố Hồ Chí Minh":
        return text
    return text[0].lower() + text[1:]


def _place_key(place: Place) -> tuple[object, ...]:
    return collation_key(bare_name(place.name)), collation_key(place.name), place.id
