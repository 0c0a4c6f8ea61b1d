"""Guards are not only believed in: with any of them taken away, the fault that it guards against is noticed.

Each guard is one exact text of the program, found once; its test is run in a copy of the project without it. A guard
that was rewritten makes its entry fail: find the new text and put it here.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

import pytest

from tests.faults.project_copy import ProjectCopy

FAULT = "tests/faults/test_faults.py::test_a_fault_is_handled_well[{}]"
WALL = "tests/faults/test_second_walls.py::test_{}"
STILL_RUNS = WALL.format("the_clean_content_has_no_problem")


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard: the text in the module, what takes its place, and the tests of which one at least must then fail."""

    name: str
    path: str
    text: str
    without: str
    tests: tuple[str, ...]


def _fault(name: str, path: str, text: str, without: str, *faults: str) -> Guard:
    return Guard(name, f"ceremony_archive/{path}", text, without, tuple(FAULT.format(fault) for fault in faults))


def _wall(name: str, path: str, text: str, without: str, *tests: str) -> Guard:
    return Guard(name, f"ceremony_archive/{path}", text, without, tuple(WALL.format(test) for test in tests))


READING = (
    _fault(
        "letters-are-composed",
        "source/text.py",
        'unicodedata.normalize("NFC", text.replace',
        "str(text.replace",
        "decomposed-letters",
    ),
    _fault("decoding-is-strict", "source/text.py", '.decode("utf-8-sig")', '.decode("utf-8-sig", "ignore")', "latin-1"),
    _fault(
        "characters-are-checked",
        "source/text.py",
        "return (None, problems) if problems else (source, [])",
        "return source, []",
        "zero-width-space",
        "read-twice",
    ),
    _fault("files-have-a-limit", "source/text.py", "if len(data) > limit:", "if False:", "a-record-over-the-limit"),
    _wall(
        "links-are-not-opened",
        "source/text.py",
        " | os.O_NOFOLLOW",
        "",
        "a_link_is_not_opened_even_if_it_came_between_the_listing_and_the_reading",
    ),
    _fault(
        "one-name-a-file",
        "source/load.py",
        ".st_nlink == 1",
        ".st_nlink >= 1",
        "record-with-a-second-name",
    ),
    _fault("keys-are-counted", "source/yaml_tree.py", "if key.text in parent.entries:", "if False:", "field-twice"),
    _fault("no-anchors", "source/yaml_tree.py", "if event.anchor:", "if False:", "anchor"),
    _fault("no-tags", "source/yaml_tree.py", "if event.tag:", "if False:", "tag-of-a-type"),
    _fault(
        "depth-has-a-limit",
        "source/yaml_tree.py",
        "if len(self.stack) >= MAXIMUM_DEPTH:",
        "if False:",
        "nine-levels",
    ),
    _fault(
        "values-have-a-limit",
        "source/yaml_tree.py",
        "if self.nodes_left < 0:",
        "if False:",
        "a-hundred-thousand-values",
    ),
    _fault("nothing-is-cut", "source/yaml_tree.py", "if rest and line", "if False and line", "number-sign-in-a-value"),
    _fault(
        "schema-is-closed",
        "model/ceremony.py",
        'ConfigDict(extra="forbid")',
        'ConfigDict(extra="ignore")',
        "field-misspelt",
        "command-save_as",
    ),
    _fault(
        "ids-have-a-pattern",
        "model/values.py",
        'if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text, re.ASCII) or len(text) > 80:',
        "if not text:",
        "id-going-up",
    ),
    _fault(
        "dates-have-one-form",
        "model/values.py",
        """r"(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?", re.ASCII""",
        '''r"(\\d{4})(?:-(\\d+)(?:-(\\d+))?)?"''',
        "date-no-zeros",
    ),
    _fault(
        "no-date-to-come",
        "checks/registry.py",
        "found += date_in_future",
        "date_in_future",
        "date-after-the-day-of-the-build",
    ),
)
MARKUP = (
    _fault("raw-html-is-told", "source/markdown.py", "        if tag:\n", "        if False:\n", "raw-script"),
    _fault(
        "schemes-are-told",
        "source/markdown.py",
        'elif href.partition(":")[0].lower() not in SCHEMES:',
        "elif False:",
        "link-to-script",
    ),
    _wall(
        "stories-are-cleaned",
        "source/markdown.py",
        'nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None)',
        "html",
        "a_story_has_no_attribute_but_the_addresses_of_links",
    ),
    _fault("links-lead-somewhere", "pipeline.py", "*story_links.check(", "*(lambda *_: ())(", "link-to-no-page"),
    _fault("templates-escape", "output/render.py", "autoescape=True", "autoescape=False", "script-in-occasion"),
    _wall(
        "templates-name-what-there-is",
        "output/render.py",
        "StrictUndefined, Template",
        "Template, Undefined as StrictUndefined",
        "a_misspelt_name_in_a_template_stops_the_build",
    ),
    _fault(
        "data-cannot-end-its-script",
        "exports/json_document.py",
        "for character, escape in _ESCAPES.items():",
        "for character, escape in dict[str, str]().items():",
        "end-of-a-script-in-title",
    ),
    _fault(
        "addresses-are-of-the-web",
        "model/values.py",
        'r"https?://[^\\s<',
        'r"(?:https?://|[a-z]+:)[^\\s<',
        "script-with-a-dot-as-an-address",
    ),
)
ADDRESSES = (
    _fault(
        "one-record-an-id", "source/load.py", "elif ceremony[1] in stems:", "elif False:", "two-records-of-one-name"
    ),
    _wall(
        "one-file-an-address",
        "output/collisions.py",
        "if key in seen:",
        "if False:",
        "two_files_at_one_address_stop_the_build_whoever_planned_them",
    ),
)
PUBLISHING = (
    _fault(
        "one-error-publishes-nothing",
        "pipeline.py",
        "archive=redacted.archive if report.is_clean else None",
        "archive=redacted.archive",
        "field-misspelt",
    ),
    _fault("addresses-stay", "checks/registry.py", "    address_vanished.check,\n", "", "record-deleted"),
    _fault(
        "pages-do-not-meet", "checks/registry.py", "    address_collision.check,\n", "", "name-like-the-list-of-names"
    ),
    _fault(
        "cells-are-no-formulas",
        "exports/csv_table.py",
        """return f"'{text}" if _TO_GUARD.match(text) else text""",
        "return text",
        "formula-of-equals",
    ),
)
OUTPUT = (
    Guard(
        "one-build-at-a-time",
        "ceremony_archive/output/lock.py",
        "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        ("tests/faults/test_disk.py::test_a_second_build_waits_and_says_so",),
    ),
    Guard(
        "one-exchange",
        "ceremony_archive/output/publish.py",
        '        disk.remove(_hidden(output, "former"))\n        _exchange(stage, output)\n',
        "        disk.remove(output)\n        _exchange(stage, output)\n",
        ("tests/faults/test_disk.py::test_a_reader_never_meets_a_missing_or_torn_page",),
    ),
    Guard(
        "on-the-disk-before-the-exchange",
        "ceremony_archive/output/publish.py",
        "        disk.sync(stage)\n",
        "",
        ("tests/unit/test_publish.py::test_the_site_is_on_the_disk_before_it_is_exchanged",),
    ),
    Guard(
        "links-are-verified",
        "ceremony_archive/output/verify.py",
        "        if target not in expected:\n            yield",
        "        if target not in expected:\n            continue\n            yield",
        ("tests/unit/test_verify.py::test_a_file_that_is_gone_is_found_by_all_who_lead_to_it",),
    ),
    Guard(
        "strays-are-found",
        "ceremony_archive/output/publish.py",
        "        _refuse_foreign(output)\n",
        "",
        ("tests/unit/test_publish.py::test_a_file_that_the_archive_did_not_write_is_not_overwritten",),
    ),
)
GUARDS = (*READING, *MARKUP, *ADDRESSES, *PUBLISHING, *OUTPUT)


Ran = tuple[int, str]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> SimpleQueue[ProjectCopy]:
    """Return copies of the project with its tests, one for each run at a time."""
    folder, copies = tmp_path_factory.mktemp("guards"), SimpleQueue[ProjectCopy]()
    for number in range(min(4, os.cpu_count() or 1)):
        copies.put(ProjectCopy.at(folder / str(number), further=("tests",)))
    return copies


@pytest.fixture(scope="module")
def runs(copies: SimpleQueue[ProjectCopy]) -> Iterator[dict[Guard | None, Future[Ran]]]:
    """Return the run of each guard's tests without the guard, and of all of them with every guard (None).

    They are under way, as many at a time as there are copies.
    """
    with ThreadPoolExecutor(copies.qsize()) as pool:
        yield {guard: pool.submit(run_without, copies, guard) for guard in (None, *GUARDS)}
        pool.shutdown(cancel_futures=True)


def run_without(copies: SimpleQueue[ProjectCopy], guard: Guard | None) -> Ran:
    """Run the guard's tests in a copy that does not have the guard, or those of all guards in one that has all."""
    project = copies.get()
    try:
        if guard is None:
            return run(project, *dict.fromkeys(test for guard in GUARDS for test in guard.tests))
        with project.without(guard.path, guard.text, guard.without):
            return run(project, STILL_RUNS, *guard.tests)
    finally:
        copies.put(project)


def run(project: ProjectCopy, *tests: str) -> Ran:
    """Run the tests in the copy; return the exit code of pytest and what it printed."""
    options = ("-q", "-p", "no:cacheprovider", "--assert=plain", "--tb=line", "-rpf")
    result = project.run("-m", "pytest", *options, *tests)
    return result.returncode, result.stdout + result.stderr


def test_every_guard_is_in_its_place(runs: dict[Guard | None, Future[Ran]]) -> None:
    code, printed = runs[None].result()
    assert code == 0, printed


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_the_archive_notices_when_a_guard_is_gone(runs: dict[Guard | None, Future[Ran]], guard: Guard) -> None:
    code, printed = runs[guard].result()
    assert code == 1, f"{guard.tests} passed without the guard\n{printed}"
    assert f"PASSED {STILL_RUNS}" in printed, f"without the text nothing runs, so this shows nothing\n{printed}"
