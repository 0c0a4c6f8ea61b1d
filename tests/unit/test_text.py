"""Bytes to text: strictly UTF-8, normalised, and every odd character told with its line."""

import os
from pathlib import Path

import pytest

from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.text import decode_source, read_source, source_text


def rules(data: bytes) -> list[tuple[str, int, int]]:
    _, problems = decode_source(data, "a.md")
    return [(problem.rule, problem.position.line, problem.position.column) for problem in problems]


@pytest.mark.parametrize(
    "data",
    [
        "Huyện Mẫu\nMột\n".encode(),
        "Huyện Mẫu\nMột\n".encode("utf-8-sig"),
        b"Huy\xc3\xaa\xcc\xa3n M\xc3\xa2\xcc\x83u\nM\xc3\xb4\xcc\xa3t\n",
        "Huyện Mẫu\r\nMột\r\n".encode(),
        "Huyện Mẫu\rMột\r".encode(),
    ],
    ids=["clean", "byte order mark", "decomposed", "windows lines", "old mac lines"],
)
def test_the_same_text_comes_out_of_every_way_to_save_it(data: bytes) -> None:
    source, problems = decode_source(data, "a.md")
    assert problems == []
    assert source == source_text("a.md", "Huyện Mẫu\nMột\n")


def test_lines_and_columns_count_from_one() -> None:
    source = source_text("a.md", "một\nhai")
    assert source.position(2, 3, 1) == Position("a.md", 2, 3)
    assert source.position(2, 3).text == "hai"


def test_a_position_below_the_last_line_has_no_text() -> None:
    assert source_text("a.md", "một").position(9).text == ""


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_a_file_without_text_is_empty(data: bytes) -> None:
    assert rules(data) == [("file-empty", 1, 1)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_named(encoding: str) -> None:
    _, problems = decode_source("---\ntitle: Mẫu\n".encode(encoding), "a.md")
    assert problems == [Problem(rule="text-encoding", position=Position("a.md"), arguments={"encoding": "UTF-16"})]


def test_windows_1258_stops_at_its_first_byte_that_is_not_utf_8() -> None:
    data = "---\nvenue: Huyện Mẫu".encode("windows-1258", "replace").replace(b"?", b"\xea\xf2")
    source, problems = decode_source(data, "a.md")
    assert source is None
    assert [(problem.rule, problem.position.line, problem.position.column) for problem in problems] == [
        ("text-encoding", 2, 11)
    ]


@pytest.mark.parametrize(
    "character",
    [
        *(
            "\x00",
            "\x1b",
            "\x7f",
            "\x85",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u200d",
            "\u200e",
            "\u2028",
            "\u202e",
            "\u2066",
        ),
        *("\u3000", "\ufe0f", "\ufeff", "\ufff9", "\ue000", "\U000e0041", "\ufdd0", "\uffff", "\U0001fffe", "\t"),
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_characters_that_nobody_sees_are_told(character: str) -> None:
    assert rules(f"a\nbc{character}d\n".encode()) == [("invisible-character", 2, 3)]


def test_an_invisible_character_is_named() -> None:
    _, problems = decode_source("a\u200bb".encode(), "a.md")
    assert problems[0].arguments["character"] == "U+200B ZERO WIDTH SPACE"


@pytest.mark.parametrize(
    "text",
    [
        "Huyá»‡n Máº«u",
        "Quaän uûy",
        "Ñaûng boä",
        "®¶ng bé",
        "§¶ng bé",
        "thµnh phè",
        "Céng hoµ x· héi",
        "Ä‘á»“ng",
        "a\ufffdb",
    ],
)
def test_text_of_another_font_or_encoding_is_told(text: str) -> None:
    found = {rule for rule, _, _ in rules(text.encode())}
    assert "garbled-text" in found


@pytest.mark.parametrize(
    "text",
    [
        "Đồng bào, ưu tú; Ủy ban – «Mẫu» — “nháy” ‘nháy’… 141,5% 110.000 m² 37 °C 5 m³ ½ § 3 · © ® ™",
        "naïve Noël Citroën Müller façade São Zürich",
        "ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ Đ",
        "oái oăm, khuỷu tay, nghiêng ngả, NGHĨA TÌNH, ngoằn ngoèo, quýt, thuở, hòa, hoà",
    ],
)
def test_good_text_has_no_problem(text: str) -> None:
    assert rules(text.encode()) == []


@pytest.mark.parametrize(("letter", "right"), [("Ð", "Đ"), ("ð", "đ"), ("Ɖ", "Đ"), ("ɖ", "đ")])
def test_a_letter_that_only_looks_like_d_with_stroke_is_told_with_the_right_one(letter: str, right: str) -> None:
    _, problems = decode_source(f"{letter}ông".encode(), "a.md")
    assert [(problem.rule, problem.arguments["suggestion"]) for problem in problems] == [("look-alike-letter", right)]


@pytest.mark.parametrize("text", ["\u0410n", "\u0391n", "b\u0430n"])
def test_a_cyrillic_or_greek_letter_is_told(text: str) -> None:
    assert [rule for rule, _, _ in rules(text.encode())] == ["look-alike-letter"]


def test_every_line_with_a_fault_is_told_in_one_run() -> None:
    assert rules("a\u00a0b\nc\nd\u200be\n".encode()) == [("invisible-character", 1, 2), ("invisible-character", 3, 2)]


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Mẫu", encoding="utf-8")
    assert read_source(tmp_path / "a.md", "a.md") == (source_text("a.md", "Mẫu"), [])


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a" * 11)
    assert read_source(tmp_path / "a.md", "a.md", limit=10) == (
        None,
        [Problem(rule="file-too-large", position=Position("a.md"), arguments={"limit": "10"})],
    )


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a" * 10)
    source, problems = read_source(tmp_path / "a.md", "a.md", limit=10)
    assert source is not None
    assert problems == []


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    source, problems = read_source(tmp_path / "a.md", "a.md")
    assert source is None
    assert [problem.rule for problem in problems] == ["file-unreadable"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    source, problems = read_source(tmp_path / "a.md", "a.md")
    assert source is None
    assert [problem.rule for problem in problems] == ["file-unreadable"]


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    source, problems = read_source(tmp_path, "a.md")
    assert source is None
    assert [problem.rule for problem in problems] == ["file-unreadable"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    source, problems = read_source(tmp_path / "a.md", "a.md")
    assert source is None
    assert [problem.rule for problem in problems] == ["file-unreadable"]
