"""data/datapackage.json: what the tables hold, for programs (Data Package v2.0 and its Table Schema)."""

import hashlib
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ceremony_archive.exports.json_document import json_document
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.fold import slug
from ceremony_archive.model.values import Bilingual, Language
from ceremony_archive.pages.downloads import DESCRIPTOR
from ceremony_archive.pages.links import DOWNLOADS_PATH
from ceremony_archive.pages.strings import Strings
from ceremony_archive.pages.tables.table import Column, Kind, Reference, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
FORMAT = "1.0.0"  # of the tables: the first number grows when a column goes or changes, the second when one is added
Tree = dict[str, object]

_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_TEXT: Tree = {"type": "string"}
_LIST: Tree = {"type": "list", "delimiter": ";", "itemType": "string"}
_FIELDS: Mapping[Kind, Tree] = {
    "id": _TEXT,
    "ids": _LIST,
    "text": _TEXT,
    "names": _TEXT,
    "choice": _TEXT,
    "choices": _LIST,
    "date": {**_TEXT, "constraints": {"pattern": _DATE}},
    "period": {**_TEXT, "constraints": {"pattern": f"{_DATE}(/{_DATE})?"}},
    "whole": {"type": "integer", "constraints": {"minimum": 0}},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "address": {**_TEXT, "format": "uri"},
}


@dataclass(frozen=True, slots=True)
class Resource:
    """A table with the size and the digest of its file."""

    table: Table[Any]
    size: int
    sha256: str

    @classmethod
    def of(cls, table: Table[Any], content: bytes) -> "Resource":
        """Return the resource for the content of the table's file."""
        return cls(table, len(content), hashlib.sha256(content).hexdigest())


def data_package(archive: Archive, strings: Mapping[Language, Strings], resources: Sequence[Resource]) -> bytes:
    """Return the descriptor. Its version changes when any table does; it has no date, which would be the clock's."""
    site = archive.site
    tree: Tree = {
        "$schema": PROFILE,
        "name": slug(site.title.en or site.title.vi),
        "title": site.title.en or site.title.vi,
        "title_vi": site.title.vi,
        "description": strings["en"]("data.package"),
        "description_vi": strings["vi"]("data.package"),
        "homepage": f"{site.url}/{DOWNLOADS_PATH}",
        "version": _version(resources),
        "licenses": [{"path": site.data_licence.url, "title": site.data_licence.name}],
        "contributors": [
            {"title": site.publisher.en or site.publisher.vi, "path": site.url, "roles": ["creator", "publisher"]}
        ],
        "sources": [{"title": publisher} for publisher in archive.sources_of_publisher],
        "resources": [_resource(resource) for resource in resources],
    }
    if not archive.sources_of_publisher:
        del tree["sources"]
    return json_document(tree, indent=2)


def _version(resources: Sequence[Resource]) -> str:
    """Return the version of the format and, as its build in the sense of SemVer, a digest of what the tables hold."""
    digests = "".join(resource.sha256 for resource in resources)
    return f"{FORMAT}+{hashlib.sha256(digests.encode()).hexdigest()[:12]}"


def _resource(resource: Resource) -> Tree:
    table = resource.table
    return {
        "name": table.name,
        "path": posixpath.relpath(table.path, posixpath.dirname(DESCRIPTOR)),
        "type": "table",
        **_said("title", table.title),
        **_said("description", table.description),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "schema": {
            "fields": [_field(column, is_key=column.name in table.key) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(reference, table) for reference in table.references],
        },
    }


def _field(column: Column[Any], *, is_key: bool) -> Tree:
    shape = _FIELDS[column.kind]
    constraints: Tree = {}
    if is_key:
        constraints["required"] = True
    if column.kind == "choice" and column.choices:
        constraints["enum"] = list(column.choices.values)
    known = shape.get("constraints")
    if isinstance(known, Mapping):
        constraints |= known
    field = {"name": column.name, **shape, **_said("description", column.meaning), "constraints": constraints}
    return field if constraints else {key: value for key, value in field.items() if key != "constraints"}


def _foreign_key(reference: Reference, table: Table[Any]) -> Tree:
    """Return the key; one that leads into its own table names no resource."""
    target = {} if reference.table == table.name else {"resource": reference.table}
    return {"fields": list(reference.columns), "reference": {**target, "fields": list(reference.key)}}


def _said(key: str, words: Bilingual) -> Tree:
    return {key: words.en, f"{key}_vi": words.vi}
