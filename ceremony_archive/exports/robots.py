"""robots.txt: where the sitemap is, and that every page may be read.

The tables and records as data are kept from search engines: a page can ask to be left out of their lists, and does so
where somebody has the right to it, but a file cannot, and the names on that page are in the files too.
"""

from collections.abc import Iterator, Mapping

from ceremony_archive.exports import sitemap
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import Language
from ceremony_archive.pages.page import File, Page
from ceremony_archive.pages.strings import Strings


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return the file."""
    content = f"User-agent: *\nAllow: /\nDisallow: /data/\n\nSitemap: {archive.site.url}/{sitemap.PATH}\n"
    yield File(path="robots.txt", content=content.encode())
