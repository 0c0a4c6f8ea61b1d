"""One build at a time for an output folder. The lock is the kernel's: it ends with the process, however that ends."""

import contextlib
import fcntl
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from ceremony_archive.output.publish import folder_of
from ceremony_archive.problems import OutputError, reason_of


@contextlib.contextmanager
def build_lock(output: Path, tell_waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock on the folder that the output stands in, from before the content is read until all is published.

    Another build that has it is waited for; `tell_waiting` is called first. Folders above the output that were made for
    the lock go again when nothing was put into them. Raises OutputError.
    """
    parent = folder_of(output).parent
    missing = [folder for folder in (parent, *parent.parents) if not folder.exists()]
    try:
        parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(parent, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise OutputError("output-unwritable", folder=str(output), reason=reason_of(error)) from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell_waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
        for folder in missing:
            with contextlib.suppress(OSError):
                folder.rmdir()
