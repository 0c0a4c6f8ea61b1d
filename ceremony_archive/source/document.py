"""A file of front matter and story, kept with the position of every value that it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ceremony_archive.problems import Position, Problem
from ceremony_archive.source.markdown import StoryLink
from ceremony_archive.source.text import SourceText
from ceremony_archive.source.yaml_tree import RECORD_NODES, Mapping, position_of, read_tree

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """What a record was read from. `links` are those of its story."""

    source: SourceText
    tree: Mapping = field(repr=False)
    links: tuple[StoryLink, ...] = ()

    def position(self, *path: str | int, at_key: bool = False) -> Position:
        """Return where the value at the path stands, or the nearest thing around it: ("awards", 2, "form")."""
        return position_of(self.source, self.tree, path, at_key=at_key)


def split_front_matter(source: SourceText) -> tuple[str, int, list[Problem]]:
    """Return the text of the front matter, the line on which the body begins, and what is wrong with the fences.

    Problems: reports `front-matter-missing`, `front-matter-unclosed` or `front-matter-empty`.
    """
    lines: Sequence[str] = source.lines
    if lines[0].rstrip() != FENCE:
        return "", 1, [Problem(rule="front-matter-missing", position=source.position(1))]
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        return "", 1, [Problem(rule="front-matter-unclosed", position=source.position(1, 1, 3))]
    text = "\n".join([*lines[1:end], ""])
    if not text.strip():
        return "", end + 2, [Problem(rule="front-matter-empty", position=source.position(1, 1, 3))]
    return text, end + 2, []


def read_front_matter(source: SourceText) -> tuple[Mapping | None, int, list[Problem]]:
    """Return the tree of the front matter, the line on which the body begins, and every problem."""
    text, body_line, problems = split_front_matter(source)
    if problems:
        return None, body_line, problems
    tree, problems = read_tree(source, text, 2, RECORD_NODES)
    return tree, body_line, problems
