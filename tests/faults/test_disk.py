"""Disks that fail, processes that are killed, builds at the same time: one whole site or the other, no litter."""

import errno
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ceremony_archive import pipeline
from ceremony_archive.output import disk
from ceremony_archive.output.lock import build_lock
from ceremony_archive.output.manifest import MANIFEST, compare_site
from ceremony_archive.problems import OutputError
from tests.conftest import GOLDEN
from tests.content_copy import ContentCopy
from tests.faults.kill import STEPS, forked, killed_at_each_step, killed_at_random
from tests.faults.two_sites import build, found_whole, rendered_once
from tests.test_golden import THEME

ROOT = Path(__file__).parents[2]
REGISTERS = ["permalinks.yaml", "redactions.yaml", "redirects.yaml"]
NEW_RECORD = """---
title: {vi: Mẫu thêm, en: One more sample}
date: "2031-07-07"
kind: award-presentation
place: mau-cu-a-huyen-mau-mot
summary: {vi: Mẫu., en: Sample.}
sources:
  - {id: dai-mau, publisher: Đài Mẫu, url: "https://press.example/them", coverage: full}
---

Dữ liệu giả để thử.
"""
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)


@pytest.fixture
def output(tmp_path: Path) -> Iterator[Path]:
    """Return an output folder in which the first of the two sites stands."""
    with rendered_once():
        build(0, tmp_path / "published" / "output")
        yield tmp_path / "published" / "output"


def failing_at(at: int, calls: list[str], tears: bool) -> Callable[[str], Callable[..., None]]:
    """Return what makes the functions of the disk fail at the Nth call of any of them, half of a file written."""

    def failing(name: str) -> Callable[..., None]:
        function = getattr(disk, name)

        def call(*arguments: object) -> None:
            calls.append(name)
            if len(calls) == at:
                if tears and name == "write":
                    path, content = arguments
                    assert isinstance(content, bytes)
                    function(path, content[: len(content) // 2])
                number = ERRORS[at % len(ERRORS)]
                raise OSError(number, os.strerror(number))
            function(*arguments)

        return call

    return failing


def test_whichever_step_fails_the_old_site_stays_whole_and_no_litter(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = 0
    while True:
        at += 1
        calls: list[str] = []
        failing = failing_at(at, calls, tears=at % 2 == 0)
        with monkeypatch.context() as patched:
            for name in STEPS:
                patched.setattr(disk, name, failing(name))
            try:
                build(1, output)
            except OutputError as error:
                assert error.words["reason"] in ("disk-full", "disk", "may-not-write", "read-only")
                assert found_whole(output, tmp_path) == 0, calls[-1]
                assert {path.name for path in output.parent.iterdir()} <= {"output", ".output.former"}, calls[-1]
                continue
        assert found_whole(output, tmp_path) == 1
        if len(calls) < at:
            break
        assert calls[at - 1] in ("remove", "sync_folder")  # all is published by then, and whole whatever the disk does
        build(0, output)
    assert at > 250  # each page of both languages is a step of its own


@pytest.mark.parametrize("step", ["replace", "exchange"])
def test_a_build_that_fails_when_it_writes_down_addresses_publishes_none_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    content, output = ContentCopy.of(GOLDEN, tmp_path / "content"), tmp_path / "published" / "output"
    pipeline.build(pipeline.check(content.folder), THEME, output)
    before = (output / MANIFEST).read_bytes()
    content.put("ceremonies/2031/2031-07-07-huyen-mau-mot-them.md", NEW_RECORD)
    with monkeypatch.context() as patched:
        calls: list[str] = []
        patched.setattr(disk, step, failing_at(1, calls, tears=False)(step))
        with pytest.raises(OutputError):
            pipeline.build(pipeline.check(content.folder), THEME, output)
    assert (output / MANIFEST).read_bytes() == before
    assert sorted(path.name for path in (content.folder / "registers").iterdir()) == REGISTERS
    pipeline.build(pipeline.check(content.folder), THEME, output)
    assert compare_site(output).is_valid
    assert "2031-07-07-huyen-mau-mot-them" in (content.folder / "registers" / "permalinks.yaml").read_text("utf-8")


def test_a_build_killed_at_any_step_leaves_one_site_or_the_other() -> None:
    assert killed_at_each_step(every=11) > 250


def test_a_build_killed_at_any_moment_leaves_one_site_or_the_other() -> None:
    former, new = killed_at_random(times=20, seed=random.randrange(10**6))
    assert former + new == 20


def test_a_second_build_waits_and_says_so(output: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), "build", "--lang", "en"]
    with build_lock(output):
        second = subprocess.Popen(
            [*command, "--content", str(GOLDEN), "--output", str(output)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert second.stderr is not None
        assert "another build is at work" in second.stderr.readline()
        time.sleep(0.2)
        assert second.poll() is None
        build_while_it_waits = found_whole(output, tmp_path)
    stdout, stderr = second.communicate(timeout=60)
    assert (second.returncode, stderr, build_while_it_waits) == (0, "", 0)
    assert stdout.startswith("built ")


def test_the_lock_of_a_killed_build_is_free(output: Path) -> None:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with build_lock(output):
            os.write(writing, b"locked")
            time.sleep(60)
        os._exit(0)
    os.read(reading, 6)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    os.close(writing)
    waited: list[bool] = []
    with build_lock(output, lambda: waited.append(True)):
        assert waited == []


def test_two_builds_at_once_leave_one_site_or_the_other(output: Path, tmp_path: Path) -> None:
    for _ in range(2):
        children = [forked(lambda which=which: build(which, output)) for which in (0, 1, 0, 1)]  # type: ignore[misc]
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
        found_whole(output, tmp_path)


def test_a_reader_never_meets_a_missing_or_torn_page(output: Path, tmp_path: Path) -> None:
    pages = [path.relative_to(output) for path in sorted(output.rglob("*.html"))]
    build(1, output)
    sites = [output.with_name(".output.former"), output]
    known = {page: {(site / page).read_bytes() for site in sites} for page in pages}
    assert all(len(versions) == 2 for versions in known.values())

    def rebuild() -> None:
        for number in range(10):
            build(number % 2, output)

    builder = forked(rebuild)
    chance, reads = random.Random(3), 0
    while os.waitpid(builder, os.WNOHANG) == (0, 0):
        page = chance.choice(pages)
        assert (output / page).read_bytes() in known[page]
        reads += 1
    assert reads > 200
    found_whole(output, tmp_path)


def test_a_file_that_may_not_grow_stops_the_build_in_plain_words(output: Path, tmp_path: Path) -> None:
    def build_with_small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
        with pytest.raises(OutputError):
            build(1, output)

    assert os.waitpid(forked(build_with_small_files), 0)[1] == 0
    assert found_whole(output, tmp_path) == 0
    assert {path.name for path in output.parent.iterdir()} <= {"output", ".output.former"}


def test_a_full_disk_stops_the_build_in_plain_words(output: Path, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=10m", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only who may mount a file system can fill one")
    try:
        build(0, small / "output")
        (small / "ballast").write_bytes(b"\0" * 4_000_000)
        with pytest.raises(OutputError) as stopped:
            build(1, small / "output")
        assert stopped.value.words["reason"] == "disk-full"
        assert found_whole(small / "output", tmp_path) == 0
        assert sorted(path.name for path in small.iterdir()) == ["ballast", "output"]
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_folder_that_may_not_be_written_stops_the_build_in_plain_words() -> None:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    output = folder / "output"
    with rendered_once():
        build(0, output)
        folder.chmod(0o555)

        def build_as_nobody() -> None:
            if os.geteuid() == 0:
                os.setuid(65534)
            with pytest.raises(OutputError) as stopped:
                build(1, output)
            assert stopped.value.words["reason"] == "may-not-write"

        assert os.waitpid(forked(build_as_nobody), 0)[1] == 0
        folder.chmod(0o755)
        assert sorted(path.name for path in folder.iterdir()) == ["output"]
        assert found_whole(output, folder / "scratch") == 0
    shutil.rmtree(folder)
