"""A report in words: for people on a terminal, for programs as JSON, for a pull request as annotations."""

import json
from collections.abc import Mapping
from typing import Literal

from ceremony_archive.messages import PARTS, message, wording
from ceremony_archive.model.values import Language
from ceremony_archive.problems import Problem, Report

Format = Literal["text", "json", "github"]


def show(report: Report, language: Language, form: Format = "text") -> str:
    """Return the whole report, every problem with its place, what was expected and how to mend it."""
    if form == "json":
        return _json(report, language)
    if form == "github":
        return "".join(_annotation(problem, language) for problem in report.problems)
    return "".join(_text(problem, language) + "\n" for problem in report.problems) + summary(report, language) + "\n"


def summary(report: Report, language: Language) -> str:
    """Return the closing count."""
    words = wording(language)["report"]
    if not report.problems:
        return words["clean"]
    errors, warnings = (_counted(words, severity, report.count(severity)) for severity in ("error", "warning"))
    return words["count"].format(errors=errors, warnings=warnings)


def _counted(words: Mapping[str, str], severity: str, number: int) -> str:
    return words[f"{severity}-one" if number == 1 else f"{severity}-other"].format(n=number)


def _text(problem: Problem, language: Language) -> str:
    words = wording(language)["report"]
    position = problem.position
    severity = words[problem.severity]
    where = f"{position.file}:{position.line}:{position.column}"
    lines = [f"{where}: {severity}[{problem.rule}]: {message(problem, 'problem', language)}"]
    if position.text and not position.text.isspace():
        number = str(position.line)
        shown, column = _shortened(position.text, position.column)
        pointer = "^" * min(position.length, max(1, len(shown) - column + 1))
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * (column - 1)}{pointer}"]
    for part in PARTS[1:]:
        lines.append(f"  {words[part]} {message(problem, part, language)}")
    lines.append(f"  {words['more']} invoke explain {problem.rule}")
    return "\n".join(lines) + "\n"


def _shortened(text: str, column: int, width: int = 110) -> tuple[str, int]:
    """Return the line, or the stretch of it around the column when it is long, and where the column falls in it."""
    if len(text) <= width:
        return text.replace("\t", " "), column
    start = max(0, min(column - width // 3, len(text) - width))
    head = "…" if start else ""
    tail = "…" if start + width < len(text) else ""
    return head + text[start : start + width].replace("\t", " ") + tail, column - start + len(head)


def _json(report: Report, language: Language) -> str:
    problems = [
        {
            "file": problem.position.file,
            "line": problem.position.line,
            "column": problem.position.column,
            "severity": problem.severity,
            "rule": problem.rule,
            **{part: message(problem, part, language) for part in PARTS},
        }
        for problem in report.problems
    ]
    counts = {"errors": report.count("error"), "warnings": report.count("warning"), "acknowledged": report.acknowledged}
    return json.dumps({"problems": problems, **counts}, ensure_ascii=False, indent=2) + "\n"


def _annotation(problem: Problem, language: Language) -> str:
    words = wording(language)["report"]
    position = problem.position
    text = message(problem, "problem", language)
    for part in PARTS[1:]:
        text += f"\n{words[part]} {message(problem, part, language)}"
    properties = {"file": position.file, "line": str(position.line), "col": str(position.column), "title": problem.rule}
    listed = ",".join(
        f"{key}={_escaped(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items()
    )
    return f"::{problem.severity} {listed}::{_escaped(text)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
