"""Which bytes a site and its content are made of: manifests as BagIt (RFC 8493) and `sha256sum` write them."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ceremony_archive.problems import Fault

MANIFEST = "manifest-sha256.txt"
CONTENT_MANIFEST = "content-manifest-sha256.txt"
LARGEST = 100_000_000  # bytes: no file of a site or of content comes near, and a larger one would fill the memory
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\0]+)", re.ASCII)

Digests = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is found where a manifest says what should be.

    Complete: everything listed is there and nothing else. Valid: complete, and every file has its digest.
    """

    files: int
    missing: tuple[str, ...]
    strays: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_complete(self) -> bool:
        """Whether everything that is listed is there and nothing else."""
        return not self.missing and not self.strays

    @property
    def is_valid(self) -> bool:
        """Whether it is complete and every file is what it was."""
        return self.is_complete and not self.changed

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every file that is not as the manifest says."""
        kinds = (("missing", self.missing), ("stray", self.strays), ("changed", self.changed))
        return tuple(Fault(kind, file) for kind, files in kinds for file in files)


def digest(content: bytes) -> str:
    """Return the SHA-256 of the bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def manifest_text(digests: Digests) -> bytes:
    """Return the manifest: a line a file, its digest and its path, sorted by path."""
    return "".join(f"{digests[path]}  {_escaped(path)}\n" for path in sorted(digests)).encode()


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the digest of each path. Raises ValueError when it is no manifest."""
    digests: dict[str, str] = {}
    for line in filter(None, content.decode().split("\n")):
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError(f"not a line of a manifest: {line[:100]}")
        digests[_unescaped(match[2])] = match[1]
    return digests


def compare(folder: Path, digests: Digests, *, ignored: frozenset[str] = frozenset()) -> Comparison:
    """Return what the folder has against what a manifest lists. Raises OSError when it cannot be read."""
    found = set(files_below(folder)) - ignored
    changed = [path for path in sorted(found & digests.keys()) if _digest_of(folder / path) != digests[path]]
    return Comparison(
        files=len(digests),
        missing=tuple(sorted(digests.keys() - found)),
        strays=tuple(sorted(found - digests.keys())),
        changed=tuple(changed),
    )


def compare_site(folder: Path) -> Comparison:
    """Return what the site has against its own manifest. Raises OSError or ValueError without a readable one."""
    return compare(folder, read_manifest((folder / MANIFEST).read_bytes()), ignored=frozenset((MANIFEST,)))


def digests_of(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return the digest of each of these files; of one that is not there or is no plain file an empty text."""
    return {path: _digest_of(folder / path) for path in paths}


def files_below(folder: Path, prefix: str = "") -> Iterator[str]:
    """Yield everything below the folder that is no folder, by its path from there."""
    with os.scandir(folder / prefix) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files_below(folder, f"{prefix}{entry.name}/")
            else:
                yield prefix + entry.name


def _digest_of(path: Path) -> str:
    """Return the digest of a plain file; of anything else or larger, which no manifest lists, none."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return ""
    return digest(path.read_bytes())


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescaped(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
