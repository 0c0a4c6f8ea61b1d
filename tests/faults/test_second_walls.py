"""Guards behind other guards: no single fault of content reaches them, so each is tried by itself."""

import shutil
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from ceremony_archive import pipeline
from ceremony_archive.output.collisions import check_addresses
from ceremony_archive.problems import Collision
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.text import read_bytes, source_text
from tests.faults.fault import GOLDEN, THEME, clean_site
from tests.faults.reading import demand_well_formed, page


def test_the_clean_content_has_no_problem() -> None:
    assert pipeline.check(GOLDEN, name="content").report.problems == ()


def test_the_clean_content_gives_a_whole_site() -> None:
    assert len(clean_site()) > 200
    for path, data in clean_site().items():
        demand_well_formed(path, data)
        if path.endswith(".html"):
            assert page(data).hostile_addresses == []


def test_a_link_is_not_opened_even_if_it_came_between_the_listing_and_the_reading(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    (tmp_path / "mau.md").symlink_to(tmp_path / "secret")
    data, problem = read_bytes(tmp_path / "mau.md", "mau.md", 100)
    assert data is None
    assert problem is not None and problem.rule == "file-unreadable"


def test_a_misspelt_name_in_a_template_stops_the_build(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    template = theme / "templates" / "base.html"
    template.write_text(template.read_text(encoding="utf-8") + "{{ page.titel }}\n", encoding="utf-8")
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None
    with pytest.raises(UndefinedError, match="titel"):
        pipeline.plan(checked.archive, theme)


@pytest.mark.parametrize("text", ['[x](https://a.example "title")', "| a |\n| :-: |\n| b |", "1. a\n2. b"])
def test_a_story_has_no_attribute_but_the_addresses_of_links(text: str) -> None:
    story, _, _ = StoryReader().read(source_text("mau.md", text), 1, 1)
    assert {shape for shape in page(story.vi.encode()).shapes if "@" in shape} <= {"a@href", "a@title"}


def test_two_files_at_one_address_stop_the_build_whoever_planned_them() -> None:
    with pytest.raises(Collision):
        check_addresses(["names/an.html", "names/an.html"])
