"""data/changes.csv: one row for each correction of a record."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Change
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.tables.ceremony_columns import CEREMONY, OF_CEREMONY, PAGE, CeremonyRow
from ceremony_archive.pages.tables.table import Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow(CeremonyRow):
    """A correction and its number in the record, from 1."""

    number: int
    change: Change


def _rows(archive: Archive) -> Iterator[ChangeRow]:
    for ceremony in archive.ceremonies:
        for number, change in enumerate(ceremony.changes, start=1):
            yield ChangeRow(archive=archive, ceremony=ceremony, number=number, change=change)


COLUMNS: tuple[Column[ChangeRow], ...] = (
    CEREMONY,
    Column("change", "whole", "số thứ tự trong hồ sơ", "number in the record", lambda row: row.number),
    Column("date", "date", "ngày đính chính", "date of the correction", lambda row: row.change.date),
    Column("reason", "text", "đã sửa gì, vì sao", "what was corrected and why (Vietnamese)",
           lambda row: row.change.reason.vi),
    Column("reason_en", "text", "đã sửa gì, vì sao, tiếng Anh", "what was corrected and why, in English",
           lambda row: row.change.reason.en),
    PAGE,
)  # fmt: skip

CHANGES = Table(
    name="changes",
    title=Bilingual(vi="Đính chính", en="Corrections"),
    description=Bilingual(
        vi="Mỗi dòng là một lần đính chính nội dung của một hồ sơ sau khi công bố.",
        en="One row for each correction of a record's content after it was published.",
    ),
    columns=COLUMNS,
    key=("ceremony", "change"),
    references=(OF_CEREMONY,),
    rows=_rows,
)
