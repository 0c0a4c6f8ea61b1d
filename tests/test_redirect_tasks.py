"""The tasks `redirect` and `withdraw` as commands: what they say, how they end, what they write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content_copy import ContentCopy
from tests.unit.published_content import FILE, PAGE, RECORD, REDIRECTS, published, rename

ROOT = Path(__file__).parents[1]
NEW = "ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html"


def run(content: ContentCopy, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), *arguments, "--content", str(content.folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "2109000000"}  # 30 October 2036
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )


def test_an_address_is_led_on_in_the_words_of_either_language(content: ContentCopy) -> None:
    published(content)
    rename(content, "2032-11-quan-mau-bon-huy-hieu-dang")
    result = run(content, "redirect", PAGE, NEW, "--reason", "Ngày chưa rõ.", "--reason-en", "The day is not known.")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == f"từ nay {PAGE} dẫn đến {NEW}\n"
    entry = f'  - address: {PAGE}\n    to: {NEW}\n    date: "2036-10-30"\n'
    assert entry in (content.folder / REDIRECTS).read_text(encoding="utf-8")


def test_all_that_went_with_a_record_is_withdrawn(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    result = run(content, "withdraw", RECORD, "--reason", "Theo yêu cầu.", "--title", "Trao Huy hiệu", "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"withdrawn from now on: {PAGE}, ")
    assert "title: {vi: Trao Huy hiệu}\n" in (content.folder / REDIRECTS).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("redirect", "names/never.html", NEW, "--reason", "x"), "`names/never.html` was never published"),
        (("redirect", PAGE, "names/x.html", "--reason", "x"), f"`{PAGE}` leads to `names/x.html`: there is no page"),
        (("withdraw", RECORD, "--reason", "x"), f"`{PAGE}` is still a page of the archive"),
        (("withdraw", RECORD), 'say why: --reason "…"'),
    ],
)
def test_what_cannot_be_entered_is_told_and_nothing_is_written(
    content: ContentCopy, arguments: tuple[str, ...], told: str
) -> None:
    published(content)
    before = (content.folder / REDIRECTS).read_bytes()
    result = run(content, *arguments, "--lang", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert (content.folder / REDIRECTS).read_bytes() == before
