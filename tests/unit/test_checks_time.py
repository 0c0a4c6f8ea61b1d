"""Dates, validities and powers: by which days an award or a place is judged."""

import pytest

from tests.content_copy import ContentCopy
from tests.unit.checked_content import award, awards, other_record, rules, told

OTHER = "ceremonies/2031/2031-03-huyen-mau-mot-khac.md"


@pytest.mark.parametrize(
    ("fields", "line", "expected"),
    [
        ('date: "2035-01-10"\nperiod: "2034"\n', award("huy-chuong-mau"), 1),
        ('date: "2034-01-10"\nperiod: "2033"\n', award("huy-chuong-mau"), 0),  # conferred in 2033, handed over after
        ('date: "2034-01-10"\nperiod: "2034"\n', award("huy-chuong-mau"), 1),
        ('date: "2034"\nperiod: "2034"\n', award("huy-chuong-mau"), 1),
        ('date: "2033"\nperiod: "2033"\n', award("huy-chuong-mau"), 0),
        ('date: "2035-01-10"\nperiod: "2034"\n', award("huy-chuong-mau", "reported-for-period", period="2031/2034"), 0),
        ('date: "2035-01-10"\nperiod: "2034"\n', award("huy-chuong-mau", period="2031/2034"), 1),
        ('date: "2035-01-10"\nperiod: "2033"\n', award("huy-chuong-mau", "proposed"), 1),
        ('date: "2035-01-10"\nperiod: "2034"\n', award("co-thi-dua-mau", pooled_with="[huy-chuong-mau]"), 1),
    ],
)
def test_a_form_is_judged_by_the_days_on_which_it_may_have_been_conferred(
    content: ContentCopy, fields: str, line: str, expected: int
) -> None:
    content.change_fields(fields.encode() + awards(line))
    assert len(told(content, "form-out-of-validity")) == expected


def test_an_undated_record_is_not_judged_by_time(content: ContentCopy) -> None:
    undated = other_record(when=None).replace("mau-cu-a-huyen-mau-mot", "mau-moi-xa-mau-an")
    line = "{form: giay-khen-xa-mau, conferred_by: chu-tich-huyen-mau, scope: presented}"
    content.put(
        "ceremonies/undated/undated-xa-mau-an.md", undated.replace("sources:", f"awards:\n  - {line}\nsources:")
    )
    assert rules(content) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (award("khen-thuong-mau-khong-ro", conferred_by="chu-tich-huyen-mau"), 0),
        (award("huy-hieu-dang-mau", conferred_by="tinh-uy-mau-cu-a"), 0),  # by the power of its kind
        (award("chien-si-thi-dua-mau", conferred_by="chu-tich-xa-mau"), 1),  # a power of later years
        (award("co-thi-dua-mau"), 0),
    ],
)
def test_a_power_may_come_from_the_kind_of_authority_and_holds_for_its_time(
    content: ContentCopy, line: str, expected: int
) -> None:
    content.change_fields(awards(line))
    assert len(told(content, "authority-without-power")) == expected


def test_authorities_that_are_instances_of_each_other_do_not_hang_the_check(content: ContentCopy) -> None:
    path = content.folder / "vocabularies/authorities.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  - id: tinh-uy-mau\n", "  - id: tinh-uy-mau\n    instance_of: tinh-uy-mau-cu-a\n"), "utf-8"
    )
    assert rules(content) == set()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('date: "2031-03-14"\nplace: mau-moi-xa-mau-an\n', 1),
        ('date: "2031"\nplace: mau-cu-a-huyen-mau-mot\n', 0),
    ],
)
def test_a_place_is_judged_by_the_whole_date(content: ContentCopy, fields: str, expected: int) -> None:
    content.change_fields(fields.encode())
    assert len(told(content, "place-out-of-validity")) == expected


def test_a_year_in_which_the_place_ended_is_no_contradiction_unless_the_date_is_bounded(content: ContentCopy) -> None:
    record = other_record(when="2035").replace("mau-cu-a-huyen-mau-mot", "mau-moi-xa-mau-an")
    content.put("ceremonies/2035/2035-xa-mau-an.md", record)
    assert told(content, "place-out-of-validity") == []
    content.put(
        "ceremonies/2035/2035-xa-mau-an.md", record.replace("kind:", 'dating: {not_after: "2035-06-30"}\nkind:')
    )
    assert len(told(content, "place-out-of-validity")) == 1


def test_a_report_from_before_may_stand_beside_one_from_after(content: ContentCopy) -> None:
    content.change_fields(
        b'sources:\n  - {id: truoc, publisher: A, published: "2031-03-10", coverage: full}\n'
        b'  - {id: sau, publisher: B, published: "2031-03", coverage: full}\n'
    )
    assert told(content, "date-after-publication") == []


def test_no_date_may_lie_after_the_day_of_the_build(content: ContentCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1931270400")  # 14 March 2031
    dates = {problem.arguments["date"] for problem in told(content, "date-in-future")}
    assert {"2031-03-15", "2031-04-01", "2031-05", "2034-02"} <= dates
    assert "2031-03-14" not in dates and "2031" not in dates


@pytest.mark.parametrize(("when", "expected"), [("2030-12-31", "2030"), ("2031-12-01", None)])
def test_only_the_year_of_the_id_is_held_against_the_date(
    content: ContentCopy, when: str, expected: str | None
) -> None:
    content.change_fields(f'date: "{when}"\n'.encode())
    assert [problem.arguments["of_date"] for problem in told(content, "id-not-of-date")] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize(
    ("when", "kind", "url", "expected"),
    [
        ("2031-03-14", "annual-review", "https://press.example/khac", 1),
        ("2031-03", "annual-review", "https://press.example/khac", 1),
        ("2031", "annual-review", "https://press.example/khac", 1),
        ("2031-03-15", "annual-review", "https://press.example/khac", 0),
        ("2031-04", "annual-review", "https://press.example/khac", 0),
        ("2031-03-14", "exemplar-conference", "https://press.example/khac", 0),
        ("2031-03-14", "exemplar-conference", "https://press.example/mau-mot-2031", 1),
        (None, "annual-review", "https://press.example/khac", 0),
        (None, "annual-review", "https://press.example/mau-mot-2031", 1),
    ],
)
def test_records_agree_as_far_as_their_dates_are_precise(
    content: ContentCopy, when: str | None, kind: str, url: str, expected: int
) -> None:
    content.put(
        OTHER if when else "ceremonies/undated/undated-huyen-mau-mot.md", other_record(when=when, kind=kind, url=url)
    )
    assert len(told(content, "likely-same-ceremony")) == expected


def test_a_successor_in_the_year_of_the_change_may_have_the_same_ceremony(content: ContentCopy) -> None:
    record = other_record(when="2035")
    content.put("ceremonies/2035/2035-huyen-mau-mot.md", record)
    content.put("ceremonies/2035/2035-xa-mau-an.md", record.replace("mau-cu-a-huyen-mau-mot", "mau-moi-xa-mau-an"))
    (problem,) = told(content, "likely-same-ceremony")
    assert {problem.record, problem.arguments["other"]} == {"2035-huyen-mau-mot", "2035-xa-mau-an"}
