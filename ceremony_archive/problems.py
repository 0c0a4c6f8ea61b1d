"""An editor's mistakes as values: where they are, which rule they break, and what the report is made of."""

import errno
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file as an editor finds it.

    Unit: lines and columns count from 1; `length` is how many characters the pointer underlines. `text` is the line
    as typed.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = field(default=1, compare=False)
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake: the rule it breaks, where, and the words that fill the rule's message.

    An error stops the build. A warning is shown at each build until the record acknowledges it with a reason.
    `record` is the id of the ceremony whose acknowledgements may cover it.
    """

    rule: str
    position: Position
    severity: Severity = "error"
    arguments: Mapping[str, str] = field(default_factory=dict)
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one run found, sorted by file and line. `acknowledged` warnings are counted, not shown."""

    problems: tuple[Problem, ...] = ()
    acknowledged: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether the archive may be published: there is no error."""
        return not self.count("error")

    def count(self, severity: Severity) -> int:
        """Return how many problems have this severity."""
        return sum(problem.severity == severity for problem in self.problems)


def report_of(problems: Iterable[Problem], acknowledged: int = 0) -> Report:
    """Return the report of the problems, each told once, in the order of files, lines and rules."""
    unique = {(p.position, p.rule, tuple(sorted(p.arguments.items()))): p for p in problems}
    ordered = sorted(unique.values(), key=lambda p: (p.position, p.rule, tuple(sorted(p.arguments.items()))))
    return Report(problems=tuple(ordered), acknowledged=acknowledged)


class Fault(NamedTuple):
    """What is wrong with one file of a site. `kind` names its wording; `detail` is a place, an address or nothing."""

    kind: str
    file: str
    detail: str = ""


class ArchiveError(Exception):
    """What stops the tool itself, not an editor's mistake.

    `stop` names its wording, which ends with what to do next; `words` fill it; `faults` are told below it.

    ArchiveError
    ├── OutputError          the output cannot be written, holds what the archive did not write, or is not there
    ├── VerificationFailed   what was written is not what may be published: a fault of the program or of the disk
    ├── Leaked               what is withheld on request stands in what was written
    ├── AddressLost          the new site lacks an address that was published
    ├── ContentMissing       there is no content folder, or it cannot be read
    ├── ContentChanged       the content was changed while it was being built
    ├── Collision            two pages want one address, or an address would leave the site: a fault of the program
    └── WorkerFailed         a process that rendered a language ended without its result: a fault of the program
    """

    exitcode = 2

    def __init__(self, stop: str, /, *, faults: Iterable[Fault] = (), **words: str) -> None:
        super().__init__(stop, words, *faults)
        self.stop = stop
        self.words = words
        self.faults = tuple(faults)


class OutputError(ArchiveError):
    """The output cannot be written, holds what the archive did not write, or is not there."""


class VerificationFailed(ArchiveError):
    """What was written is not what may be published: a fault of the program or of the disk."""


class Leaked(ArchiveError):
    """What is withheld on request stands in what was written; the faults name the redactions, never the words."""


class AddressLost(ArchiveError):
    """The new site lacks an address that was published, and the register does not say why."""


class ContentMissing(ArchiveError):
    """There is no content folder, or it cannot be read."""


class ContentChanged(ArchiveError):
    """The content was changed while it was being built."""


class Collision(ArchiveError):
    """Two pages want one address, or an address would leave the site: a fault of the program."""


class WorkerFailed(ArchiveError):
    """A process that rendered a language ended without its result: a fault of the program, shown above."""


def reason_of(error: OSError) -> str:
    """Return what the system refused: a key of the messages' shapes, or the system's own words."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))


_REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "may-not-write",
    errno.EPERM: "may-not-write",
    errno.EIO: "disk",
}
