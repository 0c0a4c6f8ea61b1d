"""The one writer of CSV: RFC 4180 in UTF-8, and no cell that a spreadsheet would run as a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO, TextIOWrapper
from typing import TypeAlias

Cell: TypeAlias = str | int | Decimal | bool | None

# What a spreadsheet takes for the beginning of a formula, also behind white space and in full width.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_TO_GUARD = re.compile(f"'*{_FORMULA.pattern}")
_GUARDED = re.compile(f"'+{_FORMULA.pattern}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def csv_table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the table: a comma between cells, CRLF behind each line, the header first, no byte order mark.

    Not stated: None is an empty cell. Texts are guarded; numbers are written as they are, so that -3.5 stays a number.
    Raises ValueError for a control character or a row that is not as long as the header.
    """
    buffer = BytesIO()
    with TextIOWrapper(buffer, encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([_written(name) for name in header])
        for row in rows:
            if len(row) != len(header):
                raise ValueError(f"{len(row)} cells under {len(header)} heads: {row}")
            writer.writerow([_written(cell) for cell in row])
        text.flush()
        return buffer.getvalue()


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet would take it for a formula.

    What begins with apostrophes before such a text gets one more, so that every guarded text has one origin.
    """
    return f"'{text}" if _TO_GUARD.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that a cell of ours was made from: the way back for whoever reads the tables with a program."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | Decimal):
        return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    if _CONTROL.search(cell):
        raise ValueError(f"a control character: {cell!r}")
    return guarded(cell)
