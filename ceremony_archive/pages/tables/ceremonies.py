"""data/ceremonies.csv: one row a record, what is known of the ceremony as a whole."""

from collections.abc import Iterator
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Checked, PartOfDay
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.ceremony_facts import known_by, province_then
from ceremony_archive.pages.tables.ceremony_columns import (
    CERTAINTY,
    DATE,
    OF_PLACE,
    PAGE,
    PLACE,
    PLACE_NAME,
    CeremonyRow,
    english,
    vietnamese,
)
from ceremony_archive.pages.tables.table import Choices, Column, Reference, Table


def _rows(archive: Archive) -> Iterator[CeremonyRow]:
    for ceremony in archive.ceremonies:
        yield CeremonyRow(archive=archive, ceremony=ceremony)


def _date_certainty(row: CeremonyRow) -> str | None:
    if row.ceremony.date is None:
        return None
    return row.ceremony.dating.certainty if row.ceremony.dating else "stated"


def _date_note(row: CeremonyRow) -> Bilingual | None:
    return row.ceremony.dating.note if row.ceremony.dating else None


def _kind_name(row: CeremonyRow) -> Bilingual:
    return row.archive.vocabularies.kinds[row.ceremony.kind].name


def _province(row: CeremonyRow) -> str | None:
    return province_then(row.archive.place_on_record(row.ceremony), known_by(row.ceremony))


def _province_name(row: CeremonyRow) -> str | None:
    province, day = _province(row), known_by(row.ceremony)
    if province is None:
        return None
    return row.archive.gazetteer.places[province].name_on(day.last_day if day else None)


def _movements(row: CeremonyRow) -> tuple[str, ...]:
    named = (theme.movement for theme in row.ceremony.themes if theme.movement)
    return tuple(dict.fromkeys((*row.ceremony.movements, *named)))


COLUMNS: tuple[Column[CeremonyRow], ...] = (
    Column("id", "id", "mã của hồ sơ, không bao giờ đổi", "id of the record, which never changes",
           lambda row: row.ceremony.id),
    Column("title", "text", "tên hồ sơ, do kho lưu trữ đặt", "title, in our own words",
           lambda row: row.ceremony.title.vi),
    Column("title_en", "text", "tên hồ sơ bằng tiếng Anh", "title in English", lambda row: row.ceremony.title.en),
    DATE,
    Column("date_certainty", "choice", "ngày do nguồn nói hay do suy luận", "whether the source states the date",
           _date_certainty, CERTAINTY),
    Column("date_as_printed", "text", "ngày như nguồn in", "date as printed",
           lambda row: row.ceremony.dating.as_printed if row.ceremony.dating else None),
    Column("part_of_day", "choice", "buổi trong ngày", "part of the day",
           lambda row: row.ceremony.dating.part_of_day if row.ceremony.dating else None,
           Choices("part_of_day", get_args(PartOfDay))),
    Column("not_after", "date", "buổi lễ không muộn hơn ngày này", "the ceremony was not later than this",
           lambda row: row.ceremony.dating.not_after if row.ceremony.dating else None),
    Column("date_note", "text", "ghi chú về ngày", "note on the date (Vietnamese)",
           lambda row: vietnamese(_date_note(row))),
    Column("date_note_en", "text", "ghi chú về ngày, tiếng Anh", "note on the date in English",
           lambda row: english(_date_note(row))),
    Column("kind", "id", "loại buổi lễ", "kind of ceremony", lambda row: row.ceremony.kind),
    Column("kind_name", "text", "tên của loại", "name of the kind (Vietnamese)", lambda row: _kind_name(row).vi),
    Column("kind_name_en", "text", "tên của loại, tiếng Anh", "name of the kind in English",
           lambda row: _kind_name(row).en),
    Column("other_kinds", "ids", "những loại khác mà buổi lễ cũng thuộc về", "other kinds that it is of too",
           lambda row: row.ceremony.other_kinds),
    PLACE,
    PLACE_NAME,
    Column("province", "id", "mã của tỉnh, thành phố vào lúc ấy", "id of the province at the time", _province),
    Column("province_name", "text", "tên tỉnh, thành phố vào lúc ấy", "name of the province at the time",
           _province_name),
    Column("venue", "text", "địa điểm tổ chức", "venue", lambda row: row.ceremony.venue),
    Column("period", "period", "kỳ khen thưởng", "period honoured", lambda row: row.ceremony.period),
    Column("period_as_printed", "text", "kỳ khen thưởng như nguồn in", "period as printed",
           lambda row: row.ceremony.period_as_printed),
    Column("occasion", "text", "nhân dịp gì", "occasion", lambda row: row.ceremony.occasion),
    Column("organizers", "names", "đơn vị tổ chức", "organizers", lambda row: row.ceremony.organizers),
    Column("summary", "text", "tóm tắt của kho lưu trữ", "summary in our own words (Vietnamese)",
           lambda row: row.ceremony.summary.vi),
    Column("summary_en", "text", "tóm tắt bằng tiếng Anh", "summary in English",
           lambda row: row.ceremony.summary.en),
    Column("awards_complete", "flag",
           "danh sách khen thưởng có trọn vẹn không; false: bỏ ngỏ hoặc bị cắt, thiếu không có nghĩa là không trao",
           "whether the list of awards is whole; false: open-ended or cut, so that what is missing may have been given",
           lambda row: row.ceremony.awards_complete),
    Column("movements", "ids", "phong trào thi đua được nhắc đến", "movements named", _movements),
    Column("conflicts", "whole", "số điểm mà các nguồn không thống nhất; xem trang của hồ sơ",
           "on how many points the sources disagree; see the record's page", lambda row: len(row.ceremony.conflicts)),
    Column("checked", "choice", "hồ sơ đã được đối chiếu lại với nguồn đến đâu",
           "how far the record was checked against its sources", lambda row: row.ceremony.checked,
           Choices("checked", get_args(Checked))),
    PAGE,
)  # fmt: skip

CEREMONIES = Table(
    name="ceremonies",
    title=Bilingual(vi="Buổi lễ", en="Ceremonies"),
    description=Bilingual(
        vi="Mỗi dòng là một hồ sơ: một buổi lễ như các nguồn thuật lại.",
        en="One row for each record: one ceremony as its sources report it.",
    ),
    columns=COLUMNS,
    key=("id",),
    references=(OF_PLACE, Reference(("province",), "places", ("id",))),
    rows=_rows,
)
