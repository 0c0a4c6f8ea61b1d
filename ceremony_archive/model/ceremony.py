"""A ceremony as its sources report it: what is printed, then what is understood."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from ceremony_archive.model.attachment import AttachmentName
from ceremony_archive.model.values import (
    Bilingual,
    DateText,
    Flag,
    Id,
    Note,
    Number,
    PeriodText,
    Text,
    Url,
    WholeNumber,
)

closed = ConfigDict(extra="forbid")

Certainty = Literal["stated", "inferred"]
Scope = Literal["presented", "reported-for-period", "proposed"]
Approximation = Literal["over", "under", "about", "estimate"]
PartOfDay = Literal["morning", "noon", "afternoon", "evening"]
Participation = Literal["attended", "chaired", "spoke", "reported", "presented", "received", "signed"]
RecipientKind = Literal["individual", "organization", "household", "village", "clan"]  # organization  # tập thể
Coverage = Literal["full", "truncated", "lead-only", "tail-only", "headline-only"]
Checked = Literal["full", "partial", "none"]
ThemeKind = Literal[
    "occasion", "launch", "pledge", "contest", "document", "theme-of-year", "drive", "exemplar", "movement"
]


def _ids(value: object) -> object:
    return [value] if isinstance(value, str) else value


SourceIds = Annotated[tuple[Id, ...], BeforeValidator(_ids)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How the date of the ceremony is known.

    Not stated: `not_after` is None when nothing bounds the date; `as_printed` when the source prints no date.
    """

    __pydantic_config__ = closed
    as_printed: Text | None = None
    part_of_day: PartOfDay | None = None
    certainty: Certainty = "stated"
    not_after: DateText | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Somebody who took part by office, in the printed order.

    `name` is as understood; `name_as_printed` differs only where the source prints it otherwise (no accents, a slip).
    Not stated: `name` is None for "lãnh đạo Sở Nội vụ"; one of name, role, organization is always there.
    """

    __pydantic_config__ = closed
    name: Text | None = None
    name_as_printed: Text | None = None
    honorific: Text | None = None
    role: Text | None = None
    organization: Text | None = None
    took_part: Annotated[tuple[Participation, ...], Field(min_length=1)]
    on_behalf_of: Id | None = None
    certainty: Certainty = "stated"
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One honoured person, collective, household, village or clan, named by the source."""

    __pydantic_config__ = closed
    name: Text
    name_as_printed: Text | None = None
    kind: RecipientKind
    honorific: Text | None = None
    role: Text | None = None
    organization: Text | None = None
    locality: Text | None = None
    received_by: Text | None = None
    posthumous: Flag = False
    certainty: Certainty = "stated"
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many were honoured, by the kind that the source counts in.

    Unit: whole recipients, or award instances (lượt) when the award line says so. `mixed` is a lump that the source
    does not split, and nobody may; `items` counts certificates or flags whose recipients' kind is not said. `total` is
    a total that the source prints beside its own breakdown, never one that we add up.
    """

    __pydantic_config__ = closed
    individuals: WholeNumber | None = None
    organizations: WholeNumber | None = None
    households: WholeNumber | None = None
    villages: WholeNumber | None = None
    clans: WholeNumber | None = None
    mixed: WholeNumber | None = None
    items: WholeNumber | None = None
    total: WholeNumber | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownPart:
    """One part of a printed breakdown: so many badges of so many years, or of a printed label."""

    __pydantic_config__ = closed
    years: WholeNumber | None = None
    label: Text | None = None
    count: WholeNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulment:
    """The decision that took an award back. The award stays in the record."""

    __pydantic_config__ = closed
    decision: Text
    date: DateText | None = None
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One award line: a form, to whom, how many, on whose authority.

    Names and counts stand together ("12 of 126 named"). `pooled_with` names further forms that the source counts in
    the same figure; `classes` the classes that it pools. Conferred by is not presented by.
    Not stated: `conferred_by` is None when the source does not say whose award it is.
    """

    __pydantic_config__ = closed
    form: Id
    name_as_printed: Text | None = None
    classes: tuple[WholeNumber, ...] = ()
    pooled_with: tuple[Id, ...] = ()
    conferred_by: Id | None = None
    conferred_by_as_printed: Text | None = None
    presented_by: Text | None = None
    on_behalf_of: Id | None = None
    scope: Scope
    status: Literal["conferred", "annulled"] = "conferred"
    annulment: Annulment | None = None
    certainty: Certainty = "stated"
    reason: Text | None = None
    period: PeriodText | None = None
    recipients: tuple[Recipient, ...] = ()
    counts: Counts | None = None
    counts_of: Literal["recipients", "instances"] = "recipients"
    approximation: tuple[Approximation, ...] = ()
    count_as_printed: Text | None = None
    breakdown: tuple[BreakdownPart, ...] = ()
    decision: Text | None = None
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One figure of what the unit says it achieved.

    `as_printed` is verbatim; `value` is what it means, in the vocabulary's `unit`. Where the source gives both
    `actual` and `target`, the percent is recomputed and a mismatch reported, never repaired.
    """

    __pydantic_config__ = closed
    metric: Id
    label: Text | None = None
    as_printed: Text
    value: Number
    whole: Number | None = None
    unit: Id
    base: Text | None = None
    actual: Number | None = None
    target: Number | None = None
    approximation: tuple[Approximation, ...] = ()
    qualifier: Note | None = None
    period: PeriodText | None = None
    certainty: Certainty = "stated"
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A movement, occasion, pledge or slogan as the report names it; `movement` links it to the vocabulary."""

    __pydantic_config__ = closed
    name: Text
    kind: ThemeKind
    movement: Id | None = None
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """An archived copy of a source."""

    __pydantic_config__ = closed
    url: Url
    captured: DateText | None = None
    sha256: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that the record rests on.

    Not stated: `url` is None when no address is known, `published` when the page carries no date.
    """

    __pydantic_config__ = closed
    id: Id
    publisher: Text
    title: Text | None = None
    author: Text | None = None
    url: Url | None = None
    published: DateText | None = None
    accessed: DateText | None = None
    language: Literal["vi", "en"] = "vi"
    coverage: Coverage
    archived: Capture | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A picture of a document, such as a decision or a certificate, in content/attachments/<id>/; never a portrait.

    `alt` is what is to be seen, for those who do not see it; `credit` who made it or holds the rights; `licence` on
    which ground it may be shown.
    """

    __pydantic_config__ = closed
    file: AttachmentName
    alt: Note
    caption: Note | None = None
    credit: Note
    licence: Note
    note: Note | None = None
    source: SourceIds = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one source says on a point where the sources disagree."""

    __pydantic_config__ = closed
    source: Id
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A point on which sources disagree: every reading is kept, none is silently chosen."""

    __pydantic_config__ = closed
    about: Note
    readings: tuple[Reading, ...]
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A correction made to the record after it was published."""

    __pydantic_config__ = closed
    date: DateText
    reason: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The body of the file as safe HTML, in each language that it is written in."""

    vi: str
    en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceremony:
    """One ceremony. `id` is the stem of its file and `story` its body; everything else is front matter.

    `awards_complete` false: the printed list is open-ended or cut, so that absence is not zero.
    Not stated: `date` is None for an undated ceremony, `awards_complete` where nobody has judged the list.
    """

    __pydantic_config__ = closed
    id: Id
    title: Bilingual
    date: DateText | None = None
    dating: Dating | None = None
    kind: Id
    other_kinds: tuple[Id, ...] = ()
    place: Id
    venue: Text | None = None
    period: PeriodText | None = None
    period_as_printed: Text | None = None
    occasion: Text | None = None
    organizers: tuple[Text, ...] = ()
    summary: Bilingual
    officials: tuple[Official, ...] = ()
    awards: tuple[Award, ...] = ()
    awards_complete: Flag | None = None
    metrics: tuple[Metric, ...] = ()
    movements: tuple[Id, ...] = ()
    themes: tuple[Theme, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    attachments: tuple[Attachment, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notes: tuple[Note, ...] = ()
    checked: Checked = "none"
    acknowledged: dict[str, Note] | None = None
    changes: tuple[Change, ...] = ()
    story: Story
