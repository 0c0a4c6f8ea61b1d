"""Pictures decoded and encoded anew, so that pixels are published and nothing else that the file may hold.

Imports Pillow, so it is imported only where a picture has to be encoded.
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from ceremony_archive.model.attachment import Picture, PictureKind

LONGEST_SIDE = 1_600  # of what is published
MAXIMUM_SIDE = 12_000
MAXIMUM_PIXELS = 50_000_000
MAXIMUM_SCANS = 50  # of a progressive JPEG, which has about ten; a few bytes of one cost a pass over all its pixels
_READERS: Mapping[PictureKind, Callable[[BytesIO], ImageFile.ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WebP": WebPImageFile,
}
_START_OF_SCAN, _END_OF_IMAGE, _FILL = 0xDA, 0xD9, 0xFF
_WITHOUT_LENGTH = frozenset((0x00, 0x01, *range(0xD0, 0xD8)))
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a picture is not published: the rule that it breaks and the words that fill the rule's message."""

    rule: str
    arguments: dict[str, str]


def encode(data: bytes, kind: PictureKind) -> Picture | Refused:
    """Return the picture as it is published, or why it is not: `attachment-not-an-image`, `attachment-too-large`.

    Nothing is decoded before the size that the file states is known to be within the limits. What is transparent
    becomes white, colours become those of sRGB, the orientation that the camera noted is applied. PNG stays PNG; JPEG
    and WebP become JPEG.
    """
    pixels = _pixels(data, kind)
    if isinstance(pixels, Refused):
        return pixels
    content = _png(pixels) if kind == "PNG" else _jpeg(pixels)
    return Picture(width=pixels.width, height=pixels.height, content=content)


def _pixels(data: bytes, kind: PictureKind) -> Image.Image | Refused:
    if kind == "JPEG" and _scans(data) > MAXIMUM_SCANS:
        return _unusable("broken-image")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of odd metadata, none of which is kept
            image = _READERS[kind](BytesIO(data))
            width, height = image.size
            if max(width, height) > MAXIMUM_SIDE or width * height > MAXIMUM_PIXELS:
                return _too_large(f"{width} × {height} px")
            if kind != "JPEG" and getattr(image, "is_animated", False):
                return _unusable("moving-image")
            image.load()
            return _as_seen(image)
    except Image.DecompressionBombError:
        return _too_large(f"> {MAXIMUM_PIXELS // 1_000_000} MP")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a broken picture fails in any of a dozen ways, and all mean the same
        return _unusable("broken-image")


def _scans(data: bytes) -> int:
    """Return how many scans a decoder of the JPEG would come upon, for which it need not be decoded."""
    scans, at = 0, 2
    while (at := data.find(b"\xff", at)) >= 0 and at + 4 <= len(data):
        marker = data[at + 1]
        if marker == _END_OF_IMAGE:
            break
        if marker == _FILL:
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            scans += marker == _START_OF_SCAN
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return scans


def _too_large(found: str) -> Refused:
    return Refused("attachment-too-large", {"found": found})


def _unusable(reason: str) -> Refused:
    return Refused("attachment-not-an-image", {"reason": reason})


def _as_seen(image: Image.Image) -> Image.Image:
    """Return an image of its own with what a viewer sees of this one: what hangs on the decoded one stays behind."""
    turn = _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    seen = _in_srgb(_resized(_opaque(image)), image.info.get("icc_profile"))
    seen = seen.transpose(turn) if turn is not None else seen
    pixels = Image.new(seen.mode, seen.size)
    pixels.paste(seen)
    return pixels


def _opaque(image: Image.Image) -> Image.Image:
    """Return the picture in grey, RGB or CMYK, on white where it is transparent: what is hidden is not published."""
    if image.mode.startswith("I"):  # 16 bits a pixel
        image = image.point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        paper = Image.new("RGB", image.size, "white")
        layer = image.convert("RGBA")
        paper.paste(layer, mask=layer.getchannel("A"))
        return paper
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _resized(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= LONGEST_SIDE:
        return image
    size = tuple(max(1, round(side * LONGEST_SIDE / longest)) for side in image.size)
    return image.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in grey or RGB as its colour profile means it; a profile that cannot be used is left out."""
    mode = "L" if image.mode == "L" else "RGB"
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            return (converted or image).convert(mode)
        except (ImageCms.PyCMSError, OSError):
            return image.convert(mode)
    return image.convert(mode)


def _jpeg(pixels: Image.Image) -> bytes:
    buffer = BytesIO()
    pixels.save(buffer, "JPEG", quality=82, subsampling="4:2:0", optimize=True, progressive=True)
    return buffer.getvalue()


def _png(pixels: Image.Image) -> bytes:
    """Return the picture without loss, with a palette where that is smaller and the very same picture."""
    colours = pixels.getcolors(16 if pixels.mode == "L" else 256)
    if colours is not None:
        reduced = pixels.quantize(len(colours), dither=Image.Dither.NONE)
        if reduced.convert(pixels.mode).tobytes() == pixels.tobytes():
            pixels = reduced
    buffer = BytesIO()
    pixels.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
