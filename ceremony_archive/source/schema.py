"""A tree of text against the closed schema: typed records, or every mistake at its place."""

import dataclasses
import difflib
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ceremony_archive.model.field_path import written
from ceremony_archive.model.fold import fold
from ceremony_archive.problems import Problem
from ceremony_archive.source.text import MISTAKES, SourceText, too_many
from ceremony_archive.source.yaml_tree import Mapping, Path, Scalar, Sequence, find, plain, position_of

Record = TypeVar("Record")

_SHAPES = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "dataclass_type": "mapping",
    "string_type": "text",
    "literal_error": "text",
}


def bind(
    source: SourceText, tree: Mapping, record_type: type[Record], **given: object
) -> tuple[Record | None, list[Problem]]:
    """Return the record that the tree describes, or None and every mistake in it.

    `given` are fields that do not come from the tree (id, story); a tree that has them too is wrong.
    Problems: reports `unknown-field`, `missing-field`, `wrong-shape`, `empty-value`, `unknown-choice`,
    `too-many-mistakes`, and the rules of the value types (model/values.py).
    """
    problems = [_unknown_field(source, tree, (name,), record_type) for name in given if name in tree.entries]
    fields = {**cast("dict[str, Any]", plain(tree)), **given}
    try:
        record: Record = _adapter(cast("Any", record_type)).validate_python(fields)
    except ValidationError as error:
        found = (problem for details in error.errors() for problem in _problems(source, tree, details, record_type))
        return None, [too_many(next(found))] if error.error_count() > MISTAKES else [*problems, *found]
    return (None, problems) if problems else (record, [])


# Stand-ins for required fields that are wrong, where no check can take them for a statement.
_STAND_INS = {
    "title": {"vi": "…"},
    "summary": {"vi": "…"},
    "scope": "presented",
    "took_part": ["attended"],
    "coverage": "full",
}


def bind_the_rest(tree: Mapping, record_type: type[Record], **given: object) -> Record | None:
    """Return the record without what is wrong in it, or None if too little is left: for checks, never to be published.

    So one run tells both what is badly written and what is wrong in the rest. A list keeps its items up to the first
    that cannot be kept, so that what is left stands where it stood.
    """
    fields = {**cast("dict[str, Any]", plain(tree)), **given}
    for _ in range(4):
        try:
            record: Record = _adapter(cast("Any", record_type)).validate_python(fields)
        except ValidationError as error:
            for details in error.errors():
                _cut(fields, tuple(details["loc"]), is_missing=details["type"].startswith("missing"))
        else:
            return record
    return None


def _cut(fields: dict[str, Any], path: Path, *, is_missing: bool) -> None:
    """Take out the field of the record, or of an item of one of its lists, in which the path ends."""
    name, owner = str(path[0]), fields
    if len(path) > 2 and isinstance(path[1], int) and isinstance(fields.get(name), list):
        items = fields[name]
        if path[1] >= len(items) or not isinstance(items[path[1]], dict):
            return
        if is_missing and len(path) == 3 and str(path[2]) not in _STAND_INS:
            del items[path[1] :]
            return
        name, owner = str(path[2]), items[path[1]]
    if name in _STAND_INS:
        owner[name] = _STAND_INS[name]
    else:
        owner.pop(name, None)


@cache
def _adapter(record_type: Any) -> TypeAdapter[Any]:
    return TypeAdapter(record_type)


def _problems(source: SourceText, tree: Mapping, details: ErrorDetails, record_type: type) -> Iterator[Problem]:
    path: Path = tuple(details["loc"])
    kind, context = details["type"], {key: str(value) for key, value in details.get("ctx", {}).items()}
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        yield _unknown_field(source, tree, path, record_type)
        return
    node, _ = find(tree, path)
    arguments = {"field": written(path), **context}
    if kind in ("missing", "missing_argument", "missing_keyword_only_argument"):
        arguments |= {"parent": written(path[:-1]), "name": str(path[-1])}
        position = position_of(source, tree, path[:-1], at_key=True)
        yield Problem(rule="missing-field", position=position, arguments=arguments)
        return
    position = position_of(source, tree, path, at_key=path[-1:] == ("[key]",))
    if kind == "too_short" and isinstance(node, Sequence) and node.items:
        return  # the list is short only of what is wrong with its items, which is told
    if kind == "too_short" or (isinstance(node, Scalar) and not node.text.strip()):
        yield Problem(rule="empty-value", position=position_of(source, tree, path, at_key=True), arguments=arguments)
    elif kind == "literal_error" and isinstance(node, Scalar):
        arguments |= _choice(str(details["input"]), choices_at(record_type, path))
        yield Problem(rule="unknown-choice", position=position, arguments=arguments)
    elif kind in _SHAPES or kind == "wrong-shape":
        yield Problem(
            rule="wrong-shape", position=position, arguments={**arguments, "expected": _SHAPES.get(kind, "text")}
        )
    else:
        yield Problem(rule=kind, position=position, arguments=arguments)


def _unknown_field(source: SourceText, tree: Mapping, path: Path, record_type: type) -> Problem:
    name = str(path[-1])
    owner = _type_at(record_type, path[:-1])
    known = [field.name for field in dataclasses.fields(owner)] if dataclasses.is_dataclass(owner) else []
    known = [field for field in known if field not in ("id", "story") or len(path) > 1]
    position = position_of(source, tree, path, at_key=True)
    arguments = {
        "field": name,
        "parent": written(path[:-1]),
        "nearest": nearest(name, known),
        "known": ", ".join(known),
    }
    return Problem(rule="unknown-field", position=position, arguments=arguments)


def nearest(word: str, known: typing.Iterable[str]) -> str:
    """Return the known word that the typed one comes closest to, or an empty text when none is close."""
    by_fold = {fold(candidate): candidate for candidate in known}
    close = difflib.get_close_matches(fold(word), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else ""


def _choice(typed: str, choices: tuple[str, ...]) -> dict[str, str]:
    return {"text": typed, "choices": ", ".join(choices), "nearest": nearest(typed, choices)}


def choices_at(record_type: type, path: Path) -> tuple[str, ...]:
    """Return the words of the closed list at the path."""
    found = _type_at(record_type, path)
    return tuple(str(choice) for choice in typing.get_args(found)) if typing.get_origin(found) is typing.Literal else ()


def _type_at(annotation: Any, path: Path) -> Any:
    for step in path:
        annotation = _bare(annotation)
        if dataclasses.is_dataclass(annotation):
            hints = typing.get_type_hints(annotation)
            if step not in hints:
                return None
            annotation = hints[str(step)]
        elif typing.get_origin(annotation) is tuple:
            annotation = typing.get_args(annotation)[0]
        elif typing.get_origin(annotation) is dict:
            annotation = typing.get_args(annotation)[1]
    return _bare(annotation)


def _bare(annotation: Any) -> Any:
    """Return the annotation without Annotated and without "or None"."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _bare(typing.get_args(annotation)[0])
    if origin in (typing.Union, types.UnionType):
        return _bare(next(part for part in typing.get_args(annotation) if part is not type(None)))
    return annotation
