"""`invoke serve` in a real browser: the page comes anew by itself, and the policy of the pages lets it."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT
from tests.content_copy import BASE, ContentCopy


@pytest.fixture
def url(content: ContentCopy) -> Iterator[str]:
    """Return where `invoke serve` serves the copy of the golden content."""
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), "serve", "--port", "0", "--lang", "en"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--content", str(content.folder)], cwd=ROOT, stdout=subprocess.PIPE, env=environment
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().decode().split(" at ")[1].split(" ")[0].rstrip("/")
        server.terminate()


def test_a_change_shows_by_itself_and_no_page_breaks_the_policy(
    content: ContentCopy, url: str, browser: Browser
) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"{url}/ceremonies/{BASE.rpartition('/')[2].removesuffix('.md')}.html")
    assert page.locator("#archive-report").count() == 0
    assert told == []
    content.change_story("Câu chuyện vừa đổi.\n".encode())
    page.get_by_text("Câu chuyện vừa đổi.").wait_for()
    content.change_fields(b"kind: anual-review\n")
    page.locator("#archive-report").wait_for()
    assert told == []
    page.goto(f"{url}/nothing.html")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert [text for text in told if "404" not in text] == []
    page.close()
