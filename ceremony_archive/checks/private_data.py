"""private-data: a birth date, a phone number, an identity number, a home address or an e-mail address.

What: any text of a record, of an entity or of a text page holds one. Addresses of web pages are not looked into, nor
is the street of a venue; a text page may give the site's own contact.
Why: the archive publishes name, office, organization, award and source of a person and nothing else (Law 91/2025/QH15;
Decree 13/2023/NĐ-CP names these as basic personal data), even where the newspaper prints more.
"""

import re
from collections.abc import Iterator

from ceremony_archive.checks.locating import ORGANIZATIONS, PEOPLE, Documents
from ceremony_archive.checks.private_patterns import PATTERNS, Pattern, patterns_in
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.document import Document, split_front_matter
from ceremony_archive.source.text import SourceText
from ceremony_archive.source.yaml_tree import Mapping, Node, Scalar, Sequence

RULE = "private-data"

# Fields that hold an address, a digest or a bare number, none of which is about a person.
NOT_READ = frozenset({"url", "sha256", "id", "value", "whole", "actual", "target"})
VENUE = "venue"

_WEB_ADDRESS = re.compile(r"https?://[^\s)>\]]+")


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each piece of private data."""
    contact = archive.site.contact.removeprefix("mailto:")
    for ceremony in archive.ceremonies:
        yield from _in_document(documents.get(ceremony.id), has_body=True)
    for text in archive.texts:
        yield from _in_document(documents.get(text), has_body=True, allowed=contact)
    for file in (PEOPLE, ORGANIZATIONS):
        yield from _in_document(documents.get(file), has_body=False)


def _in_document(document: Document | None, *, has_body: bool, allowed: str = "") -> Iterator[Problem]:
    if document is None:
        return
    source = document.source
    # A double-quoted value may hide letters behind escapes; then only the tree shows them.
    patterns = PATTERNS if "\\" in source.text else patterns_in(source.text)
    if not patterns:
        return
    for key, scalar in _scalars(document.tree, ""):
        for pattern, match in _found(patterns, _blanked(scalar.text, allowed), key):
            yield _problem(match.group(), _position_in(source, scalar, pattern, match))
    if has_body:
        _, line, _ = split_front_matter(source)
        for _, match in _found(patterns, _blanked("\n".join(source.lines[line - 1 :]), allowed), ""):
            before, _, start_of_line = match.string[: match.start()].rpartition("\n")
            number = line + before.count("\n") + ("\n" in match.string[: match.start()])
            shown = match.group().partition("\n")[0]
            yield _problem(match.group(), source.position(number, len(start_of_line) + 1, len(shown)))


def _found(patterns: tuple[Pattern, ...], text: str, key: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        if pattern.is_address and key == VENUE:
            continue
        for match in pattern.matches(text):
            start, end = match.span()
            if all(end <= earlier_start or start >= earlier_end for earlier_start, earlier_end in taken):
                taken.append((start, end))
                yield pattern, match


def _blanked(text: str, allowed: str) -> str:
    """Return the text with web addresses, and what is allowed, turned into spaces, so that all else keeps its place."""
    if allowed:
        text = text.replace(allowed, " " * len(allowed))
    return _WEB_ADDRESS.sub(lambda address: " " * len(address.group()), text) if "://" in text else text


def _scalars(node: Node, key: str) -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Scalar):
        if key not in NOT_READ:
            yield key, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item, key)
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from _scalars(entry, name)


def _position_in(source: SourceText, scalar: Scalar, pattern: Pattern, match: re.Match[str]) -> Position:
    """Return the place of the match: on the line of its value, or below it where the value takes several lines."""
    for number in range(scalar.line, min(len(source.lines), scalar.line + match.string.count(" ") + 1) + 1):
        column = source.lines[number - 1].find(match.group(), scalar.column - 1 if number == scalar.line else 0)
        if column >= 0:
            return source.position(number, column + 1, len(match.group()))
    return source.position(scalar.line, scalar.column, scalar.length)


def _problem(text: str, where: Position) -> Problem:
    return Problem(rule=RULE, position=where, arguments={"text": " ".join(text.split())})
