"""data/awards.csv: one row for each award line of a record, its counts apart by what the source counts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Annulment, Award, Counts, Scope
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.tables.ceremony_columns import (
    APPROXIMATION,
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
from ceremony_archive.pages.tables.table import Choices, Column, Table, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRow(CeremonyRow):
    """An award line and its number in the record, from 1."""

    number: int
    award: Award


def award_rows(archive: Archive) -> Iterator[AwardRow]:
    """Yield the award lines of every record."""
    for ceremony in archive.ceremonies:
        for number, award in enumerate(ceremony.awards, start=1):
            yield AwardRow(archive=archive, ceremony=ceremony, number=number, award=award)


def _authority(row: AwardRow) -> Bilingual | None:
    conferred_by = row.award.conferred_by
    return row.archive.vocabularies.authorities[conferred_by].name if conferred_by else None


def _counted(value: Callable[[Counts], int | None]) -> Callable[[AwardRow], int | None]:
    return lambda row: value(row.award.counts) if row.award.counts else None


def _annulled(value: Callable[[Annulment], Value]) -> Callable[[AwardRow], Value]:
    return lambda row: value(row.award.annulment) if row.award.annulment else None


def _breakdown(row: AwardRow) -> tuple[str, ...]:
    return tuple(f"{part.years if part.label is None else part.label}: {part.count}" for part in row.award.breakdown)


AWARD: Column[AwardRow] = Column(
    "award", "whole", "số thứ tự của khoản khen trong hồ sơ", "number of the award line in the record",
    lambda row: row.number,
)  # fmt: skip
FORM: tuple[Column[AwardRow], ...] = (
    Column("form", "id", "mã của hình thức khen thưởng", "id of the award form", lambda row: row.award.form),
    Column("form_name", "text", "tên hình thức", "name of the form (Vietnamese)",
           lambda row: row.archive.vocabularies.forms[row.award.form].name.vi),
    Column("form_name_en", "text", "tên hình thức bằng tiếng Anh", "name of the form in English",
           lambda row: row.archive.vocabularies.forms[row.award.form].name.en),
)  # fmt: skip
SCOPE: Column[AwardRow] = Column(
    "scope", "choice", "trao tại buổi lễ, tính chung cả kỳ hay mới đề nghị; không cộng các phạm vi với nhau",
    "presented, reported for the whole period, or only proposed; never to be added up across scopes",
    lambda row: row.award.scope, Choices("scope", get_args(Scope)),
)  # fmt: skip
STATUS: Column[AwardRow] = Column(
    "status", "choice", "còn hiệu lực hay đã bị hủy bỏ", "conferred, or annulled since", lambda row: row.award.status,
    Choices("status", ("conferred", "annulled")),
)  # fmt: skip
SOURCE: Column[AwardRow] = Column(
    "source", "ids", "mã nguồn trong sources.csv, cùng hồ sơ", "ids in sources.csv, of the same record",
    lambda row: source_ids(row.ceremony, row.award.source),
)  # fmt: skip
_COUNTS: tuple[Column[AwardRow], ...] = (
    Column("individuals", "whole", "số cá nhân", "individuals", _counted(lambda counts: counts.individuals)),
    Column("organizations", "whole", "số tập thể", "collectives", _counted(lambda counts: counts.organizations)),
    Column("households", "whole", "số hộ gia đình", "households", _counted(lambda counts: counts.households)),
    Column("villages", "whole", "số thôn, tổ dân phố", "villages and neighbourhoods",
           _counted(lambda counts: counts.villages)),
    Column("clans", "whole", "số dòng họ", "clans", _counted(lambda counts: counts.clans)),
    Column("mixed", "whole", "số mà nguồn tính gộp, không ai tách được", "a lump that the source does not split",
           _counted(lambda counts: counts.mixed)),
    Column("items", "whole", "số hiện vật (bằng, cờ, huy hiệu), không rõ của ai", "objects, of whom is not said",
           _counted(lambda counts: counts.items)),
    Column("total", "whole", "tổng do chính nguồn in; kho lưu trữ không tự cộng",
           "a total that the source itself prints; we never add up", _counted(lambda counts: counts.total)),
    Column("counts_of", "choice", "đếm người, đơn vị được khen hay đếm lượt khen",
           "whether recipients are counted or instances of award",
           lambda row: row.award.counts_of if row.award.counts else None,
           Choices("counts_of", ("recipients", "instances"))),
    Column("approximation", "choices", "chữ chỉ số gần đúng trong nguồn; áp dụng cho mọi con số của dòng",
           "the source's words of approximation, for every number of the row", lambda row: row.award.approximation,
           APPROXIMATION),
    Column("count_as_printed", "text", "số lượng như nguồn in", "the count as printed",
           lambda row: row.award.count_as_printed),
    Column("breakdown", "names", "các phần mà nguồn kể ra: số năm hoặc tên gọi, rồi số lượng",
           "parts that the source lists: years or a label, then the number", _breakdown),
    Column("named", "whole", "số cá nhân, tập thể có tên trong recipients.csv; đã nằm trong các con số trên",
           "how many are named in recipients.csv; they are among the numbers and not to be added",
           lambda row: len(row.award.recipients)),
)  # fmt: skip

COLUMNS: tuple[Column[AwardRow], ...] = (
    *WHEN_AND_WHERE,
    AWARD,
    *FORM,
    Column("name_as_printed", "text", "tên gọi như nguồn in", "name as printed", lambda row: row.award.name_as_printed),
    Column("classes", "ids", "các hạng mà nguồn tính gộp, bằng số", "classes that the source pools, by number",
           lambda row: tuple(str(rank) for rank in row.award.classes)),
    Column("pooled_with", "ids", "những hình thức khác tính gộp trong cùng con số", "other forms in the same figure",
           lambda row: row.award.pooled_with),
    Column("conferred_by", "id", "mã cấp khen thưởng; không phải lúc nào cũng là người trao",
           "id of the conferring authority, who need not have handed it over", lambda row: row.award.conferred_by),
    Column("conferred_by_name", "text", "tên cấp khen thưởng", "name of the authority (Vietnamese)",
           lambda row: vietnamese(_authority(row))),
    Column("conferred_by_name_en", "text", "tên cấp khen thưởng bằng tiếng Anh", "name of the authority in English",
           lambda row: english(_authority(row))),
    Column("conferred_by_as_printed", "text", "cấp khen thưởng như nguồn in", "authority as printed",
           lambda row: row.award.conferred_by_as_printed),
    Column("presented_by", "text", "người hoặc đơn vị trao", "who handed it over", lambda row: row.award.presented_by),
    Column("on_behalf_of", "id", "trao thay mặt cho cấp nào", "authority on whose behalf it was handed over",
           lambda row: row.award.on_behalf_of),
    SCOPE,
    STATUS,
    Column("annulled_by", "text", "quyết định hủy bỏ", "decision that annulled it", _annulled(lambda a: a.decision)),
    Column("annulled_on", "date", "ngày hủy bỏ", "date of the annulment", _annulled(lambda a: a.date)),
    Column("annulment_note", "text", "ghi chú về việc hủy bỏ", "note on the annulment (Vietnamese)",
           _annulled(lambda a: vietnamese(a.note))),
    Column("annulment_note_en", "text", "ghi chú về việc hủy bỏ, tiếng Anh", "note on the annulment in English",
           _annulled(lambda a: english(a.note))),
    Column("annulment_source", "ids", "mã nguồn của việc hủy bỏ", "sources of the annulment",
           lambda row: source_ids(row.ceremony, row.award.annulment.source) if row.award.annulment else ()),
    Column("certainty", "choice", "nguồn nói thẳng hay do suy luận", "stated by the source or inferred",
           lambda row: row.award.certainty, CERTAINTY),
    Column("reason", "text", "thành tích được nêu", "what it was given for", lambda row: row.award.reason),
    Column("period", "period", "giai đoạn của thành tích", "period of the merit", lambda row: row.award.period),
    *_COUNTS,
    Column("decision", "text", "quyết định khen thưởng", "decision of award", lambda row: row.award.decision),
    Column("note", "text", "ghi chú", "note (Vietnamese)", lambda row: vietnamese(row.award.note)),
    Column("note_en", "text", "ghi chú bằng tiếng Anh", "note in English", lambda row: english(row.award.note)),
    SOURCE,
    PAGE,
)  # fmt: skip

AWARDS = Table(
    name="awards",
    title=Bilingual(vi="Khoản khen", en="Award lines"),
    description=Bilingual(
        vi="Mỗi dòng là một khoản khen như nguồn ghi: hình thức gì, cấp nào khen, bao nhiêu. Mỗi cách đếm một cột.",
        en="One row for each award line of a source: which form, whose award, how many. One column for each count.",
    ),
    columns=COLUMNS,
    key=("ceremony", "award"),
    references=(OF_CEREMONY, OF_PLACE),
    rows=award_rows,
)
