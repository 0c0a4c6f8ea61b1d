"""One fold and one collation for Vietnamese text, used for slugs, indexes, matching and sorting alike."""

import re
import unicodedata
from functools import lru_cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # level, huyền, hỏi, ngã, sắc, nặng
LETTER_MARKS = "\u0302\u0306\u031b"  # the marks of â ê ô, ă, ơ ư: part of the letter, not a tone

_LETTER_ORDER = {letter: order for order, letter in enumerate(ALPHABET, start=1)}
_TONE_ORDER = {tone: order for order, tone in enumerate(TONES)}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text without case, tones and marks, đ as d: what people type when they type no accents."""
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.replace("đ", "d").replace("Đ", "D").casefold()


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return the fold with everything but letters and digits turned into single hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


@lru_cache(maxsize=65536)
def spelling_key(text: str) -> str:
    """Return a key that is equal for spellings of one word that differ only in tone placement or in i for y.

    hoà and hòa, Uý and Úy, sĩ and sỹ have equal keys; Hạnh and Hành do not.
    """
    words = re.split(r"(\W+)", unicodedata.normalize("NFC", text).casefold())
    return "".join(_spelling_key_of_word(word) for word in words)


def _spelling_key_of_word(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tone = "".join(character for character in decomposed if character in TONES[1:])
    rest = unicodedata.normalize("NFC", "".join(character for character in decomposed if character not in TONES[1:]))
    return rest.replace("y", "i") + tone


@lru_cache(maxsize=65536)
def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]:
    """Return a sort key in the order of the Vietnamese dictionary.

    Letters first (a ă â b … d đ e ê …), then tones (level, huyền, hỏi, ngã, sắc, nặng), then lower before upper
    case, then the text itself, so that no two different texts compare equal. Spaces and punctuation come before
    digits, in the order of their code points, digits before letters; a run of digits counts as a number (Quận 2 before
    Quận 10).
    """
    letters: list[int] = []
    tones: list[int] = []
    cases: list[int] = []
    normal = unicodedata.normalize("NFC", text)
    for run in re.findall(r"[0-9]{1,18}|.", normal, re.DOTALL):
        if run.isascii() and run.isdigit():
            letters.extend((_DIGITS, int(run)))
            continue
        base, tone = _letter_and_tone(run)
        letters.append(
            _LETTERS + _LETTER_ORDER[base] if base in _LETTER_ORDER else min(ord(base[:1] or " "), _DIGITS - 1)
        )
        tones.append(tone)
        cases.append(int(run != run.lower()))
    return tuple(letters), tuple(tones), tuple(cases), normal


_DIGITS = 0x110000
_LETTERS = _DIGITS + 1


@lru_cache(maxsize=4096)
def _letter_and_tone(character: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", character.lower())
    tone = next((_TONE_ORDER[mark] for mark in decomposed if mark in TONES[1:]), 0)
    kept = "".join(mark for mark in decomposed if not unicodedata.combining(mark) or mark in LETTER_MARKS)
    base = unicodedata.normalize("NFC", kept)
    return (base if base in _LETTER_ORDER else fold(character)), tone


def given_name_key(name: str) -> tuple[object, ...]:
    """Return a sort key for a person's name by given name, then family name, then the names between.

    Source: the office custom of Vietnamese lists (domain notes, section 6; not checked against a norm).
    """
    parts = name.split()
    return (collation_key(parts[-1]), collation_key(parts[0]), collation_key(" ".join(parts[1:-1]))) if parts else ((),)


_INITIALS = re.compile(r"(?:[^\W\d_]\.\s*)+")


def is_initials(name: str) -> bool:
    """Tell whether the name is initials alone: "T. Q. L.", which are many people's."""
    return _INITIALS.fullmatch(name) is not None


_TELEX = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}


def first_letter(text: str) -> str:
    """Return the letter of the Vietnamese alphabet, in upper case, under which a list shows the text, or "#"."""
    for character in unicodedata.normalize("NFC", text):
        base, _ = _letter_and_tone(character)
        if base in _LETTER_ORDER:
            return base.upper()
        if character.isdigit():
            return "#"
    return "#"


def letter_slug(letter: str) -> str:
    """Return the address part of a letter: its Telex spelling, so that a, ă and â stay apart."""
    return "0-9" if letter == "#" else _TELEX.get(letter.lower(), letter.lower())
