"""The newest ceremonies as an Atom feed (RFC 4287), one in each language."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from html import escape
from io import BytesIO

from feedgenerator import Atom1Feed

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.values import LANGUAGES, Language, PartialDate
from ceremony_archive.pages.links import ceremony_path
from ceremony_archive.pages.page import Context, File, Page, address
from ceremony_archive.pages.strings import Strings

NEWEST = 50
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # Atom demands a date; this one is plainly none


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return the feed of each language. What is kept from search engines is kept out of the feed too."""
    indexed = {page.address for page in pages if page.is_indexed}
    for language in LANGUAGES:
        context = Context(archive=archive, language=language, t=strings[language])
        yield File(path=feed_path(language), content=_feed(context, indexed))


def feed_path(language: Language) -> str:
    """Return the address of the feed below the root of the site."""
    return "feeds/ceremonies.atom" if language == "vi" else f"feeds/ceremonies.{language}.atom"


def updated(ceremony: Ceremony) -> datetime:
    """Return when the record last changed: its last correction, or else the newest date of its sources and its own.

    A date without a day or month counts from its first day. Not stated: 1970-01-01 when no date is known at all.
    """
    changes = [change.date for change in ceremony.changes]
    published = [source.published for source in ceremony.sources if source.published]
    known = changes or [*published, *([ceremony.date] if ceremony.date else [])]
    return max(map(_midnight, known), default=UNDATED)


def _midnight(date: PartialDate) -> datetime:
    return datetime.combine(date.first_day, time(), UTC)


def _feed(context: Context, indexed: set[str]) -> bytes:
    site, language = context.archive.site, context.language
    title = context.phrase(site.title).text
    home = f"{site.url}/{address('index.html', language)}"
    feed = Atom1Feed(
        title=context.t("feed.title", site=title),
        link=home,
        description=context.t("feed.subtitle"),
        language=language,
        author_name=context.phrase(site.publisher).text,
        feed_url=f"{site.url}/{feed_path(language)}",
        feed_guid=f"{site.url}/{feed_path(language)}",
        feed_copyright=f"{site.data_licence.name} {site.data_licence.url}",
    )
    for ceremony in _newest(context, indexed):
        link = f"{site.url}/{address(ceremony_path(ceremony.id), language)}"
        summary = escape(context.phrase(ceremony.summary).text, quote=False)  # the feed calls its summaries HTML
        feed.add_item(context.phrase(ceremony.title).text, link, summary, unique_id=link, updateddate=updated(ceremony))
    if not feed.num_items():
        feed.latest_post_date = lambda: UNDATED  # an empty feed would ask the clock
    buffer = BytesIO()
    feed.write(buffer, "utf-8")
    return buffer.getvalue()


def _newest(context: Context, indexed: set[str]) -> Iterator[Ceremony]:
    shown = (
        ceremony
        for ceremony in reversed(context.archive.ceremonies)
        if address(ceremony_path(ceremony.id), context.language) in indexed
    )
    for _, ceremony in zip(range(NEWEST), shown, strict=False):
        yield ceremony
