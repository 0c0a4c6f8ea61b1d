"""The wording of every problem, by rule, in Vietnamese and English."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import TextIOWrapper
from pathlib import Path

import yaml

from ceremony_archive.model.values import Language
from ceremony_archive.problems import ArchiveError, Fault, Problem

FOLDER = Path(__file__).parent
PARTS = ("problem", "expected", "fix")
FAULTS_SHOWN = 20


def print_any_letter() -> None:
    """Have letters that the terminal lacks printed escaped: a message must never end the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


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


def stop_message(error: ArchiveError, language: Language) -> str:
    """Return what stopped the tool and what to do next, the faults of files below it, a line each."""
    words = wording(language)
    reason = words["shapes"].get(error.words.get("reason", ""), error.words.get("reason", ""))
    text = words["stops"][error.stop].format_map({**error.words, "reason": reason})
    return "\n".join([text, *fault_lines(error.faults, language)])


def fault_lines(faults: Sequence[Fault], language: Language) -> Iterator[str]:
    """Yield a line for each fault, up to as many as anybody reads, and how many there are more."""
    words = wording(language)["faults"]
    for fault in faults[:FAULTS_SHOWN]:
        yield "  " + words[fault.kind].format(file=fault.file, detail=fault.detail)
    if len(faults) > FAULTS_SHOWN:
        yield "  " + words["more"].format(n=len(faults) - FAULTS_SHOWN)
