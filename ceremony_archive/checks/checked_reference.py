"""The vocabularies and the gazetteer, read and checked once for their content, then ready from the cache."""

import hashlib
from pathlib import Path

from ceremony_archive.checks import reference_ids
from ceremony_archive.problems import Problem
from ceremony_archive.source.load import Folder
from ceremony_archive.source.vocabularies import Reference, cache_key, cached_reference, keep_reference, read_reference


def checked_reference(folder: Folder, files: list[str], cache: Path | None) -> tuple[Reference | None, list[Problem]]:
    """Return the vocabularies and the gazetteer, from the cache when these very files were found without fault."""
    key = cache_key(folder, _version()) if cache else ""
    reference = cached_reference(cache, key) if cache else None
    if reference is not None:
        return reference, []
    reference, problems = read_reference(folder, files)
    if reference is not None:
        problems += reference_ids.check_reference(reference.vocabularies, reference.gazetteer, reference.documents)
    if cache and reference is not None and not problems:
        keep_reference(cache, key, reference)
    return reference, problems


def _version() -> str:
    """Return a digest of this package's modules: a cache is of no use to another version of them."""
    root = Path(__file__).parents[1]
    folders = (root / "model", root / "source", root / "checks")
    modules = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.py"))]
    return hashlib.sha256(b"\0".join(modules)).hexdigest()
