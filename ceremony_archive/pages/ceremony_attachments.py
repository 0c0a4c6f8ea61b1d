"""The documents attached to a record: each picture with its words, its rights and its sources."""

from dataclasses import dataclass

from ceremony_archive.model.attachment import attachment_address, attachment_file
from ceremony_archive.model.ceremony import Attachment, Ceremony
from ceremony_archive.pages.ceremony_sources import source_numbers
from ceremony_archive.pages.page import Context, Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentItem:
    """One picture. `address` is below the root of the site, the same for both languages.

    Unit: width and height in pixels. Not stated: `caption` and `note` are None where there is nothing to say.
    """

    address: str
    width: int
    height: int
    alt: Phrase
    caption: Phrase | None
    credit: Phrase
    licence: Phrase
    note: Phrase | None
    marks: tuple[int, ...]


def attachment_items(context: Context, ceremony: Ceremony) -> tuple[AttachmentItem, ...]:
    """Return the attachments in the order of the record."""
    return tuple(_item(context, ceremony, attachment) for attachment in ceremony.attachments)


def _item(context: Context, ceremony: Ceremony, attachment: Attachment) -> AttachmentItem:
    picture = context.archive.pictures[attachment_file(ceremony.id, attachment.file)]
    return AttachmentItem(
        address=attachment_address(ceremony.id, attachment.file),
        width=picture.width,
        height=picture.height,
        alt=context.phrase(attachment.alt),
        caption=context.optional_phrase(attachment.caption),
        credit=context.phrase(attachment.credit),
        licence=context.phrase(attachment.licence),
        note=context.optional_phrase(attachment.note),
        marks=source_numbers(ceremony, attachment.source),
    )
