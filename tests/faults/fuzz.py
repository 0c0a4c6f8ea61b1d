"""Hostile inputs without end: every one is read or told, quickly, in bounded memory, and none ends in an exception.

python -m tests.faults.fuzz --minutes 10 [--seed N]
"""

import argparse
import random
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ceremony_archive import pipeline
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.site import SiteText
from ceremony_archive.problems import Problem, report_of
from ceremony_archive.report import show
from ceremony_archive.source.document import read_front_matter
from ceremony_archive.source.files import REGISTER_FILES, YAML_FILES
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.schema import bind, bind_the_rest
from ceremony_archive.source.text import decode_source
from ceremony_archive.source.yaml_tree import LIST_NODES, read_tree
from tests.content_copy import ContentCopy
from tests.faults.fault import GOLDEN, ROOT
from tests.faults.hostile_inputs import LARGEST, LARGEST_LIST, mutated

SLOWEST = 1.0  # seconds of the processor, the best of three, for the machine may be busy
GROWTH = 250  # megabytes above what the process held after warming up
CHECKED = {True: 0.3, False: 0.03}  # which share is checked with the whole content, of what is read and what is not
FORMS = ("text", "json", "github")
LISTS = {**YAML_FILES, **REGISTER_FILES}
_STORIES = StoryReader()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input and what is wrong with how it was taken."""

    path: str
    data: bytes
    reason: str


@dataclass(slots=True)
class Result:
    """What a run gave. Unit: seconds, megabytes."""

    seed: int
    inputs: int = 0
    accepted: int = 0
    checked: int = 0
    seconds: float = 0
    slowest: float = 0
    slowest_path: str = ""
    memory: float = 0
    growth: float = 0
    largest: Failure | None = None
    failures: list[Failure] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: {self.inputs:,} inputs in {self.seconds:.0f} s "
            f"({self.inputs / self.seconds:.0f} a second), {self.accepted:,} read without a problem, "
            f"{self.checked:,} checked with the whole content; "
            f"slowest {self.slowest:.2f} s ({self.slowest_path}), memory at most {self.memory:.0f} MB, "
            f"{self.growth:+.0f} MB since warm; failures: {len(self.failures)}"
        )


def fuzz(seconds: float, seed: int, *, most_failures: int = 1) -> Result:
    """Try hostile inputs for so long, the same ones for the same seed, and return what came of it."""
    result, chance = Result(seed), random.Random(seed)
    good = good_files()
    with tempfile.TemporaryDirectory(dir=_memory_disk()) as folder:
        content = ContentCopy.of(GOLDEN, Path(folder) / "content")
        _check(content)
        for path, data in good:
            _read(path, data)
        warm, start = _memory(), time.perf_counter()
        while (time.perf_counter() - start < seconds or not result.inputs) and len(result.failures) < most_failures:
            path, data = chance.choice(good)
            data = mutated(chance, data, chance.choice(good)[1], LARGEST if path.endswith(".md") else LARGEST_LIST)
            _try(content, path, data, result, chance.random())
            result.inputs += 1
            if _memory() - warm > result.growth:
                result.growth, result.largest = _memory() - warm, Failure(path, data, "took most memory")
        result.seconds, result.memory = time.perf_counter() - start, _memory()
    if result.growth > GROWTH and result.largest:
        result.failures.append(result.largest)
    return result


def good_files() -> list[tuple[str, bytes]]:
    """Return files to begin with by their path in a content folder: records six times as often as lists and texts."""
    real = ROOT / "content"
    records = [(path.relative_to(GOLDEN).as_posix(), path.read_bytes()) for path in sorted(GOLDEN.rglob("*/*/*.md"))]
    base = records[0][0]
    records += [(base, path.read_bytes()) for path in sorted((real / "ceremonies").rglob("*.md"))]
    texts = [
        (path.relative_to(GOLDEN).as_posix(), path.read_bytes()) for path in sorted((GOLDEN / "pages").glob("*.md"))
    ]
    lists = [(relative, (GOLDEN / relative).read_bytes()) for relative in LISTS]
    small = [
        (relative, (real / relative).read_bytes()) for relative in LISTS if (real / relative).stat().st_size < 40_000
    ]
    others = [*texts, *lists, *small]
    return [*records * max(1, 6 * len(others) // len(records)), *others]


def _try(content: ContentCopy, path: str, data: bytes, result: Result, lot: float) -> None:
    """Take the input; note an exception, a problem without a place, or how long it took."""
    try:
        is_good, best = _timed(lambda: _read(path, data))
        result.accepted += is_good
        if lot < CHECKED[is_good]:
            result.checked += 1
            original = (content.folder / path).read_bytes()
            content.put(path, data)
            _, whole = _timed(lambda: _check(content))
            content.put(path, original)
            best = max(best, whole)
    except Exception:  # noqa: BLE001  whatever it is, it is what is looked for
        result.failures.append(Failure(path, data, traceback.format_exc(limit=-4)))
        ContentCopy.of(GOLDEN, content.folder)
        return
    if best > result.slowest:
        result.slowest, result.slowest_path = best, path
    if best > SLOWEST:
        result.failures.append(Failure(path, data, f"took {best:.2f} s at best"))


def _timed(work: Callable[[], bool]) -> tuple[bool, float]:
    """Return what the work gives and the seconds of the processor that it took; the best of three where it was slow."""
    times: list[float] = []
    while len(times) < 3:
        start = time.process_time()
        given = work()
        times.append(time.process_time() - start)
        if times[-1] < SLOWEST:
            break
    return given, min(times)


def _read(path: str, data: bytes) -> bool:
    """Take the input through the whole reader; tell whether it has no problem."""
    record, problems = _read_record(path, data) if path.endswith(".md") else _read_list(path, data)
    assert record is not None or problems, "neither read nor told"
    _demand_told(problems, path)
    return not problems


def _read_record(path: str, data: bytes) -> tuple[object, list[Problem]]:
    source, problems = decode_source(data, path)
    if source is None:
        return None, problems
    tree, body_line, problems = read_front_matter(source)
    if tree is None:
        return None, problems
    story, _, wrong = _STORIES.read(source, body_line, 1)
    record_type = Ceremony if path.startswith("ceremonies/") else SiteText
    record, more = bind(source, tree, record_type, id=Path(path).stem, story=story)
    if record is None:
        bind_the_rest(tree, record_type, id=Path(path).stem, story=story)
    return record, problems + wrong + more


def _read_list(path: str, data: bytes) -> tuple[object, list[Problem]]:
    source, problems = decode_source(data, path)
    if source is None:
        return None, problems
    tree, problems = read_tree(source, source.text, 1, LIST_NODES)
    if tree is None:
        return None, problems
    record, more = bind(source, tree, LISTS[path])
    return record, problems + more


def _check(content: ContentCopy) -> bool:
    report = pipeline.check(content.folder, name="content").report
    _demand_told(report.problems, "content/")
    return report.is_clean


def _demand_told(problems: Iterable[Problem], file: str) -> None:
    """Fail unless every problem has its place, and can be shown in both languages and in every form."""
    report = report_of(problems)
    for problem in report.problems:
        position = problem.position
        assert position.file.startswith(file), position
        assert min(position.line, position.column, position.length) >= 1, position
    for language, form in zip(("vi", "en", "vi"), FORMS, strict=True):
        show(report, language, form).encode()  # type: ignore[arg-type]


def _memory() -> float:
    """Return the most memory that the process has held."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _memory_disk() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def main() -> int:
    """Fuzz for the minutes given, print what came of it, and keep each input that failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--keep", type=Path, default=ROOT / ".cache" / "fuzz")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    result = fuzz(60 * arguments.minutes, arguments.seed, most_failures=10)
    for number, failure in enumerate(result.failures, start=1):
        arguments.keep.mkdir(parents=True, exist_ok=True)
        kept = arguments.keep / f"{arguments.seed}-{number}-{Path(failure.path).name or 'memory'}"
        kept.write_bytes(failure.data)
        print(f"{kept}: {failure.path}: {failure.reason}")
    print(result)
    return 1 if result.failures else 0


if __name__ == "__main__":
    raise SystemExit(main())
