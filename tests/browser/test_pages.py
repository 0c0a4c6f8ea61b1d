"""Every kind of page in a real browser: accessible, at home on a narrow screen, asking nobody else for anything."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import page_checks
from tests.browser.conftest import BuiltSite, kinds

Scheme = Literal["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.usefixtures("checkers")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_kind_of_page(site: BuiltSite, browser: Browser, scheme: Scheme) -> None:
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    axe = page_checks.AXE.read_text(encoding="utf-8")
    found = {kind: _violations(page, f"{site.url}/{address}", axe) for kind, address in kinds(site)}
    page.close()
    assert {kind: violations for kind, violations in found.items() if violations} == {}


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_kind_of_page_scrolls_sideways(site: BuiltSite, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    widths: dict[str, int] = {}
    for kind, address in kinds(site):
        page.goto(f"{site.url}/{address}")
        widths[kind] = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert {kind: found for kind, found in widths.items() if found > width} == {}


def test_no_kind_of_page_asks_another_host_or_reports_an_error(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on(
        "response",
        lambda response: messages.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    for _, address in kinds(site):
        page.goto(f"{site.url}/{address}")
    page.close()
    assert {request for request in requests if not request.startswith(f"{site.url}/")} == set()
    assert messages == []


def test_a_copied_folder_opens_without_a_server(site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.goto((site.folder / "en" / "corrections.html").as_uri())
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.evaluate("document.images[0].naturalWidth") > 0
    page.get_by_role("link", name="About").first.click()
    page.wait_for_url("**/en/about.html")
    assert messages == []
    page.close()


def test_every_page_reads_the_same_without_script(site: BuiltSite, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for kind, address in kinds(site):
        page.goto(f"{site.url}/{address}")
        assert page.locator("main h1").count() == 1, kind
    context.close()


def _violations(page: Page, url: str, axe: str) -> list[str]:
    page.goto(url)
    page.evaluate(axe)
    result = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in result["violations"]]
