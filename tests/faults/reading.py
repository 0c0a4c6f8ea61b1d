"""What is on a page and in a file of data, read as a machine reads it."""

import csv
import io
import json
import posixpath
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree

_WEB = ("http://", "https://", "mailto:", "#")
_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESSES = {"href", "src", "action", "formaction", "srcset", "data", "poster", "xlink:href"}
VOID = {"meta", "link", "br", "hr", "img", "input", "source", "wbr", "col"}


@dataclass
class ReadPage:
    """A page: its text, every tag with each of its attributes, and what addresses it should not have."""

    text: str = ""
    shapes: set[str] = field(default_factory=set)
    hostile_addresses: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ReadPage()
        self.parts: list[str] = []
        self.open: list[str] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.shapes |= {tag, *(f"{tag}@{name}" for name, _ in attrs)}
        for name, value in attrs:
            address = value or ""
            if name in _ADDRESSES and _SCHEME.match(address) and not address.startswith(_WEB):
                self.page.hostile_addresses.append(address)
            elif name == "id":
                self.page.ids.append(address)
            elif name in _ADDRESSES and not address.startswith(_WEB):
                self.page.links.append(address)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "script":
            self.data.append("")
            assert dict(attrs).get("type") == "application/ld+json" or "src" in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.data[-1] += data
        else:
            self.parts.append(data)


def page(data: bytes) -> ReadPage:
    """Return the page; fail when its tags do not close or its data cannot be read."""
    reader = _Reader()
    reader.feed(data.decode())
    reader.close()
    assert reader.open == [], reader.open
    assert len(set(reader.page.ids)) == len(reader.page.ids), "an id twice"
    for text in reader.data:
        if text:
            json.loads(text)
    reader.page.text = " ".join("".join(reader.parts).split())
    return reader.page


def target(path: str, address: str) -> str:
    """Return the file of the site that an address on a page leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), re.split("[?#]", address)[0]))


def demand_well_formed(path: str, data: bytes) -> None:
    """Fail unless a feed, a sitemap or a file of data can be read."""
    if path.endswith((".xml", ".atom", ".svg")):
        ElementTree.fromstring(data)
    elif path.endswith((".json", ".jsonld")):
        json.loads(data)
    elif path.endswith(".csv"):
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1, path


def cells(data: bytes) -> list[str]:
    """Return every cell of a table."""
    rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return [cell for row in rows for cell in row]


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet may take the cell for a formula: it begins as one does, and is no plain number."""
    begins = cell.lstrip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20") and cell.strip() != ""
    return (begins or cell[:1] in ("\t", "\r")) and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell)


def xml_text(data: bytes) -> str:
    """Return all text of an XML document."""
    return "".join(ElementTree.fromstring(data).itertext())
