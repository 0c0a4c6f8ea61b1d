"""A table of the downloads as a value: its columns, what each means, and how its rows come from the archive."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeAlias, TypeVar

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import Bilingual, PartialDate, Period

Cell: TypeAlias = str | int | Decimal | bool | None
Value: TypeAlias = Cell | PartialDate | Period | tuple[str, ...]
# ids: several, joined by ";". names: several in free text, joined by "; " for reading and not for taking apart.
Kind = Literal[
    "id", "ids", "text", "names", "choice", "choices", "date", "period", "whole", "number", "flag", "address"
]

Row = TypeVar("Row", contravariant=True)
TableRow = TypeVar("TableRow")


@dataclass(frozen=True, slots=True)
class Choices:
    """All the words that may stand in a column; `words`: the group of strings that say what each means."""

    words: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. `vi` and `en` say what it means.

    Not stated: `value` gives None, or nothing at all in a list, for what the record does not say.
    """

    name: str
    kind: Kind
    vi: str
    en: str
    value: Callable[[Row], Value]
    choices: Choices | None = None

    @property
    def meaning(self) -> Bilingual:
        """What the column means."""
        return Bilingual(vi=self.vi, en=self.en)

    def cell(self, row: Row) -> Cell:
        """Return what stands in the column for the row, flat."""
        value = self.value(row)
        if isinstance(value, tuple):
            return ("; " if self.kind == "names" else ";").join(value) or None
        return str(value) if isinstance(value, PartialDate | Period) else value


@dataclass(frozen=True, slots=True)
class Reference:
    """Columns that together name a row of a table by its columns `key`."""

    columns: tuple[str, ...]
    table: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[TableRow]):
    """One table: `key` are the columns that tell its rows apart, `rows` gives them in the archive's order."""

    name: str
    title: Bilingual
    description: Bilingual
    columns: tuple[Column[TableRow], ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    rows: Callable[[Archive], Iterator[TableRow]]

    @property
    def path(self) -> str:
        """The address of the table's file below the root of the site."""
        return f"data/{self.name}.csv"

    def cells(self, archive: Archive) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of the archive, one at a time."""
        for row in self.rows(archive):
            yield tuple([column.cell(row) for column in self.columns])
