"""robots.txt: everything may be read, and where the sitemap is."""

from collections.abc import Iterator, Mapping

from ceremony_archive.exports import sitemap
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import Language
from ceremony_archive.pages.page import File, Page
from ceremony_archive.pages.strings import Strings


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return the file."""
    content = f"User-agent: *\nAllow: /\n\nSitemap: {archive.site.url}/{sitemap.PATH}\n"
    yield File(path="robots.txt", content=content.encode())
