"""What holds of the whole site of the real content: no dead link, every page within three clicks, readable data."""

import json
import posixpath
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES

ROOT = Path(__file__).parents[1]
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Read(NamedTuple):
    """What a page holds, as a machine reads it."""

    links: list[str]
    assets: list[str]
    ids: list[str]
    json_ld: list[str]
    head: dict[str, str]
    title: str


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Read([], [], [], [], {}, "")
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.page.ids.append(attributes["id"])
        if tag == "a":
            self.page.links.append(attributes["href"])
        if tag in ("img", "script") and "src" in attributes:
            self.page.assets.append(attributes["src"])
        if tag == "link":
            name = f"{attributes['rel']} {attributes.get('hreflang', '')}".strip()
            self.page.head[name] = attributes["href"]
        if tag == "meta":
            self.page.head[attributes.get("name") or attributes.get("property", "")] = attributes.get("content", "")
        self.text = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.page = self.page._replace(title="".join(self.text))
        if tag == "script":
            self.page.json_ld.append("".join(self.text))
        self.text = []


@cache
def archive() -> Archive:
    checked = pipeline.check(ROOT / "content")
    assert checked.archive is not None
    return checked.archive


@cache
def files() -> dict[str, bytes]:
    return {file.path: file.content for file in pipeline.plan(archive(), ROOT / "themes" / "archive")}


@cache
def pages() -> dict[str, Read]:
    return {path: read(content) for path, content in files().items() if path.endswith(".html")}


def read(content: bytes) -> Read:
    reader = _Reader()
    reader.feed(content.decode())
    return reader.page


def inside(path: str, link: str) -> tuple[str, str] | None:
    """Return the address and the anchor that a page's link means, or None when it leads out of the site."""
    link = link.removeprefix(archive().site.url)
    if "://" in link or link.startswith("mailto:"):
        return None
    target, anchor = urldefrag(link.partition("?")[0] if "#" not in link else link)
    if link.startswith("/"):
        return target.lstrip("/"), anchor
    return (posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path), anchor


def targets(path: str) -> Iterator[tuple[str, str]]:
    for link in pages()[path].links:
        found = inside(path, link)
        if found is not None:
            yield found


def moved() -> set[str]:
    """Return the addresses whose pages lead on to others: no page leads to them."""
    addresses = [redirect.address for redirect in archive().redirects.redirects]
    return {*addresses, *(f"en/{address}" for address in addresses)}


def withdrawn() -> set[str]:
    """Return the addresses whose content was withdrawn: no page leads to them either."""
    addresses = [address for entry in archive().redirects.withdrawals for address in entry.addresses]
    return {*addresses, *(f"en/{address}" for address in addresses)}


def test_no_link_and_no_anchor_is_dead() -> None:
    dead = [
        (path, target, anchor)
        for path in pages()
        for target, anchor in targets(path)
        if target not in files() or (anchor and anchor not in pages()[target].ids)
    ]
    assert dead == []


def test_every_file_that_a_page_needs_is_there() -> None:
    for path, page in pages().items():
        for asset in (*page.assets, page.head["stylesheet"], page.head["icon"], page.head["alternate"]):
            found = inside(path, asset)
            assert found is not None
            assert found[0] in files(), (path, asset)


@pytest.mark.parametrize("home", ["index.html", "en/index.html"])
def test_every_page_is_three_clicks_from_home_at_most(home: str) -> None:
    reached, edge = {home}, {home}
    for _ in range(3):
        edge = {target for path in edge for target, _ in targets(path) if target in pages()} - reached
        reached |= edge
    language = "en/" if home.startswith("en/") else ""
    own = {path for path in pages() if path.startswith("en/") == bool(language) and not path.endswith("404.html")}
    assert sorted(own - reached - moved() - withdrawn()) == []


def test_ids_are_unique_on_each_page() -> None:
    for path, page in pages().items():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path


def test_each_page_knows_its_address_and_its_twin() -> None:
    site = archive().site.url
    for path in pages().keys() - moved():
        page, vietnamese = pages()[path], path.removeprefix("en/")
        assert page.head["canonical"] == f"{site}/{path}"
        assert page.head["alternate vi"] == page.head["alternate x-default"] == f"{site}/{vietnamese}"
        assert page.head["alternate en"] == f"{site}/en/{vietnamese}"
        assert {vietnamese, f"en/{vietnamese}"} <= set(pages())
        assert page.head["og:url"] == page.head["canonical"]


def test_titles_and_descriptions_tell_pages_apart() -> None:
    for language in LANGUAGES:
        own = {path: page for path, page in pages().items() if path.startswith("en/") == (language == "en")}
        titles = Counter(page.head["og:title"] for page in own.values())
        descriptions = Counter(page.head["description"] for page in own.values())
        assert [title for title, count in titles.items() if count > 1] == []
        assert [text for text, count in descriptions.items() if count > 1] == []
        assert [path for path, page in own.items() if not 20 <= len(page.head["description"]) <= 180] == []


def test_the_data_in_each_page_is_json_with_a_context() -> None:
    for path, page in pages().items():
        for text in page.json_ld:
            data = json.loads(text)
            assert data["@context"] == "https://schema.org", path


def test_every_district_of_30_june_2025_has_its_page() -> None:
    districts = [p for p in archive().gazetteer.places.values() if p.kind == "district" and not p.historic]
    assert len(districts) == 696
    assert {f"places/{district.id}.html" for district in districts} <= set(pages())


def test_the_sitemap_lists_what_may_be_indexed_and_nothing_else() -> None:
    root = ElementTree.fromstring(files()["sitemap.xml"])
    listed = {location.text or "" for location in root.iter(f"{SITEMAP}loc")}
    site = archive().site.url
    indexed = {f"{site}/{path}" for path, page in pages().items() if page.head.get("robots") != "noindex"}
    assert listed == indexed


@pytest.mark.parametrize("feed", ["feeds/ceremonies.atom", "feeds/ceremonies.en.atom"])
def test_the_feeds_lead_to_pages_that_are_there(feed: str) -> None:
    root = ElementTree.fromstring(files()[feed])
    site = archive().site.url
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == min(50, len(archive().ceremonies))
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"].removeprefix(f"{site}/") in pages()
