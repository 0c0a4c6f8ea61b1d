"""The canonical form of the YAML files: stable, faithful to the data, and held by every file of the archive."""

import difflib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from ceremony_archive.model.place import PlaceList
from ceremony_archive.model.values import Flag, Number, WholeNumber
from ceremony_archive.model.vocabulary import MovementVocabulary
from ceremony_archive.source.files import YAML_FILES
from ceremony_archive.source.formatting import formatted

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(
    path.relative_to(CONTENT).as_posix()
    for folder in (CONTENT, CONTENT / "vocabularies", CONTENT / "entities")
    for path in folder.glob("*.yaml")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A small root with each kind of field."""

    name: str
    count: WholeNumber | None = None
    verified: Flag | None = None
    share: Number | None = None
    rows: tuple[str, ...] = ()


def read(text: str) -> object:
    return yaml.load(text, Loader=yaml.CBaseLoader)


def normalised(value: object) -> object:
    """Return the data in NFC: the one thing that formatting changes."""
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): normalised(child) for key, child in value.items()}
    if isinstance(value, list):
        return [normalised(item) for item in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


letters = some.characters(codec="utf-8", exclude_characters="\r")
misreadable = ["", " ", "007", "1_000", "1:20", "1e3", "0o17", "yes", "No", "~", "null", "=", "<<", "2023-02-25", "08"]
marked = [
    "- a",
    "a: b",
    "a #b",
    "#a",
    "{",
    "?",
    "a:",
    "'",
    '"',
    "\\",
    "A “A”, B",
    "a  b",
    "word " * 40,
    "\u0301",
    "---",
]
texts = some.text(letters, max_size=12) | some.sampled_from([*misreadable, *marked])
keys = texts.map(lambda text: unicodedata.normalize("NFC", text))
values = some.recursive(
    texts,
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
documents = some.dictionaries(keys | some.sampled_from(["name", "places", "communes"]), values, max_size=4)


@given(document=documents)
def test_formatting_keeps_the_data(document: dict[str, object]) -> None:
    text = formatted(yaml.safe_dump(document), Sheet)
    assert read(text) == normalised(document)


@given(document=documents)
def test_formatting_twice_changes_nothing_more(document: dict[str, object]) -> None:
    once = formatted(yaml.safe_dump(document), Sheet)
    assert formatted(once, Sheet) == once


@pytest.mark.parametrize("name", FILES)
def test_every_list_of_the_archive_is_already_formatted(name: str) -> None:
    text = (CONTENT / name).read_bytes().decode()
    expected = formatted(text, YAML_FILES[name])
    difference = difflib.unified_diff(text.split("\n"), expected.split("\n"), name, f"{name}, formatted", lineterm="")
    assert text == expected, "\n".join(difference)


def test_keys_take_the_order_of_the_fields_and_unknown_keys_go_last() -> None:
    assert formatted("other: x\nrows: [b, a]\nname: A\n", Sheet) == "name: A\nrows: [b, a]\nother: x\n"


def test_the_comment_block_at_the_top_is_kept() -> None:
    text = "\n#  one \n#\n# two\n\n\nname: A\n"
    assert formatted(text, Sheet) == "#  one\n#\n# two\n\nname: A\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: A\n# why\nrows: [a]\n", 2),
        ("name: A # why\n", 1),
        ("# top\n\nname: >- # why\n  A\n", 3),
        ("name: >-\n  A # text\n# why\n", 3),
        ("rows:\n  - a\n\n# why\n", 4),
        ("rows: [\n  a, # why\n  b]\n", 2),
    ],
)
def test_a_comment_below_the_first_key_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ValueError, match=rf"^line {line}: a comment may stand only at the top of the file"):
        formatted(text, Sheet)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: A\nname: B\n", "line 2: the key `name` is there twice"),
        ("name: &a A\nrows: [*a]\n", "line 1: an anchor"),
        ("name: !important A\n", "line 1: a tag"),
        ("name: [A\n", "line 2: not readable as YAML"),
        ("- A\n", "line 1: the top level must be a mapping"),
        ("", "line 1: the top level must be a mapping"),
        ("? [a]\n: b\n", "line 1: a key must be text"),
    ],
)
def test_what_the_canonical_form_cannot_hold_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(")):
        formatted(text, Sheet)


def test_a_hash_inside_a_text_is_no_comment() -> None:
    assert formatted("name: 'A #1'\nrows: [C#]\n", Sheet) == 'name: "A #1"\nrows: [C#]\n'


numbers = ["2023-02", "2023-02-25", "141.71", "007", "08", "1:20", "1_000", "1e3", ".5", "2021-2025", "0x1F", "59,067"]
words = ["yes", "No", "null", "~", "on", "true", "12", ".inf", "A: b", "A #b", "- A", "“A” ", "[A]", "", "A:"]


@pytest.mark.parametrize("text", [*numbers, *words])
def test_text_that_could_be_misread_is_quoted(text: str) -> None:
    assert formatted(yaml.safe_dump({"name": text}, allow_unicode=True), Sheet) == f'name: "{text}"\n'


@pytest.mark.parametrize("text", ["1241/NQ-UBTVQH15", "Quận 11", "Luật 06/2022/QH15", "33(2)đ", "a:b", "Hòa, Thủy"])
def test_text_that_nobody_misreads_is_not_quoted(text: str) -> None:
    assert formatted(f"name: '{text}'\n", Sheet) == f"name: {text}\n"


def test_flags_and_whole_numbers_are_plain_and_decimals_quoted() -> None:
    text = "name: A\ncount: '12'\nverified: 'true'\nshare: 4.5\n"
    assert formatted(text, Sheet) == 'name: A\ncount: 12\nverified: true\nshare: "4.5"\n'


def test_a_text_with_quotation_marks_stands_in_the_other_kind() -> None:
    assert formatted('rows: ["say \\"it\'s\\""]\n', Sheet) == 'rows: [say "it\'s"]\n'
    assert formatted('rows: ["\\"a\\": b"]\n', Sheet) == "rows: ['\"a\": b']\n"


def test_invisible_characters_become_visible() -> None:
    assert formatted("name: 10\u00a0km\n", Sheet) == 'name: "10\\u00A0km"\n'


def test_text_becomes_nfc_with_unix_line_ends() -> None:
    assert formatted("name: Qua\u0302\u0323n\r\n", Sheet) == "name: Quận\n"


def test_a_long_text_is_folded_and_reads_back_as_it_was() -> None:
    text = formatted(f"name: '{'thi đua: khen thưởng ' * 12}hết'\n", Sheet)
    assert text.startswith("name: >-\n  thi đua: khen thưởng thi đua")
    assert max(len(line) for line in text.split("\n")) <= 120
    assert read(text) == {"name": "thi đua: khen thưởng " * 12 + "hết"}


def test_a_list_too_long_for_a_line_takes_a_line_for_each_item() -> None:
    rows = [f"dòng thứ {number}" for number in range(20)]
    assert formatted(yaml.safe_dump({"rows": rows}, allow_unicode=True), Sheet) == "rows:\n" + "".join(
        f"  - {row}\n" for row in rows
    )


def test_a_place_takes_one_line_however_long() -> None:
    names = ", ".join(f"tinh-a-xa-{number}" for number in range(40))
    place = f"{{kind: district, id: tinh-a-huyen-b, successors: [{names}], former: [{{valid_to: 2009, name: B}}]}}"
    former = '[{name: B, valid_to: "2009"}]'
    expected = f"{{id: tinh-a-huyen-b, kind: district, former: {former}, successors: [{names}]}}"
    assert formatted(f"places:\n- {place}\n", PlaceList) == f"places:\n  - {expected}\n"


def test_entries_of_several_lines_are_set_apart() -> None:
    text = "launches: x\nmovements: [{id: a, name: {vi: A, en: A}}, {id: b, name: {vi: B, en: B}}]\n"
    assert formatted(text, MovementVocabulary) == (
        "movements:\n  - id: a\n    name: {vi: A, en: A}\n\n  - id: b\n    name: {vi: B, en: B}\n\nlaunches: x\n"
    )
