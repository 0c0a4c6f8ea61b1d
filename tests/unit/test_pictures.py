"""Pictures decoded and encoded anew: what is refused, and what is left of the rest, always in the same bytes."""

import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps
from PIL.JpegImagePlugin import JpegImageFile, get_sampling
from PIL.PngImagePlugin import PngInfo

from ceremony_archive.model.attachment import Picture, PictureKind
from ceremony_archive.source.pictures import Refused, encode
from tests.unit.sample_pictures import (
    KINDS,
    camera_notes,
    chunk,
    chunks_of,
    opened,
    photo,
    png_of_zeros,
    saved,
    segments_of,
    sheet,
    srgb_profile,
    swapped_profile,
)

BROKEN = Refused("attachment-not-an-image", {"reason": "broken-image"})
MOVING = Refused("attachment-not-an-image", {"reason": "moving-image"})
PIXELS_ONLY = {"e0", "db", "c0", "c2", "c4", "da"}  # of a JPEG: its head, tables, frame and scans
ROOT = Path(__file__).parents[2]

each_kind = pytest.mark.parametrize("kind", KINDS)


def taken(data: bytes, kind: PictureKind) -> Picture:
    picture = encode(data, kind)
    assert isinstance(picture, Picture), picture
    return picture


def seen(data: bytes, kind: PictureKind = "PNG") -> Image.Image:
    return opened(taken(data, kind).content).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return by how much the two pictures differ where they differ most."""
    return max(ImageChops.difference(one, other).tobytes())


@cache  # a profile has the time in it at which it was made
def full_of_notes(kind: PictureKind) -> bytes:
    """Return a picture with all that may hang on one."""
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">Mau XMP</x:xmpmeta>'
    options: dict[str, object] = {"exif": camera_notes(), "icc_profile": srgb_profile(), "xmp": xmp}
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Comment", "Mau comment")
        info.add_itxt("XML:com.adobe.xmp", xmp.decode())
        options |= {"pnginfo": info, "dpi": (300, 300)}
    return saved(photo(), kind, comment=b"Mau comment", **options)


@each_kind
def test_nothing_that_a_camera_or_a_program_notes_is_published(kind: PictureKind) -> None:
    data = full_of_notes(kind)
    assert opened(data).getexif().get_ifd(0x8825)[4] == (105.0, 51.0, 0.0)
    assert b"Mau" in data
    content = taken(data, kind).content
    published = opened(content)
    assert dict(published.getexif()) == {}
    assert not {"exif", "icc_profile", "xmp", "comment", "Comment", "dpi"} & set(published.info)
    assert b"Mau" not in content
    if kind == "PNG":
        assert set(chunks_of(content)) == {"IHDR", "IDAT", "IEND"}
    else:
        assert set(segments_of(content)) <= PIXELS_ONLY


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_that_the_camera_noted_is_applied(orientation: int) -> None:
    data = saved(photo(60, 40), "PNG", exif=camera_notes(orientation))
    upright = ImageOps.exif_transpose(opened(data)).convert("RGB")
    assert upright.size == ((60, 40) if orientation < 5 else (40, 60))
    assert seen(data).tobytes() == upright.tobytes()
    assert (taken(data, "PNG").width, taken(data, "PNG").height) == upright.size


@each_kind
def test_the_same_picture_gives_the_same_bytes(kind: PictureKind) -> None:
    data = full_of_notes(kind)
    assert taken(data, kind) == taken(bytes(bytearray(data)), kind)


@pytest.mark.parametrize(
    ("size", "published"),
    [((1600, 20), (1600, 20)), ((20, 1601), (20, 1600)), ((3200, 100), (1600, 50)), ((12_000, 1), (1600, 1))],
)
def test_the_longer_side_is_1600_pixels_at_most(size: tuple[int, int], published: tuple[int, int]) -> None:
    picture = taken(saved(photo(*size), "PNG"), "PNG")
    assert (picture.width, picture.height) == opened(picture.content).size == published


@each_kind
def test_jpeg_and_webp_become_jpeg_and_png_stays_png(kind: PictureKind) -> None:
    published = opened(taken(saved(photo(), kind), kind).content)
    assert published.format == ("PNG" if kind == "PNG" else "JPEG")
    if isinstance(published, JpegImageFile):
        assert get_sampling(published) == 2  # 4:2:0
        assert published.info["progressive"]


@pytest.mark.parametrize("colours", [2, 16, 256, 257])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_png_loses_no_colour_and_takes_a_palette_where_it_has_few(colours: int, mode: str) -> None:
    image = Image.new(mode, (257, 2))
    for at in range(257):
        value = at % min(colours, 256)
        image.putpixel((at, 0), value if mode == "L" else (value, at // 256 * 9, 255 - value))
    content = taken(saved(image, "PNG"), "PNG").content
    assert opened(content).convert(mode).tobytes() == image.tobytes()
    has_few = len(image.getcolors(1000) or ()) <= (16 if mode == "L" else 256)
    assert opened(content).mode in (("P", "1") if has_few else (mode,))


def test_a_sheet_in_black_and_white_stays_as_small_as_it_was() -> None:
    data = saved(sheet(800, 600), "PNG", optimize=True)
    assert len(taken(data, "PNG").content) <= len(data) + 20


def test_what_is_transparent_becomes_white_and_what_was_hidden_below_is_gone() -> None:
    image = photo().convert("RGBA")
    image.putalpha(0)
    assert seen(saved(image, "PNG")).getcolors() == [(64 * 48, (255, 255, 255))]
    assert seen(saved(image, "WebP", lossless=True, exact=True), "WebP").getcolors() == [(64 * 48, (255, 255, 255))]
    grey = Image.new("L", (4, 4), 7)
    assert seen(saved(grey, "PNG", transparency=7)).getcolors() == [(16, (255, 255, 255))]


def test_a_picture_of_16_bits_keeps_its_shades() -> None:
    image = Image.new("I;16", (3, 1))
    for at, value in enumerate((0, 0x8000, 0xFFFF)):
        image.putpixel((at, 0), value)
    shades = opened(taken(saved(image, "PNG"), "PNG").content).convert("L")
    assert list(shades.tobytes()) == [0, 128, 255]


def test_colours_are_what_the_profile_of_the_picture_means() -> None:
    red = Image.new("RGB", (8, 8), (255, 0, 0))
    green = Image.new("RGB", (8, 8), (0, 255, 0))
    assert difference(seen(saved(red, "PNG", icc_profile=swapped_profile())), green) <= 3
    assert difference(seen(saved(red, "PNG", icc_profile=srgb_profile())), red) <= 1
    assert difference(seen(saved(red, "PNG", icc_profile=b"no profile")), red) == 0


@pytest.mark.parametrize(("mode", "published"), [("L", "L"), ("RGB", "RGB"), ("CMYK", "RGB")])
def test_a_jpeg_of_any_colours_is_published_in_grey_or_rgb(mode: str, published: str) -> None:
    data = saved(photo().convert(mode), "JPEG", quality=95)
    assert opened(taken(data, "JPEG").content).mode == published
    assert difference(seen(data, "JPEG"), photo().convert(mode).convert("RGB")) < 60


def zipped() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mau.txt", "Mau zip")
    return buffer.getvalue()


@each_kind
@pytest.mark.parametrize("rider", [b"<html><script>alert('Mau')</script></html>", b"%PDF-1.7 Mau", zipped()])
def test_what_follows_a_picture_in_its_file_is_not_published(kind: PictureKind, rider: bytes) -> None:
    data = saved(photo(), kind)
    riding = taken(data + rider, kind)
    assert riding == taken(data, kind)
    assert rider[:4] not in riding.content
    assert b"Mau" not in riding.content
    if rider == zipped():
        assert zipfile.is_zipfile(BytesIO(data + rider))
        assert not zipfile.is_zipfile(BytesIO(riding.content))


def test_what_rides_inside_a_picture_is_not_published() -> None:
    script = b"<script>alert('Mau')</script>"
    notes = camera_notes()
    notes[0x010E] = script.decode()
    jpeg = saved(photo(), "JPEG", comment=script, exif=notes)
    png = saved(photo(), "PNG")
    png = png[:-12] + chunk(b"maUx", script) + png[-12:]
    assert (jpeg.count(script), png.count(script)) == (2, 1)
    assert b"script" not in taken(jpeg, "JPEG").content
    assert b"script" not in taken(png, "PNG").content


@each_kind
def test_a_picture_cut_short_is_refused(kind: PictureKind) -> None:
    data = saved(photo(200, 150), kind)
    for tenth in range(1, 10):
        assert encode(data[: len(data) * tenth // 10], kind) == BROKEN


def test_a_picture_with_a_changed_byte_in_its_data_is_refused() -> None:
    data = bytearray(saved(photo(), "PNG"))
    data[len(data) // 2] ^= 1
    assert encode(bytes(data), "PNG") == BROKEN


@pytest.mark.parametrize("kind", ["PNG", "WebP"])
def test_a_moving_picture_is_refused(kind: PictureKind) -> None:
    frames = [photo().transpose(Image.Transpose.FLIP_TOP_BOTTOM)]
    assert encode(saved(photo(), kind, save_all=True, append_images=frames), kind) == MOVING


def test_of_a_photograph_with_further_views_the_first_is_published() -> None:
    views = saved(photo(), "MPO", save_all=True, append_images=[photo(10, 10)])
    assert opened(views).format == "MPO"
    picture = taken(views, "JPEG")
    assert (picture.width, picture.height) == (64, 48)
    assert "rest" not in segments_of(picture.content)


@pytest.mark.parametrize(
    ("size", "found"),
    [((12_001, 1), "12001 × 1 px"), ((1, 12_001), "1 × 12001 px"), ((7_072, 7_071), "7072 × 7071 px")],
)
def test_a_picture_beyond_the_limits_is_refused(size: tuple[int, int], found: str) -> None:
    assert encode(png_of_zeros(*size), "PNG") == Refused("attachment-too-large", {"found": found})


@pytest.mark.parametrize("size", [(12_000, 4), (7_071, 7_071)])
def test_a_picture_at_the_limits_is_taken(size: tuple[int, int]) -> None:
    assert isinstance(encode(png_of_zeros(*size), "PNG"), Picture)


MEASURED = """
import resource, sys, time
from ceremony_archive.source.pictures import encode
from tests.unit.sample_pictures import png_of_zeros, saved, sheet
encode(saved(sheet(), "PNG"), "PNG")
bomb = png_of_zeros(30_000, 30_000)
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
refused = encode(bomb, "PNG")
taken = time.process_time() - start
print(refused.rule, len(bomb), taken < 0.5, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000)
"""


def test_a_bomb_is_refused_at_once_and_without_memory() -> None:
    result = subprocess.run([sys.executable, "-c", MEASURED], cwd=ROOT, capture_output=True, text=True, check=True)
    rule, size, is_quick, is_flat = result.stdout.split()
    assert int(size) < 200_000  # of 900 million pixels
    assert (rule, is_quick, is_flat) == ("attachment-too-large", "True", "True")


def test_a_jpeg_of_thousands_of_scans_is_refused_before_it_is_decoded() -> None:
    data = saved(photo(), "JPEG", progressive=True)
    taken(data, "JPEG")
    last = data.rindex(b"\xff\xda")
    assert encode(data[:-2] + data[last:-2] * 10_000 + data[-2:], "JPEG") == BROKEN


def test_scans_are_told_from_what_only_looks_like_one() -> None:
    data = saved(photo(), "JPEG", comment=b"\xff\xda" * 1_000)
    assert isinstance(encode(data + b"\xff\xda\0\2" * 99_999, "JPEG"), Picture)


@each_kind
@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\xff" * 99]
)
def test_the_mere_beginning_of_a_picture_is_refused(kind: PictureKind, data: bytes) -> None:
    assert encode(data, kind) == BROKEN


@given(data=st.data())
def test_whatever_is_changed_in_a_picture_it_is_published_clean_or_refused(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(KINDS))
    picture = bytearray(full_of_notes(kind))
    for _ in range(data.draw(st.integers(1, 8))):
        picture[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    result = encode(bytes(picture), kind)
    if isinstance(result, Picture):
        assert opened(result.content).size == (result.width, result.height)
        assert b"Mau" not in result.content
    else:
        assert result.rule in ("attachment-not-an-image", "attachment-too-large")
