"""The registers: every address ever published, what became of those that went, and what is withheld on request."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from ceremony_archive.model.ceremony import closed
from ceremony_archive.model.values import Address, DateText, Id, Note, PageAddress, Text

PERMALINKS = "registers/permalinks.yaml"
REDIRECTS = "registers/redirects.yaml"
REDACTIONS = "registers/redactions.yaml"
Degree = Literal["removed", "initials", "unindexed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PermalinkRegister:
    """content/registers/permalinks.yaml: every address ever published, written by publishing alone.

    `addresses` has each page once, by its address below a language's root (its English twin stands under en/), and
    each other file; its value is where the page came from: the id of a record, or the path of a list.
    """

    __pydantic_config__ = closed
    addresses: dict[Address, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address whose page is now found at another; both below a language's root, and both languages are meant."""

    __pydantic_config__ = closed
    address: PageAddress
    to: PageAddress
    date: DateText
    reason: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Addresses whose content is no longer published, for one reason, which their pages give.

    Not stated: `title`, what stood there, is None where it must not be said or nobody knows.
    """

    __pydantic_config__ = closed
    addresses: Annotated[tuple[Address, ...], Field(min_length=1)]
    title: Note | None = None
    date: DateText
    reason: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectRegister:
    """content/registers/redirects.yaml."""

    __pydantic_config__ = closed
    redirects: tuple[Redirect, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What is withheld of a record on request, without saying what it is.

    `field` is the path as reports write it, items counted from 1: "awards[2].recipients[1]". `check` is the beginning
    of a digest of what stands there, so that an edit which moves it is noticed. `shared_with` names other records in
    which the same words are somebody else's.
    """

    __pydantic_config__ = closed
    id: Id
    record: Id
    field: Text
    degree: Degree
    date: DateText
    reason: Note
    check: Text
    shared_with: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionRegister:
    """content/registers/redactions.yaml."""

    __pydantic_config__ = closed
    redactions: tuple[Redaction, ...] = ()
