"""How many an award line honours, in words: by kind, how exactly, how many of them named. Nothing is added up."""

from collections.abc import Iterator

from ceremony_archive.model.award_counts import COUNTED_AS
from ceremony_archive.model.ceremony import Award, Ceremony, Counts
from ceremony_archive.pages.ceremony_facts import Fact, plain
from ceremony_archive.pages.ceremony_sources import as_printed
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.wording import number_text


def count_fact(context: Context, ceremony: Ceremony, award: Award) -> Fact:
    """Return the row of the numbers. Not stated: without numbers it says so, or is empty where recipients are named."""
    printed = as_printed(ceremony, award.count_as_printed, award.source)
    label = context.t("ceremony.award.counts")
    if award.counts is None:
        silence = () if award.recipients else (plain(context.own(context.t("ceremony.award.no_count"))),)
        return Fact(label=label, values=(plain(printed),) if printed else silence)
    return Fact(
        label=label,
        values=tuple(plain(context.own(words)) for words in _counts(context, award, award.counts)),
        printed=printed,
        notes=tuple(context.own(words) for words in _remarks(context, award, award.counts)),
    )


def _counts(context: Context, award: Award, counts: Counts) -> Iterator[str]:
    for field in (*(field for field, _ in COUNTED_AS), "mixed", "items"):
        number = getattr(counts, field)
        if number is not None:
            yield _counted(context, award, field, number)
    if counts.total is not None:
        total = number_text(counts.total, context.language)
        yield _approximate(context, award, context.t("ceremony.award.total_printed", n=total))


def _counted(context: Context, award: Award, field: str, number: int) -> str:
    words = context.t(f"count.{field}", n=number_text(number, context.language))
    if award.counts_of == "instances":
        words = context.t("ceremony.award.instances", count=words)
    return _approximate(context, award, words)


def _approximate(context: Context, award: Award, words: str) -> str:
    return " ".join((*(context.t(f"approximation.{word}") for word in award.approximation), words))


def _remarks(context: Context, award: Award, counts: Counts) -> Iterator[str]:
    if award.counts_of == "instances":
        yield context.t("ceremony.award.instances_note")
    else:
        yield from _named(context, award, counts)
    if counts.mixed is not None:
        yield context.t("ceremony.award.mixed_note")


def _named(context: Context, award: Award, counts: Counts) -> Iterator[str]:
    """Say "12 of 126 named" for each kind that is counted; a lump is compared with all that is not counted apart."""
    if not award.recipients:
        yield context.t("ceremony.award.none_named")
        return
    kinds = [recipient.kind for recipient in award.recipients]
    apart = {kind for field, kind in COUNTED_AS if getattr(counts, field) is not None}
    for field, kind in COUNTED_AS:
        number = getattr(counts, field)
        if number is not None:
            yield _named_of(context, award, kinds.count(kind), _counted(context, award, field, number))
    rest = sum(kind not in apart for kind in kinds)
    if counts.mixed is not None:
        yield _named_of(context, award, rest, _counted(context, award, "mixed", counts.mixed))
    elif not apart and counts.total is not None:
        total = context.t("ceremony.award.recipients", n=number_text(counts.total, context.language))
        yield _named_of(context, award, rest, _approximate(context, award, total))


def _named_of(context: Context, award: Award, named: int, of: str) -> str:
    return context.t("ceremony.award.named_of", named=number_text(named, context.language), of=of)
