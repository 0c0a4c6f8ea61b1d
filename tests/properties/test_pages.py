"""What holds of every page whatever the records say: no text changes its structure, no order changes its bytes."""

import dataclasses
import random
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony, Story
from ceremony_archive.model.fold import fold
from ceremony_archive.model.values import Bilingual
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.ceremony import pages as ceremony_pages
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.strings import load_strings
from tests.conftest import GOLDEN
from tests.test_golden import THEME

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}{% include 'x' %}",
    "javascript:alert(1)",
    "]]><!--",
    "&lt;b&gt; &amp; <b>",
    "</title></style></textarea>",
)
# What names a thing, or chooses between shapes of the page, is not free text.
FIXED = {
    "id",
    "kind",
    "other_kinds",
    "place",
    "source",
    "form",
    "pooled_with",
    "conferred_by",
    "on_behalf_of",
    "scope",
    "status",
}
FIXED |= {
    "certainty",
    "took_part",
    "coverage",
    "checked",
    "metric",
    "unit",
    "movement",
    "movements",
    "language",
    "url",
    "sha256",
}
FIXED |= {"part_of_day", "approximation", "counts_of", "ceremony", "story", "acknowledged"}


class _Structure(HTMLParser):
    """Notes the tags and the names of their attributes, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *sorted(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))


def structure(html: bytes) -> list[tuple[str, ...]]:
    """Return the tags of the page with the names of their attributes."""
    parser = _Structure()
    parser.feed(html.decode())
    return parser.tags


@cache
def archive() -> Archive:
    """Return the golden archive."""
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None
    return checked.archive


@cache
def renderer() -> Renderer:
    """Return the renderer of English pages, which mark what is Vietnamese."""
    return Renderer(THEME, archive().site, load_strings(THEME / "strings")["en"], "", None)


def rendered(ceremony: Ceremony) -> bytes:
    """Return the ceremony's page in English."""
    original = archive()
    others = [ceremony if other.id == ceremony.id else other for other in original.ceremonies]
    changed = dataclasses.replace(original, ceremonies=tuple(others))
    context = Context(archive=changed, language="en", t=load_strings(THEME / "strings")["en"])
    page = next(page for page in ceremony_pages(context) if page.path.endswith(f"/{ceremony.id}.html"))
    return renderer().render(page)


def with_text(value: Any, text: str) -> Any:
    """Return the value with the text added to every free text in it."""
    if isinstance(value, str):
        return value + text
    if isinstance(value, Bilingual):
        return Bilingual(vi=value.vi + text, en=None if value.en is None else value.en + text)
    if isinstance(value, tuple):
        return tuple(with_text(item, text) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return dataclasses.replace(value, **{n: with_text(v, text) for n, v in fields.items() if n not in FIXED})
    assert value is None or isinstance(value, int | Decimal), value
    return value


def harmless(text: str) -> str:
    """Return plain words that lead to the same pages of names as the text, and are as Vietnamese by their letters."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(text))
    return f"{words} ª" if any(letter.isalpha() and not letter.isascii() for letter in text) else words


ANY_TEXT = some.sampled_from(HOSTILE) | some.text(some.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_TEXT, which=some.integers(min_value=0, max_value=11))
@example(text="º", which=3)
def test_no_text_in_any_field_changes_the_structure_of_the_page(text: str, which: int) -> None:
    ceremony = archive().ceremonies[which % len(archive().ceremonies)]
    plain = with_text(ceremony, harmless(text))
    hostile = with_text(ceremony, text)
    assert structure(rendered(hostile)) == structure(rendered(plain))


def test_the_story_is_the_only_text_that_is_not_escaped() -> None:
    ceremony = dataclasses.replace(
        archive().ceremonies[0], story=Story(vi="<p>một <em>hai</em></p>", en="<p>one <em>two</em></p>")
    )
    assert b"<p>one <em>two</em></p>" in rendered(ceremony)


def test_the_order_of_the_files_changes_no_byte(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    for path in shuffled(GOLDEN):
        target = folder / path.relative_to(GOLDEN)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    checked = pipeline.check(folder, name="content")
    assert checked.archive is not None
    assert pipeline.plan(checked.archive, THEME) == pipeline.plan(archive(), THEME)


def shuffled(folder: Path) -> Iterator[Path]:
    """Yield the files of the folder in an order of chance."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    random.Random(11).shuffle(paths)
    yield from paths
