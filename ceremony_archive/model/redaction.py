"""The archive without what is withheld on request: the only form of it that anything is published from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.award_counts import counts_from_names
from ceremony_archive.model.ceremony import Ceremony, Official
from ceremony_archive.model.entity import Organization, Person
from ceremony_archive.model.field_path import GONE, FieldPath, changed, texts_in, value_at
from ceremony_archive.model.fold import slug, spelling_key
from ceremony_archive.model.redaction_target import Record, Target, check_digits, initials, target_of
from ceremony_archive.model.register import Redaction
from ceremony_archive.model.values import Bilingual
from ceremony_archive.model.withheld_words import WithheldWords, is_too_short

Entity = TypeVar("Entity", Person, Organization)
Applied: TypeAlias = Mapping[str, list[tuple[Redaction, Target]]]  # by record
Edits: TypeAlias = dict[FieldPath, object]

NAME_WITHHELD = Bilingual(
    vi="Theo yêu cầu, tên của người này không được công bố.", en="The name of this person is withheld on request."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Redacted:
    """The archive as it may be published, and the words that may be read nowhere in what is published."""

    archive: Archive
    secrets: tuple[WithheldWords, ...] = ()

    @property
    def hidden(self) -> tuple[WithheldWords, ...]:
        """The words that stay, but on pages that search engines are not to show."""
        return self.archive.hidden


def redact(archive: Archive) -> Redacted:
    """Return the archive without what its redactions withhold, and the words that are withheld.

    A redaction that its record does not bear out does nothing: the checks tell of it, and then nothing is published.
    """
    if not archive.redactions:
        return Redacted(archive=archive)
    applied: defaultdict[str, list[tuple[Redaction, Target]]] = defaultdict(list)
    for redaction in archive.redactions:
        record = record_of(archive, redaction.record)
        target = target_of(record, redaction.field) if record else None
        if target and is_sound(redaction, target):
            applied[redaction.record].append((redaction, target))
    ceremonies = tuple(
        _ceremony(ceremony, applied[ceremony.id]) if ceremony.id in applied else ceremony
        for ceremony in archive.ceremonies
    )
    touched = {ceremony.id: set(_names(ceremony)) for ceremony in ceremonies if ceremony.id in applied}
    published = replace(
        archive,
        ceremonies=ceremonies,
        people=_entities(archive.people, applied, touched),
        organizations=_entities(archive.organizations, applied, touched),
        hidden=tuple(_hidden(applied)),
    )
    return Redacted(archive=published, secrets=tuple(_secrets(published, applied)))


def record_of(archive: Archive, record_id: str) -> Record | None:
    """Return the ceremony, person or organization of the id, or None when there is none."""
    return (
        archive.ceremony_by_id.get(record_id) or archive.people.get(record_id) or archive.organizations.get(record_id)
    )


def is_sound(redaction: Redaction, target: Target) -> bool:
    """Tell whether the redaction means what stands there, may go so far, and can be looked for in what is published."""
    return (
        redaction.degree in target.degrees
        and redaction.check == check_digits(redaction.record, target.text)
        and not any(map(is_too_short, target.words))
    )


def _hidden(applied: Applied) -> Iterator[WithheldWords]:
    for redaction, target in _every(applied):
        if redaction.degree == "unindexed":
            yield from (_withheld(redaction, words) for words in target.words)


def _secrets(published: Archive, applied: Applied) -> Iterator[WithheldWords]:
    for redaction, target in _every(applied):
        for words in target.words if redaction.degree != "unindexed" else ():
            others = [mention.name for mention in published.mentions_of_name.get(slug(words), ())]
            if target.kind == "entity" and _is_in_a_record(published, words):
                continue  # records still say it; only who else that is, is withheld
            is_shared = any(_has_marks(name) and spelling_key(name) != spelling_key(words) for name in others)
            yield _withheld(redaction, words, shares_slug=is_shared and _has_marks(words))


def _every(applied: Applied) -> Iterator[tuple[Redaction, Target]]:
    return (pair for pairs in applied.values() for pair in pairs)


def _withheld(redaction: Redaction, words: str, *, shares_slug: bool = False) -> WithheldWords:
    return WithheldWords(
        redaction=redaction.id,
        record=redaction.record,
        words=words,
        shared_with=redaction.shared_with,
        shares_slug=shares_slug,
    )


def _is_in_a_record(published: Archive, words: str) -> bool:
    return any(words in text for ceremony in published.ceremonies for _, text in texts_in(ceremony))


def _has_marks(name: str) -> bool:
    return not name.isascii()


def _ceremony(ceremony: Ceremony, applied: Iterable[tuple[Redaction, Target]]) -> Ceremony:
    edits: Edits = {}
    recipients: defaultdict[FieldPath, set[int]] = defaultdict(set)
    officials: dict[FieldPath, Official] = {}
    for redaction, target in applied:
        if redaction.degree == "initials":
            edits |= _initialled(target)
        elif redaction.degree == "removed" and target.kind == "recipient":
            recipients[target.path[:2]].add(int(target.path[3]))
        elif redaction.degree == "removed" and isinstance(target.value, Official):
            officials[target.path] = target.value
        elif redaction.degree == "removed":
            edits[target.path] = GONE
    for path in officials:
        edits |= {(*path, field): GONE for field in ("name", "name_as_printed", "honorific")}
        edits[(*path, "note")] = _noted(ceremony, (*path, "note"), edits, NAME_WITHHELD)
    for path, gone in recipients.items():
        edits |= _without_recipients(ceremony, path, gone, edits)
    redacted = changed(ceremony, edits) if edits else ceremony
    named = tuple(o for o in redacted.officials if o.name or o.role or o.organization)
    return redacted if len(named) == len(redacted.officials) else replace(redacted, officials=named)


def _initialled(target: Target) -> Edits:
    if target.kind == "text":
        return {target.path: initials(target.text)}
    name, *printed = (initials(words) for words in target.words)
    return {
        (*target.path, "name"): name,
        (*target.path, "name_as_printed"): GONE if not printed or printed[0] == name else printed[0],
    }


def _without_recipients(ceremony: Ceremony, path: FieldPath, gone: set[int], edits: Edits) -> Edits:
    """Return the edits that take recipients out of an award, yet leave it honouring as many as before."""
    award = ceremony.awards[int(path[1])]
    number = len(gone)
    note = Bilingual(
        vi=f"Theo yêu cầu, {number} tên trong danh sách này không được công bố.",
        en=f"{number} {'name' if number == 1 else 'names'} in this list {'is' if number == 1 else 'are'} withheld on "
        "request.",
    )
    return {
        **{(*path, "recipients", at): GONE for at in gone},
        (*path, "counts"): counts_from_names(award, {award.recipients[at].kind for at in gone}),
        (*path, "note"): _noted(ceremony, (*path, "note"), edits, note),
    }


def _noted(ceremony: Ceremony, path: FieldPath, edits: Edits, note: Bilingual) -> Bilingual:
    """Return the note at the path with another behind it; where it has no English, all of it is Vietnamese."""
    before = None if edits.get(path) is GONE else value_at(ceremony, path)
    if not isinstance(before, Bilingual):
        return note
    return Bilingual(vi=f"{before.vi} {note.vi}", en=f"{before.en} {note.en}" if before.en else None)


def _entities(
    entities: Mapping[str, Entity],
    applied: Applied,
    touched: Mapping[str, set[tuple[str | None, str | None]]],
) -> dict[str, Entity]:
    """Return the entities that may still be shown, with the mentions that the redacted records still have.

    Who is named in no record any more has no evidence left, and no page.
    """
    shown: dict[str, Entity] = {}
    for entity in entities.values():
        own = applied.get(entity.id, ())
        mentions = tuple(
            mention
            for mention in entity.mentions
            if mention.ceremony not in touched
            or any(name == mention.name and mention.role in (None, role) for name, role in touched[mention.ceremony])
        )
        is_withheld = any(redaction.degree == "removed" and target.kind == "entity" for redaction, target in own)
        if is_withheld or (entity.mentions and not mentions):
            continue
        edits = {target.path: GONE for redaction, target in own if redaction.degree == "removed"}
        kept = changed(entity, edits) if edits else entity
        shown[entity.id] = kept if len(mentions) == len(entity.mentions) else replace(kept, mentions=mentions)
    return shown


def _names(ceremony: Ceremony) -> Iterator[tuple[str | None, str | None]]:
    """Yield the names that an entity may be mentioned by, with their roles."""
    for organizer in ceremony.organizers:
        yield organizer, None
    for official in ceremony.officials:
        yield official.name, official.role
        yield official.organization, None
    for award in ceremony.awards:
        for recipient in award.recipients:
            yield recipient.name, recipient.role
            yield recipient.organization, None
