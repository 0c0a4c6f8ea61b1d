"""The golden site: what the synthetic content gives, compared whole. `invoke golden --accept` takes what comes out."""

import difflib
import hashlib
import re
import shutil
from pathlib import Path

from ceremony_archive import pipeline
from ceremony_archive.output.permalinks import published_addresses, with_new_addresses, write_register
from tests.conftest import GOLDEN

EXPECTED = Path(__file__).parent / "golden" / "site"
DIGEST = EXPECTED.with_name("site.sha256")
THEME = Path(__file__).parents[1] / "themes" / "archive"
VERSION_OF_STYLES = re.compile(rb"archive\.css\?v=[0-9a-f]+")  # a change of colour is no change of the pages
SAME_EVERYWHERE = "theme/"  # the theme's own files are compared where they live


def built() -> dict[str, bytes]:
    """Return the files of the golden site as they come out now."""
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None, checked.report
    files = pipeline.plan(checked.archive, THEME)
    return {
        file.path: VERSION_OF_STYLES.sub(b"archive.css", file.content)
        for file in files
        if not file.path.startswith(SAME_EVERYWHERE)
    }


def test_the_golden_site_is_what_it_was(accept: bool) -> None:
    files = built()
    if accept:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for name, content in files.items():
            path = EXPECTED / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    expected = {
        path.relative_to(EXPECTED).as_posix(): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()
    }
    assert sorted(files) == sorted(expected)
    changed = [name for name in sorted(files) if files[name] != expected[name]]
    assert changed == [], "\n".join(difference(name, expected[name], files[name]) for name in changed[:3])


def test_one_digest_stands_for_the_whole_golden_site(accept: bool) -> None:
    digest = hashlib.sha256()
    for name, content in sorted(built().items()):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    if accept:
        DIGEST.write_text(f"{digest.hexdigest()}\n", encoding="ascii")
    assert DIGEST.read_text(encoding="ascii") == f"{digest.hexdigest()}\n"


def test_every_address_of_the_golden_site_is_in_its_register(accept: bool) -> None:
    checked = pipeline.check(GOLDEN, name="content")
    assert checked.archive is not None and checked.published is not None
    paths = [file.path for file in pipeline.plan(checked.archive, THEME)]
    grown = with_new_addresses(
        checked.published.permalinks, published_addresses(checked.archive, paths), checked.published.excused
    )
    if accept and grown is not None:
        write_register(GOLDEN, grown)
        return
    assert grown is None


def difference(name: str, before: bytes, after: bytes) -> str:
    """Return what has changed in a file, line by line."""
    old, new = (content.decode(errors="replace").splitlines() for content in (before, after))
    return "\n".join(list(difflib.unified_diff(old, new, f"{name}, expected", f"{name}, now", lineterm=""))[:40])
