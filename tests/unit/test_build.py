"""The golden site as it is written: the same by one process and by two, and told in words when it cannot be written."""

import errno
import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from ceremony_archive import pipeline
from ceremony_archive.output import disk, site_files
from ceremony_archive.output.manifest import CONTENT_MANIFEST, MANIFEST, compare_site
from ceremony_archive.output.render import Renderer
from ceremony_archive.output.verify import ReadBack
from ceremony_archive.pages.page import Context, Page
from ceremony_archive.pages.site import pages_of
from ceremony_archive.pages.strings import load_strings
from ceremony_archive.problems import ArchiveError, ContentChanged, Fault, OutputError, VerificationFailed, WorkerFailed
from tests.conftest import GOLDEN
from tests.content_copy import BASE, ContentCopy
from tests.test_golden import THEME
from tests.unit.little_site import contents


@cache
def checked() -> pipeline.Checked:
    return pipeline.check(GOLDEN, name="content")


@pytest.fixture(params=[0, 10**9], ids=["two processes", "one process"])
def output(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where to build, by one process and by two."""
    monkeypatch.setattr(site_files, "PAGES_WORTH_A_PROCESS", request.param)
    return tmp_path / "output"


def test_one_process_and_two_write_what_is_planned(output: Path) -> None:
    count = pipeline.build(checked(), THEME, output)
    written = contents(output)
    del written[CONTENT_MANIFEST]
    archive = checked().archive
    assert archive is not None
    assert written == {file.path: file.content for file in pipeline.plan(archive, THEME)}
    assert count == len(written) + 2
    assert compare_site(output).is_valid


def test_the_order_in_which_pages_are_rendered_changes_no_byte() -> None:
    archive = checked().archive
    assert archive is not None
    for language, strings in load_strings(THEME / "strings").items():
        pages = pages_of(Context(archive=archive, language=language, t=strings))
        one_a_folder = {page.address.rpartition("/")[0]: page for page in pages}.values()
        renderer = Renderer(THEME, archive.site, strings, "", None)
        expected = {page.address: renderer.render(page) for page in one_a_folder}
        for first in one_a_folder:  # parts of the frame are made for the first page and kept for the others
            renderer = Renderer(THEME, archive.site, strings, "", None)
            assert {page.address: renderer.render(page) for page in (first, *one_a_folder)} == expected


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_full_disk_is_told_in_plain_words_by_either_process(
    output: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], language: str
) -> None:
    def write(path: str | Path, content: bytes) -> None:
        if ("/en/" in str(path)) == (language == "en"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(disk, "write", write)
    monkeypatch.setattr(site_files, "read_back", lambda *arguments: ReadBack())
    with pytest.raises(OutputError) as stopped:
        pipeline.build(checked(), THEME, output)
    assert stopped.value.words["reason"] == "disk-full"
    assert list(output.parent.iterdir()) == []
    assert capfd.readouterr().err == ""


def test_a_failure_in_the_second_process_is_the_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(context: Context) -> tuple[Page, ...]:
        if context.language == "en":
            raise ValueError("broken on purpose")
        return ()

    monkeypatch.setattr(site_files, "PAGES_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(site_files, "pages_of", fail)
    with pytest.raises(WorkerFailed):
        pipeline.build(checked(), THEME, tmp_path / "output")
    assert list(tmp_path.iterdir()) == []
    assert "broken on purpose" in capfd.readouterr().err


def stopped_after(output: Path, monkeypatch: pytest.MonkeyPatch, broken: str, content: bytes | None) -> ArchiveError:
    """Return what stops a build whose disk keeps something else under a name, or nothing at all."""
    pipeline.build(checked(), THEME, output)
    before = contents(output)
    write = disk.write

    def write_wrongly(path: str | Path, right: bytes) -> None:
        if not str(path).endswith(f"/{broken}"):
            write(path, right)
        elif content is not None:
            write(path, content)

    monkeypatch.setattr(disk, "write", write_wrongly)
    with pytest.raises(ArchiveError) as stopped:
        pipeline.build(checked(), THEME, output)
    monkeypatch.undo()
    assert contents(output) == before
    return stopped.value


@pytest.mark.parametrize("broken", ["index.html", "en/about.html", "sitemap.xml", "theme/archive.css"])
def test_what_the_disk_keeps_wrongly_is_not_published(
    output: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    error = stopped_after(output, monkeypatch, broken, b"<!doctype html>\n<html></html>")
    assert isinstance(error, VerificationFailed)
    assert Fault("changed", broken) in error.faults


def test_a_manifest_that_the_disk_keeps_wrongly_is_not_published(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = stopped_after(output, monkeypatch, MANIFEST, b"")
    assert error.faults == (Fault("changed", MANIFEST),)


def test_a_file_that_the_disk_loses_is_no_traceback(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(stopped_after(output, monkeypatch, "en/index.html", None), OutputError)


def test_content_that_changes_during_the_build_is_not_published(tmp_path: Path) -> None:
    content = ContentCopy.of(GOLDEN, tmp_path / "content")
    before = pipeline.check(content.folder)
    with (content.folder / BASE).open("ab") as file:
        file.write("\nMột câu nữa.\n".encode())
    with pytest.raises(ContentChanged):
        pipeline.build(before, THEME, tmp_path / "output")
    assert not (tmp_path / "output").exists()
    pipeline.build(pipeline.check(content.folder), THEME, tmp_path / "output")


def test_a_site_says_which_content_it_was_built_from(tmp_path: Path) -> None:
    content = ContentCopy.of(GOLDEN, tmp_path / "content")
    pipeline.build(pipeline.check(content.folder), THEME, tmp_path / "output")
    listed = (tmp_path / "output" / CONTENT_MANIFEST).read_text(encoding="utf-8").splitlines()
    files = [path for path in content.folder.rglob("*") if path.is_file()]
    assert sorted(line[66:] for line in listed) == sorted(path.relative_to(content.folder).as_posix() for path in files)


def test_a_site_built_elsewhere_is_the_same(tmp_path: Path) -> None:
    pipeline.build(checked(), THEME, tmp_path / "one")
    shutil.copytree(GOLDEN, tmp_path / "Nội dung khác" / "content")
    pipeline.build(pipeline.check(tmp_path / "Nội dung khác" / "content"), THEME, tmp_path / "other place" / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "other place" / "two")
