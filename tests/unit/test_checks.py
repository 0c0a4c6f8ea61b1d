"""The run of all checks: what is acknowledged, and what every check keeps to."""

from datetime import date

from ceremony_archive import pipeline
from ceremony_archive.checks import acknowledgements, registry
from ceremony_archive.messages import wording
from ceremony_archive.model.archive import Archive
from tests.content_copy import ContentCopy
from tests.unit.checked_content import award, awards, rules


def test_an_acknowledged_warning_is_counted_and_not_shown(content: ContentCopy) -> None:
    before = content.report().acknowledged
    content.change_fields(
        awards(award("giay-khen-xa-mau"), award("giay-khen-xa-mau", counts="{individuals: 1}"))
        + "acknowledged:\n  form-out-of-validity: Nguồn ghi như vậy.\n".encode()
    )
    report = content.report()
    assert (report.problems, report.acknowledged - before) == ((), 2)


def test_an_error_cannot_be_acknowledged(content: ContentCopy) -> None:
    content.change_fields(b"officials:\n  - {took_part: [spoke]}\nacknowledged:\n  official-without-subject: x\n")
    assert rules(content) == {"official-without-subject", "acknowledgement-unused"}


def test_every_rule_of_a_warning_may_be_acknowledged_and_has_words() -> None:
    assert set(acknowledgements.WARNING_RULES) <= set(wording("vi")) == set(wording("en"))


def test_the_checks_stand_an_archive_without_documents(content: ContentCopy) -> None:
    archive = pipeline.check(content.folder).archive
    assert isinstance(archive, Archive)
    assert registry.run(archive, {}, date(2030, 1, 1)).count("error") > 0


def test_the_checks_leave_the_archive_as_it_was(content: ContentCopy) -> None:
    first, second = content.report(), content.report()
    assert first == second
