"""The pages of verified people and organizations: who they are, and on what evidence each mention is theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_archive.model.archive import NameMention
from ceremony_archive.model.entity import Mention, Organization, Person
from ceremony_archive.model.fold import collation_key, given_name_key, slug
from ceremony_archive.pages.links import entity_link, form_link, home_crumb, name_link, place_link, section_link
from ceremony_archive.pages.name_mention import (
    MentionItem,
    in_time_order,
    mention_count,
    mention_item,
    mention_years,
    shortened,
)
from ceremony_archive.pages.names import NameEntry
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.wording import number_text

LONGEST_NAME_IN_DESCRIPTION = 70

Entity = Person | Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitiesPage:
    """The list of verified people or organizations. `by_given_name` is empty for organizations."""

    lead: str
    entries: tuple[NameEntry, ...]
    by_given_name: tuple[NameEntry, ...]


@dataclass(frozen=True, slots=True)
class EvidencedMentions:
    """Mentions in one record that one piece of evidence covers."""

    evidence: Phrase
    mentions: tuple[MentionItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """What the page of a verified person or organization shows.

    `same_name` are other verified ones with a name that folds alike; `printed_names` lead to every mention of the name
    and its variants, of whomever. Not stated: `english_name`, `place` and `note` are None where the entry has none.
    """

    name: Phrase
    lead: str
    variants: tuple[Phrase, ...]
    english_name: Phrase | None
    place: Link | None
    note: Phrase | None
    mentions: tuple[EvidencedMentions, ...]
    same_name: tuple[Link, ...]
    printed_names: tuple[Link, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of people, the page of each, the index of organizations, and the page of each."""
    for kind, entities in _kinds(context):
        yield _index(context, kind, entities)
        for entity in entities:
            yield _page(context, kind, entity, entities)


def _kinds(context: Context) -> tuple[tuple[str, tuple[Entity, ...]], ...]:
    archive = context.archive
    return ("people", tuple(archive.people.values())), ("organizations", tuple(archive.organizations.values()))


def _index(context: Context, kind: str, entities: tuple[Entity, ...]) -> Page:
    number = number_text(len(entities), context.language)
    people = entities if kind == "people" else ()
    mentions = context.archive.mentions_of_entity
    return Page(
        path=f"{kind}/index.html",
        language=context.language,
        template=f"pages/{kind}.html",
        title=context.t(f"section.{kind}"),
        description=context.t(f"{kind}.description", n=number),
        data=EntitiesPage(
            lead=context.t(f"{kind}.lead", n=number),
            entries=_entries(context, sorted(entities, key=lambda entity: collation_key(entity.name))),
            by_given_name=_entries(context, sorted(people, key=lambda person: given_name_key(person.name))),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(dict.fromkeys(m.ceremony.id for entity in entities for m in mentions.get(entity.id, ()))),
    )


def _entries(context: Context, entities: Iterable[Entity]) -> tuple[NameEntry, ...]:
    mentions = context.archive.mentions_of_entity
    return tuple(
        NameEntry(entity_link(context, entity.id), mention_count(context, len(mentions.get(entity.id, ()))))
        for entity in entities
    )


def _page(context: Context, kind: str, entity: Entity, entities: tuple[Entity, ...]) -> Page:
    mentions = in_time_order(context.archive.mentions_of_entity.get(entity.id, ()))
    ceremonies = {mention.ceremony.id: mention.ceremony for mention in mentions}
    same_name = [other for other in entities if other.id != entity.id and slug(other.name) == slug(entity.name)]
    numbers = {
        "mentions": mention_count(context, len(mentions)),
        "ceremonies": context.t("place.ceremony_count", n=number_text(len(ceremonies), context.language)),
        "years": mention_years(context, mentions),
    }
    organization = entity if isinstance(entity, Organization) else None
    link = entity_link(context, entity.id)
    return Page(
        path=link.target or "",
        language=context.language,
        template="pages/person.html" if organization is None else "pages/organization.html",
        title=f"{entity.name} ({entity.id})" if same_name else entity.name,
        description=context.t(
            f"{kind}.entry.description",
            name=shortened(entity.name, LONGEST_NAME_IN_DESCRIPTION) + (f" ({entity.id})" if same_name else ""),
            **numbers,
        ),
        data=EntityPage(
            name=context.vietnamese(entity.name),
            lead=context.t(f"{kind}.entry.lead", **numbers),
            variants=tuple(context.vietnamese(variant) for variant in entity.variants),
            english_name=Phrase(organization.name_en, "en") if organization and organization.name_en else None,
            place=place_link(context, organization.place) if organization and organization.place else None,
            note=context.optional_phrase(entity.note),
            mentions=_evidenced(context, entity, mentions),
            same_name=tuple(entity_link(context, other.id) for other in same_name),
            printed_names=_printed_names(context, entity),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, kind, f"{kind}/index.html")),
        json_ld=(_json(context, entity, mentions, link),),
        records=tuple(ceremonies),
        modified=last_change(ceremonies.values()),
        open_graph_type="profile" if organization is None else "website",
    )


def _evidenced(context: Context, entity: Entity, mentions: Iterable[NameMention]) -> tuple[EvidencedMentions, ...]:
    """Return the mentions by the entry of the entity that claims them, in order of time."""
    groups: dict[int, list[NameMention]] = {}
    for mention in mentions:
        claims = (number for number, entry in enumerate(entity.mentions) if _is_claimed(entry, mention))
        groups.setdefault(next(claims), []).append(mention)
    return tuple(
        EvidencedMentions(
            context.phrase(entity.mentions[number].evidence),
            tuple(mention_item(context, mention) for mention in members),
        )
        for number, members in groups.items()
    )


def _is_claimed(entry: Mention, mention: NameMention) -> bool:
    is_same_name = (entry.ceremony, entry.name) == (mention.ceremony.id, mention.name)
    return is_same_name and entry.role in (None, mention.role)


def _printed_names(context: Context, entity: Entity) -> tuple[Link, ...]:
    """Return the links to the names that the entity goes by, one for each page that they share."""
    known = context.archive.mentions_of_name
    first_by_page = {slug(name): name for name in reversed((entity.name, *entity.variants)) if slug(name) in known}
    return tuple(name_link(context, name) for name in reversed(first_by_page.values()))


def _json(context: Context, entity: Entity, mentions: Iterable[NameMention], link: Link) -> Json:
    described: dict[str, object] = {
        "@type": "Person" if isinstance(entity, Person) else "Organization",
        "identifier": entity.id,
        "name": entity.name,
        "url": link.target,
    }
    english = entity.name_en if isinstance(entity, Organization) else None
    others = [*entity.variants, *((english,) if english else ())]
    awards = dict.fromkeys(form_link(context, m.award.form).text.text for m in mentions if m.award and _is_stated(m))
    if others:
        described["alternateName"] = others
    if awards:
        described["award"] = list(awards)
    if isinstance(entity, Organization) and entity.place:
        place = place_link(context, entity.place)
        described["areaServed"] = {"@type": "AdministrativeArea", "name": place.text.text}
    return described


def _is_stated(mention: NameMention) -> bool:
    """Tell whether a machine may take the award as a fact: it would read no "proposed" or "inferred" beside it."""
    award, recipient = mention.award, mention.recipient
    if award is None or recipient is None or mention.part != "recipient":
        return False
    is_fact = award.scope != "proposed" and award.status == "conferred"
    return is_fact and "inferred" not in (award.certainty, recipient.certainty)
