"""Dữ liệu giả để thử. Synthetic test data. What is withheld on request leaves the archive, and nothing else does."""

from pathlib import Path

import pytest

from ceremony_archive import pipeline
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony, Counts, Official
from ceremony_archive.model.redaction import Redacted, record_of, redact
from ceremony_archive.model.redaction_target import check_digits, initials, target_of
from ceremony_archive.model.register import Degree, Redaction
from ceremony_archive.model.values import Bilingual, PartialDate
from ceremony_archive.pages.withheld import excused_addresses
from ceremony_archive.problems import OutputError
from ceremony_archive.redact_task import Outcome, Request, withhold
from tests.content_copy import BASE, ContentCopy
from tests.test_golden import THEME
from tests.test_tasks import run
from tests.unit.checked_content import rules, told
from tests.unit.small_archive import small_context

PLACES = "places: [{id: mau, kind: district, level: huyện, name: Huyện Mẫu, name_en: Mau}]"
FIRST, SECOND = "2031-01-01-mau-mot", "2031-02-02-mau-hai"
CEREMONIES = f"""
- id: {FIRST}
  title: {{vi: Lễ một, en: One}}
  date: "2031-01-01"
  kind: annual-review
  place: mau
  venue: Hội trường Thử
  organizers: [Ủy ban Thử nghiệm, Ban Thi đua Thử]
  summary: {{vi: Tóm tắt, en: Summary}}
  officials:
    - {{name: Trương Quốc Thử, name_as_printed: Truong Quoc Thu, honorific: ông, role: Bí thư, took_part: [attended]}}
    - {{name: Lê Thị Mẫu Đơn, took_part: [spoke]}}
    - {{role: lãnh đạo, organization: Sở Thử, took_part: [attended]}}
  awards:
    - form: giay-khen
      scope: presented
      recipients:
        - name: Phạm Văn Nghiệm
          kind: individual
          role: giáo viên
          organization: Trường Thử
          received_by: Vũ Thị Nhận
        - {{name: Đỗ Thị Nghiệm, kind: individual}}
        - {{name: Trường Thử Nghiệm, kind: organization}}
      note: {{vi: Ghi theo nguồn., en: As in the source.}}
    - form: giay-khen
      scope: presented
      counts: {{individuals: 126}}
      recipients: [{{name: Hồ Văn Kiểm, kind: individual}}]
    - form: giay-khen
      scope: presented
      counts: {{mixed: 40}}
      recipients: [{{name: Ngô Văn Kiểm, kind: individual}}]
    - form: giay-khen
      scope: presented
      counts: {{organizations: 5}}
      approximation: [over]
      recipients: [{{name: Dương Văn Kiểm, kind: individual}}]
  sources: [{{id: bao, publisher: Báo, coverage: full}}]
  notes: [{{vi: Ghi chú đầu tiên}}, {{vi: Ghi chú thứ hai}}]
  story: {{vi: <p>Bài.</p>}}
- id: {SECOND}
  title: {{vi: Lễ hai, en: Two}}
  date: "2031-02-02"
  kind: annual-review
  place: mau
  summary: {{vi: Tóm tắt, en: Summary}}
  officials: [{{name: Trương Quốc Thử, role: Chủ tịch, took_part: [attended]}}]
  sources: [{{id: bao, publisher: Báo, coverage: full}}]
  story: {{vi: <p>Bài.</p>}}
"""
PEOPLE = f"""
people:
  - id: person-0001
    name: Trương Quốc Thử
    variants: [Trương Quốc Thứ]
    mentions:
      - {{ceremony: {FIRST}, name: Trương Quốc Thử, evidence: {{vi: Một.}}}}
      - {{ceremony: {SECOND}, name: Trương Quốc Thử, evidence: {{vi: Hai.}}}}
  - id: person-0002
    name: Đỗ Thị Nghiệm
    mentions: [{{ceremony: {FIRST}, name: Đỗ Thị Nghiệm, evidence: {{vi: Ba.}}}}]
"""


def whole() -> Archive:
    """Return the archive with nothing withheld."""
    return small_context("vi", places=PLACES, ceremonies=CEREMONIES, people=PEOPLE).archive


def redaction(field: str, degree: Degree = "removed", record: str = FIRST, **rest: object) -> Redaction:
    """Return a sound redaction of the field."""
    owner = record_of(whole(), record)
    target = target_of(owner, field) if owner else None
    return Redaction(
        id=f"r-{len(field)}-{degree}",
        record=record,
        field=field,
        degree=degree,
        date=PartialDate(2031, 3, 3),
        reason=Bilingual(vi="Được yêu cầu."),
        check=check_digits(record, target.text) if target else "",
        **rest,  # type: ignore[arg-type]
    )


def redacted(*redactions: Redaction) -> Redacted:
    """Return the archive without what the redactions withhold."""
    archive = whole()
    return redact(Archive(**{**vars(archive), "redactions": redactions}))


def first(*redactions: Redaction) -> Ceremony:
    """Return the first ceremony without what the redactions withhold."""
    return redacted(*redactions).archive.ceremony_by_id[FIRST]


def test_without_redactions_the_archive_stays_the_very_same() -> None:
    archive = whole()
    assert redact(archive).archive is archive
    assert redact(archive).secrets == ()


@pytest.mark.parametrize("field", ["awards[1].recipients[1]", "awards[1].recipients[1].name"])
def test_a_removed_recipient_leaves_the_list_and_as_many_are_honoured_as_before(field: str) -> None:
    award = first(redaction(field)).awards[0]
    assert [recipient.name for recipient in award.recipients] == ["Đỗ Thị Nghiệm", "Trường Thử Nghiệm"]
    assert award.counts == Counts(individuals=2)
    assert award.note == Bilingual(
        vi="Ghi theo nguồn. Theo yêu cầu, 1 tên trong danh sách này không được công bố.",
        en="As in the source. 1 name in this list is withheld on request.",
    )


def test_two_removed_from_one_list_are_counted_together() -> None:
    award = first(redaction("awards[1].recipients[1]"), redaction("awards[1].recipients[3].name")).awards[0]
    assert [recipient.name for recipient in award.recipients] == ["Đỗ Thị Nghiệm"]
    assert award.counts == Counts(individuals=2, organizations=1)
    assert award.note is not None
    assert award.note.en == "As in the source. 2 names in this list are withheld on request."


@pytest.mark.parametrize(
    ("award", "counts"),
    [(2, Counts(individuals=126)), (3, Counts(mixed=40)), (4, Counts(organizations=5))],
    ids=["counted already", "in a lump", "beside a number that is more than it says"],
)
def test_no_count_is_added_to_one_that_covers_the_name_or_would_make_it_false(award: int, counts: Counts) -> None:
    assert first(redaction(f"awards[{award}].recipients[1]")).awards[award - 1].counts == counts


def test_a_removed_official_keeps_role_and_organization() -> None:
    official = first(redaction("officials[1]")).officials[0]
    assert official == Official(
        role="Bí thư",
        took_part=("attended",),
        note=Bilingual(
            vi="Theo yêu cầu, tên của người này không được công bố.",
            en="The name of this person is withheld on request.",
        ),
    )


def test_an_official_of_whom_only_the_name_was_known_goes() -> None:
    roles = [official.role for official in first(redaction("officials[2].name")).officials]
    assert roles == ["Bí thư", "lãnh đạo"]


def test_initials_stand_for_the_name_and_for_the_name_as_printed() -> None:
    ceremony = first(redaction("officials[1]", "initials"), redaction("awards[1].recipients[2]", "initials"))
    assert (ceremony.officials[0].name, ceremony.officials[0].name_as_printed) == ("T. Q. T.", None)
    assert ceremony.officials[0].honorific == "ông"
    assert ceremony.awards[0].recipients[1].name == "Đ. T. N."
    assert initials("Trương Quốc Lâm") == "T. Q. L."
    assert initials("y Phôn (Niê)") == "Y. P. N."


def test_optional_texts_are_emptied_and_items_of_lists_go() -> None:
    ceremony = first(
        redaction("venue"),
        redaction("organizers[1]"),
        redaction("notes[2]"),
        redaction("awards[1].recipients[1].organization"),
        redaction("awards[1].recipients[1].received_by", "initials"),
    )
    assert ceremony.venue is None
    assert ceremony.organizers == ("Ban Thi đua Thử",)
    assert ceremony.notes == (Bilingual(vi="Ghi chú đầu tiên"),)
    recipient = ceremony.awards[0].recipients[0]
    assert (recipient.name, recipient.organization, recipient.received_by) == ("Phạm Văn Nghiệm", None, "V. T. N.")


def test_paths_count_the_items_of_the_record_as_it_is_written() -> None:
    ceremony = first(redaction("notes[1]"), redaction("notes[2]"), redaction("officials[2]"), redaction("officials[1]"))
    assert ceremony.notes == ()
    assert [official.role for official in ceremony.officials] == ["Bí thư", "lãnh đạo"]


@pytest.mark.parametrize(
    "field", ["title", "summary", "story", "officials[9]", "officials[3]", "date", "kind", "x.y[0]"]
)
def test_what_cannot_be_withheld_stays_as_it_is(field: str) -> None:
    result = redacted(redaction(field))
    assert result.archive.ceremonies == whole().ceremonies
    assert result.secrets == ()


def test_words_that_are_said_of_many_are_withheld_in_their_place_and_searched_for_nowhere() -> None:
    result = redacted(redaction("awards[1].recipients[1].role"))
    assert result.archive.ceremony_by_id[FIRST].awards[0].recipients[0].role is None
    assert result.secrets == ()


def test_secrets_are_every_form_that_the_record_has_of_the_name_and_no_representation_says_them() -> None:
    result = redacted(redaction("officials[1]", shared_with=(SECOND,)))
    assert [(words.words, words.record, words.shared_with) for words in result.secrets] == [
        ("Trương Quốc Thử", FIRST, (SECOND,)),
        ("Truong Quoc Thu", FIRST, (SECOND,)),
    ]
    assert "Quốc" not in repr(result.secrets)


def test_a_mention_of_a_withheld_name_does_not_link_any_more() -> None:
    archive = redacted(redaction("officials[1]", "initials", shared_with=(SECOND,))).archive
    assert archive.entity_of(archive.ceremony_by_id[FIRST], "T. Q. T.", "Bí thư") is None
    assert [mention.ceremony for mention in archive.people["person-0001"].mentions] == [SECOND]


def test_who_is_named_in_no_record_any_more_has_no_page() -> None:
    assert list(redacted(redaction("awards[1].recipients[2]")).archive.people) == ["person-0001"]


def test_a_withheld_person_loses_the_page_and_records_name_them_as_before() -> None:
    result = redacted(redaction("name", record="person-0001"))
    assert list(result.archive.people) == ["person-0002"]
    assert result.archive.ceremonies == whole().ceremonies
    assert [words.words for words in result.secrets] == ["Trương Quốc Thứ"]  # which no record has


def test_a_variant_of_a_persons_name_can_be_withheld_alone() -> None:
    assert redacted(redaction("variants[1]", record="person-0001")).archive.people["person-0001"].variants == ()


def test_an_unindexed_name_stays_in_the_archive_and_is_no_secret() -> None:
    result = redacted(redaction("awards[2].recipients[1]", "unindexed"))
    assert result.archive.ceremonies == whole().ceremonies
    assert (result.secrets, [words.words for words in result.hidden]) == ((), ["Hồ Văn Kiểm"])


def test_addresses_that_go_with_a_name_are_excused() -> None:
    result = redacted(redaction("awards[1].recipients[2]"), redaction("officials[1]", shared_with=(SECOND,)))
    whole_with_register = Archive(**{**vars(whole()), "redactions": result.archive.redactions})
    assert excused_addresses(whole_with_register, result.archive) == {
        "names/do-thi-nghiem.html",
        "names/letters/dd.html",
        "people/person-0002.html",
    }
    assert excused_addresses(whole(), whole()) == frozenset()


# The checks of the register, on a copy of the golden content.

RECORD = Path(BASE).stem
WITH_NAMES, OTHER_BEARER = "2031-05-huyen-mau-hai-trao-thuong", "2034-01-15-huyen-mau-mot-tong-ket-2033"


def register(*entries: str) -> str:
    return "redactions:\n" + "\n".join(entries)


def entry(field: str, text: str, *, record: str = RECORD, degree: str = "removed", more: str = "") -> str:
    check = check_digits(record, text)
    return f"""  - id: r-2034-{abs(hash(field)) % 900 + 100}
    record: {record}
    field: {field}
    degree: {degree}
    date: "2034-06-01"
    reason: {{vi: Được yêu cầu., en: On request.}}
    check: "{check}"
    {more}
"""


def test_a_redaction_that_nothing_else_contradicts_has_no_problem(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", register(entry("officials[2]", "Trần Văn Thử")))
    assert rules(content) == set()


def test_an_item_that_moved_is_told_with_its_new_place(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", register(entry("awards[4].recipients[1]", "Xí nghiệp Thử Nghiệm")))
    [problem] = told(content, "redaction-moved")
    assert problem.arguments["suggestion"] == "awards[3].recipients[1]"


def test_an_item_whose_words_were_corrected_is_told_without_a_place(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", register(entry("officials[2]", "Trần Văn Thứ")))
    [problem] = told(content, "redaction-moved")
    assert problem.arguments["suggestion"] == ""


def test_a_record_that_there_is_not_is_an_unknown_id(content: ContentCopy) -> None:
    content.put(
        "registers/redactions.yaml", register(entry("officials[2]", "Trần Văn Thử", record="2031-03-14-khong-co"))
    )
    assert rules(content) == {"unknown-id"}


def test_a_redaction_of_a_record_that_was_withdrawn_stays_in_the_register(content: ContentCopy) -> None:
    gone = "2032-08-quan-mau-nam-hop-mat"  # withdrawn in the golden register
    content.put("registers/redactions.yaml", register(entry("officials[2]", "Mẫu", record=gone)))
    assert rules(content) == set()


def test_a_name_of_a_place_is_too_common(content: ContentCopy) -> None:
    content.change_fields("officials:\n  - {name: Huyện Mẫu Hai, took_part: [attended]}\n".encode())
    content.put("registers/redactions.yaml", register(entry("officials[1]", "Huyện Mẫu Hai")))
    [problem] = told(content, "redaction-too-common")
    assert problem.arguments["reason"] == "name-of-a-place"


def test_what_remains_is_told_with_its_line_and_never_with_its_words(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", register(entry("awards[2].recipients[1]", "Lê Thị Thử")))
    [problem] = told(content, "redaction-remains")
    assert problem.arguments["field"] == "awards[1].recipients[1].received_by"
    assert problem.position.text == ""
    assert "Thử" not in "".join(problem.arguments.values())
    lines = (content.folder / BASE).read_text(encoding="utf-8").splitlines()
    assert "received_by: Lê Thị Thử" in lines[problem.position.line - 1]


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("entities/people.yaml", "Một người được nêu tên.", "Trần Văn Thử nói."),
        ("pages/about.md", "\n---\n", "\n---\n\nÔng Tran Van Thu.\n"),
        ("registers/redactions.yaml", "Được yêu cầu.", "Ông Trần Văn Thử yêu cầu."),
        ("registers/redirects.yaml", "Tệp được đặt lại tên.", "Ông TRẦN VĂN THỬ."),
    ],
)
def test_what_remains_is_found_wherever_it_would_be_published(
    content: ContentCopy, file: str, before: str, after: str
) -> None:
    content.put("registers/redactions.yaml", register(entry("officials[2]", "Trần Văn Thử")))
    text = (content.folder / file).read_text(encoding="utf-8")
    assert before in text
    content.put(file, text.replace(before, after, 1))
    assert [problem.position.file for problem in told(content, "redaction-remains")] == [f"content/{file}"]


def test_a_name_that_another_record_shares_is_somebody_elses_there(content: ContentCopy) -> None:
    nghiem = entry("awards[1].recipients[2]", "Mẫu Thị Nghiệm", record=WITH_NAMES)
    content.put("registers/redactions.yaml", register(nghiem))
    assert {problem.arguments["suggestion"] for problem in told(content, "redaction-remains")} == {OTHER_BEARER}
    content.put("registers/redactions.yaml", register(nghiem + f"    shared_with: [{OTHER_BEARER}]\n"))
    assert rules(content) == set()


def test_a_link_of_a_story_to_a_withheld_person_leads_nowhere(content: ContentCopy) -> None:
    story = "Bài có [một người](person:person-0003).\n".encode()
    content.change_story(story)
    assert rules(content) == set()
    content.put(
        "registers/redactions.yaml",
        register(entry("name", "Đỗ Văn Nghiệm", record="person-0003", more="shared_with: []")),
    )
    assert rules(content) == {"unknown-link"}


def test_pictures_of_a_record_of_which_something_is_withheld_are_to_be_looked_at(content: ContentCopy) -> None:
    with_a_picture = "2032-04-20-thi-xa-mau-ba-don-huan-chuong"
    name = "Nhân dân và cán bộ huyện Mẫu Ba"
    for degree, expected in (("removed", {"redaction-picture"}), ("unindexed", set[str]())):
        hidden = entry("awards[1].recipients[1]", name, record=with_a_picture, degree=degree)
        content.put("registers/redactions.yaml", register(hidden))
        assert rules(content) == expected


def test_a_record_that_cannot_be_read_makes_no_problem_of_its_redactions(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", register(entry("officials[2]", "Trần Văn Thử")))
    content.change_fields(b"kind: [\n")
    assert not any(rule.startswith("redaction") or rule == "unknown-id" for rule in rules(content))


# Pages with hidden words, of the golden content.


def site(content: ContentCopy) -> dict[str, str]:
    checked = pipeline.check(content.folder)
    assert checked.archive is not None
    return {file.path: file.content.decode() for file in pipeline.plan(checked.archive, THEME) if is_text(file.path)}


def is_text(path: str) -> bool:
    return path.endswith((".html", ".xml", ".atom"))


def unindexed(files: dict[str, str]) -> set[str]:
    return {path for path, content in files.items() if '<meta name="robots" content="noindex">' in content}


def test_every_page_with_an_unindexed_name_is_kept_from_search_engines(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", "redactions: []\n")
    before = site(content)
    hidden = entry("awards[1].recipients[3]", "Vũ Văn Thử", record=WITH_NAMES, degree="unindexed")
    content.put("registers/redactions.yaml", register(hidden))
    after = site(content)
    with_the_name = {path for path, text in after.items() if path.endswith(".html") and "Vũ Văn Thử" in text}
    assert f"ceremonies/{WITH_NAMES}.html" in unindexed(after) - unindexed(before)
    assert unindexed(after) - unindexed(before) <= with_the_name <= unindexed(after)
    for page in with_the_name:
        assert "application/ld+json" not in after[page] or '"@type":"BreadcrumbList"' in after[page]
        assert f"/{page}<" not in after["sitemap.xml"]
    feed = after["feeds/ceremonies.atom"]
    assert WITH_NAMES not in feed
    assert WITH_NAMES in before["feeds/ceremonies.atom"]


def test_initials_are_no_name_to_look_up(content: ContentCopy) -> None:
    files = site(content)  # of which the golden register leaves an official's initials
    assert "names/p-t-t.html" not in files
    assert "P. T. T." in files[f"ceremonies/{WITH_NAMES}.html"]
    assert [path for path, text in files.items() if "p-t-t" in text] == []


def test_a_page_with_somebody_elses_name_stays_indexed(content: ContentCopy) -> None:
    hidden = entry("awards[1].recipients[2]", "Mẫu Thị Nghiệm", record=WITH_NAMES, degree="unindexed")
    content.put("registers/redactions.yaml", register(hidden + f"    shared_with: [{OTHER_BEARER}]\n"))
    kept = unindexed(site(content))
    assert f"ceremonies/{OTHER_BEARER}.html" not in kept
    assert f"ceremonies/{WITH_NAMES}.html" in kept
    content.put("registers/redactions.yaml", register(hidden))
    assert f"ceremonies/{OTHER_BEARER}.html" in unindexed(site(content))


# The task.


def asked(content: ContentCopy, field: str, **rest: object) -> Outcome:
    given = {"record": RECORD, "field": field, "degree": "removed", "reason": Bilingual(vi="Được yêu cầu."), **rest}
    return withhold(content.folder, Request(**given), PartialDate(2034, 7, 8), "en", cache=None)  # type: ignore[arg-type]


def written(content: ContentCopy) -> str:
    return (content.folder / "registers" / "redactions.yaml").read_text(encoding="utf-8")


def test_the_task_adds_an_entry_behind_those_that_are_there(content: ContentCopy) -> None:
    before = written(content)
    outcome = asked(content, "officials[2]", reason=Bilingual(vi="Được yêu cầu.", en="On request."))
    assert outcome.is_written
    assert written(content) == before + (
        "\n  - id: r-2034-003\n"
        f"    record: {RECORD}\n"
        "    field: officials[2]\n"
        "    degree: removed\n"
        '    date: "2034-07-08"\n'
        "    reason: {vi: Được yêu cầu., en: On request.}\n"
        f"    check: {check_digits(RECORD, 'Trần Văn Thử')}\n"
    )
    assert rules(content) == set()


def test_the_task_says_what_follows_and_not_whose_name_it_is(content: ContentCopy) -> None:
    outcome = asked(content, "awards[2].recipients[1]")
    assert outcome.lines == (
        f"wrote r-2034-003 to registers/redactions.yaml: {RECORD}, awards[2].recipients[1]",
        "  the recipient leaves the list; as many are honoured as before, and it is said that a name is withheld",
        "  addresses that go without a word: 2",
        "places that must be mended too: 1; see them with: python3 tasks.py check",
    )


@pytest.mark.parametrize(
    ("field", "rest", "said"),
    [
        ("officials[7]", {}, "error[redaction-field]"),
        ("summary", {}, "error[redaction-required]"),
        ("venue", {"degree": "initials"}, "error[redaction-degree]"),
        ("officials[2]", {"record": "2031-khong-co"}, "error[unknown-id]"),
        ("officials[2]", {"shared_with": ("2031-khong-co",)}, "error[unknown-id]"),
        ("officials[2]", {"degree": "gone"}, "--degree gone: one of removed, initials, unindexed"),
        ("officials[2]", {"reason": Bilingual(vi="Ông tran van thu yêu cầu.")}, "--reason: the reason is published"),
    ],
)
def test_the_task_refuses_what_is_wrong_and_writes_nothing(
    content: ContentCopy, field: str, rest: dict[str, object], said: str
) -> None:
    before = written(content)
    outcome = asked(content, field, **rest)
    assert (outcome.is_written, written(content)) == (False, before)
    assert outcome.lines[0].startswith(said)
    assert outcome.lines[-1] == "nothing was written"
    assert "Trần" not in " ".join(outcome.lines)


def test_the_task_leaves_a_register_alone_that_has_a_mistake(content: ContentCopy) -> None:
    content.put("registers/redactions.yaml", "redactions: {}\n")
    assert asked(content, "officials[2]").lines[-1] == "nothing was written"
    assert written(content) == "redactions: {}\n"


def test_the_task_does_not_lose_a_comment_between_entries(content: ContentCopy) -> None:
    commented = "redactions:\n  # a remark\n  []\n"
    content.put("registers/redactions.yaml", commented)
    with pytest.raises(OutputError) as stopped:
        asked(content, "officials[2]")
    assert stopped.value.stop == "register-with-comments"
    assert written(content) == commented


def test_the_command_dates_the_entry_and_ends_with_2_when_it_writes_none(
    content: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2035929600")  # 8 July 2034
    before = written(content)
    given = ("--reason", "Được yêu cầu.", "--content", str(content.folder), "--lang", "en")
    refused = run("redact", RECORD, "officials[9]", *given)
    assert (refused.returncode, refused.stdout, written(content)) == (2, "", before)
    assert "error[redaction-field]" in refused.stderr
    assert "Traceback" not in refused.stderr
    done = run("redact", RECORD, "officials[2]", "--degree", "initials", *given)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("wrote r-2034-003 to registers/redactions.yaml")
    assert '    degree: initials\n    date: "2034-07-08"\n' in written(content)


def test_the_golden_archive_withholds_what_its_register_says() -> None:
    checked = pipeline.check(Path("tests/golden/content"))
    assert [words.redaction for words in checked.secrets] == ["r-2034-001", "r-2034-002", "r-2034-002"]
