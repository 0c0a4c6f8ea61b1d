"""The description of the tables: what Data Package v2.0 asks for, and what the files really are."""

import dataclasses
import hashlib
import json
import re
from typing import Any

import pytest

from ceremony_archive.exports import tables
from ceremony_archive.pages.tables.catalogue import TABLES
from tests.unit.little_archive import strings
from tests.unit.test_tables import descriptor, files, golden, rows

# Of the profiles https://datapackage.org/profiles/2.0/{datapackage,dataresource,tableschema}.json what we use.
TYPES = {"string", "number", "integer", "boolean", "list"}
CONSTRAINTS = {
    "string": {"required", "pattern", "enum"},
    "number": {"required", "minimum"},
    "integer": {"required", "minimum"},
    "boolean": {"required"},
    "list": {"required"},
}
FIELD = {"name", "type", "format", "delimiter", "itemType", "description", "description_vi", "constraints"}
RESOURCE = {
    "name", "path", "type", "title", "title_vi", "description", "description_vi", "format", "mediatype", "encoding",
    "bytes", "hash", "schema",
}  # fmt: skip
PACKAGE = {
    "$schema", "name", "title", "title_vi", "description", "description_vi", "homepage", "version", "licenses",
    "contributors", "sources", "resources",
}  # fmt: skip
SEMANTIC_VERSION = r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)\+[0-9a-f]{12}"


def resources() -> dict[str, Any]:
    return {resource["name"]: resource for resource in descriptor()["resources"]}


def test_the_package_has_what_the_profile_asks_for_and_no_date() -> None:
    package = descriptor()
    assert set(package) == PACKAGE
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", package["name"])
    assert re.fullmatch(SEMANTIC_VERSION, package["version"])
    assert package["licenses"] == [
        {"path": golden().site.data_licence.url, "title": golden().site.data_licence.name},
    ]
    for contributor in package["contributors"]:
        assert contributor["title"] and contributor["roles"]
    assert [source["title"] for source in package["sources"]] == list(golden().sources_of_publisher)


def test_every_table_is_a_resource_with_the_size_and_digest_of_its_file() -> None:
    assert list(resources()) == [table.name for table in TABLES]
    for table in TABLES:
        resource, content = resources()[table.name], files()[table.path]
        assert set(resource) == RESOURCE
        assert (resource["type"], resource["format"], resource["mediatype"], resource["encoding"]) == (
            "table",
            "csv",
            "text/csv",
            "utf-8",
        )
        assert f"data/{resource['path']}" == table.path
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_the_schema_describes_the_columns_of_the_file_in_their_order(name: str) -> None:
    schema = resources()[name]["schema"]
    fields = {field["name"]: field for field in schema["fields"]}
    header = files()[f"data/{name}.csv"].decode().split("\r\n")[0]
    assert header == ",".join(fields)
    assert schema["missingValues"] == [""]
    for field in fields.values():
        assert set(field) <= FIELD
        assert {"name", "type", "description", "description_vi"} <= set(field)
        assert field["type"] in TYPES
        assert (field.get("delimiter"), field.get("itemType")) == (
            (";", "string") if field["type"] == "list" else (None, None)
        )
        assert set(field.get("constraints", ())) <= CONSTRAINTS[field["type"]]


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_keys_name_fields_that_there_are(name: str) -> None:
    schema = resources()[name]["schema"]
    names = [field["name"] for field in schema["fields"]]
    assert schema["primaryKey"] and set(schema["primaryKey"]) <= set(names)
    for key in schema["foreignKeys"]:
        target = key["reference"].get("resource", name)
        assert set(key["fields"]) <= set(names)
        assert key["reference"]["fields"] == resources()[target]["schema"]["primaryKey"]
        assert len(key["fields"]) == len(key["reference"]["fields"])


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_every_cell_is_valid_by_the_schema(name: str) -> None:
    for field in resources()[name]["schema"]["fields"]:
        constraints = field.get("constraints", {})
        for row in rows(name):
            cell = row[field["name"]]
            assert cell or not constraints.get("required"), field["name"]
            if not cell:
                continue
            if "enum" in constraints:
                assert cell in constraints["enum"]
            if "pattern" in constraints:
                assert re.fullmatch(constraints["pattern"], cell)
            if field["type"] == "integer":
                assert int(cell) >= constraints["minimum"]
            if field["type"] == "number":
                assert re.fullmatch(r"-?\d+(\.\d+)?", cell)
            if field["type"] == "boolean":
                assert cell in ("true", "false")


def test_the_version_changes_with_the_content_and_only_with_it() -> None:
    def version(archive: Any) -> str:
        *_, last = tables.files(archive, (), strings())
        return str(json.loads(last.content)["version"])

    first, *others = golden().ceremonies
    changed = dataclasses.replace(golden(), ceremonies=(dataclasses.replace(first, venue="Nơi khác"), *others))
    assert version(golden()) == descriptor()["version"]
    assert version(changed) != version(golden())


def test_an_archive_without_a_record_is_described_too() -> None:
    empty = dataclasses.replace(golden(), ceremonies=())
    written = {file.path: file.content for file in tables.files(empty, (), strings())}
    assert "sources" not in json.loads(written["data/datapackage.json"])  # the profile wants one at least, or none
    assert written["data/changes.csv"] == b"ceremony,change,date,reason,reason_en,page\r\n"
