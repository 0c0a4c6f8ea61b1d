"""Whether anything has changed since the last build: a key of all that goes in, and what the output looked like."""

import hashlib
import json
import os
import platform
import stat
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

LARGEST_FILE = 20_000_000
_PACKAGES = ("jinja2", "markdown", "markupsafe", "nh3", "pelican", "pillow", "pydantic", "pyyaml")


def input_key(folders: Iterable[Path], settings: Iterable[str]) -> str:
    """Return the digest of every file in the folders, of the settings and of the versions that have a say."""
    digest = hashlib.sha256()
    versions = (f"{package} {version(package)}" for package in _PACKAGES)
    for text in (platform.python_version(), *versions, *settings):
        digest.update(f"{text}\0".encode())
    for folder in folders:
        for path in sorted(_files(folder)):
            data = _bytes_of(path)
            digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode(errors="surrogateescape"))
            digest.update(data)
    return digest.hexdigest()


def _bytes_of(path: Path) -> bytes:
    """Return what the file holds; nothing of what the check refuses anyway: pipes, links, what is too large."""
    try:
        found = path.lstat()
        return path.read_bytes() if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST_FILE else b""
    except OSError:
        return b""


def is_current(output: Path, state: Path, key: str) -> bool:
    """Tell whether the output is what a build from these inputs would give, judged by sizes and times of its files."""
    try:
        known = json.loads(state.read_text(encoding="utf-8"))
        return bool(known == {"key": key, "files": _listing(output)})
    except (OSError, ValueError):
        return False


def remember(output: Path, state: Path, key: str) -> None:
    """Keep what the output looks like now. State that cannot be kept only costs the next build its shortcut."""
    try:
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text(json.dumps({"key": key, "files": _listing(output)}), encoding="utf-8")
    except OSError:
        return


def state_path(cache: Path, output: Path) -> Path:
    """Return where the state of this output is kept."""
    return cache / f"state-{hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:16]}.json"


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(root, name) for name in names)


def _listing(output: Path, prefix: str = "") -> dict[str, list[int]]:
    listing: dict[str, list[int]] = {}
    with os.scandir(output / prefix) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                listing |= _listing(output, f"{prefix}{entry.name}/")
            else:
                found = entry.stat(follow_symlinks=False)
                listing[prefix + entry.name] = [found.st_size, found.st_mtime_ns]
    return listing
