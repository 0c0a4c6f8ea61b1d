"""A site whose every text is hostile, in a real browser: nothing runs, nothing is asked of others, all is shown."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Story
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.text import source_text
from tests.browser.conftest import THEME, BuiltSite, kinds, largest_of_each_kind, served
from tests.properties.hostile_text import archive_with_text
from tests.properties.test_injection import whole

OPEN, CLOSE = "⟦", "⟧"
TEXTS = {
    "elements": "<script>alert(__hacked=1)</script><img src=x onerror=alert(__hacked=1)><iframe src=//evil.example>",
    "attributes": "\"onfocus=\"alert(__hacked=1)\"autofocus'onfocus='__hacked=1'autofocus><svg onload=alert(1)>{{ 7 }}",
    "head": "]]><!--</title></style></script><base href=//x.example><meta http-equiv=refresh content=0;//x.test>&lt;",
}
STORY = """\
<script>alert(__hacked=1)</script>

<SCRIPT SRC=//evil.example/x.js></SCRIPT>

<img src=x onerror=alert(__hacked=1)>

<svg><script>alert(__hacked=1)</script></svg>

<svg onload=alert(__hacked=1)>

<iframe src="https://evil.example"></iframe>

<style>@import "https://evil.example/x.css";</style>

<base href="https://evil.example/">

<form action="https://evil.example"><input name=x autofocus onfocus=alert(__hacked=1)></form>

<math><mtext></p><style><img src=x onerror=alert(__hacked=1)></style>

[một](javascript:alert\\(__hacked=1\\))

[hai](<javascript:alert(__hacked=1)>)

[ba](java&#115;cript:alert)

[bốn](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)

[năm](https://evil.example "x" onclick=alert(__hacked=1))

[sáu](x"onmouseover="alert(__hacked=1)){: onclick=alert(__hacked=1) style=x }

![bảy](https://evil.example/x.png)

![tám](x"onerror="alert(__hacked=1))

[chín][ref]

[ref]: javascript:alert(__hacked=1) "x"

<javascript:alert(__hacked=1)>

<https://evil.example/"onclick="alert(__hacked=1)>

Đoạn có thuộc tính. {: onclick=alert(__hacked=1) #main .page style="position:fixed" }

## Đề mục <script>alert(__hacked=1)</script> {: onclick=alert(__hacked=1) }

`<script>alert(__hacked=1)</script>`

    <script>alert(__hacked=1)</script>

| <script>alert(__hacked=1)</script> | [x](javascript:alert) |
| --- | --- |
| {{ 7 * 7 }} | {% include "x" %} |

&lt;script&gt;alert(__hacked=1)&lt;/script&gt; &#60;script&#62;

<!-- x --><![CDATA[ x ]]><?php x ?>

- chữ cuối cùng
"""
RUNS_NOTHING = (
    "document.querySelectorAll('script:not([type=\"application/ld+json\"]), iframe, object, embed, base').length"
)
HANDLERS = (
    "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).map(a => a.name)"
    ".filter(name => name.startsWith('on') || name === 'style' || name === 'srcdoc' || name === 'autofocus')"
)
SCHEMES = "[...new Set([...document.links, ...document.images].map(e => new URL(e.href || e.src).protocol))]"
EVENTS = (
    "document.querySelectorAll('*').forEach(element => ['mouseover', 'focus', 'error', 'load', 'toggle']"
    ".forEach(type => element.dispatchEvent(new Event(type))))"
)


def hostile_story() -> Story:
    """Return what the reader makes of every trick of Markdown, though it would refuse the record."""
    story, _, problems = StoryReader().read(source_text("a.md", f"{STORY}\n# English\n\n{STORY}"), 1, 1)
    assert problems
    return story


def hostile_archive(text: str) -> Archive:
    """Return the golden archive with the text in all its texts, and hostile stories."""
    archive, story = archive_with_text(whole(), f" {OPEN}{text}{CLOSE}"), hostile_story()
    return dataclasses.replace(
        archive,
        ceremonies=tuple(dataclasses.replace(ceremony, story=story) for ceremony in archive.ceremonies),
        texts={name: dataclasses.replace(page, story=story) for name, page in archive.texts.items()},
    )


@pytest.fixture(params=list(TEXTS.values()), ids=list(TEXTS))
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[BuiltSite, str]]:
    """Return the site with a hostile text everywhere, served, and the text."""
    archive = hostile_archive(request.param)
    with served(tmp_path) as url:
        for file in pipeline.plan(archive, THEME, site_url=url):
            path = tmp_path / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        yield BuiltSite(tmp_path, url, largest_of_each_kind(archive, tmp_path)), request.param


def test_no_hostile_text_runs_asks_or_hides_on_any_kind_of_page(
    hostile: tuple[BuiltSite, str], browser: Browser
) -> None:
    site, text = hostile
    page = browser.new_page()
    seen = watched(page)
    shown = 0
    for kind, address in kinds(site):
        page.goto(f"{site.url}/{address}")
        if kind.endswith(":redirect"):
            page.wait_for_function("!document.querySelector('meta[http-equiv=refresh]')")
        page.evaluate(EVENTS)
        assert page.evaluate("typeof window.__hacked") == "undefined", kind
        assert page.evaluate(RUNS_NOTHING) == 0, kind
        assert page.evaluate(HANDLERS) == [], kind
        assert set(page.evaluate(SCHEMES)) <= {"http:", "https:", "mailto:"}, kind
        words = page.locator("main").text_content() or ""
        assert words.count(OPEN) == words.count(f"{OPEN}{text}{CLOSE}"), kind
        shown += OPEN in words
    page.close()
    assert seen == []
    assert shown > len(site.kinds) * 2 / 3


def watched(page: Page) -> list[str]:
    """Return a list that takes what should not happen: a dialog, a message, an error, a request of another host."""
    seen: list[str] = []
    own = "http://127.0.0.1:"

    def dismiss(dialog: object) -> None:
        seen.append(f"dialog: {dialog}")

    page.on("dialog", dismiss)
    page.on("console", lambda message: seen.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(own) else seen.append(f"asked: {request.url}"))
    page.on("popup", lambda popup: seen.append(f"popup: {popup.url}"))
    return seen


def test_the_policy_is_a_second_wall_where_the_first_has_a_hole(
    site: BuiltSite, browser: Browser, tmp_path: Path
) -> None:
    injected = (
        "<script>window.__hacked=1</script><img src=https://evil.example/x.png onload=__hacked=1>"
        "<img src=x onerror=window.__hacked=1><iframe src=https://evil.example/></iframe>"
        "<link rel=stylesheet href=https://evil.example/x.css><base href=https://evil.example/>"
        "<form id=f action=https://evil.example/></form><style>h1 { color: red }</style>"
    )
    html = (site.folder / "about.html").read_text(encoding="utf-8")
    (tmp_path / "about.html").write_text(html.replace("<main", f"{injected}<main", 1), encoding="utf-8")
    page = browser.new_page()
    seen, failures = watched(page), set()
    page.on("requestfailed", lambda request: failures.add((request.url, request.failure)))
    with served(tmp_path) as url:
        page.goto(f"{url}/about.html")
        page.evaluate("document.getElementById('f').submit()")
        assert page.evaluate("typeof window.__hacked") == "undefined"
        assert page.evaluate("document.baseURI") == f"{url}/about.html"
    page.close()
    refused = [
        directive
        for directive in ("script-src", "default-src", "base-uri", "form-action")
        if any(directive in message for message in seen)
    ]
    assert refused == ["script-src", "default-src", "base-uri", "form-action"]
    refused_files = {f"https://evil.example/x.{ending}" for ending in ("png", "css")}
    assert failures >= {(file, "csp") for file in refused_files}
    assert {text for text in seen if not text.startswith("console: ")} == {f"asked: {file}" for file in refused_files}
