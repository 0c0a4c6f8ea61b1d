"""data/recipients.csv: one row for each recipient that a source names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Recipient, RecipientKind
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.tables.awards import AWARD, FORM, SCOPE, SOURCE, STATUS, AwardRow, award_rows
from ceremony_archive.pages.tables.ceremony_columns import (
    CERTAINTY,
    OF_CEREMONY,
    OF_PLACE,
    PAGE,
    WHEN_AND_WHERE,
    english,
    vietnamese,
)
from ceremony_archive.pages.tables.table import Choices, Column, Reference, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientRow(AwardRow):
    """A recipient and its place in the award line, from 1."""

    position: int
    recipient: Recipient


def _rows(archive: Archive) -> Iterator[RecipientRow]:
    for row in award_rows(archive):
        for position, recipient in enumerate(row.award.recipients, start=1):
            yield RecipientRow(
                archive=archive,
                ceremony=row.ceremony,
                number=row.number,
                award=row.award,
                position=position,
                recipient=recipient,
            )


COLUMNS: tuple[Column[RecipientRow], ...] = (
    *WHEN_AND_WHERE,
    AWARD,
    *FORM,
    SCOPE,
    STATUS,
    Column("award_certainty", "choice", "khoản khen do nguồn nói thẳng hay do suy luận",
           "whether the award line is stated or inferred", lambda row: row.award.certainty, CERTAINTY),
    Column("recipient", "whole", "số thứ tự trong khoản khen", "number in the award line", lambda row: row.position),
    Column("name", "text", "tên theo cách hồ sơ hiểu", "name as understood", lambda row: row.recipient.name),
    Column("name_as_printed", "text", "tên như nguồn in, khi khác", "name as printed, where that differs",
           lambda row: row.recipient.name_as_printed),
    Column("verified", "id", "mã của cá nhân, tập thể đã xác minh; để trống: trùng tên không có nghĩa là một người",
           "id of the verified person or organization; empty: the same name need not be the same person",
           lambda row: row.archive.entity_of(row.ceremony, row.recipient.name, row.recipient.role)),
    Column("kind", "choice", "cá nhân, tập thể, hộ gia đình, thôn hay dòng họ", "kind of recipient",
           lambda row: row.recipient.kind, Choices("kind_of_recipient", get_args(RecipientKind))),
    Column("honorific", "text", "cách xưng hô", "honorific", lambda row: row.recipient.honorific),
    Column("role", "text", "chức vụ, công việc", "role", lambda row: row.recipient.role),
    Column("organization", "text", "cơ quan, đơn vị", "organization", lambda row: row.recipient.organization),
    Column("locality", "text", "nơi chốn mà nguồn nêu", "locality that the source gives",
           lambda row: row.recipient.locality),
    Column("received_by", "text", "người nhận thay", "who received it for them", lambda row: row.recipient.received_by),
    Column("posthumous", "flag", "truy tặng", "awarded posthumously", lambda row: row.recipient.posthumous),
    Column("certainty", "choice", "người nhận do nguồn nói thẳng hay do suy luận",
           "whether the recipient is stated or inferred", lambda row: row.recipient.certainty, CERTAINTY),
    Column("note", "text", "ghi chú", "note (Vietnamese)", lambda row: vietnamese(row.recipient.note)),
    Column("note_en", "text", "ghi chú bằng tiếng Anh", "note in English", lambda row: english(row.recipient.note)),
    SOURCE,
    PAGE,
)  # fmt: skip

RECIPIENTS = Table(
    name="recipients",
    title=Bilingual(vi="Cá nhân, tập thể được khen", en="Recipients"),
    description=Bilingual(
        vi="Mỗi dòng là một cá nhân, tập thể, hộ, thôn hay dòng họ mà nguồn nêu tên. Phần lớn người được khen không"
        " được nêu tên: số lượng ở awards.csv.",
        en="One row for each person, collective, household, village or clan that a source names. Most recipients are"
        " not named in print: their numbers are in awards.csv.",
    ),
    columns=COLUMNS,
    key=("ceremony", "award", "recipient"),
    references=(OF_CEREMONY, OF_PLACE, Reference(("ceremony", "award"), "awards", ("ceremony", "award"))),
    rows=_rows,
)
