"""Attachments of records: how their files may be called, where they are published, and what is published of them.

Attachments are pictures of documents, such as a decision, a certificate or a printed list of those honoured. The
archive publishes no portraits, and a picture of somebody who holds a certificate is a portrait all the same.
"""

import re
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from ceremony_archive.model.address import is_device
from ceremony_archive.model.values import parse_text

PictureKind = Literal["JPEG", "PNG", "WebP"]

MAXIMUM_ATTACHMENTS = 20
_KINDS: dict[str, PictureKind] = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WebP"}
_NAME = re.compile(rf"(?=.{{1,80}}\.)[a-z0-9]+(?:-[a-z0-9]+)*\.(?:{'|'.join(_KINDS)})", re.ASCII)


def parse_attachment_name(value: object) -> str:
    """Return the name of an attachment's file. Problems: reports `attachment-name`."""
    text = parse_text(value)
    if not is_attachment_name(text):
        raise PydanticCustomError("attachment-name", "{text}", {"text": text})
    return text


def is_attachment_name(text: str) -> bool:
    """Tell whether a file may be called so on any machine: an id of at most 80 characters, a picture's ending."""
    return bool(_NAME.fullmatch(text)) and not is_device(text)


AttachmentName = Annotated[str, PlainValidator(parse_attachment_name)]


def kind_of(name: str) -> PictureKind:
    """Return what kind of picture the name of an attachment's file promises."""
    return _KINDS[name.rpartition(".")[2]]


def attachment_file(record: str, name: str) -> str:
    """Return where a record's attachment lies in the content folder."""
    return f"attachments/{record}/{name}"


def attachment_address(record: str, name: str) -> str:
    """Return where a record's attachment is published; JPEG and WebP both as JPEG."""
    stem = name.rpartition(".")[0]
    return f"attachments/{record}/{stem}.{'png' if kind_of(name) == 'PNG' else 'jpg'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as it is published: decoded and encoded anew, so that it is pixels and nothing else.

    Unit: width and height in pixels.
    """

    width: int
    height: int
    content: bytes = field(repr=False)
