"""What was written, read back from the disk: markup, data, links and anchors, and that nothing is missing or extra."""

import csv
import io
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote
from xml.parsers import expat

from ceremony_archive.output.manifest import digest, files_below
from ceremony_archive.problems import Fault

Target: TypeAlias = tuple[str, str]  # an address of the site and an anchor on it, or an empty text

_DOCTYPE = b"<!doctype html>\n"
_VOID = re.compile(rb"<((?:meta|link|img|br|hr|input|col|wbr|source)\b[^<>]*)>")
_LINKS = (re.compile(rb'href="([^"]*)"'), re.compile(rb'src="([^"]*)"'))
_ID = re.compile(rb'\sid="([^"]*)"')
_JSON_LD = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_SCRIPT = b"<script"
_SCRIPT_OF_THE_THEME = b"<script src="
_HANDLER = re.compile(rb' on[a-z]+="')
_STYLES = (b"<style", b' style="')
_ELSEWHERE = re.compile(r"(?:https?:|mailto:)")


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What reading files back has found: faults, and each address and anchor that a page leads to, with that page."""

    faults: list[Fault] = field(default_factory=list)
    targets: dict[Target, str] = field(default_factory=dict)


def read_back(stage: Path, digests: Mapping[str, str], site_url: str) -> ReadBack:
    """Read every file of the list from the disk, compare it with what was written, and parse it.

    Raises OSError when a file cannot be read.
    """
    found = ReadBack()
    known: dict[str, set[bytes]] = {}
    absolute = re.compile(re.escape(site_url).encode() + rb"/([^\"\s<>]*)")
    for path, expected in digests.items():
        content = (stage / path).read_bytes()
        if digest(content) != expected:
            found.faults.append(Fault("changed", path))
        links: set[bytes] = set()
        if path.endswith(".html"):
            found.faults.extend(_markup_faults(path, content))
            for pattern in _LINKS:
                links.update(pattern.findall(content))
        else:
            found.faults.extend(_data_faults(path, content))
        links.update(b"/" + address for address in absolute.findall(content))
        found.faults.extend(_dead_on_the_page(path, content, links))
        _note_targets(found.targets, path, links, known.setdefault(posixpath.dirname(path), set()))
    return found


def site_faults(stage: Path, addresses: Iterable[str], targets: Mapping[Target, str]) -> Iterator[Fault]:
    """Yield what is wrong with the stage as a whole: dead links and anchors, files missing, files not in the list."""
    expected = set(addresses)
    for target, anchors in _by_address(targets).items():
        if target not in expected:
            yield Fault("link", next(iter(anchors.values())), target)
            continue
        if not any(anchors):
            continue
        ids = {name.decode() for name in _ID.findall((stage / target).read_bytes())}
        yield from (
            Fault("link", page, f"{target}#{anchor}")
            for anchor, page in anchors.items()
            if anchor and anchor not in ids
        )
    there = set(files_below(stage))
    yield from (Fault("missing", path) for path in sorted(expected - there))
    yield from (Fault("unlisted", path) for path in sorted(there - expected))


def _markup_faults(path: str, page: bytes) -> Iterator[Fault]:
    """Yield what is wrong with a page: its elements nest as in XML, its data is JSON, no script or style is in it."""
    try:
        page.decode()
    except UnicodeDecodeError:
        yield Fault("text", path)
    if not page.startswith(_DOCTYPE):
        yield Fault("markup", path, "1")
    parser = expat.ParserCreate()
    try:
        parser.Parse(_VOID.sub(rb"<\1/>", page[len(_DOCTYPE) :]), True)
    except expat.ExpatError as error:
        yield Fault("markup", path, str(error.lineno + 1))  # behind the line of the doctype; columns moved
    blocks = _JSON_LD.findall(page)
    for block in blocks:
        yield from _json_faults(path, block)
    if page.count(_SCRIPT) != len(blocks) + page.count(_SCRIPT_OF_THE_THEME):
        yield Fault("script", path, _SCRIPT.decode())
    yield from (Fault("script", path, style.decode().strip()) for style in _STYLES if style in page)
    yield from (Fault("script", path, handler.decode().strip()) for handler in _HANDLER.findall(page))


def _data_faults(path: str, content: bytes) -> Iterator[Fault]:
    """Yield what is wrong with a file that is no page, by what its name says that it is."""
    if path.endswith((".xml", ".atom", ".svg")):
        try:
            expat.ParserCreate().Parse(content, True)
        except expat.ExpatError as error:
            yield Fault("markup", path, str(error.lineno))
    elif path.endswith(".json"):
        yield from _json_faults(path, content)
    elif path.endswith(".csv"):
        try:
            widths = {len(row) for row in csv.reader(io.StringIO(content.decode(), newline=""), strict=True)}
        except (UnicodeDecodeError, csv.Error):
            widths = set()
        if len(widths) != 1:
            yield Fault("data", path, "CSV")


def _json_faults(path: str, content: bytes) -> Iterator[Fault]:
    try:
        json.loads(content)
    except ValueError:
        yield Fault("data", path, "JSON")


def _dead_on_the_page(path: str, content: bytes, links: Iterable[bytes]) -> Iterator[Fault]:
    for link in links:
        if link.startswith(b"#") and b' id="%s"' % link[1:] not in content:
            yield Fault("link", path, link.decode(errors="replace"))


def _note_targets(targets: dict[Target, str], path: str, links: set[bytes], known: set[bytes]) -> None:
    """Add what the links of a file lead to on other pages; `known` are those that files of its folder had before."""
    folder = posixpath.dirname(path)
    for link in links - known:
        if not link.startswith(b"#"):
            target = _target(folder, link.decode(errors="replace"))
            if target is not None:
                targets.setdefault(target, path)
            known.add(link)


def _target(folder: str, link: str) -> Target | None:
    """Return the address and anchor that a link from a file of the folder means, or None when it leads elsewhere."""
    if _ELSEWHERE.match(link):
        return None
    address, _, anchor = link.partition("#")
    address = unquote(address.partition("?")[0])
    if address.startswith("/"):
        return address[1:] or "index.html", anchor
    return posixpath.normpath(posixpath.join(folder, address)), anchor


def _by_address(targets: Mapping[Target, str]) -> dict[str, dict[str, str]]:
    grouped: dict[str, dict[str, str]] = {}
    for (address, anchor), page in targets.items():
        grouped.setdefault(address, {})[anchor] = page
    return grouped
