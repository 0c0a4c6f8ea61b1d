"""What: a story's link names a record or page that the archive does not have.

Why: an archive of record has no dead addresses; a link by id is checked when it is written, not when it is clicked.
"""

from collections.abc import Iterator, Mapping

from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem
from ceremony_archive.source.document import Document

RULE = "unknown-link"
PAGES = frozenset({"index.html", "sources.html", "data.html", "corrections.html"})
SECTIONS = frozenset(
    f"{section}/index.html"
    for section in (
        "ceremonies",
        "awards",
        "authorities",
        "places",
        "names",
        "people",
        "organizations",
        "metrics",
        "movements",
        "years",
    )
)


def check(archive: Archive, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield a problem for each link of a story that leads to no page."""
    vocabularies = archive.vocabularies
    places = archive.gazetteer.places
    known: dict[str, Mapping[str, object]] = {
        "ceremonies": archive.ceremony_by_id,
        "awards": vocabularies.forms,
        "authorities": vocabularies.authorities,
        "metrics": vocabularies.metrics,
        "movements": vocabularies.movements,
        "people": archive.people,
        "organizations": archive.organizations,
        "places": {
            id: place for id, place in places.items() if place.kind != "commune" or id in archive.ceremonies_of_place
        },
    }
    texts = {f"{text}.html" for text in archive.texts} | PAGES | SECTIONS
    for document in documents.values():
        for link in document.links:
            path = link.target.partition("#")[0]
            folder, _, page = path.partition("/")
            if path not in texts and page.removesuffix(".html") not in known.get(folder, {}):
                position = document.source.position(link.line, link.column, len(link.written))
                yield Problem(rule=RULE, position=position, arguments={"text": link.written})
