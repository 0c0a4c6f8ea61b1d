"""A site of a few files, written as the archive writes it, for the tests of publishing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from ceremony_archive.output import disk
from ceremony_archive.output.manifest import MANIFEST, digest, manifest_text

OLD = {"index.html": b"old", "gone.html": b"old", "en/index.html": b"old"}
NEW = {"index.html": b"new", "en/index.html": b"new", "en/more/index.html": b"new"}


def put(files: Mapping[str, bytes]) -> Callable[[Path], int]:
    """Return what fills a stage with the files and their manifest."""

    def fill(stage: Path) -> int:
        for name, content in files.items():
            disk.make_folder(stage / Path(name).parent)
            disk.write(stage / name, content)
        disk.write(stage / MANIFEST, manifest_text({name: digest(content) for name, content in files.items()}))
        return len(files) + 1

    return fill


def contents(folder: Path) -> dict[str, bytes]:
    """Return what every file below the folder holds, but for the manifest at its top."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return {name: content for name, content in files.items() if name != MANIFEST}


def names(folder: Path) -> list[str]:
    """Return the names in the folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
