"""What is wrong with a stage is found by reading it back, whatever it is."""

from pathlib import Path

import pytest

from ceremony_archive.output.manifest import digest
from ceremony_archive.output.verify import read_back, site_faults
from ceremony_archive.problems import Fault

SITE = "https://mau.example"
GOOD = {
    "index.html": '<a href="en/index.html#top">1</a> <a href="#here">2</a> <b id="here">3</b> <a href="a/b.csv">4</a>',
    "en/index.html": f'<p id="top"><img src="../x.png" alt=""><br>{"<hr>"}</p><a href="{SITE}/index.html">1</a>',
    "404.html": f'<a href="{SITE}/en/index.html">1</a> <a href="https://a.example/x">2</a> <a href="mailto:a">3</a>',
    "a/b.csv": "a,b\r\n1,2\r\n",
    "a/b.json": f'{{"url": "{SITE}/a/b.csv"}}',
    "a/b.xml": f"<a><b>{SITE}/404.html</b></a>",
    "x.png": "no picture",
}


def page(body: str) -> bytes:
    title = f'<meta charset="utf-8"><title>Mẫu</title><link rel="icon" href="{SITE}/x.png">'
    return f'<!doctype html>\n<html lang="vi"><head>{title}</head><body>{body}</body></html>\n'.encode()


def faults(stage: Path, changed: dict[str, str | bytes | None]) -> list[Fault]:
    """Return what is found wrong with the good site when some of its files are others or not there."""
    digests: dict[str, str] = {}
    for name, text in {**GOOD, **changed}.items():
        if text is None:
            continue
        content = text if isinstance(text, bytes) else page(text) if name.endswith(".html") else text.encode()
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_bytes(content)
        digests[name] = digest(content)
    found = read_back(stage, digests, SITE)
    return [*found.faults, *site_faults(stage, digests, found.targets)]


def test_a_site_that_is_whole_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("index.html", '<a href="nowhere.html">1</a>', Fault("link", "index.html", "nowhere.html")),
        ("index.html", '<a href="en/index.html#no">1</a>', Fault("link", "index.html", "en/index.html#no")),
        ("index.html", '<a href="#no">1</a>', Fault("link", "index.html", "#no")),
        ("index.html", '<img src="no.png" alt="">', Fault("link", "index.html", "no.png")),
        ("index.html", '<a href="../index.html">1</a>', Fault("link", "index.html", "../index.html")),
        ("index.html", f'<a href="{SITE}/no.html">1</a>', Fault("link", "index.html", "no.html")),
        ("index.html", "<p>1</div>", Fault("markup", "index.html", "2")),
        ("index.html", "<p>1", Fault("markup", "index.html", "2")),
        ("index.html", "<p>a & b</p>", Fault("markup", "index.html", "2")),
        ("index.html", '<p class="a" class="b">1</p>', Fault("markup", "index.html", "2")),
        ("index.html", "<script>alert(1)</script>", Fault("script", "index.html", "<script")),
        ("index.html", '<p style="color: red">1</p>', Fault("script", "index.html", 'style="')),
        ("index.html", '<p onclick="alert(1)">1</p>', Fault("script", "index.html", 'onclick="')),
        (
            "index.html",
            '<script type="application/ld+json">{"a": }</script>',
            Fault("data", "index.html", "JSON"),
        ),
        ("a/b.json", "{", Fault("data", "a/b.json", "JSON")),
        ("a/b.json", f'["{SITE}/no.html"]', Fault("link", "a/b.json", "no.html")),
        ("a/b.xml", "<a><b></a>", Fault("markup", "a/b.xml", "1")),
        ("a/b.xml", f"<a>{SITE}/no.html</a>", Fault("link", "a/b.xml", "no.html")),
        ("a/b.csv", "a,b\r\n1,2,3\r\n", Fault("data", "a/b.csv", "CSV")),
        ("a/b.csv", b"a,b\r\n1,\xe1\r\n", Fault("data", "a/b.csv", "CSV")),
        ("404.html", b"<html></html>", Fault("markup", "404.html", "1")),
        ("404.html", page("\xff").replace("\xff".encode(), b"\xff"), Fault("text", "404.html")),
    ],
)
def test_each_fault_of_a_file_is_found(tmp_path: Path, name: str, text: str | bytes, expected: Fault) -> None:
    assert expected in faults(tmp_path, {name: text})


def test_a_file_that_is_gone_is_found_by_all_who_lead_to_it(tmp_path: Path) -> None:
    found = faults(tmp_path, {"x.png": None})
    assert {fault.detail for fault in found} == {"x.png"}
    assert {fault.kind for fault in found} == {"link"}


def test_a_file_that_is_not_as_it_was_written_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(page("torn"))
    found = read_back(tmp_path, {"index.html": digest(page("whole"))}, SITE)
    assert found.faults == [Fault("changed", "index.html")]


def test_a_file_too_many_and_a_file_too_few_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "stray.html").write_bytes(b"")
    (tmp_path / "link.html").symlink_to("a/stray.html")
    assert list(site_faults(tmp_path, ["b.html"], {})) == [
        Fault("missing", "b.html"),
        Fault("unlisted", "a/stray.html"),
        Fault("unlisted", "link.html"),
    ]
