"""A file of front matter and story: its fences, and where each value of it stands."""

import pytest

from ceremony_archive.problems import Position
from ceremony_archive.source.document import Document, read_front_matter, split_front_matter
from ceremony_archive.source.text import source_text
from ceremony_archive.source.yaml_tree import plain

RECORD = "---\ntitle: Mẫu\nawards:\n  - form: huan-chuong-mau\n---\n\nBài viết.\n"


def test_the_text_between_the_fences_is_front_matter_and_the_rest_is_the_story() -> None:
    assert split_front_matter(source_text("a.md", RECORD)) == (
        "title: Mẫu\nawards:\n  - form: huan-chuong-mau\n",
        6,
        [],
    )


def test_the_front_matter_is_read_as_a_tree() -> None:
    tree, body_line, problems = read_front_matter(source_text("a.md", RECORD))
    assert tree is not None
    assert plain(tree) == {"title": "Mẫu", "awards": [{"form": "huan-chuong-mau"}]}
    assert (body_line, problems) == (6, [])


def test_a_document_knows_the_line_of_each_value() -> None:
    source = source_text("a.md", RECORD)
    tree, _, _ = read_front_matter(source)
    assert tree is not None
    document = Document(source, tree)
    assert document.position("awards", 0, "form") == Position("a.md", 4, 11)
    assert document.position("awards", 0, "form").text == "  - form: huan-chuong-mau"
    assert document.position("awards", at_key=True) == Position("a.md", 3, 1)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("title: Mẫu\n", "front-matter-missing"),
        ("\n---\ntitle: Mẫu\n---\n", "front-matter-missing"),
        ("----\ntitle: Mẫu\n----\n", "front-matter-missing"),
        ("---\ntitle: Mẫu\n\nBài viết.\n", "front-matter-unclosed"),
        ("---\ntitle: Mẫu\n ---\n", "front-matter-unclosed"),
        ("---\n---\nBài viết.\n", "front-matter-empty"),
        ("---\n \n\n---\nBài viết.\n", "front-matter-empty"),
    ],
)
def test_a_fault_of_the_fences_is_told_on_the_first_line(text: str, rule: str) -> None:
    tree, _, problems = read_front_matter(source_text("a.md", text))
    assert tree is None
    assert [(problem.rule, problem.position.line) for problem in problems] == [(rule, 1)]


def test_spaces_behind_a_fence_do_no_harm() -> None:
    assert split_front_matter(source_text("a.md", "---  \na: b\n--- \nx\n")) == ("a: b\n", 4, [])


def test_three_hyphens_inside_an_indented_text_close_nothing() -> None:
    tree, body_line, _ = read_front_matter(source_text("a.md", "---\na: |\n  b\n  ---\n  c\nd: e\n---\nx\n"))
    assert tree is not None
    assert plain(tree) == {"a": "b\n---\nc\n", "d": "e"}
    assert body_line == 8
