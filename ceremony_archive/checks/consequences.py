"""What is a mistake of its own and what only follows from another."""

from collections.abc import Iterable

from ceremony_archive.problems import Problem

# Rules that find something missing: what could not be read must not count as missing a second time.
OF_OTHERS = (
    *("unknown-id", "unknown-link", "mention-not-found"),
    *("redaction-field", "redaction-moved", "redaction-degree", "redaction-required"),
)
OF_ITSELF = (
    "acknowledgement-unused",
    "annulment-missing",
    "claim-without-source",
    "id-not-of-date",
    "official-without-subject",
)


def without_consequences(problems: Iterable[Problem], unread: Iterable[str]) -> list[Problem]:
    """Return the problems but those that only miss what is there and could not be read: one mistake, one message."""
    lists = {"entities/people.yaml": ("person:",), "entities/organizations.yaml": ("organization:",)}
    names = [name for record in unread for name in lists.get(record, (record,))]

    def is_consequence(problem: Problem) -> bool:
        if problem.rule in OF_OTHERS:
            return any(name in text for name in names for text in problem.arguments.values())
        return problem.rule in OF_ITSELF and any(name in problem.position.file for name in names)

    return [problem for problem in problems if not is_consequence(problem)]
