"""What holds of every page whatever the records say: no text changes its structure, no order changes its bytes."""

import dataclasses
import random
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony, Story
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.ceremony import pages as ceremony_pages
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.strings import load_strings
from tests.conftest import GOLDEN
from tests.properties.hostile_text import ANY_TEXT, harmless, structure, with_text
from tests.test_golden import THEME


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
