"""The body of a record: Markdown to safe HTML, its links between records, and what is wrong with it."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from html import unescape

import markdown
import nh3
from markdown.treeprocessors import Treeprocessor

from ceremony_archive.model.ceremony import Story
from ceremony_archive.problems import Problem
from ceremony_archive.source.text import INVISIBLE, SourceText, described

ENGLISH_HEADING = "# English"
STORY_CHARACTERS = 30_000
STORY_LINES = 1_000
BRACKETS = 500
BACKTICKS = 200
NESTED = 8  # lists and quotations in one another, by their marks on one line or by indent
TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "em", "strong", "a", "code", "pre", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
SCHEMES = {"http", "https", "mailto"}
# What `[text](kind:id)` may point to, and the folder of its page.
RECORD_LINKS = {
    "ceremony": "ceremonies",
    "place": "places",
    "award": "awards",
    "authority": "authorities",
    "metric": "metrics",
    "movement": "movements",
    "person": "people",
    "organization": "organizations",
}
_MARKS = re.compile(r"(?: *(?:[-*+>]|\d{1,9}[.)]))* *")  # what opens lists and quotations, at the begin of a line


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A link of a story to a page of the site: `target` is its address below the language's root."""

    target: str
    written: str
    line: int
    column: int


class _LinkCollector(Treeprocessor):
    """Notes every link and image of the text and makes links between records relative."""

    def __init__(self, converter: markdown.Markdown) -> None:
        super().__init__(converter)
        self.links: list[str] = []
        self.images: list[str] = []
        self.headings: list[str] = []
        self.up = ""

    def run(self, root: ElementTree.Element) -> None:
        """Collect the links below the root."""
        for element in root.iter():
            if element.tag == "h1":
                self.headings.append("".join(element.itertext()))
            elif element.tag == "img":
                self.images.append(element.get("src", ""))
            elif element.tag == "a":
                href = element.get("href", "")
                self.links.append(href)
                target = link_target(href)
                if target is not None:
                    element.set("href", self.up + target)


class StoryReader:
    """Turns bodies into stories with one reused Markdown converter."""

    def __init__(self) -> None:
        self._converter = markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")
        self._converter.preprocessors.deregister("html_block")
        self._converter.inlinePatterns.deregister("html")
        self._converter.inlinePatterns.deregister("automail")
        self._collector = _LinkCollector(self._converter)
        self._converter.treeprocessors.register(self._collector, "archive-links", 1)

    def read(
        self, source: SourceText, first_line: int, depth: int
    ) -> tuple[Story, tuple[StoryLink, ...], list[Problem]]:
        """Return the story that begins on the line, its links to pages of the site, and its problems.

        `depth` is how many folders below the language's root the page stands. Problems: reports `story-missing`,
        `raw-html`, `link-scheme`, `image-in-story`, `heading-one`, `invisible-character`, `value-too-long`,
        `too-many-lines`, `too-many-brackets`, `too-many-backticks` or `nesting-too-deep`.
        """
        lines = source.lines[first_line - 1 :]
        divider = next((at for at, line in enumerate(lines) if line.strip() == ENGLISH_HEADING), len(lines))
        problems = _size_problems(source, lines, first_line)
        if problems:
            return Story(vi=""), (), problems
        problems = _markup_problems(source, lines, first_line)
        links: list[StoryLink] = []
        texts: list[str] = []
        for start, end in ((0, divider), (divider + 1, len(lines))):
            html, found, wrong = self._read_part(source, lines[start:end], first_line + start, depth)
            texts.append(html)
            links += found
            problems += wrong
        if not texts[0]:
            problems.append(Problem(rule="story-missing", position=source.position(max(1, first_line - 1))))
        return Story(vi=texts[0], en=texts[1] or None), tuple(links), problems

    def _read_part(
        self, source: SourceText, lines: tuple[str, ...], first_line: int, depth: int
    ) -> tuple[str, list[StoryLink], list[Problem]]:
        collector = self._collector
        collector.links, collector.images, collector.headings, collector.up = [], [], [], "../" * depth
        html = self._converter.reset().convert("\n".join(lines).strip("\n"))
        clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None).strip()
        links: list[StoryLink] = []
        problems: list[Problem] = []

        def tell(rule: str, written: str, sought: str) -> None:
            line, column = _find(lines, sought, first_line)
            position = source.position(line, column, len(sought))
            problems.append(Problem(rule=rule, position=position, arguments={"text": written}))

        for href in collector.links:
            target = link_target(href)
            if target is not None:
                links.append(StoryLink(target, href, *_find(lines, href, first_line)))
            elif href.partition(":")[0].lower() not in SCHEMES:
                tell("link-scheme", href, href or "()")
        for image in collector.images:
            tell("image-in-story", image, image or "()")
        for heading in collector.headings:
            tell("heading-one", heading, heading.partition("\n")[0])
        hidden = INVISIBLE.search(unescape(clean))
        if hidden:
            position = source.position(*_find(lines, "&#", first_line), 2)
            problems.append(Problem(rule="invisible-character", position=position, arguments=described(hidden.group())))
        return clean, links, problems


def link_target(href: str) -> str | None:
    """Return the address below the language's root that a written link means, or None for a link out of the site."""
    record = re.fullmatch(r"([a-z]+):([a-z0-9-]+)(#[a-z0-9-]+)?", href)
    if record:
        return f"{RECORD_LINKS[record[1]]}/{record[2]}.html{record[3] or ''}" if record[1] in RECORD_LINKS else None
    return href if re.fullmatch(r"[a-z0-9][a-z0-9/-]*\.html(#[a-z0-9-]+)?", href) else None


def _find(lines: tuple[str, ...], text: str, first_line: int) -> tuple[int, int]:
    for number, line in enumerate(lines):
        column = line.find(text)
        if column >= 0:
            return first_line + number, column + 1
    return first_line, 1


def _size_problems(source: SourceText, lines: tuple[str, ...], first_line: int) -> list[Problem]:
    """Return what makes a story larger than Markdown can turn into HTML at once: its time grows with the square."""
    text = "\n".join(lines)
    for found, limit, rule in (
        (len(text), STORY_CHARACTERS, "value-too-long"),
        (len(lines), STORY_LINES, "too-many-lines"),
        (text.count("["), BRACKETS, "too-many-brackets"),
        (text.count("`"), BACKTICKS, "too-many-backticks"),
    ):
        if found > limit:
            return [Problem(rule=rule, position=source.position(first_line), arguments={"limit": str(limit)})]
    for number, line in enumerate(lines, start=first_line):
        if _depth(line) > NESTED:
            position = source.position(number, 1, len(line))
            return [Problem(rule="nesting-too-deep", position=position, arguments={"limit": str(NESTED)})]
    return []


def _depth(line: str) -> int:
    """Return in how many lists and quotations the line can stand, by its indent and its marks."""
    marks = _MARKS.match(line.expandtabs(4))
    opening = marks[0] if marks else ""
    return opening.count(" ") // 4 + len(re.findall("[^ >]+|>", opening))


def _markup_problems(source: SourceText, lines: tuple[str, ...], first_line: int) -> list[Problem]:
    problems: list[Problem] = []
    for number, line in enumerate(lines):
        shown = re.sub(r"`[^`]*`", lambda code: " " * len(code.group()), line)
        tag = None if line.startswith("    ") else re.search(r"<(?!https?://)[A-Za-z/!?][^>]*>?", shown)
        if tag:
            position = source.position(first_line + number, tag.start() + 1, len(tag.group()))
            problems.append(Problem(rule="raw-html", position=position, arguments={"text": tag.group()}))
    return problems
