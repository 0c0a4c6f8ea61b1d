"""The calls that change the disk: whatever publishing writes, moves or removes goes through here."""

import contextlib
import ctypes
import errno
import os
import shutil
from functools import cache
from pathlib import Path

_HERE = -100  # AT_FDCWD: a path is relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE
NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def write(path: str | Path, content: bytes) -> None:
    """Write a file where none is yet."""
    with open(path, "xb") as stream:
        stream.write(content)


def replace(path: Path, content: bytes) -> None:
    """Write a file in the place of the one that is there, whole or not at all, and only when it is on the disk."""
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    try:
        with open(beside, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, beside)
        rename(beside, path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def make_folder(path: str | Path) -> None:
    """Make a folder and those above it that are not there yet."""
    os.makedirs(path, exist_ok=True)


def rename(source: Path, target: Path) -> None:
    """Give a file, a link or a folder another name; a file or link of that name goes."""
    os.replace(source, target)


def exchange(one: Path, other: Path) -> None:
    """Have two folders trade their names in one step, so that neither name is ever without a folder.

    Raises OSError with an errno of NO_EXCHANGE where the kernel or the file system cannot do that.
    """
    rename_at = getattr(_libc(), "renameat2", None)
    if rename_at is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if rename_at(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one))


def link(path: Path, target: str) -> None:
    """Make a symbolic link in the place of what has the name, in one step."""
    beside = path.with_name(f".{path.name}.link")
    beside.unlink(missing_ok=True)
    beside.symlink_to(target)
    rename(beside, path)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def discard(folder: Path) -> None:
    """Remove what is left of a folder; what cannot be removed now goes at the next build."""
    with contextlib.suppress(OSError):
        remove(folder)


def sync(folder: Path) -> None:
    """Have everything that was written to the folder's file system on the disk before returning.

    One call for the file system: a call for each of thousands of files takes minutes on a busy disk.
    """
    sync_file_system = getattr(_libc(), "syncfs", None)
    if sync_file_system is None:
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if sync_file_system(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in the folder on the disk before returning."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
