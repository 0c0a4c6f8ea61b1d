"""What leaves the page of a ceremony: its HTML, its data for machines, how it is cited."""

import re

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Mention, Person
from ceremony_archive.model.values import Bilingual, Language
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.ceremony_sources import CitationItem
from ceremony_archive.pages.page import Phrase
from tests.unit.little_archive import SITE, THEME, TWO_SOURCES, ceremony, page_of, strings, view_of


def test_the_citation_is_in_both_languages_and_has_no_day_of_access() -> None:
    view = view_of(
        ceremony("2020-mau", "{date: '2020', changes: [{date: '2024-03-01', reason: Sửa tên.}]}"), language="en"
    )
    assert view.citations == (
        CitationItem(
            label="English",
            text=Phrase(
                "The Editors. “Sample ceremony”. Sample Archive, record 2020-mau, corrected 1 March 2024. "
                "https://archive.example/en/ceremonies/2020-mau.html",
                "en",
            ),
        ),
        CitationItem(
            label="Vietnamese",
            text=Phrase(
                "Ban biên tập. “Lễ mẫu”. Kho mẫu, hồ sơ 2020-mau, đính chính ngày 1-3-2024. "
                "https://archive.example/ceremonies/2020-mau.html",
                "vi",
            ),
        ),
    )


def test_an_error_is_reported_with_the_id_of_the_record() -> None:
    view = view_of(ceremony("2020-mau", "date: '2020'"), language="en")
    assert view.report == "mailto:editors@archive.example?subject=Error%20in%20record%202020-mau"


def test_the_event_is_described_as_precisely_as_it_is_known_and_nobody_unverified_with_it() -> None:
    record = ceremony(
        "2020-05-mau",
        """
        date: "2020-05"
        venue: Hội trường
        awards: [{form: bang-khen-tinh, scope: presented, recipients: [{name: Lê Thị Thử, kind: individual}]}]
        """,
    )
    assert page_of(record, language="en").json_ld == (
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "identifier": "2020-05-mau",
            "url": "ceremonies/2020-05-mau.html",
            "name": "Sample ceremony",
            "description": "Summary of the sample.",
            "startDate": "2020-05",
            "location": {
                "@type": "Place",
                "name": "Hội trường",
                "containedInPlace": {
                    "@type": "AdministrativeArea",
                    "name": "An Phú Town",
                    "url": "places/mau-thi-xa-an-phu.html",
                    "containedInPlace": {
                        "@type": "AdministrativeArea",
                        "name": "Mẫu Province",
                        "url": "places/tinh-mau.html",
                    },
                },
            },
            "subjectOf": [
                {
                    "@type": "CreativeWork",
                    "name": "Báo Mẫu",
                    "publisher": {"@type": "Organization", "name": "Báo Mẫu"},
                    "inLanguage": "vi",
                }
            ],
        },
    )


def test_a_verified_person_is_described_with_the_awards_that_stand() -> None:
    recipients = "recipients: [{name: Lê Thị Thử, kind: individual}]"
    record = ceremony(
        "2020-mau",
        f"""
        date: "2020"
        awards:
          - {{form: bang-khen-tinh, scope: presented, {recipients}}}
          - {{form: bang-khen-thu-tuong, scope: proposed, {recipients}}}
          - {{form: huan-chuong-lao-dong-hang-ba, scope: presented, certainty: inferred, {recipients}}}
          - {{form: giay-khen-huyen, scope: presented, status: annulled, {recipients}}}
        """,
    )
    mention = Mention(ceremony="2020-mau", name="Lê Thị Thử", evidence=Bilingual(vi="Chứng cứ"))
    page = page_of(record, people=(Person(id="per-0002", name="Lê Thị Thử", mentions=(mention,)),))
    assert page.json_ld[1:] == (
        {
            "@context": "https://schema.org",
            "@type": "Person",
            "name": "Lê Thị Thử",
            "url": "people/per-0002.html",
            "award": ["Bằng khen của Chủ tịch UBND tỉnh, thành phố (2020)"],
        },
    )


def test_the_description_fits_a_search_result() -> None:
    record = ceremony("2020-mau", "{date: '2020', summary: {vi: " + "Một buổi lễ rất dài được tả kỹ " * 9 + "}}")
    description = page_of(record).description
    assert description == (
        "Lễ khen thưởng tại thị xã An Phú (năm 2020). Một buổi lễ rất dài được tả kỹ Một buổi lễ rất dài được tả kỹ "
        "Một buổi lễ rất dài được tả kỹ Một buổi lễ rất dài…"
    )
    assert len(description) <= 160


def rendered(record: Ceremony, language: Language = "vi") -> str:
    renderer = Renderer(THEME, SITE, strings()[language], "0", None)
    return renderer.render(page_of(record, language=language)).decode()


def test_nothing_empty_is_shown() -> None:
    html = rendered(ceremony("2020-mau", "date: '2020'"))
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", html) == [
        "Diễn biến",
        "Độ tin cậy của hồ sơ",
        "Trích dẫn và báo sai sót",
        "Nguồn tư liệu",
    ]
    assert re.findall(r"<(p|ul|ol|dl|dd|li)\b[^>]*>\s*</\1>", html) == []


def test_a_full_record_has_every_section_and_each_mark_leads_to_a_source() -> None:
    record = ceremony(
        "2020-01-02-mau",
        TWO_SOURCES
        + """
awards: [{form: bang-khen-tinh, scope: presented, counts: {individuals: 1}, source: bao}]
metrics: [{metric: thu-ngan-sach, as_printed: 3 tỷ đồng, value: "3", unit: billion-dong, source: bao}]
themes: [{name: Thi đua <b>, kind: movement, source: bao}]
changes: [{date: "2021", reason: Sửa tên.}]
""",
    )
    html = rendered(record, "en")
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>", html) == [
        "What happened",
        "Awards",
        "Who took part",
        "Figures reported",
        "Movements and themes",
        "How far to rely on this record",
        "Corrections made",
        "Citing and reporting errors",
        "Sources",
    ]
    assert set(re.findall(r'href="#(source-\d+)"', html)) == set(re.findall(r'id="(source-\d+)"', html))
    assert "Thi đua &lt;b&gt;" in html


def test_a_source_links_to_its_archived_copy_too() -> None:
    record = ceremony(
        "2020-mau",
        """
        date: "2020"
        sources:
          - id: bao
            publisher: Báo Mẫu
            coverage: full
            url: https://bao.example/1
            archived: {url: "https://kept.example/1", captured: "2024-01-02"}
        """,
    )
    assert (
        '<a class="link" rel="noopener external" href="https://bao.example/1" data-originalurl="https://bao.example/1"'
        ' data-versionurl="https://kept.example/1" data-versiondate="2024-01-02">Đọc bài trên Báo Mẫu</a>'
    ) in rendered(record)
