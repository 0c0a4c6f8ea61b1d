"""Little vocabularies for tests of their pages, invented, with every doubt that an entry may have."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from textwrap import dedent
from typing import TypeVar

import yaml
from pydantic import TypeAdapter

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.site import SiteText
from ceremony_archive.model.values import Language
from ceremony_archive.model.vocabulary import (
    AuthorityVocabulary,
    AwardVocabulary,
    MetricVocabulary,
    MovementVocabulary,
    Vocabularies,
)
from ceremony_archive.pages.page import Context, Page
from tests.unit.little_archive import context, vocabularies

View = TypeVar("View")

AWARDS = """
categories:
  - {id: certificate, name: {vi: Bằng khen, en: Certificate}, law_order: "2", rank: "1"}
  - {id: order, name: {vi: Huân chương, en: Order}, law_order: "1", rank: "2", note: {vi: Cao nhất., en: The highest.}}
  - {id: unused, name: {vi: Không dùng, en: Unused}, law_order: "3", rank: "3"}
forms:
  - id: bang-khen-mau
    name: {vi: Bằng khen mẫu, en: Sample Certificate}
    variants: [BK mẫu]
    category: certificate
    system: state
    statutory: "true"
    authorities: [chu-tich-mau, giam-doc-mau]
    authority_verified: "false"
    recipients: [individual, household]
    legal_basis:
      - {law: Luật Mẫu, article: "7", verified: "true"}
      - {law: Luật Mẫu, article: "8", verified: "false", inferred_from_neighbours: "true", about: authority}
      - {law: Luật Cũ, article: "9", verified: "false"}
    valid_from: "2004-07-01"
    valid_to: "2025-06-30"
    validity: {vi: Hết cùng cấp huyện., en: Ended with the districts.}
    prize_multiple: "1.5"
    verified: "true"
  - id: huan-chuong-mau-hang-nhat
    name: {vi: Huân chương mẫu hạng Nhất, en: "Sample Order, First Class"}
    category: order
    class_rank: "1"
    system: state
    statutory: "false"
    authorities: [chu-tich-mau]
    ceremony_order: "1"
    verified: "false"
regimes:
  - {valid_from: "2004-07-01", valid_to: "2023-12-31", acts: {vi: Luật Cũ, en: Old Law}}
  - {valid_from: "2024-01-01", valid_to: "2025", acts: {vi: Luật Mẫu, en: Sample Law}}
  - {valid_from: "2026", acts: {vi: Luật Mới, en: New Law}}
revocation:
  - {text: {vi: Bị hủy., en: Annulled.}, article: "93", article_verified: "false", verified: "true"}
"""

AUTHORITIES = """
authorities:
  - id: chu-tich-mau
    name: {vi: Chủ tịch mẫu, en: Sample Chair}
    level: district
    variants: [CT mẫu]
    instances_seen: [UBND huyện Mẫu]
    until: "2025-06-30"
    successor: giam-doc-mau
    confers:
      - {forms: [bang-khen-mau], since: "2024-01-01", until: "2025-06-30", basis: Luật Mẫu Điều 8, verified: "true"}
      - {forms: [bang-khen-mau], until: "2023-12-31", basis: Luật Cũ, verified: "false", note: {vi: Thấy., en: Seen.}}
      - {forms: [huan-chuong-mau-hang-nhat], verified: "true"}
    verified: "true"
  - {id: giam-doc-mau, name: {vi: Giám đốc mẫu, en: Sample Director}, level: unit, verified: "false"}
  - {id: giam-doc-so, name: {vi: Giám đốc Sở, en: Director}, level: unit, instance_of: giam-doc-mau, verified: "true"}
ambiguous_in_print:
  - {as_printed: UBND mẫu, authorities: [chu-tich-mau, giam-doc-mau], rule: {vi: Xét theo nơi., en: Decide by place.}}
printed:
  - {as_printed: UBND huyện Mẫu, authorities: [chu-tich-mau]}
  - {as_printed: Chủ tịch huyện, authorities: [chu-tich-mau]}
"""

METRICS = """
units:
  - {id: percent-of-plan, name: {vi: phần trăm kế hoạch, en: percent of the plan}, symbol: {vi: "%", en: "%"},
     quantity: percent, compares: plan}
  - {id: billion, name: {vi: tỷ đồng, en: billion đồng}, symbol: {vi: tỷ đồng, en: billion đồng}, quantity: money}
metrics:
  - {id: thu-mau, name: {vi: Thu mẫu, en: Sample revenue}, value_kind: ratio-to-base, units: [percent-of-plan],
     higher_means: better, definition_verified: "false", verified: "true"}
"""

MOVEMENTS = """
movements:
  - id: phong-trao-mau
    name: {vi: Thi đua mẫu, en: Sample Emulation}
    kind: campaign
    launched_by: {vi: Huyện Mẫu, en: Mẫu District}
    since: {not_before: "2016", not_after: "2020", verified: "true", weak_source: "true", source: "https://www.bao.example/1"}
    phases:
      - {since: "2016", until: "2020", name: Thi đua cũ, verified: "true"}
      - {basis: Chỉ thị 5, conflict: {vi: trang khác ghi 2021, en: another page prints 2021}, verified: "false"}
    verified: "false"
"""


@cache
def little_vocabularies() -> Vocabularies:
    def read(text: str) -> object:
        return yaml.load(dedent(text), Loader=yaml.CBaseLoader)

    listed = TypeAdapter(AwardVocabulary).validate_python(read(AWARDS))
    bodies = TypeAdapter(AuthorityVocabulary).validate_python(read(AUTHORITIES))
    measured = TypeAdapter(MetricVocabulary).validate_python(read(METRICS))
    named = TypeAdapter(MovementVocabulary).validate_python(read(MOVEMENTS))
    return replace(
        vocabularies(),
        awards=listed,
        authority_lists=bodies,
        categories={category.id: category for category in listed.categories},
        forms={form.id: form for form in listed.forms},
        authorities={authority.id: authority for authority in bodies.authorities},
        units={unit.id: unit for unit in measured.units},
        metrics={metric.id: metric for metric in measured.metrics},
        movements={movement.id: movement for movement in named.movements},
    )


def little(language: Language, *ceremonies: Ceremony, written: tuple[SiteText, ...] = ()) -> Context:
    made = context(language, *ceremonies)
    pages_of_text = {text.id: text for text in written}
    return replace(made, archive=replace(made.archive, vocabularies=little_vocabularies(), texts=pages_of_text))


def view(pages: Iterator[Page], path: str, kind: type[View]) -> View:
    data = next(page for page in pages if page.path == path).data
    assert isinstance(data, kind)
    return data
