"""YAML as a tree of text: nothing is guessed, nothing is dropped, nothing runs away."""

import time

import pytest

from ceremony_archive.problems import Position
from ceremony_archive.source.text import source_text
from ceremony_archive.source.yaml_tree import Mapping, find, plain, position_of, read_tree


def read(text: str) -> object:
    tree, problems = read_tree(source_text("a.yaml", text), text, 1)
    assert problems == []
    assert tree is not None
    return plain(tree)


def faults(text: str, nodes: int = 5000) -> list[tuple[str, int, int]]:
    _, problems = read_tree(source_text("a.yaml", text), text, 1, nodes)
    return [(problem.rule, problem.position.line, problem.position.column) for problem in problems]


SCALARS = ["no", "0123", "12:30:45", ".nan", "1.415.000", "2031", "true", "1e5", "0x1F", "2031-03-14"]


@pytest.mark.parametrize("text", SCALARS)
def test_every_scalar_stays_the_text_that_was_typed(text: str) -> None:
    assert read(f"a: {text}\n") == {"a": text}


def test_lists_and_mappings_of_both_styles_are_the_same_tree() -> None:
    tree = {"a": ["x", "y"], "b": {"c": "d"}}
    assert read("a: [x, y]\nb: {c: d}\n") == read("a:\n  - x\n  - y\nb:\n  c: d\n") == tree


def test_blocks_of_text_are_folded_or_kept() -> None:
    assert read("a: >-\n  một\n  hai\nb: |\n  một\n  hai\n") == {"a": "một hai", "b": "một\nhai\n"}


def test_the_merge_key_is_a_key_like_any_other() -> None:
    assert read("<<: {a: b}\n") == {"<<": {"a": "b"}}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ('a: "một\nb: c\n', "unclosed-quote", 1, 4),
        ("a: 'một\nb: c\n", "unclosed-quote", 1, 4),
        ('a: "một\nb: "hai"\n', "unclosed-quote", 1, 4),
        ("a: [một, hai\nb: c\n", "unclosed-bracket", 1, 4),
        ("a: {b: c\n", "unclosed-bracket", 1, 4),
        ("a: {b\n", "unclosed-bracket", 1, 4),
        ("a: {b: 141,5 tỷ, c: d}\n", "unquoted-comma", 1, 12),
        ("a: một: hai\n", "unquoted-colon", 1, 7),
        ("a:\n\tb: c\n", "tab-indent", 2, 1),
        ("a: b\na: c\n", "duplicate-key", 2, 1),
        ("x:\n  - {a: b, c: d, a: e}\n", "duplicate-key", 2, 18),
        ("a: &b c\n", "yaml-alias", 1, 4),
        ("a: *b\n", "yaml-alias", 1, 4),
        ("a: &b [c]\n", "yaml-alias", 1, 4),
        ("a: !!str b\n", "yaml-tag", 1, 4),
        ("a: !!python/object/apply:os.system [b]\n", "yaml-tag", 1, 4),
        ("a: một #2\n", "text-cut-by-comment", 1, 8),
        ("a:\n  - một # hai\n", "text-cut-by-comment", 2, 9),
        ("{[a]: b}\n", "key-not-text", 1, 2),
        ("- a\n- b\n", "wrong-shape", 1, 1),
        ("a\n", "wrong-shape", 1, 1),
        ("# a\n", "wrong-shape", 1, 1),
        ("a: b\n...\nc: d\n", "yaml-syntax", 3, 1),
        ("%YAML 1.1\na: b\n", "yaml-syntax", 2, 1),
        ("a\nb: c\n", "missing-colon", 1, 1),
        ("a: @b\n", "yaml-syntax", 1, 4),
        ("a:\n  b: c\n d: e\n", "yaml-syntax", 3, 2),
        ('a: "\\q"\n', "unknown-escape", 1, 5),
        ('a: "b\\x1bc"\n', "unknown-escape", 1, 6),
        ('a: "b\\u200bc"\n', "unknown-escape", 1, 6),
        ('a: "b\\nc"\n', "unknown-escape", 1, 6),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, rule: str, line: int, column: int) -> None:
    assert faults(text) == [(rule, line, column)]


@pytest.mark.parametrize(
    "text", ["# ghi chú\na: b\n", "a: b\n# ghi chú\n", "a:\n  # ghi chú\n  - b\n", 'a: "b # c"\n', "a: b#c\n"]
)
def test_a_comment_on_its_own_line_and_a_quoted_hash_are_no_fault(text: str) -> None:
    assert faults(text) == []


def test_duplicate_keys_are_told_all_in_one_run() -> None:
    assert faults("a: b\na: c\nd: {e: f, e: g}\n") == [("duplicate-key", 2, 1), ("duplicate-key", 3, 11)]


def test_the_first_of_two_equal_keys_is_kept() -> None:
    text = "a: b\na: c\n"
    tree, _ = read_tree(source_text("a.yaml", text), text, 1)
    assert tree is not None
    assert plain(tree) == {"a": "b"}


def test_lines_count_from_the_line_on_which_the_text_begins() -> None:
    source = source_text("a.md", "---\na: b\na: c\n---\n")
    _, problems = read_tree(source, "a: b\na: c", 2)
    assert [problem.position for problem in problems] == [Position("a.md", 3, 1)]
    assert problems[0].arguments == {"field": "a", "line": "2"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: " + "[" * 100_000, "nesting-too-deep"),
        ("a: " + "{a: " * 50_000, "nesting-too-deep"),
        ("".join(" " * depth + "a:\n" for depth in range(900)), "nesting-too-deep"),
        ("a:\n" + "- " * 5000 + "b", "nesting-too-deep"),
        ("".join(f"key{number}: a\n" for number in range(6000)), "too-many-values"),
        ("a: " + "b" * 900_000, "value-too-long"),
        ("a: &a [x]\n" + "".join(f"b{number}: [*a, *a]\n" for number in range(1000)), "yaml-alias"),
    ],
    ids=["brackets", "braces", "indent", "hyphens", "keys", "text", "billion laughs"],
)
def test_what_would_choke_a_reader_stops_at_once(text: str, rule: str) -> None:
    start = time.perf_counter()
    found = faults(text)
    assert [rule for rule, _, _ in found] == [rule]
    assert time.perf_counter() - start < 1


def test_eight_levels_are_not_too_deep() -> None:
    assert read("a: [[[[[[[b]]]]]]]\n") == {"a": [[[[[[["b"]]]]]]]}


TREE = "awards:\n  - form: một\n    counts: {mixed: 3}\n  - form: hai\n"


def tree_of(text: str) -> Mapping:
    tree, _ = read_tree(source_text("a.yaml", text), text, 1)
    assert tree is not None
    return tree


@pytest.mark.parametrize(
    ("path", "at_key", "line", "column", "length"),
    [
        (("awards", 1, "form"), False, 4, 11, 3),
        (("awards", 1, "form"), True, 4, 5, 4),
        (("awards", 0, "counts", "mixed"), False, 3, 21, 1),
        (("awards", 0, "counts", "nothing"), False, 3, 13, 1),
        (("awards", 7, "form"), False, 2, 3, 1),
        (("nothing",), False, 1, 1, 1),
    ],
)
def test_every_value_has_its_place(
    path: tuple[str | int, ...], at_key: bool, line: int, column: int, length: int
) -> None:
    position = position_of(source_text("a.yaml", TREE), tree_of(TREE), path, at_key=at_key)
    assert (position.line, position.column, position.length) == (line, column, length)


def test_a_missing_path_leads_to_the_nearest_thing_around_it() -> None:
    node, key = find(tree_of(TREE), ("awards", 0, "nothing"))
    assert plain(node) == {"form": "một", "counts": {"mixed": "3"}}
    assert key is None
