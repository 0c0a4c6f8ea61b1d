"""The page of sources: every report that the archive rests on, by publisher, and how much of each could be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from ceremony_archive.model.archive import ceremony_order
from ceremony_archive.model.ceremony import Ceremony, Coverage, Source
from ceremony_archive.model.fold import collation_key
from ceremony_archive.pages.links import ceremony_link, home_crumb, publisher_anchor
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.wording import date_text, number_text

PATH = "sources.html"
SourcePair = tuple[Ceremony, Source]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One report and the ceremony that it supports.

    Not stated: where the title is not known, `title` is in our own words and has the date, so that the date itself is
    left out; `author` is None, and addresses and dates are empty, for what is not known.
    """

    title: Phrase
    author: Phrase | None
    url: str
    published: str
    machine_published: str
    coverage: str
    is_partial: bool
    language: str
    ceremony: Link
    copy_url: str
    copy_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherGroup:
    """A publisher with its reports, newest first. `other_spellings` are names that share the anchor."""

    name: Phrase
    anchor: str
    other_spellings: tuple[Phrase, ...]
    count: str
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many reports could be read to what extent."""

    coverage: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """The page of sources."""

    title: str
    lead: str
    coverage: tuple[CoverageRow, ...]
    contents: tuple[Link, ...]
    publishers: tuple[PublisherGroup, ...]
    missing: str


def pages(context: Context) -> Iterator[Page]:
    """Return the page."""
    archive, t = context.archive, context.t
    groups = _publishers(context)
    pairs = tuple(pair for pairs in archive.sources_of_publisher.values() for pair in pairs)
    counts = {
        "n": number_text(len(pairs), context.language),
        "publishers": number_text(len(groups), context.language),
    }
    yield Page(
        path=PATH,
        language=context.language,
        template="pages/sources.html",
        title=t("section.sources"),
        description=t("sources.description", **counts),
        data=SourcePage(
            title=t("section.sources"),
            lead=t("sources.lead", **counts),
            coverage=tuple(_coverage(context, pairs)),
            contents=tuple(Link(group.name, f"{PATH}#{group.anchor}") for group in groups),
            publishers=groups,
            missing="" if pairs else t("sources.missing"),
        ),
        breadcrumbs=(home_crumb(context),),
        records=tuple(ceremony.id for ceremony in archive.ceremonies),
        modified=last_change(archive.ceremonies),
    )


def _coverage(context: Context, pairs: tuple[SourcePair, ...]) -> Iterator[CoverageRow]:
    for coverage in get_args(Coverage):
        count = sum(source.coverage == coverage for _, source in pairs)
        if count:
            yield CoverageRow(context.t(f"coverage.{coverage}"), number_text(count, context.language))


def _publishers(context: Context) -> tuple[PublisherGroup, ...]:
    """Return the publishers in the order of the alphabet; names with one anchor are one group."""
    groups: dict[str, dict[str, tuple[SourcePair, ...]]] = {}
    for publisher, pairs in context.archive.sources_of_publisher.items():
        groups.setdefault(publisher_anchor(publisher).partition("#")[2], {})[publisher] = pairs
    made = (_publisher(context, anchor, spellings) for anchor, spellings in groups.items())
    return tuple(sorted(made, key=lambda group: collation_key(group.name.text)))


def _publisher(context: Context, anchor: str, spellings: dict[str, tuple[SourcePair, ...]]) -> PublisherGroup:
    name, *others = (context.vietnamese(spelling) for spelling in sorted(spellings, key=collation_key))
    pairs = (pair for found in spellings.values() for pair in found)
    newest_first = sorted(pairs, key=lambda pair: ceremony_order(pair[0]), reverse=True)
    return PublisherGroup(
        name=name,
        anchor=anchor,
        other_spellings=tuple(others),
        count=context.t("sources.count", n=number_text(len(newest_first), context.language)),
        entries=tuple(_entry(context, ceremony, source) for ceremony, source in newest_first),
    )


def _entry(context: Context, ceremony: Ceremony, source: Source) -> SourceEntry:
    published = date_text(source.published, context.language) if source.published else ""
    key = "sources.untitled_dated" if published else "sources.untitled"
    untitled = context.own(context.t(key, date=published))
    title = Phrase(source.title, source.language) if source.title else untitled
    return SourceEntry(
        title=title,
        author=context.vietnamese(source.author) if source.author else None,
        url=source.url or "",
        published=published if source.title else "",
        machine_published=str(source.published or "") if source.title else "",
        coverage=context.t(f"coverage.{source.coverage}"),
        is_partial=source.coverage != "full",
        language=context.t(f"language.{source.language}"),
        ceremony=ceremony_link(context, ceremony),
        copy_url=source.archived.url if source.archived else "",
        copy_label=_copy_label(context, source),
    )


def _copy_label(context: Context, source: Source) -> str:
    if source.archived is None:
        return ""
    captured = source.archived.captured
    if captured is None:
        return context.t("sources.copy")
    return context.t("sources.copy_dated", date=date_text(captured, context.language))
