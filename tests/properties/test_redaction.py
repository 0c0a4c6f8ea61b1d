"""Whoever is withheld to whatever degree: no file of the whole site has the name, or none that search engines show."""

import dataclasses
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from ceremony_archive import pipeline
from ceremony_archive.checks.checked_reference import checked_reference
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Organization, Person
from ceremony_archive.model.field_path import FieldPath, changed, texts_in, value_at, written
from ceremony_archive.model.fold import slug, spelling_key
from ceremony_archive.model.redaction import Redacted, redact
from ceremony_archive.model.redaction_target import Record, check_digits, target_of
from ceremony_archive.model.register import Degree, Redaction
from ceremony_archive.model.values import Bilingual, PartialDate
from ceremony_archive.model.withheld_words import WithheldWords, WordFinder
from ceremony_archive.output.leaks import find_indexed, find_leaks
from ceremony_archive.source.attachments import read_attachments
from ceremony_archive.source.load import content_folder, list_files, read_records
from tests.conftest import GOLDEN
from tests.test_golden import THEME

NAMES = ("name", "name_as_printed")


@cache
def golden() -> Archive:
    """Return the golden archive with nothing withheld."""
    folder = content_folder(GOLDEN)
    files, _ = list_files(folder)
    reference, _ = checked_reference(folder, files, None)
    records, _ = read_records(folder, files, lambda done, total: None)
    pictures, _ = read_attachments(folder, files, records, None)
    assert reference is not None and records.site is not None
    archive = pipeline.archive_of(records.site, reference, records, pictures)
    return dataclasses.replace(archive, redactions=())


def bearers(ceremony: Ceremony) -> list[FieldPath]:
    """Return the path of every named official and every recipient."""
    officials = [("officials", at) for at, official in enumerate(ceremony.officials) if official.name]
    recipients = [
        ("awards", at, "recipients", number)
        for at, award in enumerate(ceremony.awards)
        for number in range(len(award.recipients))
    ]
    return [*officials, *recipients]


@cache
def every_bearer() -> tuple[tuple[str, FieldPath], ...]:
    """Return every official and recipient of the golden archive, by record and path."""
    return tuple((ceremony.id, path) for ceremony in golden().ceremonies for path in bearers(ceremony))


def without_other_uses(ceremony: Ceremony, name: str) -> Ceremony:
    """Return the ceremony as an editor rewrites it, so that the name stands nowhere but at its bearers."""
    finder = WordFinder.of([WithheldWords(redaction="r", record="r", words=name)])
    named = {(*path, field) for path in bearers(ceremony) for field in NAMES}
    edits: dict[FieldPath, object] = {}
    for path, text in texts_in(ceremony):
        if path not in named and any(finder.found_in(text)):
            is_bilingual = isinstance(value_at(ceremony, path), Bilingual)
            edits[path] = Bilingual(vi="một người", en="somebody") if is_bilingual else "một người"
    return changed(ceremony, edits) if edits else ceremony


def redaction(record: Record, field: str, degree: Degree, number: int) -> Redaction:
    target = target_of(record, field)
    assert target is not None
    return Redaction(
        id=f"r-2034-{number:03d}",
        record=record.id,
        field=field,
        degree=degree if degree in target.degrees else "removed",
        date=PartialDate(2034),
        reason=Bilingual(vi="Được yêu cầu.", en="On request."),
        check=check_digits(record.id, target.text),
    )


def withheld(name: str, degree: Degree) -> Redacted:
    """Return the golden archive after all who bear the name have asked for the degree."""
    rewritten = [without_other_uses(ceremony, name) for ceremony in golden().ceremonies]
    records: list[tuple[Record, str]] = []
    for ceremony in rewritten:
        for path in bearers(ceremony):
            bearer = str(value_at(ceremony, (*path, "name")))
            if spelling_key(bearer) == spelling_key(name):
                records.append((ceremony, written(path)))
    entities: tuple[Person | Organization, ...] = (*golden().people.values(), *golden().organizations.values())
    records += [(entity, "name") for entity in entities if entity.name == name]
    redactions = tuple(redaction(record, field, degree, at) for at, (record, field) in enumerate(records))
    return redact(dataclasses.replace(golden(), ceremonies=tuple(rewritten), redactions=redactions))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=some.data(), degree=some.sampled_from(["removed", "initials", "unindexed"]))
def test_after_a_redaction_the_whole_site_is_without_the_name(data: some.DataObject, degree: Degree) -> None:
    record, path = data.draw(some.sampled_from(every_bearer()))
    name = str(value_at(golden().ceremony_by_id[record], (*path, "name")))
    redacted = withheld(name, degree)
    files = {file.path: file.content for file in pipeline.plan(redacted.archive, THEME)}
    with TemporaryDirectory() as folder:
        for address, content in files.items():
            target = Path(folder) / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        assert find_leaks(Path(folder), files, redacted.secrets, {}) == []
        assert find_indexed(Path(folder), files, redacted.hidden, {}) == []
    with_name = {address for address, content in files.items() if name.encode() in content}
    if degree == "unindexed":
        assert with_name
        assert all(b"noindex" in files[address] for address in with_name if address.endswith(".html"))
    else:
        assert with_name == set()
        if not any(words.shares_slug for words in redacted.secrets):
            assert not any(slug(name) in address for address in files)


def test_a_withheld_name_that_nobody_rewrote_is_found_where_it_stands() -> None:
    ceremony = golden().ceremony_by_id["2032-04-20-thi-xa-mau-ba-don-huan-chuong"]
    only = redaction(ceremony, "officials[2]", "removed", 1)  # also received the order, and is a verified person
    redacted = redact(dataclasses.replace(golden(), redactions=(only,)))
    files = {file.path: file.content for file in pipeline.plan(redacted.archive, THEME)}
    with_name = {address for address, content in files.items() if "Đỗ Văn Nghiệm".encode() in content}
    with TemporaryDirectory() as folder:
        for address, content in files.items():
            target = Path(folder) / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        found = {leak.file for leak in find_leaks(Path(folder), files, redacted.secrets, {})}
    assert f"ceremonies/{ceremony.id}.html" in with_name
    assert with_name - found == {
        address for address in with_name if "do-van-nghiem" in address
    }  # named with an ellipsis
    assert "people/person-0003.html" not in files
