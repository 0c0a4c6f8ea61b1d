"""Tiny broken sites, one for each way in which an archive goes wrong, and the whole report on each.

invalid_sites/<name>/content/ is laid over a copy of the golden content; files named in deleted.txt are taken out.
All mistakes of a site are told in one run, sorted by file and line. `pytest --accept` rewrites the reports.
"""

from pathlib import Path

import pytest

from ceremony_archive.model.values import LANGUAGES
from ceremony_archive.report import show
from tests.content_copy import ContentCopy

SITES = sorted(path for path in (Path(__file__).parent / "invalid_sites").iterdir() if path.is_dir())

each_site = pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)


def lay_over(content: ContentCopy, site: Path) -> None:
    for path in sorted((site / "content").rglob("*")):
        if path.is_file():
            content.put(path.relative_to(site / "content").as_posix(), path.read_bytes())
    deleted = site / "deleted.txt"
    for relative in deleted.read_text(encoding="utf-8").splitlines() if deleted.exists() else ():
        content.remove(relative)


@each_site
def test_the_report_tells_every_mistake_in_both_languages(site: Path, content: ContentCopy, accept: bool) -> None:
    lay_over(content, site)
    report = content.report()
    for language in LANGUAGES:
        expected = site / f"report.{language}.txt"
        if accept:
            expected.write_text(show(report, language), encoding="utf-8")
        assert show(report, language) == expected.read_text(encoding="utf-8")


@each_site
def test_problems_stand_in_the_order_of_files_and_lines(site: Path, content: ContentCopy) -> None:
    lay_over(content, site)
    problems = content.report().problems
    assert problems
    assert list(problems) == sorted(problems, key=lambda problem: (problem.position, problem.rule))


@each_site
def test_a_second_run_tells_the_same(site: Path, content: ContentCopy) -> None:
    lay_over(content, site)
    assert content.report() == content.report()


def test_only_a_site_with_errors_stops_the_build(content: ContentCopy) -> None:
    for site in SITES:
        fresh = ContentCopy.of(content.folder, content.folder.with_name(site.name))
        lay_over(fresh, site)
        assert fresh.report().is_clean == (site.name == "warnings-only")
