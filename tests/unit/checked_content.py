"""What the tests of the semantic checks share: little fragments of front matter, and what a check says of them."""

from ceremony_archive.problems import Problem
from tests.content_copy import ContentCopy


def told(content: ContentCopy, rule: str) -> list[Problem]:
    return [problem for problem in content.report().problems if problem.rule == rule]


def rules(content: ContentCopy) -> set[str]:
    return {problem.rule for problem in content.report().problems}


def pointed_at(problem: Problem) -> str:
    position = problem.position
    return position.text[position.column - 1 : position.column - 1 + position.length]


def awards(*lines: str) -> bytes:
    return "\n".join(["awards:", *(f"  - {{{line}}}" for line in lines), ""]).encode()


def award(form: str = "co-thi-dua-mau", scope: str = "presented", **rest: str) -> str:
    return ", ".join([f"form: {form}", f"scope: {scope}", *(f"{key}: {value}" for key, value in rest.items())])


def metrics(*lines: str) -> bytes:
    return "\n".join(["metrics:", *(f"  - {{{line}}}" for line in lines), ""]).encode()


def share(value: str, actual: str, target: str, unit: str = "percent-of-estimate", rest: str = "") -> bytes:
    metric = "gia-tri-san-xuat-mau" if unit == "percent-growth" else "thu-ngan-sach-mau-so-du-toan"
    return metrics(
        f'metric: {metric}, as_printed: "{value}", value: "{value}", unit: {unit}, '
        f'actual: "{actual}", target: "{target}"{rest}'
    )


def other_record(*, when: str | None, kind: str = "annual-review", url: str = "https://press.example/khac") -> str:
    dated = f'date: "{when}"\n' if when else ""
    return f"""---
title: {{vi: Mẫu, en: Sample}}
{dated}kind: {kind}
place: mau-cu-a-huyen-mau-mot
summary: {{vi: Mẫu., en: Sample.}}
sources:
  - {{id: dai-mau, publisher: Đài Mẫu, url: "{url}", coverage: full}}
---

Dữ liệu giả để thử.
"""


def people(*names: str) -> str:
    return "[" + ", ".join(f"{{name: {name}, kind: individual}}" for name in names) + "]"
