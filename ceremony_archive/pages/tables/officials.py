"""data/officials.csv: one row for each official that a record names, in the printed order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Official, Participation
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.tables.ceremony_columns import (
    CERTAINTY,
    OF_CEREMONY,
    OF_PLACE,
    PAGE,
    WHEN_AND_WHERE,
    CeremonyRow,
    english,
    source_ids,
    vietnamese,
)
from ceremony_archive.pages.tables.table import Choices, Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialRow(CeremonyRow):
    """An official and its number in the record, from 1."""

    number: int
    official: Official


def _rows(archive: Archive) -> Iterator[OfficialRow]:
    for ceremony in archive.ceremonies:
        for number, official in enumerate(ceremony.officials, start=1):
            yield OfficialRow(archive=archive, ceremony=ceremony, number=number, official=official)


def _verified(row: OfficialRow) -> str | None:
    name = row.official.name
    return row.archive.entity_of(row.ceremony, name, row.official.role) if name else None


COLUMNS: tuple[Column[OfficialRow], ...] = (
    *WHEN_AND_WHERE,
    Column("official", "whole", "số thứ tự trong hồ sơ, theo thứ tự nguồn in", "number in the record, as printed",
           lambda row: row.number),
    Column("name", "text", "họ tên theo cách hồ sơ hiểu; để trống khi nguồn chỉ nêu chức vụ",
           "name as understood; empty where the source gives only an office", lambda row: row.official.name),
    Column("name_as_printed", "text", "họ tên như nguồn in, khi khác", "name as printed, where that differs",
           lambda row: row.official.name_as_printed),
    Column("verified", "id", "mã của cá nhân đã xác minh; để trống: trùng tên không có nghĩa là một người",
           "id of the verified person; empty: the same name need not be the same person", _verified),
    Column("honorific", "text", "cách xưng hô", "honorific", lambda row: row.official.honorific),
    Column("role", "text", "chức vụ", "office", lambda row: row.official.role),
    Column("organization", "text", "cơ quan, đơn vị", "organization", lambda row: row.official.organization),
    Column("took_part", "choices", "tham gia thế nào", "how they took part", lambda row: row.official.took_part,
           Choices("part", get_args(Participation))),
    Column("on_behalf_of", "id", "thay mặt cho cấp nào", "authority on whose behalf",
           lambda row: row.official.on_behalf_of),
    Column("certainty", "choice", "nguồn nói thẳng hay do suy luận", "stated by the source or inferred",
           lambda row: row.official.certainty, CERTAINTY),
    Column("note", "text", "ghi chú", "note (Vietnamese)", lambda row: vietnamese(row.official.note)),
    Column("note_en", "text", "ghi chú bằng tiếng Anh", "note in English", lambda row: english(row.official.note)),
    Column("source", "ids", "mã nguồn trong sources.csv, cùng hồ sơ", "ids in sources.csv, of the same record",
           lambda row: source_ids(row.ceremony, row.official.source)),
    PAGE,
)  # fmt: skip

OFFICIALS = Table(
    name="officials",
    title=Bilingual(vi="Thành phần tham dự", en="Officials"),
    description=Bilingual(
        vi="Mỗi dòng là một người, hoặc một chức vụ, mà nguồn nêu trong thành phần tham dự.",
        en="One row for each person, or office, that a source names among those who took part.",
    ),
    columns=COLUMNS,
    key=("ceremony", "official"),
    references=(OF_CEREMONY, OF_PLACE),
    rows=_rows,
)
