"""The bar: every class of fault, and what must come of it. Each row has faults of its own (test_faults.py)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A class of fault and what the archive must do.

    `tests` are tests of such faults that stand elsewhere, as pytest names them; of a parametrized one, one or all.
    """

    id: str
    fault: str
    required: str
    tests: tuple[str, ...] = ()


_DETERMINISM = "tests/faults/test_determinism.py::"
_DISK = "tests/faults/test_disk.py::"

BAR: tuple[Row, ...] = (
    Row(
        id="all-at-once",
        fault="several mistakes in one or in several files",
        required="stop; every mistake told in one run, each with its file and line, in both languages",
    ),
    Row(id="yaml", fault="YAML that cannot be read: tabs, quotes, colons, brackets", required="stop at the line"),
    Row(id="key-twice", fault="a key twice in one mapping, at any depth", required="stop at the line"),
    Row(id="reference", fault="anchors, aliases, merge keys, tags", required="stop at the line, nothing expanded"),
    Row(
        id="size",
        fault="deep nesting, many values, huge values, huge files",
        required="stop in under a second, in bounded memory",
    ),
    Row(
        id="guessed",
        fault="values that YAML or a kind reader would guess: no, 0123, 1.415.000, 141,71",
        required="stop at the line, showing the right form; nothing is ever guessed",
    ),
    Row(
        id="date",
        fault="dates that are impossible, day-first, in the future, more precise than the source",
        required="stop at the line; a date keeps its precision and is never filled in",
    ),
    Row(
        id="field",
        fault="unknown, misspelt, missing and empty fields, wrong shapes, unknown ids",
        required="stop at the line, naming the nearest known word",
    ),
    Row(id="cut", fault="text after a number sign that YAML would cut off", required="stop at the line"),
    Row(
        id="fence",
        fault="front matter that is missing, unclosed or empty; files that are empty, misplaced or misnamed",
        required="stop; no file is ever passed over",
    ),
    Row(
        id="encoding",
        fault="other encodings, controls, invisible characters, letters of old fonts, look-alikes",
        required="stop at the line, naming what is wrong with the characters",
    ),
    Row(
        id="saved",
        fault="a byte order mark, other line ends, decomposed letters",
        required="the same bytes as from the clean file",
    ),
    Row(
        id="address-twice",
        fault="two records or pages at one address, also by letter case",
        required="stop, naming both",
    ),
    Row(
        id="id",
        fault="ids that are no part of an address: dots, slashes, device names, too long",
        required="stop at the line; nothing is written outside the site",
    ),
    Row(
        id="command",
        fault="fields with which other generators are steered: save_as, template, aliases, draft",
        required="stop at the line",
    ),
    Row(
        id="link",
        fault="symbolic links, hard links, pipes, folders in the place of files",
        required="stop; nothing is read through them",
    ),
    Row(
        id="file-type",
        fault="files of other types: reStructuredText, HTML, templates, scripts, drawings",
        required="stop; the type of a file decides nothing",
    ),
    Row(
        id="markup",
        fault="raw HTML, scripts, handlers and hostile addresses in a story",
        required="stop, or absent from the page, or shown as typed",
    ),
    Row(
        id="text",
        fault="HTML, quotes, ends of scripts and template code in any field",
        required="shown as typed, wherever it is shown",
    ),
    Row(id="formula", fault="values that a spreadsheet takes for formulas", required="neutral in every table"),
    Row(id="feed", fault="text that breaks feeds, sitemaps and data", required="well-formed whatever the records say"),
    Row(
        id="vanished",
        fault="a published address that would vanish: deleted, renamed, dated anew, merged",
        required="stop, naming the address; the way out is an entry in a register, with its reason",
    ),
    Row(
        id="disk",
        fault="a record or an output that the disk refuses: no right, full, read-only",
        required="stop in plain words; the site as it was, nothing left lying about",
        tests=(
            "tests/test_rules.py::test_the_example_gives_the_message[file-unreadable]",
            f"{_DISK}test_whichever_step_fails_the_old_site_stays_whole_and_no_litter",
            f"{_DISK}test_a_build_that_fails_when_it_writes_down_addresses_publishes_none_of_them",
            f"{_DISK}test_a_file_that_may_not_grow_stops_the_build_in_plain_words",
            f"{_DISK}test_a_full_disk_stops_the_build_in_plain_words",
            f"{_DISK}test_a_folder_that_may_not_be_written_stops_the_build_in_plain_words",
            "tests/unit/test_build.py::test_a_full_disk_is_told_in_plain_words_by_either_process",
            "tests/unit/test_publish.py::test_a_former_site_that_cannot_be_kept_takes_the_exchange_back",
        ),
    ),
    Row(
        id="killed",
        fault="a kill or a power cut at any moment",
        required="the old site or the new one, never a mix; the next run needs no help",
        tests=(
            f"{_DISK}test_a_build_killed_at_any_step_leaves_one_site_or_the_other",
            f"{_DISK}test_a_build_killed_at_any_moment_leaves_one_site_or_the_other",
            f"{_DISK}test_the_lock_of_a_killed_build_is_free",
            "tests/unit/test_publish.py::test_a_leftover_of_a_killed_build_goes_at_the_next",
            "tests/unit/test_publish.py::test_the_site_is_on_the_disk_before_it_is_exchanged",
        ),
    ),
    Row(
        id="two-builds",
        fault="two builds at once",
        required="the second waits or stops, and says so",
        tests=(
            f"{_DISK}test_a_second_build_waits_and_says_so",
            f"{_DISK}test_two_builds_at_once_leave_one_site_or_the_other",
        ),
    ),
    Row(
        id="reader",
        fault="a reader while the site is replaced",
        required="no torn and no missing page",
        tests=(
            f"{_DISK}test_a_reader_never_meets_a_missing_or_torn_page",
            "tests/unit/test_publish.py::test_a_site_that_went_between_two_renames_comes_back",
        ),
    ),
    Row(
        id="surroundings",
        fault="another time, zone, locale, hash seed, order of files, path, user; no network",
        required="the same bytes",
        tests=(
            f"{_DETERMINISM}test_the_site_is_the_same_whatever_surrounds_the_build",
            f"{_DETERMINISM}test_one_process_and_two_write_the_same_site",
        ),
    ),
    Row(
        id="stray",
        fault="a stray or changed file in the published site",
        required="found",
        tests=(
            "tests/unit/test_manifest.py::test_missing_and_stray_files_are_named",
            "tests/unit/test_manifest.py::test_a_changed_file_leaves_the_site_complete_but_not_valid",
            "tests/unit/test_publish.py::test_a_file_that_the_archive_did_not_write_is_not_overwritten",
            "tests/unit/test_publish.py::test_a_file_that_was_changed_by_hand_is_not_overwritten",
        ),
    ),
)
