"""What all tests share: the golden content, a copy of it to break, and the switch --accept."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.content_copy import ContentCopy

# On CI the same examples at each run, so that a change is judged by what it changes; elsewhere new ones each time.
# None is timed: a machine that is busy is no fault of the archive.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

GOLDEN = Path(__file__).parent / "golden" / "content"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --accept: write the reports that come out into the documents and expected files, in place of comparing."""
    parser.addoption("--accept", action="store_true", help="take the reports that come out as the expected ones")


@pytest.fixture(autouse=True)
def no_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let records speak of any day: the golden content lies in years to come so that nobody takes it for real."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Tell whether the reports that come out are to be taken as the expected ones."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def content(tmp_path: Path) -> ContentCopy:
    """Return a copy of the golden content that the test may change: as if nothing had been published but what has gone.

    So a test may take away what it likes; `tests.unit.published_content.published` gives the copy the whole register.
    """
    copy = ContentCopy.of(GOLDEN, tmp_path / "content")
    gone = (GOLDEN / "registers" / "redirects.yaml").read_text(encoding="utf-8")
    lines = (GOLDEN / "registers" / "permalinks.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = (line for line in lines if not line.startswith("  ") or line.strip().partition(":")[0] in gone)
    copy.put("registers/permalinks.yaml", "".join(kept))
    return copy
