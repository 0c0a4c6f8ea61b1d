"""The wording of every problem, by rule, in Vietnamese and English."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from ceremony_archive.model.values import Language
from ceremony_archive.problems import Problem

FOLDER = Path(__file__).parent
PARTS = ("problem", "expected", "fix")


@cache
def wording(language: Language) -> Mapping[str, Mapping[str, str]]:
    """Return the messages of the language: what is wrong, what was expected, how to mend it, by rule."""
    with (FOLDER / f"{language}.yaml").open(encoding="utf-8") as file:
        messages: Mapping[str, Mapping[str, str]] = yaml.load(file, Loader=yaml.CBaseLoader)
    return messages


def message(problem: Problem, part: str, language: Language) -> str:
    """Return one part of the problem's message, "problem", "expected" or "fix", with its words filled in.

    Where the problem has no suggestion and nothing near, the wording under "<part>-without-suggestion" is taken if
    there is one.
    """
    words = wording(language)
    texts = words[problem.rule]
    arguments = dict(problem.arguments)
    if "" in (arguments.get("suggestion"), arguments.get("nearest")):
        part = f"{part}-without-suggestion" if f"{part}-without-suggestion" in texts else part
    for name, text in arguments.items():
        if name in ("expected", "reason"):
            arguments[name] = words["shapes"].get(text, text)
        elif name in ("parent", "field") and not text:
            arguments[name] = words["shapes"]["record"]
    near = arguments.get("nearest", "")
    arguments["nearest"] = words["shapes"]["nearest"].format(nearest=near) if near else words["shapes"]["no-nearest"]
    return texts[part].format_map(arguments).strip()
