"""The real content as a site on the loopback address, one page of each kind, and a browser."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.values import LANGUAGES
from ceremony_archive.pages.site import all_pages
from ceremony_archive.pages.strings import load_strings
from tests.browser import page_checks

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "archive"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# No calls home: on a machine without a network they would only fail, many at a time.
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """The site of the real content: where it lies, where it is served, and the largest page of each kind."""

    folder: Path
    url: str
    kinds: dict[str, str]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing for each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder on the loopback address; give where."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def largest_of_each_kind(archive: Archive, folder: Path) -> dict[str, str]:
    """Return the largest page of each kind in each language, as its address, by "vi:ceremony"."""
    largest: dict[str, str] = {}
    for page in all_pages(archive, load_strings(THEME / "strings")):
        kind = f"{page.language}:{page.template.removeprefix('pages/').removesuffix('.html')}"
        if kind not in largest or (folder / page.address).stat().st_size > (folder / largest[kind]).stat().st_size:
            largest[kind] = page.address
    return largest


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """Return the site, served as long as the tests run."""
    folder = tmp_path_factory.mktemp("site") / "output"
    content = folder.with_name("content")
    shutil.copytree(ROOT / "content", content)  # publishing writes down new addresses there
    checked = pipeline.check(content)
    assert checked.archive is not None
    with served(folder) as url:
        pipeline.build(checked, THEME, folder, site_url=url)
        yield BuiltSite(folder, url, largest_of_each_kind(checked.archive, folder))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium. Without one the tests are skipped, but on CI they fail."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        message = "no Chromium on this machine; on Debian or Ubuntu: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES.split())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def checkers() -> None:
    """Have the checkers from npm ready."""
    page_checks.install()


def kinds(site: BuiltSite) -> list[tuple[str, str]]:
    """Return each kind of page with the address of its largest, in both languages."""
    assert {kind.partition(":")[0] for kind in site.kinds} == set(LANGUAGES)
    return sorted(site.kinds.items())
