"""What the tables of ceremonies share: the record that a row belongs to, its sources, and the address of its page."""

from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Approximation, Ceremony, Certainty
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.ceremony_facts import known_by
from ceremony_archive.pages.links import ceremony_path
from ceremony_archive.pages.tables.table import Choices, Column, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyRow:
    """A row that belongs to a record."""

    archive: Archive
    ceremony: Ceremony


def place_name_then(row: CeremonyRow) -> str:
    """Return the name that the place had at the time of the ceremony."""
    day = known_by(row.ceremony)
    return row.archive.place_on_record(row.ceremony).name_on(day.last_day if day else None)


def source_ids(ceremony: Ceremony, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of a claim; in a record with one source every claim rests on that one."""
    return (ceremony.sources[0].id,) if len(ceremony.sources) == 1 else ids


def vietnamese(text: Bilingual | None) -> str | None:
    """Return the Vietnamese words, or None without any."""
    return text.vi if text else None


def english(text: Bilingual | None) -> str | None:
    """Return the English words, or None without any."""
    return text.en if text else None


CEREMONY: Column[CeremonyRow] = Column(
    "ceremony", "id", "mã của hồ sơ, cũng là mã trong ceremonies.csv", "id of the record, the one in ceremonies.csv",
    lambda row: row.ceremony.id,
)  # fmt: skip
DATE: Column[CeremonyRow] = Column(
    "date", "date", "ngày của buổi lễ, chỉ chính xác đến mức nguồn cho biết",
    "date of the ceremony, only as precise as the source", lambda row: row.ceremony.date,
)  # fmt: skip
PLACE: Column[CeremonyRow] = Column(
    "place", "id", "mã của địa phương, có trong places.csv", "id of the place, found in places.csv",
    lambda row: row.ceremony.place,
)  # fmt: skip
PLACE_NAME: Column[CeremonyRow] = Column(
    "place_name", "text", "tên địa phương vào lúc diễn ra buổi lễ", "name of the place at the time of the ceremony",
    place_name_then,
)  # fmt: skip
PAGE: Column[CeremonyRow] = Column(
    "page", "address", "trang của hồ sơ", "page of the record (Vietnamese; the English one is below /en/)",
    lambda row: f"{row.archive.site.url}/{ceremony_path(row.ceremony.id)}",
)  # fmt: skip
WHEN_AND_WHERE: tuple[Column[CeremonyRow], ...] = (CEREMONY, DATE, PLACE, PLACE_NAME)

CERTAINTY = Choices("certainty", get_args(Certainty))
APPROXIMATION = Choices("approximation", get_args(Approximation))

OF_CEREMONY = Reference(("ceremony",), "ceremonies", ("id",))
OF_PLACE = Reference(("place",), "places", ("id",))
