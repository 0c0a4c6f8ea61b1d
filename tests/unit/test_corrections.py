"""The public log: what changed, what was annulled, what went, what is withheld; newest first, a page a year."""

from dataclasses import replace
from typing import get_args

import pytest

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.register import Degree, Redaction, Redirect, RedirectRegister, Withdrawal
from ceremony_archive.model.values import Bilingual, Language, PartialDate
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages import corrections
from ceremony_archive.pages.addresses import page_addresses
from ceremony_archive.pages.corrections import CorrectionsPage, LogPart
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from tests.unit.little_archive import SITE, THEME, ceremony, context, strings, view_of

CORRECTED = ceremony(
    "2020-mau",
    """
    date: '2020'
    title: {vi: Lễ năm 2020, en: Ceremony of 2020}
    changes:
      - {date: '2024-03-01', reason: {vi: Sửa tên., en: A name was corrected.}}
      - {date: '2024-04', reason: {vi: Thêm nguồn.}}
      - {date: '2022-05-06', reason: {vi: Sửa ngày.}}
    """,
)
ANNULLED = ceremony(
    "2021-mau",
    """
    date: '2021'
    awards:
      - {form: giay-khen-huyen, scope: presented, counts: {individuals: 3}}
      - form: bang-khen-tinh
        scope: presented
        status: annulled
        annulment: {decision: 12/QĐ, date: '2022-01', note: {vi: Kê khai sai.}}
        recipients: [{name: Lê Thị Thử, kind: individual, honorific: bà, role: Hiệu trưởng}]
      - {form: bang-khen-tinh, scope: presented, status: annulled, counts: {organizations: 4}}
      - {form: bang-khen-tinh, scope: presented, status: annulled, counts: {organizations: 4}}
    """,
)
REDIRECTS = RedirectRegister(
    redirects=(
        Redirect(
            address="ceremonies/2020-cu.html",
            to="ceremonies/2020-mau.html",
            date=PartialDate(2023, 2, 1),
            reason=Bilingual(vi="Gộp hai hồ sơ.", en="Two records were merged."),
        ),
    ),
    withdrawals=(
        Withdrawal(
            addresses=("names/ai-do.html", "data/cu.csv"), date=PartialDate(2023, 3, 1), reason=Bilingual(vi="Lý do.")
        ),
        Withdrawal(
            addresses=("ceremonies/2019-mau.html",),
            title=Bilingual(vi="Lễ năm 2019", en="Ceremony of 2019"),
            date=PartialDate(2023, 1, 1),
            reason=Bilingual(vi="Trùng."),
        ),
    ),
)
REDACTIONS = tuple(
    Redaction(
        id=f"an-{degree}",
        record="2020-mau",
        field="officials[1].name",
        degree=degree,
        date=PartialDate(2022, month),
        reason=Bilingual(vi="Theo yêu cầu."),
        check="0123456789abcdef",
    )
    for month, degree in enumerate(get_args(Degree), start=1)
)


def logged(language: Language, *records: Ceremony, redirects: RedirectRegister = REDIRECTS) -> Context:
    made = context(language, *records)
    return replace(made, archive=replace(made.archive, redirects=redirects, redactions=REDACTIONS))


def pages(language: Language = "vi") -> dict[str, Page]:
    return {page.path: page for page in corrections.pages(logged(language, CORRECTED, ANNULLED))}


def data(page: Page) -> CorrectionsPage:
    assert isinstance(page.data, CorrectionsPage)
    return page.data


def part(page: Page, anchor: str) -> LogPart:
    return next(part for part in data(page).parts if part.anchor == anchor)


def test_corrections_stand_newest_first_by_year_each_with_its_record_and_reason() -> None:
    shown = part(pages("en")["corrections.html"], "corrections")
    record = Link(Phrase("Ceremony of 2020", "en"), "ceremonies/2020-mau.html#changes")
    assert [
        (year.year.target, [(e.date, e.subject, e.reason) for e in year.entries]) for year in shown.years if year.year
    ] == [
        (
            "corrections/2024.html",
            [
                ("April 2024", record, Phrase("Thêm nguồn.", "vi")),
                ("1 March 2024", record, Phrase("A name was corrected.", "en")),
            ],
        ),
        ("corrections/2022.html", [("6 May 2022", record, Phrase("Sửa ngày.", "vi"))]),
    ]


def test_an_annulled_award_is_shown_as_on_its_record_and_leads_to_its_line() -> None:
    dated, *others = (e for y in part(pages()["corrections.html"], "annulled").years for e in y.entries)
    assert (dated.date, dated.about) == ("1-2022", Link(Phrase("Lễ mẫu", "vi"), "ceremonies/2021-mau.html#award-2"))
    assert dated.subject is not None
    assert dated.subject.target == "awards/bang-khen-tinh.html"
    assert [(r.name, r.honorific, r.role) for r in dated.recipients] == [
        (Link(Phrase("Lê Thị Thử", "vi"), "names/le-thi-thu.html"), Phrase("bà", "vi"), Phrase("Hiệu trưởng", "vi"))
    ]
    assert (dated.decision, dated.reason) == (Phrase("12/QĐ", "vi"), Phrase("Kê khai sai.", "vi"))
    assert [(e.date, e.decision, e.about and e.about.target, [c.text for c in e.counts]) for e in others] == [
        ("Chưa rõ ngày", None, f"ceremonies/2021-mau.html#award-{place}", ["4 tập thể"]) for place in (3, 4)
    ]


def test_addresses_that_went_are_listed_with_where_they_lead_or_why_not() -> None:
    entries = [e for y in part(pages("en")["corrections.html"], "withdrawn").years for e in y.entries]
    assert [(e.date, e.mark, e.subject, e.addresses, e.now_at, str(e.reason)) for e in entries] == [
        ("1 March 2023", "withdrawn", None, ("en/names/ai-do.html", "data/cu.csv"), None, "Lý do."),
        (
            "1 February 2023",
            "moved",
            None,
            ("en/ceremonies/2020-cu.html",),
            Link(Phrase("en/ceremonies/2020-mau.html", "en"), "ceremonies/2020-mau.html"),
            "Two records were merged.",
        ),
        (
            "1 January 2023",
            "withdrawn",
            Link(Phrase("Ceremony of 2019", "en")),
            ("en/ceremonies/2019-mau.html",),
            None,
            "Trùng.",
        ),
    ]


def test_the_log_of_what_is_withheld_says_how_far_and_never_what() -> None:
    entries = [e for y in part(pages()["corrections.html"], "withheld").years for e in y.entries]
    assert [(e.date, e.mark, e.subject, str(e.reason)) for e in entries] == [
        (date, mark, Link(Phrase("Lễ năm 2020", "vi"), "ceremonies/2020-mau.html"), "Theo yêu cầu.")
        for date, mark in (
            ("3-2022", "ẩn khỏi công cụ tìm kiếm"),
            ("2-2022", "chỉ để chữ cái đầu"),
            ("1-2022", "gỡ hẳn"),
        )
    ]
    html = rendered(pages()["corrections.html"])
    assert "Theo yêu cầu." in html
    assert not any(hidden in html for hidden in ("officials", "0123456789abcdef", "an-removed"))


def test_what_is_withheld_of_a_record_that_went_stays_in_the_log() -> None:
    (page, *_) = corrections.pages(logged("vi", ANNULLED))
    entries = [e for y in part(page, "withheld").years for e in y.entries]
    assert {e.subject for e in entries} == {Link(Phrase("2020-mau", "vi"))}


def test_every_year_has_its_page_from_the_first_entry_on() -> None:
    made = pages()
    years = ["corrections/2024.html", "corrections/2023.html", "corrections/2022.html", "corrections/undated.html"]
    assert list(made) == ["corrections.html", *years]
    assert [[part.anchor for part in data(made[path]).parts] for path in years] == [
        ["corrections"],
        ["withdrawn"],
        ["corrections", "annulled", "withheld"],
        ["annulled"],
    ]
    assert [(item.link.target, item.detail) for item in data(made["corrections/2022.html"]).years] == [
        (path, f"{count} mục") for path, count in zip(years, (2, 3, 5, 2), strict=True)
    ]
    assert made["corrections/2022.html"].title == "Đính chính và gỡ bỏ năm 2022"


def test_the_addresses_of_the_log_are_known_without_making_its_pages() -> None:
    known = page_addresses(logged("vi", CORRECTED, ANNULLED).archive)
    assert {path: known.get(path) for path in pages()} == {
        "corrections.html": "site.yaml",
        "corrections/2024.html": "2020-mau",
        "corrections/2023.html": "registers/redirects.yaml",
        "corrections/2022.html": "2020-mau",
        "corrections/undated.html": "2021-mau",
    }
    assert {path for path in known if path.startswith("corrections")} == set(pages())


def test_without_entries_each_part_says_so() -> None:
    (page,) = corrections.pages(context("vi"))
    assert [(part.anchor, part.missing) for part in data(page).parts] == [
        ("corrections", "Chưa có đính chính nào."),
        ("annulled", "Trong các hồ sơ chưa có khen thưởng nào bị hủy bỏ."),
        ("withdrawn", "Chưa có trang nào bị rút hay chuyển địa chỉ."),
        ("withheld", "Chưa có thông tin nào được ẩn hay gỡ theo yêu cầu."),
    ]
    assert (page.modified, page.records) == (None, ())


def test_a_long_part_shows_the_newest_and_leads_to_the_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrections, "NEWEST", 2)
    made = pages()
    shown = part(made["corrections.html"], "corrections")
    assert [entry.date for year in shown.years for entry in year.entries] == ["4-2024", "1-3-2024"]
    assert shown.rest == "Trên đây là 2 mục mới nhất; những mục cũ hơn có trong trang của từng năm."
    assert [e.date for year in part(made["corrections/2022.html"], "corrections").years for e in year.entries] == [
        "6-5-2022"
    ]


def test_a_page_of_the_log_knows_its_records_and_its_last_change() -> None:
    page = pages()["corrections.html"]
    assert (page.records, str(page.modified)) == (("2020-mau", "2021-mau"), "2024-04")


def test_a_record_with_an_annulled_award_says_so_near_its_top_and_leads_to_the_award() -> None:
    shown = view_of(ANNULLED, language="en")
    assert [(item.award.target, item.decision, item.date) for item in shown.annulled] == [
        ("#award-2", Phrase("12/QĐ", "vi"), "January 2022"),
        ("#award-3", None, ""),
        ("#award-4", None, ""),
    ]
    lines = [line for scope in shown.awards for group in scope.groups for line in group.lines]
    assert [line.anchor for line in lines] == ["award-2", "award-3", "award-4", ""]
    assert view_of(CORRECTED).annulled == ()


def rendered(page: Page) -> str:
    return Renderer(THEME, SITE, strings()[page.language], "", None).render(page).decode()
