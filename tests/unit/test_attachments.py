"""Attachments: which files may be there, what is told of those that may not, where they are kept and published."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ceremony_archive import pipeline
from ceremony_archive.exports import attachments as exported
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.attachment import Picture, is_attachment_name
from ceremony_archive.model.values import Language
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages import ceremony as ceremony_pages
from ceremony_archive.pages.page import Context, Page
from ceremony_archive.problems import Problem
from ceremony_archive.source.pictures import encode
from tests.conftest import GOLDEN
from tests.content_copy import BASE, ContentCopy
from tests.unit.checked_content import pointed_at, told
from tests.unit.little_archive import SITE, THEME, archive, ceremony, strings
from tests.unit.sample_pictures import ENDINGS, KINDS, opened, photo, png_of_zeros, saved, sheet

RECORD = Path(BASE).stem
FOLDER = f"attachments/{RECORD}"
PNG = saved(sheet(), "PNG")
ROOT = Path(__file__).parents[2]


def listing(*names: str) -> bytes:
    entries = (f"  - {{file: {name}, alt: Tờ mẫu, credit: Ban Mẫu, licence: Dữ liệu giả}}\n" for name in names)
    return ("attachments:\n" + "".join(entries)).encode()


def attach(content: ContentCopy, name: str, data: bytes) -> None:
    content.put(f"{FOLDER}/{name}", data)
    content.change_fields(listing(name))


def problems(content: ContentCopy) -> list[tuple[str, str]]:
    return [(problem.rule, problem.position.file.removeprefix("content/")) for problem in content.report().problems]


def the_problem(content: ContentCopy) -> Problem:
    (problem,) = content.report().problems
    return problem


def archive_of(content: ContentCopy, cache: Path | None = None) -> Archive:
    checked = pipeline.check(content.folder, name="content", cache=cache)
    assert checked.archive is not None, checked.report
    return checked.archive


def published(content: ContentCopy, cache: Path | None = None) -> dict[str, bytes]:
    """Return the pictures of the base record as they are published."""
    files = exported.files(archive_of(content, cache), (), {})
    return {file.path: file.content for file in files if file.path.startswith(FOLDER)}


def test_what_a_record_lists_is_published_as_it_was_encoded_anew(content: ContentCopy) -> None:
    for kind in KINDS:
        content.put(f"{FOLDER}/anh-{kind.lower()}.{ENDINGS[kind]}", saved(photo(), kind))
    content.put(f"{FOLDER}/anh-2.jpeg", saved(photo(), "JPEG"))
    content.change_fields(listing("anh-jpeg.jpg", "anh-png.png", "anh-webp.webp", "anh-2.jpeg"))
    files = published(content)
    assert [path.removeprefix(f"{FOLDER}/") for path in files] == [
        "anh-jpeg.jpg",
        "anh-png.png",
        "anh-webp.jpg",
        "anh-2.jpg",
    ]
    assert {opened(data).size for data in files.values()} == {(64, 48)}
    assert files[f"{FOLDER}/anh-png.png"] == getattr(encode(saved(photo(), "PNG"), "PNG"), "content", None)


@pytest.mark.parametrize(
    "name", ["a.jpg", "giay-khen-1.png", "0.webp", "a.jpeg", "a" * 80 + ".png", "con-dau.jpg", "com10.png"]
)
def test_a_good_name_is_taken(name: str) -> None:
    assert is_attachment_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.JPG", "A.jpg", "giấy-khen.jpg", "giay khen.jpg", "giay_khen.jpg", "a--b.jpg", "-a.jpg", "a-.jpg", ".jpg"),
        *(
            "a.svg",
            "a.gif",
            "a.html",
            "a.pdf",
            "a.jpg.html",
            "a.html.jpg",
            "a.tiff",
            "a.heic",
            "a",
            "a.jpg ",
            "a.jpg\n",
        ),
        *("../a.jpg", "b/a.jpg", "/a.jpg", "a\\b.jpg", "a\0.jpg", "a" * 81 + ".png", "con.jpg", "lpt1.png", "nul.webp"),
    ],
)
def test_a_name_that_could_be_an_address_of_something_else_is_refused(name: str) -> None:
    assert not is_attachment_name(name)


@pytest.mark.parametrize("name", ["a.svg", "../../site.yaml", "Giấy khen.JPG"])
def test_a_record_that_lists_a_bad_name_is_told_at_its_line(content: ContentCopy, name: str) -> None:
    content.change_fields(listing(f'"{name}"'))
    problem = the_problem(content)
    assert (problem.rule, pointed_at(problem)) == ("attachment-name", f'"{name}"')


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        *(
            (f"{FOLDER}/{name}", "attachment-name")
            for name in ("a.svg", "a.GIF", "a.html", "a.pdf", ".DS_Store", "ả.jpg")
        ),
        *((f"{FOLDER}/a.png", "attachment-unlisted"), ("attachments/2031-nobody/a.png", "attachment-unlisted")),
        *(("attachments/a.png", "unexpected-file"), (f"{FOLDER}/sub/a.png", "unexpected-file")),
        *(("ceremonies/2031/a.png", "unexpected-file"), ("pages/a.jpg", "unexpected-file")),
        *(("Attachments/2031-mau/a.png", "unexpected-file"), ("a.webp", "unexpected-file")),
    ],
)
def test_a_file_that_no_record_lists_is_told(content: ContentCopy, path: str, rule: str) -> None:
    content.put(path, PNG)
    assert problems(content) == [(rule, path)]


def test_a_file_that_is_listed_and_not_there_is_told_with_the_one_that_was_meant(content: ContentCopy) -> None:
    attach(content, "giay-khen.png", PNG)
    content.change_fields(listing("giay-khen-1.png"))
    problem = the_problem(content)
    assert (problem.rule, problem.position.file, pointed_at(problem), problem.arguments) == (
        "attachment-missing",
        f"content/{BASE}",
        "giay-khen-1.png",
        {"file": f"{FOLDER}/giay-khen-1.png", "nearest": "giay-khen.png"},
    )


def test_the_file_of_another_record_is_not_there_for_this_one(content: ContentCopy) -> None:
    content.change_fields(listing("quyet-dinh-mau.png"))
    assert the_problem(content).arguments == {"file": f"{FOLDER}/quyet-dinh-mau.png", "nearest": ""}


JPEG = saved(photo(), "JPEG")
LARGE = JPEG + bytes(10_000_001 - len(JPEG))


@pytest.mark.parametrize(
    ("name", "data", "rule", "said"),
    [
        ("a.png", b"<svg/>", "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.jpg", b"GIF89a", "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.jpg", b"%PDF-1.7", "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.jpg", b"<!doctype html>" + JPEG, "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.webp", b"RIFF\0\0\0\0WAVE", "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.png", b"", "attachment-not-an-image", {"reason": "not-an-image"}),
        ("a.jpg", PNG, "attachment-not-an-image", {"reason": "other-format"}),
        ("a.png", JPEG, "attachment-not-an-image", {"reason": "other-format"}),
        ("a.png", PNG[:40], "attachment-not-an-image", {"reason": "broken-image"}),
        (
            "a.png",
            saved(photo(), "PNG", save_all=True, append_images=[photo().rotate(9)]),
            "attachment-not-an-image",
            {"reason": "moving-image"},
        ),
        ("a.png", png_of_zeros(12_001, 1), "attachment-too-large", {"found": "12001 × 1 px"}),
        ("a.jpg", LARGE, "attachment-too-large", {"found": "> 10 MB"}),
    ],
    ids=lambda value: "data" if isinstance(value, bytes) else None,
)
def test_a_file_that_is_no_good_picture_is_told_at_the_line_that_lists_it(
    content: ContentCopy, name: str, data: bytes, rule: str, said: dict[str, str]
) -> None:
    attach(content, name, data)
    problem = the_problem(content)
    assert (problem.rule, problem.position.file, pointed_at(problem)) == (rule, f"content/{BASE}", name)
    assert problem.arguments == {"file": name, **said}


def test_ten_megabytes_are_not_too_many(content: ContentCopy) -> None:
    attach(content, "a.jpg", LARGE[:-1])
    assert problems(content) == []


def _symbolic_link(path: Path) -> None:
    target = path.parents[3] / "secret.png"
    target.write_bytes(PNG)
    path.symlink_to(target)


def _dead_link(path: Path) -> None:
    path.symlink_to("/nowhere/at/all.png")


def _hard_link(path: Path) -> None:
    target = path.parents[3] / "secret.png"
    target.write_bytes(PNG)
    os.link(target, path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_symbolic_link, _dead_link, _hard_link, _pipe])
def test_what_is_not_a_plain_file_is_told_once_and_never_read(
    content: ContentCopy, make: Callable[[Path], None]
) -> None:
    (content.folder / FOLDER).mkdir(parents=True)
    make(content.folder / FOLDER / "a.png")
    content.change_fields(listing("a.png"))
    assert problems(content) == [("unexpected-file", f"{FOLDER}/a.png")]


def test_a_link_to_a_folder_of_pictures_is_not_followed(content: ContentCopy, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.png").write_bytes(PNG)
    (content.folder / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert problems(content) == [("unexpected-file", FOLDER)]


def test_a_folder_in_the_place_of_a_picture_is_told_by_what_is_in_it(content: ContentCopy) -> None:
    content.put(f"{FOLDER}/a.png/b.png", PNG)
    content.change_fields(listing("a.png"))
    assert problems(content) == [("unexpected-file", f"{FOLDER}/a.png/b.png")]


def test_a_record_with_a_mistake_has_its_pictures_judged_and_none_called_unlisted(content: ContentCopy) -> None:
    content.put(f"{FOLDER}/a.png", PNG[:40])
    content.put(f"{FOLDER}/b.png", PNG)
    content.change_fields(listing("a.png") + b"venu: Mau\n")
    assert [rule for rule, _ in problems(content)] == ["attachment-not-an-image", "unknown-field"]


def test_two_files_that_would_have_one_address_are_told(content: ContentCopy) -> None:
    content.put(f"{FOLDER}/a.jpg", JPEG)
    content.put(f"{FOLDER}/a.webp", saved(photo(), "WebP"))
    content.put(f"{FOLDER}/a.png", PNG)
    content.change_fields(listing("a.jpg", "a.png", "a.webp"))
    problem = the_problem(content)
    assert (problem.rule, pointed_at(problem), problem.arguments["address"]) == (
        "duplicate-attachment",
        "a.webp",
        f"{FOLDER}/a.jpg",
    )


def test_a_broken_file_that_is_listed_twice_is_told_once_as_broken(content: ContentCopy) -> None:
    attach(content, "a.png", PNG[:40])
    content.change_fields(listing("a.png", "a.png"))
    assert [rule for rule, _ in problems(content)] == ["attachment-not-an-image", "duplicate-attachment"]


@pytest.mark.parametrize(("count", "rules"), [(20, []), (21, ["too-many-attachments"])])
def test_a_record_has_twenty_attachments_at_most(content: ContentCopy, count: int, rules: list[str]) -> None:
    names = [f"a-{number}.png" for number in range(count)]
    for name in names:
        content.put(f"{FOLDER}/{name}", PNG)
    content.change_fields(listing(*names))
    assert [rule for rule, _ in problems(content)] == rules


SOURCES = b"""sources:
  - {id: bao-mau, publisher: B\xc3\xa1o M\xe1\xba\xabu, coverage: full}
  - {id: dai-mau, publisher: \xc4\x90\xc3\xa0i M\xe1\xba\xabu, coverage: full}
"""


def test_an_attachment_names_its_source_as_every_claim_does(content: ContentCopy) -> None:
    attach(content, "a.png", PNG)
    content.change_fields(SOURCES)
    assert [p.arguments["field"] for p in told(content, "claim-without-source")][-1] == "attachments[1]"
    content.change_fields(listing("a.png").replace(b"}", b", source: bao-mao}"))
    assert [pointed_at(problem) for problem in told(content, "unknown-id")] == ["bao-mao"]


@pytest.mark.parametrize("name", ["alt", "credit", "licence"])
def test_what_is_seen_whose_it_is_and_why_it_may_be_shown_must_be_said(content: ContentCopy, name: str) -> None:
    content.put(f"{FOLDER}/a.png", PNG)
    content.change_fields(listing("a.png").replace(name.encode() + b":", b"caption:"))
    problem = the_problem(content)
    assert (problem.rule, problem.arguments["name"]) == ("missing-field", name)


def test_the_words_of_an_attachment_may_hold_no_private_data(content: ContentCopy) -> None:
    attach(content, "a.png", PNG)
    content.change_fields(listing("a.png").replace("Tờ mẫu".encode(), b"Tel. 0912 345 678"))
    assert the_problem(content).rule == "private-data"


def kept(cache: Path) -> list[Path]:
    return sorted(path for path in (cache / "pictures").rglob("*") if path.is_file())


def test_an_unchanged_picture_comes_from_the_cache_with_the_same_bytes(content: ContentCopy, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    attach(content, "a.jpg", JPEG)
    fresh = published(content)
    assert published(content, cache) == published(content, cache) == fresh
    before = kept(cache)
    attach(content, "a.jpg", saved(photo().rotate(180), "JPEG"))
    assert published(content, cache) != fresh
    assert len(kept(cache)) == len(before) + 1


def test_what_the_cache_holds_is_taken_only_whole(content: ContentCopy, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    attach(content, "a.jpg", JPEG)
    fresh = published(content, cache)
    for path in kept(cache):
        for broken in (b"", path.read_bytes()[:-1], b"x" + path.read_bytes(), b"1 1\n", b"\xff\n"):
            path.write_bytes(broken)
            assert published(content, cache) == fresh


def test_pictures_of_another_encoder_leave_the_cache(content: ContentCopy, tmp_path: Path) -> None:
    other = tmp_path / "cache" / "pictures" / "0123456789abcdef" / "picture"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"1 1 0\n")
    published(content, tmp_path / "cache")
    assert kept(tmp_path / "cache")
    assert not other.exists()


def test_a_cache_that_cannot_be_written_is_no_fault(content: ContentCopy, tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "pictures").write_bytes(b"a file in the way")
    attach(content, "a.jpg", JPEG)
    assert published(content, tmp_path / "cache") == published(content)


WITH_PILLOW = """
import sys
from pathlib import Path
from ceremony_archive import pipeline
content, cache = sys.argv[1:]
assert pipeline.check(Path(content), cache=Path(cache)).archive is not None
print("PIL" in sys.modules)
"""


def uses_pillow(content: Path, cache: Path) -> bool:
    command = [sys.executable, "-c", WITH_PILLOW, str(content), str(cache)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return result.stdout == "True\n"


def test_pillow_is_imported_only_where_a_picture_is_encoded(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert uses_pillow(GOLDEN, cache)
    assert not uses_pillow(GOLDEN, cache)
    assert not uses_pillow(ROOT / "content", cache)


ATTACHED = """
date: "2020"
attachments:
  - file: to-1.webp
    alt: {vi: Tờ “một” <b>, en: Sheet “one” <b>}
    caption: Chú thích
    credit: Ban Mẫu
    licence: {vi: Văn bản hành chính, en: Official document}
    note: {vi: Ghi chú, en: A note}
  - {file: to-2.png, alt: Tờ hai, credit: {vi: Không rõ, en: Unknown}, licence: CC BY 4.0}
"""


def page(language: Language) -> Page:
    record = ceremony("2020-mau", ATTACHED)
    pictures = {
        "attachments/2020-mau/to-1.webp": Picture(width=1600, height=900, content=b""),
        "attachments/2020-mau/to-2.png": Picture(width=20, height=30, content=b""),
    }
    context = Context(archive=replace(archive(record), pictures=pictures), language=language, t=strings()[language])
    (made,) = ceremony_pages.pages(context)
    return made


class _Images(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append({name: value or "" for name, value in attrs if name != "class"})


@pytest.mark.parametrize(("language", "up"), [("vi", "../"), ("en", "../../")])
def test_the_page_shows_each_picture_with_its_size_and_words(language: Language, up: str) -> None:
    html = Renderer(THEME, SITE, strings()[language], "0", None).render(page(language)).decode()
    html = html.partition('id="attachments"')[2].partition("</section>")[0]
    images = _Images()
    images.feed(html)
    lazily = {"loading": "lazy", "decoding": "async"}
    vietnamese = {} if language == "vi" else {"lang": "vi"}
    first_words = "Tờ “một” <b>" if language == "vi" else "Sheet “one” <b>"
    assert images.found == [
        {"src": f"{up}attachments/2020-mau/to-1.jpg", "width": "1600", "height": "900", "alt": first_words, **lazily},
        {
            "src": f"{up}attachments/2020-mau/to-2.png",
            "width": "20",
            "height": "30",
            "alt": "Tờ hai",
            **vietnamese,
            **lazily,
        },
    ]
    assert html.count('href="#source-1"') == 2
    assert ('<span lang="vi">Ban Mẫu</span>' in html) == (language == "en")


def test_machines_read_the_pictures_of_the_ceremony() -> None:
    event = page("en").json_ld[0]
    assert event["image"] == [
        {
            "@type": "ImageObject",
            "contentUrl": "https://archive.example/attachments/2020-mau/to-1.jpg",
            "width": 1600,
            "height": 900,
            "caption": "Chú thích",
            "creditText": "Ban Mẫu",
            "license": {"@type": "CreativeWork", "name": "Official document"},
        },
        {
            "@type": "ImageObject",
            "contentUrl": "https://archive.example/attachments/2020-mau/to-2.png",
            "width": 20,
            "height": 30,
            "caption": "Tờ hai",
            "creditText": "Unknown",
            "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
        },
    ]
