"""Pages to HTML through the theme's templates: escaped everywhere, failing on anything misspelt."""

import hashlib
from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from ceremony_archive.model.site import Site
from ceremony_archive.model.values import LANGUAGES, Bilingual, Language
from ceremony_archive.output.json_ld import json_ld
from ceremony_archive.pages.page import File, Page, Phrase, address, relative
from ceremony_archive.pages.strings import Strings
from ceremony_archive.pages.wording import date_text, long_date_text, number_text, period_text

NOT_FOUND = "404.html"
TITLE_CHARACTERS = 70  # what lists of search results and browser tabs show
STYLESHEET = "theme/archive.css"
ICON = "theme/icon.svg"
FEEDS: Mapping[Language, str] = {"vi": "feeds/ceremonies.atom", "en": "feeds/ceremonies.en.atom"}


class _Context(Context):
    """Calls macros and functions as they are.

    Jinja asks at each call whether the callee wants the context; none of ours does, and a page makes hundreds of calls.
    """

    def call(
        self, callee: Any, *arguments: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any
    ) -> Any:
        """Return what the macro or function gives."""
        if type(callee) is Macro:
            return callee(self.eval_ctx, *arguments, **named)
        return callee(*arguments, **named)


class _Environment(Environment):
    """The environment of the archive's templates: what they all see is one plain dict, which is found at once."""

    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template sees."""
        return self.globals

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        """Return the template, which is loaded once: every page asks for a dozen of them."""
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent, globals)
        return template


class Renderer:
    """Renders the pages of one language. It holds the page that it is at, for links are relative to it."""

    def __init__(self, theme: Path, site: Site, strings: Strings, stylesheet_digest: str, cache: Path | None) -> None:
        self._site, self._language = site, strings.language
        self._address = ""
        self._stylesheet = f"{STYLESHEET}?v={stylesheet_digest}"
        self._kept: dict[tuple[object, ...], Markup] = {}
        self._environment = _Environment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            loader=FileSystemLoader(theme / "templates"),
            bytecode_cache=_bytecode_cache(cache),
        )
        language = self._language
        self._environment.globals.update(
            t=strings,
            lang=language,
            site=site,
            href=self.href,
            asset=self.asset,
            kept=self.kept,
            markup=Markup,
            words=partial(_words, language),
            number=partial(_in(number_text), language),
            date=partial(_in(date_text), language),
            long_date=partial(_in(long_date_text), language),
            period=lambda value: period_text(value, strings),
        )

    def href(self, target: str) -> str:
        """Return the link from the current page to an address below the language's root."""
        return target if target.startswith("#") else self.asset(address(target, self._language))

    def asset(self, path: str) -> str:
        """Return the link from the current page to an address below the root of the site."""
        if self._address.endswith(NOT_FOUND):  # shown at any depth, so its links are whole
            return f"{self._site.url}/{path}"
        return relative(path, self._address)

    def kept(self, macro: Macro, *arguments: object) -> Markup:
        """Return what the macro gives, made once for all pages of a folder: the parts of the frame that all share."""
        key = (macro, self._address.count("/"), self._address.endswith(NOT_FOUND), *arguments)
        if key not in self._kept:
            here, self._address = self._address, self._like_all_of_its_depth(self._address)
            self._kept[key] = Markup(macro(*arguments))
            self._address = here
        return self._kept[key]

    def _like_all_of_its_depth(self, page: str) -> str:
        """Return an address from which links are as they are from any page of the depth: of no folder that has one."""
        *folders, name = page.split("/")
        root = address("", self._language).rstrip("/")
        return "/".join([root if at == 0 and root else "-" for at in range(len(folders))] + [name])

    def render(self, page: Page) -> bytes:
        """Return the page as it is published."""
        self._address = page.address
        known_at = page.canonical or page.path
        html = self._environment.get_template(page.template).render(
            page=page,
            data=page.data,
            canonical=f"{self._site.url}/{address(known_at, self._language)}",
            alternates=tuple((language, f"{self._site.url}/{address(known_at, language)}") for language in LANGUAGES),
            other_language=self.asset(address(page.path, "en" if self._language == "vi" else "vi")),
            json_ld=json_ld(page, self._site.url),
            document_title=document_title(page.title, str(_words(self._language, self._site.title))),
            section_path=_section(page.path),
            feed=self.asset(FEEDS[self._language]),
            stylesheet=self.asset(self._stylesheet),
            icon=self.asset(ICON),
            robots=page.is_indexed,
        )
        lines = [line for line in map(str.rstrip, html.split("\n")) if line]
        return "\n".join([*lines, ""]).encode()


def theme_files(theme: Path) -> tuple[File, ...]:
    """Return the theme's static files: the style sheets as one, everything else as it is."""
    static = theme / "static"
    styles = b"".join(path.read_bytes() for path in sorted((static / "css").glob("*.css")))
    others = sorted(path for path in static.rglob("*") if path.is_file() and path.suffix != ".css")
    files = (File(path=f"theme/{path.relative_to(static).as_posix()}", content=path.read_bytes()) for path in others)
    return (File(path=STYLESHEET, content=styles), *files)


def digest_of(content: bytes) -> str:
    """Return a short digest that changes with the content, for the address of the style sheet."""
    return hashlib.sha256(content).hexdigest()[:12]


def document_title(title: str, site_title: str) -> str:
    """Return the title of a page's document: with the site's where both fit, shortened at a word where it must be."""
    if title == site_title:
        return title
    for candidate in (f"{title} – {site_title}", title):
        if len(escape(candidate)) <= TITLE_CHARACTERS:
            return candidate
    shortened = title
    while len(escape(shortened)) >= TITLE_CHARACTERS:
        shortened = shortened.rpartition(" ")[0].rstrip(" ,;:–-") if " " in shortened else shortened[:-1]
    return shortened + "…"


def _section(path: str) -> str:
    """Return where the page belongs: its own address for an index or a text page, else its folder ("places/")."""
    folder, _, name = path.partition("/")
    return path if not name or name == "index.html" else f"{folder}/"


def _bytecode_cache(cache: Path | None) -> FileSystemBytecodeCache | None:
    if cache is None:
        return None
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _words(language: Language, text: Bilingual) -> Phrase:
    return Phrase(text.en, "en") if language == "en" and text.en is not None else Phrase(text.vi, "vi")


def _in(wording: Callable[..., str]) -> Callable[..., str]:
    return lambda language, value: wording(value, language)
