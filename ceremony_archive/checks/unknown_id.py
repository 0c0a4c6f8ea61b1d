"""unknown-id: an id that nothing in the archive has.

What: a record, an entity or a redaction names a place, a form, an authority, a metric, a unit, a movement, a kind, a
source or a record by an id that its list does not have.
Why: a page is made for every id; a slip of one letter would make a link to nowhere and a count that is short by one.
"""

from collections.abc import Collection, Iterator, Mapping

from ceremony_archive.checks.locating import ORGANIZATIONS, Documents, entity_lists, position, rows
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.register import REDACTIONS
from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.schema import nearest

RULE = "unknown-id"
LONG_LIST = 300
SUGGESTIONS = 20  # for long lists: looking for the nearest of thousands of ids takes a tenth of a second

Path = tuple[str | int, ...]
Reference = tuple[Path, str, str]

KINDS = "vocabularies/kinds.yaml"
FORMS = "vocabularies/awards.yaml"
AUTHORITIES = "vocabularies/authorities.yaml"
METRICS = "vocabularies/metrics.yaml: metrics"
UNITS = "vocabularies/metrics.yaml: units"
MOVEMENTS = "vocabularies/movements.yaml"
PLACES = "entities/places.yaml"
CEREMONIES = "ceremonies/"
SOURCES = "sources"
RECORDS = "ceremonies/, entities/people.yaml, entities/organizations.yaml"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each id in records and entities that its list does not have."""
    vocabularies = archive.vocabularies
    lists: dict[str, Mapping[str, object]] = {
        KINDS: vocabularies.kinds,
        FORMS: vocabularies.forms,
        AUTHORITIES: vocabularies.authorities,
        METRICS: vocabularies.metrics,
        UNITS: vocabularies.units,
        MOVEMENTS: vocabularies.movements,
        PLACES: archive.gazetteer.places,
    }
    suggester = Suggester()
    for ceremony in archive.ceremonies:
        sources = dict.fromkeys(source.id for source in ceremony.sources)
        for path, wanted, name in _references(ceremony):
            known = sources if name == SOURCES else lists[name]
            if wanted not in known:
                yield suggester.problem(position(documents, ceremony.id, *path), wanted, name, known)
    yield from _of_entities(archive, documents, suggester)
    yield from _of_redactions(archive, documents, suggester)


class Suggester:
    """Makes the problems of one run and looks for the nearest known id, in long lists for the first few only."""

    def __init__(self) -> None:
        self._nearest: dict[tuple[str, str], str] = {}

    def problem(self, place: Position, wanted: str, list_name: str, known: Collection[str]) -> Problem:
        """Return the problem of an id that the named list does not have."""
        near = nearest(wanted, known) if len(known) <= LONG_LIST else self._nearest_of_many(wanted, list_name, known)
        return Problem(rule=RULE, position=place, arguments={"text": wanted, "list": list_name, "nearest": near})

    def _nearest_of_many(self, wanted: str, list_name: str, known: Collection[str]) -> str:
        key = (wanted, list_name)
        if key not in self._nearest and len(self._nearest) < SUGGESTIONS:
            self._nearest[key] = nearest(wanted, known)
        return self._nearest.get(key, "")


def _references(ceremony: Ceremony) -> Iterator[Reference]:
    yield ("kind",), ceremony.kind, KINDS
    for at, kind in enumerate(ceremony.other_kinds):
        yield ("other_kinds", at), kind, KINDS
    yield ("place",), ceremony.place, PLACES
    for at, movement in enumerate(ceremony.movements):
        yield ("movements", at), movement, MOVEMENTS
    for at, theme in enumerate(ceremony.themes):
        if theme.movement:
            yield ("themes", at, "movement"), theme.movement, MOVEMENTS
        yield from _source_ids(("themes", at), theme.source)
    for at, official in enumerate(ceremony.officials):
        if official.on_behalf_of:
            yield ("officials", at, "on_behalf_of"), official.on_behalf_of, AUTHORITIES
        yield from _source_ids(("officials", at), official.source)
    yield from _of_awards(ceremony)
    for at, metric in enumerate(ceremony.metrics):
        yield ("metrics", at, "metric"), metric.metric, METRICS
        yield ("metrics", at, "unit"), metric.unit, UNITS
        yield from _source_ids(("metrics", at), metric.source)
    for at, attachment in enumerate(ceremony.attachments):
        yield from _source_ids(("attachments", at), attachment.source)
    for at, conflict in enumerate(ceremony.conflicts):
        for number, reading in enumerate(conflict.readings):
            yield ("conflicts", at, "readings", number, "source"), reading.source, SOURCES


def _of_awards(ceremony: Ceremony) -> Iterator[Reference]:
    for at, award in enumerate(ceremony.awards):
        yield ("awards", at, "form"), award.form, FORMS
        for number, form in enumerate(award.pooled_with):
            yield ("awards", at, "pooled_with", number), form, FORMS
        if award.conferred_by:
            yield ("awards", at, "conferred_by"), award.conferred_by, AUTHORITIES
        if award.on_behalf_of:
            yield ("awards", at, "on_behalf_of"), award.on_behalf_of, AUTHORITIES
        yield from _source_ids(("awards", at), award.source)
        if award.annulment:
            yield from _source_ids(("awards", at, "annulment"), award.annulment.source)


def _source_ids(path: Path, sources: tuple[str, ...]) -> Iterator[Reference]:
    for number, source in enumerate(sources):
        yield (*path, "source", number), source, SOURCES


def _of_entities(archive: Archive, documents: Documents, suggester: Suggester) -> Iterator[Problem]:
    organization_rows = rows(documents, ORGANIZATIONS, "organizations")
    for organization in archive.organizations.values():
        if organization.place and organization.place not in archive.gazetteer.places:
            row = organization_rows.get(organization.id, 0)
            where = position(documents, ORGANIZATIONS, "organizations", row, "place")
            yield suggester.problem(where, organization.place, PLACES, archive.gazetteer.places)
    for file, list_name, entities in entity_lists(archive):
        row_of = rows(documents, file, list_name)
        for entity in entities:
            for number, mention in enumerate(entity.mentions):
                # A record that could not be read has a document and problems of its own: its id is known.
                if mention.ceremony not in archive.ceremony_by_id and mention.ceremony not in documents:
                    row = row_of.get(entity.id, 0)
                    where = position(documents, file, list_name, row, "mentions", number, "ceremony")
                    yield suggester.problem(where, mention.ceremony, CEREMONIES, archive.ceremony_by_id)


def _of_redactions(archive: Archive, documents: Documents, suggester: Suggester) -> Iterator[Problem]:
    """Yield a problem for each record that there is not; one that was withdrawn since may stay in the public log."""
    withdrawn = {address for withdrawal in archive.redirects.withdrawals for address in withdrawal.addresses}
    known = {**archive.ceremony_by_id, **archive.people, **archive.organizations} if archive.redactions else {}
    for at, redaction in enumerate(archive.redactions):
        shared = ((("shared_with", number), record) for number, record in enumerate(redaction.shared_with))
        for path, record in ((("record",), redaction.record), *shared):
            if record not in known and f"ceremonies/{record}.html" not in withdrawn:
                where = position(documents, REDACTIONS, "redactions", at, *path)
                yield suggester.problem(where, record, RECORDS, known)
