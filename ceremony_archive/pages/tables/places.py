"""data/places.csv: one row for each place that has a page, with what came before and after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.place import Place
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.links import has_page, place_path
from ceremony_archive.pages.tables.table import Choices, Column, Reference, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place."""

    archive: Archive
    place: Place


def _rows(archive: Archive) -> Iterator[PlaceRow]:
    for place in archive.gazetteer.places.values():
        if has_page(archive, place):
            yield PlaceRow(archive=archive, place=place)


def _former_names(row: PlaceRow) -> tuple[str, ...]:
    return tuple(f"{form.name} ({form.valid_to})" for form in row.place.former if form.name)


def _names(row: PlaceRow, ids: tuple[str, ...]) -> tuple[str, ...]:
    places = row.archive.gazetteer.places
    return tuple(places[place].name for place in ids)


def _remark(row: PlaceRow, language: str) -> str | None:
    remarks = (remark for remark in (row.place.unverified, row.place.note) if remark)
    return " ".join(words for remark in remarks if (words := remark.vi if language == "vi" else remark.en)) or None


COLUMNS: tuple[Column[PlaceRow], ...] = (
    Column("id", "id", "mã của địa phương, không bao giờ đổi", "id of the place, which never changes",
           lambda row: row.place.id),
    Column("kind", "choice", "cấp tỉnh, cấp huyện hay cấp xã", "province, district or commune tier",
           lambda row: row.place.kind, Choices("place", ("province", "district", "commune"))),
    Column("level", "text", "loại đơn vị: quận, huyện, thị xã, phường…", "type of unit in Vietnamese",
           lambda row: row.place.level),
    Column("name", "text", "tên cuối cùng", "last name (Vietnamese)", lambda row: row.place.name),
    Column("name_en", "text", "tên tiếng Anh, do kho lưu trữ dịch", "English name, our rendering",
           lambda row: row.place.name_en),
    Column("former_names", "names", "tên cũ, trong ngoặc là ngày cuối cùng dùng tên ấy",
           "earlier names, each with its last day in brackets", _former_names),
    Column("code", "text", "mã của cơ quan thống kê; mã được dùng lại, đừng dùng làm khóa",
           "code of the statistics office; codes are reused, do not take them for keys",
           lambda row: row.place.gso_code),
    Column("province", "id", "mã của tỉnh, thành phố sau cùng mà nơi này thuộc về", "id of the last province it was in",
           lambda row: row.place.province),
    Column("district", "id", "mã của huyện, quận, với xã, phường trước tháng 7-2025",
           "id of the district, for communes of before July 2025", lambda row: row.place.district),
    Column("valid_from", "date", "ngày đầu tiên; để trống: có trước ngày 31-8-2004",
           "first day; empty: older than 31 August 2004", lambda row: row.place.valid_from),
    Column("valid_to", "date", "ngày cuối cùng; để trống: vẫn còn", "last day; empty: still there",
           lambda row: row.place.valid_to),
    Column("act", "text", "văn bản lập đơn vị", "act that made the unit", lambda row: row.place.act),
    Column("end_act", "text", "văn bản kết thúc đơn vị", "act that ended it", lambda row: row.place.end_act),
    Column("predecessors", "ids", "những đơn vị có trước", "units that came before",
           lambda row: row.place.predecessors),
    Column("predecessors_part", "ids", "những đơn vị có trước mà chỉ một phần về đây",
           "units of which a part came here", lambda row: row.place.predecessors_part),
    Column("successors", "ids", "những đơn vị nối tiếp; xã, phường không có trang thì không có dòng ở bảng này",
           "units that came after; a commune without a page has no row in this table",
           lambda row: row.place.successors),
    Column("successor_names", "names", "tên của những đơn vị nối tiếp", "names of the units that came after",
           lambda row: _names(row, row.place.successors)),
    Column("successors_shared", "ids", "trong số đó, đơn vị còn nhận đất của nơi khác",
           "those of them that also took territory of another unit", lambda row: row.place.successors_shared),
    Column("successors_part", "ids", "đơn vị chỉ nhận một phần của một xã, phường cũ",
           "units that took only a piece of an old commune", lambda row: row.place.successors_part),
    Column("derived", "flag", "liên kết trước, sau suy từ bảng chuyển đổi: đất về đâu, không phải ai kế tục về pháp lý",
           "links were worked out from tables: where territory went, not who succeeds in law",
           lambda row: row.place.derived),
    Column("note", "text", "điều chưa kiểm chứng và ghi chú", "what is not verified, and notes (Vietnamese)",
           lambda row: _remark(row, "vi")),
    Column("note_en", "text", "điều chưa kiểm chứng và ghi chú, tiếng Anh",
           "what is not verified, and notes in English", lambda row: _remark(row, "en")),
    Column("ceremonies", "whole", "số hồ sơ của nơi này trong kho lưu trữ; 0 không có nghĩa là không có buổi lễ nào",
           "records of this place in the archive; 0 does not mean that no ceremony was held",
           lambda row: len(row.archive.ceremonies_of_place.get(row.place.id, ()))),
    Column("page", "address", "trang của địa phương", "page of the place (Vietnamese; the English one is below /en/)",
           lambda row: f"{row.archive.site.url}/{place_path(row.place.id)}"),
)  # fmt: skip

PLACES = Table(
    name="places",
    title=Bilingual(vi="Địa phương", en="Places"),
    description=Bilingual(
        vi="Mỗi dòng là một địa phương có trang ở đây: mọi tỉnh và đơn vị cấp huyện, và những xã, phường có buổi lễ.",
        en="One row for each place with a page here: every province and district, and the communes with a ceremony.",
    ),
    columns=COLUMNS,
    key=("id",),
    references=(Reference(("province",), "places", ("id",)), Reference(("district",), "places", ("id",))),
    rows=_rows,
)
