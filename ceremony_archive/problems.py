"""An editor's mistakes as values: where they are, which rule they break, and what the report is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

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


class ArchiveError(Exception):
    """What stops the tool itself, not an editor's mistake; the message ends with the next thing to do.

    ArchiveError
    ├── OutputError      the output folder cannot be written, or holds what the archive did not write
    ├── ContentMissing   there is no content folder, or it cannot be read
    ├── Collision        two pages want one address, or an address would leave the output folder
    └── WorkerFailed     a process that rendered a language ended without its result
    """

    exitcode = 2


class OutputError(ArchiveError):
    """The output folder cannot be written, or holds what the archive did not write."""


class ContentMissing(ArchiveError):
    """There is no content folder, or it cannot be read."""


class Collision(ArchiveError):
    """Two pages want one address, or an address would leave the output folder: a fault of the program."""


class WorkerFailed(ArchiveError):
    """A process that rendered a language ended without its result: a fault of the program, shown above."""
