"""Words that may not be read on the site, and the one way to find them in a text, however the text writes them.

A name is found as typed, in either case, composed or not, with its tone marks placed either way and i for y, without
any marks, as a slug, escaped for HTML, JSON or an address, its words parted by white space, tags or hyphens. A name
with other marks is another name and is not found.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import product
from urllib.parse import unquote_to_bytes

from ceremony_archive.model.fold import TONES, fold, slug

ROUNDS = 4  # escapes within escapes: an address in an attribute in a text of JSON
SHORTEST_WORD = 8  # letters: no Vietnamese syllable has as many
SHORTEST_NAME = 5  # letters of a name of several words

_VOWELS = frozenset("aăâeêioôơuưy")
_ESCAPE = re.compile(
    r"(?:%[0-9A-Fa-f]{2})+"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\x[0-9A-Fa-f]{2}|\\[nrt]"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_BETWEEN = r"(?:[\s+_\u2010-\u2015-]|<[^<>]*>)+"
_BETWEEN_WORDS_OF_TEXT = r"(?:\s|<[^<>]*>)+"
_AROUND_PUNCTUATION = r"(?:[\W_]|<[^<>]*>)+"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldWords:
    """Words that a redaction withholds, or keeps from search engines. They are in no message and in no representation.

    `record` is where they stand and `shared_with` the other records in which they are somebody else's. `shares_slug`:
    another name of the archive has the same address, so that the address alone does not give this one away.
    """

    redaction: str
    record: str
    words: str = field(repr=False)
    shared_with: tuple[str, ...] = ()
    shares_slug: bool = False

    def may_stand_beside(self, records: Collection[str]) -> bool:
        """Tell whether a page made from these records may have the words: one of them shares them."""
        return not set(self.shared_with).isdisjoint(records)

    def are_of_others(self, records: Collection[str]) -> bool:
        """Tell whether the words are only somebody else's on a page made from these records."""
        return self.may_stand_beside(records) and self.record not in records


@dataclass(frozen=True, slots=True)
class WordFinder:
    """Finds withheld words: one pattern tells whether there are any, a pattern for each tells which."""

    any_of_them: re.Pattern[str]
    each: tuple[tuple[WithheldWords, str], ...]

    @classmethod
    def of(cls, withheld: Iterable[WithheldWords]) -> "WordFinder":
        """Return what finds these words, of which there is at least one."""
        patterns = {words: _pattern(words) for words in withheld}
        every = "|".join(dict.fromkeys(patterns.values()))
        return cls(
            any_of_them=re.compile(_whole(every)),
            each=tuple(patterns.items()),
        )

    def found_in(self, text: str, *, is_rough: bool = False) -> Iterator[WithheldWords]:
        """Yield the words that stand in the text, in any of their forms; in rough text also as a part of a word."""
        plain = unescaped(text)
        if is_rough or self.any_of_them.search(plain):
            for words, pattern in self.each:
                if re.search(pattern if is_rough else _whole(pattern), plain):
                    yield words

    def blanked(self, name: str) -> str:
        """Return the name of a file with an ellipsis in the place of all words that are withheld."""
        plain = unescaped(name)
        return self.any_of_them.sub("…", plain) if self.any_of_them.search(plain) else name


def is_too_short(words: str) -> bool:
    """Tell whether the words cannot be told from words that stand everywhere: a single syllable, a letter or two."""
    letters = slug(words)
    shortest = SHORTEST_NAME if "-" in letters else SHORTEST_WORD
    return len(letters.replace("-", "")) < shortest


def unescaped(text: str) -> str:
    """Return the text as it reads: lower case, composed, without escapes of HTML, JSON and addresses."""
    for _ in range(ROUNDS):
        if not ("&" in text or "%" in text or "\\" in text):
            break
        plain = _ESCAPE.sub(_character, text)
        if plain == text:
            break
        text = plain
    if not text.isascii():
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", text))
    return text.lower()


def _character(escape: re.Match[str]) -> str:
    written = escape.group()
    if written[0] == "%":
        return unquote_to_bytes(written).decode("utf-8", "replace")
    if written[0] == "&":
        return unescape(written)
    if written in ("\\n", "\\r", "\\t"):
        return " "
    return chr(min(int(written[2:].strip("{}"), 16), 0x10FFFF))


def _whole(pattern: str) -> str:
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


def _pattern(withheld: WithheldWords) -> str:
    """Return the pattern of all forms of the words, for a text that is `unescaped`."""
    plain = unescaped(withheld.words)
    words = re.findall(r"[^\W_]+", plain)
    between = _BETWEEN if re.fullmatch(r"[^\W_]+(?:[\s_\u2010-\u2015-]+[^\W_]+)*", plain) else _AROUND_PUNCTUATION
    forms = [between.join(_one_of(_spellings(word)) for word in words)]
    bare = [re.escape(fold(word)) for word in words]
    if fold(plain) != plain:
        forms.append((_BETWEEN_WORDS_OF_TEXT if withheld.shares_slug else between).join(bare))
    return "|".join(forms)


def _one_of(spellings: Iterable[str]) -> str:
    escaped = sorted(map(re.escape, spellings))
    return escaped[0] if len(escaped) == 1 else f"(?:{'|'.join(escaped)})"


def _spellings(word: str) -> set[str]:
    """Return the spellings of the word that differ only in where the tone stands or in i for y: úy uý, sĩ sỹ."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = [mark for mark in decomposed if mark in TONES[1:]]
    letters = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES[1:]))
    if len(tones) > 1:
        return {word}
    swapped = {"".join(choice) for choice in product(*(("iy" if letter in "iy" else letter) for letter in letters))}
    if not tones:
        return swapped
    return {
        unicodedata.normalize("NFC", f"{spelling[: at + 1]}{tones[0]}{spelling[at + 1 :]}")
        for spelling in swapped
        for at, letter in enumerate(spelling)
        if letter in _VOWELS
    } | {word}
