"""The content folder: which files belong in it, and what is told when one does not."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ceremony_archive.model.archive import ceremony_order
from ceremony_archive.model.values import Bilingual
from ceremony_archive.problems import ContentMissing
from ceremony_archive.source.files import REQUIRED_FILES, YAML_FILES
from ceremony_archive.source.formatting import formatted
from ceremony_archive.source.load import (
    Folder,
    Records,
    content_folder,
    list_files,
    read_records,
)
from ceremony_archive.source.vocabularies import (
    Reference,
    cache_key,
    cached_reference,
    keep_reference,
    read_reference,
)
from tests.content_copy import BASE, ContentCopy

NEW = "ceremonies/2031/2031-06-01-huyen-mau-mot-thu.md"


def folder_of(content: ContentCopy) -> Folder:
    return Folder(content.folder, "content")


def listed(content: ContentCopy) -> list[tuple[str, str]]:
    _, problems = list_files(folder_of(content))
    return sorted((problem.rule, problem.position.file.removeprefix("content/")) for problem in problems)


def records(content: ContentCopy) -> Records:
    files, _ = list_files(folder_of(content))
    found, problems = read_records(folder_of(content), files, lambda done, total: None)
    assert problems == []
    return found


def reference_of(content: ContentCopy) -> Reference:
    files, _ = list_files(folder_of(content))
    reference, problems = read_reference(folder_of(content), files)
    assert problems == []
    assert reference is not None
    return reference


def test_a_folder_that_is_not_there_is_no_editor_s_mistake(tmp_path: Path) -> None:
    with pytest.raises(ContentMissing, match="nowhere"):
        content_folder(tmp_path / "nowhere")


def test_reports_name_the_folder_as_it_was_given() -> None:
    assert content_folder(Path("tests") / "golden" / "content").name == "tests/golden/content"


def test_the_golden_folder_holds_nothing_that_does_not_belong(content: ContentCopy) -> None:
    assert listed(content) == []


def test_an_empty_folder_lacks_every_required_file(tmp_path: Path) -> None:
    assert listed(ContentCopy(tmp_path)) == sorted(("file-missing", name) for name in REQUIRED_FILES)


@pytest.mark.parametrize(
    "name",
    [
        *("ceremonies/2031/2031-06-01-mau.md.txt", "ceremonies/2031/2031-06-01-mau.MD", "2031-06-01-mau.md"),
        *("ceremonies/2031/2031-06-01-mau.rst", "ceremonies/2031/2031-06-01-mau.html", "ceremonies/_content.gotmpl"),
        *("ceremonies/2031/anh.svg", ".env", "README", ".DS_Store", "pages/help.md", "vocabularies/kinds.yaml~"),
        "entities/.people.yaml.swp",
    ],
)
def test_a_file_of_another_kind_is_told(content: ContentCopy, name: str) -> None:
    content.put(name, "Mẫu")
    assert listed(content) == [("unexpected-file", name)]


@pytest.mark.parametrize(
    "stem",
    [
        *("2031-6-1-mau", "2031-06-01", "mau", "2031-06-01-Mau", "2031-06-01-mẫu", "2031-06-01--mau", "con", ".."),
        *("2031-06-01-mau-", "2031-06-01 mau", "2031-06-01-mau.en", "undated", "31-06-01-mau"),
        "2031-06-01-" + "a" * 70,
    ],
)
def test_a_file_whose_name_cannot_be_an_id_is_told(content: ContentCopy, stem: str) -> None:
    content.put(f"ceremonies/2031/{stem}.md", "Mẫu")
    assert listed(content) == [("file-name", f"ceremonies/2031/{stem}.md")]


@pytest.mark.parametrize(
    "stem", ["2031-mau", "2031-06-mau", "2031-06-01-mau-2", "undated-mau", f"2031-06-01-{'a' * 69}"]
)
def test_a_good_name_is_taken(content: ContentCopy, stem: str) -> None:
    content.put(f"ceremonies/2031/{stem}.md", "Mẫu")
    assert listed(content) == []


def test_two_files_of_one_id_are_told_with_both_names(content: ContentCopy) -> None:
    content.put("ceremonies/2031/a/2031-06-01-mau.md", "Mẫu")
    content.put("ceremonies/2031/b/2031-06-01-mau.md", "Mẫu")
    _, problems = list_files(folder_of(content))
    assert [problem.rule for problem in problems] == ["duplicate-record"]
    named = {problems[0].position.file, problems[0].arguments["file"]}
    assert named == {"content/ceremonies/2031/a/2031-06-01-mau.md", "content/ceremonies/2031/b/2031-06-01-mau.md"}


def _symbolic_link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _link_to_a_folder(path: Path) -> None:
    path.symlink_to("/etc")


def _dead_link(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


def _hard_link(path: Path) -> None:
    other = path.parents[3] / "other.md"
    other.write_text("Mẫu", encoding="utf-8")
    os.link(other, path)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [_symbolic_link, _link_to_a_folder, _dead_link, _hard_link, _pipe])
@pytest.mark.parametrize("name", [NEW, "pages/about.md"])
def test_what_is_not_a_plain_file_is_told_once_and_never_read(
    content: ContentCopy, name: str, make: Callable[[Path], None]
) -> None:
    path = content.folder / name
    path.unlink(missing_ok=True)
    make(path)
    rules = [problem.rule for problem in content.report().problems if problem.position.file == f"content/{name}"]
    assert rules == ["unexpected-file"]


def test_a_linked_folder_is_not_entered(content: ContentCopy, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "2031-06-01-mau.md").write_text("secret", encoding="utf-8")
    (content.folder / "ceremonies" / "2040").symlink_to(tmp_path / "elsewhere")
    assert listed(content) == [("unexpected-file", "ceremonies/2040")]


@pytest.mark.parametrize("name", ["site.yaml", "entities/people.yaml", "entities/places.yaml", "pages/about.md", BASE])
def test_a_folder_in_the_place_of_a_file_raises_nothing(content: ContentCopy, name: str) -> None:
    content.remove(name)
    (content.folder / name).mkdir()
    found = {problem.position.file for problem in content.report().problems}
    assert name == BASE or f"content/{name}" in found


def test_folders_without_end_raise_nothing(content: ContentCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.folder)
    for _ in range(1100):
        Path("a").mkdir()
        os.chdir("a")
    monkeypatch.undo()
    try:
        assert [rule for rule, _ in listed(content)] == ["unexpected-file"]
    finally:
        subprocess.run(["rm", "-r", str(content.folder / "a")], check=True)  # too deep for shutil.rmtree


@pytest.mark.parametrize("name", [b"2031-\xff.md", b"2031-06-01-a\nb.md", b"2031-06-01-\x1b[31m.md"])
def test_a_file_name_of_odd_bytes_can_be_printed(content: ContentCopy, name: bytes) -> None:
    with open(os.fsencode(content.folder / "ceremonies") + b"/" + name, "wb"):
        pass
    _, problems = list_files(folder_of(content))
    (problem,) = problems
    assert problem.rule == "file-name"
    for text in (problem.position.file, *problem.arguments.values()):
        assert text.isprintable()
        assert text.encode()


def test_records_are_known_by_the_stem_of_their_file(content: ContentCopy) -> None:
    found = records(content)
    assert {"about", "policy", "reading"} == set(found.texts)
    assert Path(BASE).stem in {ceremony.id for ceremony in found.ceremonies}
    assert {ceremony.id for ceremony in found.ceremonies} <= set(found.documents)


def test_records_are_in_order_of_date_undated_ones_first(content: ContentCopy) -> None:
    ceremonies = records(content).ceremonies
    assert list(ceremonies) == sorted(ceremonies, key=ceremony_order)
    assert [ceremony.id[:10] for ceremony in ceremonies][:4] == ["undated-qu", "2031-huyen", "2031-03-14", "2031-05-hu"]


def test_the_folder_of_a_record_is_only_for_people(content: ContentCopy) -> None:
    before = records(content).ceremonies
    shutil.move(content.folder / BASE, content.folder / "ceremonies" / "undated" / Path(BASE).name)
    assert records(content).ceremonies == before


def test_progress_is_told_for_every_markdown_file(content: ContentCopy) -> None:
    files, _ = list_files(folder_of(content))
    told: list[tuple[int, int]] = []
    read_records(folder_of(content), files, lambda done, total: told.append((done, total)))
    assert told == [(done, 15) for done in range(1, 16)]


def test_the_reference_files_become_vocabularies_and_gazetteer(content: ContentCopy) -> None:
    reference = reference_of(content)
    assert reference.vocabularies.forms["huan-chuong-mau-hang-nhi"].class_rank == 2
    commune = reference.gazetteer.places["mau-moi-xa-mau-an"]
    assert (commune.kind, str(commune.valid_from), commune.derived) == ("commune", "2035-07-01", True)
    assert reference.gazetteer.acts["02/NQ-MAU"].issued is None


def test_the_cache_gives_back_what_was_kept_under_its_key(content: ContentCopy, tmp_path: Path) -> None:
    folder = folder_of(content)
    reference = reference_of(content)
    key = cache_key(folder, "1")
    keep_reference(tmp_path / "cache", key, reference)
    cached = cached_reference(tmp_path / "cache", key)
    assert cached is not None
    assert (cached.vocabularies, cached.gazetteer) == (reference.vocabularies, reference.gazetteer)


def test_the_key_changes_with_any_reference_file_and_with_the_version(content: ContentCopy) -> None:
    folder = folder_of(content)
    keys = {cache_key(folder, "1"), cache_key(folder, "2")}
    with open(content.folder / "entities" / "communes.yaml", "a", encoding="utf-8") as file:
        file.write("# thêm\n")
    assert len({*keys, cache_key(folder, "1")}) == 3


@pytest.mark.parametrize("data", [b"", b"not a pickle", b"\x80\x04K\x01."])
def test_a_damaged_cache_counts_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "reference-a.pickle").write_bytes(data)
    assert cached_reference(tmp_path, "a") is None


def test_a_cache_that_cannot_be_written_is_no_fault(content: ContentCopy, tmp_path: Path) -> None:
    reference = reference_of(content)
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    keep_reference(tmp_path / "cache", "a", reference)
    assert cached_reference(tmp_path / "cache", "a") is None


@pytest.mark.parametrize("name", YAML_FILES)
def test_the_golden_content_is_written_in_the_canonical_form(content: ContentCopy, name: str) -> None:
    text = (content.folder / name).read_text(encoding="utf-8")
    assert formatted(text, YAML_FILES[name]) == text


def test_the_golden_content_says_that_it_is_invented(content: ContentCopy) -> None:
    for path in content.folder.rglob("*.*"):
        text = path.read_text(encoding="utf-8", errors="replace")  # pictures say it in a comment
        assert "Dữ liệu giả để thử" in text and "Synthetic test data" in text, path
    for ceremony in records(content).ceremonies:
        assert ceremony.notes[0] == Bilingual(vi="Dữ liệu giả để thử", en="Synthetic test data")
        assert ceremony.date is None or ceremony.date.year >= 2031
