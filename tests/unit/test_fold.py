"""One fold, one slug, one order for Vietnamese text."""

from pathlib import Path

import pytest

from ceremony_archive.model.fold import (
    ALPHABET,
    collation_key,
    first_letter,
    fold,
    given_name_key,
    is_initials,
    letter_slug,
    slug,
    spelling_key,
)

ICU_ORDER = Path(__file__).with_name("icu_order.txt")


def icu_words() -> list[str]:
    lines = ICU_ORDER.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("# ") and line != "#"]


def test_the_order_is_that_of_icu() -> None:
    words = icu_words()
    assert len(words) > 300
    assert sorted(words, key=collation_key) == words


def test_the_alphabet_is_in_its_order() -> None:
    assert sorted(ALPHABET, key=collation_key) == list(ALPHABET)


def test_tones_come_level_huyen_hoi_nga_sac_nang() -> None:
    assert sorted("ạáãảàa", key=collation_key) == list("aàảãáạ")


def test_numbers_in_names_count_as_numbers() -> None:
    assert sorted(["Quận 10", "Quận 2", "Quận 1"], key=collation_key) == ["Quận 1", "Quận 2", "Quận 10"]


def test_a_tone_decides_only_between_words_of_the_same_letters() -> None:
    assert sorted(["Mẫu An", "Mâu Anh", "Mầu Ba"], key=collation_key) == ["Mẫu An", "Mâu Anh", "Mầu Ba"]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đỗ Văn Nghiệm", "do van nghiem"),
        ("HẠNH", "hanh"),
        ("Hành", "hanh"),
        ("ươn ướt", "uon uot"),
        ("Trường 11", "truong 11"),
        ("Hoa\u0300", "hoa"),
        ("", ""),
    ],
)
def test_the_fold_is_what_people_type_without_accents(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Nguyễn Thị Mẫu", "nguyen-thi-mau"),
        ("  Trường Mẫu giáo «Thử», số 1 ", "truong-mau-giao-thu-so-1"),
        ("Mẫu–Thử", "mau-thu"),
        ("…", ""),
    ],
)
def test_the_slug_keeps_letters_and_digits_only(text: str, address: str) -> None:
    assert slug(text) == address


@pytest.mark.parametrize(
    ("old", "new"),
    [("Hoà", "Hòa"), ("Uý", "Úy"), ("khoẻ", "khỏe"), ("liệt sĩ", "liệt sỹ"), ("Thuý", "Thúy"), ("Mỹ", "Mĩ")],
)
def test_spellings_of_one_word_have_one_key(old: str, new: str) -> None:
    assert spelling_key(old) == spelling_key(new)


@pytest.mark.parametrize(("one", "other"), [("Hạnh", "Hành"), ("Hanh", "Hạnh"), ("Dũng", "Đũng"), ("Mâu", "Mau")])
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)


def test_people_are_sorted_by_given_name_first() -> None:
    names = ["Lê An", "Vũ Văn Ân", "Nguyễn Ất Mẫu", "Nguyễn Thị Mẫu", "Trần Thị Mẫu"]
    assert sorted(names, key=given_name_key) == names


def test_a_name_of_no_words_sorts_before_all_others() -> None:
    assert sorted(["Mẫu", ""], key=given_name_key) == ["", "Mẫu"]


@pytest.mark.parametrize(
    ("text", "letter"),
    [("Đỗ Văn Nghiệm", "Đ"), ("ấp Mẫu", "Â"), ("«Ước»", "Ư"), ("12 Mẫu", "#"), ("…", "#"), ("", "#")],
)
def test_a_list_shows_a_name_under_its_letter(text: str, letter: str) -> None:
    assert first_letter(text) == letter


def test_the_letters_have_addresses_of_their_own() -> None:
    addresses = [letter_slug(letter) for letter in [*ALPHABET.upper(), "#"]]
    assert len(set(addresses)) == len(addresses)
    assert all(address == slug(address) for address in addresses)


def test_initials_are_letters_with_dots_alone() -> None:
    assert all(map(is_initials, ("T. Q. L.", "Đ.V.N.", "Á.")))
    assert not any(map(is_initials, ("T. Quốc L.", "TQL", "A", "TP.", "1. 2.", "")))
