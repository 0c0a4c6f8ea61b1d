"""redaction-remains: words that are withheld in one place and stand in another.

What: a name or text that a redaction removes, or leaves as initials, stands elsewhere in the content: in the story or
summary of the record, in a note, in another record that does not share it, in the reason of a redaction.
Why: a name that is gone from the list and stands in the story is not gone. The build would stop, but only here can it
be told which line to mend. The line itself is not shown: reports are copied into public logs.
"""

from collections.abc import Iterator
from dataclasses import replace

from ceremony_archive.checks.locating import Documents, entity_lists, position, rows
from ceremony_archive.checks.redacting import entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.field_path import FieldPath, texts_in, written
from ceremony_archive.model.redaction import is_sound, redact
from ceremony_archive.model.register import REDACTIONS, REDIRECTS
from ceremony_archive.model.site import SiteText
from ceremony_archive.model.withheld_words import WithheldWords, WordFinder
from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.document import split_front_matter

RULE = "redaction-remains"

OF_A_NAME = ("name", "name_as_printed", "honorific")


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each place where withheld words stand."""
    redacted = redact(archive)
    if not redacted.secrets:
        return
    finder = WordFinder.of(redacted.secrets)
    records: tuple[Ceremony | SiteText, ...] = (*archive.ceremonies, *archive.texts.values())
    for record in records:
        source = documents[record.id].source.text if record.id in documents else record.id
        if next(finder.found_in(f"{record.id}\n{source}"), None):
            yield from _in_record(record, _withheld(archive, record.id), finder, documents)
    yield from _in_entities(redacted.archive, finder, documents)
    for file, register in ((REDACTIONS, {"redactions": archive.redactions}), (REDIRECTS, archive.redirects)):
        for path, text in texts_in(register):
            for words in finder.found_in(text):
                yield _problem(words, position(documents, file, *path), written(path))


def _in_record(
    record: Ceremony | SiteText, withheld: set[FieldPath], finder: WordFinder, documents: Documents
) -> Iterator[Problem]:
    for path, text in texts_in(record):
        if any(path[: len(start)] == start for start in withheld):
            continue
        for words in finder.found_in(text):
            if record.id in words.shared_with:
                continue
            of_story = path[0] == "story"
            where = _in_story(record.id, finder, documents) if of_story else position(documents, record.id, *path)
            owner = record.id if isinstance(record, Ceremony) else ""
            yield _problem(words, where, "story" if of_story else written(path), owner)


def _in_story(record_id: str, finder: WordFinder, documents: Documents) -> Position:
    """Return the first line of the story with withheld words, or its beginning where they go over a line's end."""
    source = documents[record_id].source
    _, first, _ = split_front_matter(source)
    numbered = enumerate(source.lines[first - 1 :], start=first)
    return source.position(next((number for number, line in numbered if next(finder.found_in(line), None)), first))


def _in_entities(published: Archive, finder: WordFinder, documents: Documents) -> Iterator[Problem]:
    for file, list_name, entities in entity_lists(published):
        row_of = rows(documents, file, list_name)
        for entity in entities:
            records = [mention.ceremony for mention in entity.mentions]
            for path, text in texts_in(entity):
                if path[0] == "mentions" and path[-1] in ("ceremony", "name"):
                    continue  # what its record has, which is told there
                for words in finder.found_in(text):
                    if not words.may_stand_beside(records):
                        where = position(documents, file, list_name, row_of.get(entity.id, 0))
                        yield _problem(words, where, f"{entity.id}.{written(path)}")


def _withheld(archive: Archive, record_id: str) -> set[FieldPath]:
    """Return the paths of the record at which a redaction does its work."""
    paths: set[FieldPath] = set()
    for entry in entries(archive):
        target, degree = entry.target, entry.redaction.degree
        is_here = entry.record.id == record_id and degree != "unindexed"
        if is_here and target and is_sound(entry.redaction, target):
            is_whole = target.kind == "text" or (target.kind, degree) == ("recipient", "removed")
            paths |= {target.path} if is_whole else {(*target.path, name) for name in OF_A_NAME}
    return paths


def _problem(words: WithheldWords, where: Position, field: str, record: str = "") -> Problem:
    """Return the problem. Only another record can share the words: of their own nobody could tell whose they are."""
    arguments = {
        "field": field,
        "redaction": words.redaction,
        "suggestion": record if record != words.record else "",
    }
    return Problem(rule=RULE, position=replace(where, text="", length=1), arguments=arguments)
