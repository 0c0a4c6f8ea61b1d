"""The controlled vocabularies: award forms, conferring authorities, kinds of ceremony, metrics, units, movements."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ceremony_archive.model.ceremony import closed
from ceremony_archive.model.values import Bilingual, DateText, Flag, Id, Note, Number, Text, Url, WholeNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBasis:
    """An article that a form or a power rests on.

    `verified` is about the article number: true when the article was read. `inferred_from_neighbours`: not read, but
    fixed by the articles around it that were. `about`: whether it speaks of the form or of who confers it.
    """

    __pydantic_config__ = closed
    law: Text
    article: Text
    verified: Flag
    inferred_from_neighbours: Flag = False
    about: Literal["form", "authority"] = "form"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCategory:
    """A category of award forms. `law_order` is its place in the law's own sequence, `rank` that at a ceremony."""

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    law_order: WholeNumber
    rank: WholeNumber
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardForm:
    """One form of award or title, one class of it where it has classes.

    Not stated: `ceremony_order` is None for forms outside the decree's list; `valid_from` and `valid_to` when no text
    bounds them. `verified` false: the form itself is from general knowledge. `recipients` are words of the vocabulary
    of recipient kinds in `Recipients`.
    """

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    variants: tuple[Text, ...] = ()
    english_variants: tuple[Text, ...] = ()
    english_basis: Literal["vna", "law2003", "translation", "collector"] | None = None
    category: Id
    class_rank: WholeNumber | None = None
    system: Literal["state", "party", "front", "mass-organization", "local"]
    statutory: Flag
    authorities: tuple[Id, ...] = ()
    authority_verified: Flag = True
    recipients: tuple[
        Literal[
            "individual", "organization", "household", "village", "commune", "clan", "province", "city",
            "foreign-individual", "foreign-organization", "author", "foreign-author",
            "party-member", "party-organization",
        ],
        ...,
    ] = ()  # fmt: skip
    legal_basis: tuple[LegalBasis, ...] = ()
    ceremony_order: WholeNumber | None = None
    valid_from: DateText | None = None
    valid_to: DateText | None = None
    validity: Note | None = None
    prize_multiple: Number | None = None
    verified: Flag
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRegime:
    """The laws and decrees in force for ceremonies of a period."""

    __pydantic_config__ = closed
    valid_from: DateText
    valid_to: DateText | None = None
    acts: Bilingual
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommendationKind:
    """A kind of commendation (loại hình khen thưởng): for what sort of merit, and to whom."""

    __pydantic_config__ = closed
    name: Bilingual
    variants: tuple[Text, ...] = ()
    recipients: tuple[Text, ...] = ()
    verified: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationRule:
    """What is known on taking an award back: the rule, or a case of it."""

    __pydantic_config__ = closed
    text: Bilingual
    article: Text | None = None
    article_verified: Flag = True
    verified: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page that a vocabulary was compiled from."""

    __pydantic_config__ = closed
    what: Text
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardVocabulary:
    """content/vocabularies/awards.yaml."""

    __pydantic_config__ = closed
    categories: tuple[AwardCategory, ...]
    forms: tuple[AwardForm, ...]
    regimes: tuple[LegalRegime, ...] = ()
    commendation_kinds: tuple[CommendationKind, ...] = ()
    revocation: tuple[RevocationRule, ...] = ()
    sources: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """The power of an authority to confer some forms, for a time.

    Not stated: `since` or `until` is None when not known. `verified` true: read in the text of `basis`, or, without a
    basis, the practice was seen on a public page.
    """

    __pydantic_config__ = closed
    forms: tuple[Id, ...]
    since: DateText | None = None
    until: DateText | None = None
    basis: Text | None = None
    verified: Flag
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A kind of body that confers awards, or a single body with the powers of its kind (`instance_of`)."""

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    level: Literal[
        "state", "government", "ministry", "province", "district", "commune", "party", "mass-organization", "unit"
    ]
    instance_of: Id | None = None
    variants: tuple[Text, ...] = ()
    instances_seen: tuple[Text, ...] = ()
    until: DateText | None = None
    successor: Id | None = None
    confers: tuple[Power, ...] = ()
    verified: Flag
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousPrint:
    """A printed name that means different authorities by place and date."""

    __pydantic_config__ = closed
    as_printed: Text
    authorities: tuple[Id, ...]
    rule: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAuthority:
    """How an authority was printed in a report or in the law, and which authorities that is."""

    __pydantic_config__ = closed
    as_printed: Text
    authorities: tuple[Id, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityVocabulary:
    """content/vocabularies/authorities.yaml."""

    __pydantic_config__ = closed
    authorities: tuple[Authority, ...]
    ambiguous_in_print: tuple[AmbiguousPrint, ...] = ()
    printed: tuple[PrintedAuthority, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyKind:
    """A kind of ceremony."""

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    vietnamese_term: Text
    description: Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class KindVocabulary:
    """content/vocabularies/kinds.yaml."""

    __pydantic_config__ = closed
    kinds: tuple[CeremonyKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricUnit:
    """A unit with its comparison: percent of the estimate, growth in percent, billion đồng, communes.

    `symbol` is what follows the number. `compares`: what a ratio is measured against. A percent or multiple
    must follow from actual and target where a record has both, as their quotient or, for "growth", as what it adds.
    """

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    symbol: Bilingual
    quantity: Literal["percent", "multiple", "money", "count", "area", "length"]
    compares: Literal["nothing", "estimate", "plan", "same-period", "growth", "share", "whole"] = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricKind:
    """A figure that reports print on a unit's work.

    Not stated: an empty `bases` when the reports name none. `definition_verified` false: the statistical definition
    itself was not looked up.
    """

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    value_kind: Literal["amount", "growth", "ratio-to-base", "share", "level", "count", "part-of-whole"]
    units: tuple[Id, ...]
    bases: tuple[Text, ...] = ()
    higher_means: Literal["better", "worse", "neutral", "depends"]
    variants: tuple[Text, ...] = ()
    definition_verified: Flag = True
    verified: Flag
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricVocabulary:
    """content/vocabularies/metrics.yaml."""

    __pydantic_config__ = closed
    units: tuple[MetricUnit, ...]
    metrics: tuple[MetricKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """When a movement began, as far as it is known."""

    __pydantic_config__ = closed
    date: DateText | None = None
    not_before: DateText | None = None
    not_after: DateText | None = None
    of: Note | None = None
    verified: Flag
    weak_source: Flag = False
    source: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPhase:
    """A stretch of a movement with a name or a text of its own."""

    __pydantic_config__ = closed
    since: DateText | None = None
    until: DateText | None = None
    name: Text | None = None
    basis: Text | None = None
    conflict: Note | None = None
    verified: Flag
    weak_source: Flag = False
    source: Url | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A recurring emulation movement, campaign or drive."""

    __pydantic_config__ = closed
    id: Id
    name: Bilingual
    kind: Literal["emulation-movement", "movement", "campaign", "special-emulation", "emulation-drive", "programme"]
    variants: tuple[Text, ...] = ()
    launched_by: Note | None = None
    since: Launch | None = None
    phases: tuple[MovementPhase, ...] = ()
    verified: Flag
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementVocabulary:
    """content/vocabularies/movements.yaml."""

    __pydantic_config__ = closed
    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """Every vocabulary, each entry by its id, in the order of its file."""

    awards: AwardVocabulary
    authority_lists: AuthorityVocabulary
    categories: Mapping[str, AwardCategory]
    forms: Mapping[str, AwardForm]
    authorities: Mapping[str, Authority]
    kinds: Mapping[str, CeremonyKind]
    units: Mapping[str, MetricUnit]
    metrics: Mapping[str, MetricKind]
    movements: Mapping[str, Movement]
