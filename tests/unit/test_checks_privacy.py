"""Private data, minors and Party badges: what is found, and what must be left alone."""

import time

import pytest

from ceremony_archive.checks.private_patterns import PATTERNS, patterns_in
from tests.content_copy import ContentCopy
from tests.unit.checked_content import award, awards, people, pointed_at, rules, told

PRIVATE = [
    "ông A sinh năm 1961",
    "bà B (sinh năm: 1975)",
    "sinh ngày 12-3-1980",
    "sinh ngày 12 tháng 3 năm 1980",
    "Nguyễn Văn A, sinh 12/3/1980",
    "ngày sinh: 12/3/1980",
    "ngày, tháng, năm sinh 12/3/1980",
    "anh C (SN 1990)",
    "born in 1961",
    "born on 12 May 1961",
    "Date of birth: 12/3/1980",
    "gọi 0903123456",
    "gọi 0903.123.456",
    "gọi 0903 123 456.",
    "(028) 3838 1234",
    "+84 903 123 456",
    "+84903123456",
    "số cũ 01684567890",
    "Điện thoại: 38 381 234",
    "ĐT: 3838.1234",
    "CCCD 079061001234",
    "CMND số 020123456",
    "căn cước công dân số: 079061001234",
    "hộ chiếu B1234567",
    "số 079061001234 của bà",
    "020123456",
    "ở số nhà 12",
    "nhà số 45/2",
    "số 12 đường Trần Phú",
    "số 12/3 phố Huế",
    "ngõ 12 Láng Hạ",
    "hẻm 45/6",
    "trong kiệt 82",
    "at 12 Trần Phú Street",
    "thu.nguyen@mau.example",
]

HARMLESS = [
    "khen thưởng học sinh năm 2022",
    "tuyển sinh năm 2023",
    "công tác vệ sinh năm 2021",
    "liệt sĩ hy sinh năm 1968",
    "hy sinh ngày 12-3-1968",
    "kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2020)",
    "kỷ niệm ngày sinh 19-5",
    "an sinh xã hội năm 2022",
    "hiến 110.000m2 đất",
    "Luật 15/2003/QH11",
    "Nghị quyết 1685/NQ-UBTVQH15",
    "Quyết định 233/QĐ-UB ngày 22-8-1979",
    "khu phố 1",
    "tổ dân phố số 4",
    "thành phố Thủ Đức",
    "150000000 đồng",
    "hơn 123456789 đồng",
    "1.234.567.890 đồng",
    "0,912345678",
    "07/10/2021",
    "từ 07-10-2021 đến 08-10-2021",
    "26-12-2013 - 26-12-2023",
    "2016-2020, 2021-2025",
    "10.870/102.195 trường hợp",
    "cấp căn cước công dân cho 15.000 trường hợp",
    "cấp hộ chiếu cho 12.345.678 người",
    "tu sửa 570 km đường nông thôn",
    "12 đường liên thôn",
    "12 hẻm được mở rộng",
    "công trình mở rộng hẻm 127",
    "Trường Tiểu học số 1 phố Ràng",
    "đường Lý Thường Kiệt 2021",
    "570 km of rural road",
    "ĐT 743",
    "lần thứ 10, năm 2025",
    "Quận 11, 16 phường",
    "@ một tỷ đồng",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_data_is_found(text: str) -> None:
    assert [match.group() for pattern in patterns_in(text) for match in pattern.matches(text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_private_is_left_alone(text: str) -> None:
    assert [match.group() for pattern in PATTERNS for match in pattern.matches(text)] == []


@pytest.mark.parametrize("text", PRIVATE)
def test_the_quick_look_misses_nothing_that_folds_over_lines(text: str) -> None:
    assert patterns_in("note: >-\n      " + text.replace(" ", "\n      "))


@pytest.mark.parametrize(
    "text",
    ["CMND" + " " * 20_000, "a" * 20_000 + " @", "0" * 20_000, "1 " * 10_000, "12 " + "A " * 10_000],
    ids=["spaces", "letters", "digits", "digits apart", "capitals"],
)
def test_long_runs_cost_no_more_than_their_length(text: str) -> None:
    started = time.perf_counter()
    assert [match for pattern in PATTERNS for match in pattern.matches(text)] == []
    assert time.perf_counter() - started < 1


def test_private_data_in_the_story_is_pointed_at_on_its_line(content: ContentCopy) -> None:
    content.change_story("Dòng đầu.\n\nBà Mẫu sinh\nnăm 1961.\n".encode())
    (problem,) = told(content, "private-data")
    assert (problem.position.text, pointed_at(problem)) == ("Bà Mẫu sinh", "sinh")
    assert problem.arguments == {"text": "sinh năm 1961"}


def test_private_data_in_a_folded_value_is_pointed_at_on_its_own_line(content: ContentCopy) -> None:
    content.change_fields("notes:\n  - vi: >-\n      Một dòng chữ.\n      Thư về mau@mau.example nhé.\n".encode())
    (problem,) = told(content, "private-data")
    assert pointed_at(problem) == "mau@mau.example"


def test_private_data_behind_an_escape_is_found(content: ContentCopy) -> None:
    content.change_fields('notes:\n  - "Bà Mẫu s\\u0069nh năm 1961"\n'.encode())
    assert [problem.arguments["text"] for problem in told(content, "private-data")] == ["sinh năm 1961"]


def test_web_addresses_and_venues_are_not_looked_into(content: ContentCopy) -> None:
    content.change_fields(
        "venue: số 12 đường Mẫu\nnotes:\n  - Xem https://press.example/079061001234 và https://a.example/x@y.example\n".encode()
    )
    assert rules(content) == set()


def test_a_text_page_may_give_the_contact_of_the_site_and_no_other(content: ContentCopy) -> None:
    site = (content.folder / "site.yaml").read_text(encoding="utf-8")
    contact = (
        next(line for line in site.splitlines() if line.startswith("contact:")).partition("mailto:")[2].strip('" ')
    )
    about = (content.folder / "pages/about.md").read_text(encoding="utf-8")
    content.put("pages/about.md", about.replace("\n# English", f"\nThư: [{contact}](mailto:{contact}).\n\n# English"))
    assert contact and rules(content) == set()
    content.put("pages/about.md", about.replace("\n# English", "\nThư: khac@mau.example.\n\n# English"))
    assert [problem.arguments["text"] for problem in told(content, "private-data")] == ["khac@mau.example"]


def test_private_data_in_a_list_of_people_is_found(content: ContentCopy) -> None:
    people = (content.folder / "entities/people.yaml").read_text(encoding="utf-8")
    content.put("entities/people.yaml", people.replace("Người bịa để thử.", "Sinh ngày 1-1-1970."))
    assert [pointed_at(problem) for problem in told(content, "private-data")] == ["Sinh ngày 1"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("honorific: em", 1),
        ("honorific: các em", 1),
        ("honorific: Cháu", 1),
        ("role: học sinh lớp 9", 1),
        ("role: em học sinh", 1),
        ("role: Phó phòng công tác học sinh", 0),
        ("role: sinh viên", 0),
        ("role: Hiệu trưởng", 0),
        ("honorific: chị", 0),
        ("role: Emcee", 0),
    ],
)
def test_pupils_are_told_from_those_who_work_with_them(content: ContentCopy, fields: str, expected: int) -> None:
    content.change_fields(awards(award(recipients=f"[{{name: Mẫu Văn Thử, kind: individual, {fields}}}]")))
    assert len(told(content, "minor-named")) == expected


def test_a_household_or_a_cell_may_have_a_party_badge_award_by_name(content: ContentCopy) -> None:
    content.change_fields(awards(award("huy-hieu-dang-mau", recipients="[{name: Chi bộ Mẫu, kind: organization}]")))
    assert rules(content) == set()


def test_a_badge_pooled_with_another_form_names_nobody_either(content: ContentCopy) -> None:
    content.change_fields(awards(award("co-thi-dua-mau", pooled_with="[huy-hieu-dang-mau]", recipients=people("A"))))
    assert rules(content) == {"party-badge-recipient-named"}
