"""The text of a file, decoded strictly and normalised, with every fault of its characters as a Problem."""

import codecs
import os
import re
import stat
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from ceremony_archive.problems import Position, Problem

RECORD_BYTES = 1_000_000  # the limit for one record
LIST_BYTES = 2_000_000  # the limit for a vocabulary or a list of entities
REGISTER_BYTES = 64_000_000  # the limit for a register, which grows with all that was ever published
PILED = 5  # more marks on one letter than any language has
MISTAKES = 1_000  # a file with more is no file of ours, and nobody reads so many messages


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text: NFC, LF, no byte order mark. `name` is the path as editors see it in reports."""

    name: str
    text: str
    lines: tuple[str, ...] = field(repr=False)

    def position(self, line: int, column: int = 1, length: int = 1) -> Position:
        """Return the position with its line as typed."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Position(self.name, line, column, max(1, length), text)


def source_text(name: str, text: str) -> SourceText:
    """Return the normalised text under its name."""
    normal = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return SourceText(name, normal, tuple(normal.split("\n")))


def read_source(path: Path, name: str, limit: int = RECORD_BYTES) -> tuple[SourceText | None, list[Problem]]:
    """Return the text of the file, or None and what is wrong with its bytes or characters.

    Problems: reports `file-unreadable`, `file-too-large`, `file-empty`, `text-encoding`, `invisible-character`,
    `garbled-text` or `look-alike-letter`.
    """
    data, problem = read_bytes(path, name, limit)
    if data is None:
        return None, [problem] if problem else []
    return decode_source(data, name)


def decode_source(data: bytes, name: str) -> tuple[SourceText | None, list[Problem]]:
    """Return the text of the bytes, or None and what is wrong with them."""
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        return None, [Problem(rule="file-empty", position=Position(name))]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.count(0, 0, 1000) > len(data[:1000]) // 4:
        return None, [Problem(rule="text-encoding", position=Position(name), arguments={"encoding": "UTF-16"})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        shown = data.split(b"\n")[line - 1].decode("utf-8", "replace").strip("\r")
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        position = Position(name, line, column, 1, shown)
        return None, [Problem(rule="text-encoding", position=position, arguments={"encoding": "windows-1258 / TCVN3"})]
    piled = _piled_marks(text)
    if piled:
        line = text.count("\n", 0, piled.start()) + 1
        position = Position(name, line, piled.start() - text.rfind("\n", 0, piled.start()), len(piled[0]))
        return None, [Problem(rule="garbled-text", position=position, arguments={"text": piled[0][:PILED]})]
    source = source_text(name, text)
    problems = _character_problems(source)
    return (None, problems) if problems else (source, [])


def _piled_marks(text: str) -> re.Match[str] | None:
    """Return the first letter under more marks than any has: composing such a pile takes time with its square."""
    marks = "".join(character for character in set(text) if unicodedata.combining(character))
    return re.search(f".?[{re.escape(marks)}]{{{PILED},}}", text, re.DOTALL) if marks else None


def read_bytes(path: Path, name: str, limit: int) -> tuple[bytes | None, Problem | None]:
    """Return what a plain file holds, or None and why not. Problems: reports `file-unreadable` or `file-too-large`."""

    def unreadable(reason: str) -> Problem:
        return Problem(rule="file-unreadable", position=Position(name), arguments={"reason": reason})

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except PermissionError:
        return None, unreadable("not-allowed")
    except OSError:
        return None, unreadable("not-a-file")
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None, unreadable("not-a-file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(limit + 1)
    except OSError:
        return None, unreadable("disk")
    finally:
        os.close(descriptor)
    if len(data) > limit:
        return None, Problem(rule="file-too-large", position=Position(name), arguments={"limit": str(limit)})
    return data, None


# Controls but tab and newline, soft hyphen, odd spaces, zero-width and bidi marks, separators, private use,
# non-characters.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u2800\u3000\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U0010ffff]"
)
_INNER_TAB = re.compile(r"(?<=[^ \t])[ ]*\t")
_GARBLED = re.compile(
    "\ufffd|Ã[\u00a0-¿€-™]|áº|á»|Ä[‘’]|Æ°|Æ¡|â€"  # UTF-8 read as Windows-1252
    "|[a-zA-ZÀ-ỹ][µ¶\u00b8¹]|[a-z]·(?=[\\sa-z])|[a-zA-ZÀ-ỹ][»¼½¾®][a-zA-Z]|[®§][a-zµ¶·\u00b8¹Êåê]"  # TCVN3 fonts
    "|(?i:a[åäëüøû]|aï(?=[cimnoptuy]|\\b)|e[åäøûï]|o[åäøûï]|[ôö][ùøûõï]|u[øûï]|y[øû])"  # VNI fonts
)
_LOOK_ALIKES = {
    **{"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "¬": "-"},
    **dict(zip("авеіјкмнорсухѕ", "abeijkmhopcyxs", strict=True)),
    **dict(zip("АВЕІЈКМНОРСТУХ", "ABEIJKMHOPCTYX", strict=True)),  # noqa: RUF001
    **dict(zip("ανοΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "avoABEHIKMNOPTYXZ", strict=True)),  # noqa: RUF001
}
_LOOK_ALIKE = re.compile(f"[{''.join(_LOOK_ALIKES)}\u0400-\u04ff\u0370-\u03ff]")
_CHARACTER_RULES = (
    ("invisible-character", INVISIBLE),
    ("invisible-character", _INNER_TAB),
    ("garbled-text", _GARBLED),
    ("look-alike-letter", _LOOK_ALIKE),
)


def _character_problems(source: SourceText) -> list[Problem]:
    problems: list[Problem] = []
    for rule, pattern in _CHARACTER_RULES:
        if not pattern.search(source.text):
            continue
        for number, line in enumerate(source.lines, start=1):
            match = pattern.search(line)
            if match:
                position = source.position(number, match.start() + 1, len(match.group()))
                problems.append(Problem(rule=rule, position=position, arguments=described(match.group())))
                if len(problems) > MISTAKES:
                    return [too_many(problems[0])]
    return problems


def too_many(first: Problem) -> Problem:
    """Return what is told of a file with more mistakes than anybody reads: that it has, and its first."""
    arguments = {"limit": str(MISTAKES), "first": first.rule}
    return Problem(rule="too-many-mistakes", position=first.position, arguments=arguments)


def described(found: str) -> dict[str, str]:
    """Return the words that a message needs on a character that is wrong."""
    character = found.strip(" ")[:1] or " "
    name = "TAB" if character == "\t" else unicodedata.name(character, "")
    return {
        "text": found,
        "character": f"U+{ord(character):04X} {name}".strip(),
        "suggestion": _LOOK_ALIKES.get(character, ""),
    }
