"""A site is published whole or not at all, the former one is kept, and nothing is left lying about."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceremony_archive.output import disk
from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.output.manifest import CONTENT_MANIFEST, MANIFEST, digest, manifest_text
from ceremony_archive.output.publish import folder_of, publish, roll_back
from ceremony_archive.problems import Collision, Fault, OutputError
from tests.unit.little_site import NEW, OLD, contents, names, put


@pytest.fixture(params=["exchange", "link"])
def output(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an output folder, on a kernel that exchanges folders and on one that cannot."""
    if request.param == "link":
        monkeypatch.setattr(disk, "exchange", _refuse)
    return tmp_path / "site" / "output"


def _refuse(one: Path, other: Path) -> None:
    raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))


def failing(function: Callable[..., Any], number: int = errno.ENOSPC) -> Callable[..., Any]:
    """Return the function as it is on a disk that fails."""

    def fail(*arguments: Any, **named: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_site_takes_the_place_of_the_former_one_which_is_kept(output: Path) -> None:
    assert publish(output, put(OLD)) == 4
    assert contents(output) == OLD
    assert publish(output, put(NEW)) == 4
    assert contents(output) == NEW
    assert contents(output.with_name(".output.former")) == OLD
    publish(output, put(OLD))
    assert contents(output) == OLD
    assert contents(output.with_name(".output.former")) == NEW


def test_what_is_beside_the_output_does_not_grow(output: Path) -> None:
    publish(output, put(OLD))
    publish(output, put(NEW))
    publish(output, put(OLD))
    before = names(output.parent)
    assert len(before) <= 3
    for _ in range(2):
        publish(output, put(NEW))
        publish(output, put(OLD))
    assert names(output.parent) == before


def test_a_rollback_brings_the_former_site_back_and_another_undoes_it(output: Path) -> None:
    publish(output, put(OLD))
    publish(output, put(NEW))
    roll_back(output)
    assert contents(output) == OLD
    roll_back(output)
    assert contents(output) == NEW
    publish(output, put(OLD))
    assert contents(output) == OLD


def test_there_is_nothing_to_roll_back_to_after_the_first_build(output: Path) -> None:
    publish(output, put(OLD))
    with pytest.raises(OutputError) as stopped:
        roll_back(output)
    assert stopped.value.stop == "former-missing"
    assert contents(output) == OLD


def test_a_damaged_former_site_is_not_published_again(output: Path) -> None:
    publish(output, put(OLD))
    publish(output, put(NEW))
    (output.with_name(".output.former") / "gone.html").write_bytes(b"rot")
    with pytest.raises(OutputError) as stopped:
        roll_back(output)
    assert (stopped.value.stop, stopped.value.faults) == ("former-damaged", (Fault("changed", "gone.html"),))
    assert contents(output) == NEW


def test_a_former_site_from_before_a_redaction_is_not_published_again(output: Path) -> None:
    def withheld(what: bytes) -> dict[str, bytes]:
        return {CONTENT_MANIFEST: manifest_text({"registers/redactions.yaml": digest(what)})}

    publish(output, put({**OLD, **withheld(b"nothing")}))
    publish(output, put({**NEW, **withheld(b"a name")}))
    with pytest.raises(OutputError) as stopped:
        roll_back(output)
    assert stopped.value.stop == "former-redactions"
    assert contents(output) == {**NEW, **withheld(b"a name")}
    assert contents(output.with_name(".output.former")) == {**OLD, **withheld(b"nothing")}


def test_a_fault_of_the_program_leaves_the_former_site_and_no_litter(output: Path) -> None:
    publish(output, put(OLD))
    before = names(output.parent)

    def fail(stage: Path) -> int:
        put(NEW)(stage)
        raise ValueError("broken on purpose")

    with pytest.raises(ValueError, match="broken on purpose"):
        publish(output, fail)
    assert contents(output) == OLD
    assert names(output.parent) == before


@pytest.mark.parametrize(
    ("output", "step"),
    [(way, step) for way in ("exchange", "link") for step in ("write", "make_folder", "sync", "remove")]
    + [("exchange", "exchange"), ("link", "rename"), ("link", "link")],
    indirect=["output"],
)
def test_a_step_that_fails_leaves_the_former_site(output: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    publish(output, put(OLD))
    publish(output, put(OLD))
    before = names(output.parent)
    monkeypatch.setattr(disk, step, failing(getattr(disk, step), errno.EIO))
    with pytest.raises(OutputError) as stopped:
        publish(output, put(NEW))
    monkeypatch.undo()
    assert (stopped.value.stop, stopped.value.words["reason"]) == ("output-unwritable", "disk")
    assert contents(output) == OLD
    assert set(names(output.parent)) <= set(before)


def test_a_former_site_that_cannot_be_kept_takes_the_exchange_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path / "output", put(OLD))
    monkeypatch.setattr(disk, "rename", failing(disk.rename))
    with pytest.raises(OutputError):
        publish(tmp_path / "output", put(NEW))
    monkeypatch.undo()
    assert contents(tmp_path / "output") == OLD
    assert names(tmp_path) == ["output"]


def test_a_site_that_went_between_two_renames_comes_back(output: Path) -> None:
    publish(output, put(OLD))
    where = output.resolve()
    where.rename(output.with_name(".output.former"))
    output.unlink(missing_ok=True)
    with pytest.raises(ZeroDivisionError):
        publish(output, lambda stage: 1 // 0)
    assert contents(output) == OLD


@pytest.mark.parametrize("stray", ["thesis.txt", "en/thesis.txt", "en/index.html~", ".env"])
def test_a_file_that_the_archive_did_not_write_is_not_overwritten(output: Path, stray: str) -> None:
    publish(output, put(OLD))
    (output / stray).write_bytes(b"the only copy")
    with pytest.raises(OutputError) as stopped:
        publish(output, put(NEW))
    assert (stopped.value.stop, stopped.value.faults) == ("output-foreign", (Fault("stray", stray),))
    assert contents(output) == {**OLD, stray: b"the only copy"}


def test_a_file_that_was_changed_by_hand_is_not_overwritten(output: Path) -> None:
    publish(output, put(OLD))
    (output / "index.html").write_bytes(b"mine")
    with pytest.raises(OutputError) as stopped:
        publish(output, put(NEW))
    assert stopped.value.faults == (Fault("changed", "index.html"),)
    assert contents(output) == {**OLD, "index.html": b"mine"}


@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_link_in_the_output_is_not_followed_and_not_removed(output: Path, tmp_path: Path, place: str) -> None:
    publish(output, put(OLD))
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_bytes(b"the only copy")
    (output / "here").symlink_to(mine if place == "folder" else mine / "thesis.txt")
    with pytest.raises(OutputError) as stopped:
        publish(output, put(NEW))
    assert stopped.value.faults == (Fault("stray", "here"),)
    assert (mine / "thesis.txt").read_bytes() == b"the only copy"


def test_a_missing_file_is_no_reason_not_to_build(output: Path) -> None:
    publish(output, put(OLD))
    (output / "gone.html").unlink()
    publish(output, put(NEW))
    assert contents(output) == NEW


def test_a_folder_of_other_things_is_refused_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_bytes(b"the only copy")
    with pytest.raises(OutputError) as stopped:
        publish(tmp_path / "output", put(NEW))
    assert (stopped.value.stop, stopped.value.faults) == ("output-foreign", (Fault("stray", "thesis.txt"),))
    assert names(tmp_path) == ["output"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    publish(tmp_path / "output", put(NEW))
    assert contents(tmp_path / "output") == NEW


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    with pytest.raises(OutputError) as stopped:
        publish(tmp_path / "output", put(NEW))
    assert stopped.value.stop == "output-not-a-folder"
    assert (tmp_path / "output").read_bytes() == b"mine"


def test_a_link_to_the_output_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to("elsewhere")
    publish(tmp_path / "output", put(OLD))
    publish(tmp_path / "output", put(NEW))
    assert (tmp_path / "output").is_symlink()
    assert contents(tmp_path / "elsewhere") == NEW
    assert folder_of(tmp_path / "output") == tmp_path / "elsewhere"


def test_a_leftover_of_a_killed_build_goes_at_the_next(output: Path) -> None:
    publish(output, put(OLD))
    (output.with_name(".output.stage") / "half").mkdir(parents=True)
    publish(output, put(NEW))
    assert ".output.stage" not in names(output.parent)
    assert contents(output) == NEW


def test_the_site_is_on_the_disk_before_it_is_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def noting(name: str) -> Callable[..., Any]:
        function = getattr(disk, name)

        def call(*arguments: Any) -> Any:
            order.append(name)
            return function(*arguments)

        return call

    publish(tmp_path / "output", put(OLD))
    for name in ("write", "sync", "exchange", "sync_folder"):
        monkeypatch.setattr(disk, name, noting(name))
    publish(tmp_path / "output", put(NEW))
    assert order == ["write"] * 4 + ["sync", "exchange", "sync_folder"]


@pytest.mark.parametrize("addresses", [["a.html", "a.html"], ["x/a.html", "b.html", "x/a.html"]])
def test_two_pages_at_one_address_are_refused(addresses: list[str]) -> None:
    with pytest.raises(Collision) as stopped:
        check_addresses(addresses)
    assert stopped.value.stop == "address-twice"


@pytest.mark.parametrize(
    "address",
    [
        *("../a.html", "/a.html", "a/../../b.html", "a\\b.html", "", "a//b.html", "A.html", "hoà.html", "a b.html"),
        *("con.html", "names/aux", "lpt1.html", ".env", "a./b.html", "a..b", "x" * 201, "a\n.html", "a?.html", "a/"),
    ],
)
def test_an_address_that_may_lead_out_of_the_site_or_open_nowhere_is_refused(address: str) -> None:
    with pytest.raises(Collision) as stopped:
        check_addresses([address])
    assert stopped.value.stop == "address-unsafe"


def test_the_manifest_is_not_in_itself(tmp_path: Path) -> None:
    publish(tmp_path / "output", put(OLD))
    assert MANIFEST not in (tmp_path / "output" / MANIFEST).read_text(encoding="utf-8")
