"""The address register, read at once when it is in the canonical form, and by the YAML reader when it is not."""

from pathlib import Path

from ceremony_archive.model.permalink_text import canonical_addresses, comment_of
from ceremony_archive.model.register import PermalinkRegister
from ceremony_archive.problems import Position
from ceremony_archive.source.document import Document
from ceremony_archive.source.text import REGISTER_BYTES, SourceText, decode_source, read_bytes
from ceremony_archive.source.yaml_tree import Mapping, Scalar


def canonical_register(path: Path, name: str) -> tuple[PermalinkRegister, Document] | None:
    """Return the register and what it was read from, its tree left out; None when the text is not canonical."""
    data, _ = read_bytes(path, name, REGISTER_BYTES)
    try:
        text = data.decode("utf-8") if data else ""
    except UnicodeDecodeError:
        return None
    addresses = canonical_addresses(text)
    comment = comment_of(text)
    if addresses is None or (comment and not _is_clean(comment, name)):
        return None
    document = Document(SourceText(name, text, tuple(text.split("\n"))), Mapping(1, 1))
    return PermalinkRegister(addresses=addresses), document


def address_position(document: Document, address: str) -> Position:
    """Return where the address stands in the register, whichever way it was read."""
    entries = document.tree.entries.get("addresses")
    key = entries.keys.get(address) if isinstance(entries, Mapping) else None
    if isinstance(key, Scalar):
        return document.source.position(key.line, key.column, key.length)
    start = f"  {address}: "
    line = next((number for number, line in enumerate(document.source.lines, 1) if line.startswith(start)), 1)
    return document.source.position(line, 3 if line > 1 else 1, len(address) if line > 1 else 1)


def _is_clean(comment: str, name: str) -> bool:
    source, _ = decode_source(comment.encode(), name)
    return source is not None and source.text == comment
