"""Whatever the bytes, the reader gives a record or problems with their place, never an exception."""

import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.problems import Problem, report_of
from ceremony_archive.report import show
from ceremony_archive.source.document import read_front_matter
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.schema import bind
from ceremony_archive.source.text import decode_source, source_text
from ceremony_archive.source.yaml_tree import read_tree
from tests.conftest import GOLDEN
from tests.faults.hostile_inputs import PIECES

RECORDS = sorted(GOLDEN.glob("ceremonies/*/*.md"))
STORIES = StoryReader()


def read(data: bytes) -> tuple[Ceremony | None, list[Problem]]:
    source, problems = decode_source(data, "mau.md")
    if source is None:
        return None, problems
    tree, body_line, problems = read_front_matter(source)
    if tree is None:
        return None, problems
    story, _, wrong = STORIES.read(source, body_line, 1)
    record, more = bind(source, tree, Ceremony, id="undated-mau", story=story)
    return record, problems + wrong + more


def assert_told(record: object, problems: list[Problem]) -> None:
    assert record is not None or problems
    for problem in problems:
        position = problem.position
        assert position.file == "mau.md"
        assert min(position.line, position.column, position.length) >= 1
    for language in ("vi", "en"):
        for form in ("text", "json", "github"):
            show(report_of(problems), language, form).encode()


@given(some.binary(max_size=300))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    assert_told(*read(data))


@given(some.text(max_size=300))
def test_any_text_between_fences_is_read_or_told(text: str) -> None:
    assert_told(*read(f"---\n{text}\n---\n\n{text}\n".encode("utf-8", "surrogatepass")))


@settings(max_examples=300)
@given(some.lists(some.sampled_from(PIECES), max_size=40).map("".join), some.sampled_from(PIECES))
def test_any_mixture_of_what_records_are_made_of_is_read_or_told(front: str, story: str) -> None:
    assert_told(*read(f"---\n{front}\n---\n{story}{front}".encode()))


@settings(max_examples=300)
@given(some.sampled_from(RECORDS), some.data())
def test_a_good_record_with_anything_put_anywhere_is_read_or_told(path: Path, data: some.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    at = data.draw(some.integers(0, len(text)))
    cut = data.draw(some.integers(0, 30))
    piece = data.draw(some.sampled_from(PIECES) | some.text(max_size=5))
    assert_told(*read((text[:at] + piece + text[at + cut :]).encode("utf-8", "surrogatepass")))


@settings(max_examples=300)
@given(some.sampled_from(RECORDS), some.data())
def test_a_good_record_with_any_byte_changed_is_read_or_told(path: Path, data: some.DataObject) -> None:
    changed = bytearray(path.read_bytes())
    changed[data.draw(some.integers(0, len(changed) - 1))] = data.draw(some.integers(0, 255))
    assert_told(*read(bytes(changed)))


@given(some.lists(some.sampled_from(PIECES), max_size=40).map("".join))
def test_any_yaml_becomes_a_tree_or_is_told(text: str) -> None:
    tree, problems = read_tree(source_text("mau.md", text), text, 1)
    assert_told(tree, problems)


NEWLINES = some.sampled_from(["\n", "\r\n", "\r"])


@given(some.sampled_from(RECORDS), some.sampled_from(["NFC", "NFD"]), NEWLINES, some.booleans())
def test_a_record_is_the_same_however_it_was_saved(path: Path, form: str, newline: str, has_mark: bool) -> None:
    text = unicodedata.normalize("NFD" if form == "NFD" else "NFC", path.read_text(encoding="utf-8"))
    saved = text.replace("\n", newline).encode("utf-8-sig" if has_mark else "utf-8")
    assert read(saved) == read(path.read_bytes())


@given(some.text(alphabet=some.characters(codec="utf-8"), max_size=200))
def test_what_is_published_of_a_story_is_only_what_may_be(text: str) -> None:
    story, _, _ = STORIES.read(source_text("mau.md", text), 1, 1)
    published = (story.vi + (story.en or "")).lower()
    tags = ("script", "img", "svg", "iframe", "style", "base", "form", "!--")
    assert not any(f"<{tag}" in published for tag in tags)
    assert not any(f'href="{scheme}' in published for scheme in ("javascript", "data", "vbscript"))
