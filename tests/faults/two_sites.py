"""Two versions of the golden site that differ in every page, and a way to build them with each page rendered once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from ceremony_archive import pipeline
from ceremony_archive.model.values import Bilingual
from ceremony_archive.output import site_files
from ceremony_archive.output.lock import build_lock
from ceremony_archive.output.manifest import MANIFEST, compare_site
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.page import Context, Page
from ceremony_archive.pages.site import pages_of
from tests.conftest import GOLDEN
from tests.test_golden import THEME

TITLES = ("Lưu trữ Mẫu cũ", "Lưu trữ Mẫu mới")


@cache
def checked(which: int) -> pipeline.Checked:
    """Return the golden content under one of the two titles, which stand on every page."""
    found = pipeline.check(GOLDEN, name="content")
    assert found.archive is not None
    site = replace(found.archive.site, title=Bilingual(vi=TITLES[which], en=TITLES[which]))
    return replace(found, archive=replace(found.archive, site=site))


def build(which: int, output: Path, waiting: Callable[[], None] = lambda: None) -> None:
    """Build one of the two as the command does, under the lock."""
    with build_lock(output, waiting):
        pipeline.build(checked(which), THEME, output)


@cache
def manifests(scratch: Path) -> tuple[bytes, ...]:
    """Return the manifest of each, from builds below the scratch folder."""
    found = []
    for which in (0, 1):
        build(which, scratch / f"site-{which}")
        found.append((scratch / f"site-{which}" / MANIFEST).read_bytes())
    return tuple(found)


def found_whole(output: Path, scratch: Path) -> int:
    """Return which of the two sites stands there; fail when it is neither, or not whole."""
    assert compare_site(output).faults == ()
    return manifests(scratch).index((output / MANIFEST).read_bytes())


@contextmanager
def rendered_once() -> Iterator[None]:
    """Have each page rendered only once, so that a build is all writing and verifying."""
    pages: dict[tuple[str, str], tuple[Page, ...]] = {}
    rendered: dict[tuple[str, str], bytes] = {}
    render = Renderer.render

    def pages_kept(context: Context) -> tuple[Page, ...]:
        key = (context.archive.site.title.vi, context.language)
        if key not in pages:
            pages[key] = pages_of(context)
        return pages[key]

    def render_kept(renderer: Renderer, page: Page) -> bytes:
        key = (renderer._site.title.vi, page.address)
        if key not in rendered:
            rendered[key] = render(renderer, page)
        return rendered[key]

    with patch.object(site_files, "pages_of", pages_kept), patch.object(Renderer, "render", render_kept):
        yield
