"""Encoded pictures kept by what they were made from, so that a picture that has not changed costs one digest."""

import hashlib
import os
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path

from ceremony_archive.model.attachment import Picture, PictureKind

_ENCODER = Path(__file__).with_name("pictures.py")


class PictureCache:
    """The encoded pictures below a cache folder. Those of another version of the encoder go when one is kept."""

    def __init__(self, folder: Path) -> None:
        encoder = hashlib.sha256(_ENCODER.read_bytes() + version("pillow").encode()).hexdigest()
        self._folder = folder / "pictures" / encoder[:16]

    def find(self, data: bytes, kind: PictureKind) -> Picture | None:
        """Return what was kept for these bytes, or None when there is nothing, or not what was kept."""
        try:
            head, _, content = self._path(data, kind).read_bytes().partition(b"\n")
            width, height, digest = head.decode("ascii").split(" ")
            if digest != hashlib.sha256(content).hexdigest():
                return None
            return Picture(width=int(width), height=int(height), content=content)
        except (OSError, ValueError):
            return None

    def keep(self, data: bytes, kind: PictureKind, picture: Picture) -> None:
        """Keep the picture that was encoded from these bytes. A cache that cannot be written is no fault."""
        head = f"{picture.width} {picture.height} {hashlib.sha256(picture.content).hexdigest()}\n"
        try:
            if not self._folder.is_dir():
                shutil.rmtree(self._folder.parent, ignore_errors=True)
                self._folder.mkdir(parents=True)
            descriptor, temporary = tempfile.mkstemp(dir=self._folder, prefix="new-")
            with os.fdopen(descriptor, "wb") as file:
                file.write(head.encode("ascii") + picture.content)
            os.replace(temporary, self._path(data, kind))
        except OSError:
            return

    def _path(self, data: bytes, kind: PictureKind) -> Path:
        return self._folder / hashlib.sha256(kind.encode() + b"\0" + data).hexdigest()
