"""Every rule has a document, and every document is true: its example gives its message, its mended text gives none."""

import pytest

from ceremony_archive.messages import wording
from ceremony_archive.model.values import LANGUAGES
from ceremony_archive.report import show
from tests.content_copy import ContentCopy
from tests.rule_document import HEADINGS, RuleDocument, apply, documents

NOT_RULES = {"report", "shapes", "build", "verify", "stops", "faults", "register", "redact"}

each_document = pytest.mark.parametrize("document", documents(), ids=lambda document: document.rule)


def test_every_rule_has_a_document_and_every_document_a_rule() -> None:
    assert sorted(document.rule for document in documents()) == sorted(set(wording("vi")) - NOT_RULES)


@each_document
def test_a_document_has_its_sections_in_order(document: RuleDocument) -> None:
    headings = [line[3:] for line in document.text.splitlines() if line.startswith("## ")]
    assert document.text.startswith(f"# {document.rule}\n\n")
    assert headings[: len(HEADINGS)] == list(HEADINGS)


@each_document
def test_the_example_gives_the_message(
    document: RuleDocument, content: ContentCopy, accept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(document.example(), content, monkeypatch)
    report = content.report()
    shown = {language: show(report, language) for language in LANGUAGES}
    if accept:
        document.path.write_text(document.with_messages(shown), encoding="utf-8")
        return
    assert {problem.rule for problem in report.problems} == {document.rule}
    assert shown == {language: document.message(language) for language in LANGUAGES}


@each_document
def test_the_mended_text_has_no_problem(
    document: RuleDocument, content: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply(document.mended(), content, monkeypatch)
    assert show(content.report(), "en") == "no problems\n"


def test_the_golden_content_has_no_problem(content: ContentCopy) -> None:
    assert show(content.report(), "en") == "no problems\n"
