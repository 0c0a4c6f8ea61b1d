"""What the tests of addresses share: a copy of the golden content whose pages have all been published."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ceremony_archive import pipeline
from ceremony_archive.checks.published import Published
from ceremony_archive.model.archive import Archive
from ceremony_archive.output.permalinks import (
    published_addresses,
    refuse_loss,
    with_new_addresses,
    write_register,
)
from ceremony_archive.problems import Problem
from tests.conftest import GOLDEN
from tests.content_copy import ContentCopy

THEME = Path(__file__).parents[2] / "themes" / "archive"
RECORD = "2032-11-07-quan-mau-bon-huy-hieu-dang"
OTHER = "ceremonies/2033/2033-03-03-quan-mau-nam-tong-ket-2032.md"
FILE = f"ceremonies/2032/{RECORD}.md"
PAGE = f"ceremonies/{RECORD}.html"
REDIRECTS = "registers/redirects.yaml"
PERMALINKS = "registers/permalinks.yaml"


@dataclass(frozen=True)
class Site:
    """What a build would publish: the archive, and each file's bytes."""

    archive: Archive
    files: dict[str, bytes]


def publish(content: ContentCopy) -> Site:
    """Build the site in memory and enter its addresses into the register, as a build does."""
    checked = pipeline.check(content.folder, name="content")
    assert checked.archive is not None, checked.report
    assert checked.published is not None
    files = {file.path: file.content for file in pipeline.plan(checked.archive, THEME)}
    permalinks = checked.published.permalinks
    refuse_loss(checked.archive, permalinks, files.keys(), checked.published.excused)
    grown = with_new_addresses(permalinks, published_addresses(checked.archive, files), checked.published.excused)
    if grown is not None:
        write_register(content.folder, grown)
    return Site(checked.archive, files)


def published(content: ContentCopy) -> None:
    """Give a copy of the golden content the register that it has when all its pages have been published."""
    content.put(PERMALINKS, _golden_register())


@cache
def _golden_register() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        copy = ContentCopy.of(GOLDEN, Path(folder) / "content")
        publish(copy)
        return (copy.folder / PERMALINKS).read_bytes()


def facts(content: ContentCopy) -> Published:
    """Return what the checks of addresses look at."""
    published = pipeline.check(content.folder, name="content").published
    assert published is not None
    return published


def change(content: ContentCopy, relative: str, edit: Callable[[str], str]) -> None:
    """Put what the function makes of a file's text in its place."""
    path = content.folder / relative
    text = path.read_text(encoding="utf-8")
    assert edit(text) != text
    content.put(relative, edit(text))


def rename(content: ContentCopy, new: str) -> None:
    """Give the record that the tests take away another id."""
    (content.folder / FILE).rename((content.folder / FILE).with_name(f"{new}.md"))


def gone(content: ContentCopy) -> list[Problem]:
    """Return the problems of addresses that have vanished."""
    return [problem for problem in content.report().problems if problem.rule == "address-vanished"]
