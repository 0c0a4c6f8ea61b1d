"""A little archive for tests of pages: the real vocabularies and strings, invented places and records."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import dedent

import yaml
from pydantic import TypeAdapter

from ceremony_archive.model.archive import Archive, in_order
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Person
from ceremony_archive.model.place import FormerForm, Gazetteer, Place
from ceremony_archive.model.site import Licence, Site
from ceremony_archive.model.values import Bilingual, Language, PartialDate
from ceremony_archive.model.vocabulary import Vocabularies
from ceremony_archive.pages import ceremony as ceremony_pages
from ceremony_archive.pages.ceremony import CeremonyView
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.page import Context, Page
from ceremony_archive.pages.strings import Strings, load_strings
from ceremony_archive.source.load import content_folder, list_files
from ceremony_archive.source.vocabularies import read_reference

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "archive"

SITE = Site(
    title=Bilingual(vi="Kho mẫu", en="Sample Archive"),
    tagline=Bilingual(vi="Các buổi lễ mẫu.", en="Sample ceremonies."),
    url="https://archive.example",
    contact="mailto:editors@archive.example",
    publisher=Bilingual(vi="Ban biên tập", en="The Editors"),
    data_licence=Licence(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/"),
    code_licence=Licence(name="MIT", url="https://opensource.org/license/mit"),
)

LAST_DAY = PartialDate(2025, 6, 30)

PLACES = (
    Place(id="tinh-mau", kind="province", level="tỉnh", name="Tỉnh Mẫu", name_en="Mẫu Province"),
    Place(id="tinh-cu", kind="province", level="tỉnh", name="Tỉnh Cũ", name_en="Cũ Province", valid_to=LAST_DAY),
    Place(
        id="mau-thi-xa-an-phu",
        kind="district",
        level="thị xã",
        name="Thị xã An Phú",
        name_en="An Phú Town",
        province="tinh-mau",
        valid_to=LAST_DAY,
        successors=("mau-phuong-an-phu",),
        former=(
            FormerForm(
                name="Huyện An Phú", name_en="An Phú District", province="tinh-cu", valid_to=PartialDate(2018, 12, 31)
            ),
        ),
    ),
    Place(
        id="mau-huyen-binh-hoa",
        kind="district",
        level="huyện",
        name="Huyện Bình Hòa",
        name_en="Bình Hòa District",
        province="tinh-mau",
        valid_to=LAST_DAY,
    ),
    Place(
        id="mau-phuong-an-phu",
        kind="commune",
        level="phường",
        name="Phường An Phú",
        name_en="An Phú Ward",
        province="tinh-mau",
        valid_from=PartialDate(2025, 7, 1),
        predecessors=("mau-thi-xa-an-phu",),
    ),
)


def ceremony(record: str, front_matter: str = "") -> Ceremony:
    """Return the record, written as in a ceremony's file; what every record needs is filled in where it is left out."""
    needed = {
        "title": {"vi": "Lễ mẫu", "en": "Sample ceremony"},
        "kind": "annual-review",
        "place": "mau-thi-xa-an-phu",
        "summary": {"vi": "Tóm tắt lễ mẫu.", "en": "Summary of the sample."},
        "sources": [{"id": "bao", "publisher": "Báo Mẫu", "coverage": "full"}],
        "story": {"vi": "<p>Diễn biến.</p>"},
    }
    written = yaml.load(dedent(front_matter), Loader=yaml.CBaseLoader) or {}
    return TypeAdapter(Ceremony).validate_python({**needed, **written, "id": record})


def archive(*ceremonies: Ceremony, people: tuple[Person, ...] = ()) -> Archive:
    """Return the archive of the records."""
    return Archive(
        site=SITE,
        vocabularies=vocabularies(),
        gazetteer=Gazetteer(places={place.id: place for place in PLACES}, acts={}),
        people={person.id: person for person in people},
        organizations={},
        ceremonies=in_order(ceremonies),
        texts={},
    )


def context(language: Language, *ceremonies: Ceremony, people: tuple[Person, ...] = ()) -> Context:
    """Return the context of the pages of one language."""
    return Context(archive=archive(*ceremonies, people=people), language=language, t=strings()[language])


def page_of(record: Ceremony, *others: Ceremony, language: Language = "vi", people: tuple[Person, ...] = ()) -> Page:
    """Return the page of the record in an archive that holds the others too."""
    pages = ceremony_pages.pages(context(language, record, *others, people=people))
    return next(page for page in pages if page.path == f"ceremonies/{record.id}.html")


def view_of(record: Ceremony, *others: Ceremony, language: Language = "vi") -> CeremonyView:
    """Return what the page of the record shows."""
    view = page_of(record, *others, language=language).data
    assert isinstance(view, CeremonyView)
    return view


def said(facts: Iterable[Fact]) -> dict[str, tuple[str, ...]]:
    """Return what each row says, its label first: values, then remarks."""
    return {fact.label: (*(v.text.text for v in fact.values), *(note.text for note in fact.notes)) for fact in facts}


@cache
def vocabularies() -> Vocabularies:
    """Return the vocabularies of the archive."""
    folder = content_folder(ROOT / "content")
    reference, problems = read_reference(folder, list_files(folder)[0])
    assert reference is not None, problems
    return reference.vocabularies


@cache
def strings() -> dict[Language, Strings]:
    """Return the strings of the theme."""
    return load_strings(THEME / "strings")


TWO_SOURCES = """
date: "2020-01-02"
sources:
  - {id: bao, publisher: Báo Mẫu, coverage: full}
  - {id: daily, publisher: Sample Daily, coverage: truncated, language: en, url: "https://daily.example/1"}
officials:
  - {name: Trần Văn Mẫu, name_as_printed: Tran Van Mau, role: Bí thư, took_part: [attended, spoke], certainty: inferred,
     source: daily}
  - {role: lãnh đạo, organization: Sở Mẫu, took_part: [attended], source: [bao, daily]}
conflicts:
  - about: {vi: Tên bí thư, en: The secretary's name}
    readings: [{source: bao, says: Trần Văn Mẩu}, {source: daily, says: Tran Van Mau}]
"""
