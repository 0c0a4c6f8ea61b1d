"""Addresses out of the site: in every field that holds one, and in stories, only the web and mail."""

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from ceremony_archive.model.values import parse_contact, parse_url
from ceremony_archive.problems import Problem
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.text import source_text
from tests.content_copy import BASE, ContentCopy
from tests.properties.hostile_text import hints, record_types
from tests.unit.checked_content import pointed_at, told

# Each field that holds an address, and where the golden content has one.
FIELDS = {
    ("Source", "url"): (BASE, "https://press.example/mau-mot-2031"),
    ("Capture", "url"): (BASE, "https://copies.example/mau-mot-2031"),
    ("Site", "url"): ("site.yaml", "https://archive.example"),
    ("Site", "contact"): ("site.yaml", "mailto:editor@archive.example"),
    ("Licence", "url"): ("site.yaml", "https://giay-phep.example/code"),
    ("Reference", "url"): ("vocabularies/awards.yaml", "https://law.example/1-2030"),
    ("Launch", "source"): ("vocabularies/movements.yaml", "https://press.example/thi-dua-mau"),
    ("MovementPhase", "source"): ("vocabularies/movements.yaml", "https://press.example/giai-doan-1"),
}
REFUSED = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://press.example/x",
    "blob:https://press.example/x",
    "//press.example/x",
    "/x.html",
    "x.html",
    "https:press.example",
    "https://",
    "https://localhost",
    "https://press.example/a b",
    "https://press.example/<x>",
    " javascript:alert(1)",
    "https://press.example/'onclick",
)


def fields_checked_by(*parsers: object) -> set[tuple[str, str]]:
    return {
        (found.__name__, name)
        for found in record_types()
        for name, hint in hints(found).items()
        if any(parser in parsers for parser in parsers_of(hint))
    }


def parsers_of(hint: Any) -> list[object]:
    if get_origin(hint) is Annotated:
        own: list[object] = [extra.func for extra in hint.__metadata__ if isinstance(extra, PlainValidator)]
        return own or parsers_of(get_args(hint)[0])
    return [parser for argument in get_args(hint) for parser in parsers_of(argument)]


def test_every_field_that_holds_an_address_is_tried_here() -> None:
    assert fields_checked_by(parse_url, parse_contact) == set(FIELDS)


def test_no_field_that_is_called_an_address_is_free_text() -> None:
    called = {
        (found.__name__, field.name)
        for found in record_types()
        for field in dataclasses.fields(found)
        if any(word in field.name for word in ("url", "address", "link", "href", "contact"))
    }
    others = {("Redirect", "address"), ("Withdrawal", "addresses"), ("PermalinkRegister", "addresses")}
    assert called - others <= set(FIELDS)


@pytest.mark.parametrize("written", REFUSED)
@pytest.mark.parametrize("parse", [parse_url, parse_contact])
def test_an_address_is_of_the_web_whole_and_without_anything_that_html_reads(
    parse: Callable[[object], str], written: str
) -> None:
    with pytest.raises(PydanticCustomError, match=re.escape(written)) as told_of:
        parse(written)
    assert told_of.value.type == "url-format"


@pytest.mark.parametrize("written", ["javascript:alert(1)", "data:text/html,x"])
@pytest.mark.parametrize("field", FIELDS, ids=".".join)
def test_what_is_not_the_web_is_refused_in_every_field(
    content: ContentCopy, field: tuple[str, str], written: str
) -> None:
    (problem,) = told_when(content, field, written)
    assert (problem.position.file, pointed_at(problem)) == (f"content/{FIELDS[field][0]}", f'"{written}"')


def test_mail_is_for_the_contact_alone(content: ContentCopy, tmp_path: Path) -> None:
    for number, field in enumerate(FIELDS):
        copy = ContentCopy.of(content.folder, tmp_path / str(number))
        assert len(told_when(copy, field, "mailto:editor@archive.example")) == (field != ("Site", "contact")), field


def told_when(content: ContentCopy, field: tuple[str, str], written: str) -> list[Problem]:
    """Return the problems with addresses when the field holds what is written."""
    relative, address = FIELDS[field]
    text = (content.folder / relative).read_text(encoding="utf-8")
    before, found, after = text.replace(f'"{address}"', address).partition(address)
    assert found
    content.put(relative, f'{before}"{written}"{after}')
    return told(content, "url-format")


LINKS = (
    "[x](javascript:alert)",
    "[x](JAVASCRIPT:alert)",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](ftp://press.example/x)",
    "[x](//press.example/x)",
    "[x](/x.html)",
    "[x]()",
    "[x](java&#115;cript:alert)",
    "[x][a]\n\n[a]: javascript:alert",
)


@pytest.mark.parametrize("written", LINKS)
def test_a_link_of_a_story_leads_to_the_web_to_mail_or_into_the_site(written: str) -> None:
    story, _, problems = StoryReader().read(source_text("a.md", f"{written}\n"), 1, 1)
    assert [problem.rule for problem in problems] == ["link-scheme"]
    assert "script:" not in story.vi
    assert "data:" not in story.vi


@pytest.mark.parametrize(
    "written", ["[x](https://press.example)", "[x](http://press.example)", "[x](mailto:a@b.example)"]
)
def test_links_to_the_web_and_to_mail_stay(written: str) -> None:
    story, _, problems = StoryReader().read(source_text("a.md", f"{written}\n"), 1, 1)
    assert problems == []
    assert f'<a href="{written[4:-1]}">x</a>' in story.vi
