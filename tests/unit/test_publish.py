"""A site is published whole or not at all, and nothing is left lying about."""

import builtins
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.output.publish import MARKER, publish, write_file
from ceremony_archive.pages.page import File
from ceremony_archive.problems import Collision, OutputError

OLD = (File(path="index.html", content=b"old"), File(path="gone.html", content=b"old"))
NEW = (File(path="index.html", content=b"new"), File(path="en/index.html", content=b"new"))


def put(*files: File) -> Callable[[Path], int]:
    """Return what fills a stage with the marker and the files."""

    def fill(stage: Path) -> int:
        made: set[str] = set()
        for file in (MARKER, *files):
            write_file(stage, file, made)
        return len(files) + 1

    return fill


def contents(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in files.items() if name != MARKER.path}


def failing(function: Callable[..., Any], at: int) -> Callable[..., Any]:
    """Return the function, which fails at its Nth call as a full disk does."""
    calls = 0

    def call(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return function(*arguments, **named)

    return call


def test_a_new_site_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    output = tmp_path / "output"
    assert publish(output, put(*OLD)) == 3
    assert publish(output, put(*NEW)) == 3
    assert contents(output) == {"index.html": b"new", "en/index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_full_disk_leaves_the_former_site_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    output = tmp_path / "output"
    publish(output, put(*OLD))
    monkeypatch.setattr(builtins, "open", failing(open, at))
    with pytest.raises(OutputError, match="No space left on device"):
        publish(output, put(*NEW))
    monkeypatch.undo()
    assert contents(output) == {"index.html": b"old", "gone.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("at", [1, 2])
def test_a_rename_that_fails_leaves_the_former_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    output = tmp_path / "output"
    publish(output, put(*OLD))
    monkeypatch.setattr(os, "rename", failing(os.rename, at))
    with pytest.raises(OutputError):
        publish(output, put(*NEW))
    monkeypatch.undo()
    assert contents(output) == {"index.html": b"old", "gone.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_fault_of_the_program_leaves_the_former_site_and_no_litter(tmp_path: Path) -> None:
    output = tmp_path / "output"
    publish(output, put(*OLD))

    def fail(stage: Path) -> int:
        put(*NEW)(stage)
        raise ValueError("broken on purpose")

    with pytest.raises(ValueError, match="broken on purpose"):
        publish(output, fail)
    assert contents(output) == {"index.html": b"old", "gone.html": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(OutputError, match="not a folder"):
        publish(tmp_path / "output", put(*NEW))
    assert (tmp_path / "output").read_bytes() == b"mine"


@pytest.mark.parametrize("addresses", [["a.html", "A.html"], ["ho\u00e0.html", "hoa\u0300.html"], ["a.html", "a.html"]])
def test_two_pages_at_one_address_are_refused(addresses: list[str]) -> None:
    with pytest.raises(Collision, match="two pages at one address"):
        check_addresses(addresses)


@pytest.mark.parametrize("address", ["../a.html", "/a.html", "a/../../b.html", "a\\b.html", ""])
def test_an_address_outside_the_site_is_refused(address: str) -> None:
    with pytest.raises(Collision, match="unsafe address"):
        check_addresses([address])
