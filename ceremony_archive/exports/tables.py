"""The tables as CSV files, and the Data Package that describes them."""

from collections.abc import Iterator, Mapping

from ceremony_archive.exports.csv_table import csv_table
from ceremony_archive.exports.data_package import Resource, data_package
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import Language
from ceremony_archive.pages.downloads import DESCRIPTOR
from ceremony_archive.pages.page import File, Page
from ceremony_archive.pages.strings import Strings
from ceremony_archive.pages.tables.catalogue import TABLES


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return a file for each table, then their description. What no page shows is in none of them."""
    resources: list[Resource] = []
    for table in TABLES:
        content = csv_table([column.name for column in table.columns], table.cells(archive))
        resources.append(Resource.of(table, content))
        yield File(path=table.path, content=content)
    yield File(path=DESCRIPTOR, content=data_package(archive, strings, resources))
