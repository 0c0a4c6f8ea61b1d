"""A copy of a content folder that a test changes: files put in, fields of the base record replaced."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from ceremony_archive import pipeline
from ceremony_archive.problems import Report

# The record that examples change. No other record speaks of it, so that a fault in it is one fault.
BASE = "ceremonies/2031/2031-03-14-huyen-mau-mot-tong-ket-thi-dua-2030.md"


@dataclass(frozen=True)
class ContentCopy:
    """A content folder of the test's own. Reports call it "content"."""

    folder: Path

    @classmethod
    def of(cls, original: Path, folder: Path) -> "ContentCopy":
        """Return a copy of the original at the folder, in place of what was there."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(original, folder)
        return cls(folder)

    def report(self) -> Report:
        """Return what a check of the folder finds."""
        return pipeline.check(self.folder, name="content").report

    def put(self, relative: str, data: bytes | str) -> None:
        """Put a file into the folder."""
        path = self.folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)

    def remove(self, relative: str) -> None:
        """Take a file out of the folder."""
        (self.folder / relative).unlink()

    def link(self, relative: str, target: str) -> None:
        """Put a symbolic link into the folder."""
        path = self.folder / relative
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    def change_fields(self, fragment: bytes) -> None:
        """Put each top-level field of the fragment in place of the base record's, or behind its last field."""
        path = self.folder / BASE
        _, front, story = path.read_bytes().split(b"---\n", 2)
        comment = front[: re.search(rb"^[^#]", front, re.MULTILINE).start()]  # type: ignore[union-attr]
        fields = {**_fields(front), **_fields(fragment)}
        path.write_bytes(b"---\n" + comment + b"".join(fields.values()) + b"---\n" + story)

    def change_story(self, story: bytes) -> None:
        """Put the text in place of the base record's story."""
        path = self.folder / BASE
        _, front, _ = path.read_bytes().split(b"---\n", 2)
        path.write_bytes(b"---\n" + front + b"---\n\n" + story)


def _fields(front: bytes) -> dict[bytes, bytes]:
    """Return each top-level field with its lines; a field that is there twice has the lines of both."""
    starts = [match.start() for match in re.finditer(rb"^[^\s#\-}\]]", front, re.MULTILINE)]
    fields: dict[bytes, bytes] = {}
    for start, end in zip(starts, [*starts[1:], len(front)], strict=True):
        block = front[start:end]
        key = block.split(b":", 1)[0].strip()
        fields[key] = fields.get(key, b"") + block
    return fields
