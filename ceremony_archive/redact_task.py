"""The task `redact`: one more entry in the register of redactions, for a field of a record. It never says the words."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import yaml

from ceremony_archive import pipeline
from ceremony_archive.checks import (
    redaction_degree,
    redaction_field,
    redaction_remains,
    redaction_required,
    redaction_too_common,
    redaction_twice,
)
from ceremony_archive.checks.checked_reference import checked_reference
from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.unknown_id import RECORDS, Suggester
from ceremony_archive.messages import PARTS, message, wording
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.permalink_text import comment_of
from ceremony_archive.model.redaction import record_of, redact
from ceremony_archive.model.redaction_target import Record, Target, check_digits, target_of
from ceremony_archive.model.register import REDACTIONS, Degree, Redaction, RedactionRegister
from ceremony_archive.model.values import Bilingual, Language, PartialDate
from ceremony_archive.model.withheld_words import WithheldWords, WordFinder
from ceremony_archive.output.permalinks import register_lock
from ceremony_archive.pages.withheld import excused_addresses
from ceremony_archive.problems import Position, Problem
from ceremony_archive.registers import refuse_comments, write_register_file
from ceremony_archive.source.formatting import formatted
from ceremony_archive.source.load import content_folder, list_files, read_records

REFUSING = (redaction_field, redaction_required, redaction_degree, redaction_twice, redaction_too_common)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody typed: what is to be withheld, how far, and the reason that is made public."""

    record: str
    field: str
    degree: str
    reason: Bilingual
    shared_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the task says, and whether it has written the entry."""

    lines: tuple[str, ...]
    is_written: bool = False


def withhold(content: Path, request: Request, today: PartialDate, language: Language, *, cache: Path | None) -> Outcome:
    """Add the entry to the register of the content folder, unless something is wrong with it; say what follows.

    Raises ArchiveError when the register cannot be written.
    """
    with register_lock(content):
        return _withhold(content, request, today, language, cache)


def _withhold(content: Path, request: Request, today: PartialDate, language: Language, cache: Path | None) -> Outcome:
    words = wording(language)["redact"]
    whole, documents = _read(content, cache)
    if whole is None:
        return Outcome((words["unreadable"].format(folder=content), words["not-written"]))
    record = record_of(whole, request.record)
    wrong = tuple(_mistyped(whole, request, language))
    if wrong or record is None:
        return Outcome((*wrong, words["not-written"]))
    degree = next(degree for degree in get_args(Degree) if degree == request.degree)
    redaction = _entry(whole, request, degree, record, today)
    longer = replace(whole, redactions=(*whole.redactions, redaction))
    target = target_of(record, request.field)
    refused = tuple(_refusals(whole, longer, documents, language)) or tuple(_told(redaction, target, words))
    if refused or target is None:
        return Outcome((*refused, words["not-written"]))
    _write(content / REDACTIONS, redaction)
    return Outcome(tuple(_consequences(whole, longer, documents, target, words)), is_written=True)


def _read(content: Path, cache: Path | None) -> tuple[Archive | None, Documents]:
    """Return the archive as the content has it, or None where the register or the vocabularies cannot be read."""
    folder = content_folder(content)
    files, problems = list_files(folder)
    reference, _ = checked_reference(folder, files, cache)
    records, wrong = read_records(folder, files, lambda done, total: None)
    is_readable = not any(problem.position.file.endswith(REDACTIONS) for problem in (*problems, *wrong))
    if reference is None or records.site is None or not is_readable:
        return None, {}
    return pipeline.archive_of(records.site, reference, records, {}), records.documents


def _mistyped(whole: Archive, request: Request, language: Language) -> Iterator[str]:
    words = wording(language)["redact"]
    if request.degree not in get_args(Degree):
        yield words["unknown-degree"].format(degree=request.degree, choices=", ".join(get_args(Degree)))
    known = {**whole.ceremony_by_id, **whole.people, **whole.organizations}
    for record in (request.record, *request.shared_with):
        if record not in known:
            yield from _lines(Suggester().problem(Position(REDACTIONS), record, RECORDS, known), language)


def _entry(whole: Archive, request: Request, degree: Degree, record: Record, today: PartialDate) -> Redaction:
    target = target_of(record, request.field)
    return Redaction(
        id=_next_id({redaction.id for redaction in whole.redactions}, today.year),
        record=request.record,
        field=request.field,
        degree=degree,
        date=today,
        reason=request.reason,
        check=check_digits(request.record, target.text if target else ""),
        shared_with=request.shared_with,
    )


def _next_id(known: Collection[str], year: int) -> str:
    numbers = [int(number) for known_id in known if (number := known_id.removeprefix(f"r-{year}-")).isdecimal()]
    return f"r-{year}-{max(numbers, default=0) + 1:03d}"


def _refusals(whole: Archive, longer: Archive, documents: Documents, language: Language) -> Iterator[str]:
    for rule in REFUSING:
        for problem in _new(list(rule.check(whole, documents)), list(rule.check(longer, documents))):
            yield from _lines(problem, language)


def _told(redaction: Redaction, target: Target | None, words: Mapping[str, str]) -> Iterator[str]:
    """Yield that the reason, which is public, has what is withheld, if it has."""
    reason = " ".join(filter(None, (redaction.reason.vi, redaction.reason.en)))
    withheld = [
        WithheldWords(redaction=redaction.id, record=redaction.record, words=text)
        for text in (target.words if target else ())
    ]
    if withheld and any(WordFinder.of(withheld).found_in(reason)):
        yield words["reason-tells"]


def _write(path: Path, redaction: Redaction) -> None:
    text = path.read_text(encoding="utf-8")
    refuse_comments(text, RedactionRegister, str(path))
    write_register_file(path, _with_entry(text, redaction))


def _with_entry(text: str, redaction: Redaction) -> str:
    """Return the register with the entry behind all that it has, in its canonical form."""
    register = yaml.load(text, Loader=yaml.CBaseLoader)
    entry: dict[str, object] = {
        **{name: str(getattr(redaction, name)) for name in ("id", "record", "field", "degree", "date")},
        "reason": {"vi": redaction.reason.vi, **({"en": redaction.reason.en} if redaction.reason.en else {})},
        "check": redaction.check,
        **({"shared_with": list(redaction.shared_with)} if redaction.shared_with else {}),
    }
    longer = {"redactions": [*(register["redactions"] or ()), entry]}
    return formatted(comment_of(text) + yaml.dump(longer, allow_unicode=True, sort_keys=False), RedactionRegister)


def _consequences(
    whole: Archive, longer: Archive, documents: Documents, target: Target, words: Mapping[str, str]
) -> Iterator[str]:
    redaction = longer.redactions[-1]
    yield words["done"].format(id=redaction.id, file=REDACTIONS, record=redaction.record, field=redaction.field)
    removed = redaction.degree == "removed"
    yield "  " + words[f"removed-{target.kind}" if removed else redaction.degree]
    gone = excused_addresses(longer, redact(longer).archive) - excused_addresses(whole, redact(whole).archive)
    if gone:
        yield "  " + words["addresses"].format(n=2 * len(gone))
    remains = _new(list(redaction_remains.check(whole, documents)), list(redaction_remains.check(longer, documents)))
    yield words["remains"].format(n=len(remains)) if remains else words["next"]


def _new(before: list[Problem], after: list[Problem]) -> list[Problem]:
    return [problem for problem in after if problem not in before]


def _lines(problem: Problem, language: Language) -> Iterator[str]:
    words = wording(language)["report"]
    yield f"{words['error']}[{problem.rule}]: {message(problem, 'problem', language)}"
    yield from (f"  {words[part]} {message(problem, part, language)}" for part in PARTS[1:])
