"""Hostile text in every free-text field of the whole archive at once: every page and file stays what it is."""

import dataclasses
import json
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.register import Redaction, Redirect, RedirectRegister, Withdrawal
from ceremony_archive.model.values import Bilingual, PartialDate
from tests.conftest import GOLDEN
from tests.properties.hostile_text import (
    ANY_TEXT,
    HOSTILE,
    NOT_FREE,
    Field,
    archive_with_text,
    free_text_fields,
    harmless,
    hints,
    holds_text,
    record_types,
    structure,
)
from tests.test_golden import THEME

OPEN, CLOSE = "⟦", "⟧"  # around the text, so that it is found again
SCHEMES = {"", "http", "https", "mailto"}
DAY, REASON = PartialDate(2034, 5, 6), Bilingual(vi="Lý do mẫu.", en="A sample reason.")
TOGETHER = ["".join(HOSTILE[start::3]) for start in range(3)]  # short enough for the address of a name
Files = Mapping[str, bytes]


@cache
def whole() -> Archive:
    """Return the golden archive with an entry of each kind in its registers, and what its redactions took away."""
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None
    golden, record = checked.archive, checked.archive.ceremonies[-1].id
    moved = Redirect(address="ceremonies/2031-mau-cu.html", to=f"ceremonies/{record}.html", date=DAY, reason=REASON)
    gone = Withdrawal(addresses=("names/mau-da-rut.html",), title=REASON, date=DAY, reason=REASON)
    kept = Redaction(
        id="an-mau", record=record, field="summary.vi", degree="unindexed", date=DAY, reason=REASON, check="0"
    )
    registers = RedirectRegister(
        redirects=(*golden.redirects.redirects, moved), withdrawals=(*golden.redirects.withdrawals, gone)
    )
    ceremonies = tuple(map(with_printed_names, golden.ceremonies))
    return dataclasses.replace(
        golden, ceremonies=ceremonies, redirects=registers, redactions=(*golden.redactions, kept)
    )


def with_printed_names(ceremony: Ceremony) -> Ceremony:
    """Return the record with the names of its officials as printed, which a redaction of the name withholds too."""
    officials = tuple(dataclasses.replace(found, name_as_printed=found.name) for found in ceremony.officials)
    return dataclasses.replace(ceremony, officials=officials)


@lru_cache(maxsize=32)
def files(text: str) -> Files:
    """Return every file of the site of the archive with the text in all its free text."""
    return {file.path: file.content for file in pipeline.plan(archive_with_text(whole(), text), THEME)}


def marked(text: str, length: int = 0) -> str:
    """Return the text between marks, filled up to the length: some pages choose words by what fits."""
    return f" {OPEN}{text:·<{length}}{CLOSE}"


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.data: list[Any] = []
        self._script = ""
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "srcset")]
        self._in_data = tag == "script" and ("type", "application/ld+json") in attrs
        self._script = ""

    def handle_data(self, data: str) -> None:
        self._script += data

    def handle_endtag(self, tag: str) -> None:
        if self._in_data and tag == "script":
            self.data.append(json.loads(self._script))
            self._in_data = False


def read(html: bytes) -> _Page:
    page = _Page()
    page.feed(html.decode())
    page.close()
    return page


def strings_in(tree: Any) -> Iterator[str]:
    """Yield every text of the data, in order."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, list):
        for item in tree:
            yield from strings_in(item)
    elif isinstance(tree, dict):
        for item in tree.values():
            yield from strings_in(item)


def assert_carried(hostile: list[Any], plain: list[Any], typed: str, replaced: str) -> int:
    """Assert that the data are the same but for the text, which is unchanged; return how often it is there whole."""
    there = 0
    for found, expected in zip(strings_in(hostile), strings_in(plain), strict=True):
        if "…" not in expected:
            assert found == expected.replace(replaced, typed)
            there += typed in found
    return there


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_TEXT)
def test_no_text_anywhere_changes_the_structure_of_any_page_or_breaks_any_file(text: str) -> None:
    assert_harmless(text)


@pytest.mark.parametrize("text", [*TOGETHER, "º"])
def test_no_hostile_text_anywhere_changes_the_structure_of_any_page_or_breaks_any_file(text: str) -> None:
    assert_harmless(text)


def assert_harmless(text: str) -> None:
    length = max(len(text), len(harmless(text)))
    typed, replaced = marked(text, length), marked(harmless(text), length)
    hostile, plain = files(typed), files(replaced)
    assert list(hostile) == list(plain)
    there = 0
    for path, content in hostile.items():
        if path.endswith(".html"):
            assert structure(content) == structure(plain[path]), path
            page = read(content)
            assert {urlsplit(found).scheme for found in page.addresses} <= SCHEMES, path
            there += assert_carried(page.data, read(plain[path]).data, typed, replaced)
        elif path.endswith((".xml", ".atom", ".svg")):
            assert tags(content) == tags(plain[path]), path
        elif path.endswith(".json"):
            assert keys(json.loads(content)) == keys(json.loads(plain[path])), path
    assert there > 100


def tags(xml: bytes) -> list[tuple[str, ...]]:
    """Return the elements of the document with the names of their attributes, in order."""
    return [(element.tag, *element.attrib) for element in ElementTree.fromstring(xml).iter()]


def keys(tree: Any) -> Any:
    """Return the data without its texts and numbers."""
    if isinstance(tree, dict):
        return {key: keys(value) for key, value in tree.items()}
    return [keys(item) for item in tree] if isinstance(tree, list) else type(tree).__name__


@pytest.mark.parametrize("text", TOGETHER)
def test_hostile_text_is_shown_as_typed_on_every_page_that_shows_it(text: str) -> None:
    typed = marked(text, max(len(text), len(harmless(text))))
    pages = {path: visible(content) for path, content in files(typed).items() if path.endswith(".html")}
    shown = [path for path, words in pages.items() if OPEN in words]
    assert len(shown) > len(pages) / 2
    assert [path for path in shown if typed.strip() not in pages[path]] == []


def visible(html: bytes) -> str:
    """Return the text of the page's body, as a reader sees it."""
    body = html.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    parser = _Text()
    parser.feed(body)
    parser.close()
    return "".join(parser.text)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_every_free_text_field_of_the_model_is_reached() -> None:
    reached: set[Field] = set()
    archive_with_text(whole(), "<", reached)
    assert sorted(free_text_fields() - reached) == []


def test_what_is_called_not_free_is_in_the_model_and_holds_text() -> None:
    by_name = {found.__name__: found for found in record_types()}
    assert [field for field in NOT_FREE if not holds_text(hints(by_name[field[0]]).get(field[1]))] == []


def test_a_new_field_of_text_is_found_whatever_its_shape() -> None:
    shapes = {name for _, name in free_text_fields()}
    assert {"variants", "note", "name", "acknowledged", "readings"} - shapes == {"readings"}
    assert {"id", "url", "contact", "form", "source", "status", "file", "address"} & shapes == set()
