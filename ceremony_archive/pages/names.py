"""The index of printed names: its letters, the names under each letter, then the page of every name."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ceremony_archive.model.fold import ALPHABET, collation_key, first_letter, given_name_key
from ceremony_archive.pages.links import home_crumb, letter_path, name_link, section_link
from ceremony_archive.pages.name import pages as name_pages
from ceremony_archive.pages.name_mention import mention_count
from ceremony_archive.pages.page import Context, Link, Page
from ceremony_archive.pages.wording import number_text

LETTERS = (*ALPHABET.upper(), "#")
FOREIGN_LETTERS = "FJWZ#"  # shown only where a name begins with one


@dataclass(frozen=True, slots=True)
class Spelling:
    """One exact spelling of names of people, or of anything else, and how often it appears."""

    name: str
    is_person: bool
    count: int


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name in a list. `detail` says how often it appears, and is empty for once."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter with the number of spellings under it."""

    letter: Link
    people: str
    organizations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage:
    """What the index of names shows."""

    lead: str
    letters: tuple[LetterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """The names under one letter. `by_given_name` has the people again, and is empty where there is but one."""

    letter: str
    letters: tuple[Link, ...]
    people: tuple[NameEntry, ...]
    by_given_name: tuple[NameEntry, ...]
    organizations: tuple[NameEntry, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the index of names, the page of every letter that has names, and the page of every name."""
    letters: dict[str, list[Spelling]] = {}
    for spelling in _spellings(context):
        letters.setdefault(first_letter(spelling.name), []).append(spelling)
    bar = tuple(
        Link(context.own(letter), letter_path(letter) if letter in letters else None)
        for letter in LETTERS
        if letter in letters or letter not in FOREIGN_LETTERS
    )
    yield _index(context, letters, bar)
    for letter in LETTERS:
        if letter in letters:
            yield _letter(context, letter, letters[letter], bar)
    yield from name_pages(context)


def _spellings(context: Context) -> list[Spelling]:
    mentions = (mention for found in context.archive.mentions_of_name.values() for mention in found)
    counts = Counter((mention.name, mention.names_a_person) for mention in mentions)
    return [Spelling(name, is_person, count) for (name, is_person), count in counts.items()]


def _index(context: Context, letters: dict[str, list[Spelling]], bar: tuple[Link, ...]) -> Page:
    every = [spelling for spellings in letters.values() for spelling in spellings]
    numbers = {"people": _number(context, every, True), "organizations": _number(context, every, False)}
    rows = tuple(
        LetterRow(
            letter=link,
            people=_number(context, letters[link.text.text], True),
            organizations=_number(context, letters[link.text.text], False),
        )
        for link in bar
        if link.target is not None
    )
    return Page(
        path="names/index.html",
        language=context.language,
        template="pages/names.html",
        title=context.t("section.names"),
        description=context.t("names.description", **numbers),
        data=NamesPage(lead=context.t("names.lead", **numbers), letters=rows),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in context.archive.ceremonies),
    )


def _letter(context: Context, letter: str, spellings: list[Spelling], bar: tuple[Link, ...]) -> Page:
    people = [spelling for spelling in spellings if spelling.is_person]
    organizations = [spelling for spelling in spellings if not spelling.is_person]
    title = context.t("names.letter.digits") if letter == "#" else context.t("names.letter.title", letter=letter)
    numbers = {"people": _number(context, spellings, True), "organizations": _number(context, spellings, False)}
    by_given_name = sorted(people, key=lambda person: given_name_key(person.name)) if len(people) > 1 else []
    return Page(
        path=letter_path(letter),
        language=context.language,
        template="pages/name_letter.html",
        title=title,
        description=context.t("names.letter.description", title=title, **numbers),
        data=LetterPage(
            letter=letter,
            letters=bar,
            people=_entries(context, sorted(people, key=_by_name)),
            by_given_name=_entries(context, by_given_name),
            organizations=_entries(context, sorted(organizations, key=_by_name)),
        ),
        breadcrumbs=(home_crumb(context), section_link(context, "names", "names/index.html")),
        records=tuple(ceremony.id for ceremony in context.archive.ceremonies),
        is_indexed=False,
    )


def _by_name(spelling: Spelling) -> tuple[object, ...]:
    return collation_key(spelling.name)


def _entries(context: Context, spellings: Iterable[Spelling]) -> tuple[NameEntry, ...]:
    return tuple(
        NameEntry(name_link(context, s.name), mention_count(context, s.count) if s.count > 1 else "") for s in spellings
    )


def _number(context: Context, spellings: Iterable[Spelling], of_people: bool) -> str:
    return number_text(sum(spelling.is_person == of_people for spelling in spellings), context.language)
