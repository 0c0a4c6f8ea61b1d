"""A report in words: for people, for programs, for a pull request."""

import json

import pytest

from ceremony_archive.messages import PARTS, message, wording
from ceremony_archive.problems import Position, Problem, Report, report_of
from ceremony_archive.report import show, summary

LINE = 'date: "2031-02-30"'
IMPOSSIBLE = Problem(
    rule="date-impossible", position=Position("a.md", 4, 7, 12, LINE), arguments={"text": "2031-02-30"}
)
EMPTY = Problem(rule="file-empty", position=Position("b.md"))
WARNING = Problem(rule="file-empty", position=Position("a.md", 9), severity="warning")


def test_a_problem_is_told_with_its_line_a_pointer_and_the_remedy() -> None:
    assert show(report_of([IMPOSSIBLE]), "en") == (
        "a.md:4:7: error[date-impossible]: there is no `2031-02-30` in the calendar\n"
        '  4 | date: "2031-02-30"\n'
        "    |       ^^^^^^^^^^^^\n"
        "  expected: a real date, as YYYY-MM-DD\n"
        "  fix:      look at the source again; if the day is not certain, write year and month only\n"
        "  more:     invoke explain date-impossible\n"
        "\n"
        "in all: 1 error, 0 warnings\n"
    )


def test_the_same_in_vietnamese() -> None:
    assert show(report_of([IMPOSSIBLE]), "vi") == (
        "a.md:4:7: lỗi[date-impossible]: không có ngày `2031-02-30` trong lịch\n"
        '  4 | date: "2031-02-30"\n'
        "    |       ^^^^^^^^^^^^\n"
        "  cần:      ngày có thật, dạng YYYY-MM-DD\n"
        "  cách sửa: xem lại nguồn; không chắc ngày thì chỉ ghi năm và tháng\n"
        "  xem thêm: invoke explain date-impossible\n"
        "\n"
        "tổng cộng: 1 lỗi, 0 cảnh báo\n"
    )


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    assert show(report_of([EMPTY]), "en").splitlines()[:2] == [
        "b.md:1:1: error[file-empty]: the file has no text",
        "  expected: front matter between two `---` lines, then the story",
    ]


def test_a_clean_report_says_so() -> None:
    assert (show(Report(), "vi"), show(Report(), "en")) == ("không có lỗi nào\n", "no problems\n")


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    report = report_of([EMPTY, WARNING, IMPOSSIBLE, EMPTY])
    assert report.problems == (IMPOSSIBLE, WARNING, EMPTY)
    assert summary(report, "en") == "in all: 2 errors, 1 warning"


def test_a_warning_alone_lets_the_archive_be_published() -> None:
    assert report_of([WARNING]).is_clean
    assert not report_of([WARNING, EMPTY]).is_clean


@pytest.mark.parametrize("column", [1, 60, 500, 990])
def test_a_long_line_is_shown_around_the_column_with_the_pointer_below_the_right_character(column: int) -> None:
    text = "".join(chr(ord("a") + number % 26) for number in range(1000))
    problem = Problem(rule="file-empty", position=Position("a.md", 3, column, 1, text))
    _, shown, pointer, *_ = show(report_of([problem]), "en").splitlines()
    assert len(shown) < 130
    assert shown[pointer.index("^")] == text[column - 1]


def test_a_pointer_never_runs_past_its_line() -> None:
    problem = Problem(rule="file-empty", position=Position("a.md", 3, 3, 500, "abcde"))
    assert show(report_of([problem]), "en").splitlines()[2] == "    |   ^^^"


def test_json_holds_every_part_of_every_problem() -> None:
    shown = json.loads(show(report_of([WARNING, IMPOSSIBLE], acknowledged=2), "en", "json"))
    assert (shown["errors"], shown["warnings"], shown["acknowledged"]) == (1, 1, 2)
    assert shown["problems"][0] == {
        "file": "a.md",
        "line": 4,
        "column": 7,
        "severity": "error",
        "rule": "date-impossible",
        "problem": "there is no `2031-02-30` in the calendar",
        "expected": "a real date, as YYYY-MM-DD",
        "fix": "look at the source again; if the day is not certain, write year and month only",
    }


def test_an_annotation_is_one_line_with_its_special_characters_escaped() -> None:
    problem = Problem(rule="unexpected-file", position=Position("a,b:c\n.md"), arguments={"file": "100%\r\nx"})
    (line,) = show(report_of([problem]), "en", "github").splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac%0A.md,line=1,col=1,title=unexpected-file::the file `100%25%0D%0Ax` ")
    assert "%0Aexpected: " in line


def test_words_of_braces_in_an_editor_s_text_are_shown_as_typed() -> None:
    problem = Problem(rule="raw-html", position=Position("a.md"), arguments={"text": "<b>{limit}{0}"})
    assert message(problem, "problem", "en") == "the story has HTML in it: `<b>{limit}{0}`"


def test_every_rule_has_all_its_parts_in_both_languages() -> None:
    rules = [rule for rule, parts in wording("vi").items() if "problem" in parts]
    assert rules == [rule for rule, parts in wording("en").items() if "problem" in parts]
    for language in ("vi", "en"):
        for rule in rules:
            assert set(PARTS) <= set(wording(language)[rule]), rule
