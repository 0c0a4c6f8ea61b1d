"""The pages of ceremonies: all that a record says, what it rests on, and what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.ceremony_annulments import AnnulledItem, annulled_items
from ceremony_archive.pages.ceremony_attachments import AttachmentItem, attachment_items
from ceremony_archive.pages.ceremony_awards import AwardScope, award_scopes
from ceremony_archive.pages.ceremony_facts import Fact, ceremony_facts, dated
from ceremony_archive.pages.ceremony_inferences import inference_facts
from ceremony_archive.pages.ceremony_json_ld import ceremony_json_ld
from ceremony_archive.pages.ceremony_metrics import MetricRow, ThemeItem, metric_rows, movement_links, theme_items
from ceremony_archive.pages.ceremony_neighbours import NeighbourGroup, neighbour_groups
from ceremony_archive.pages.ceremony_officials import OfficialItem, official_items
from ceremony_archive.pages.ceremony_sources import (
    CitationItem,
    ConflictItem,
    SourceItem,
    citation_items,
    conflict_items,
    last_change,
    report_address,
    source_items,
)
from ceremony_archive.pages.links import ceremony_path, home_crumb, place_link, record_file, section_link, year_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.place_names import in_sentence
from ceremony_archive.pages.wording import date_text

DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeItem:
    """A correction of the record."""

    date: str
    machine_date: str
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """The story, as clean HTML, in the language that it is written in."""

    html: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyView:
    """What the page of a ceremony shows. An empty tuple, or a story without text, is a section that is not there.

    `completeness` says whether the absence of an award means that there was none; `is_open` that it does not.
    """

    title: Phrase
    summary: Phrase
    annulled: tuple[AnnulledItem, ...]
    contents: tuple[Link, ...]
    facts: tuple[Fact, ...]
    facts_remark: str
    story: StoryView
    completeness: str
    is_open: bool
    awards: tuple[AwardScope, ...]
    officials: tuple[OfficialItem, ...]
    metrics: tuple[MetricRow, ...]
    movements: tuple[Link, ...]
    themes: tuple[ThemeItem, ...]
    attachments: tuple[AttachmentItem, ...]
    conflicts: tuple[ConflictItem, ...]
    inferences: tuple[Fact, ...]
    notes: tuple[Phrase, ...]
    checked: str
    sources: tuple[SourceItem, ...]
    neighbours: tuple[NeighbourGroup, ...]
    changes: tuple[ChangeItem, ...]
    citations: tuple[CitationItem, ...]
    record_file: str
    report: str


def pages(context: Context) -> Iterator[Page]:
    """Return the page of every ceremony."""
    for ceremony in context.archive.ceremonies:
        yield _page(context, ceremony)


def _page(context: Context, ceremony: Ceremony) -> Page:
    neighbours = neighbour_groups(context, ceremony)
    year = ceremony.date.year if ceremony.date else None
    return Page(
        path=ceremony_path(ceremony.id),
        language=context.language,
        template="pages/ceremony.html",
        title=context.phrase(ceremony.title).text,
        description=_description(context, ceremony),
        data=_view(context, ceremony, neighbours),
        breadcrumbs=(
            home_crumb(context),
            section_link(context, "ceremonies", "ceremonies/index.html"),
            year_link(context, year),
        ),
        json_ld=ceremony_json_ld(context, ceremony),
        records=(ceremony.id, *(c.id for group in neighbours for c in group.ceremonies)),
        modified=last_change(ceremony),
        open_graph_type="article",
    )


def _view(context: Context, ceremony: Ceremony, neighbours: tuple[NeighbourGroup, ...]) -> CeremonyView:
    written_in_english = context.language == "en" and ceremony.story.en is not None
    return CeremonyView(
        title=context.phrase(ceremony.title),
        summary=context.phrase(ceremony.summary),
        annulled=annulled_items(context, ceremony),
        contents=_contents(context, ceremony, neighbours),
        facts=ceremony_facts(context, ceremony),
        facts_remark=context.t("ceremony.facts_remark") if len(ceremony.sources) > 1 else "",
        story=StoryView(
            html=(ceremony.story.en or "") if written_in_english else ceremony.story.vi,
            language="en" if written_in_english else "vi",
        ),
        completeness=_completeness(context, ceremony),
        is_open=ceremony.awards_complete is False,
        awards=award_scopes(context, ceremony),
        officials=official_items(context, ceremony),
        metrics=metric_rows(context, ceremony),
        movements=movement_links(context, ceremony),
        themes=theme_items(context, ceremony),
        attachments=attachment_items(context, ceremony),
        conflicts=conflict_items(context, ceremony),
        inferences=inference_facts(context, ceremony),
        notes=tuple(context.phrase(note) for note in ceremony.notes),
        checked=context.t("ceremony.checked", checked=context.t(f"checked.{ceremony.checked}")),
        sources=source_items(context, ceremony),
        neighbours=neighbours,
        changes=_changes(context, ceremony),
        citations=citation_items(context, ceremony),
        record_file=record_file(ceremony.id),
        report=report_address(context, ceremony),
    )


def _contents(context: Context, ceremony: Ceremony, neighbours: tuple[NeighbourGroup, ...]) -> tuple[Link, ...]:
    """Return the links to the sections that the page has, in their order."""
    present = (
        ("story", True),
        ("awards", bool(ceremony.awards) or ceremony.awards_complete is not None),
        ("officials", bool(ceremony.officials)),
        ("metrics", bool(ceremony.metrics)),
        ("movements", bool(ceremony.movements or ceremony.themes)),
        ("attachments", bool(ceremony.attachments)),
        ("reliability", True),
        ("neighbours", bool(neighbours)),
        ("changes", bool(ceremony.changes)),
        ("citation", True),
        ("sources", True),
    )
    return tuple(
        Link(context.own(context.t(f"ceremony.section.{name}")), f"#{name}") for name, shown in present if shown
    )


def _completeness(context: Context, ceremony: Ceremony) -> str:
    """Return what is known of the list as a whole; empty where there is none and nobody has judged that."""
    if not ceremony.awards and ceremony.awards_complete is None:
        return ""
    judged = {True: "complete", False: "open", None: "unjudged"}[ceremony.awards_complete]
    return context.t(f"ceremony.award.{judged}_{'list' if ceremony.awards else 'silence'}")


def _changes(context: Context, ceremony: Ceremony) -> tuple[ChangeItem, ...]:
    newest_first = sorted(ceremony.changes, key=lambda change: change.date.last_day, reverse=True)
    return tuple(
        ChangeItem(
            date=date_text(change.date, context.language),
            machine_date=str(change.date),
            reason=context.phrase(change.reason),
        )
        for change in newest_first
    )


def _description(context: Context, ceremony: Ceremony) -> str:
    place = in_sentence(place_link(context, ceremony.place, ceremony.date).text)
    summary = context.phrase(ceremony.summary).text
    text = context.t("ceremony.description", place=place, date=dated(context, ceremony), summary=summary)
    return shortened(text, DESCRIPTION_LENGTH)


def shortened(text: str, length: int) -> str:
    """Return the text, or as many of its first words as fit the length with an ellipsis."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"
