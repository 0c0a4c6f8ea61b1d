"""address-vanished: a published address at which nothing is any more.

What: the register of addresses has one that no page, redirect or withdrawal serves: a record was deleted, renamed or
given another date, a name was corrected, an entry went from a list.
Why: others link to it and cite it. An archive of record leads them on, or says why there is nothing.
One cause is one problem: what a deleted record takes with it is told with the record. What cannot be read is not gone.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.checks.published import Published, nearest_address
from ceremony_archive.model.address import bare_address, is_page
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.fold import slug
from ceremony_archive.model.register import PERMALINKS, REDIRECTS
from ceremony_archive.problems import Problem
from ceremony_archive.source.permalinks import address_position
from ceremony_archive.source.yaml_tree import Mapping, Node, Scalar, Sequence

RULE = "address-vanished"

SHOWN = 4
SUGGESTIONS = 20  # looking for what an address may have become takes long in a large archive
ALIKE, NEARLY_THE_SAME = 0.5, 0.85


def check(published: Published) -> Iterator[Problem]:
    """Yield a problem for each cause by which published addresses are gone."""
    if REDIRECTS in published.unread and REDIRECTS not in published.documents:
        return
    for number, (owner, lost) in enumerate(_causes(published)):
        is_record_gone = _is_gone(owner, published)
        near = ""
        if number < SUGGESTIONS:
            fresh = _fresh(owner, published)
            near = _renamed(owner, published) if is_record_gone else nearest_address(lost[0], fresh)
        arguments = {
            "reason": "record-gone" if is_record_gone else "entry-gone",
            "owner": owner,
            "what": owner if is_record_gone else lost[0],
            "address": lost[0],
            "count": str(len(lost)),
            "addresses": ", ".join(f"`{address}`" for address in lost[:SHOWN]) + (", …" if len(lost) > SHOWN else ""),
            "suggestion": near,
        }
        document = published.documents.get(PERMALINKS)
        where = address_position(document, lost[0]) if document else position({}, PERMALINKS)
        yield Problem(rule=RULE, position=where, arguments=arguments)


def vanished(published: Published) -> Iterator[tuple[str, str]]:
    """Yield each published address at which nothing is any more, with the record or list that it came from.

    Files that are no pages vanish with the record that they came from, and what is said at its page is said of them.
    """
    accounted = {*published.excused, *_accounted(published.documents)}
    for address, owner in published.permalinks.addresses.items():
        if address in published.addresses or address in accounted or published.is_unread(owner):
            continue
        if is_page(address) or (_is_gone(owner, published) and _page_of(owner) not in accounted):
            yield address, owner


def _causes(published: Published) -> Iterator[tuple[str, list[str]]]:
    """Yield what is gone: all of a record that is gone together, its own page first; of others each by itself."""
    of_record: dict[str, list[str]] = {}
    for address, owner in vanished(published):
        if _is_gone(owner, published):
            of_record.setdefault(owner, []).append(address)
        else:
            yield owner, [address]
    for owner, lost in of_record.items():
        yield owner, sorted(lost, key=lambda address: address != _page_of(owner))


def _accounted(documents: Documents) -> Iterator[str]:
    """Yield the addresses in the register of redirects and withdrawals, also where a mistake keeps it unread."""
    root = documents[REDIRECTS].tree if REDIRECTS in documents else None
    for list_name, key in (("redirects", "address"), ("withdrawals", "addresses")):
        entries = root.entries.get(list_name) if root else None
        for entry in entries.items if isinstance(entries, Sequence) else ():
            yield from _texts(entry.entries.get(key)) if isinstance(entry, Mapping) else ()


def _texts(node: Node | None) -> Iterator[str]:
    for item in node.items if isinstance(node, Sequence) else [node]:
        if isinstance(item, Scalar):
            yield bare_address(item.text.lower())


def _is_gone(owner: str, published: Published) -> bool:
    """Tell whether the owner is a record that is not there any more, and not a list."""
    return "/" not in owner and not owner.endswith(".yaml") and owner not in published.archive.ceremony_by_id


def _page_of(record: str) -> str:
    return f"ceremonies/{record}.html"


def _fresh(owner: str, published: Published) -> Iterator[str]:
    """Yield the addresses that the owner gives now and that were never published: one may be what has vanished.

    Of no other owner: a like name in another record is another person.
    """
    known = published.permalinks.addresses
    return (address for address, now in published.addresses.items() if now == owner and address not in known)


def _renamed(record: str, published: Published) -> str:
    """Return the page of the new record that this one most plausibly is under another id, or an empty text."""
    known = published.permalinks.addresses
    new = [ceremony for ceremony in published.archive.ceremonies if _page_of(ceremony.id) not in known]
    likeness = {ceremony.id: _likeness(record, ceremony, published) for ceremony in new}
    best = max(likeness, key=lambda found: likeness[found], default="")
    return _page_of(best) if best and likeness[best] else ""


def _likeness(record: str, ceremony: Ceremony, published: Published) -> float:
    """Return how plausible it is that the ceremony had this id: 0 where it is not."""
    place = published.archive.gazetteer.places.get(ceremony.place)
    is_same_place = place is not None and f"-{slug(place.name)}-" in f"-{record}-"
    words, date = _split(record)
    new_words, new_date = _split(ceremony.id)
    ratio = SequenceMatcher(None, words, new_words).ratio()
    is_near = date == new_date or date.startswith(new_date[:7]) or new_date.startswith(date[:7])
    is_plausible = ratio >= NEARLY_THE_SAME or (is_same_place and (is_near or ratio >= ALIKE))
    return ratio + is_same_place + is_near if is_plausible else 0


def _split(record: str) -> tuple[str, str]:
    """Return the words of an id and the date that it begins with."""
    parts = record.split("-")
    dated = next((at for at, part in enumerate(parts) if not part.isdigit()), len(parts))
    return "-".join(parts[dated:]), "-".join(parts[:dated])
