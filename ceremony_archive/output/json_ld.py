"""JSON-LD: data in a page that no text in a record can break out of."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ceremony_archive.exports.json_document import json_text
from ceremony_archive.model.values import Language
from ceremony_archive.pages.page import Page, address


def json_ld(page: Page, site_url: str) -> Markup:
    """Return the script elements with the page's data and its breadcrumbs, addresses made absolute."""
    trees = [_absolute({"@context": "https://schema.org", **tree}, site_url, page.language) for tree in page.json_ld]
    if page.breadcrumbs:
        trees.append(_breadcrumbs(page, site_url))
    return Markup("\n".join([f'<script type="application/ld+json">{json_text(tree)}</script>' for tree in trees]))


def _breadcrumbs(page: Page, site_url: str) -> dict[str, object]:
    links = [*((link.text.text, link.target) for link in page.breadcrumbs), (page.title, page.path)]
    items: list[dict[str, object]] = []
    for position, (name, target) in enumerate(links, start=1):
        items.append({"@type": "ListItem", "position": position, "name": name})
        if target is not None:
            items[-1]["item"] = f"{site_url}/{address(target, page.language)}"
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}


def _absolute(value: object, site_url: str, language: Language) -> object:
    if isinstance(value, Mapping):
        return {
            key: f"{site_url}/{address(item, language)}"
            if key == "url" and isinstance(item, str) and "://" not in item
            else _absolute(item, site_url, language)
            for key, item in value.items()
        }
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_absolute(item, site_url, language) for item in value]
    return value
