"""The pages of authorities, metrics and movements: what each is, how far it is known, where records name it."""

import pytest

from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages import authorities, awards, metrics, movements, sources
from ceremony_archive.pages.authorities import AmbiguousRow, AuthorityIndex, AuthorityPage
from ceremony_archive.pages.metrics import MetricPage
from ceremony_archive.pages.movements import LaunchItem, MovementPage, PhaseRow
from ceremony_archive.pages.page import Link, Phrase
from ceremony_archive.pages.vocabulary_words import Evidence
from tests.unit.little_archive import SITE, THEME, ceremony, context, said, strings
from tests.unit.little_vocabularies import little, view

AWARDED = ceremony(
    "2020-mau",
    """
    date: "2020"
    awards: [{form: bang-khen-mau, conferred_by: chu-tich-mau, scope: presented, counts: {individuals: "12"}}]
    """,
)


def test_authorities_stand_by_level_with_their_lines_and_their_end() -> None:
    index = view(authorities.pages(little("en", AWARDED)), "authorities/index.html", AuthorityIndex)
    shown = [
        (level.name, [(row.authority.text.text, row.lines.number, row.ended) for row in level.authorities])
        for level in index.levels
    ]
    assert shown == [
        ("District", [("Sample Chair", "1", "until 30 June 2025")]),
        ("Agencies and units", [("Sample Director", "0", ""), ("Director", "0", "")]),
    ]
    assert index.ambiguous == (
        AmbiguousRow(
            Phrase("UBND mẫu", "vi"),
            (
                Link(Phrase("Sample Chair", "en"), "authorities/chu-tich-mau.html"),
                Link(Phrase("Sample Director", "en"), "authorities/giam-doc-mau.html"),
            ),
            Phrase("Decide by place.", "en"),
        ),
    )


def test_the_page_of_an_authority_has_its_names_its_end_and_who_followed() -> None:
    page = view(authorities.pages(little("vi")), "authorities/chu-tich-mau.html", AuthorityPage)
    assert said(page.facts) == {
        "Tên tiếng Anh": ("Sample Chair",),
        "Cấp": ("Cấp huyện",),
        "Cách ghi trong nguồn": ("CT mẫu", "Chủ tịch huyện"),
        "Nơi cụ thể gặp trong nguồn": ("UBND huyện Mẫu",),
        "Kết thúc": ("đến 30-6-2025",),
        "Cấp kế tục": ("Giám đốc mẫu",),
    }


def test_a_power_says_how_it_is_known() -> None:
    page = view(authorities.pages(little("en")), "authorities/chu-tich-mau.html", AuthorityPage)
    assert [(power.period, power.evidence.words) for power in page.powers] == [
        ("1 January 2024 to 30 June 2025", "read in the text"),
        ("until 31 December 2023", "text not read"),
        ("Period not known", "seen in practice, in reports"),
    ]


def test_a_single_body_leads_to_the_powers_of_its_kind_and_a_kind_to_its_bodies() -> None:
    pages = list(authorities.pages(little("en")))
    body = view(iter(pages), "authorities/giam-doc-so.html", AuthorityPage)
    assert body.kind == Link(Phrase("Sample Director", "en"), "authorities/giam-doc-mau.html")
    kind = view(iter(pages), "authorities/giam-doc-mau.html", AuthorityPage)
    assert said(kind.facts)["Single bodies of this kind"] == ("Director",)
    assert kind.doubt == "This entry rests on general knowledge and was not verified on a public page."


FIGURES = ceremony(
    "2023-02-mau",
    """
    date: "2023-02"
    metrics:
      - {metric: thu-mau, as_printed: "hơn 1,6 tỷ đồng", value: "1.6", unit: billion, approximation: [over]}
      - {metric: thu-mau, as_printed: "141,71%", value: "141.71", unit: percent-of-plan, base: kế hoạch, period: "2022"}
    """,
)
OLDER_FIGURE = ceremony(
    "2020-mau",
    """
    date: "2020"
    metrics: [{metric: thu-mau, as_printed: "89%", value: "89", unit: percent-of-plan}]
    """,
)


def test_figures_stand_apart_by_unit_and_keep_what_was_printed() -> None:
    page = view(metrics.pages(little("vi", OLDER_FIGURE, FIGURES)), "metrics/thu-mau.html", MetricPage)
    shown = [
        (group.unit.text, [(row.ceremony.date, row.figure.value.text, row.figure.printed.text) for row in group.rows])
        for group in page.groups
    ]
    assert shown == [
        ("phần trăm kế hoạch", [("2-2023", "141,71", "141,71%"), ("2020", "89", "89%")]),
        ("tỷ đồng", [("2-2023", "hơn 1,6", "hơn 1,6 tỷ đồng")]),
    ]


def test_a_metric_says_what_its_percent_means_and_what_was_not_looked_up() -> None:
    page = view(metrics.pages(little("en")), "metrics/thu-mau.html", MetricPage)
    assert page.lead == "The ratio to a base of 100: 141% is 41% above the base, not growth of 141%."
    assert said(page.facts) == {
        "Vietnamese name": ("Thu mẫu",),
        "Kind of figure": ("ratio to a base",),
        "Units": ("percent of the plan",),
        "Bases met in reports": ("reports name none",),
        "Direction": ("higher is taken as better",),
    }
    assert page.doubts == ("The statistical definition was not looked up; the meaning here is that of the reports.",)


def test_a_metric_is_a_data_set_only_when_the_archive_has_figures_of_it() -> None:
    without = next(page for page in metrics.pages(little("en")) if page.path == "metrics/thu-mau.html")
    page = next(
        page for page in metrics.pages(little("en", OLDER_FIGURE, FIGURES)) if page.path == "metrics/thu-mau.html"
    )
    assert without.json_ld == ()
    assert page.json_ld == (
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": "Sample revenue",
            "description": page.description,
            "url": "metrics/thu-mau.html",
            "inLanguage": "en",
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "creator": {"@type": "Organization", "name": "The Editors"},
            "variableMeasured": [
                {"@type": "PropertyValue", "name": "Sample revenue", "unitText": "percent of the plan"}
            ],
            "temporalCoverage": "2020/2023",
        },
    )


NAMING = ceremony(
    "2023-02-mau",
    """
    date: "2023-02"
    movements: [phong-trao-mau]
    themes:
      - {name: Thi đua mẫu năm 2023, kind: movement, movement: phong-trao-mau}
      - {name: Thi đua mẫu năm 2023, kind: launch, movement: phong-trao-mau}
    """,
)


def test_a_movement_says_when_it_began_as_far_as_that_is_known() -> None:
    page = view(movements.pages(little("vi")), "movements/phong-trao-mau.html", MovementPage)
    assert page.launch == LaunchItem(
        "trong khoảng 2016 – 2020",
        None,
        Evidence("chỉ có bản chép kém", "unverified", "https://www.bao.example/1", "đọc tại bao.example"),
    )
    assert page.phases == (
        PhaseRow("từ 2016 đến hết năm 2020", Phrase("Thi đua cũ", "vi"), None, None, Evidence("đã xác minh", "plain")),
        PhaseRow(
            "Chưa rõ ngày",
            None,
            Phrase("Chỉ thị 5", "vi"),
            Phrase("trang khác ghi 2021", "vi"),
            Evidence("chưa xác minh", "unverified"),
        ),
    )
    assert (page.doubt, page.missing) == (
        "Tên này chưa được thấy trên một trang công khai.",
        "Chưa có buổi lễ nào trong kho nhắc đến phong trào này.",
    )


def test_a_ceremony_that_names_a_movement_shows_each_printed_name_once() -> None:
    page = view(movements.pages(little("en", NAMING)), "movements/phong-trao-mau.html", MovementPage)
    assert page.heading == "1 ceremony that names it"
    assert [(item.ceremony.date, item.printed) for item in page.ceremonies] == [
        ("February 2023", (Phrase("Thi đua mẫu năm 2023", "vi"),))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_renders_with_one_first_heading_and_a_description_that_fits(language: Language) -> None:
    made = little(language, AWARDED, FIGURES, NAMING)
    renderer = Renderer(THEME, SITE, strings()[language], "", None)
    for kind in (awards, authorities, metrics, movements, sources):
        for page in kind.pages(made):
            html = renderer.render(page).decode()
            assert html.count("<h1") == 1, page.path
            assert 50 <= len(page.description) <= 160, page.description


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_real_vocabularies_has_a_page_with_a_description_of_its_own(language: Language) -> None:
    made = context(language)
    listed = made.archive.vocabularies
    pages = [page for kind in (awards, authorities, metrics, movements) for page in kind.pages(made)]
    entries = len(listed.forms) + len(listed.authorities) + len(listed.metrics) + len(listed.movements)
    assert len({page.path for page in pages}) == entries + 4
    assert len({page.description for page in pages}) == len(pages)
    assert [page.description for page in pages if not 50 <= len(page.description) <= 160] == []
