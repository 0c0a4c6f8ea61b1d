"""The page of the downloads: every table and what its columns mean, how to read the files, how to cite them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ceremony_archive.model.values import LANGUAGES, Bilingual, Language
from ceremony_archive.pages.ceremony_json_ld import SCHEMA
from ceremony_archive.pages.ceremony_sources import CitationItem
from ceremony_archive.pages.holdings import year_span
from ceremony_archive.pages.links import DOWNLOADS_PATH, home_crumb, record_file, section_link
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase, address
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.tables.catalogue import TABLES
from ceremony_archive.pages.tables.table import Choices, Column, Table
from ceremony_archive.pages.wording import number_text

DESCRIPTOR = "data/datapackage.json"
ADVICE = ("encoding", "types", "apostrophe", "empty", "sums", "ids", "names", "versions")


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """A word that may stand in a column, and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnItem:
    """A column and what it means. `kind` says how it is written; `is_key`: it helps to tell the rows apart."""

    name: str
    kind: str
    meaning: str
    is_key: bool
    choices: tuple[ChoiceItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableItem:
    """A table. `file` is its address below the root of the site."""

    anchor: str
    title: str
    description: str
    file: str
    file_name: str
    rows: str
    columns: tuple[ColumnItem, ...]


@dataclass(frozen=True, slots=True)
class FileItem:
    """Another file. `file` is its address below the root of the site."""

    file: str
    media_type: str
    description: str

    @property
    def file_name(self) -> str:
        """The last part of the address."""
        return self.file.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadsView:
    """What the page shows."""

    title: str
    lead: str
    contents: tuple[Link, ...]
    tables: tuple[TableItem, ...]
    others: tuple[FileItem, ...]
    advice: tuple[str, ...]
    help_pages: tuple[Link, ...]
    citations: tuple[CitationItem, ...]


def pages(context: Context) -> Iterator[Page]:
    """Return the page."""
    archive, t = context.archive, context.t
    numbers = {
        "n": number_text(len(archive.ceremonies), context.language),
        "tables": number_text(len(TABLES), context.language),
    }
    yield Page(
        path=DOWNLOADS_PATH,
        language=context.language,
        template="pages/downloads.html",
        title=t("section.data"),
        description=t("data.description", **numbers),
        data=DownloadsView(
            title=t("section.data"),
            lead=t("data.lead", **numbers),
            contents=tuple(_contents(context)),
            tables=tuple(_table(context, table) for table in TABLES),
            others=tuple(_others(context)),
            advice=tuple(t(f"data.advice.{key}") for key in ADVICE),
            help_pages=tuple(
                section_link(context, name, f"{name}.html") for name in ("reading", "policy") if name in archive.texts
            ),
            citations=_citations(context),
        ),
        breadcrumbs=(home_crumb(context),),
        json_ld=(_data_set(context),),
        records=tuple(ceremony.id for ceremony in archive.ceremonies),
        modified=last_change(archive.ceremonies),
    )


def _contents(context: Context) -> Iterator[Link]:
    for section in ("files", "others", "reading", "citation"):
        yield Link(context.own(context.t(f"data.section.{section}")), f"#{section}")
    for table in TABLES:
        yield Link(context.phrase(table.title), f"#{table.name}")


def _others(context: Context) -> Iterator[FileItem]:
    """Yield the newest record as an example of all, and what describes or lists the rest."""
    t, newest = context.t, context.archive.ceremonies[-1:]
    for ceremony in newest:
        yield FileItem(record_file(ceremony.id), "application/json", t("data.record"))
    yield FileItem(DESCRIPTOR, "application/json", t("data.descriptor"))
    yield FileItem("sitemap.xml", "application/xml", t("data.sitemap"))


def _table(context: Context, table: Table[Any]) -> TableItem:
    rows = sum(1 for _ in table.rows(context.archive))
    return TableItem(
        anchor=table.name,
        title=context.phrase(table.title).text,
        description=context.phrase(table.description).text,
        file=table.path,
        file_name=table.path.rpartition("/")[2],
        rows=number_text(rows, context.language),
        columns=tuple(_column(context, column, is_key=column.name in table.key) for column in table.columns),
    )


def _column(context: Context, column: Column[Any], *, is_key: bool) -> ColumnItem:
    choices = column.choices
    return ColumnItem(
        name=column.name,
        kind=context.t(f"data.kind.{column.kind}"),
        meaning=context.phrase(column.meaning).text,
        is_key=is_key,
        choices=tuple(ChoiceItem(word, _word(context, choices, word)) for word in choices.values) if choices else (),
    )


def _word(context: Context, choices: Choices, word: str) -> str:
    """Return what the word means: in strings of the downloads' own, or else as the pages say it."""
    own = f"data.word.{choices.words}.{word}"
    return context.t(own if own in context.t else f"{choices.words}.{word}")


def _citations(context: Context) -> tuple[CitationItem, ...]:
    languages = sorted(LANGUAGES, key=lambda language: language != context.language)
    return tuple(
        CitationItem(label=context.t(f"language.{language}"), text=Phrase(_citation(context, language), language))
        for language in languages
    )


def _citation(context: Context, language: Language) -> str:
    def written(text: Bilingual) -> str:
        return text.en if language == "en" and text.en else text.vi

    site = context.archive.site
    return context.t(
        f"data.citation_{language}",
        publisher=written(site.publisher),
        site=written(site.title),
        url=f"{site.url}/{address(DOWNLOADS_PATH, language)}",
        licence=site.data_licence.name,
    )


def _data_set(context: Context) -> Json:
    site, span = context.archive.site, year_span(context.archive)
    data_set: dict[str, object] = {
        "@context": SCHEMA,
        "@type": "Dataset",
        "name": context.phrase(site.title).text,
        "description": context.t("data.set", n=number_text(len(context.archive.ceremonies), context.language)),
        "inLanguage": context.language,
        "url": DOWNLOADS_PATH,
        "license": site.data_licence.url,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": context.phrase(site.publisher).text, "url": "index.html"},
        "spatialCoverage": {"@type": "Country", "name": context.t("data.country")},
        "distribution": [
            *(_download(context, table.path, context.phrase(table.title).text, "text/csv") for table in TABLES),
            _download(context, DESCRIPTOR, "Data Package", "application/json"),
        ],
    }
    return {**data_set, "temporalCoverage": f"{span[0]}/{span[1]}"} if span else data_set


def _download(context: Context, path: str, name: str, media_type: str) -> Json:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": media_type,
        "contentUrl": f"{context.archive.site.url}/{path}",
    }
