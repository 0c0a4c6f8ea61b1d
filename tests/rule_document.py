"""A rule's document, tests/rules/<rule>.md: prose for editors that is a test too.

After the prose stand four sections, each in both languages: why, an example, the message, what to write instead.
The blocks of the example and of the mended text change a copy of the golden content:

    yaml ceremony       fields that take the place of the base record's
    markdown story      a story that takes the place of the base record's
    file <path>         a whole file
    escaped <path>      a whole file, bytes written as \\x00, \\t, \\r, \\n, \\\\;
                        `escaped ceremony` and `escaped story` stand for fields and a story
    base64 <path>       a whole file that is no text
    removed <path>      a file that is not there
    link <path>         a symbolic link to what the block names
    unreadable <path>   a file that the system refuses to open

⟨text × 3⟩ stands for texttexttext, so that a long file has a short example.
"""

import base64
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ceremony_archive.model.values import LANGUAGES, Language
from tests.content_copy import ContentCopy

FOLDER = Path(__file__).parent / "rules"
HEADINGS = ("Vì sao · Why", "Ví dụ · Example", "Thông báo · Message", "Cách viết đúng · Use instead")
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<kind>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_REPEATED = re.compile(r"⟨(.*?) × (\d+)⟩", re.DOTALL)
_ESCAPE = re.compile(rb"\\(x[0-9a-f]{2}|[nrt\\])")
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\\": b"\\"}


@dataclass(frozen=True)
class Block:
    """A fenced block: the words behind its fence and its text."""

    kind: str
    argument: str
    text: str

    @property
    def data(self) -> bytes:
        """The bytes that the block stands for."""
        if self.kind == "base64":
            return base64.b64decode(self.text)
        text = _REPEATED.sub(lambda found: found[1] * int(found[2]), self.text)
        return _ESCAPE.sub(_unescaped, text.encode()) if self.kind == "escaped" else text.encode()


@dataclass(frozen=True)
class RuleDocument:
    """A rule's document as it stands in its file."""

    path: Path
    text: str

    @property
    def rule(self) -> str:
        """The rule that the document is about."""
        return self.path.stem

    def section(self, heading: str) -> str:
        """Return the text below a heading."""
        found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL)
        assert found, f"{self.path.name} has no section {heading!r}"
        return found[1]

    def example(self) -> list[Block]:
        """Return the blocks of the example."""
        return list(blocks(self.section(HEADINGS[1])))

    def mended(self) -> list[Block]:
        """Return the blocks of the mended text."""
        return list(blocks(self.section(HEADINGS[3])))

    def message(self, language: Language) -> str:
        """Return the report that the document promises for its example."""
        shown = {block.argument: block.text for block in blocks(self.section(HEADINGS[2])) if block.kind == "text"}
        return shown.get(language, "")

    def with_messages(self, messages: dict[Language, str]) -> str:
        """Return the text of the document with these reports in place of those that it has."""
        shown = "\n".join(f"```text {language}\n{messages[language]}```\n" for language in LANGUAGES)
        head, _, rest = self.text.partition(f"## {HEADINGS[2]}\n")
        return f"{head}## {HEADINGS[2]}\n\n{shown}\n## {rest.partition('## ')[2]}"


def documents() -> list[RuleDocument]:
    """Return every rule's document."""
    return [RuleDocument(path, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.md"))]


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of the text."""
    for found in _FENCE.finditer(text):
        kind, _, argument = found["kind"].strip().partition(" ")
        yield Block(kind, argument, found["text"])


def apply(changes: list[Block], content: ContentCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    """Change the content as the blocks say."""
    for block in changes:
        match block.kind, block.argument:
            case (("yaml" | "escaped"), "ceremony"):
                content.change_fields(block.data)
            case (("markdown" | "escaped"), "story"):
                content.change_story(block.data)
            case (("file" | "escaped" | "base64"), path):
                content.put(path, block.data)
            case "removed", path:
                content.remove(path)
            case "link", path:
                content.link(path, block.text.strip())
            case "unreadable", path:
                _refuse_to_open(content.folder / path, monkeypatch)
            case kind, argument:
                raise ValueError(f"no such block: {kind} {argument}")


def _refuse_to_open(refused: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make opening the file fail as it does without the right to read; taking the right away does not stop root."""
    open_file = os.open

    def open_or_refuse(path: str | Path, flags: int, *rest: int) -> int:
        if Path(path) == refused:
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, flags, *rest)

    monkeypatch.setattr(os, "open", open_or_refuse)


def _unescaped(found: re.Match[bytes]) -> bytes:
    escape = found[1]
    return bytes([int(escape[1:], 16)]) if escape.startswith(b"x") else _SHORT[escape]
