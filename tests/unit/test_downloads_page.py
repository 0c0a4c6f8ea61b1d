"""The page of the downloads: every table with its rows and columns, the advice, the citation, the data set."""

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages import downloads
from ceremony_archive.pages.downloads import ChoiceItem, DownloadsView
from ceremony_archive.pages.page import Page
from ceremony_archive.pages.tables.catalogue import TABLES
from tests.unit.little_archive import SITE, THEME, ceremony, context, page_of, strings

RECORDS = (
    ceremony(
        "2018-mau",
        """
        date: '2018'
        officials: [{name: Trần Văn Mẫu, role: Bí thư, took_part: [attended]}]
        awards:
          - {form: bang-khen-tinh, scope: presented, recipients: [{name: Lê Thị Thử, kind: individual}]}
          - {form: bang-khen-tinh, scope: proposed, counts: {mixed: 12}}
        """,
    ),
    ceremony("2020-05-01-mau", "date: '2020-05-01'\nchanges: [{date: '2021-02-03', reason: Sửa.}]"),
)


def page_and_view(*records: Ceremony, language: Language = "en") -> tuple[Page, DownloadsView]:
    (page,) = downloads.pages(context(language, *records))
    assert isinstance(page.data, DownloadsView)
    return page, page.data


def html_of(page: Page) -> str:
    return Renderer(THEME, SITE, strings()[page.language], "0", None).render(page).decode()


def test_every_table_is_there_with_its_file_and_the_number_of_its_rows() -> None:
    _, view = page_and_view(*RECORDS)
    assert [(item.file, item.rows) for item in view.tables] == [
        ("data/ceremonies.csv", "2"),
        ("data/officials.csv", "1"),
        ("data/awards.csv", "2"),
        ("data/recipients.csv", "1"),
        ("data/metrics.csv", "0"),
        ("data/sources.csv", "2"),
        ("data/changes.csv", "1"),
        ("data/places.csv", "4"),
    ]


def test_every_column_is_explained_and_so_is_every_word_that_may_stand_in_it() -> None:
    for language in LANGUAGES:
        _, view = page_and_view(*RECORDS, language=language)
        shown = [[column.name for column in item.columns] for item in view.tables]
        assert shown == [[column.name for column in table.columns] for table in TABLES]
        assert all(column.meaning and column.kind for item in view.tables for column in item.columns)
    (scope,) = (column for item in view.tables if item.anchor == "awards" for column in item.columns
                if column.name == "scope")  # fmt: skip
    assert scope.choices == (
        ChoiceItem("presented", "presented at the ceremony"),
        ChoiceItem("reported-for-period", "reported for the whole period"),
        ChoiceItem("proposed", "proposed"),
    )


def test_the_page_leads_to_every_file_and_says_how_to_open_it() -> None:
    for language, up, said in (("vi", "", "65001 (UTF-8)"), ("en", "../", "65001 (UTF-8)")):
        page, view = page_and_view(*RECORDS, language=language)  # type: ignore[arg-type]
        html = html_of(page)
        newest = "data/ceremonies/2020-05-01-mau.json"
        for path in (*(table.path for table in TABLES), newest, "data/datapackage.json", "sitemap.xml"):
            assert f'href="{up}{path}"' in html, path
        assert f'href="{up}feeds/ceremonies' in html
        assert said in html
        assert all(f'id="{link.target.removeprefix("#")}"' in html for link in view.contents if link.target)


def test_the_data_are_cited_in_both_languages_that_of_the_page_first() -> None:
    _, view = page_and_view(*RECORDS)
    assert [(item.label, str(item.text), item.text.language) for item in view.citations] == [
        ("English", "The Editors. Sample Archive: data. CC BY 4.0. https://archive.example/en/data.html", "en"),
        ("Vietnamese", "Ban biên tập. Kho mẫu: dữ liệu. CC BY 4.0. https://archive.example/data.html", "vi"),
    ]


def test_the_data_set_is_described_with_its_licence_its_span_and_its_files() -> None:
    page, _ = page_and_view(*RECORDS)
    (data_set,) = page.json_ld
    assert {key: value for key, value in data_set.items() if key != "distribution"} == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Sample Archive",
        "description": (
            "Data on 2 commendation ceremonies of districts in Vietnam, with awards, recipients, figures and sources, "
            "kept as printed."
        ),
        "inLanguage": "en",
        "url": "data.html",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "The Editors", "url": "index.html"},
        "spatialCoverage": {"@type": "Country", "name": "Vietnam"},
        "temporalCoverage": "2018/2020",
    }
    files = data_set["distribution"]
    assert isinstance(files, list)
    assert [file["contentUrl"] for file in files] == [
        *(f"https://archive.example/{table.path}" for table in TABLES),
        "https://archive.example/data/datapackage.json",
    ]
    assert files[0] == {
        "@type": "DataDownload",
        "name": "Ceremonies",
        "encodingFormat": "text/csv",
        "contentUrl": "https://archive.example/data/ceremonies.csv",
    }


def test_an_archive_without_a_record_has_the_page_without_an_example() -> None:
    page, view = page_and_view()
    assert [item.file for item in view.others] == ["data/datapackage.json", "sitemap.xml"]
    assert "temporalCoverage" not in page.json_ld[0]
    assert "data/ceremonies/" not in html_of(page)


def test_a_ceremony_leads_to_its_own_file() -> None:
    for language, link in (("vi", "../data/ceremonies/2018-mau.json"), ("en", "../../data/ceremonies/2018-mau.json")):
        html = html_of(page_of(RECORDS[0], language=language))  # type: ignore[arg-type]
        assert f'href="{link}" type="application/json"' in html
