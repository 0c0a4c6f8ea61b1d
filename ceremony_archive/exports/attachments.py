"""The pictures of the records' attachments, as they were encoded anew; of no record that the archive does not hold."""

from collections.abc import Iterator, Mapping

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.attachment import attachment_address, attachment_file
from ceremony_archive.model.values import Language
from ceremony_archive.pages.page import File, Page
from ceremony_archive.pages.strings import Strings


def files(archive: Archive, pages: tuple[Page, ...], strings: Mapping[Language, Strings]) -> Iterator[File]:
    """Return the picture of every attachment that a record lists."""
    for ceremony in archive.ceremonies:
        for attachment in ceremony.attachments:
            picture = archive.pictures[attachment_file(ceremony.id, attachment.file)]
            yield File(path=attachment_address(ceremony.id, attachment.file), content=picture.content)
