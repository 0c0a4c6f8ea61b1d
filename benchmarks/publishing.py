"""What staging, verifying and exchanging add to a build: with them and without, in turn, as a share of the whole.

    .venv/bin/python -m benchmarks.publishing [RUNS] [FOLDER]

`clean` builds where no site is, `again` in the place of a former one, which is looked through before, exchanged, and
removed when it is the one before the last. Without them the same files are only written: no digests, nothing read
back, nothing synced. All read and check the content first. Starting the interpreter and Pelican is left out, which
makes the shares larger than they are for the command.
"""

import gc
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from ceremony_archive import pipeline
from ceremony_archive.output import disk, publish, site_files
from ceremony_archive.output.verify import ReadBack

ROOT = Path(__file__).parents[1]
CACHE = ROOT / ".cache"


def seconds(output: Path) -> float:
    """Return how long it takes to read, check and build the real content."""
    start = time.perf_counter()
    checked = pipeline.check(ROOT / "content", cache=CACHE)
    pipeline.build(checked, ROOT / "themes" / "archive", output, cache=CACHE)
    return time.perf_counter() - start


def seconds_without(output: Path) -> float:
    """Return how long it takes when the files are only written."""
    with ExitStack() as patched:
        for module, name, instead in (
            (site_files, "read_back", lambda *_: ReadBack()),
            (site_files, "site_faults", lambda *_: ()),
            (site_files, "digest", lambda _: "0" * 64),
            (publish, "_refuse_foreign", lambda _: None),
            (disk, "sync", lambda _: None),
            (disk, "sync_folder", lambda _: None),
        ):
            patched.enter_context(patch.object(module, name, instead))
        return seconds(output)


def main(runs: int, folder: str | None) -> None:
    """Print the medians, their spread, and the shares, taken run by run."""
    gc.disable()
    scratch = Path(tempfile.mkdtemp(dir=folder))
    seconds(scratch / "again")
    seconds(scratch / "again")
    rows = []
    for number in range(runs):
        clean, again = seconds(scratch / f"clean-{number}"), seconds(scratch / "again")
        rows.append((clean, again, seconds_without(scratch / f"bare-{number}")))
    shutil.rmtree(scratch)
    for name, times in zip(("clean", "again", "only written"), zip(*rows, strict=True), strict=True):
        print(f"{name:12} {statistics.median(times):.2f} s ({min(times):.2f} to {max(times):.2f})")
    for at, name in enumerate(("clean", "again")):
        share = statistics.median(1 - row[2] / row[at] for row in rows)
        print(f"staging, verifying and exchanging are {share:.0%} of {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7, sys.argv[2] if len(sys.argv) > 2 else None)
