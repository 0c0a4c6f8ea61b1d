"""How long the real content takes against Pelican on an empty site, the two run in turn, as ratios.

    .venv/bin/python benchmarks/real_content.py [RUNS]

`clean` builds into an empty folder, `again` builds the same once more with nothing changed; both are whole processes,
from the command to its end, by the task as a person types it. Machines are noisy: read the ratios, not the seconds.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def seconds(*command: str, cwd: Path) -> float:
    """Return how long the command takes; it must end well."""
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Print the median of each, its spread and the ratios, taken pair by pair."""
    folder = Path(tempfile.mkdtemp())
    empty, output = folder / "empty", folder / "output"
    (empty / "content").mkdir(parents=True)
    build = (sys.executable, str(ROOT / "tasks.py"), "build", "--output", str(output))
    pelican = (sys.executable, "-m", "pelican", "content", "-o", "output", "-t", "simple")
    clean, again, yardstick = [], [], []
    seconds(*build, cwd=ROOT)  # warm: the environment, the templates and the vocabularies are ready
    for _ in range(runs):
        yardstick.append(seconds(*pelican, cwd=empty))
        shutil.rmtree(output)
        clean.append(seconds(*build, cwd=ROOT))
        again.append(seconds(*build, cwd=ROOT))
    shutil.rmtree(folder)
    print(f"pelican, empty site  {statistics.median(yardstick):.2f} s ({min(yardstick):.2f} to {max(yardstick):.2f})")
    for name, times in (("clean build", clean), ("nothing changed", again)):
        ratio = statistics.median(ours / theirs for ours, theirs in zip(times, yardstick, strict=True))
        median, spread = statistics.median(times), f"{min(times):.2f} to {max(times):.2f}"
        print(f"{name:20} {median:.2f} s ({spread}), {ratio:.1f} times the empty site")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
