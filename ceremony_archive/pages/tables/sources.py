"""data/sources.csv: one row for each report that a record rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Coverage, Source
from ceremony_archive.model.values import LANGUAGES, Bilingual
from ceremony_archive.pages.tables.ceremony_columns import (
    CEREMONY,
    OF_CEREMONY,
    PAGE,
    CeremonyRow,
    english,
    vietnamese,
)
from ceremony_archive.pages.tables.table import Choices, Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow(CeremonyRow):
    """A source of a record."""

    source: Source


def _rows(archive: Archive) -> Iterator[SourceRow]:
    for ceremony in archive.ceremonies:
        for source in ceremony.sources:
            yield SourceRow(archive=archive, ceremony=ceremony, source=source)


COLUMNS: tuple[Column[SourceRow], ...] = (
    CEREMONY,
    Column("source", "id", "mã của nguồn trong hồ sơ; hai hồ sơ có thể dùng cùng một mã",
           "id of the source within the record; another record may use the same", lambda row: row.source.id),
    Column("publisher", "text", "nơi đăng", "publisher", lambda row: row.source.publisher),
    Column("title", "text", "tít bài", "headline", lambda row: row.source.title),
    Column("author", "text", "tác giả", "author", lambda row: row.source.author),
    Column("url", "address", "địa chỉ của bài", "address of the report", lambda row: row.source.url),
    Column("published", "date", "ngày đăng", "date of publication", lambda row: row.source.published),
    Column("accessed", "date", "ngày đọc", "date on which it was read", lambda row: row.source.accessed),
    Column("language", "choice", "ngôn ngữ của bài", "language of the report", lambda row: row.source.language,
           Choices("language", LANGUAGES)),
    Column("coverage", "choice", "đọc được đến đâu", "how much of it could be read", lambda row: row.source.coverage,
           Choices("coverage", get_args(Coverage))),
    Column("archived_url", "address", "địa chỉ bản lưu", "address of an archived copy",
           lambda row: row.source.archived.url if row.source.archived else None),
    Column("archived_on", "date", "ngày lưu", "date of the copy",
           lambda row: row.source.archived.captured if row.source.archived else None),
    Column("archived_sha256", "text", "SHA-256 của bản lưu", "SHA-256 of the copy",
           lambda row: row.source.archived.sha256 if row.source.archived else None),
    Column("note", "text", "ghi chú", "note (Vietnamese)", lambda row: vietnamese(row.source.note)),
    Column("note_en", "text", "ghi chú bằng tiếng Anh", "note in English", lambda row: english(row.source.note)),
    PAGE,
)  # fmt: skip

SOURCES = Table(
    name="sources",
    title=Bilingual(vi="Nguồn tư liệu", en="Sources"),
    description=Bilingual(
        vi="Mỗi dòng là một bản tin mà một hồ sơ dựa vào. Một bản tin dùng cho hai hồ sơ thì có hai dòng.",
        en="One row for each report that a record rests on. A report that serves two records has two rows.",
    ),
    columns=COLUMNS,
    key=("ceremony", "source"),
    references=(OF_CEREMONY,),
    rows=_rows,
)
