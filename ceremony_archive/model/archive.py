"""The archive as a whole: every record and everything that they refer to, found by id or by what it is about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

from ceremony_archive.model.attachment import Picture
from ceremony_archive.model.ceremony import Award, Ceremony, Metric, Official, Recipient, Source
from ceremony_archive.model.entity import Organization, Person
from ceremony_archive.model.fold import is_initials, slug
from ceremony_archive.model.place import Gazetteer, Place
from ceremony_archive.model.register import Redaction, RedirectRegister
from ceremony_archive.model.site import Site, SiteText
from ceremony_archive.model.values import PartialDate
from ceremony_archive.model.vocabulary import AwardForm, Vocabularies
from ceremony_archive.model.withheld_words import WithheldWords

Key = TypeVar("Key")
Value = TypeVar("Value")

Part = Literal["official", "recipient", "organizer", "affiliation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """One appearance of a printed name in a record.

    `part` says as what: an official, a recipient (then `award`), an organizer, or the organization that somebody is
    named with. Not stated: `entity` is None while nobody has verified who this is.
    """

    name: str
    names_a_person: bool
    part: Part
    ceremony: Ceremony
    role: str | None = None
    organization: str | None = None
    official: Official | None = None
    recipient: Recipient | None = None
    award: Award | None = None
    entity: str | None = None


@dataclass(frozen=True, kw_only=True)
class Archive:
    """All that the archive knows. Ceremonies are in order of date, undated ones first, then of id.

    `pictures` has what is published of the records' attachments, by their files in the content folder; `hidden` are
    words whose pages search engines are not to show.
    """

    site: Site
    vocabularies: Vocabularies
    gazetteer: Gazetteer
    people: Mapping[str, Person]
    organizations: Mapping[str, Organization]
    ceremonies: tuple[Ceremony, ...]
    texts: Mapping[str, SiteText]
    redirects: RedirectRegister = field(default_factory=RedirectRegister)
    redactions: tuple[Redaction, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    hidden: tuple[WithheldWords, ...] = ()

    @cached_property
    def ceremony_by_id(self) -> Mapping[str, Ceremony]:
        """Every ceremony by its id."""
        return {ceremony.id: ceremony for ceremony in self.ceremonies}

    @cached_property
    def ceremonies_of_place(self) -> Mapping[str, tuple[Ceremony, ...]]:
        """The ceremonies of each place that has any."""
        return _grouped((ceremony.place, ceremony) for ceremony in self.ceremonies)

    @cached_property
    def ceremonies_of_year(self) -> Mapping[int | None, tuple[Ceremony, ...]]:
        """The ceremonies of each year that has any; None for the undated."""
        return _grouped((ceremony.date.year if ceremony.date else None, ceremony) for ceremony in self.ceremonies)

    @cached_property
    def awards_of_form(self) -> Mapping[str, tuple[tuple[Ceremony, Award], ...]]:
        """The award lines of each form, also those that pool it with another."""
        return _grouped(
            (form, (c, a))
            for c in self.ceremonies
            for a in c.awards
            for form in dict.fromkeys((a.form, *a.pooled_with))
        )

    @cached_property
    def awards_of_authority(self) -> Mapping[str, tuple[tuple[Ceremony, Award], ...]]:
        """The award lines that name each conferring authority."""
        return _grouped((a.conferred_by, (c, a)) for c in self.ceremonies for a in c.awards if a.conferred_by)

    @cached_property
    def figures_of_metric(self) -> Mapping[str, tuple[tuple[Ceremony, Metric], ...]]:
        """The figures of each metric."""
        return _grouped((m.metric, (c, m)) for c in self.ceremonies for m in c.metrics)

    @cached_property
    def ceremonies_of_movement(self) -> Mapping[str, tuple[Ceremony, ...]]:
        """The ceremonies whose records name each movement."""
        return _grouped(
            (movement, c)
            for c in self.ceremonies
            for movement in dict.fromkeys((*c.movements, *(t.movement for t in c.themes if t.movement)))
        )

    @cached_property
    def sources_of_publisher(self) -> Mapping[str, tuple[tuple[Ceremony, Source], ...]]:
        """The sources that come from each publisher."""
        return _grouped((source.publisher, (c, source)) for c in self.ceremonies for source in c.sources)

    @cached_property
    def mentions_of_name(self) -> Mapping[str, tuple[NameMention, ...]]:
        """Every mention of every printed name, by the slug that all spellings of the name share.

        Initials are no name to look up: a list of them would bring strangers together.
        """
        mentions = (mention for c in self.ceremonies for mention in self._mentions(c))
        return _grouped((slug(m.name), m) for m in mentions if m.entity or not is_initials(m.name))

    @cached_property
    def mentions_of_entity(self) -> Mapping[str, tuple[NameMention, ...]]:
        """The mentions of each verified person and organization."""
        return _grouped((m.entity, m) for mentions in self.mentions_of_name.values() for m in mentions if m.entity)

    @cached_property
    def districts_of_province(self) -> Mapping[str, tuple[Place, ...]]:
        """The districts of each province, those that ended before 2025 too."""
        return _grouped((p.province, p) for p in self.gazetteer.places.values() if p.kind == "district" and p.province)

    @cached_property
    def communes_of_province(self) -> Mapping[str, tuple[Place, ...]]:
        """The communes of today of each province of today."""
        return _grouped(
            (p.province, p)
            for p in self.gazetteer.places.values()
            if p.kind == "commune" and p.province and p.valid_to is None and p.valid_from is not None
        )

    def place_on_record(self, ceremony: Ceremony) -> Place:
        """Return the place of the ceremony."""
        return self.gazetteer.places[ceremony.place]

    def rank_of(self, form: AwardForm) -> tuple[int, int, int, str]:
        """Return a sort key by which awards stand from the highest to the lowest.

        Source: the sequence of Decree 145/2013, article 25(1), where it has the form; after that our own order of
        categories, then the class.
        """
        listed = form.ceremony_order if form.ceremony_order is not None else 99
        return listed, self.vocabularies.categories[form.category].rank, form.class_rank or 0, form.id

    @cached_property
    def _entities(self) -> Mapping[tuple[str, str], tuple[tuple[str | None, str], ...]]:
        owners: tuple[Person | Organization, ...] = (*self.people.values(), *self.organizations.values())
        return _grouped(((m.ceremony, m.name), (m.role, owner.id)) for owner in owners for m in owner.mentions)

    def entity_of(self, ceremony: Ceremony, name: str, role: str | None = None) -> str | None:
        """Return the id of the verified person or organization that the name in the record is, or None."""
        known = self._entities.get((ceremony.id, name), ())
        return next((entity for wanted, entity in known if wanted is None or wanted == role), None)

    def _mentions(self, c: Ceremony) -> Iterable[NameMention]:
        for organizer in c.organizers:
            yield self._mention(c, organizer, "organizer", False)
        for o in c.officials:
            if o.name:
                yield self._mention(c, o.name, "official", True, role=o.role, organization=o.organization, official=o)
            if o.organization:
                yield self._mention(c, o.organization, "affiliation", False, official=o)
        for award in c.awards:
            for r in award.recipients:
                is_person = r.kind == "individual"
                yield self._mention(
                    c,
                    r.name,
                    "recipient",
                    is_person,
                    role=r.role,
                    organization=r.organization,
                    recipient=r,
                    award=award,
                )
                if r.organization:
                    yield self._mention(c, r.organization, "affiliation", False, recipient=r, award=award)

    def _mention(
        self,
        ceremony: Ceremony,
        name: str,
        part: Part,
        names_a_person: bool,
        *,
        role: str | None = None,
        **rest: object,
    ) -> NameMention:
        entity = self.entity_of(ceremony, name, role)
        return NameMention(
            name=name,
            names_a_person=names_a_person,
            part=part,
            ceremony=ceremony,
            role=role,
            entity=entity,
            **rest,  # type: ignore[arg-type]
        )


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    groups: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def ceremony_order(ceremony: Ceremony) -> tuple[bool, PartialDate, str]:
    """Return the sort key of a ceremony: undated first, then by date, less precise dates first, then by id."""
    date = ceremony.date
    return (
        date is not None,
        PartialDate(date.year, date.month or 0, date.day or 0) if date else PartialDate(0, 0, 0),
        ceremony.id,
    )


def in_order(
    ceremonies: Iterable[Ceremony], key: Callable[[Ceremony], object] = ceremony_order
) -> tuple[Ceremony, ...]:
    """Return the ceremonies in the archive's order."""
    return tuple(sorted(ceremonies, key=key))  # type: ignore[arg-type]
