"""What machines read: the feeds, the sitemap, robots.txt. All of it well-formed and without a clock."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from xml.etree import ElementTree

import pytest

from ceremony_archive.exports import feed, records, robots, sitemap, tables
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.values import LANGUAGES
from ceremony_archive.pages import ceremony as ceremony_pages
from ceremony_archive.pages import texts
from ceremony_archive.pages.page import Page
from tests.unit.little_archive import archive, ceremony, context, strings

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def pages_of(*records: Ceremony) -> tuple[Page, ...]:
    contexts = [context(language, *records) for language in LANGUAGES]
    return tuple(chain.from_iterable((*ceremony_pages.pages(each), *texts.pages(each)) for each in contexts))


def feeds_of(*records: Ceremony, pages: tuple[Page, ...] | None = None) -> dict[str, ElementTree.Element]:
    files = feed.files(archive(*records), pages_of(*records) if pages is None else pages, strings())
    return {file.path: ElementTree.fromstring(file.content) for file in files}


def text(element: ElementTree.Element, path: str) -> str | None:
    return element.findtext(path)


MARCH = ceremony(
    "2020-03-mau", "date: '2020-03'\nsources: [{id: bao, publisher: Báo, coverage: full, published: '2020-04-05'}]"
)
UNDATED = ceremony("undated-mau")


def test_the_feed_of_each_language_names_itself_its_page_and_its_newest_change() -> None:
    feeds = feeds_of(MARCH)
    assert sorted(feeds) == ["feeds/ceremonies.atom", "feeds/ceremonies.en.atom"]
    english = feeds["feeds/ceremonies.en.atom"]
    assert [(link.get("rel"), link.get("href")) for link in english.findall(f"{ATOM}link")] == [
        ("alternate", "https://archive.example/en/index.html"),
        ("self", "https://archive.example/feeds/ceremonies.en.atom"),
    ]
    assert [text(english, f"{ATOM}{name}") for name in ("title", "id", "updated")] == [
        "Sample Archive: newest ceremonies",
        "https://archive.example/feeds/ceremonies.en.atom",
        "2020-04-05T00:00:00+00:00",
    ]


def test_an_entry_is_in_the_language_of_its_feed_under_the_address_of_its_page() -> None:
    entries = {path: root.find(f"{ATOM}entry") for path, root in feeds_of(MARCH).items()}
    shown = {
        path: [text(entry, f"{ATOM}{name}") for name in ("id", "title", "summary", "updated")]
        for path, entry in entries.items()
        if entry is not None
    }
    assert shown == {
        "feeds/ceremonies.atom": [
            "https://archive.example/ceremonies/2020-03-mau.html",
            "Lễ mẫu",
            "Tóm tắt lễ mẫu.",
            "2020-04-05T00:00:00+00:00",
        ],
        "feeds/ceremonies.en.atom": [
            "https://archive.example/en/ceremonies/2020-03-mau.html",
            "Sample ceremony",
            "Summary of the sample.",
            "2020-04-05T00:00:00+00:00",
        ],
    }


def test_a_record_was_updated_when_it_was_last_corrected() -> None:
    corrected = replace(
        MARCH,
        changes=ceremony("x-1", "changes: [{date: '2024', reason: Một.}, {date: '2023-05-06', reason: Hai.}]").changes,
    )
    assert feed.updated(corrected) == datetime(2024, 1, 1, tzinfo=UTC)


def test_without_a_correction_the_newest_date_of_source_or_ceremony_counts() -> None:
    late = ceremony(
        "2021-05-06-mau", "date: '2021-05-06'\nsources: [{id: b, publisher: B, coverage: full, published: '2021'}]"
    )
    assert [feed.updated(record) for record in (MARCH, late, UNDATED)] == [
        datetime(2020, 4, 5, tzinfo=UTC),
        datetime(2021, 5, 6, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
    ]


def test_a_feed_without_a_date_or_an_entry_does_not_ask_the_clock() -> None:
    dates = [text(root, f"{ATOM}updated") for records in ((), (UNDATED,)) for root in feeds_of(*records).values()]
    assert dates == ["1970-01-01T00:00:00+00:00"] * 4


def test_the_feed_holds_the_newest_fifty_newest_first() -> None:
    records = [ceremony(f"{year}-mau", f"date: '{year}'") for year in range(1950, 2002)]
    root = feeds_of(*records)["feeds/ceremonies.atom"]
    shown = [(text(entry, f"{ATOM}id") or "").rpartition("/")[2] for entry in root.findall(f"{ATOM}entry")]
    assert shown == [f"{year}-mau.html" for year in range(2001, 1951, -1)]


def test_a_page_hidden_from_search_engines_is_in_neither_feed_nor_sitemap() -> None:
    hidden = tuple(replace(page, is_indexed=False) if "ceremonies" in page.path else page for page in pages_of(MARCH))
    assert [root.findall(f"{ATOM}entry") for root in feeds_of(MARCH, pages=hidden).values()] == [[], []]
    (file,) = sitemap.files(archive(MARCH), hidden, strings())
    assert b"2020-03-mau" not in file.content


def test_marks_of_markup_in_a_summary_are_words_to_feed_readers() -> None:
    record = ceremony("2020-mau", "summary: {vi: 'Thu <b> 5 & 6'}")
    entry = feeds_of(record)["feeds/ceremonies.atom"].find(f"{ATOM}entry/{ATOM}summary")
    assert entry is not None
    assert (entry.get("type"), entry.text) == ("html", "Thu &lt;b&gt; 5 &amp; 6")


def test_the_sitemap_lists_each_indexed_page_with_its_change_and_its_twin() -> None:
    corrected = replace(MARCH, changes=ceremony("x-1", "changes: [{date: '2024-05', reason: Sửa.}]").changes)
    (file,) = sitemap.files(archive(corrected), pages_of(corrected), strings())
    root = ElementTree.fromstring(file.content)
    twins = [
        ("vi", "https://archive.example/ceremonies/2020-03-mau.html"),
        ("en", "https://archive.example/en/ceremonies/2020-03-mau.html"),
    ]
    assert file.path == "sitemap.xml"
    assert [
        (
            text(url, f"{SITEMAP}loc"),
            text(url, f"{SITEMAP}lastmod"),
            [(link.get("hreflang"), link.get("href")) for link in url.findall(f"{XHTML}link")],
        )
        for url in root
    ] == [(address, "2024-05", twins) for _, address in twins]


def test_a_page_without_a_twin_has_no_alternates_and_without_a_change_no_date() -> None:
    (page, *_) = pages_of(MARCH)
    (file,) = sitemap.files(archive(MARCH), (page,), strings())
    (url,) = ElementTree.fromstring(file.content)
    assert [child.tag for child in url] == [f"{SITEMAP}loc"]


def test_a_sitemap_that_would_be_too_long_is_an_index_of_parts_by_year() -> None:
    records = [ceremony(f"{year}-mau-{number}") for year in (2020, 2021) for number in (1, 2)]
    files = {
        file.path: file.content for file in sitemap.files(archive(*records), pages_of(*records), strings(), longest=4)
    }
    assert sorted(files) == [
        "sitemap.xml",
        "sitemaps/en/ceremonies-2020.xml",
        "sitemaps/en/ceremonies-2021.xml",
        "sitemaps/vi/ceremonies-2020.xml",
        "sitemaps/vi/ceremonies-2021.xml",
    ]
    assert [text(part, f"{SITEMAP}loc") for part in ElementTree.fromstring(files["sitemap.xml"])] == [
        f"https://archive.example/{path}" for path in sorted(files)[1:]
    ]
    part = ElementTree.fromstring(files["sitemaps/en/ceremonies-2020.xml"])
    assert [text(url, f"{SITEMAP}loc") for url in part] == [
        "https://archive.example/en/ceremonies/2020-mau-1.html",
        "https://archive.example/en/ceremonies/2020-mau-2.html",
    ]


def test_robots_may_read_every_page_and_are_told_where_the_sitemap_is() -> None:
    (file,) = robots.files(archive(), (), strings())
    assert (file.path, file.content.decode()) == (
        "robots.txt",
        "User-agent: *\nAllow: /\nDisallow: /data/\n\nSitemap: https://archive.example/sitemap.xml\n",
    )


@pytest.mark.parametrize("export", [feed.files, sitemap.files, robots.files, tables.files, records.files])
def test_the_same_archive_gives_the_same_bytes(export: object) -> None:
    assert callable(export)
    first, second = (list(export(archive(MARCH, UNDATED), pages_of(MARCH, UNDATED), strings())) for _ in range(2))
    assert first == second
