"""Places with their validity: provinces, districts and communes, what they were called and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ceremony_archive.model.ceremony import closed
from ceremony_archive.model.values import DateText, Flag, Id, Note, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerForm:
    """An earlier form of the same unit, in use until `valid_to` included.

    Not stated: what is None did not differ from the later form.
    """

    __pydantic_config__ = closed
    name: Text | None = None
    name_en: Text | None = None
    level: Text | None = None
    gso_code: Text | None = None
    province: Id | None = None
    valid_to: DateText
    act: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit of the administrative map, under its last name.

    `valid_from` and `valid_to` are the first and last day of the unit, not of its name. Codes are the statistics
    office's; they are reused and never identify. `successors_shared` are the successors that also took territory of
    another district; `successors_part` took only a piece. `derived`: the links come from composing lists of wards.
    Not stated: `valid_from` None is older than the first list used (31 August 2004); `valid_to` None is in force.
    """

    __pydantic_config__ = closed
    id: Id
    kind: Literal["province", "district", "commune"]
    level: Text
    name: Text
    name_en: Text
    gso_code: Text | None = None
    prefix: Id | None = None
    district: Id | None = None
    province: Id | None = None
    historic: Flag = False
    valid_from: DateText | None = None
    valid_to: DateText | None = None
    act: Text | None = None
    end_act: Text | None = None
    commune_act: Text | None = None
    former: tuple[FormerForm, ...] = ()
    predecessors: tuple[Id, ...] = ()
    predecessors_part: tuple[Id, ...] = ()
    successors: tuple[Id, ...] = ()
    successors_shared: tuple[Id, ...] = ()
    successors_part: tuple[Id, ...] = ()
    split: Flag = False
    derived: Flag = False
    unverified: Note | None = None
    note: Note | None = None

    def name_on(self, day: date | None) -> str:
        """Return the name in use on the day; the last name when the day is None."""
        if day is not None:
            for form in self.former:
                if form.name is not None and form.valid_to.last_day >= day:
                    return form.name
        return self.name

    def exists_on(self, day: date) -> bool:
        """Tell whether the unit existed on the day."""
        return (self.valid_from is None or self.valid_from.first_day <= day) and (
            self.valid_to is None or day <= self.valid_to.last_day
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A legal act that changed the map. Not stated: `issued` is None where the date was not verified."""

    __pydantic_config__ = closed
    number: Text
    body: Text
    issued: DateText | None = None
    applies_from: DateText
    subject: Text
    unverified: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceList:
    """content/entities/places.yaml."""

    __pydantic_config__ = closed
    acts: tuple[Act, ...] = ()
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """One line of content/entities/communes.yaml: a commune of today, in force since 1 July 2025."""

    __pydantic_config__ = closed
    id: Id
    level: Text
    name: Text
    name_en: Text
    gso_code: Text
    province: Id
    valid_from: DateText | None = None
    valid_to: DateText | None = None
    former: tuple[FormerForm, ...] = ()
    predecessors: tuple[Id, ...] = ()
    predecessors_part: tuple[Id, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneList:
    """content/entities/communes.yaml."""

    __pydantic_config__ = closed
    valid_from: DateText
    communes: tuple[Commune, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Every place by id, and the acts by number."""

    places: Mapping[str, Place]
    acts: Mapping[str, Act]
