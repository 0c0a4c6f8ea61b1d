"""The one writer of JSON: the same tree back, keys as they were put, and nothing that ends a script element."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from ceremony_archive.exports.json_document import json_document, json_text

TEXT = some.text(some.sampled_from("<>&\u2028\u2029\"\\/'\n\x00aÊ") | some.characters(exclude_categories=["Cs"]))
TREE = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def keys(tree: object) -> list[object]:
    """Return every key in the order in which it stands."""
    if isinstance(tree, Mapping):
        return [key for name, value in tree.items() for key in (name, *keys(value))]
    return [key for item in tree for key in keys(item)] if isinstance(tree, list) else []


def test_a_document_is_utf_8_with_a_newline_at_its_end_and_its_keys_as_they_were_put() -> None:
    assert json_document({"b": "Mẫu", "a": [1, None]}) == '{"b":"Mẫu","a":[1,null]}\n'.encode()
    assert json_document({"b": "Mẫu", "a": [1]}, indent=2) == '{\n  "b": "Mẫu",\n  "a": [\n    1\n  ]\n}\n'.encode()


def test_what_could_end_a_script_or_a_line_of_it_is_escaped() -> None:
    written = json_text({"</script>": "<!-- & \u2028\u2029"})
    assert written == '{"\\u003c/script\\u003e":"\\u003c!-- \\u0026 \\u2028\\u2029"}'


@given(tree=TREE, indent=some.sampled_from([None, 1, 2]))
@example(tree={"<": "&", "a": {"\u2028": ["</script>"]}}, indent=None)
def test_any_tree_comes_back_the_same_from_safe_bytes(tree: object, indent: int | None) -> None:
    content = json_document(tree, indent=indent)
    back = json.loads(content)
    assert (back, keys(back)) == (tree, keys(tree))
    assert content.endswith(b"\n")
    assert not set("<>&\u2028\u2029") & set(content.decode())
    assert json_document(back, indent=indent) == content


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_has_no_number_for_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="Out of range float"):
        json_document([number])
