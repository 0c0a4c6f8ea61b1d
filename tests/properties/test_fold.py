"""The fold and the order of Vietnamese text, for every text."""

import re
import unicodedata
from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as some

from ceremony_archive.model.fold import (
    ALPHABET,
    collation_key,
    first_letter,
    fold,
    given_name_key,
    letter_slug,
    slug,
    spelling_key,
)

TONES = "\u0300\u0309\u0303\u0301\u0323"
TONED = "".join(unicodedata.normalize("NFC", letter + tone) for letter, tone in product("aăâeêioôơuưy", TONES))
VIETNAMESE = some.text(alphabet=ALPHABET + ALPHABET.upper() + TONED + TONED.upper() + " 0123456789", max_size=12)
ANY = some.text(max_size=20) | VIETNAMESE


@given(ANY)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_the_fold_does_not_know_how_a_text_was_composed(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(VIETNAMESE)
def test_vietnamese_folds_to_plain_letters(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9 ]*", fold(text))


@given(ANY)
def test_a_slug_is_its_own_slug_and_fit_for_an_address(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)


@given(VIETNAMESE)
def test_case_and_tones_do_not_change_a_slug(text: str) -> None:
    assert slug(text.upper()) == slug(text) == slug(fold(text))


@given(ANY, ANY)
def test_no_two_texts_have_one_place_in_the_order(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (collation_key(one) == collation_key(other)) == same


@given(some.lists(ANY, max_size=8), some.randoms())
def test_the_order_does_not_depend_on_what_came_first(texts: list[str], chance: Random) -> None:
    shuffled = list(texts)
    chance.shuffle(shuffled)
    ordered, again = (sorted(map(collation_key, some_texts)) for some_texts in (texts, shuffled))
    assert ordered == again


@given(VIETNAMESE, VIETNAMESE)
def test_letters_decide_before_tones(one: str, other: str) -> None:
    bare_one, bare_other = (collation_key(text)[0] for text in (one, other))
    if bare_one != bare_other:
        assert (collation_key(one) < collation_key(other)) == (bare_one < bare_other)


@given(ANY)
def test_the_spelling_key_is_total_and_knows_no_case(text: str) -> None:
    assert spelling_key(text) == spelling_key(unicodedata.normalize("NFD", text))


@given(VIETNAMESE)
def test_the_spelling_key_keeps_what_the_fold_keeps(text: str) -> None:
    assert fold(spelling_key(text)).replace("y", "i") == fold(text).replace("y", "i")


@given(ANY)
def test_every_text_has_a_letter_with_an_address(text: str) -> None:
    letter = first_letter(text)
    assert letter == "#" or letter.lower() in ALPHABET
    assert slug(letter_slug(letter)) == letter_slug(letter)


@given(some.lists(ANY, max_size=8))
def test_names_can_always_be_sorted_by_given_name(names: list[str]) -> None:
    assert len(sorted(names, key=given_name_key)) == len(names)
