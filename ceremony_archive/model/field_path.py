"""Paths into a record as reports write them, items counted from 1: `awards[2].recipients[1]`."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ceremony_archive.model.values import Bilingual, Note, Text, Url

FieldPath: TypeAlias = tuple[str | int, ...]  # items counted from 0
Value = TypeVar("Value")

GONE: Final = object()
_STEP = re.compile(r"([a-z_]+)((?:\[[1-9][0-9]{0,5}\])?)", re.ASCII)


def parse_path(text: str) -> FieldPath | None:
    """Return the path that the text writes, or None when it is none."""
    path: list[str | int] = []
    for part in text.split("."):
        step = _STEP.fullmatch(part)
        if not step:
            return None
        path.append(step[1])
        if step[2]:
            path.append(int(step[2][1:-1]) - 1)
    return tuple(path)


def written(path: FieldPath) -> str:
    """Return the path as editors read it: awards[2].counts, items counted from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def value_at(record: object, path: FieldPath) -> object:
    """Return what stands at the path, or None where the record has nothing there."""
    value = record
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None) if dataclasses.is_dataclass(value) else None
    return value


def texts_in(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Yield every text below the value with its path; both languages of a bilingual text at the path of the text."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Bilingual):
        yield from ((path, text) for text in (value.vi, value.en) if text is not None)
    elif isinstance(value, tuple | list):
        for at, item in enumerate(value):
            yield from texts_in(item, (*path, at))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts_in(item, (*path, str(key)))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name), (*path, field.name))


def paths_in(value: object, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the path of the value and of everything below it, whole items before their parts."""
    yield path
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from paths_in(item, (*path, at))
    elif dataclasses.is_dataclass(value) and not isinstance(value, Bilingual):
        for field in dataclasses.fields(value):
            yield from paths_in(getattr(value, field.name), (*path, field.name))


def changed(value: Value, edits: Mapping[FieldPath, object]) -> Value:
    """Return the value with what the edits put at their paths; an item of a list that is GONE leaves it.

    All paths are those of the value as it is, so that no edit moves what another one means. An edit of a whole item
    stands above edits of its parts.
    """
    return cast("Value", _changed(value, edits))


def _changed(value: Any, edits: Mapping[FieldPath, object]) -> object:
    if () in edits:
        return edits[()]
    below: dict[str | int, dict[FieldPath, object]] = {}
    for path, new in edits.items():
        below.setdefault(path[0], {})[path[1:]] = new
    if isinstance(value, tuple):
        items = (_changed(item, below[at]) if at in below else item for at, item in enumerate(value))
        return tuple(item for item in items if item is not GONE)
    fields = {name: _changed(getattr(value, str(name)), rest) for name, rest in below.items()}
    return dataclasses.replace(value, **{str(name): None if new is GONE else new for name, new in fields.items()})


def may_be_emptied(record: object, path: FieldPath) -> bool | None:
    """Tell whether the free text at the path may be missing; None where there is no free text.

    Ids, dates, numbers and the words of closed lists are no free text.
    """
    hint: object = type(record)
    is_optional = False
    for step in path:
        is_optional = isinstance(step, int)
        if isinstance(step, int):
            hint = get_args(hint)[0] if get_origin(hint) is tuple else None
        else:
            hint = _hints(hint).get(step) if isinstance(hint, type) else None
        if get_origin(hint) in (Union, UnionType):
            parts = get_args(hint)
            is_optional = NoneType in parts
            hint = next(part for part in parts if part is not NoneType)
        if get_origin(hint) is Annotated and hint not in (Text, Url, Note):
            hint = get_args(hint)[0]
    return is_optional if hint in (Text, Url, Note, Bilingual) else None


@cache
def _hints(owner: type) -> Mapping[str, object]:
    return get_type_hints(owner, include_extras=True) if dataclasses.is_dataclass(owner) else {}
