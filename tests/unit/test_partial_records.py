"""One run tells both what is badly written in a record and what is wrong in the rest of it, and nothing twice."""

import pytest

from tests.content_copy import ContentCopy

HEAD = b"metrics: []\n"


def rules(content: ContentCopy) -> list[tuple[str, str]]:
    return [(problem.rule, problem.arguments.get("text", "")) for problem in content.report().problems]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (b"kind: anual-review\ndate: 14/3/2031\n", {"unknown-id", "date-format"}),
        (b"kind: anual-review\nsave_as: ../x.html\n", {"unknown-id", "unknown-field"}),
        (b'kind: anual-review\ntitle: {vi: ""}\n', {"unknown-id", "empty-value"}),
        (
            b"awards:\n  - {form: bang-khong-co, scope: presented}\n  - {form: bang-khong-co-nua, scope: presnted}\n",
            {"unknown-id", "unknown-choice"},
        ),
        (
            b"awards:\n  - {form: bang-khong-co, scope: presented, counts: {individuals: 1.500}}\n",
            {"unknown-id", "number-with-separator"},
        ),
        (
            b"awards:\n  - {form: bang-khong-co, scope: presented}\n  - {scope: presented}\n",
            {"unknown-id", "missing-field"},
        ),
    ],
)
def test_a_badly_written_field_hides_no_other_mistake(content: ContentCopy, fields: bytes, expected: set[str]) -> None:
    content.change_fields(fields)
    assert {rule for rule, _ in rules(content)} == expected


def test_what_is_left_of_a_list_stands_where_it_stood(content: ContentCopy) -> None:
    content.change_fields(
        b"awards:\n"
        b"  - {form: bang-khong-co, scope: presented, recipients: [{kind: individual}]}\n"
        b"  - {form: bang-khong-co-nua, scope: presented}\n"
    )
    problems = content.report().problems
    assert [problem.rule for problem in problems] == ["unknown-id", "missing-field", "unknown-id"]
    lines = [problem.position.text.strip() for problem in problems if problem.rule == "unknown-id"]
    assert ["bang-khong-co," in lines[0], "bang-khong-co-nua," in lines[1]] == [True, True]


def test_a_record_with_a_mistake_is_still_there_for_the_others(content: ContentCopy) -> None:
    content.change_fields(b"date: 14/3/2031\n")
    assert rules(content) == [("date-format", "14/3/2031")]
