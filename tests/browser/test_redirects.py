"""Pages at addresses that have gone, as browsers and checkers see them: the golden site has one of each kind."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ceremony_archive import pipeline
from tests.browser import page_checks
from tests.browser.conftest import THEME
from tests.browser.test_pages import RULES
from tests.conftest import GOLDEN

MOVED = "ceremonies/2031-05-huyen-mau-hai-trao-giay-khen.html"
NOW = "ceremonies/2031-05-huyen-mau-hai-trao-thuong.html"
WITHDRAWN = "names/mau-van-rut.html"


@pytest.fixture(scope="module")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the golden site as a folder, as a reader would copy it."""
    folder = tmp_path_factory.mktemp("golden") / "site"
    archive = pipeline.check(GOLDEN).archive
    assert archive is not None
    for file in pipeline.plan(archive, THEME):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


@pytest.mark.usefixtures("checkers")
def test_the_checkers_find_nothing(golden: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for address in (MOVED, f"en/{MOVED}", WITHDRAWN, f"en/{WITHDRAWN}"):
        (pages / address).parent.mkdir(parents=True, exist_ok=True)
        (pages / address).write_bytes((golden / address).read_bytes())
    assert page_checks.vnu(pages) == []
    assert page_checks.html_validate(pages, tmp_path / "report.json") == []


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("with_script", [True, False])
def test_a_browser_goes_on_from_a_page_that_moved(
    golden: Path, browser: Browser, prefix: str, with_script: bool
) -> None:
    context = browser.new_context(java_script_enabled=with_script)
    page = context.new_page()
    page.goto((golden / prefix / MOVED).as_uri())
    page.wait_for_url((golden / prefix / NOW).as_uri())
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("checkers")
def test_axe_finds_no_violation(golden: Path, browser: Browser, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    held = golden / MOVED.replace(".html", "-held.html")  # the same page, that stays
    held.write_text(re.sub(r".*http-equiv=\"refresh\".*\n", "", (golden / MOVED).read_text(encoding="utf-8")))
    for path in (held, golden / "en" / WITHDRAWN):
        page.goto(path.as_uri())
        page.evaluate(page_checks.AXE.read_text(encoding="utf-8"))
        assert page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)["violations"] == []
    held.unlink()
    page.close()
