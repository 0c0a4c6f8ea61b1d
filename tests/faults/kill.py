"""Builds killed at random moments and at every step: what stands afterwards is one site or the other, whole."""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ceremony_archive.output import disk, site_files
from tests.faults.two_sites import build, found_whole, rendered_once

STEPS = ("write", "make_folder", "rename", "exchange", "sync", "sync_folder", "remove")
LEFT_BESIDE = {"output", ".output.former", ".output.stage"}


def killed_at_random(times: int, seed: int) -> tuple[int, int]:
    """Kill so many builds at moments of chance; return how many left the former site and how many the new one."""
    chance = random.Random(seed)
    left = [0, 0]
    with tempfile.TemporaryDirectory() as folder, rendered_once():
        scratch = Path(folder)
        output = scratch / "published" / "output"
        for which in (0, 1, 0):
            start = time.perf_counter()
            build(which, output)
            duration = time.perf_counter() - start
        for number in range(times):
            standing = found_whole(output, scratch)
            pages = chance.choice((0, 10**9))
            child = forked(lambda new=1 - standing, pages=pages: _build_by(pages, new, output))  # type: ignore[misc]
            time.sleep(chance.uniform(0, 1.2 * duration))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            left[found_whole(output, scratch) != standing] += 1
            assert {path.name for path in output.parent.iterdir()} <= LEFT_BESIDE
            if number % 5 == 0:
                _builds_without_help(output, scratch)
        _builds_without_help(output, scratch)  # also waits for what a killed build's second process still writes
    return left[0], left[1]


def killed_at_each_step(every: int) -> int:
    """Kill a build at each of its steps that change the disk, or at every so many of them; return how many it has."""
    with tempfile.TemporaryDirectory() as folder, rendered_once():
        scratch = Path(folder)
        output = scratch / "published" / "output"
        build(0, output)
        step = 1
        while True:
            standing = found_whole(output, scratch)
            child = forked(lambda at=step, new=1 - standing: _build_and_die(new, output, at))  # type: ignore[misc]
            _, status = os.waitpid(child, 0)
            found_whole(output, scratch)
            assert {path.name for path in output.parent.iterdir()} <= LEFT_BESIDE
            if os.WIFEXITED(status):
                assert os.WEXITSTATUS(status) == 0
                return step
            if step % 50 == 1:
                _builds_without_help(output, scratch)
            step += every


def _build_by(pages_worth_a_process: int, which: int, output: Path) -> None:
    """Build, by two processes where there are more pages than so many."""
    site_files.PAGES_WORTH_A_PROCESS = pages_worth_a_process
    build(which, output)


def _build_and_die(which: int, output: Path, at: int) -> None:
    """Build, and die right after the step of this number."""
    site_files.PAGES_WORTH_A_PROCESS = 10**9
    steps = 0

    def dying(function: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: object) -> None:
            nonlocal steps
            function(*arguments)
            steps += 1
            if steps == at:
                os.kill(os.getpid(), signal.SIGKILL)

        return call

    for name in STEPS:
        setattr(disk, name, dying(getattr(disk, name)))
    build(which, output)


def _builds_without_help(output: Path, scratch: Path) -> None:
    """Fail unless the next build succeeds and leaves nothing lying about."""
    new = 1 - found_whole(output, scratch)
    build(new, output)
    assert found_whole(output, scratch) == new
    assert {path.name for path in output.parent.iterdir()} == {"output", ".output.former"}


def forked(work: Callable[[], None]) -> int:
    """Do the work in a process of its own; return its number at once."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def main(times: int) -> None:
    """Kill so many builds and say what was left."""
    seed = random.randrange(10**6)
    former, new = killed_at_random(times, seed)
    print(f"{times} builds killed (seed {seed}): the former site stood {former} times, the new one {new} times, whole")


if __name__ == "__main__":
    main(int(sys.argv[1]))
