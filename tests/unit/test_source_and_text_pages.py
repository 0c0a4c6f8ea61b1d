"""The page of sources, the pages of text, and the page for what is not found."""

from ceremony_archive.model.ceremony import Story
from ceremony_archive.model.site import SiteText
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages import sources, texts
from ceremony_archive.pages.page import Link, Phrase
from ceremony_archive.pages.sources import CoverageRow, SourceEntry, SourcePage
from ceremony_archive.pages.texts import NotFoundPage, TextPage
from tests.unit.little_archive import ceremony
from tests.unit.little_vocabularies import little, view

SOURCED = ceremony(
    "2023-02-mau",
    """
    date: "2023-02"
    sources:
      - {id: bao, publisher: Báo Mẫu, url: "https://bao.example/1", published: "2023-02-03", coverage: truncated,
         archived: {url: "https://luu.example/1", captured: "2024-05-06"}}
      - {id: daily, publisher: Sample Daily, title: Awards given, published: "2023-02", language: en, coverage: full}
    """,
)


def test_sources_stand_by_publisher_with_the_ceremony_that_each_supports() -> None:
    page = view(sources.pages(little("en", SOURCED)), "sources.html", SourcePage)
    supported = Link(Phrase("Sample ceremony", "en"), "ceremonies/2023-02-mau.html")
    assert [(group.name.text, group.anchor, group.count) for group in page.publishers] == [
        ("Báo Mẫu", "bao-mau", "1 report"),
        ("Sample Daily", "sample-daily", "1 report"),
    ]
    assert [group.entries for group in page.publishers] == [
        (
            SourceEntry(
                title=Phrase("Report of 3 February 2023, headline not known", "en"),
                author=None,
                url="https://bao.example/1",
                published="",
                machine_published="",
                coverage="read only in part",
                is_partial=True,
                language="Vietnamese",
                ceremony=supported,
                copy_url="https://luu.example/1",
                copy_label="Archived copy, 6 May 2024",
            ),
        ),
        (
            SourceEntry(
                title=Phrase("Awards given", "en"),
                author=None,
                url="",
                published="February 2023",
                machine_published="2023-02",
                coverage="read in full",
                is_partial=False,
                language="English",
                ceremony=supported,
                copy_url="",
                copy_label="",
            ),
        ),
    ]
    assert page.coverage == (CoverageRow("read in full", "1"), CoverageRow("read only in part", "1"))


def test_publishers_whose_names_share_an_anchor_are_one_group() -> None:
    spelt = [
        ceremony(f"20{year}-mau", f"sources: [{{id: bao, publisher: {name}, coverage: full}}]")
        for year, name in (("20", "Báo Mẫu"), ("21", "Bao Mau"))
    ]
    (group,) = view(sources.pages(little("vi", *spelt)), "sources.html", SourcePage).publishers
    assert (group.name.text, [other.text for other in group.other_spellings], len(group.entries)) == (
        "Bao Mau",
        ["Báo Mẫu"],
        2,
    )


ABOUT = SiteText(
    id="about",
    title=Bilingual(vi="Giới thiệu", en="About"),
    summary=Bilingual(vi="Kho này là gì."),
    story=Story(vi="<p>Đây là kho mẫu.</p>"),
)


def test_a_text_without_english_is_shown_in_vietnamese_and_marked_so() -> None:
    page = view(texts.pages(little("en", written=(ABOUT,))), "about.html", TextPage)
    assert page == TextPage(
        title=Phrase("About", "en"),
        lead=Phrase("Kho này là gì.", "vi"),
        html="<p>Đây là kho mẫu.</p>",
        language="vi",
        others=(Link(Phrase("Corrections and removals", "en"), "corrections.html"),),
    )


def test_the_page_for_what_is_not_found_is_kept_from_search_engines_and_leads_back() -> None:
    (page,) = texts.pages(little("en"))
    assert (page.address, page.is_indexed) == ("en/404.html", False)
    assert isinstance(page.data, NotFoundPage)
    assert [way.link.target for way in page.data.ways_in] == [
        "index.html",
        "ceremonies/index.html",
        "places/index.html",
        "names/index.html",
        "awards/index.html",
        "years/index.html",
        "sources.html",
    ]
