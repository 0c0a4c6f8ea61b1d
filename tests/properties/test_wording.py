"""The words of a message, for every text that an editor may have typed."""

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ceremony_archive.messages import PARTS, message, wording
from ceremony_archive.model.values import LANGUAGES, Language
from ceremony_archive.problems import Position, Problem, report_of
from ceremony_archive.report import show

RULES = sorted(rule for rule, parts in wording("vi").items() if "problem" in parts)
TYPED = some.text(alphabet=some.characters(codec="utf-8"), max_size=40)


def placeholders(rule: str, language: Language) -> dict[str, set[str]]:
    parts = wording(language)[rule]
    return {part: {name for _, name, _, _ in Formatter().parse(words) if name} for part, words in parts.items()}


@pytest.mark.parametrize("rule", RULES)
def test_both_languages_name_the_same_things(rule: str) -> None:
    vietnamese, english = (placeholders(rule, language) for language in LANGUAGES)
    assert set().union(*vietnamese.values()) == set().union(*english.values())


@given(some.sampled_from(RULES), some.sampled_from(LANGUAGES), TYPED)
def test_what_an_editor_typed_is_shown_as_typed(rule: str, language: Language, typed: str) -> None:
    names = set().union(*placeholders(rule, language).values())
    problem = Problem(rule=rule, position=Position("a.md"), arguments=dict.fromkeys(names - {"nearest"}, typed))
    words = [message(problem, part, language) for part in PARTS]
    assert all(words) or not typed.strip()
    if "text" in names and typed.strip():
        assert typed.strip() in " ".join(words)


@given(TYPED, some.integers(1, 60), some.integers(1, 60))
def test_any_line_can_be_shown(text: str, column: int, length: int) -> None:
    position = Position("a.md", 1, column, length, text.replace("\n", " ").replace("\r", " "))
    for form in ("text", "json", "github"):
        shown = show(report_of([Problem(rule="file-empty", position=position)]), "vi", form)
        assert shown.endswith("\n")
