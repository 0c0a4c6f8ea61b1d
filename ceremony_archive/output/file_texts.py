"""The texts that a file of the site holds, however it packs them."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO, Any, NamedTuple

DEEPEST = 6  # packages within packages
LARGEST = 500_000_000  # bytes of one file, unpacked

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP, _XZ, _BZIP2, _PDF = b"\x1f\x8b", b"\xfd7zXZ\x00", b"BZh", b"%PDF"
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")
_TAR, _TAR_AT = b"ustar", 257
_UNPACKING = (
    *(OSError, EOFError, RuntimeError, NotImplementedError, UnicodeError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
)


class FileText(NamedTuple):
    """Some text of a file. Rough text is bytes read as letters: what stands before a word in it is no part of it."""

    text: str
    is_rough: bool = False


class NotSearchable(Exception):
    """Nobody can tell what the file says: it is of no kind that is known here, or damaged."""


def texts_of(content: bytes, depth: int = 0) -> Iterator[FileText]:
    """Yield every text in the bytes: of packages the names and contents of their members, of pictures all bytes.

    Raises NotSearchable.
    """
    if depth > DEEPEST:
        raise NotSearchable
    try:
        if content.startswith(_ZIPS):
            yield from _in_zip(content, depth)
        elif content.startswith(_GZIP):
            yield _roughly(content[:1000])  # the name of the file that was packed
            yield from texts_of(_unpacked(lambda packed: gzip.GzipFile(fileobj=packed), content), depth + 1)
        elif content.startswith(_XZ):
            yield from texts_of(_unpacked(lzma.LZMAFile, content), depth + 1)
        elif content.startswith(_BZIP2):
            yield from texts_of(_unpacked(bz2.BZ2File, content), depth + 1)
        elif content.startswith(_TAR, _TAR_AT):
            yield from _in_tar(content, depth)
        elif content.startswith(_PICTURES):
            yield _roughly(content)
            yield from (FileText(content[at:].decode("utf-16-le", "replace"), is_rough=True) for at in (0, 1))
        else:
            yield _text(content)
    except _UNPACKING as error:
        raise NotSearchable from error


def _text(content: bytes) -> FileText:
    if content.startswith(_PDF):
        raise NotSearchable
    text = content.decode("utf-16" if content.startswith(_BYTE_ORDERS) else "utf-8")
    if "\0" in text:
        raise NotSearchable
    # Calendars break lines anywhere and go on behind a space.
    return FileText(text.replace("\r\n ", "") if text.startswith("BEGIN:V") else text)


def _in_zip(content: bytes, depth: int) -> Iterator[FileText]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        yield _roughly(package.comment)
        for member in package.infolist():
            yield FileText(member.filename)
            yield _roughly(member.comment + b" " + member.extra)
            with package.open(member) as stream:
                yield from texts_of(_read(stream), depth + 1)


def _in_tar(content: bytes, depth: int) -> Iterator[FileText]:
    with tarfile.open(fileobj=BytesIO(content), mode="r:") as package:
        for member in package:
            headers = (member.name, member.linkname, member.uname, member.gname, *member.pax_headers.values())
            yield FileText("\n".join(headers))
            stream = package.extractfile(member) if member.isreg() else None
            if stream is not None:
                yield from texts_of(_read(stream), depth + 1)


def _unpacked(kind: Callable[[BytesIO], Any], content: bytes) -> bytes:
    with kind(BytesIO(content)) as stream:
        return _read(stream)


def _read(stream: IO[bytes]) -> bytes:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotSearchable
    return content


def _roughly(content: bytes) -> FileText:
    return FileText(content.decode("utf-8", "replace"), is_rough=True)
