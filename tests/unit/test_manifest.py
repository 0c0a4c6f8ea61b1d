"""Manifests as BagIt writes them: what is missing, what is too many, what has changed."""

import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ceremony_archive.output.manifest import (
    CONTENT_MANIFEST,
    compare_site,
    digest,
    digests_of,
    manifest_text,
    read_manifest,
)
from ceremony_archive.output.publish import publish
from ceremony_archive.output.published import compare_published
from ceremony_archive.problems import Fault, OutputError
from tests.unit.little_site import OLD, put


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "mau.md").write_bytes(b"one")
    return folder


@pytest.fixture
def site(tmp_path: Path, content: Path) -> Path:
    manifest = manifest_text(digests_of(content, ["mau.md"]))
    publish(tmp_path / "output", put({**OLD, CONTENT_MANIFEST: manifest}))
    return tmp_path / "output"


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing for each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_site_as_it_was_published_is_complete_and_valid(site: Path) -> None:
    found = compare_site(site)
    assert (found.is_complete, found.is_valid, found.faults, found.files) == (True, True, (), 4)


def test_a_changed_file_leaves_the_site_complete_but_not_valid(site: Path) -> None:
    (site / "index.html").write_bytes(b"new")
    found = compare_site(site)
    assert (found.is_complete, found.is_valid) == (True, False)
    assert found.faults == (Fault("changed", "index.html"),)


def test_missing_and_stray_files_are_named(site: Path) -> None:
    (site / "gone.html").unlink()
    (site / "en" / "more.html").write_bytes(b"x")
    (site / "link").symlink_to("index.html")
    found = compare_site(site)
    assert (found.is_complete, found.is_valid) == (False, False)
    assert found.faults == (Fault("missing", "gone.html"), Fault("stray", "en/more.html"), Fault("stray", "link"))


def test_a_link_in_the_place_of_a_file_is_a_change(site: Path, tmp_path: Path) -> None:
    (tmp_path / "same").write_bytes(OLD["index.html"])
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "same")
    assert compare_site(site).faults == (Fault("changed", "index.html"),)


def test_the_usual_tool_reads_the_manifest(site: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "manifest-sha256.txt"]
    result = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout.count(": OK")) == (0, 4)


def test_a_published_site_is_compared_with_its_content_too(site: Path, content: Path) -> None:
    assert [found.is_valid for found in compare_published(str(site), content)] == [True, True]
    (content / "mau.md").write_bytes(b"two")
    (content / "other.md").write_bytes(b"two")
    of_site, of_content = compare_published(str(site), content)
    assert of_site.is_valid
    assert of_content.faults == (Fault("stray", "other.md"), Fault("changed", "mau.md"))


def test_a_site_is_compared_where_it_is_served(served: str, site: Path, content: Path) -> None:
    assert [found.is_valid for found in compare_published(served, content)] == [True, True]
    (site / "index.html").write_bytes(b"hacked")
    (site / "gone.html").unlink()
    of_site, _ = compare_published(served, content)
    assert of_site.faults == (Fault("missing", "gone.html"), Fault("changed", "index.html"))


@pytest.mark.parametrize("manifest", [None, b"", b"nonsense\n"])
def test_a_site_without_a_readable_manifest_is_told(site: Path, content: Path, manifest: bytes | None) -> None:
    (site / "manifest-sha256.txt").unlink()
    if manifest is not None:
        (site / "manifest-sha256.txt").write_bytes(manifest)
    if manifest == b"":
        assert not compare_published(str(site), content)[0].is_complete
        return
    with pytest.raises(OutputError) as stopped:
        compare_published(str(site), content)
    assert stopped.value.stop == "site-unreachable"


def test_no_site_and_nobody_who_answers_are_told(tmp_path: Path, content: Path) -> None:
    for site, stop in ((str(tmp_path / "nowhere"), "output-missing"), ("http://127.0.0.1:9/", "site-unreachable")):
        with pytest.raises(OutputError) as stopped:
            compare_published(site, content)
        assert stopped.value.stop == stop


PATHS = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(some.dictionaries(PATHS, some.binary(max_size=5).map(digest)))
def test_any_paths_come_back_from_a_manifest(digests: dict[str, str]) -> None:
    assert read_manifest(manifest_text(digests)) == digests
