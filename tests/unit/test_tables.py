"""The tables and the records as data: everything the archive shows is in them once, and nothing else."""

import csv
import dataclasses
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from ceremony_archive import pipeline
from ceremony_archive.exports import records, tables
from ceremony_archive.exports.csv_table import unguarded
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Award, Ceremony, Dating, Metric, Official, Recipient, Source
from ceremony_archive.model.place import Place
from ceremony_archive.model.values import LANGUAGES, Bilingual, PartialDate, Period
from ceremony_archive.pages.addresses import page_addresses
from ceremony_archive.pages.tables.catalogue import TABLES
from ceremony_archive.pages.tables.table import Kind, Table
from tests.conftest import GOLDEN
from tests.properties.hostile_text import archive_with_text
from tests.unit.little_archive import strings

BASE = "2031-03-14-huyen-mau-mot-tong-ket-thi-dua-2030"
POOLED = "2033-02-02-huyen-mau-hai-tong-ket-2032"
ANNULLED = "2033-03-03-quan-mau-nam-tong-ket-2032"
ONE_BEARER = "2032-04-20-thi-xa-mau-ba-don-huan-chuong"
OTHER_BEARER = "2034-01-15-huyen-mau-mot-tong-ket-2033"
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
SHAPES: Mapping[Kind, str] = {
    "id": "[a-z0-9]+(-[a-z0-9]+)*",
    "ids": "[a-z0-9]+(-[a-z0-9]+)*(;[a-z0-9]+(-[a-z0-9]+)*)*",
    "date": DATE,
    "period": f"{DATE}(/{DATE})?",
    "whole": r"\d+",
    "number": r"-?\d+(\.\d+)?",
    "flag": "true|false",
    "address": r"https?://[^\s;,]+",
}

each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


@cache
def golden() -> Archive:
    """Return the golden archive."""
    archive = pipeline.check(GOLDEN, name="content").archive
    assert archive is not None
    return archive


def read(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a file as a program reads them, the apostrophes taken off."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
    return [{name: unguarded(cell) for name, cell in row.items()} for row in reader]


@cache
def files() -> Mapping[str, bytes]:
    """Return the files of the tables of the golden archive."""
    return {file.path: file.content for file in tables.files(golden(), (), strings())}


@cache
def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the golden archive."""
    return read(files()[f"data/{name}.csv"])


@cache
def descriptor() -> Any:
    """Return the Data Package of the golden archive."""
    return json.loads(files()["data/datapackage.json"])


def said(table: str, /, *columns: str, **where: str) -> list[tuple[str, ...]]:
    """Return the cells in the columns of those rows that have the given cells."""
    found = (row for row in rows(table) if all(row[column] == cell for column, cell in where.items()))
    return [tuple(row[column] for column in columns) for row in found]


def test_every_part_of_every_record_is_a_row_of_its_table_in_the_archives_order() -> None:
    ceremonies = golden().ceremonies
    assert said("ceremonies", "id") == [(c.id,) for c in ceremonies]
    assert said("officials", "ceremony", "official", "name", "role") == [
        (c.id, str(n), o.name or "", o.role or "") for c in ceremonies for n, o in enumerate(c.officials, 1)
    ]
    assert said("awards", "ceremony", "award", "form") == [
        (c.id, str(n), a.form) for c in ceremonies for n, a in enumerate(c.awards, 1)
    ]
    assert said("recipients", "ceremony", "award", "recipient", "name") == [
        (c.id, str(n), str(m), r.name)
        for c in ceremonies
        for n, a in enumerate(c.awards, 1)
        for m, r in enumerate(a.recipients, 1)
    ]
    assert said("metrics", "ceremony", "figure", "as_printed", "value") == [
        (c.id, str(n), f.as_printed, str(f.value)) for c in ceremonies for n, f in enumerate(c.metrics, 1)
    ]
    assert said("sources", "ceremony", "source") == [(c.id, s.id) for c in ceremonies for s in c.sources]
    assert said("changes", "ceremony", "date", "reason") == [
        (c.id, str(change.date), change.reason.vi) for c in ceremonies for change in c.changes
    ]


def test_the_places_are_those_with_a_page() -> None:
    pages = {address for address in page_addresses(golden()) if re.fullmatch(r"places/(?!index).*\.html", address)}
    assert {f"places/{row['id']}.html" for row in rows("places")} == pages


def test_every_count_stands_in_its_own_column_and_nowhere_else() -> None:
    counted = ("individuals", "organizations", "households", "villages", "clans", "mixed", "items", "total")
    found = {
        (row["ceremony"], int(row["award"]), column): int(row[column])
        for row in rows("awards")
        for column in counted
        if row[column]
    }
    assert found == {
        (c.id, n, column): number
        for c in golden().ceremonies
        for n, a in enumerate(c.awards, 1)
        if a.counts
        for column in counted
        if (number := getattr(a.counts, column)) is not None
    }
    assert sum(found.values()) > 0


def test_a_lump_stays_a_lump_and_pooled_forms_and_classes_stay_pooled() -> None:
    columns = ("form", "classes", "pooled_with", "organizations", "mixed", "counts_of", "approximation", "scope")
    assert said("awards", *columns, ceremony=POOLED) == [
        ("huan-chuong-mau-hang-nhi", "2;3", "huan-chuong-mau-hang-ba", "3", "", "recipients", "", "presented"),
        ("bang-khen-tinh-mau", "", "tap-the-mau-xuat-sac", "", "19", "recipients", "about", "reported-for-period"),
        ("giay-khen-huyen-mau", "", "", "245", "", "instances", "over", "reported-for-period"),
    ]


def test_an_annulled_award_stays_with_its_decision_and_so_does_its_recipient() -> None:
    columns = ("status", "annulled_by", "annulled_on", "annulment_note_en", "annulment_source", "source")
    assert said("awards", *columns, ceremony=ANNULLED) == [
        ("annulled", "99/QĐ-MAU", "2034-02", "The report of merits was not true.", "dai-mau", "bao-mau"),
        ("conferred", "", "", "", "", "bao-mau"),
    ]
    assert said("recipients", "name", "status", ceremony=ANNULLED) == [
        ("Bùi Thị Nghiệm", "annulled"),
        ("Lý Văn Thử", "conferred"),
    ]


def test_what_is_printed_stands_beside_what_is_understood() -> None:
    assert said("recipients", "name", "name_as_printed", "certainty", "award_certainty", name="Mẫu Thị Nghiệm")[0] == (
        "Mẫu Thị Nghiệm",
        "Mau Thi Nghiem",
        "inferred",
        "inferred",
    )
    assert said("metrics", "as_printed", "value", "whole", "unit", "actual", "target", ceremony=BASE) == [
        ("141,5%", "141.5", "", "percent-of-estimate", "283", "200"),
        ("17/20 xã", "17", "20", "communes", "", ""),
    ]
    assert said("awards", "breakdown", "count_as_printed", form="huy-hieu-dang-mau") == [
        ("60: 1; 45: 4; 30: 6; truy tặng: 1", "")
    ]


def test_what_a_source_does_not_say_is_an_empty_cell_and_never_zero() -> None:
    (undated,) = (row for row in rows("ceremonies") if not row["date"])
    assert (undated["date_certainty"], undated["period"], undated["venue"]) == ("", "", "")
    silent = [row for row in rows("awards") if not row["counts_of"]]
    assert silent
    assert {cell for row in silent for cell in (row["individuals"], row["organizations"], row["total"])} == {""}


def test_names_of_places_are_those_of_the_time() -> None:
    assert said("ceremonies", "place_name", id="2031-05-huyen-mau-hai-trao-thuong") == [("Huyện Mẫu Nhì",)]
    assert said("places", "name", "former_names", id="mau-cu-a-huyen-mau-hai") == [
        ("Huyện Mẫu Hai", "Huyện Mẫu Nhì (2031-12-31)")
    ]


def test_a_verified_person_has_the_id_and_a_namesake_has_none() -> None:
    found = {row["ceremony"]: row["verified"] for row in rows("officials") if row["name"] == "Nguyễn Thị Mẫu"}
    assert [found[ceremony] for ceremony in (BASE, ONE_BEARER, OTHER_BEARER)] == ["", "person-0001", "person-0002"]


@each_table
def test_the_key_tells_the_rows_apart(table: Table[Any]) -> None:
    keys = Counter(tuple(row[column] for column in table.key) for row in rows(table.name))
    assert [key for key, count in keys.items() if count > 1] == []


@each_table
def test_every_reference_leads_to_a_row(table: Table[Any]) -> None:
    for reference in table.references:
        there = {tuple(row[column] for column in reference.key) for row in rows(reference.table)}
        used = {tuple(row[column] for column in reference.columns) for row in rows(table.name)}
        assert {key for key in used if all(key)} <= there, reference


@pytest.mark.parametrize("name", ["officials", "awards", "recipients", "metrics"])
def test_every_claim_names_a_source_of_its_record(name: str) -> None:
    sources = {(row["ceremony"], row["source"]) for row in rows("sources")}
    named = {(row["ceremony"], source) for row in rows(name) for source in row["source"].split(";")}
    assert named <= sources


def test_ids_of_vocabularies_and_places_are_ids_that_there_are() -> None:
    vocabularies, places = golden().vocabularies, golden().gazetteer.places
    known: dict[tuple[str, str], Mapping[str, object]] = {
        ("ceremonies", "kind"): vocabularies.kinds,
        ("ceremonies", "other_kinds"): vocabularies.kinds,
        ("ceremonies", "movements"): vocabularies.movements,
        ("officials", "on_behalf_of"): vocabularies.authorities,
        ("awards", "form"): vocabularies.forms,
        ("awards", "pooled_with"): vocabularies.forms,
        ("awards", "conferred_by"): vocabularies.authorities,
        ("awards", "on_behalf_of"): vocabularies.authorities,
        ("recipients", "form"): vocabularies.forms,
        ("metrics", "metric"): vocabularies.metrics,
        ("metrics", "unit"): vocabularies.units,
        ("places", "predecessors"): places,
        ("places", "predecessors_part"): places,
        ("places", "successors"): places,
        ("places", "successors_shared"): places,
        ("places", "successors_part"): places,
    }
    for (table, column), ids in known.items():
        used = {id for row in rows(table) for id in row[column].split(";") if id}
        assert used <= set(ids), (table, column)


@each_table
def test_every_cell_has_the_form_of_its_column(table: Table[Any]) -> None:
    for row in rows(table.name):
        for column in table.columns:
            cell = row[column.name]
            if cell and column.kind in SHAPES:
                assert re.fullmatch(SHAPES[column.kind], cell), (column.name, cell)
            if cell and column.choices:
                words = cell.split(";") if column.kind == "choices" else [cell]
                assert set(words) <= set(column.choices.values), (column.name, cell)


@each_table
def test_every_row_leads_to_its_page(table: Table[Any]) -> None:
    assert table.columns[-1].name == "page"
    site, pages = golden().site.url, page_addresses(golden())
    for row in rows(table.name):
        folder = "places" if table.name == "places" else "ceremonies"
        address = f"{folder}/{row[table.key[0]]}.html"
        assert row["page"] == f"{site}/{address}"
        assert address in pages


@each_table
def test_every_column_is_named_once_and_said_in_both_languages(table: Table[Any]) -> None:
    names = [column.name for column in table.columns]
    assert names == list(dict.fromkeys(names))
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z0-9]+)*", name)] == []
    assert set(table.key) <= set(names)
    for column in table.columns:
        assert column.vi.strip() and column.en.strip() and column.vi != column.en
        assert (column.choices is not None) == (column.kind in ("choice", "choices"))


def test_the_words_of_a_column_are_the_ones_that_the_model_knows() -> None:
    fields: dict[tuple[str, str], tuple[type, str]] = {
        ("ceremonies", "date_certainty"): (Dating, "certainty"),
        ("ceremonies", "part_of_day"): (Dating, "part_of_day"),
        ("ceremonies", "checked"): (Ceremony, "checked"),
        ("officials", "took_part"): (Official, "took_part"),
        ("officials", "certainty"): (Official, "certainty"),
        ("awards", "scope"): (Award, "scope"),
        ("awards", "status"): (Award, "status"),
        ("awards", "certainty"): (Award, "certainty"),
        ("awards", "counts_of"): (Award, "counts_of"),
        ("awards", "approximation"): (Award, "approximation"),
        ("recipients", "scope"): (Award, "scope"),
        ("recipients", "status"): (Award, "status"),
        ("recipients", "award_certainty"): (Award, "certainty"),
        ("recipients", "kind"): (Recipient, "kind"),
        ("recipients", "certainty"): (Recipient, "certainty"),
        ("metrics", "approximation"): (Metric, "approximation"),
        ("metrics", "certainty"): (Metric, "certainty"),
        ("sources", "language"): (Source, "language"),
        ("sources", "coverage"): (Source, "coverage"),
        ("places", "kind"): (Place, "kind"),
    }
    chosen = {(table.name, each.name): each.choices for table in TABLES for each in table.columns if each.choices}
    assert {column: set(choices.values) for column, choices in chosen.items()} == {
        column: words_of(get_type_hints(record)[field]) for column, (record, field) in fields.items()
    }


def words_of(hint: Any) -> set[str]:
    """Return the words of every Literal in the type."""
    return {word for part in get_args(hint) for word in ({part} if isinstance(part, str) else words_of(part))}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=some.text(some.sampled_from("=+-@'\",;\n\t\r<>&aÊ＝"), min_size=1))  # noqa: RUF001
@example(text="\r\n\"=1,'")
def test_hostile_words_in_any_field_come_back_from_every_table(text: str) -> None:
    hostile = archive_with_text(golden(), text)
    written = {file.path: file.content for file in tables.files(hostile, (), strings())}
    for table in TABLES:
        names = [each.name for each in table.columns]
        cells = [["" if cell is None else flat(cell) for cell in row] for row in table.cells(hostile)]
        assert read(written[table.path]) == [dict(zip(names, row, strict=True)) for row in cells]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "'="])
def test_no_cell_of_any_table_runs_where_every_text_begins_with_a_sign(sign: str) -> None:
    hostile = begun_with(golden(), f"{sign}cmd|' /C calc'!A0")
    numeric = {
        (table.path, each.name) for table in TABLES for each in table.columns if each.kind in ("number", "whole")
    }
    for file in tables.files(hostile, (), strings()):
        if file.path.endswith(".csv"):
            reader = csv.DictReader(io.StringIO(file.content.decode(), newline=""), strict=True)
            for row in reader:
                for name, cell in row.items():
                    assert (file.path, name) in numeric or not cell.lstrip().startswith(("=", "+", "-", "@")), cell


def begun_with(archive: Archive, text: str) -> Archive:
    """Return the archive with the text before the names of recipients, titles and what is printed of counts."""

    def changed(ceremony: Ceremony) -> Ceremony:
        awards = (
            dataclasses.replace(
                award,
                count_as_printed=text,
                decision=text,
                recipients=tuple(dataclasses.replace(each, name=text + each.name) for each in award.recipients),
            )
            for award in ceremony.awards
        )
        return dataclasses.replace(
            ceremony, title=Bilingual(vi=text, en=text), organizers=(text, text), venue=text, awards=tuple(awards)
        )

    return dataclasses.replace(archive, ceremonies=tuple(map(changed, archive.ceremonies)))


def flat(cell: object) -> str:
    return {True: "true", False: "false"}[cell] if isinstance(cell, bool) else str(cell)


def published_fields(part: object) -> Iterator[tuple[str, str]]:
    """Yield each dataclass of the record with each of its fields."""
    if dataclasses.is_dataclass(part) and not isinstance(part, PartialDate | Period | type):
        for field in dataclasses.fields(part):
            yield type(part).__name__, field.name
            yield from published_fields(getattr(part, field.name))
    elif isinstance(part, tuple):
        for item in part:
            yield from published_fields(item)


def test_every_field_of_a_record_is_published_or_withheld_on_purpose() -> None:
    published = {(kind.__name__, name) for kind, names in records.PUBLISHED.items() for name in names}
    known = {(kind.__name__, field.name) for kind in records.PUBLISHED for field in dataclasses.fields(kind)}
    withheld = {("Ceremony", "acknowledged"), ("Ceremony", "story"), ("Attachment", "file")}
    assert known - published == withheld
    assert published <= known
    used = {field for c in golden().ceremonies for field in published_fields(c) if field[0] != "Story"}
    assert used - known == set()


@cache
def record_files() -> Mapping[str, bytes]:
    """Return the records of the golden archive as files."""
    return {file.path: file.content for file in records.files(golden(), (), strings())}


def test_every_record_is_a_file_of_its_own_with_the_addresses_of_its_pages() -> None:
    assert list(record_files()) == [f"data/ceremonies/{c.id}.json" for c in golden().ceremonies]
    site = golden().site.url
    record = json.loads(record_files()[f"data/ceremonies/{BASE}.json"])
    assert record["id"] == BASE
    assert record["pages"] == {
        "vi": f"{site}/ceremonies/{BASE}.html",
        "en": f"{site}/en/ceremonies/{BASE}.html",
    }
    assert record["licence"] == {"name": golden().site.data_licence.name, "url": golden().site.data_licence.url}


def test_a_record_says_what_its_fields_say_with_null_for_what_is_not_stated() -> None:
    record = json.loads(record_files()[f"data/ceremonies/{BASE}.json"])
    assert record["date"] == "2031-03-14"
    assert record["metrics"][0] == {
        "metric": "thu-ngan-sach-mau-so-du-toan",
        "label": "Thu ngân sách mẫu",
        "as_printed": "141,5%",
        "value": "141.5",
        "whole": None,
        "unit": "percent-of-estimate",
        "base": "dự toán",
        "actual": "283",
        "target": "200",
        "approximation": [],
        "qualifier": None,
        "period": "2030",
        "certainty": "stated",
        "note": None,
        "source": ["bao-mau"],
    }
    assert record["officials"][2] == {
        "name": None,
        "name_as_printed": None,
        "honorific": None,
        "role": "lãnh đạo",
        "organization": "Sở Mẫu tỉnh Mẫu Cũ A",
        "took_part": ["attended"],
        "on_behalf_of": None,
        "certainty": "stated",
        "note": None,
        "source": ["bao-mau"],
        "verified": None,
    }
    assert record["awards"][3]["counts"] == {
        "individuals": 19,
        "organizations": 42,
        "households": None,
        "villages": None,
        "clans": None,
        "mixed": None,
        "items": None,
        "total": 61,
    }


def test_every_record_has_the_same_fields() -> None:
    shapes = {tuple(json.loads(content)) for content in record_files().values()}
    assert len(shapes) == 1


def test_neither_the_story_nor_what_editors_tell_their_tools_is_in_the_data() -> None:
    marked = tuple(
        dataclasses.replace(
            c,
            acknowledged={"likely-same-ceremony": Bilingual(vi="chỉ cho công cụ", en="for tools only")},
            story=dataclasses.replace(c.story, vi="<p>chuyện kể</p>", en="<p>the telling</p>"),
        )
        for c in golden().ceremonies
    )
    archive = dataclasses.replace(golden(), ceremonies=marked)
    for export in (tables.files, records.files):
        for file in export(archive, (), strings()):
            for words in ("chỉ cho công cụ", "for tools only", "chuyện kể", "the telling", "likely-same-ceremony"):
                assert words.encode() not in file.content, file.path


def test_the_strings_say_what_every_word_of_a_column_means() -> None:
    for language in LANGUAGES:
        t = strings()[language]
        for table in TABLES:
            for each in table.columns:
                for word in each.choices.values if each.choices else ():
                    words = each.choices.words if each.choices else ""
                    assert f"data.word.{words}.{word}" in t or f"{words}.{word}" in t, (language, words, word)
