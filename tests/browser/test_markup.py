"""Valid HTML on every page of the real site."""

from pathlib import Path

import pytest

from tests.browser import page_checks
from tests.browser.conftest import BuiltSite

pytestmark = pytest.mark.usefixtures("checkers")


def test_the_nu_html_checker_finds_no_error_on_any_page(site: BuiltSite) -> None:
    assert page_checks.vnu(site.folder) == []


def test_html_validate_finds_nothing_on_any_page(site: BuiltSite, tmp_path: Path) -> None:
    assert page_checks.html_validate(site.folder, tmp_path / "report.json") == []


def test_the_checkers_see_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "faulty"
    folder.mkdir()
    body = '<h1>a</h1><img src="x.png">'
    page = f'<!doctype html>\n<html lang="vi"><head><title>x</title></head><body>{body}</body></html>\n'
    (folder / "x.html").write_text(page, encoding="utf-8")
    assert len(page_checks.vnu(folder)) == 1
    assert len(page_checks.html_validate(folder, tmp_path / "report.json")) == 1
