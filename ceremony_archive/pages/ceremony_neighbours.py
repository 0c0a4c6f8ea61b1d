"""The other ceremonies of a ceremony's place: before it, after it, and of the units that came before and after."""

from collections.abc import Iterable
from dataclasses import dataclass

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.ceremony_item import CeremonyItem, ceremony_items
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.place_history import earlier_ceremonies, later_ceremonies


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourGroup:
    """Other ceremonies that stand in one relation to this one, newest first."""

    title: str
    ceremonies: tuple[Ceremony, ...]
    items: tuple[CeremonyItem, ...]


def neighbour_groups(context: Context, ceremony: Ceremony) -> tuple[NeighbourGroup, ...]:
    """Return the groups that have any: later and former ones of the place, then of its successors and predecessors."""
    place = context.archive.place_on_record(ceremony)
    here = [other for other in context.archive.ceremonies_of_place[ceremony.place] if other.id != ceremony.id]
    related: tuple[tuple[str, Iterable[Ceremony]], ...] = (
        ("later", (other for other in here if _precedes(ceremony, other))),
        ("order-unknown", (o for o in here if not _precedes(ceremony, o) and not _precedes(o, ceremony))),
        ("former", (other for other in here if _precedes(other, ceremony))),
        ("successors", later_ceremonies(context, place)),
        ("predecessors", earlier_ceremonies(context, place)),
    )
    groups = (_group(context, name, tuple(ceremonies)) for name, ceremonies in related)
    return tuple(group for group in groups if group.items)


def _group(context: Context, name: str, ceremonies: tuple[Ceremony, ...]) -> NeighbourGroup:
    return NeighbourGroup(
        title=context.t(f"ceremony.neighbours.{name}"),
        ceremonies=ceremonies,
        items=ceremony_items(context, ceremonies),
    )


def _precedes(first: Ceremony, second: Ceremony) -> bool:
    """Tell whether one ceremony surely came before the other: dates that may be the same day leave it open."""
    if first.date is None or second.date is None:
        return False
    return first.date.last_day < second.date.first_day
