"""Files: their characters, their names and types, links and pipes, front matter, ids and addresses."""

import os
import socket
import struct
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.content_copy import BASE, ContentCopy
from tests.faults.fault import (
    Break,
    Fault,
    SameBytes,
    edited,
    fields,
    put,
    renamed,
    stops,
    story,
    transformed,
)

KINDS, SITE, AWARDS, PEOPLE = "vocabularies/kinds.yaml", "site.yaml", "vocabularies/awards.yaml", "entities/people.yaml"
PLACES, COMMUNES, MOVEMENTS = "entities/places.yaml", "entities/communes.yaml", "vocabularies/movements.yaml"
NEW = "ceremonies/2031/2031-06-01-huyen-mau-mot-thu.md"
ABOUT = "pages/about.md"


def _text(change: Callable[[str], bytes], path: str = BASE) -> Break:
    return transformed(path, lambda data: change(data.decode()))


def _venue(text: str) -> Break:
    return fields(f"venue: {text}\n")


ENCODINGS = (
    Fault("utf-16", "encoding", _text(lambda text: text.encode("utf-16")), stops("text-encoding", told=("UTF-16",))),
    Fault(
        "utf-16-big-endian",
        "encoding",
        _text(lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
        stops("text-encoding"),
    ),
    Fault("utf-16-without-a-mark", "encoding", _text(lambda text: text.encode("utf-16-le")), stops("text-encoding")),
    Fault("utf-32", "encoding", _text(lambda text: text.encode("utf-32")), stops("text-encoding")),
    Fault(
        "windows-1258",
        "encoding",
        _text(lambda text: unicodedata.normalize("NFD", text).encode("cp1258", "replace")),
        stops("text-encoding", told=("1258",)),
    ),
    Fault("latin-1", "encoding", fields("venue: H\xf4tel\n".encode("latin-1")), stops("text-encoding", on="venue")),
    Fault("tcvn3", "encoding", fields(b"venue: H\xe9i tr\xad\xeang\n"), stops("text-encoding", on="venue")),
    Fault(
        "cut-in-a-letter",
        "encoding",
        transformed(BASE, lambda data: data.rstrip() + "ệ".encode()[:2]),
        stops("text-encoding"),
    ),
    Fault("overlong-slash", "encoding", fields(b"venue: \xc0\xaf\n"), stops("text-encoding", on="venue")),
    Fault("half-of-a-pair", "encoding", fields(b"venue: \xed\xa0\x80\n"), stops("text-encoding", on="venue")),
    Fault(
        "tcvn3-letters-in-unicode",
        "encoding",
        _venue("Héi tr\u00adêng huyÖn"),
        stops("invisible-character", on="huyÖn"),
    ),
    Fault("vni-letters-in-unicode", "encoding", _venue("Hoäi tröôøng"), stops("garbled-text", on="venue")),
    Fault("read-twice", "encoding", _venue("Há»™i trÆ°á»ng"), stops("garbled-text", on="venue")),
    Fault("replacement-character", "encoding", _venue("H\ufffdi tr\ufffdng"), stops("garbled-text", on="venue")),
    Fault("nul", "encoding", _venue("Hội\0trường"), stops("invisible-character", on="venue", told=("U+0000",))),
    Fault("escape-character", "encoding", _venue("Hội \x1b[31mtrường"), stops("invisible-character", on="venue")),
    Fault("zero-width-space", "encoding", _venue("Hội\u200btrường"), stops("invisible-character", told=("U+200B",))),
    Fault("zero-width-joiner", "encoding", _venue("Hội\u200dtrường"), stops("invisible-character", on="venue")),
    Fault(
        "right-to-left-override", "encoding", _venue("Hội \u202etrường"), stops("invisible-character", told=("U+202E",))
    ),
    Fault("no-break-space", "encoding", _venue("Hội\u00a0trường"), stops("invisible-character", told=("U+00A0",))),
    Fault("soft-hyphen", "encoding", _venue("Hội tr\u00adường"), stops("invisible-character", on="venue")),
    Fault("line-separator", "encoding", _venue("Hội\u2028trường"), stops("invisible-character", on="venue")),
    Fault("mark-in-the-middle", "encoding", _venue("Hội\ufefftrường"), stops("invisible-character", on="venue")),
    Fault("private-character", "encoding", _venue("Hội\ue000trường"), stops("invisible-character", on="venue")),
    Fault("no-character", "encoding", _venue("Hội\uffff trường"), stops("invisible-character", on="venue")),
    Fault(
        "hidden-tag-characters", "encoding", _venue("Hội\U000e0041 trường"), stops("invisible-character", on="venue")
    ),
    Fault("tab-in-a-value", "encoding", _venue("Hội\ttrường"), stops("invisible-character", on="venue")),
    Fault("cyrillic-look-alike", "encoding", _venue("Hội trườ\u0430g"), stops("look-alike-letter", on="venue")),
    Fault("icelandic-for-vietnamese", "encoding", _venue("\u00d0ại hội"), stops("look-alike-letter", told=("Đ",))),
    Fault("invisible-in-the-story", "encoding", story("Một\u200bhai.\n"), stops("invisible-character", on="Một")),
    Fault("reference-to-a-control", "encoding", story("Một &#x202e;hai.\n"), stops("invisible-character", on="Một")),
    Fault(
        "escape-in-a-vocabulary",
        "encoding",
        edited(KINDS, "trao tặng", "trao\x1b tặng"),
        stops("invisible-character", file=KINDS),
    ),
    Fault(
        "latin-1-in-the-site-file",
        "encoding",
        transformed(SITE, lambda data: data + b"# \xe9\n"),
        stops("text-encoding", file=SITE),
    ),
)


def _saved(form: str, newline: str, mark: bool) -> Callable[[str], bytes]:
    def save(text: str) -> bytes:
        return unicodedata.normalize(form, text).replace("\n", newline).encode("utf-8-sig" if mark else "utf-8")  # type: ignore[arg-type]

    return save


def _everywhere(content: ContentCopy) -> None:
    save = _saved("NFD", "\r\n", True)
    for path in [*content.folder.rglob("*.md"), *content.folder.rglob("*.yaml")]:
        path.write_bytes(save(path.read_text(encoding="utf-8")))


SAVED = (
    Fault("byte-order-mark", "saved", _text(_saved("NFC", "\n", True)), SameBytes()),
    Fault("windows-line-ends", "saved", _text(_saved("NFC", "\r\n", False)), SameBytes()),
    Fault("old-macintosh-line-ends", "saved", _text(_saved("NFC", "\r", False)), SameBytes()),
    Fault("decomposed-letters", "saved", _text(_saved("NFD", "\n", False)), SameBytes()),
    Fault("vocabulary-saved-otherwise", "saved", _text(_saved("NFD", "\r\n", True), AWARDS), SameBytes()),
    Fault("text-page-saved-otherwise", "saved", _text(_saved("NFD", "\r\n", True), ABOUT), SameBytes()),
    Fault("every-file-saved-otherwise", "saved", _everywhere, SameBytes()),
    Fault("no-newline-at-the-end", "saved", transformed(BASE, bytes.rstrip), SameBytes()),
)

FENCES = (
    Fault("no-front-matter", "fence", put(BASE, "Bài không có phần đầu.\n"), stops("front-matter-missing", on="Bài")),
    Fault(
        "blank-line-before-the-fence",
        "fence",
        transformed(BASE, lambda data: b"\n" + data),
        stops("front-matter-missing"),
    ),
    Fault(
        "fence-of-two-hyphens",
        "fence",
        transformed(BASE, lambda data: data[1:]),
        stops("front-matter-missing", on="--"),
    ),
    Fault(
        "fence-of-toml",
        "fence",
        put(BASE, '+++\ntitle = "Mẫu"\n+++\n\nBài.\n'),
        stops("front-matter-missing", on="+++"),
    ),
    Fault("fence-never-closed", "fence", put(BASE, "---\ntitle: {vi: Mẫu}\n\nBài.\n"), stops("front-matter-unclosed")),
    Fault("front-matter-empty", "fence", put(BASE, "---\n---\n\nBài.\n"), stops("front-matter-empty")),
    Fault("front-matter-of-comments", "fence", put(BASE, "---\n# Mẫu\n---\n\nBài.\n"), stops("wrong-shape")),
    Fault("file-empty", "fence", put(BASE, b""), stops("file-empty")),
    Fault("file-of-blanks", "fence", put(BASE, b" \n\n \n"), stops("file-empty")),
    Fault("file-of-a-mark", "fence", put(BASE, b"\xef\xbb\xbf"), stops("file-empty")),
    Fault("story-missing", "fence", story(""), stops("story-missing")),
    Fault("story-in-english-alone", "fence", story("# English\n\nText.\n"), stops("story-missing")),
    Fault("vocabulary-empty", "fence", put(KINDS, b""), stops("file-empty", file=KINDS)),
    Fault("record-saved-as-text", "fence", renamed(BASE, BASE + ".txt"), stops("unexpected-file", file=BASE + ".txt")),
    Fault(
        "record-of-a-long-ending",
        "fence",
        renamed(BASE, BASE[:-3] + ".markdown"),
        stops("unexpected-file", file=BASE[:-3] + ".markdown"),
    ),
    Fault(
        "record-with-a-loud-ending",
        "fence",
        renamed(BASE, BASE[:-3] + ".MD"),
        stops("unexpected-file", file=BASE[:-3] + ".MD"),
    ),
    Fault("record-without-an-ending", "fence", renamed(BASE, BASE[:-3]), stops("unexpected-file", file=BASE[:-3])),
    Fault("backup-of-an-editor", "fence", put(BASE + "~", "x"), stops("unexpected-file", file=BASE + "~")),
    Fault("hidden-file", "fence", put(".env", "SECRET=1\n"), stops("unexpected-file", file=".env")),
    Fault("hidden-record", "fence", put("ceremonies/.mau.md", "x"), stops("file-name", file="ceremonies/.mau.md")),
    Fault("readme-in-the-content", "fence", put("README.md", "# Mẫu\n"), stops("unexpected-file", file="README.md")),
    Fault(
        "record-beside-the-ceremonies",
        "fence",
        put("2031-06-01-mau.md", "x"),
        stops("unexpected-file", file="2031-06-01-mau.md"),
    ),
    Fault("text-page-too-many", "fence", put("pages/help.md", "x"), stops("unexpected-file", file="pages/help.md")),
    Fault(
        "folders-too-deep",
        "fence",
        put("ceremonies/a/b/c/d/e/2031-06-01-mau.md", "x"),
        stops("unexpected-file", file="ceremonies/a/b/c/d"),
    ),
)


def _linked(path: str, target: str) -> Break:
    return lambda content: content.link(path, target)


def _secret(content: ContentCopy) -> Path:
    secret = content.folder.parent / "secret"
    secret.mkdir(exist_ok=True)
    (secret / "2031-06-01-huyen-mau-mot-thu.md").write_text("SECRET\n", encoding="utf-8")
    return secret


def _record_linked_from_outside(content: ContentCopy) -> None:
    content.link(NEW, str(_secret(content) / "2031-06-01-huyen-mau-mot-thu.md"))


def _folder_linked_from_outside(content: ContentCopy) -> None:
    content.link("ceremonies/2040", str(_secret(content)))


def _hard_link(path: str) -> Break:
    def link(content: ContentCopy) -> None:
        os.link(content.folder / path, content.folder.parent / "other-name")

    return link


def _pipe(path: str) -> Break:
    def make(content: ContentCopy) -> None:
        (content.folder / path).unlink(missing_ok=True)
        os.mkfifo(content.folder / path)

    return make


def _socket(content: ContentCopy) -> None:
    """Bind a socket by a short way to the folder, for such names have a hundred bytes."""
    descriptor = os.open(content.folder / "ceremonies", os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(f"/proc/self/fd/{descriptor}/2031-06-01-mau.md")
    os.close(descriptor)


def _folder(path: str) -> Break:
    def make(content: ContentCopy) -> None:
        (content.folder / path).unlink(missing_ok=True)
        (content.folder / path).mkdir()

    return make


LINKS = (
    Fault("record-linked-from-outside", "link", _record_linked_from_outside, stops("unexpected-file", file=NEW)),
    Fault(
        "folder-linked-from-outside",
        "link",
        _folder_linked_from_outside,
        stops("unexpected-file", file="ceremonies/2040"),
    ),
    Fault("record-linked-from-within", "link", _linked(NEW, Path(BASE).name), stops("unexpected-file", file=NEW)),
    Fault("link-to-nothing", "link", _linked(NEW, "/nowhere.md"), stops("unexpected-file", file=NEW)),
    Fault(
        "link-in-a-circle", "link", _linked("ceremonies/again", "."), stops("unexpected-file", file="ceremonies/again")
    ),
    Fault("vocabulary-linked", "link", _linked(KINDS, "/etc/hostname"), stops("unexpected-file", file=KINDS)),
    Fault("site-file-linked", "link", _linked(SITE, "/etc/hostname"), stops("unexpected-file", file=SITE)),
    Fault("record-with-a-second-name", "link", _hard_link(BASE), stops("unexpected-file")),
    Fault("vocabulary-with-a-second-name", "link", _hard_link(KINDS), stops("unexpected-file", file=KINDS)),
    Fault("pipe", "link", _pipe(NEW), stops("unexpected-file", file=NEW, within=1.0)),
    Fault("pipe-in-the-place-of-a-vocabulary", "link", _pipe(KINDS), stops("unexpected-file", file=KINDS, within=1.0)),
    Fault("socket", "link", _socket, stops("unexpected-file", file="ceremonies/2031-06-01-mau.md", within=1.0)),
    Fault("folder-in-the-place-of-a-record", "link", _folder(NEW), SameBytes()),
    Fault("folder-in-the-place-of-the-site-file", "link", _folder(SITE), stops("unexpected-file", file=SITE)),
)

TYPES = tuple(
    Fault(f"file-{name}", "file-type", put(path, data), stops("unexpected-file", file=path, told=(path,)))
    for name, path, data in (
        ("restructuredtext-that-includes", "ceremonies/2031/2031-06-01-mau.rst", ".. include:: /etc/passwd\n"),
        ("html", "ceremonies/2031/2031-06-01-mau.html", "<script>alert(1)</script>\n"),
        ("template-of-hugo", "_content.gotmpl", '{{ readFile ".env" }}\n'),
        ("template-of-jinja", "templates/index.html", "{{ 7*7 }}\n"),
        ("drawing", "ceremonies/2031/mau.svg", "<svg onload=alert(1)>\n"),
        ("python", "pelicanconf.py", "raise SystemExit\n"),
        ("yaml-of-another-ending", "vocabularies/kinds.yml", "kinds: []\n"),
        ("data-beside-a-vocabulary", "vocabularies/kinds.json", "{}\n"),
        ("settings-of-a-server", ".htaccess", "Redirect / https://evil.example\n"),
        ("own-domain", "CNAME", "evil.example\n"),
        ("litter-of-a-macintosh", "ceremonies/.DS_Store", b"\0\0\0\1Bud1"),
        ("litter-of-windows", "Thumbs.db", b"\xd0\xcf\x11\xe0"),
        ("repository-in-the-content", ".git/config", "[core]\n"),
        ("archive", "ceremonies/2031.zip", b"PK\3\4"),
    )
)

PICTURE = "attachments/2032-04-20-thi-xa-mau-ba-don-huan-chuong/quyet-dinh-mau.png"
CREDITED = "ceremonies/2032/2032-04-20-thi-xa-mau-ba-don-huan-chuong.md"


def _with_a_text_chunk(data: bytes) -> bytes:
    """Return the PNG with a note behind its header, as cameras and programs leave them."""
    chunk = b"tEXtComment\0SECRET <script>alert(1)</script>"
    return data[:33] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + data[33:]


PICTURES = (
    Fault(
        "drawing-named-as-a-picture",
        "file-type",
        put(PICTURE, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        stops("attachment-not-an-image", file=CREDITED, on="quyet-dinh-mau.png"),
    ),
    Fault("script-behind-a-picture", "file-type", transformed(PICTURE, lambda data: data + b"<script>"), SameBytes()),
    Fault("secret-in-a-picture", "file-type", transformed(PICTURE, _with_a_text_chunk), SameBytes()),
    Fault(
        "picture-cut-short",
        "file-type",
        transformed(PICTURE, lambda data: data[: len(data) // 2]),
        stops("attachment-not-an-image", file=CREDITED, on="quyet-dinh-mau.png"),
    ),
    Fault(
        "page-among-the-pictures",
        "file-type",
        put(PICTURE.replace(".png", ".html"), "<script>alert(1)</script>"),
        stops("attachment-name", file=PICTURE.replace(".png", ".html")),
    ),
)

_ENTRY = "    name: {vi: Mẫu, en: Sample}\n    kind: movement\n    verified: true\n"


def _movement(identifier: str) -> Break:
    return transformed(MOVEMENTS, lambda data: data + f"\n  - id: {identifier}\n{_ENTRY}".encode())


_FORM = (
    "  - {id: huan-chuong-mau-hang-nhat, name: {vi: Mẫu, en: Sample}, category: order, system: state,\n"
    "     statutory: false, authority_verified: false, recipients: [individual], verified: true}\n\n"
)


def _copied(to: str) -> Break:
    def copy(content: ContentCopy) -> None:
        content.put(to, (content.folder / BASE).read_bytes())

    return copy


IDS = (
    *(
        Fault(f"id-{name}", "id", _movement(f'"{text}"'), stops(rule, file=MOVEMENTS, on=f'id: "{text}"'))
        for name, text, rule in (
            ("going-up", "../../etc/mau", "id-format"),
            ("with-a-slash", "mau/hai", "id-format"),
            ("absolute", "/etc/mau", "id-format"),
            ("with-a-question-mark", "mau?hai", "id-format"),
            ("with-a-number-sign", "mau#hai", "id-format"),
            ("with-a-percent-sign", "mau%2e%2e", "id-format"),
            ("with-a-dot", "mau.hai", "id-format"),
            ("of-dots", "..", "id-format"),
            ("with-capitals", "Mau", "id-format"),
            ("with-letters-of-vietnamese", "mẫu", "id-format"),
            ("with-a-space", "mau hai", "id-format"),
            ("with-two-hyphens", "mau--hai", "id-format"),
            ("with-a-hyphen-in-front", "-mau", "id-format"),
            ("with-a-hyphen-behind", "mau-", "id-format"),
            ("over-eighty-letters", "m" * 81, "id-format"),
            ("of-a-device", "con", "id-reserved"),
            ("of-a-numbered-device", "com1", "id-reserved"),
            ("of-the-list-itself", "index", "id-reserved"),
            ("with-a-backslash", "mau\\\\hai", "id-format"),
        )
    ),
    Fault(
        "record-named-to-go-up",
        "id",
        put("ceremonies/2031/..2031-06-01-mau.md", "x"),
        stops("file-name", file="ceremonies/2031/..2031-06-01-mau.md"),
    ),
    *(
        Fault(
            f"record-{name}",
            "id",
            renamed(BASE, f"ceremonies/2031/{stem}.md"),
            stops("file-name", file=f"ceremonies/2031/{shown or stem}.md"),
        )
        for name, stem, shown in (
            ("named-without-a-date", "huyen-mau-mot", ""),
            ("named-by-its-date-alone", "2031-03-14", ""),
            ("named-in-vietnamese", "2031-03-14-huyện-mẫu", ""),
            ("named-with-capitals", "2031-03-14-Huyen-Mau", ""),
            ("named-with-a-space", "2031-03-14-huyen mau", ""),
            ("named-too-long", "2031-03-14-" + "a" * 80, ""),
            ("named-with-a-line-end", "2031-03-14-huyen\nmau", "2031-03-14-huyen\\nmau"),
        )
    ),
)

TWICE = (
    Fault(
        "two-records-of-one-name",
        "address-twice",
        _copied(BASE.replace("/2031/", "/2032/")),
        stops("duplicate-record", file=BASE.replace("/2031/", "/2032/"), told=(BASE,)),
    ),
    Fault(
        "two-records-but-for-capitals",
        "address-twice",
        _copied(BASE.replace("huyen", "Huyen")),
        stops("file-name", file=BASE.replace("huyen", "Huyen")),
    ),
    Fault(
        "two-movements-of-one-id",
        "address-twice",
        _movement("thi-dua-mau"),
        stops("duplicate-id", file=MOVEMENTS, told=(f"{MOVEMENTS}:4",)),
    ),
    Fault(
        "two-people-of-one-id",
        "address-twice",
        edited(PEOPLE, "id: person-0002", "id: person-0001"),
        stops("duplicate-id", file=PEOPLE, on="person-0001"),
    ),
    Fault(
        "two-forms-of-one-id",
        "address-twice",
        edited(AWARDS, "regimes:\n", f"{_FORM}regimes:\n"),
        stops("duplicate-id", file=AWARDS),
    ),
    Fault(
        "commune-and-place-of-one-id",
        "address-twice",
        edited(PLACES, "{id: mau-moi, ", "{id: mau-moi-xa-mau-chung, "),
        stops("duplicate-id", "unknown-id", file=(PLACES, COMMUNES)),
    ),
    Fault(
        "two-sources-of-one-id",
        "address-twice",
        edited(BASE, "  - id: bao-mau\n", "  - {id: bao-mau, publisher: Báo, coverage: full}\n  - id: bao-mau\n"),
        stops("duplicate-id", "claim-without-source", on="- id: bao-mau"),
    ),
    Fault(
        "name-like-the-list-of-names",
        "address-twice",
        fields("officials: [{name: Index, took_part: [attended]}]\n"),
        stops("address-collision", on="Index"),
    ),
    Fault(
        "name-of-signs",
        "address-twice",
        fields('officials: [{name: "…", took_part: [attended]}]\n'),
        stops("name-without-address", on="…"),
    ),
    Fault(
        "name-too-long-for-a-file",
        "address-twice",
        fields(f"officials: [{{name: {'Mẫu ' * 80}Mẫu, took_part: [attended]}}]\n"),
        stops("name-without-address", on="Mẫu Mẫu"),
    ),
)

FAULTS: tuple[Fault, ...] = (*ENCODINGS, *SAVED, *FENCES, *LINKS, *TYPES, *PICTURES, *IDS, *TWICE)
