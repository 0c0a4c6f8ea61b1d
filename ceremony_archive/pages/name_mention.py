"""One appearance of a printed name, as the pages of names, people and organizations list it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceremony_archive.model.archive import NameMention
from ceremony_archive.pages.ceremony_facts import named_link
from ceremony_archive.pages.ceremony_item import ceremony_item
from ceremony_archive.pages.ceremony_sources import as_printed
from ceremony_archive.pages.links import entity_link, form_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True)
class MentionMark:
    """A short label on a mention, with the kind of badge that shows it."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionItem:
    """When, where and as what a name appears.

    `machine_date` is empty for an undated ceremony, `parts` for who did not take part by office, `awards` for who did
    not receive one. `beside` is whom an organization is named with. Not stated: what is None the record does not say;
    `entity` is None while nobody has verified who this is.
    """

    ceremony: Link
    date: str
    machine_date: str
    place: Link
    as_what: str
    honorific: Phrase | None
    role: Phrase | None
    organization: Link | None
    parts: str
    awards: tuple[Link, ...]
    beside: Link | None
    printed: Phrase | None
    marks: tuple[MentionMark, ...]
    entity: Link | None


def in_time_order(mentions: Iterable[NameMention]) -> list[NameMention]:
    """Return mentions, given in the order of the archive, with the undated ones last."""
    return sorted(mentions, key=lambda mention: mention.ceremony.date is None)


def mention_item(context: Context, mention: NameMention) -> MentionItem:
    """Return the entry of the mention."""
    ceremony, bearer = mention.ceremony, mention.official or mention.recipient
    is_affiliation = mention.part == "affiliation"
    item = ceremony_item(context, ceremony)
    own = None if is_affiliation else bearer
    parts = mention.official.took_part if mention.official and not is_affiliation else ()
    return MentionItem(
        ceremony=item.ceremony,
        date=item.date,
        machine_date=item.machine_date,
        place=item.place,
        as_what=context.t(f"mention.{mention.part}"),
        honorific=context.vietnamese(own.honorific) if own and own.honorific else None,
        role=context.vietnamese(mention.role) if mention.role else None,
        organization=named_link(context, ceremony, mention.organization) if mention.organization else None,
        parts=", ".join(context.t(f"part.{part}") for part in parts),
        awards=_awards(context, mention),
        beside=_beside(context, mention) if is_affiliation else None,
        printed=as_printed(ceremony, own.name_as_printed, _sources(mention)) if own else None,
        marks=_marks(context, mention),
        entity=entity_link(context, mention.entity) if mention.entity else None,
    )


def mention_years(context: Context, mentions: Iterable[NameMention]) -> str:
    """Return the years of the ceremonies in words, from the first to the last."""
    years = sorted({mention.ceremony.date.year for mention in mentions if mention.ceremony.date})
    if not years:
        return context.t("year.undated")
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def mention_count(context: Context, count: int) -> str:
    """Return how often a name is mentioned, in words."""
    return context.t("name.count", n=number_text(count, context.language))


def shortened(text: str, length: int) -> str:
    """Return the text, cut at a space with an ellipsis where it is longer than the length."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0].rstrip(" ,;-") + "…"


def _awards(context: Context, mention: NameMention) -> tuple[Link, ...]:
    if mention.award is None or mention.part == "affiliation":
        return ()
    forms = dict.fromkeys((mention.award.form, *mention.award.pooled_with))
    return tuple(form_link(context, form) for form in forms)


def _beside(context: Context, mention: NameMention) -> Link | None:
    bearer = mention.official or mention.recipient
    if bearer is None:
        return None
    if bearer.name is not None:
        return named_link(context, mention.ceremony, bearer.name, bearer.role)
    return Link(context.vietnamese(bearer.role)) if bearer.role else None


def _sources(mention: NameMention) -> tuple[str, ...]:
    if mention.official is not None:
        return mention.official.source
    return mention.award.source if mention.award else ()


def _marks(context: Context, mention: NameMention) -> tuple[MentionMark, ...]:
    t, award, recipient = context.t, mention.award, mention.recipient
    certainties = [stated.certainty for stated in (mention.official, recipient, award) if stated is not None]
    marks = []
    if award is not None and mention.part == "recipient":
        marks.append(MentionMark(t(f"scope.{award.scope}"), "proposed" if award.scope == "proposed" else "plain"))
        if award.status == "annulled":
            marks.append(MentionMark(t("mention.annulled"), "annulled"))
    if recipient is not None and recipient.posthumous and mention.part == "recipient":
        marks.append(MentionMark(t("mention.posthumous"), "plain"))
    if "inferred" in certainties:
        marks.append(MentionMark(t("certainty.inferred"), "inferred"))
    return tuple(marks)
