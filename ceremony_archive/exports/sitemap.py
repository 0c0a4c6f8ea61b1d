"""The sitemap: every page that search engines may show, with its twin in the other language (Sitemaps 0.9)."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree

from ceremony_archive.exports.xml_document import xml_document
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.pages.page import File, Page, address
from ceremony_archive.pages.strings import Strings

PATH = "sitemap.xml"
LONGEST_SITEMAP = 50_000  # the protocol's own limit
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def files(
    archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings], *, longest: int = LONGEST_SITEMAP
) -> Iterator[File]:
    """Return the sitemap; when it would be too long, an index and a sitemap for each part of the site.

    Ceremonies are parted by year and everything else by first letter, so that a change rewrites little.
    """
    indexed = tuple(sorted((page for page in pages if page.is_indexed), key=lambda page: page.address))
    addresses = {page.address for page in indexed}
    if len(indexed) <= longest:
        yield File(path=PATH, content=_url_set(archive.site.url, indexed, addresses))
        return
    parts: dict[str, list[Page]] = {}
    for page in indexed:
        parts.setdefault(_part(page), []).append(page)
    for path, part in sorted(parts.items()):
        yield File(path=path, content=_url_set(archive.site.url, part, addresses))
    yield File(path=PATH, content=_index(archive.site.url, sorted(parts)))


def _part(page: Page) -> str:
    """Return the address of the sitemap that a page stands in when there are many."""
    folder, slash, rest = page.path.partition("/")
    if not slash:
        return f"sitemaps/{page.language}/pages.xml"
    key = rest.partition("-")[0] if folder == "ceremonies" else rest[:1]
    return f"sitemaps/{page.language}/{folder}-{key.removesuffix('.html')}.xml"


def _url_set(root: str, pages: Iterable[Page], addresses: set[str]) -> bytes:
    url_set = ElementTree.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for page in pages:
        url = ElementTree.SubElement(url_set, "url")
        ElementTree.SubElement(url, "loc").text = f"{root}/{page.address}"
        if page.modified is not None:
            ElementTree.SubElement(url, "lastmod").text = str(page.modified)
        twins = [(language, address(page.path, language)) for language in LANGUAGES]
        if all(twin in addresses for _, twin in twins):
            for language, twin in twins:
                link = {"rel": "alternate", "hreflang": language, "href": f"{root}/{twin}"}
                ElementTree.SubElement(url, "xhtml:link", link)
    return _document(url_set)


def _index(root: str, paths: Iterable[str]) -> bytes:
    index = ElementTree.Element("sitemapindex", {"xmlns": SITEMAP})
    for path in paths:
        ElementTree.SubElement(ElementTree.SubElement(index, "sitemap"), "loc").text = f"{root}/{path}"
    return _document(index)


def _document(element: ElementTree.Element) -> bytes:
    ElementTree.indent(element, "")
    return xml_document(element)
