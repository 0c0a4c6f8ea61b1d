"""The story: Markdown to safe HTML, its links, and what has no place in it."""

import time

import pytest

from ceremony_archive.problems import Problem
from ceremony_archive.source.markdown import StoryLink, StoryReader, link_target
from ceremony_archive.source.text import source_text


def read(text: str, depth: int = 1) -> tuple[str, str | None, tuple[StoryLink, ...], list[Problem]]:
    story, links, problems = StoryReader().read(source_text("a.md", text), 1, depth)
    return story.vi, story.en, links, problems


def html(text: str) -> str:
    vietnamese, _, _, problems = read(text)
    assert problems == []
    return vietnamese


def faults(text: str) -> list[tuple[str, int, int]]:
    _, _, _, problems = read(text)
    return [(problem.rule, problem.position.line, problem.position.column) for problem in problems]


def test_paragraphs_lists_tables_and_emphasis_become_html() -> None:
    assert html("Một **hai** *ba*.\n\n- bốn\n- năm\n") == (
        "<p>Một <strong>hai</strong> <em>ba</em>.</p>\n<ul>\n<li>bốn</li>\n<li>năm</li>\n</ul>"
    )
    assert "<th>Việc</th>" in html("| Việc | Số |\n| --- | --- |\n| một | 2 |\n")


def test_the_english_story_stands_below_its_heading() -> None:
    assert read("Một.\n\n# English\n\nOne.\n") == ("<p>Một.</p>", "<p>One.</p>", (), [])


def test_without_an_english_heading_there_is_no_english_story() -> None:
    assert read("Một.\n") == ("<p>Một.</p>", None, (), [])


@pytest.mark.parametrize("text", ["", "\n\n", "# English\n\nOne.\n"])
def test_a_vietnamese_story_must_be_there(text: str) -> None:
    assert [rule for rule, _, _ in faults(text)] == ["story-missing"]


def test_marks_of_html_are_shown_as_typed() -> None:
    assert html('5 < 6 & 7 > 2, {{ x }}, {% y %}, "z"\n') == '<p>5 &lt; 6 &amp; 7 &gt; 2, {{ x }}, {% y %}, "z"</p>'
    assert html("`<b>`\n") == "<p><code>&lt;b&gt;</code></p>"


def test_an_attribute_list_is_text() -> None:
    assert html("một {: onclick=alert(1)}\n") == "<p>một {: onclick=alert(1)}</p>"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("<script>alert(1)</script>\n", 1),
        ("Một <b>hai</b>\n", 5),
        ("<img src=x onerror=alert(1)>\n", 1),
        ("<!-- ghi chú -->\n", 1),
        ("<svg/onload=alert(1)>\n", 1),
        ("<iframe src=x>\n", 1),
        ("- <style>\n", 3),
        ("> <base href=x>\n", 3),
        ("\\<b>\n", 2),
        ("<javascript:alert(1)>\n", 1),
        ("<?php x ?>\n", 1),
        ("<script\n", 1),
    ],
)
def test_html_is_told_and_none_of_it_is_published(text: str, column: int) -> None:
    vietnamese, _, _, problems = read(text)
    assert [(problem.rule, problem.position.line, problem.position.column) for problem in problems] == [
        ("raw-html", 1, column)
    ]
    assert not any(f"<{tag}" in vietnamese for tag in ("script", "b>", "img", "svg", "iframe", "style", "base", "!"))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "JaVaScript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://x.example",
        ),
        *(
            "//x.example/y",
            "/x.html",
            "../x.html",
            "x",
            "&#106;avascript:x",
            "java&Tab;script:x",
            "places:x",
            "Place:x",
        ),
    ],
)
def test_a_link_of_another_kind_is_told_at_its_place(address: str) -> None:
    assert faults(f"Một\n[hai]({address})\n") == [("link-scheme", 2, 7)]


def test_a_link_behind_a_reference_is_told_where_it_is_written() -> None:
    assert faults("[một][1]\n\n[1]: javascript:alert(1)\n") == [("link-scheme", 3, 6)]


def test_an_empty_link_is_told_on_its_line() -> None:
    assert [(rule, line) for rule, line, _ in faults("Một\n\n[hai]()\n")] == [("link-scheme", 3)]


@pytest.mark.parametrize("address", ["https://x.example/y?z=1&a=2#b", "http://x.example", "mailto:a@x.example"])
def test_links_to_the_web_and_to_mail_stay(address: str) -> None:
    assert html(f"[một]({address})\n") == f'<p><a href="{address.replace("&", "&amp;")}">một</a></p>'


def test_an_address_in_angle_brackets_is_a_link() -> None:
    assert html("<https://x.example/y>\n") == '<p><a href="https://x.example/y">https://x.example/y</a></p>'


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("ceremony:2031-mau", "ceremonies/2031-mau.html"),
        ("place:huyen-mau", "places/huyen-mau.html"),
        ("award:giay-khen", "awards/giay-khen.html"),
        ("authority:chu-tich", "authorities/chu-tich.html"),
        ("metric:thu", "metrics/thu.html"),
        ("movement:mau", "movements/mau.html"),
        ("person:person-0001", "people/person-0001.html"),
        ("organization:org-0001", "organizations/org-0001.html"),
        ("place:huyen-mau#awards", "places/huyen-mau.html#awards"),
        ("about.html", "about.html"),
        ("years/2031.html#thang-3", "years/2031.html#thang-3"),
    ],
)
def test_a_link_by_id_leads_to_the_page_of_its_kind(written: str, target: str) -> None:
    assert link_target(written) == target


@pytest.mark.parametrize("written", ["https://x.example", "place", "page:x", "../a.html", "About.html", "about", ""])
def test_other_addresses_lead_to_no_page_of_the_site(written: str) -> None:
    assert link_target(written) is None


def test_links_between_records_are_relative_and_listed_with_their_place() -> None:
    text = "Xem [một](place:huyen-mau).\n\n# English\n\nSee [one](place:huyen-mau).\n"
    vietnamese, english, links, problems = read(text)
    assert problems == []
    assert vietnamese == '<p>Xem <a href="../places/huyen-mau.html">một</a>.</p>'
    assert english == '<p>See <a href="../places/huyen-mau.html">one</a>.</p>'
    assert links == (
        StoryLink("places/huyen-mau.html", "place:huyen-mau", 1, 11),
        StoryLink("places/huyen-mau.html", "place:huyen-mau", 5, 11),
    )


def test_the_depth_of_the_page_decides_how_a_link_climbs() -> None:
    assert read("[một](about.html)\n", depth=0)[0] == '<p><a href="about.html">một</a></p>'
    assert read("[một](about.html)\n", depth=1)[0] == '<p><a href="../about.html">một</a></p>'


@pytest.mark.parametrize(
    ("text", "line"),
    [("Một ![ảnh](x.png)\n", 1), ("Một\n\n![ảnh](https://x.example/y.jpg)\n", 3), ("![ảnh][1]\n\n[1]: x.png\n", 3)],
)
def test_a_picture_is_told(text: str, line: int) -> None:
    assert [(rule, at) for rule, at, _ in faults(text)] == [("image-in-story", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Một\n\nHai\n", 1),
        ("Hai\n\n# English\n\nTwo\n\n# English\n\nThree\n", 7),
        ("Hai\n\n# english\n", 3),
        ("#Một\n\nHai\n", 1),
        ("Một\n====\n\nHai\n", 1),
        ("Hai\n\n- # Một\n", 3),
        ("Hai\n\n> # Một\n", 3),
    ],
)
def test_a_heading_of_level_one_is_told(text: str, line: int) -> None:
    assert [(rule, at) for rule, at, _ in faults(text)] == [("heading-one", line)]


def test_lower_headings_stay() -> None:
    assert html("## Một\n\n### Hai\n") == "<h2>Một</h2>\n<h3>Hai</h3>"


@pytest.mark.parametrize("reference", ["&#x1b;", "&#8238;", "&#x200b;", "&#xFFFF;"])
def test_a_character_reference_brings_no_invisible_character(reference: str) -> None:
    vietnamese, _, _, problems = read(f"Một {reference} hai\n")
    assert problems or vietnamese == f"<p>Một {reference.replace('&', '&amp;')} hai</p>"


def test_the_address_of_a_mail_in_angle_brackets_gives_no_garbled_report() -> None:
    assert {rule for rule, _, _ in faults("Hỏi <a@x.example>\n")} <= {"raw-html"}


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 100_000, "![" * 50_000, "[a](" * 20_000, "*a " * 30_000, "_" * 100_000, "`" * 100_000, "> " * 50_000),
        *("<a " * 30_000, "&" * 100_000, "| a" * 20_000 + "\n" + "|-" * 20_000, "- a\n" * 20_000),
    ],
    ids=lambda text: text[:4],
)
def test_no_story_holds_the_reader_up(text: str) -> None:
    start = time.perf_counter()
    read(text + "\n")
    assert time.perf_counter() - start < 2
