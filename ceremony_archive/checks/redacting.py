"""What the checks of the register of redactions share: each entry with what it leads to, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.redaction import record_of
from ceremony_archive.model.redaction_target import Record, Target, check_digits, target_of
from ceremony_archive.model.register import REDACTIONS, Redaction
from ceremony_archive.problems import Position, Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the register, its row, and its record. Not stated: `target` is None where its field leads nowhere."""

    at: int
    redaction: Redaction
    record: Record
    target: Target | None

    @property
    def is_in_place(self) -> bool:
        """Whether the field leads to the text of which the register has the digits."""
        redaction, target = self.redaction, self.target
        return target is not None and check_digits(redaction.record, target.text) == redaction.check

    def problem(self, rule: str, documents: Documents, field: str, **arguments: str) -> Problem:
        """Return the problem, pointing at a field of the entry."""
        given = {"field": self.redaction.field, "record": self.redaction.record, **arguments}
        return Problem(rule=rule, position=place(documents, self.at, field), arguments=given)


def entries(archive: Archive) -> Iterator[Entry]:
    """Yield each entry whose record the archive has."""
    for at, redaction in enumerate(archive.redactions):
        record = record_of(archive, redaction.record)
        if record is not None:
            yield Entry(at, redaction, record, target_of(record, redaction.field))


def place(documents: Documents, at: int, *path: str | int) -> Position:
    """Return where a value of an entry stands in the register."""
    return position(documents, REDACTIONS, "redactions", at, *path)
