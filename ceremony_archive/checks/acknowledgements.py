"""acknowledgement-unused: an acknowledged rule that no warning of the record bears.

What: `acknowledged` names a rule that nothing warns of in this record, or that is no rule of a warning at all.
Why: a warning that went away, because the record or the vocabulary was mended, must not stay excused for the next one;
and a mistyped rule would excuse nothing without anybody knowing.
"""

from collections.abc import Iterable

from ceremony_archive.checks import (
    authority_without_power,
    form_out_of_validity,
    likely_same_ceremony,
    name_in_two_spellings,
    redaction_picture,
)
from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem
from ceremony_archive.source.schema import nearest

RULE = "acknowledgement-unused"

WARNING_RULES = (
    authority_without_power.RULE,
    form_out_of_validity.RULE,
    likely_same_ceremony.RULE,
    name_in_two_spellings.RULE,
    redaction_picture.RULE,
)


def acknowledge(
    warnings: Iterable[Problem], archive: Archive, documents: Documents
) -> tuple[list[Problem], int, list[Problem]]:
    """Return the warnings that stand, how many are acknowledged, and a problem for each acknowledgement of nothing."""
    excused = {(c.id, rule) for c in archive.ceremonies if c.acknowledged for rule in c.acknowledged}
    remaining: list[Problem] = []
    used: set[tuple[str | None, str]] = set()
    covered = 0
    for warning in warnings:
        key = (warning.record, warning.rule)
        if key in excused:
            used.add(key)
            covered += 1
        else:
            remaining.append(warning)
    idle = sorted(excused - used)
    return remaining, covered, [_problem(record, rule, documents) for record, rule in idle]


def _problem(record: str, rule: str, documents: Documents) -> Problem:
    near = "" if rule in WARNING_RULES else nearest(rule, WARNING_RULES)
    arguments = {"text": rule, "known": ", ".join(WARNING_RULES), "nearest": near}
    where = position(documents, record, "acknowledged", rule, at_key=True)
    return Problem(rule=RULE, position=where, arguments=arguments)
