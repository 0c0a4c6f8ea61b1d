"""What a redaction's field leads to: whose name or which text, what of it is withheld, and how far that may go."""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from ceremony_archive.model.ceremony import Ceremony, Official, Recipient
from ceremony_archive.model.entity import Organization, Person
from ceremony_archive.model.field_path import FieldPath, may_be_emptied, parse_path, paths_in, value_at, written
from ceremony_archive.model.register import Degree
from ceremony_archive.model.values import Bilingual

Record: TypeAlias = Ceremony | Person | Organization

ALWAYS_THERE = ("title", "summary", "story")
# What somebody is, not who: the same words are said of many others.
SAID_OF_MANY = ("honorific", "role", "organization", "locality")
NAMES_OF_PEOPLE = ("received_by", "presented_by")
KINDS_WITH_INITIALS = ("individual", "household")
CHECK_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Target:
    """What a field leads to. `path` is that of a recipient or official as a whole, also where the field is the name."""

    path: FieldPath
    kind: Literal["recipient", "official", "entity", "text", "required"]
    value: object

    @property
    def text(self) -> str:
        """The text at the field, of which the register keeps a digest."""
        return next(iter(_texts(self.value)))

    @property
    def words(self) -> tuple[str, ...]:
        """The words that may not be read anywhere: none where they are said of many others."""
        if self.kind == "text" and self.path[-1] in SAID_OF_MANY:
            return ()
        return tuple(dict.fromkeys(_texts(self.value)))

    @property
    def degrees(self) -> tuple[Degree, ...]:
        """How far a redaction may go here."""
        if self.kind == "required":
            return ()
        if self.kind == "text" and self.path[-1] in SAID_OF_MANY:
            return ("removed",)
        return ("removed", "initials", "unindexed") if self._has_initials else ("removed", "unindexed")

    @property
    def _has_initials(self) -> bool:
        if isinstance(self.value, Recipient):
            return self.value.kind in KINDS_WITH_INITIALS
        return self.kind == "official" or (self.kind == "text" and self.path[-1] in NAMES_OF_PEOPLE)


def target_of(record: Record, field: str) -> Target | None:
    """Return what the field of the record leads to, or None where there is no name and no free text."""
    path = parse_path(field)
    if path is None:
        return None
    value = value_at(record, path)
    if isinstance(record, Person | Organization) and path == ("name",):
        return Target((), "entity", record)
    if value is not None and path[0] in ALWAYS_THERE:
        return Target(path, "required", value)
    bearer = path[:-1] if path[-1] == "name" else path
    for kind, owner in (("recipient", Recipient), ("official", Official)):
        named = value_at(record, bearer)
        if isinstance(named, owner):
            return Target(bearer, cast("Literal['recipient', 'official']", kind), named) if named.name else None
    may_go = None if value is None else may_be_emptied(record, path)
    return None if may_go is None else Target(path, "text" if may_go else "required", value)


def check_digits(record_id: str, text: str) -> str:
    """Return the digits by which the register knows the text at a field again."""
    return hashlib.sha256(f"{record_id}\0{text}".encode()).hexdigest()[:CHECK_DIGITS]


def place_of(record: Record, field: str, check: str) -> str | None:
    """Return where in the record the text with these digits stands now, at a field of the same kind if there is one."""
    places = []
    for path in paths_in(record):
        target = target_of(record, written(path)) if path else None
        if target and target.kind != "required" and check_digits(record.id, target.text) == check:
            places.append(written(path))
    return min(places, key=lambda place: _shape(place) != _shape(field), default=None)


def initials(name: str) -> str:
    """Return the first letter of each word of a name: "Trương Quốc Lâm" gives "T. Q. L."."""
    letters = (next(filter(str.isalnum, word), "") for word in name.split())
    return " ".join(f"{letter.upper()}." for letter in letters if letter)


def _shape(field: str) -> str:
    return re.sub(r"\d+", "", field)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, Recipient | Official):
        texts: tuple[str | None, ...] = (value.name, value.name_as_printed)
    elif isinstance(value, Person | Organization):
        texts = (value.name, *value.variants, value.name_en if isinstance(value, Organization) else None)
    elif isinstance(value, Bilingual):
        texts = (value.vi, value.en)
    else:
        texts = (str(value),)
    return tuple(text for text in texts if text)
