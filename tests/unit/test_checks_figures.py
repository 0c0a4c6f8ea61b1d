"""Counts and figures: which sums and percents must agree, and which need not."""

import pytest

from tests.content_copy import ContentCopy
from tests.unit.checked_content import award, awards, metrics, people, pointed_at, rules, share, told


@pytest.mark.parametrize(
    ("counts", "rest", "expected"),
    [
        ("{individuals: 2}", {}, ["individuals"]),
        ("{individuals: 3}", {}, []),
        ("{organizations: 1}", {}, []),
        ("{mixed: 2}", {}, ["mixed"]),
        ("{mixed: 2, individuals: 3}", {}, []),
        ("{items: 2}", {}, ["items"]),
        ("{individuals: 3, items: 1}", {}, []),
        ("{total: 2}", {}, ["total"]),
        ("{individuals: 2}", {"approximation": "[over]"}, []),
        ("{individuals: 2}", {"approximation": "[about]"}, []),
        ("{individuals: 2}", {"approximation": "[under]"}, ["individuals"]),
        ("{individuals: 2}", {"counts_of": "instances"}, ["individuals"]),
    ],
)
def test_names_are_held_against_the_counts_that_cover_them(
    content: ContentCopy, counts: str, rest: dict[str, str], expected: list[str]
) -> None:
    content.change_fields(awards(award(recipients=people("A", "B", "C"), counts=counts, **rest)))
    assert [problem.arguments["field"] for problem in told(content, "count-below-names")] == expected


@pytest.mark.parametrize(
    ("counts", "rest", "expected"),
    [
        ("{individuals: 89, organizations: 57, total: 146}", {}, 0),
        ("{individuals: 89, organizations: 57, total: 147}", {}, 1),
        ("{total: 147}", {}, 0),
        ("{individuals: 3, items: 3, total: 3}", {}, 0),
        ("{individuals: 3, items: 4, total: 7}", {}, 0),
        ("{items: 4, total: 5}", {}, 1),
        ("{individuals: 89, organizations: 57, total: 150}", {"approximation": "[about]"}, 0),
        ("{individuals: 12}", {"breakdown": "[{years: 30, count: 11}]"}, 1),
        ("{individuals: 12}", {"breakdown": "[{years: 30, count: 13}]"}, 1),
        ("{individuals: 12, organizations: 3}", {"breakdown": "[{years: 30, count: 12}]"}, 0),
        ("{individuals: 12, organizations: 3}", {"breakdown": "[{years: 30, count: 15}]"}, 0),
    ],
)
def test_totals_and_breakdowns_add_up(content: ContentCopy, counts: str, rest: dict[str, str], expected: int) -> None:
    content.change_fields(awards(award("khen-thuong-mau-khong-ro", counts=counts, **rest)))
    assert len(told(content, "total-not-breakdown")) == expected


@pytest.mark.parametrize(("count", "expected"), [(11, 0), (13, 1)])
def test_a_breakdown_may_fall_short_only_in_an_open_list(content: ContentCopy, count: int, expected: int) -> None:
    line = award("huy-hieu-dang-mau", counts="{individuals: 12}", breakdown=f"[{{years: 30, count: {count}}}]")
    content.change_fields(awards(line) + b"awards_complete: false\n")
    assert len(told(content, "total-not-breakdown")) == expected


def test_two_people_of_one_name_are_told_apart_by_what_the_source_prints(content: ContentCopy) -> None:
    same = "{name: Mẫu Thị Hòa, kind: individual}"
    apart = [
        "{name: Mẫu Thị Hòa, kind: individual, locality: xã A}",
        "{name: Mẫu Thị Hòa, kind: household}",
        "{name: Mẫu Thị Hòa, kind: individual, organization: X}",
    ]
    content.change_fields(awards(award(recipients=f"[{', '.join([same, *apart])}]")))
    assert told(content, "duplicate-recipient") == []
    called = "[{name: Mẫu Hòa, kind: individual, honorific: ông}, {name: Mẫu Hòa, kind: individual, honorific: bà}]"
    content.change_fields(awards(award(recipients=called)))
    assert told(content, "duplicate-recipient") == []
    respelt = "[{name: Mẫu Thị Hòa, kind: individual}, {name: Mẫu Thị Hoà, kind: individual}]"
    content.change_fields(awards(award(recipients=respelt)))
    assert [pointed_at(problem) for problem in told(content, "duplicate-recipient")] == ["Mẫu Thị Hoà"]


@pytest.mark.parametrize(
    ("fragment", "computed"),
    [
        (share("141.5", "283", "200"), []),
        (share("141.49", "283", "200"), ["141.50"]),
        (share("142", "283", "200"), []),  # 141.5, rounded to the whole percent
        (share("143", "283", "200"), ["142"]),
        (share("41.5", "283", "200", "percent-growth"), []),
        (share("141.5", "283", "200", "percent-growth"), ["41.5"]),
        (share("-10", "180", "200", "percent-growth"), []),
        (share("33.3", "1.0", "3.0"), []),  # 0.95 / 3.05 to 1.05 / 2.95
        (share("33.3", "1", "3"), []),
        (share("34.3", "1", "3"), ["33.3"]),
        (share("104.24", "10215", "9800"), []),  # billions are rounded: 10 215.4 gives 104.24
        (share("90", "283", "200", rest=", approximation: [over]"), []),
        (share("90", "283", "0"), []),
        (share("142.5000000000000001", "283", "200"), ["141.5000000000000000"]),
    ],
)
def test_a_percent_follows_from_its_actual_and_target(
    content: ContentCopy, fragment: bytes, computed: list[str]
) -> None:
    content.change_fields(fragment)
    assert [problem.arguments["computed"] for problem in told(content, "percent-not-from-actual")] == computed


def test_a_percent_may_pass_its_whole(content: ContentCopy) -> None:
    content.change_fields(
        metrics(
            "metric: thu-ngan-sach-mau-so-du-toan, as_printed: x, "
            'value: "141.5", unit: percent-of-estimate, whole: "100"'
        )
    )
    assert rules(content) == set()
