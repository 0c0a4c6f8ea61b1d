"""The same content gives the same bytes, whatever surrounds the build.

Each build varies many things at once, for each costs a second; one that differs is split by hand.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.faults.fault import GOLDEN
from tests.faults.project_copy import ProjectCopy

SURROUNDINGS = Path(__file__).parent / "surroundings"
NOBODY = 65534
YEARS = 365 * 24 * 3600
PLAIN = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True)
class Surroundings:
    """What is other for one build. `pages_worth_a_process` makes it render in one process or in two."""

    name: str
    folder: str
    variables: dict[str, str]
    settings: dict[str, object] = field(default_factory=dict)
    umask: int = 0o022
    pages_worth_a_process: int = 10**9
    time_of_files: int | None = None
    cut_off: bool = False
    other_user: bool = False


USUAL = Surroundings("usual", "project", PLAIN)
OTHERS = (
    Surroundings(
        "later-in-vietnam",
        "dự án – bản sao",
        {
            "TZ": "Asia/Ho_Chi_Minh",
            "LC_ALL": "vi_VN.UTF-8",
            "LANGUAGE": "vi",
            "PYTHONHASHSEED": "1",
            "SOURCE_DATE_EPOCH": "4102444800",
            "COLUMNS": "40",
        },
        {"shift": 20 * YEARS, "order": "shuffled", "offline": True},
        umask=0o000,
        pages_worth_a_process=0,
        time_of_files=0,
        cut_off=True,
    ),
    Surroundings(
        "earlier-in-turkey-as-nobody",
        "a/b/c/d",
        {
            "TZ": "America/St_Johns",
            "LC_ALL": "tr_TR.UTF-8",
            "PYTHONHASHSEED": "random",
            "SOURCE_DATE_EPOCH": "2200000000",
            "PYTHONUTF8": "0",
            "HOME": "/nonexistent",
        },
        {"shift": -30 * YEARS, "order": "reversed", "offline": True},
        umask=0o077,
        time_of_files=4_000_000_000,
        other_user=True,
    ),
    Surroundings("in-the-locale-of-c", "project two", {"TZ": "UTC-14", "LC_ALL": "C", "PYTHONHASHSEED": "4294967295"}),
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module")
def usual(folder: Path) -> dict[str, str]:
    """Return the digests of the site as it is built in plain surroundings."""
    return built(folder, USUAL)


def may_be_nobody() -> bool:
    """Tell whether a process can be started as another user."""
    if os.geteuid() != 0:
        return False
    command = [sys.executable, "-c", "import pelican, ceremony_archive"]
    options: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    return subprocess.run(command, cwd=GOLDEN.parents[2], capture_output=True, check=False, **options).returncode == 0


def may_be_cut_off() -> bool:
    """Tell whether a process can be started without any network."""
    return (
        shutil.which("unshare") is not None and subprocess.run(["unshare", "-n", "true"], check=False).returncode == 0
    )


def built(folder: Path, other: Surroundings) -> dict[str, str]:
    """Build the golden site in these surroundings and return the digest of each of its files."""
    place = folder / other.name
    project = ProjectCopy.at(place / other.folder)
    project.put_number("ceremony_archive/output/site_files.py", "PAGES_WORTH_A_PROCESS", other.pages_worth_a_process)
    copy_content(project.folder / "nội dung", other)
    if other.time_of_files is not None:
        for path in project.folder.rglob("*"):
            os.utime(path, (other.time_of_files, other.time_of_files))
    options: dict[str, Any] = {"umask": other.umask}
    if other.other_user:
        options |= {"user": NOBODY, "group": NOBODY, "extra_groups": []}
        for path in (place, *place.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
    variables = {**other.variables, "SURROUNDINGS": json.dumps(other.settings), "PYTHONPATH": str(SURROUNDINGS)}
    result = project.run(
        *("-m", "invoke", "build", "--content", "nội dung", "--output", "trang/kết quả"),
        env=variables,
        prefix=("unshare", "-n") if other.cut_off and may_be_cut_off() else (),
        **options,
    )
    assert (result.returncode, result.stderr) == (0, ""), result.stdout + result.stderr
    output = project.folder / "trang" / "kết quả"
    files = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copy_content(folder: Path, other: Surroundings) -> None:
    """Copy the golden content, its files made in another order."""
    paths = sorted(path for path in GOLDEN.rglob("*") if path.is_file())
    if other.settings.get("order") == "shuffled":
        random.Random(3).shuffle(paths)
    for path in reversed(paths) if other.settings.get("order") == "reversed" else paths:
        target = folder / path.relative_to(GOLDEN)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


@pytest.mark.parametrize("other", OTHERS, ids=lambda other: other.name)
def test_the_site_is_the_same_whatever_surrounds_the_build(
    folder: Path, usual: dict[str, str], other: Surroundings
) -> None:
    if other.other_user and not may_be_nobody():
        pytest.skip("only root can build as another user")
    assert len(usual) > 100
    assert built(folder, other) == usual


def test_one_process_and_two_write_the_same_site(folder: Path, usual: dict[str, str]) -> None:
    assert built(folder, Surroundings("two-processes", "project", PLAIN, pages_worth_a_process=0)) == usual


def test_the_surroundings_are_really_other(tmp_path: Path) -> None:
    """The builds above would prove nothing if their clock, their files and their network were the usual ones."""
    for name in ("b", "c", "a"):
        (tmp_path / name).touch()
    program = (
        "import datetime, os, socket, time\n"
        "print(datetime.datetime.now().year - 1970, datetime.date.today().year - 1970, time.gmtime().tm_year - 1970)\n"
        "print(*os.listdir('.'), *[e.name for e in os.scandir('.')])\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except OSError as error: print(error)\n"
    )
    settings = {"shift": -20 * YEARS, "order": "reversed", "offline": True}
    variables = {**os.environ, "PYTHONPATH": str(SURROUNDINGS), "SURROUNDINGS": json.dumps(settings)}
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, text=True, check=True)
    years, files, network = result.stdout.splitlines()
    assert all(int(year) < time.gmtime().tm_year - 1985 for year in years.split())
    assert files == "c b a c b a"
    assert network == "there is no network"
