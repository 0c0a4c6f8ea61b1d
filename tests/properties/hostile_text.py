"""Hostile text for every free-text field of the model, and what a page must keep whatever stands in its fields."""

import dataclasses
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from hypothesis import strategies as some
from pydantic import PlainValidator

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.fold import fold
from ceremony_archive.model.values import Bilingual, parse_text
from ceremony_archive.source.text import INVISIBLE

Value = TypeVar("Value")
Field = tuple[str, str]

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}{% include 'x' %}",
    "{site.url} {0} {t.words} %(x)s ${x}",
    "javascript:alert(1)",
    "]]><!--",
    "&lt;b&gt; &amp; <b>",
    "</title></style></textarea>",
)
ANY_TEXT = some.sampled_from(HOSTILE) | some.text(
    some.characters(exclude_categories=["Cs", "Cc"]).filter(lambda character: not INVISIBLE.match(character)),
    min_size=1,
    max_size=40,
)
# Text by its type, but not free: it chooses words or shapes of a page, or is clean HTML, or stands on no page.
NOT_FREE: Mapping[Field, str] = {
    ("Place", "level"): "one of the levels that the strings have words for",
    ("FormerForm", "level"): "one of the levels that the strings have words for",
    ("Story", "vi"): "clean HTML, made by the reader of stories",
    ("Story", "en"): "clean HTML, made by the reader of stories",
    ("Redaction", "field"): "a path, checked, which no page shows",
    ("Redaction", "check"): "a digest, which no page shows",
    **{("WithheldWords", name): "on no page" for name in ("redaction", "record", "words", "shared_with")},
}


@cache
def record_types() -> tuple[type, ...]:
    """Return the dataclasses that the archive is made of, from the archive itself inwards."""
    found: dict[type, None] = {}
    waiting: list[Any] = [Archive]
    while waiting:
        hint = waiting.pop()
        waiting += _inner(hint)
        if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint not in (*found, Bilingual):
            found[hint] = None
            waiting += hints(hint).values()
    return tuple(found)


def free_text_fields() -> set[Field]:
    """Return every field of the model that holds free text, as the class and the field's name."""
    fields = {
        (found.__name__, name) for found in record_types() for name, hint in hints(found).items() if holds_text(hint)
    }
    return fields - set(NOT_FREE)


def with_text(value: Value, text: str, reached: set[Field] | None = None) -> Value:
    """Return the record, or the whole archive, with the text added to every free text in it.

    `reached` takes the fields in which there was some.
    """
    assert dataclasses.is_dataclass(value)
    assert not isinstance(value, type)
    changed: dict[str, object] = {}
    for name, hint in hints(type(value)).items():
        field = type(value).__name__, name
        if field not in NOT_FREE:
            before = getattr(value, name)
            changed[name] = _with_text(before, hint, text, reached)
            if reached is not None and holds_text(hint) and changed[name] != before:
                reached.add(field)
    return dataclasses.replace(value, **changed)


def archive_with_text(archive: Archive, text: str, reached: set[Field] | None = None) -> Archive:
    """Return the archive with the text added to every free text in it; acts of the gazetteer go by their number."""
    changed = with_text(archive, text, reached)
    acts = {act.number: act for act in changed.gazetteer.acts.values()}
    return dataclasses.replace(changed, gazetteer=dataclasses.replace(changed.gazetteer, acts=acts))


def harmless(text: str) -> str:
    """Return plain words that lead to the same pages of names as the text, and are as Vietnamese by their letters."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(text))
    return f"{words} ª" if any(letter.isalpha() and not letter.isascii() for letter in text) else words


def structure(html: bytes) -> list[tuple[str, ...]]:
    """Return the tags of the page with the names of their attributes, in order."""
    parser = _Structure()
    parser.feed(html.decode())
    parser.close()
    return parser.tags


class _Structure(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *sorted(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--",))

    def handle_decl(self, decl: str) -> None:
        self.tags.append((f"!{decl}",))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("![",))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("?",))


@cache
def hints(record_type: type) -> dict[str, Any]:
    """Return the types of the dataclass's fields, with what validates them."""
    found = get_type_hints(record_type, include_extras=True)
    return {field.name: found[field.name] for field in dataclasses.fields(record_type)}


def holds_text(hint: Any) -> bool:
    """Tell whether a field of the type holds free text itself, and not only in records within it."""
    if get_origin(hint) is Annotated and any(isinstance(extra, PlainValidator) for extra in hint.__metadata__):
        return _is_text(hint)
    if _is_text(hint) or hint is Bilingual:
        return True
    return any(holds_text(inner) for inner in _inner(hint))


def _is_text(hint: Any) -> bool:
    if get_origin(hint) is not Annotated:
        return hint is str
    return any(isinstance(extra, PlainValidator) and extra.func is parse_text for extra in hint.__metadata__)


def _inner(hint: Any) -> tuple[Any, ...]:
    """Return the types within: what is annotated, the parts of a union, items of a tuple, the values of a mapping."""
    arguments = get_args(hint)
    if get_origin(hint) is Annotated:
        return arguments[:1]
    return arguments[1:] if get_origin(hint) in (dict, Mapping) else arguments


def _with_text(value: Any, hint: Any, text: str, reached: set[Field] | None) -> Any:
    if isinstance(value, Bilingual):
        return Bilingual(vi=value.vi + text, en=None if value.en is None else value.en + text)
    if isinstance(value, str):
        return value + text if holds_text(hint) else value
    if isinstance(value, tuple):
        return tuple(_with_text(item, hint, text, reached) for item in value)
    if isinstance(value, Mapping):
        return {key: _with_text(item, hint, text, reached) for key, item in value.items()}
    return with_text(value, text, reached) if dataclasses.is_dataclass(value) else value
