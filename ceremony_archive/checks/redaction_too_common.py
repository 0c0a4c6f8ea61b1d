"""redaction-too-common: a redaction of words that also stand where they mean something else.

What: the words are one syllable, a few letters, or the name of a place too.
Why: after each build every file is searched for what is withheld. "An" stands in Nghệ An, in an ninh and in every
English page; nobody could tell whether the name is gone. Then the record itself has to do without it.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.redacting import Entry, entries
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.withheld_words import WithheldWords, WordFinder, is_too_short
from ceremony_archive.problems import Problem

RULE = "redaction-too-common"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each redaction whose words cannot be looked for."""
    looked_for = [entry for entry in entries(archive) if entry.target and entry.is_in_place]
    of_places = set(_of_places(archive, looked_for))
    for entry in looked_for:
        words = entry.target.words if entry.target else ()
        if any(map(is_too_short, words)):
            yield entry.problem(RULE, documents, "field", reason="too-short")
        elif entry.redaction.id in of_places:
            yield entry.problem(RULE, documents, "field", reason="name-of-a-place")


def _of_places(archive: Archive, looked_for: list[Entry]) -> Iterator[str]:
    """Yield the redactions whose words are in the name of a place."""
    withheld = [
        WithheldWords(redaction=entry.redaction.id, record=entry.redaction.record, words=words)
        for entry in looked_for
        for words in (entry.target.words if entry.target else ())
    ]
    if withheld:
        names = "\0".join(place.name for place in archive.gazetteer.places.values())
        yield from (words.redaction for words in WordFinder.of(withheld).found_in(names))
