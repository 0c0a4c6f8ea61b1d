"""A tree of text against the closed schema: a typed record, or every mistake at its place."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ceremony_archive.model.ceremony import Award, Ceremony, Counts, Official, Source, Story
from ceremony_archive.model.values import Bilingual, PartialDate, Period
from ceremony_archive.problems import Problem
from ceremony_archive.source.schema import bind, choices_at, nearest
from ceremony_archive.source.text import source_text
from ceremony_archive.source.yaml_tree import read_tree

LEAST = """\
title: {vi: Lễ thử}
kind: annual-review
place: huyen-mau
summary: {vi: Tóm tắt.}
sources: [{id: bao-mau, publisher: Báo Mẫu, coverage: full}]
"""
STORY = Story(vi="<p>Mẫu</p>")


def read(text: str) -> tuple[Ceremony | None, list[Problem]]:
    source = source_text("a.yaml", text)
    tree, problems = read_tree(source, text, 1)
    assert tree is not None, problems
    return bind(source, tree, Ceremony, id="undated-mau", story=STORY)


def record(more: str = "") -> Ceremony:
    ceremony, problems = read(LEAST + more)
    assert problems == []
    assert ceremony is not None
    return ceremony


def faults(more: str, least: str = LEAST) -> list[tuple[str, str, int, int]]:
    ceremony, problems = read(least + more)
    assert ceremony is None
    return [(p.rule, p.arguments.get("field", ""), p.position.line, p.position.column) for p in problems]


def test_the_least_record_has_everything_else_not_stated() -> None:
    assert record() == Ceremony(
        id="undated-mau",
        title=Bilingual(vi="Lễ thử"),
        kind="annual-review",
        place="huyen-mau",
        summary=Bilingual(vi="Tóm tắt."),
        sources=(Source(id="bao-mau", publisher="Báo Mẫu", coverage="full"),),
        story=STORY,
    )


def test_values_become_what_they_mean() -> None:
    ceremony = record(
        """\
date: "2031-03"
period: 2028/2030
awards_complete: false
officials:
  - {name: Nguyễn Thị Mẫu, took_part: [attended, spoke], source: bao-mau}
awards:
  - {form: giay-khen, scope: presented, counts: {organizations: 42, mixed: 0}, source: [bao-mau]}
metrics:
  - {metric: thu, as_printed: "141,5%", value: "141.5", unit: percent}
notes: [Ghi chú, {vi: Ghi chú, en: A note}]
acknowledged: {late-report: Báo đăng muộn}
"""
    )
    assert ceremony == replace(
        record(),
        date=PartialDate(2031, 3),
        period=Period(PartialDate(2028), PartialDate(2030)),
        awards_complete=False,
        officials=(Official(name="Nguyễn Thị Mẫu", took_part=("attended", "spoke"), source=("bao-mau",)),),
        awards=(
            Award(form="giay-khen", scope="presented", counts=Counts(organizations=42, mixed=0), source=("bao-mau",)),
        ),
        metrics=ceremony.metrics,
        notes=(Bilingual(vi="Ghi chú"), Bilingual(vi="Ghi chú", en="A note")),
        acknowledged={"late-report": Bilingual(vi="Báo đăng muộn")},
    )
    assert ceremony.metrics[0].value == Decimal("141.5")


def test_nothing_stated_is_not_zero() -> None:
    counts = record("awards: [{form: a, scope: presented, counts: {mixed: 0}}]\n").awards[0].counts
    assert counts is not None
    assert (counts.mixed, counts.individuals) == (0, None)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("venu: x\n", ("unknown-field", "venu", 6, 1)),
        ("id: x\n", ("unknown-field", "id", 6, 1)),
        ("story: x\n", ("unknown-field", "story", 6, 1)),
        ("save_as: ../x\n", ("unknown-field", "save_as", 6, 1)),
        ("draft: true\n", ("unknown-field", "draft", 6, 1)),
        ("<<: {a: b}\n", ("unknown-field", "<<", 6, 1)),
        ("awards:\n  - {form: a, scope: presented, fom: b}\n", ("unknown-field", "fom", 7, 33)),
        ("awards:\n  - {form: a}\n", ("missing-field", "awards[1].scope", 7, 5)),
        ("notes: [{en: x}]\n", ("missing-field", "notes[1].vi", 6, 9)),
        ("organizers: x\n", ("wrong-shape", "organizers", 6, 13)),
        ("venue: [x]\n", ("wrong-shape", "venue", 6, 8)),
        ("awards: [x]\n", ("wrong-shape", "awards[1]", 6, 10)),
        ("acknowledged: []\n", ("wrong-shape", "acknowledged", 6, 15)),
        ("checked: [full]\n", ("wrong-shape", "checked", 6, 10)),
        ("checked: {full: x}\n", ("wrong-shape", "checked", 6, 10)),
        ("venue:\n", ("empty-value", "venue", 6, 1)),
        ('venue: "  "\n', ("empty-value", "venue", 6, 1)),
        ("venue: ~\n", ("empty-value", "venue", 6, 1)),
        ("venue: null\n", ("empty-value", "venue", 6, 1)),
        ("awards:\n", ("empty-value", "awards", 6, 1)),
        ("organizers:\n  -\n  - x\n", ("empty-value", "organizers[1]", 7, 4)),
        ("checked: ful\n", ("unknown-choice", "checked", 6, 10)),
        ("officials: [{name: x, took_part: [sang]}]\n", ("unknown-choice", "officials[1].took_part[1]", 6, 35)),
        ("date: 14/3/2031\n", ("date-format", "date", 6, 7)),
        ("date: 2031-02-30\n", ("date-impossible", "date", 6, 7)),
        ("period: 2030/2028\n", ("period-reversed", "period", 6, 9)),
        ("awards_complete: no\n", ("true-or-false", "awards_complete", 6, 18)),
        ("movements: [Mẫu]\n", ("id-format", "movements[1]", 6, 13)),
        ("awards: [{form: a, scope: presented, source: [b, C]}]\n", ("id-format", "awards[1].source[2]", 6, 50)),
    ],
)
def test_a_mistake_is_told_at_its_place(more: str, fault: tuple[str, str, int, int]) -> None:
    assert faults(more) == [fault]


@pytest.mark.parametrize(
    ("number", "rule"),
    [
        ("0123", "number-format"),
        ("12:30:45", "number-format"),
        (".nan", "number-format"),
        ("1e5", "number-format"),
        ("-1", "number-format"),
        ("1.415.000", "number-with-separator"),
        ("1.415", "number-with-separator"),
        ("\uff11\uff12", "number-format"),
        ("9" * 13, "number-format"),
    ],
)
def test_a_count_is_digits_only(number: str, rule: str) -> None:
    text = f"awards:\n  - {{form: a, scope: presented, counts: {{mixed: {number}}}}}\n"
    assert [fault[0] for fault in faults(text)] == [rule]


@pytest.mark.parametrize("field", ["sources: []\n", "officials: [{name: x, took_part: []}]\n"])
def test_a_list_that_must_say_something_is_not_empty(field: str) -> None:
    least = LEAST if not field.startswith("sources") else LEAST.rpartition("sources")[0]
    assert [fault[0] for fault in faults(field, least)] == ["empty-value"]


def test_all_mistakes_of_a_record_are_told_in_one_run() -> None:
    assert sorted(faults("venu: x\ndate: 2031-13\nawards: [{form: A}]\n")) == [
        ("date-impossible", "date", 7, 7),
        ("id-format", "awards[1].form", 8, 17),
        ("missing-field", "awards[1].scope", 8, 10),
        ("unknown-field", "venu", 6, 1),
    ]


def test_an_empty_mapping_is_told_what_it_lacks() -> None:
    text = "checked: full\n"
    assert sorted(faults(text, "")) == [
        ("missing-field", "kind", 1, 1),
        ("missing-field", "place", 1, 1),
        ("missing-field", "sources", 1, 1),
        ("missing-field", "summary", 1, 1),
        ("missing-field", "title", 1, 1),
    ]


def test_a_misspelt_field_is_told_with_the_nearest_one() -> None:
    _, problems = read(LEAST + "organisers: [x]\n")
    assert problems[0].arguments["nearest"] == "organizers"
    assert problems[0].arguments["known"].startswith("title, date, dating, kind, ")


def test_a_wrong_word_of_a_closed_list_is_told_with_the_list_and_the_nearest_word() -> None:
    _, problems = read(LEAST + "officials: [{name: x, took_part: [atended]}]\n")
    arguments = problems[0].arguments
    assert (arguments["text"], arguments["nearest"]) == ("atended", "attended")
    assert arguments["choices"] == "attended, chaired, spoke, reported, presented, received, signed"


@pytest.mark.parametrize(
    ("word", "near"), [("organisers", "organizers"), ("Đia điểm", ""), ("VENUE", "venue"), ("venué", "venue")]
)
def test_the_nearest_word_is_found_without_case_and_accents(word: str, near: str) -> None:
    assert nearest(word, ["organizers", "venue"]) == near


def test_the_words_of_a_closed_list_are_known_by_path() -> None:
    assert choices_at(Ceremony, ("awards", 0, "scope")) == ("presented", "reported-for-period", "proposed")
    assert choices_at(Ceremony, ("venue",)) == ()
