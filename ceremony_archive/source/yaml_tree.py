"""YAML as a tree of plain text with positions: no types, no aliases, no tags, bounded in depth and size.

The tree is built from libyaml's events on a stack of our own, so that depth costs nothing and no alias is ever
expanded. Every scalar stays the text that was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.text import MISTAKES, SourceText, too_many

MAXIMUM_DEPTH = 8
RECORD_NODES = 5_000
LIST_NODES = 100_000
REGISTER_NODES = 2_000_000
SCALAR_CHARACTERS = 20_000


@dataclass(slots=True)
class Scalar:
    """Text where a value or a key stands."""

    text: str
    line: int
    column: int
    length: int


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """A mapping; `keys` holds where each key stands."""

    line: int
    column: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    is_flow: bool = False
    pending: Scalar | None = None


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]
NULL = ("~", "null", "Null", "NULL")
_CUT_TEXT = re.compile(r"[ \t]*(#.*)")
_COLON = re.compile(r"\s*:")
# A line whose value opens with a double quotation mark and that has an odd number of them.
_ODD_QUOTE = re.compile(r'[^"]*[:\-,\[{] *(?P<quote>")(?:[^"\\]|\\.)*(?:"(?:[^"\\]|\\.)*"(?:[^"\\]|\\.)*)*')


class _Refused(Exception):
    """The text stops being readable as a tree; carries the problem."""

    def __init__(self, rule: str, line: int, column: int, **arguments: str) -> None:
        super().__init__(rule)
        self.rule, self.line, self.column, self.arguments = rule, line, column, arguments


def read_tree(
    source: SourceText, text: str, first_line: int, nodes: int = RECORD_NODES
) -> tuple[Mapping | None, list[Problem]]:
    """Return the mapping that the YAML text holds, or None, and what is wrong with it.

    `first_line` is the line of the file on which the text begins. Problems: reports `yaml-syntax`,
    `unclosed-quote`, `unclosed-bracket`, `unquoted-colon`, `missing-colon`, `tab-indent`, `unknown-escape`,
    `duplicate-key`,
    `yaml-alias`, `yaml-tag`, `nesting-too-deep`, `too-many-values`, `value-too-long`, `text-cut-by-comment`,
    `key-not-text`, `wrong-shape` or `too-many-mistakes`.
    """
    builder = _Builder(source, text, first_line, nodes)
    try:
        for event in _events(text):
            builder.take(event)
            if len(builder.problems) > MISTAKES:
                return None, [too_many(builder.problems[0])]
    except _Refused as refused:
        position = source.position(refused.line + first_line, refused.column + 1)
        return None, [*builder.problems, Problem(rule=refused.rule, position=position, arguments=refused.arguments)]
    root = builder.root
    if not isinstance(root, Mapping):
        line, column = (root.line, root.column) if root else (first_line, 1)
        problem = Problem(
            rule="wrong-shape", position=source.position(line, column), arguments={"expected": "mapping", "field": ""}
        )
        return None, [*builder.problems, problem]
    return root, builder.problems


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _Refused(*_syntax_fault(text, error)) from error
    except yaml.YAMLError as error:  # a character that YAML forbids; the reader has refused all that we know of
        raise _Refused("yaml-syntax", 0, 0, reason=type(error).__name__) from error


def _syntax_fault(text: str, error: yaml.MarkedYAMLError) -> tuple[str, int, int]:
    """Return the rule that tells the editor what libyaml's complaint means, and the line and column to show."""
    complaint = f"{error.context} {error.problem}"
    mark, opener = error.problem_mark or error.context_mark, error.context_mark
    lines = text.rstrip().split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):  # libyaml marks the end of the text; what is wrong stands at or before the last line
        line, column = len(lines) - 1, 0
    if "escape" in complaint:
        return "unknown-escape", line, column
    if "quoted scalar" in complaint and opener:
        return "unclosed-quote", opener.line, opener.column
    for row in range(line, max(-1, line - 20), -1):
        odd = _ODD_QUOTE.fullmatch(lines[row])
        if odd:
            return "unclosed-quote", row, odd.start("quote")
    if "'\\t'" in complaint or any(row.lstrip(" ").startswith("\t") for row in lines[max(0, line - 1) : line + 1]):
        return "tab-indent", line, column
    if "mapping values are not allowed" in complaint:
        if line and ":" not in lines[line][:column]:
            return "missing-colon", line - 1, 0
        return "unquoted-colon", line, column
    if "could not find expected ':'" in complaint and opener:
        return "missing-colon", opener.line, opener.column
    if "flow" in complaint and opener:
        return "unclosed-bracket", opener.line, opener.column
    return "yaml-syntax", line, column


class _Builder:
    """Builds the tree from events; one instance a text."""

    def __init__(self, source: SourceText, text: str, first_line: int, nodes: int) -> None:
        self.source, self.text, self.first_line, self.nodes_left = source, text, first_line, nodes
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []

    def take(self, event: Any) -> None:  # libyaml's events always carry marks; their types say that they may not
        """Take one event into the tree."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_reference(event)
            if len(self.stack) >= MAXIMUM_DEPTH:
                raise _Refused(
                    "nesting-too-deep", event.start_mark.line, event.start_mark.column, limit=str(MAXIMUM_DEPTH)
                )
            line, column = event.start_mark.line + self.first_line, event.start_mark.column + 1
            is_mapping = kind is yaml.MappingStartEvent
            node = Mapping(line, column, is_flow=bool(event.flow_style)) if is_mapping else Sequence(line, column)
            self._place(node, event)
            self.stack.append(node)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        elif kind is yaml.AliasEvent:
            raise _Refused("yaml-alias", event.start_mark.line, event.start_mark.column, text="*" + event.anchor)
        elif kind is yaml.DocumentStartEvent and (
            self.root is not None or event.explicit or event.tags or event.version
        ):
            raise _Refused("yaml-syntax", event.start_mark.line, event.start_mark.column, reason="---")

    def _scalar(self, event: Any) -> None:
        self._refuse_reference(event)
        start, end = event.start_mark, event.end_mark
        text = event.value
        if len(text) > SCALAR_CHARACTERS:
            raise _Refused("value-too-long", start.line, start.column, limit=str(SCALAR_CHARACTERS))
        if not event.style:
            self._refuse_cut_text(end)
            text = "" if text in NULL else text
        elif event.style == '"':
            self._refuse_escape(start, end)
        length = end.column - start.column if end.line == start.line else 1
        self._place(Scalar(text, start.line + self.first_line, start.column + 1, max(1, length)), event)

    def _refuse_reference(self, event: Any) -> None:
        if event.anchor:
            raise _Refused("yaml-alias", event.start_mark.line, event.start_mark.column, text="&" + event.anchor)
        if event.tag:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise _Refused("yaml-tag", event.start_mark.line, event.start_mark.column, text=written)

    def _refuse_cut_text(self, end: Any) -> None:
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        rest = _CUT_TEXT.match(line, end.column)  # no slice of the line, which may be as long as the file
        if rest and line[: end.column].strip():
            position = self.source.position(end.line + self.first_line, rest.start(1) + 1, len(rest.group(1)))
            self.problems.append(
                Problem(rule="text-cut-by-comment", position=position, arguments={"text": rest.group(1)})
            )

    def _refuse_escape(self, start: Any, end: Any) -> None:
        """Refuse escapes but of the quotation mark and the backslash: they could stand for any character unseen."""
        escape = re.search(r"\\(?![\"\\])", re.sub(r"\\\\", "  ", self.text[start.index : end.index]))
        if escape:
            above, newline, before = self.text[start.index : start.index + escape.start()].rpartition("\n")
            line = start.line + above.count("\n") + len(newline)
            column = len(before) if newline else start.column + len(before)
            position = self.source.position(line + self.first_line, column + 1, 2)
            self.problems.append(Problem(rule="unknown-escape", position=position))

    def _place(self, node: Node, event: Any) -> None:
        self.nodes_left -= 1
        if self.nodes_left < 0:
            raise _Refused("too-many-values", event.start_mark.line, event.start_mark.column)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif parent.pending is None:
            if not isinstance(node, Scalar):
                raise _Refused("key-not-text", event.start_mark.line, event.start_mark.column)
            parent.pending = node
        else:
            key, parent.pending = parent.pending, None
            self._add_entry(parent, key, node)

    def _add_entry(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if parent.is_flow and isinstance(node, Scalar) and not node.text and self._is_cut_off(key):
            position = self.source.position(key.line, key.column, key.length)
            self.problems.append(Problem(rule="unquoted-comma", position=position, arguments={"text": key.text}))
            return
        if key.text in parent.entries:
            position = self.source.position(key.line, key.column, key.length)
            arguments = {"field": key.text, "line": str(parent.keys[key.text].line)}
            self.problems.append(Problem(rule="duplicate-key", position=position, arguments=arguments))
            return
        parent.entries[key.text] = node
        parent.keys[key.text] = key

    def _is_cut_off(self, key: Scalar) -> bool:
        """Tell whether a comma stands before the key and no colon behind it: it is the rest of a value."""
        line, start = self.lines[key.line - self.first_line], key.column - 1
        comma = line.rfind(",", 0, start)
        return comma >= 0 and not line[comma + 1 : start].strip() and not _COLON.match(line, start + key.length)


def plain(node: Node) -> object:
    """Return the tree as dicts, lists and text, without positions."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def find(root: Node, path: Path) -> tuple[Node, Scalar | None]:
    """Return the deepest node on the path that exists, and the key that leads to it if a mapping holds it."""
    node, key = root, None
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            key = node.keys[step]
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node, key = node.items[step], None
        else:
            break
    return node, key


def position_of(source: SourceText, root: Node, path: Path, *, at_key: bool = False) -> Position:
    """Return where the value at the path stands, or the nearest thing around it that exists."""
    node, key = find(root, path)
    if at_key and key is not None:
        return source.position(key.line, key.column, key.length)
    length = node.length if isinstance(node, Scalar) else 1
    return source.position(node.line, node.column, length)
