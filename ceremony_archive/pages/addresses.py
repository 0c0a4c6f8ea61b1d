"""The address of every page and where it comes from, without making a page: for the address register and its checks.

A page kind that is added to `pages/site.py` is added here too; a test compares the two.
"""

from collections.abc import Iterator

from ceremony_archive.model.address import Claim, is_page, meeting_point
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.fold import first_letter
from ceremony_archive.model.register import REDIRECTS
from ceremony_archive.pages.correction_entries import correction_years
from ceremony_archive.pages.links import (
    CORRECTIONS_PATH,
    DOWNLOADS_PATH,
    ceremony_path,
    corrections_path,
    has_page,
    letter_path,
    name_path,
    place_path,
    year_path,
)
from ceremony_archive.pages.register_years import first_of_register_years

SITE = "site.yaml"
SECTIONS = (
    "index.html",
    "ceremonies/index.html",
    "years/index.html",
    "awards/index.html",
    "authorities/index.html",
    "places/index.html",
    "names/index.html",
    "people/index.html",
    "organizations/index.html",
    "metrics/index.html",
    "movements/index.html",
    "sources.html",
    CORRECTIONS_PATH,
    DOWNLOADS_PATH,
    "404.html",
)


def page_addresses(archive: Archive) -> dict[str, str]:
    """Return the address of every page below a language's root, with the record or list that it comes from.

    Ceremonies, and what is there because a record names it (names, letters, years, communes), come from the first such
    record: its id. What a list has comes from that list, and sections from site.yaml.
    """
    addresses: dict[str, str] = {}
    for claim in claims(archive):
        addresses.setdefault(claim.address, claim.owner)
    return addresses


def collisions(archive: Archive) -> Iterator[tuple[Claim, Claim]]:
    """Yield each pair of claims to one address, also to one that a disk without case or normal form takes for it."""
    first: dict[str, Claim] = {}
    for claim in content_claims(archive):
        earlier = first.setdefault(meeting_point(claim.address), claim)
        if earlier is not claim:
            yield earlier, claim


def claims(archive: Archive) -> Iterator[Claim]:
    """Yield a claim for every page, redirects and withdrawals last: what has content wins."""
    yield from content_claims(archive)
    for redirect in archive.redirects.redirects:
        yield Claim(redirect.address, REDIRECTS, redirect.to)
    for withdrawal in archive.redirects.withdrawals:
        yield from (Claim(address, REDIRECTS, address) for address in withdrawal.addresses if is_page(address))


def content_claims(archive: Archive) -> Iterator[Claim]:
    """Yield a claim for every page that has content."""
    yield from (Claim(address, SITE, address) for address in SECTIONS)
    yield from (Claim(f"{text}.html", f"pages/{text}.md", text) for text in archive.texts)
    yield from _of_lists(archive)
    for ceremony in archive.ceremonies:
        yield Claim(ceremony_path(ceremony.id), ceremony.id, ceremony.id)
    for year, ceremonies in archive.ceremonies_of_year.items():
        yield Claim(year_path(year), ceremonies[0].id, str(year or "undated"))
    yield from _of_names(archive)
    for year, owner in dict(reversed(list(correction_years(archive)))).items():
        yield Claim(corrections_path(year), owner, str(year or "undated"))


def _of_lists(archive: Archive) -> Iterator[Claim]:
    vocabularies = archive.vocabularies
    for folder, owner, entries, lines in (
        ("awards", "vocabularies/awards.yaml", vocabularies.forms, archive.awards_of_form),
        ("authorities", "vocabularies/authorities.yaml", vocabularies.authorities, archive.awards_of_authority),
    ):
        for entry in entries:
            subject = f"{folder}/{entry}.html"
            yield Claim(subject, owner, entry)
            for path, ceremony in first_of_register_years(subject, lines.get(entry, ())):
                yield Claim(path, ceremony.id, entry)
    for place in archive.gazetteer.places.values():
        if has_page(archive, place):
            here = archive.ceremonies_of_place[place.id] if place.kind == "commune" else ()
            yield Claim(place_path(place.id), here[0].id if here else "entities/places.yaml", place.id)
    for folder, owner, others in (
        ("people", "entities/people.yaml", archive.people),
        ("organizations", "entities/organizations.yaml", archive.organizations),
        ("metrics", "vocabularies/metrics.yaml", vocabularies.metrics),
        ("movements", "vocabularies/movements.yaml", vocabularies.movements),
    ):
        yield from (Claim(f"{folder}/{entry}.html", owner, entry) for entry in others)


def _of_names(archive: Archive) -> Iterator[Claim]:
    letters: dict[str, Claim] = {}
    for mentions in archive.mentions_of_name.values():
        first = mentions[0]
        yield Claim(name_path(first.name), first.ceremony.id, first.name)
        for name in {mention.name: None for mention in mentions}:
            path = letter_path(first_letter(name))
            letters.setdefault(path, Claim(path, first.ceremony.id, name))
    yield from letters.values()
