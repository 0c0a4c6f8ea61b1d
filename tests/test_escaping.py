"""The templates escape everything and fail on what is misspelt, and what is not escaped is made in few places."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from pelican.generators import Generator
from pelican.settings import read_settings

from ceremony_archive import pipeline
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.page import Page
from tests.conftest import GOLDEN
from tests.test_architecture import MODULES, ROOT, TEMPLATES, THEME, imports_of, named
from tests.unit.little_archive import SITE, strings

# Each reads the same data another way: itself, included, imported as a macro, called with a body, in a block, kept.
TEMPLATES_OF_A_SITE = {
    "frame.html": "<main>{% block main %}{% endblock %}</main>",
    "part.html": "<i>{{ data.text }}</i>",
    "macro.html": "{% macro shown(text) %}<b>{{ text }}</b>{% endmacro %}",
    "body.html": "{% macro around() %}<u>{{ caller() }}</u>{% endmacro %}",
    "page.html": (
        '{% extends "frame.html" %}'
        '{% from "macro.html" import shown %}{% import "macro.html" as macros %}{% from "body.html" import around %}'
        '{% block main %}{{ data.text }}{% include "part.html" %}{{ shown(data.text) }}{{ macros.shown(data.text) }}'
        "{% call around() %}{{ data.text }}{% endcall %}{% set held %}{{ data.text }}{% endset %}{{ held }}"
        '{{ data.text|upper }}{{ "<%s>"|format(data.text) }}{% endblock %}'
    ),
    "misspelt.html": "{{ tilte }}",
    "misspelt_attribute.html": "{{ data.tetx }}",
    "misspelt_in_part.html": '{% include "misspelt_attribute.html" %}',
    "misspelt_in_macro.html": '{% from "macro.html" import misspelt %}{{ misspelt(data) }}',
    "misspelt_in_test.html": "{% if data.tetx %}{% endif %}",
    "misspelt_in_loop.html": "{% for item in data.tetx %}{% endfor %}",
}
MISSPELT = sorted(name for name in TEMPLATES_OF_A_SITE if name.startswith("misspelt"))
Rendered = Callable[[Path, str], str]
# Where text that is not escaped is made: what `Markup` is given in Python, and `markup()` in templates.
MARKUP_IN_MODULES = {"output/json_ld.py", "output/render.py"}
MARKUP_IN_TEMPLATES = {("pages/ceremony.html", "data.story.html"), ("pages/text.html", "data.html")}
POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
HOSTILE = "<script>"
ESCAPED = "&lt;script&gt;"


class Data:
    """What a page shows."""

    text = HOSTILE


def pelican_environment(tmp_path: Path) -> Environment:
    """Return the environment that Pelican's own generators make of our settings."""
    settings = read_settings(str(ROOT / "pelicanconf.py"))
    generator = Generator({}, settings, str(ROOT / "content"), str(THEME), str(tmp_path))
    environment: Environment = generator.env
    return environment.overlay(loader=DictLoader(TEMPLATES_OF_A_SITE))


def by_pelican(tmp_path: Path, name: str) -> str:
    return pelican_environment(tmp_path).get_template(name).render(data=Data())


def by_the_archive(tmp_path: Path, name: str) -> str:
    folder = tmp_path / "templates"
    folder.mkdir()
    for template, text in TEMPLATES_OF_A_SITE.items():
        (folder / template).write_text(text, encoding="utf-8")
    page = Page(path="x.html", language="vi", template=name, title="x", description="x", data=Data())
    return Renderer(tmp_path, SITE, strings()["vi"], "", None).render(page).decode()


either = pytest.mark.parametrize("rendered", [by_pelican, by_the_archive])


@either
def test_text_is_escaped_however_a_template_comes_by_it(tmp_path: Path, rendered: Rendered) -> None:
    html = rendered(tmp_path, "page.html")
    assert HOSTILE not in html.casefold()
    assert html.casefold().count(ESCAPED) == 8


@either
@pytest.mark.parametrize("name", MISSPELT)
def test_what_is_misspelt_fails_wherever_it_stands(tmp_path: Path, rendered: Rendered, name: str) -> None:
    with pytest.raises(UndefinedError, match=r"no attribute|undefined|does not export"):
        rendered(tmp_path, name)


def test_markup_is_made_at_the_listed_places_alone() -> None:
    makers = {named(path) for path in MODULES if "Markup" in names_in(path)}
    assert makers == MARKUP_IN_MODULES
    assert [named(path) for path in MODULES if names_in(path) & {"__html__", "HTML_ESCAPE"}] == []
    used = {
        (path.relative_to(THEME / "templates").as_posix(), argument)
        for path in TEMPLATES
        for argument in re.findall(r"\bmarkup\(([^()]*)\)", path.read_text(encoding="utf-8"))
    }
    assert used == MARKUP_IN_TEMPLATES


def test_the_only_environment_is_the_renderers() -> None:
    settings = {
        (named(path), keyword.arg, ast.unparse(keyword.value))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in ("autoescape", "undefined")
    }
    assert settings == {
        ("output/render.py", "autoescape", "True"),
        ("output/render.py", "undefined", "StrictUndefined"),
    }
    knows_jinja = {named(path) for path in MODULES if any(name.startswith("jinja2.") for name in imports_of(path))}
    assert knows_jinja == {"output/render.py"}


def test_every_page_begins_with_its_policy() -> None:
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None
    pages = [file for file in pipeline.plan(checked.archive, THEME) if file.path.endswith(".html")]
    start = f"""<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{POLICY}">
"""
    assert len(pages) > 100
    assert [page.path for page in pages if page.content.decode().count(start) != 1] == []


def test_a_link_to_the_press_says_that_it_is_from_the_archive_and_not_from_which_page() -> None:
    frame = (THEME / "templates" / "base.html").read_text(encoding="utf-8")
    assert '<meta name="referrer" content="strict-origin-when-cross-origin">' in frame
    overruled = [path for path in TEMPLATES if re.search("referrerpolicy|noreferrer", path.read_text(encoding="utf-8"))]
    assert overruled == []


def names_in(path: Path) -> set[str]:
    """Return every name and attribute that the module uses."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {node.attr for node in nodes if isinstance(node, ast.Attribute)}
