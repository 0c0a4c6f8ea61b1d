"""The attachments that records list: each file read, judged and encoded anew, and every fault told at its record."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ceremony_archive.model.attachment import (
    MAXIMUM_ATTACHMENTS,
    Picture,
    PictureKind,
    attachment_file,
    kind_of,
)
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.document import Document
from ceremony_archive.source.load import Folder, Records
from ceremony_archive.source.picture_cache import PictureCache
from ceremony_archive.source.schema import nearest
from ceremony_archive.source.text import read_bytes

ATTACHMENT_BYTES = 10_000_000
FOLDER = "attachments/"
_SIGNATURES: tuple[tuple[PictureKind, bytes, int, bytes], ...] = (
    ("JPEG", b"\xff\xd8\xff", 0, b""),
    ("PNG", b"\x89PNG\r\n\x1a\n", 0, b""),
    ("WebP", b"RIFF", 8, b"WEBP"),
)


def read_attachments(
    folder: Folder, files: list[str], records: Records, cache: Path | None
) -> tuple[dict[str, Picture], list[Problem]]:
    """Return the pictures that the records list, by where they lie in the content folder, and every problem of them.

    Problems: reports `too-many-attachments`, `attachment-missing`, `attachment-not-an-image`, `attachment-too-large`,
    `attachment-unlisted` or `file-unreadable`.
    """
    present = {relative: None for relative in files if relative.startswith(FOLDER)}
    reader = _Reader(folder, present, PictureCache(cache) if cache and present else None)
    for ceremony in (*records.ceremonies, *records.partial):
        if ceremony.attachments:
            reader.read(ceremony, records.documents[ceremony.id])
    reader.problems.extend(_unlisted(reader, records.ceremonies, set(records.unread(files))))
    return reader.pictures, reader.problems


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the attachments of a folder, record by record. `misspelt` are files that were meant by another name."""

    folder: Folder
    present: Collection[str]
    cache: PictureCache | None
    pictures: dict[str, Picture] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    misspelt: set[str] = field(default_factory=set)

    def read(self, ceremony: Ceremony, document: Document) -> None:
        """Read what one record lists."""
        count = len(ceremony.attachments)
        if count > MAXIMUM_ATTACHMENTS:
            where = document.position("attachments", at_key=True)
            arguments = {"count": str(count), "limit": str(MAXIMUM_ATTACHMENTS)}
            self.problems.append(Problem(rule="too-many-attachments", position=where, arguments=arguments))
            return
        names = [attachment.file for attachment in ceremony.attachments]
        for at, name in enumerate(names):
            if name in names[:at]:
                continue  # listed twice, of which a check tells
            relative = attachment_file(ceremony.id, name)
            where = document.position("attachments", at, "file")
            if relative in self.present:
                self._take(relative, name, where)
            elif not os.path.lexists(self.folder.path / relative):
                self._miss(ceremony.id, name, where)

    def _take(self, relative: str, name: str, where: Position) -> None:
        limit = ATTACHMENT_BYTES
        data, problem = read_bytes(self.folder.path / relative, f"{self.folder.name}/{relative}", limit)
        if problem and problem.rule == "file-too-large":
            arguments = {"file": name, "found": f"> {limit // 1_000_000} MB"}
            problem = Problem(rule="attachment-too-large", position=where, arguments=arguments)
        if data is None:
            self.problems.extend([problem] if problem else [])
            return
        picture = self._picture(data, name, where)
        if isinstance(picture, Problem):
            self.problems.append(picture)
        else:
            self.pictures[relative] = picture

    def _picture(self, data: bytes, name: str, where: Position) -> Picture | Problem:
        found, kind = _kind_by_content(data), kind_of(name)
        if found != kind:
            reason = "other-format" if found else "not-an-image"
            arguments = {"file": name, "reason": reason}
            return Problem(rule="attachment-not-an-image", position=where, arguments=arguments)
        kept = self.cache.find(data, kind) if self.cache else None
        if kept:
            return kept
        from ceremony_archive.source.pictures import Refused, encode  # only here: it imports Pillow

        picture = encode(data, kind)
        if isinstance(picture, Refused):
            return Problem(rule=picture.rule, position=where, arguments={"file": name, **picture.arguments})
        if self.cache:
            self.cache.keep(data, kind, picture)
        return picture

    def _miss(self, record: str, name: str, where: Position) -> None:
        prefix = attachment_file(record, "")
        others = [relative.removeprefix(prefix) for relative in self.present if relative.startswith(prefix)]
        near = nearest(name, others)
        self.misspelt.add(prefix + near)
        arguments = {"file": prefix + name, "nearest": near}
        self.problems.append(Problem(rule="attachment-missing", position=where, arguments=arguments))


def _kind_by_content(data: bytes) -> PictureKind | None:
    """Return what kind of picture the bytes begin like, or None when they begin like none that is taken."""
    for kind, start, at, further in _SIGNATURES:
        if data.startswith(start) and data.startswith(further, at):
            return kind
    return None


def _unlisted(reader: _Reader, ceremonies: tuple[Ceremony, ...], unread: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each file that no record lists; a record with mistakes may mean to list it."""
    meant = {attachment_file(c.id, attachment.file) for c in ceremonies for attachment in c.attachments}
    meant |= reader.misspelt
    for relative in reader.present:
        record = relative.split("/")[1]
        if relative not in meant and record not in unread:
            where = Position(f"{reader.folder.name}/{relative}")
            arguments = {"file": relative, "record": record}
            yield Problem(rule="attachment-unlisted", position=where, arguments=arguments)
