"""People and organizations that somebody has verified: a name is not a person until evidence says so."""

from dataclasses import dataclass

from ceremony_archive.model.ceremony import closed
from ceremony_archive.model.values import Id, Note, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One appearance of the entity in a record: the printed name, and what shows that it is this one.

    `role` tells two bearers of one name in one record apart.
    """

    __pydantic_config__ = closed
    ceremony: Id
    name: Text
    role: Text | None = None
    evidence: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A verified person. The id is opaque and never changes."""

    __pydantic_config__ = closed
    id: Id
    name: Text
    variants: tuple[Text, ...] = ()
    mentions: tuple[Mention, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A verified organization. The id is opaque and never changes."""

    __pydantic_config__ = closed
    id: Id
    name: Text
    name_en: Text | None = None
    variants: tuple[Text, ...] = ()
    place: Id | None = None
    mentions: tuple[Mention, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonList:
    """content/entities/people.yaml."""

    __pydantic_config__ = closed
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationList:
    """content/entities/organizations.yaml."""

    __pydantic_config__ = closed
    organizations: tuple[Organization, ...] = ()
