"""Dữ liệu giả để thử. Synthetic test data. What is withheld is found in every form and every kind of file."""

import bz2
import gzip
import html
import io
import json
import lzma
import os
import shutil
import tarfile
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from ceremony_archive import pipeline
from ceremony_archive.messages import stop_message
from ceremony_archive.model.fold import fold, slug
from ceremony_archive.model.withheld_words import WithheldWords, WordFinder, is_too_short
from ceremony_archive.output.leaks import Leak, files_of_records, find_indexed, find_leaks, refuse_leaks
from ceremony_archive.pages.page import Page
from ceremony_archive.problems import Leaked
from tests.content_copy import ContentCopy
from tests.test_golden import THEME

NAME = "Trương Quốc Lâm"
SECRET = WithheldWords(redaction="r-2031-001", record="mot", words=NAME)
TONES = WithheldWords(redaction="r-2031-002", record="mot", words="Phạm Thị Thuý Hoà Sỹ")
EXPECTED = "r-2031-001"


def entities(text: str) -> str:
    """Return the text with every letter as a character reference."""
    return "".join(f"&#{ord(letter)};" for letter in text)


def hexadecimal(text: str) -> str:
    return "".join(f"&#x{ord(letter):X};" if not letter.isascii() else letter for letter in text)


def named(text: str) -> str:
    """Return the text with named references where HTML has any: â is &acirc;, ố has none."""
    return text.encode("ascii", "xmlcharrefreplace").decode().replace("&#226;", "&acirc;")


FORMS = {
    "as typed": NAME,
    "decomposed": unicodedata.normalize("NFD", NAME),
    "without marks": "Truong Quoc Lam",
    "in capitals": NAME.upper(),
    "in capitals without marks": "TRUONG QUOC LAM",
    "in small letters": NAME.lower(),
    "as a slug": "truong-quoc-lam",
    "as a file name": "truong_quoc_lam",
    "in an address": '<a href="../names/truong-quoc-lam.html">',
    "in a search": "search.html?q=Trương+Quốc+Lâm",
    "percent-encoded": quote(NAME),
    "percent-encoded twice": quote(quote(NAME)),
    "percent-encoded and decomposed": quote(unicodedata.normalize("NFD", NAME)),
    "in decimal references": entities(NAME),
    "in hexadecimal references": hexadecimal(NAME),
    "in named references": named(NAME),
    "in references that are escaped again": html.escape(hexadecimal(NAME)),
    "in JSON": json.dumps({"name": NAME}),
    "in JSON within HTML": html.escape(json.dumps({"name": NAME})),
    "in JavaScript": "'Tr\\u{1b0}\\u{1a1}ng Qu\\u{1ed1}c L\\xe2m'",
    "over the end of a line": "Trương\n    Quốc\r\n\tLâm",
    "over the end of a line in JSON": json.dumps("Trương\nQuốc Lâm"),
    "with no-break spaces": "Trương\u00a0Quốc\u202fLâm",
    "with a reference to a no-break space": "Trương&nbsp;Quốc&#160;Lâm",
    "with tags": "<b>Trương</b> Quốc Lâm",
    "with tags and no space": '<span class="family">Trương</span><span title="x">Quốc</span>\n<i>Lâm</i>',
    "with escaped tags": "&lt;b&gt;Trương&lt;/b&gt; Quốc Lâm",
    "with hyphens": "Trương-Quốc\u2011Lâm",
    "with soft hyphens": "Trương Qu\u00adốc Lâm",
    "with zero-width characters": "Trương\u200b Quốc Lâm\ufeff",
    "in a sentence": "ông Trương Quốc Lâm, Bí thư",
    "in quotation marks": "“Trương Quốc Lâm”",
    "in a comma-separated line": "1,Trương Quốc Lâm,bí thư",
}


def planted(folder: Path, content: str | bytes, name: str = "page.html") -> list[str]:
    """Return the files of a folder in which one holds the content and another nothing of note."""
    for file, data in ((name, content), ("clean.html", "<p>Trường Quốc Lãm</p>")):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return [name, "clean.html"]


def found(folder: Path, content: str | bytes, name: str = "page.html", secret: WithheldWords = SECRET) -> list[Leak]:
    return find_leaks(folder, planted(folder, content, name), (secret,), {})


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_each_form_of_a_name_is_found(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, f"<html><body>… {text} …</body></html>") == [Leak("page.html", EXPECTED)]


@pytest.mark.parametrize(
    "text",
    ["Phạm Thị Thuý Hoà Sỹ", "Phạm Thị Thúy Hòa Sĩ", "PHẠM THỊ THÚI HOÀ SĨ", "pham-thi-thuy-hoa-sy"],
    ids=["as typed", "tones and letters the other way", "mixed", "as a slug"],
)
def test_tones_placed_otherwise_and_i_for_y_are_the_same_name(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text, secret=TONES) == [Leak("page.html", "r-2031-002")]


@pytest.mark.parametrize(
    "text",
    [
        "Trường Quốc Lâm",
        "Trương Quốc Lam",
        "Trương Quốc",
        "Trương, Quốc và Lâm",
        "Trương Quốc Lâms",
        "Lâm Quốc Trương",
        "truongquoclam",
        "100% Trương & Lâm \\u00",
    ],
)
def test_another_name_is_not_found(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_words_with_punctuation_are_found_however_it_is_escaped(tmp_path: Path) -> None:
    school = WithheldWords(redaction=EXPECTED, record="mot", words='Trường "Mẫu" (cơ sở 2)')
    for text in (school.words, html.escape(school.words), json.dumps(school.words), "truong-mau-co-so-2"):
        assert found(tmp_path, text, secret=school) == [Leak("page.html", EXPECTED)]


def test_a_name_in_the_name_of_a_file_is_found_and_the_leak_does_not_say_it(tmp_path: Path) -> None:
    assert found(tmp_path, "nothing", "names/truong-quoc-lam.html") == [Leak("names/….html", EXPECTED)]
    assert found(tmp_path, "nothing", f"en/names/{NAME}.html") == [Leak("en/names/….html", EXPECTED)]


def packed_in_zip(content: bytes, name: str = "inner.csv") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return buffer.getvalue()


def packed_in_tar(content: bytes, name: str = "inner.csv") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as package:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        package.addfile(member, io.BytesIO(content))
    return buffer.getvalue()


def in_gzip_by_name(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile("truong-quoc-lam.csv", "wb", fileobj=buffer) as stream:
        stream.write(content)
    return buffer.getvalue()


TEXT, CLEAN = f"<b>{NAME}</b>".encode(), b"nothing of note"
PACKAGES = {
    "gzip": gzip.compress(TEXT),
    "the name in gzip": in_gzip_by_name(CLEAN),
    "xz": lzma.compress(TEXT),
    "bzip2": bz2.compress(TEXT),
    "zip": packed_in_zip(TEXT),
    "the name of a member of zip": packed_in_zip(CLEAN, "truong-quoc-lam.csv"),
    "tar": packed_in_tar(TEXT),
    "the name of a member of tar": packed_in_tar(CLEAN, "truong-quoc-lam.csv"),
    "zip in zip in gzip": gzip.compress(packed_in_zip(packed_in_zip(TEXT))),
    "tar in xz": lzma.compress(packed_in_tar(TEXT)),
    "the metadata of a PNG": b"\x89PNG\r\n\x1a\n\x00\xff" + TEXT + b"\x00",
    "the metadata of a JPEG": b"\xff\xd8\xff\xe1" + NAME.encode("utf-16-le") + b"\xff\xd9",
    "the metadata of a JPEG, one byte on": b"\xff\xd8\xff\xe1\x00" + NAME.encode("utf-16-le") + b"\xff\xd9",
    "UTF-16": NAME.encode("utf-16"),
    "UTF-8 with a byte order mark": NAME.encode("utf-8-sig"),
    "a calendar with broken lines": "BEGIN:VCALENDAR\r\nSUMMARY:ông Trư\r\n ơng Quốc Lâ\r\n m\r\n".encode(),
}


@pytest.mark.parametrize("content", PACKAGES.values(), ids=PACKAGES)
def test_packed_files_are_searched(tmp_path: Path, content: bytes) -> None:
    assert found(tmp_path, content, "data/archive.bin") == [Leak("data/archive.bin", EXPECTED)]


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(CLEAN),
        packed_in_zip(CLEAN),
        packed_in_tar(CLEAN),
        b"\x89PNG\r\n\x1a\n\x00\xff\xfe" + os.urandom(2000),
        b"",
    ],
    ids=["gzip", "zip", "tar", "picture", "empty"],
)
def test_packed_files_without_the_name_are_clean(tmp_path: Path, content: bytes) -> None:
    assert found(tmp_path, content, "data/archive.bin") == []


def encrypted() -> bytes:
    data = bytearray(packed_in_zip(CLEAN))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    return bytes(data)


UNSEARCHABLE = {
    "PDF": b"%PDF-1.7 plain words",
    "SQLite": b"SQLite format 3\x00" + bytes(100),
    "unknown": b"\x80\x81\x82",
    "another encoding": "Trương".encode("utf-16-le"),
    "a damaged gzip": gzip.compress(CLEAN)[:-6],
    "a damaged zip": packed_in_zip(CLEAN)[:40],
    "a zip with a password": encrypted(),
    "packages without end": gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(
        gzip.compress(gzip.compress(gzip.compress(CLEAN)))))))),
}  # fmt: skip


@pytest.mark.parametrize("content", UNSEARCHABLE.values(), ids=UNSEARCHABLE)
def test_a_file_that_cannot_be_searched_is_told(tmp_path: Path, content: bytes) -> None:
    assert found(tmp_path, content, "data/archive.bin") == [Leak("data/archive.bin", None)]


def test_without_secrets_no_file_is_opened(tmp_path: Path) -> None:
    assert find_leaks(tmp_path, ["is-not-there.bin"], (), {}) == []
    assert find_indexed(tmp_path, ["is-not-there.html"], (), {}) == []
    refuse_leaks(tmp_path, ["is-not-there.html"], {}, secrets=(), hidden=())


def page(path: str, *records: str) -> Page:
    return Page(path=path, language="vi", template="", title="", description="", data=None, records=records)


def test_a_page_made_from_a_record_that_shares_the_name_may_have_it(tmp_path: Path) -> None:
    shared = WithheldWords(redaction=EXPECTED, record="mot", words=NAME, shared_with=("hai",))
    pages = [page("ceremonies/mot.html", "mot"), page("ceremonies/hai.html", "hai"), page("names/x.html", "mot", "hai")]
    others = ["data/recipients.csv", "data/ceremonies/mot.json", "data/ceremonies/hai.json"]
    files = [*(made.address for made in pages), *others, "manifest.txt"]
    for file in files:
        planted(tmp_path, NAME, file)
    leaks = find_leaks(tmp_path, files, (shared,), files_of_records(pages, others))
    assert [leak.file for leak in leaks] == ["ceremonies/mot.html", "data/ceremonies/mot.json", "manifest.txt"]


def test_an_address_that_another_name_has_too_does_not_give_the_name_away(tmp_path: Path) -> None:
    shares = WithheldWords(redaction=EXPECTED, record="mot", words=NAME, shares_slug=True)
    assert found(tmp_path, '<a href="truong-quoc-lam.html">Trường Quốc Lam</a>', secret=shares) == []
    for text in (NAME, "Truong Quoc Lam", "<a>Truong</a> <a>Quoc Lam</a>", "Trương-Quốc-Lâm"):
        assert found(tmp_path, text, secret=shares) == [Leak("page.html", EXPECTED)]


def test_the_build_stops_with_the_file_and_the_redaction_and_says_no_name(tmp_path: Path) -> None:
    files = [*planted(tmp_path, NAME, "names/truong-quoc-lam.html"), *planted(tmp_path, b"\x80", "data/x.bin")]
    with pytest.raises(Leaked) as stopped:
        refuse_leaks(tmp_path, files, {}, secrets=(SECRET,), hidden=())
    faults = [("leak", "names/….html", EXPECTED), ("unsearchable", "data/x.bin", "")]
    assert [tuple(fault) for fault in stopped.value.faults] == faults
    said = f"{stopped.value!r} {stopped.value.faults} {SECRET!r} {WordFinder.of((SECRET,)).each[0][0]}"
    assert not any(form in said for form in (NAME, "Quốc", slug(NAME), fold(NAME)))


NOINDEX = '<meta name="robots" content="noindex">'


def test_a_page_with_hidden_words_may_be_in_no_index_sitemap_or_feed(tmp_path: Path) -> None:
    files = []
    for file, content in (
        ("ceremonies/mot.html", NAME),
        ("ceremonies/hai.html", NOINDEX + NAME),
        ("en/ceremonies/hai.html", NAME),
        ("ceremonies/ba.html", NOINDEX + NAME),
        ("en/ceremonies/ba.html", "nobody"),
        ("sitemap.xml", "<loc>https://a.example/kho/ceremonies/hai.html</loc>"),
        ("sitemaps/vi/ceremonies.xml", "<loc>https://a.example/kho/en/ceremonies/ba.html</loc>"),
        ("feeds/ceremonies.atom", f"<title>{entities(NAME)}</title>"),
        ("feeds/ceremonies.en.atom", '<link href="https://a.example/kho/ceremonies/hai.html"/>'),
        ("data/recipients.csv", NAME),
    ):
        files += planted(tmp_path, content, file)[:1]
    leaks = find_indexed(tmp_path, files, (SECRET,), {})
    assert sorted({leak.file for leak in leaks}) == [
        "ceremonies/mot.html",
        "en/ceremonies/hai.html",
        "feeds/ceremonies.atom",
        "feeds/ceremonies.en.atom",
        "sitemap.xml",
    ]
    with pytest.raises(Leaked):
        refuse_leaks(tmp_path, files, {}, secrets=(), hidden=(SECRET,))


def test_a_page_on_which_hidden_words_are_somebody_elses_may_be_indexed(tmp_path: Path) -> None:
    hidden = WithheldWords(redaction=EXPECTED, record="mot", words=NAME, shared_with=("hai",))
    pages = [page("ceremonies/hai.html", "hai"), page("awards/x.html", "mot", "hai")]
    for made in pages:
        planted(tmp_path, NAME, made.address)
    leaks = find_indexed(tmp_path, [made.address for made in pages], (hidden,), files_of_records(pages))
    assert leaks == [Leak("awards/x.html", EXPECTED)]


@pytest.mark.parametrize("words", ["An", "Hoàng", "Nghiêng", "Lê An", "Y A", "X"])
def test_a_syllable_or_a_few_letters_are_too_short_to_look_for(words: str) -> None:
    assert is_too_short(words)


@pytest.mark.parametrize("words", ["Lê Anh", "Võ Thị Sáu", "Vinamilk", "Y Moan Ê Ban"])
def test_a_name_of_two_words_or_a_long_word_is_not(words: str) -> None:
    assert not is_too_short(words)


def test_a_build_with_a_leak_publishes_nothing(content: ContentCopy, tmp_path: Path) -> None:
    theme = shutil.copytree(THEME, tmp_path / "theme")
    output = tmp_path / "output"
    pipeline.build(pipeline.check(content.folder), theme, output)
    before = (output / "index.html").read_bytes()
    (theme / "static" / "leak.svg").write_text("<svg><title>PHAM&#32;Thi-Thu</title></svg>", encoding="utf-8")
    with pytest.raises(Leaked) as stopped:
        pipeline.build(pipeline.check(content.folder), theme, output)
    assert [tuple(fault) for fault in stopped.value.faults] == [("leak", "theme/leak.svg", "r-2034-002")]
    assert "r-2034-002" in stop_message(stopped.value, "en")
    assert (output / "index.html").read_bytes() == before
    assert not (output / "theme" / "leak.svg").exists()


def test_the_golden_site_is_clean_and_its_names_would_be_found(tmp_path: Path) -> None:
    checked = pipeline.check(Path("tests/golden/content"))
    assert checked.archive is not None
    files = []
    for file in pipeline.plan(checked.archive, THEME):
        files += planted(tmp_path, file.content, file.path)[:1]
    assert checked.secrets
    assert find_leaks(tmp_path, files, checked.secrets, {}) == []
    stays = WithheldWords(redaction=EXPECTED, record="mot", words="Trần Văn Thử")
    leaks = {leak.file for leak in find_leaks(tmp_path, files, (stays,), {})}
    assert {"names/….html", "en/names/….html", "names/letters/t.html"} <= leaks
