"""Every single fault comes to the outcome that it must have."""

import ast
from collections import Counter
from pathlib import Path

import pytest

from tests.content_copy import ContentCopy
from tests.faults.bar import BAR
from tests.faults.catalogue import FAULTS
from tests.faults.fault import ROOT, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_handled_well(fault: Fault, content: ContentCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in fault.environment.items():
        monkeypatch.setenv(name, value)
    fault.break_it(content)
    fault.outcome.demand(content)


def test_every_fault_has_a_name_of_its_own() -> None:
    assert [name for name, count in Counter(fault.name for fault in FAULTS).items() if count > 1] == []


def test_every_row_of_the_bar_has_two_faults() -> None:
    tried = Counter(fault.row for fault in FAULTS)
    assert [row.id for row in BAR if tried[row.id] + len(row.tests) < 2] == []


def test_every_test_that_the_bar_names_is_there() -> None:
    for row in BAR:
        for test in row.tests:
            path, _, name = test.partition("[")[0].partition("::")
            tree = ast.parse(Path(ROOT, path).read_text(encoding="utf-8"))
            assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, test
