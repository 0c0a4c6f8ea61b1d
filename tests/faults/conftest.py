"""The faults handled well and the faults tried, by row of the bar, at the end of a run of them all."""

from collections import Counter

import pytest

from tests.faults.bar import BAR
from tests.faults.catalogue import FAULTS

_ROWS = {fault.name: fault.row for fault in FAULTS}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the rows when the faults were tried."""
    tried: dict[str, Counter[str]] = {}
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, ()):
            row_id = _row(report.nodeid) if report.when == "call" else None
            if row_id:
                tried.setdefault(row_id, Counter())[outcome] += 1
    if len(tried) < len(BAR) // 2:
        return
    terminalreporter.section("faults handled well / faults tried")
    for row in BAR:
        of_row = tried.get(row.id, Counter())
        terminalreporter.write_line(f"{of_row['passed']:4} / {of_row.total():3}  {row.fault}")
    total = sum(tried.values(), Counter())
    terminalreporter.write_line(f"{total['passed']:4} / {total.total():3}  in all")


def _row(node: str) -> str | None:
    path, _, rest = node.partition("::")
    name, _, fault = rest.partition("[")
    if path.endswith("test_faults.py") and fault:
        return _ROWS.get(fault.removesuffix("]"))
    return next((row.id for row in BAR if {node, f"{path}::{name}"} & set(row.tests)), None)
