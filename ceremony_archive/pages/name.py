"""The page of a printed name: every mention of every name that folds to it. A name is not a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ceremony_archive.model.archive import NameMention
from ceremony_archive.model.fold import collation_key
from ceremony_archive.pages.links import home_crumb, letter_link, name_path, section_link
from ceremony_archive.pages.name_mention import (
    MentionItem,
    in_time_order,
    mention_count,
    mention_item,
    mention_years,
    shortened,
)
from ceremony_archive.pages.page import Context, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.wording import number_text

LONGEST_NAME_IN_DESCRIPTION = 60
SPELLINGS_IN_TITLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellingGroup:
    """The mentions of one exact spelling, in order of time."""

    spelling: Phrase
    count: str
    mentions: tuple[MentionItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage:
    """What the page of a name shows. `may_be_several` is false only where all mentions are of one verified person."""

    name: Phrase
    lead: str
    people: tuple[SpellingGroup, ...]
    organizations: tuple[SpellingGroup, ...]
    may_be_several: bool


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of every printed name."""
    for mentions in context.archive.mentions_of_name.values():
        yield _page(context, mentions)


def _page(context: Context, mentions: Sequence[NameMention]) -> Page:
    people = [mention for mention in mentions if mention.names_a_person]
    organizations = [mention for mention in mentions if not mention.names_a_person]
    bearers = {mention.entity for mention in people}
    spellings = sorted({mention.name for mention in mentions}, key=collation_key)
    name = " / ".join(spellings[:SPELLINGS_IN_TITLE]) + (" / …" if len(spellings) > SPELLINGS_IN_TITLE else "")
    ceremonies = {mention.ceremony.id: mention.ceremony for mention in mentions}
    numbers = {
        "mentions": mention_count(context, len(mentions)),
        "ceremonies": context.t("place.ceremony_count", n=number_text(len(ceremonies), context.language)),
        "years": mention_years(context, mentions),
    }
    kind = "person" if people else "organization"
    return Page(
        path=name_path(mentions[0].name),
        language=context.language,
        template="pages/name.html",
        title=context.t("name.title", name=name),
        description=context.t(f"name.description.{kind}", name=shortened(name, LONGEST_NAME_IN_DESCRIPTION), **numbers),
        data=NamePage(
            name=context.vietnamese(name),
            lead=context.t("name.lead", **numbers),
            people=_groups(context, people),
            organizations=_groups(context, organizations),
            may_be_several=len(bearers) > 1 or None in bearers,
        ),
        breadcrumbs=(
            home_crumb(context),
            section_link(context, "names", "names/index.html"),
            letter_link(context, spellings[0]),
        ),
        records=tuple(ceremonies),
        modified=last_change(ceremonies.values()),
        is_indexed=all(mention.entity is not None for mention in mentions),
    )


def _groups(context: Context, mentions: Sequence[NameMention]) -> tuple[SpellingGroup, ...]:
    spellings: dict[str, list[NameMention]] = {}
    for mention in in_time_order(mentions):
        spellings.setdefault(mention.name, []).append(mention)
    return tuple(
        SpellingGroup(
            spelling=context.vietnamese(spelling),
            count=mention_count(context, len(members)),
            mentions=tuple(mention_item(context, mention) for mention in members),
        )
        for spelling, members in sorted(spellings.items(), key=lambda item: collation_key(item[0]))
    )
