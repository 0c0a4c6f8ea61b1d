"""The whole list of pages, in both languages, in a fixed order."""

from collections.abc import Callable, Iterator, Mapping

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.pages import (
    authorities,
    awards,
    ceremonies,
    ceremony,
    corrections,
    downloads,
    home,
    metrics,
    movements,
    names,
    people,
    places,
    redirects,
    sources,
    texts,
    years,
)
from ceremony_archive.pages.page import Context, Page
from ceremony_archive.pages.strings import Strings

PAGE_KINDS: tuple[Callable[[Context], Iterator[Page]], ...] = (
    home.pages,
    ceremonies.pages,
    ceremony.pages,
    years.pages,
    awards.pages,
    authorities.pages,
    places.pages,
    names.pages,
    people.pages,
    metrics.pages,
    movements.pages,
    sources.pages,
    texts.pages,
    corrections.pages,
    downloads.pages,
    redirects.pages,
)


def pages_of(context: Context) -> tuple[Page, ...]:
    """Return every page of the site in the context's language."""
    return tuple(page for kind in PAGE_KINDS for page in kind(context))


def all_pages(archive: Archive, strings: Mapping[Language, Strings]) -> tuple[Page, ...]:
    """Return every page of the site in both languages."""
    contexts = (Context(archive=archive, language=language, t=strings[language]) for language in LANGUAGES)
    return tuple(page for context in contexts for page in pages_of(context))
