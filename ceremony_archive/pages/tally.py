"""How many award lines stand and how many were taken back: never counted together, the second never left unsaid."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ceremony_archive.model.ceremony import Award
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of awards that stand, and of those that were annulled."""

    standing: int
    annulled: int


@dataclass(frozen=True, slots=True)
class TallyText:
    """A tally in words: the number that stands, and what has to be said beside it; empty where nothing has."""

    number: str
    beside: str


def lines_tally(awards: Iterable[Award]) -> Tally:
    """Return how many award lines there are."""
    return _tally((award, 1) for award in awards)


def names_tally(awards: Iterable[Award]) -> Tally:
    """Return how many names of recipients the award lines have. Unit: appearances of names, not people."""
    return _tally((award, len(award.recipients)) for award in awards)


def tally_text(context: Context, tally: Tally, unit: Literal["lines", "names"] = "lines") -> TallyText:
    """Return the tally in words."""
    annulled = number_text(tally.annulled, context.language)
    beside = context.t(f"tally.{unit}_beside", n=annulled) if tally.annulled else ""
    return TallyText(number_text(tally.standing, context.language), beside)


def with_annulled(context: Context, words: str, tally: Tally) -> str:
    """Return the sentences, and one more that says how many award lines were annulled, where any were."""
    if not tally.annulled:
        return words
    return f"{words} {context.t('tally.sentence', n=number_text(tally.annulled, context.language))}"


def _tally(numbers: Iterable[tuple[Award, int]]) -> Tally:
    standing = annulled = 0
    for award, number in numbers:
        if award.status == "annulled":
            annulled += number
        else:
            standing += number
    return Tally(standing, annulled)
