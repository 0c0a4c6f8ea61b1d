"""The pages of awards: the order of the law, what is verified, and lines that are never added up."""

from dataclasses import replace

import pytest

from ceremony_archive.pages import awards, register_years
from ceremony_archive.pages.award_form import BasisRow, FormPage, PowerRow
from ceremony_archive.pages.awards import AwardIndex
from ceremony_archive.pages.page import Link, Phrase
from ceremony_archive.pages.register_years import RegisterYear
from ceremony_archive.pages.tally import TallyText
from ceremony_archive.pages.vocabulary_words import Evidence
from tests.unit.little_archive import ceremony, said
from tests.unit.little_vocabularies import little, view

OLD = ceremony(
    "2020-mau",
    """
    date: "2020"
    awards:
      - {form: bang-khen-mau, conferred_by: chu-tich-mau, scope: reported-for-period, counts: {individuals: "1598"},
         approximation: [over]}
    """,
)
NEW = ceremony(
    "2023-02-mau",
    """
    date: "2023-02"
    place: mau-huyen-binh-hoa
    awards:
      - form: bang-khen-mau
        scope: proposed
        certainty: inferred
        status: annulled
        annulment: {decision: Quyết định 477}
        recipients: [{name: Lê Thị Thử, kind: individual, role: Hiệu trưởng, organization: Trường Mẫu}]
        note: {vi: Ghép theo thứ tự., en: Paired in order.}
      - {form: huan-chuong-mau-hang-nhat, pooled_with: [bang-khen-mau], scope: presented, counts: {mixed: "19"}}
    """,
)


def test_forms_stand_by_category_in_the_order_of_the_law_and_empty_categories_are_left_out() -> None:
    index = view(awards.pages(little("vi", OLD, NEW)), "awards/index.html", AwardIndex)
    shown = [(group.name.text, [(row.form.text.text, row.lines) for row in group.forms]) for group in index.categories]
    assert shown == [
        ("Huân chương", [("Huân chương mẫu hạng Nhất", TallyText("1", ""))]),
        ("Bằng khen", [("Bằng khen mẫu", TallyText("2", "ngoài ra 1 khoản đã bị hủy bỏ"))]),
    ]


def test_a_form_in_the_list_says_what_ended_and_what_is_unverified() -> None:
    index = view(awards.pages(little("en", OLD)), "awards/index.html", AwardIndex)
    order, certificate = (group.forms[0] for group in index.categories)
    assert (certificate.ended, certificate.authority_remark, certificate.is_unverified) == (
        "until 30 June 2025",
        "unverified",
        False,
    )
    assert (order.ended, order.authority_remark, order.is_unverified) == ("", "", True)
    assert certificate.other_name == Phrase("Bằng khen mẫu", "vi")


def test_regimes_and_revocation_are_shown_as_far_as_they_are_known() -> None:
    index = view(awards.pages(little("vi")), "awards/index.html", AwardIndex)
    assert [row.period for row in index.regimes] == [
        "từ 1-7-2004 đến 31-12-2023",
        "từ 1-1-2024 đến hết năm 2025",
        "từ 2026",
    ]
    assert index.revocation[0].article == "Điều 93 (số điều chưa xác minh)"
    assert [link.target for link in index.contents] == [
        "awards/index.html#category-order",
        "awards/index.html#category-certificate",
        "awards/index.html#regimes",
        "awards/index.html#revocation",
    ]


def test_the_page_of_a_form_says_what_it_is_in_both_languages() -> None:
    page = view(awards.pages(little("vi")), "awards/bang-khen-mau.html", FormPage)
    assert said(page.facts) == {
        "Tên tiếng Anh": ("Sample Certificate",),
        "Gốc của tên tiếng Anh": ("do kho lưu trữ tự dịch",),
        "Cách ghi trong nguồn": ("BK mẫu",),
        "Nhóm": ("Bằng khen",),
        "Đối tượng được khen": ("cá nhân; hộ gia đình",),
        "Hiệu lực": ("từ 1-7-2004 đến 30-6-2025", "Hết cùng cấp huyện."),
        "Thứ tự khi trao": ("không có trong danh sách ở khoản 1 Điều 25 Nghị định 145/2013/NĐ-CP",),
        "Mức tiền thưởng": ("1,5 lần mức lương cơ sở", "Điều 54 Nghị định 98/2023/NĐ-CP"),
    }


def test_powers_are_listed_by_period_and_an_authority_without_one_is_not_left_out() -> None:
    page = view(awards.pages(little("en")), "awards/bang-khen-mau.html", FormPage)
    chair = Link(Phrase("Sample Chair", "en"), "authorities/chu-tich-mau.html")
    assert page.powers == (
        PowerRow(
            chair,
            "1 January 2024 to 30 June 2025",
            Phrase("Luật Mẫu Điều 8", "vi"),
            Evidence("read in the text", "plain"),
            None,
        ),
        PowerRow(
            chair,
            "until 31 December 2023",
            Phrase("Luật Cũ", "vi"),
            Evidence("text not read", "unverified"),
            Phrase("Seen.", "en"),
        ),
        PowerRow(
            Link(Phrase("Sample Director", "en"), "authorities/giam-doc-mau.html"),
            "",
            None,
            Evidence("unverified", "unverified"),
            None,
        ),
    )


def test_an_article_says_whether_it_was_read_or_fixed_by_its_neighbours() -> None:
    page = view(awards.pages(little("en")), "awards/bang-khen-mau.html", FormPage)
    law, number = Phrase("Luật Mẫu", "vi"), [Phrase(article, "vi") for article in "789"]
    assert page.basis == (
        BasisRow(law, number[0], "the form", "this article was read", True),
        BasisRow(law, number[1], "who confers it", "not read, fixed by the articles around it that were", False),
        BasisRow(Phrase("Luật Cũ", "vi"), number[2], "the form", "number from general knowledge, not read", False),
    )
    assert page.doubts == (
        "The form is certain; who confers it is not verified.",
        "Some article numbers were not read, only fixed by the articles around them.",
        "Some article numbers are from general knowledge and were not read.",
        "For some of the powers given, the text was not read.",
    )


def test_award_lines_stand_newest_first_each_with_its_own_scope_and_number() -> None:
    register = view(awards.pages(little("vi", OLD, NEW)), "awards/bang-khen-mau.html", FormPage).register
    assert register.heading == "2 khoản khen trong kho lưu trữ"
    assert register.remark.endswith(" Ngoài ra còn 1 khoản đã bị hủy bỏ, không tính vào số này.")
    assert [
        (entry.ceremony.date, entry.scope, tuple(count.text for count in entry.counts)) for entry in register.entries
    ] == [
        ("2-2023", "đề nghị khen thưởng", ()),
        ("2-2023", "trao tại buổi lễ", ("19 tập thể và cá nhân (tính gộp)",)),
        ("2020", "tính chung cả kỳ", ("hơn 1.598 cá nhân",)),
    ]


def test_an_award_line_names_its_recipients_and_says_that_it_was_annulled() -> None:
    entry = view(awards.pages(little("en", NEW)), "awards/bang-khen-mau.html", FormPage).register.entries[0]
    (named,) = entry.names
    assert (named.name, named.detail.text) == (
        Link(Phrase("Lê Thị Thử", "vi"), "names/le-thi-thu.html"),
        "Hiệu trưởng, Trường Mẫu",
    )
    assert entry.annulment == Phrase("Quyết định 477", "vi")
    assert entry.authority == Link(Phrase("not stated by the source", "en"), None)
    assert (entry.is_inferred, entry.is_proposed, entry.note) == (True, True, Phrase("Paired in order.", "en"))


def test_a_line_that_pools_two_forms_is_on_the_page_of_each() -> None:
    made = little("vi", NEW)
    entries = view(awards.pages(made), "awards/bang-khen-mau.html", FormPage).register.entries
    pooled = next(entry for entry in entries if entry.pooled_with)
    assert (pooled.form.text.text, [form.text.text for form in pooled.pooled_with]) == (
        "Huân chương mẫu hạng Nhất",
        ["Bằng khen mẫu"],
    )
    assert pooled in view(awards.pages(made), "awards/huan-chuong-mau-hang-nhat.html", FormPage).register.entries


def test_a_form_without_lines_says_that_the_archive_has_none() -> None:
    page = view(awards.pages(little("en")), "awards/bang-khen-mau.html", FormPage)
    assert page.missing == "The archive has no award line of this form yet."


def test_a_long_register_has_a_page_for_each_year_and_shows_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_years, "LONGEST_REGISTER", 2)
    pages = list(
        awards.pages(
            little("vi", OLD, NEW, ceremony("undated-mau", "awards: [{form: bang-khen-mau, scope: presented}]"))
        )
    )
    register = view(iter(pages), "awards/bang-khen-mau.html", FormPage).register
    assert register.years == (
        RegisterYear(
            Link(Phrase("2023", "vi"), "awards/bang-khen-mau/2023.html"), "1 khoản, ngoài ra 1 khoản đã bị hủy bỏ"
        ),
        RegisterYear(Link(Phrase("2020", "vi"), "awards/bang-khen-mau/2020.html"), "1 khoản"),
        RegisterYear(Link(Phrase("Chưa rõ năm", "vi"), "awards/bang-khen-mau/undated.html"), "1 khoản"),
    )
    assert [entry.ceremony.date for entry in register.entries] == ["2-2023", "2-2023"]
    assert [page.path for page in pages if page.template == "pages/award_register_year.html"] == [
        "awards/bang-khen-mau/2023.html",
        "awards/bang-khen-mau/2020.html",
        "awards/bang-khen-mau/undated.html",
    ]


def test_a_page_knows_the_records_that_it_is_made_from() -> None:
    page = next(page for page in awards.pages(little("vi", OLD, NEW)) if page.path == "awards/bang-khen-mau.html")
    assert page.records == ("2020-mau", "2023-02-mau")


def test_a_page_changed_when_a_record_that_it_shows_was_last_corrected() -> None:
    corrected = replace(OLD, changes=ceremony("2020-mau", "changes: [{date: '2024-03', reason: Sửa.}]").changes)
    page = next(page for page in awards.pages(little("vi", corrected)) if page.path == "awards/bang-khen-mau.html")
    assert str(page.modified) == "2024-03"
