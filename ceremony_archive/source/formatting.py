"""The canonical form of the archive's YAML files: one way to write each file, so that hand and machine never fight.

- the comment block at the top stays as it is, and is the only place for comments;
- keys stand in the order of the dataclass fields;
- a place or a commune takes one line, however long; small mappings and lists take one line where they fit;
- long texts are folded (>-);
- everything else is in block style, two spaces a level, long entries set apart by a blank line.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import is_dataclass
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin, get_type_hints

import yaml
from yaml.resolver import Resolver

from ceremony_archive.model.place import Commune, Place

WIDTH = 120

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


def formatted(text: str, root: type) -> str:
    """Return the canonical form of a YAML file whose top level is the dataclass `root`.

    The data stays the same, except that all text becomes NFC. Keys that `root` does not know go last, in their order.
    Problems: raises ValueError naming the line of what the canonical form cannot hold: a comment below the first key,
    a key given twice, an anchor, a tag, a broken file.
    """
    normal = unicodedata.normalize("NFC", text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    comment, length = _leading_comment(normal)
    value = _read(normal)
    _refuse_comments(normal, length)
    return "\n".join([*comment, *_root_lines(value, root)]) + "\n"


# Reading: text and positions only, every scalar is text.


def _leading_comment(text: str) -> tuple[list[str], int]:
    block = re.match(r"(?:[ \t]*(?:#[^\n]*)?(?:\n|\Z))*", text)
    length = block.end() if block else 0
    lines = [line.strip() for line in text[:length].strip().split("\n")]
    return ([*lines, ""] if lines != [""] else []), length


def _read(text: str) -> dict[str, Value]:
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValueError(f"line {mark.line + 1 if mark else 1}: not readable as YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise ValueError(f"line 1: not readable as YAML: {error}") from error
    if not isinstance(node, yaml.MappingNode):
        raise ValueError("line 1: the top level must be a mapping of keys")
    return _mapping(node, set())


def _value(node: yaml.Node, seen: set[int]) -> Value:
    if id(node) in seen:
        raise ValueError(f"line {node.start_mark.line + 1}: an anchor (&, *) has no place in the canonical form")
    seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        raise ValueError(f"line {node.start_mark.line + 1}: a tag (!) has no place in the canonical form")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, seen)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen) for item in node.value]
    return unicodedata.normalize("NFC", str(node.value))


def _mapping(node: yaml.MappingNode, seen: set[int]) -> dict[str, Value]:
    mapping: dict[str, Value] = {}
    for key_node, value_node in node.value:
        key = _value(key_node, seen)
        if not isinstance(key, str):
            raise ValueError(f"line {key_node.start_mark.line + 1}: a key must be text")
        if key in mapping:
            raise ValueError(f"line {key_node.start_mark.line + 1}: the key `{key}` is there twice")
        mapping[key] = _value(value_node, seen)
    return mapping


def _refuse_comments(text: str, start: int) -> None:
    """Raise ValueError for a # between two tokens, or behind the > or | that opens a block of text."""
    if "#" not in text[start:]:
        return
    end = start
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        token_start, token_end = token.start_mark.index, token.end_mark.index
        _refuse_comment_between(text, end, token_start)
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            _refuse_comment_between(text, token_start, text.find("\n", token_start))
        end = max(end, token_end)


def _refuse_comment_between(text: str, start: int, end: int) -> None:
    position = text.find("#", start, max(start, end))
    if position >= 0:
        line = text.count("\n", 0, position) + 1
        raise ValueError(f"line {line}: a comment may stand only at the top of the file; use a note field")


# Types: what the dataclasses say on the order of keys and on flags and whole numbers.


def _bare(annotation: object) -> object:
    """Return the type under Annotated[…] and … | None."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            annotation = next(member for member in get_args(annotation) if member is not NoneType)
        else:
            return annotation


@lru_cache(maxsize=256)
def _fields(model: object) -> dict[str, object]:
    return get_type_hints(model, include_extras=True) if is_dataclass(model) else {}


def _pairs(mapping: dict[str, Value], annotation: object) -> Iterator[tuple[str, Value, object]]:
    """Give key, value and type of each entry, in the order of the fields."""
    model = _bare(annotation)
    fields = _fields(model)
    others = get_args(model)[1] if get_origin(model) is dict else object
    for key in [*(name for name in fields if name in mapping), *(name for name in mapping if name not in fields)]:
        yield key, mapping[key], fields.get(key, others)


def _item_type(annotation: object) -> object:
    model = _bare(annotation)
    return get_args(model)[0] if get_origin(model) is tuple else object


# Writing.


def _root_lines(value: dict[str, Value], root: type) -> list[str]:
    entries = [
        _list_lines(key, child, annotation)
        if isinstance(child, list) and not _is_leaf(child)
        else _entry(f"{_scalar(key)}:", child, annotation, 0)
        for key, child, annotation in _pairs(value, root)
    ]
    return _set_apart(entries) or ["{}"]


def _list_lines(key: str, items: list[Value], annotation: object) -> list[str]:
    item_type = _item_type(annotation)
    return [f"{_scalar(key)}:", *_set_apart(_entry("-", item, item_type, 2) for item in items)]


def _set_apart(entries: Iterable[Sequence[str]]) -> list[str]:
    lines: list[str] = []
    previous: Sequence[str] = ()
    for entry in entries:
        if lines and max(len(entry), len(previous)) > 1:
            lines.append("")
        lines.extend(entry)
        previous = entry
    return lines


def _entry(head: str, value: Value, annotation: object, indent: int) -> list[str]:
    """Return the lines of a value behind its head, which is a hyphen or a key with its colon."""
    start = " " * indent + head
    if isinstance(value, str):
        return _text_entry(start, value, annotation, indent)
    line = f"{start} {_inline(value, annotation)}"
    if not value or _bare(annotation) in (Place, Commune) or (_is_leaf(value) and len(line) <= WIDTH):
        return [line]
    lines = _block(value, annotation, indent + 2)
    return [f"{start} {lines[0].lstrip()}", *lines[1:]] if head == "-" else [start, *lines]


def _text_entry(start: str, text: str, annotation: object, indent: int) -> list[str]:
    line = f"{start} {_scalar(text, annotation)}"
    if len(line) <= WIDTH or not _is_foldable(text):
        return [line]
    margin = " " * (indent + 2)
    return [f"{start} >-", *(margin + part for part in _wrap(text, WIDTH - len(margin)))]


def _wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _block(value: list[Value] | dict[str, Value], annotation: object, indent: int) -> list[str]:
    if isinstance(value, list):
        entries = [_entry("-", item, _item_type(annotation), indent) for item in value]
    else:
        pairs = _pairs(value, annotation)
        entries = [_entry(f"{_scalar(key)}:", child, child_type, indent) for key, child, child_type in pairs]
    return [line for entry in entries for line in entry]


def _inline(value: Value, annotation: object) -> str:
    if isinstance(value, str):
        return _scalar(value, annotation, inside_flow=True)
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item, _item_type(annotation)) for item in value) + "]"
    parts = (
        f"{_scalar(key, inside_flow=True)}: {_inline(child, kind)}" for key, child, kind in _pairs(value, annotation)
    )
    return "{" + ", ".join(parts) + "}"


def _is_leaf(value: Value) -> bool:
    """Tell whether the value is a list of texts, or a mapping that holds nothing but texts and lists of texts."""
    if isinstance(value, dict):
        return all(isinstance(child, str) or (isinstance(child, list) and _is_leaf(child)) for child in value.values())
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


# Scalars.

_WORDS_OF_YAML = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan"}
_LIKE_A_NUMBER = re.compile(
    r"[-+.]?[0-9][-0-9_.,:/+ ]*%?"  # 007, 141.71, 1.500, 2021-2025, 30/6
    r"|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[-+]?\.(inf|nan)",  # YAML 1.2
    re.IGNORECASE,
)


def _scalar(text: str, annotation: object = str, *, inside_flow: bool = False) -> str:
    kind = _bare(annotation)
    if (kind is bool and text in ("true", "false")) or (kind is int and re.fullmatch(r"0|[1-9][0-9]*", text)):
        return text
    return _quoted(text) if _needs_quotes(text, inside_flow=inside_flow) else text


def _needs_quotes(text: str, *, inside_flow: bool) -> bool:
    return (
        not text
        or text != text.strip()
        or not text.isprintable()
        or text[0] in "-?:,[]{}#&*!|>'\"%@`=<"
        or bool(unicodedata.combining(text[0]))  # NFC would join it to the character before the text
        or any(mark in text for mark in (": ", " #"))
        or text.endswith(":")
        or (inside_flow and any(mark in text for mark in ",[]{}?:"))
        or _is_misread(text)
    )


def _is_misread(text: str) -> bool:
    """Tell whether YAML 1.1, YAML 1.2 or a hasty reader would take the text for something other than text."""
    implicit = Resolver.yaml_implicit_resolvers.get(text[0], [])
    return (
        text.casefold() in _WORDS_OF_YAML
        or bool(_LIKE_A_NUMBER.fullmatch(text))
        or any(pattern.match(text) for _, pattern in implicit)
    )


def _quoted(text: str) -> str:
    if not text.isprintable():
        return '"' + "".join(_escaped(character) for character in text) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _escaped(character: str) -> str:
    """Return the character as it stands in double quotes, what nobody can see as its code."""
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    short = {"\n": "\\n", "\t": "\\t"}
    return short.get(character) or (f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}")


def _is_foldable(text: str) -> bool:
    """Tell whether the text comes back the same when it is broken at some of its spaces and joined again."""
    return text.isprintable() and text == " ".join(text.split()) and " " in text and not unicodedata.combining(text[0])
