"""A quarter of a minute of hostile inputs; `invoke fuzz` has all the time in the world."""

import os
import random
import time
from pathlib import Path

import pytest

from tests.faults import fuzz
from tests.faults.hostile_inputs import mutated

SEED = 1 if os.environ.get("CI") else random.randrange(1_000_000)


def test_every_hostile_input_is_read_or_told_quickly_in_bounded_memory(tmp_path: Path) -> None:
    result = fuzz.fuzz(15, SEED)
    for failure in result.failures:
        kept = tmp_path / Path(failure.path).name
        kept.write_bytes(failure.data)
        pytest.fail(f"{result}\n{kept}: {failure.path}: {failure.reason}")
    assert result.accepted and result.checked


def test_the_same_seed_tries_the_same_inputs() -> None:
    good = fuzz.good_files()
    first, second = (
        [mutated(chance, chance.choice(good)[1], chance.choice(good)[1]) for _ in range(30)]
        for chance in (random.Random(7), random.Random(7))
    )
    assert first == second


def test_an_exception_and_a_slow_input_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str, data: bytes) -> bool:
        raise RecursionError("too deep")

    def dawdle(path: str, data: bytes) -> bool:
        end = time.process_time() + 0.02
        while time.process_time() < end:
            pass
        return True

    monkeypatch.setattr(fuzz, "_read", fail)
    with pytest.raises(RecursionError):
        fuzz.fuzz(1, 1)  # already a good file fails
    monkeypatch.setattr(fuzz, "SLOWEST", 0.01)
    monkeypatch.setattr(fuzz, "_read", dawdle)
    (failure,) = fuzz.fuzz(1, 1).failures
    assert failure.reason.startswith("took 0.0")
