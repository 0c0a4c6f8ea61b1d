"""A page of the site as a value, and the context that page modules make it from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import Bilingual, Language, PartialDate
from ceremony_archive.pages.strings import Strings

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to show, with their own language: templates mark what is not in the language of the page."""

    text: str
    language: Language

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site. `target` is an address below the language's root: "places/hcm-quan-11.html".

    Not stated: `target` is None for what has no page of its own; it is then shown as text.
    """

    text: Phrase
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page in one language.

    `path` is the address below the language's root; `data` a frozen dataclass of the page kind, which its template
    sees as `page`; `records` the ids of the ceremonies that the page is made from; `canonical` the address below the
    language's root under which its content is to be known, empty for its own. Not stated: `modified` is None where no
    record says when it changed.
    """

    path: str
    language: Language
    template: str
    title: str
    description: str
    data: object
    breadcrumbs: tuple[Link, ...] = ()
    json_ld: tuple[Json, ...] = ()
    records: tuple[str, ...] = ()
    modified: PartialDate | None = None
    is_indexed: bool = True
    open_graph_type: str = "website"
    canonical: str = ""

    @property
    def address(self) -> str:
        """The address below the root of the site."""
        return address(self.path, self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the site that is not a page: a feed, a sitemap, a style sheet."""

    path: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Context:
    """What page modules work with: the archive, one language, its strings."""

    archive: Archive
    language: Language
    t: Strings
    cache: dict[str, object] = field(default_factory=dict, compare=False)
    place_links: dict[str, Link] = field(default_factory=dict, compare=False)

    def phrase(self, text: Bilingual) -> Phrase:
        """Return the words in the page's language, or the Vietnamese ones, marked so, where there are no English."""
        if self.language == "en" and text.en is not None:
            return Phrase(text.en, "en")
        return Phrase(text.vi, "vi")

    def optional_phrase(self, text: Bilingual | None) -> Phrase | None:
        """Return the phrase of the text, or None without one."""
        return None if text is None else self.phrase(text)

    def vietnamese(self, text: str) -> Phrase:
        """Return words that are Vietnamese whatever the language of the page: names, what a source prints."""
        return Phrase(text, "vi")

    def own(self, text: str) -> Phrase:
        """Return words that are in the language of the page."""
        return Phrase(text, self.language)


def address(path: str, language: Language) -> str:
    """Return the address of a page below the root of the site: Vietnamese at the root, English under en/."""
    return path if language == "vi" else f"en/{path}"


def relative(target: str, start: str) -> str:
    """Return the shortest link from the page at `start` to `target`, both below the same root; anchors are kept."""
    path, hash_sign, anchor = target.partition("#")
    if path in ("", start):
        return hash_sign + anchor if hash_sign else start.rpartition("/")[2]
    here, there = start.split("/"), path.split("/")
    shared = 0
    while shared < min(len(here), len(there)) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:]) + hash_sign + anchor
