"""Little pictures for tests: drawn, saved in every way that a camera or an editor's program may save them, broken."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms

from ceremony_archive.model.attachment import PictureKind

KINDS: tuple[PictureKind, ...] = ("JPEG", "PNG", "WebP")
ENDINGS: dict[PictureKind, str] = {"JPEG": "jpg", "PNG": "png", "WebP": "webp"}


def photo(width: int = 64, height: int = 48) -> Image.Image:
    """Return a picture of many colours that is another one when it is turned or mirrored."""
    red = Image.linear_gradient("L").resize((width, height))
    green = red.transpose(Image.Transpose.FLIP_LEFT_RIGHT).rotate(90)
    return Image.merge("RGB", (red, green, Image.radial_gradient("L").resize((width, height))))


def sheet(width: int = 4, height: int = 3) -> Image.Image:
    """Return a white sheet with a dot of ink."""
    image = Image.new("1", (width, height), 1)
    image.putpixel((1, 1), 0)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the picture as a file of the kind."""
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return the picture that the file holds, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def camera_notes(orientation: int = 1) -> Image.Exif:
    """Return what a camera notes: its name, how it was held, where it was."""
    notes = Image.Exif()
    notes[0x010F] = "Mau Camera"
    notes[0x0112] = orientation
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (21.0, 2.0, 3.0), "E", (105.0, 51.0, 0.0)
    return notes


def srgb_profile() -> bytes:
    """Return the colour profile of sRGB."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """Return a colour profile in which red means what green means in sRGB, and the other way round."""
    profile = srgb_profile()
    return profile.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")


def png_of_zeros(width: int, height: int) -> bytes:
    """Return a black PNG of the size, some thousand times smaller than its pixels."""
    packer = zlib.compressobj(9)
    row = bytes((width + 7) // 8 + 1)
    pixels = b"".join([packer.compress(row) for _ in range(height)]) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in chunks)


def chunk(name: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def chunks_of(png: bytes) -> list[str]:
    """Return the names of the chunks of a PNG, and what follows its end if anything does."""
    names: list[str] = []
    at = 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        names.append(png[at + 4 : at + 8].decode("latin-1"))
        at += 12 + length
    return names


def segments_of(jpeg: bytes) -> list[str]:
    """Return the markers of a JPEG in their order, and "rest" when anything follows its end."""
    names: list[str] = []
    at = 2
    while True:
        at = jpeg.index(b"\xff", at)
        marker = jpeg[at + 1]
        if marker == 0xD9:
            return [*names, "rest"] if jpeg[at + 2 :] else names
        if marker == 0 or 0xD0 <= marker <= 0xD7:
            at += 2
        else:
            names.append(f"{marker:02x}")
            at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
