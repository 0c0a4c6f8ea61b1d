"""Other surroundings for a process: Python runs this file at its start when the folder is on PYTHONPATH.

SURROUNDINGS says what is other, in JSON: "shift" seconds between the true time and what the clock says; "order" of the
files that the system lists, "reversed" or "shuffled"; "offline", whether every connection fails.
"""

import datetime
import json
import os
import random
import socket
import time
from typing import Any

_SETTINGS = json.loads(os.environ.get("SURROUNDINGS", "{}"))
_SHIFT = _SETTINGS.get("shift", 0)
_ORDER = _SETTINGS.get("order", "")


def _shift_time() -> None:
    now, nanoseconds, local, universal = time.time, time.time_ns, time.localtime, time.gmtime
    time.time = lambda: now() + _SHIFT
    time.time_ns = lambda: nanoseconds() + _SHIFT * 1_000_000_000
    time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)

    class Datetime(datetime.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> Any:
            return cls.now()

    class Date(datetime.date):
        @classmethod
        def today(cls) -> Any:
            return cls.fromtimestamp(time.time())

    datetime.datetime, datetime.date = Datetime, Date  # type: ignore[misc]


class _Listing:
    """What os.scandir gives, in another order."""

    def __init__(self, entries: list[Any]) -> None:
        self._entries = iter(entries)

    def __iter__(self) -> "_Listing":
        return self

    def __next__(self) -> Any:
        return next(self._entries)

    def __enter__(self) -> "_Listing":
        return self

    def __exit__(self, *_: object) -> None:
        return

    def close(self) -> None:
        return


def _mix_files() -> None:
    scan, names = os.scandir, os.listdir
    chance = random.Random(7)

    def mixed(found: list[Any], name: Any) -> list[Any]:
        ordered = sorted(found, key=name, reverse=True)
        if _ORDER == "shuffled":
            chance.shuffle(ordered)
        return ordered

    def scandir(path: Any = ".") -> Any:
        with scan(path) as entries:
            return _Listing(mixed(list(entries), lambda entry: entry.name))

    os.scandir = scandir
    os.listdir = lambda path=".": mixed(names(path), str)


def _refuse(*_: object) -> None:
    raise OSError("there is no network")


if _SHIFT:
    _shift_time()
if _ORDER:
    _mix_files()
if _SETTINGS.get("offline"):
    socket.socket.connect = _refuse  # type: ignore[method-assign]
    socket.socket.connect_ex = _refuse  # type: ignore[assignment,method-assign]
    socket.getaddrinfo = _refuse  # type: ignore[assignment]
