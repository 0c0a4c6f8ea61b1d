"""Faults through the real command: how it ends, what it says, and that the published site is as it was."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content_copy import ContentCopy
from tests.faults.catalogue import FAULTS
from tests.faults.fault import GOLDEN, ROOT, Fault, Stops

TRIED = (
    "double-quote-left-open",
    "mistakes-in-three-files",
    "billion-laughs",
    "a-file-of-three-gigabytes",
    "count-dots-between-thousands",
    "utf-16",
    "record-saved-as-text",
    "command-save_as",
    "record-linked-from-outside",
    "pipe-in-the-place-of-a-vocabulary",
    "raw-script",
    "record-deleted",
)


def build(content: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "build", "--content", str(content), "--output", str(output)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a published site; what the project keeps about it goes again."""
    before = set((ROOT / ".cache").glob("state-*.json"))
    folder = tmp_path_factory.mktemp("commands")
    content = ContentCopy.of(GOLDEN, folder / "content")
    result = build(content.folder, folder / "published" / "site")
    assert (result.returncode, result.stderr) == (0, "")
    yield folder / "published" / "site"
    for state in set((ROOT / ".cache").glob("state-*.json")) - before:
        state.unlink()


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.name in TRIED], ids=lambda fault: fault.name)
def test_the_command_stops_and_leaves_the_published_site_as_it_was(
    fault: Fault, content: ContentCopy, site: Path
) -> None:
    before = everything_in(site.parent)
    assert len(before) > 200
    fault.break_it(content)
    result = build(content.folder, site)
    assert (result.returncode, result.stdout) == (1, "")
    assert "Traceback" not in result.stderr
    assert isinstance(fault.outcome, Stops)
    told = re.findall(r"(?m)^(\S+):\d+:\d+: lỗi\[([a-z-]+)\]: ", result.stderr)
    assert {rule for _, rule in told} == fault.outcome.rules
    assert all(any(file.endswith(name) for name in fault.outcome.files) for file, _ in told)
    assert everything_in(site.parent) == before


def test_every_fault_that_is_tried_by_command_is_in_the_list() -> None:
    assert set(TRIED) <= {fault.name for fault in FAULTS}
