"""data/metrics.csv: one row for each figure that a record reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Metric
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
from ceremony_archive.pages.tables.table import Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow(CeremonyRow):
    """A figure and its number in the record, from 1."""

    number: int
    metric: Metric


def _rows(archive: Archive) -> Iterator[FigureRow]:
    for ceremony in archive.ceremonies:
        for number, metric in enumerate(ceremony.metrics, start=1):
            yield FigureRow(archive=archive, ceremony=ceremony, number=number, metric=metric)


def _metric_name(row: FigureRow) -> Bilingual:
    return row.archive.vocabularies.metrics[row.metric.metric].name


def _unit_name(row: FigureRow) -> Bilingual:
    return row.archive.vocabularies.units[row.metric.unit].name


COLUMNS: tuple[Column[FigureRow], ...] = (
    *WHEN_AND_WHERE,
    Column("figure", "whole", "số thứ tự trong hồ sơ", "number in the record", lambda row: row.number),
    Column("metric", "id", "mã của chỉ tiêu", "id of the metric", lambda row: row.metric.metric),
    Column("metric_name", "text", "tên chỉ tiêu", "name of the metric (Vietnamese)", lambda row: _metric_name(row).vi),
    Column("metric_name_en", "text", "tên chỉ tiêu bằng tiếng Anh", "name of the metric in English",
           lambda row: _metric_name(row).en),
    Column("label", "text", "tên gọi trong nguồn", "what the source calls it", lambda row: row.metric.label),
    Column("as_printed", "text", "con số như nguồn in", "the figure as printed", lambda row: row.metric.as_printed),
    Column("value", "number", "giá trị theo cách hồ sơ hiểu, tính bằng đơn vị ở cột unit",
           "the value as understood, in the unit of the column unit", lambda row: row.metric.value),
    Column("whole", "number", "tổng số, khi nguồn nêu “17 trên 20”", "the whole, where the source says “17 of 20”",
           lambda row: row.metric.whole),
    Column("unit", "id", "đơn vị, kể cả cách so sánh: phần trăm dự toán khác phần trăm tăng thêm",
           "unit with its comparison: percent of the estimate is not percent of growth", lambda row: row.metric.unit),
    Column("unit_name", "text", "tên đơn vị", "name of the unit (Vietnamese)", lambda row: _unit_name(row).vi),
    Column("unit_name_en", "text", "tên đơn vị bằng tiếng Anh", "name of the unit in English",
           lambda row: _unit_name(row).en),
    Column("base", "text", "cơ sở so sánh như nguồn in", "what it is compared with, as printed",
           lambda row: row.metric.base),
    Column("actual", "number", "số thực hiện, khi nguồn nêu", "the amount reached, where the source gives it",
           lambda row: row.metric.actual),
    Column("target", "number", "số mục tiêu, khi nguồn nêu", "the amount aimed at, where the source gives it",
           lambda row: row.metric.target),
    Column("approximation", "choices", "chữ chỉ số gần đúng trong nguồn", "the source's words of approximation",
           lambda row: row.metric.approximation, APPROXIMATION),
    Column("qualifier", "text", "điều kiện kèm theo con số", "what qualifies the figure (Vietnamese)",
           lambda row: vietnamese(row.metric.qualifier)),
    Column("qualifier_en", "text", "điều kiện kèm theo, tiếng Anh", "what qualifies the figure, in English",
           lambda row: english(row.metric.qualifier)),
    Column("period", "period", "kỳ của con số", "period of the figure", lambda row: row.metric.period),
    Column("certainty", "choice", "nguồn nói thẳng hay do suy luận", "stated by the source or inferred",
           lambda row: row.metric.certainty, CERTAINTY),
    Column("note", "text", "ghi chú", "note (Vietnamese)", lambda row: vietnamese(row.metric.note)),
    Column("note_en", "text", "ghi chú bằng tiếng Anh", "note in English", lambda row: english(row.metric.note)),
    Column("source", "ids", "mã nguồn trong sources.csv, cùng hồ sơ", "ids in sources.csv, of the same record",
           lambda row: source_ids(row.ceremony, row.metric.source)),
    PAGE,
)  # fmt: skip

METRICS = Table(
    name="metrics",
    title=Bilingual(vi="Số liệu nêu tại buổi lễ", en="Figures reported"),
    description=Bilingual(
        vi="Mỗi dòng là một con số mà địa phương tự nêu, như nguồn in và theo cách hồ sơ hiểu. Đây không phải số liệu"
        " thống kê chính thức.",
        en="One row for each figure that a locality reports, as printed and as understood. These are not official"
        " statistics.",
    ),
    columns=COLUMNS,
    key=("ceremony", "figure"),
    references=(OF_CEREMONY, OF_PLACE),
    rows=_rows,
)
