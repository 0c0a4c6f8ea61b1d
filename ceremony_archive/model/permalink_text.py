"""The canonical text of the address register: the comment at the top, then a line for each address, sorted."""

import re

from ceremony_archive.model.address import ADDRESS, LONGEST_ADDRESS

_HEAD = "addresses:\n"
_RECORD = r"(?:[0-9]{4}(?:-[0-9]{2}){0,2}|undated)-[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_LIST = r"(?:[a-z]+/)?[a-z]+\.(?:yaml|md)"
_OWNER = re.compile(rf"{_RECORD}|{_LIST}")
_LINES = re.compile(rf"(?:  {ADDRESS}: (?:{_RECORD}|{_LIST})\n)++")
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:[./-][a-z0-9]+)*")
_WORDS_OF_YAML = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan"}


def permalink_text(comment: str, addresses: dict[str, str]) -> str:
    """Return the text of a register with these addresses below the comment."""
    lines = "".join([f"  {address}: {_written(addresses[address])}\n" for address in sorted(addresses)])
    return f"{comment}{_HEAD}{lines}" if lines else f"{comment}addresses: {{}}\n"


def comment_of(text: str) -> str:
    """Return the block of comments at the top with the empty line below it, or nothing where there is none."""
    block = re.match(r"(?:[ \t]*(?:#[^\n]*)?\n)*", text)
    lines = [line.strip() for line in block[0].strip().split("\n")] if block else []
    return "\n".join([*lines, "", ""]) if any(lines) else ""


def canonical_addresses(text: str) -> dict[str, str] | None:
    """Return the addresses of a text that is in the canonical form, or None for any other text.

    This is for speed: a register of 60,000 lines takes a second with the YAML reader, whose answer is the same.
    """
    comment = comment_of(text)
    start = len(comment) + len(_HEAD)
    if not text.startswith(comment + _HEAD) or not _LINES.fullmatch(text, start):
        return None
    addresses = dict(line.split(": ") for line in text[start + 2 : -1].split("\n  "))
    names = list(addresses)
    is_sorted = len(names) == text.count("\n", start) and names == sorted(names)
    is_well_formed = max(map(len, names)) <= LONGEST_ADDRESS and "\n  en/" not in text
    return addresses if is_sorted and is_well_formed else None


def _written(owner: str) -> str:
    if _OWNER.fullmatch(owner) or (_PLAIN.fullmatch(owner) and owner not in _WORDS_OF_YAML):
        return owner
    return '"' + owner.replace("\\", "\\\\").replace('"', '\\"') + '"'
