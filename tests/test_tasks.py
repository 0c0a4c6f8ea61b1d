"""The tasks as commands: what they say, how they end, what they leave behind."""

import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import GOLDEN
from tests.content_copy import BASE, ContentCopy

ROOT = Path(__file__).parents[1]


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Return where a site may be built; what the project keeps about it goes again."""
    before = set((ROOT / ".cache").glob("state-*.json"))
    yield tmp_path / "site"
    for state in set((ROOT / ".cache").glob("state-*.json")) - before:
        state.unlink()


def test_a_build_says_what_it_did_and_one_with_nothing_to_do_says_so(site: Path) -> None:
    build = ("build", "--content", str(GOLDEN), "--output", str(site), "--lang", "en")
    first, second = run(*build), run(*build)
    assert (first.returncode, first.stderr, second.returncode, second.stderr) == (0, "", 0, "")
    assert first.stdout.startswith("built ")
    assert "from 12 ceremonies" in first.stdout
    assert second.stdout.startswith("nothing has changed")
    (site / "index.html").unlink()
    assert run(*build).stdout.startswith("built ")
    assert (site / "index.html").is_file()


def test_pelican_itself_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    run("build", "--content", str(GOLDEN), "--output", str(site))
    command = [sys.executable, "-m", "pelican", str(GOLDEN), "-o", str(tmp_path / "other"), "-s", "pelicanconf.py"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path / "other") == contents(site)


def test_an_error_in_the_content_stops_the_build_and_leaves_the_site_as_it_was(
    content: ContentCopy, site: Path
) -> None:
    build = ("build", "--content", str(content.folder), "--output", str(site), "--lang", "en")
    assert run(*build).returncode == 0
    before = contents(site)
    content.change_fields(b"kind: anual-review\n")
    result = run(*build)
    assert result.returncode == 1
    assert result.stdout == ""
    assert "error[unknown-id]: there is no id `anual-review`" in result.stderr
    assert "Traceback" not in result.stderr
    assert contents(site) == before
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".")] == []


def test_pelican_stops_too_without_any_flag(content: ContentCopy, site: Path) -> None:
    content.change_fields(b"kind: anual-review\n")
    command = [sys.executable, "-m", "pelican", str(content.folder), "-o", str(site), "-s", "pelicanconf.py"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 1
    assert "lỗi[unknown-id]" in result.stderr
    assert "Traceback" not in result.stderr + result.stdout
    assert not site.exists()


def test_a_folder_that_the_archive_did_not_write_is_not_overwritten(site: Path) -> None:
    site.mkdir()
    (site / "thesis.txt").write_text("the only copy", encoding="utf-8")
    result = run("build", "--content", str(GOLDEN), "--output", str(site), "--lang", "en")
    assert result.returncode == 2
    assert "holds what the archive did not write" in result.stderr
    assert "thesis.txt: not from the archive" in result.stderr
    assert "Traceback" not in result.stderr
    assert contents(site) == {"thesis.txt": b"the only copy"}


def test_a_site_is_verified_and_the_former_one_comes_back(content: ContentCopy, site: Path) -> None:
    build = ("build", "--content", str(content.folder), "--output", str(site))
    verify = ("verify", "--content", str(content.folder), "--site", str(site), "--lang", "en")
    assert run(*build).returncode == 0
    first = contents(site)
    result = run(*verify)
    assert (result.returncode, result.stdout.count("yes"), result.stdout.count("no\n")) == (0, 4, 0)
    content.put(BASE, (content.folder / BASE).read_bytes() + "\nMột câu nữa.\n".encode())
    assert run(*build).returncode == 0
    assert contents(site) != first
    result = run("rollback", "--output", str(site), "--lang", "en")
    assert (result.returncode, result.stderr) == (0, "")
    assert contents(site) == first
    result = run(*verify)
    assert result.returncode == 1
    assert f"{BASE}: not as it was written" in result.stdout
    (site / "stray.html").write_text("x", encoding="utf-8")
    (site / "index.html").unlink()
    result = run(*verify)
    assert result.returncode == 1
    assert "  stray.html: not from the archive\n" in result.stdout
    assert "  index.html: missing\n" in result.stdout


def test_there_is_nothing_to_verify_or_to_roll_back_to_without_a_site(site: Path) -> None:
    for command in (("verify", "--site", str(site)), ("rollback", "--output", str(site))):
        result = run(*command)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.strip()
        assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("language", "words"), [("vi", "không có lỗi nào\n"), ("en", "no problems\n")])
def test_a_check_of_good_content_says_so(language: str, words: str) -> None:
    result = run("check", "--content", str(GOLDEN), "--lang", language)
    assert (result.returncode, result.stdout, result.stderr) == (0, words, "")


def test_a_check_reports_as_json_and_as_annotations(content: ContentCopy) -> None:
    content.change_fields(b"date: 14/3/2031\n")
    result = run("check", "--content", str(content.folder), "--format", "json", "--lang", "en")
    (problem,) = json.loads(result.stdout)["problems"]
    assert result.returncode == 1
    assert (problem["rule"], problem["line"], problem["fix"]) == ("date-format", problem["line"], 'write "2031-03-14"')
    result = run("check", "--content", str(content.folder), "--format", "github", "--lang", "en")
    assert result.stdout.startswith(f"::error file={content.folder.as_posix()}/{BASE},line={problem['line']},col=7,")
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--lang", "fr"),
        ("check", "--format", "xml"),
        ("check", "--content", "nowhere"),
        ("build", "--content", "nowhere"),
        ("explain", "nothing"),
    ],
)
def test_a_wrong_argument_is_told_in_words(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_explain_shows_the_page_of_a_rule() -> None:
    result = run("explain", "duplicate-key")
    assert result.stdout.startswith("# duplicate-key\n")


def test_the_real_content_has_no_problem_and_no_warning() -> None:
    result = run("check", "--lang", "en")
    assert (result.returncode, result.stdout) == (0, "no problems\n")


def test_the_server_shows_the_site_then_the_report_then_the_site_again(content: ContentCopy) -> None:
    command = [sys.executable, "-m", "invoke", "--search-root", str(ROOT), "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    good = (content.folder / BASE).read_bytes()
    with subprocess.Popen(
        [*command, "--content", str(content.folder), "--lang", "en"], cwd=ROOT, stdout=subprocess.PIPE, env=environment
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().decode().split(" at ")[1].split(" ")[0]
        assert "archive-report" not in page(url)
        content.change_fields(b"kind: anual-review\n")
        assert "there is no id `anual-review`" in eventually(url, lambda text: "archive-report" in text)
        assert "<h1" in page(url)
        content.put(BASE, good)
        eventually(url, lambda text: "archive-report" not in text)
        server.terminate()


def page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as response:
        text: str = response.read().decode()
    return text


def eventually(url: str, is_there: object) -> str:
    """Return the page as soon as it is as wanted; fail after half a minute."""
    assert callable(is_there)
    for _ in range(150):
        text = page(url)
        if is_there(text):
            return text
        time.sleep(0.2)
    raise AssertionError(text)


def test_every_dependency_is_in_the_locks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-dev.lock", [*project["dependencies"], *project["optional-dependencies"]["development"]]),
    ):
        text = (ROOT / lock).read_text(encoding="utf-8")
        locked = {line.partition("==")[0].lower() for line in text.splitlines() if "==" in line}
        assert {name.partition(">")[0].lower() for name in wanted} <= locked
        assert text.count("==") <= text.count("--hash=")


def test_the_environment_is_made_by_a_bare_python(tmp_path: Path) -> None:
    copy = tmp_path / "project"
    copy.mkdir()
    for name in ("tasks.py", "ceremony_archive", "requirements.lock"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, copy / name)
    (copy / "requirements.lock").write_text("broken==1.0 --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    environment = {**os.environ, "PIP_NO_INDEX": "1"}
    result = subprocess.run(
        [sys.executable, "tasks.py", "build"],
        cwd=copy,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert result.returncode == 1
    assert "the packages could not be installed" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_pipe_and_a_huge_file_in_the_content_stop_the_build_at_once(content: ContentCopy, site: Path) -> None:
    os.mkfifo(content.folder / "ceremonies" / "pipe.md")
    with (content.folder / "vocabularies" / "kinds.yaml").open("wb") as file:
        file.truncate(3_000_000_000)
    result = run("build", "--content", str(content.folder), "--output", str(site), "--lang", "en")
    assert result.returncode == 1
    assert "pipe.md:1:1: error[unexpected-file]" in result.stderr
    assert "kinds.yaml:1:1: error[file-too-large]" in result.stderr
    assert "Traceback" not in result.stderr
