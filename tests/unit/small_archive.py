"""A small archive made from little YAML texts, for the tests of pages."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter

from ceremony_archive.model.archive import Archive, in_order
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import OrganizationList, PersonList
from ceremony_archive.model.place import Gazetteer, PlaceList
from ceremony_archive.model.site import Site
from ceremony_archive.model.values import Language
from ceremony_archive.model.vocabulary import AuthorityVocabulary, AwardVocabulary, KindVocabulary, Vocabularies
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.strings import load_strings

Record = TypeVar("Record")

STRINGS = load_strings(Path(__file__).parents[2] / "themes" / "archive" / "strings")

SITE = """
title: {vi: A}
tagline: {vi: A}
url: https://a.example
contact: mailto:a@a.example
publisher: {vi: A}
data_licence: {name: A, url: https://a.example}
code_licence: {name: A, url: https://a.example}
"""

AWARDS = """
categories: []
forms:
  - id: giay-khen
    name: {vi: Giấy khen, en: Certificate}
    category: khen
    system: state
    statutory: true
    verified: true
"""

KINDS = "kinds: [{id: annual-review, name: {vi: Tổng kết}, vietnamese_term: tổng kết, description: {vi: A}}]"


def read(text: str, record_type: type[Record]) -> Record:
    """Return the record that the YAML text holds."""
    return TypeAdapter(record_type).validate_python(yaml.load(text, Loader=yaml.CBaseLoader))


def small_context(
    language: Language, *, places: str, ceremonies: str, people: str = "{}", organizations: str = "{}"
) -> Context:
    """Return the context of an archive that holds what the YAML texts hold, with one form of award and one kind."""
    awards, kinds, listed = read(AWARDS, AwardVocabulary), read(KINDS, KindVocabulary), read(places, PlaceList)
    vocabularies = Vocabularies(
        awards=awards,
        authority_lists=AuthorityVocabulary(authorities=()),
        categories={},
        forms={form.id: form for form in awards.forms},
        authorities={},
        kinds={kind.id: kind for kind in kinds.kinds},
        units={},
        metrics={},
        movements={},
    )
    archive = Archive(
        site=read(SITE, Site),
        vocabularies=vocabularies,
        gazetteer=Gazetteer(
            places={place.id: place for place in listed.places}, acts={act.number: act for act in listed.acts}
        ),
        people={person.id: person for person in read(people, PersonList).people},
        organizations={found.id: found for found in read(organizations, OrganizationList).organizations},
        ceremonies=in_order(read(ceremonies, tuple[Ceremony, ...])),
        texts={},
    )
    return Context(archive=archive, language=language, t=STRINGS[language])


def vi(text: str, target: str | None = None) -> Link:
    """Return a link, or text without a target, in Vietnamese."""
    return Link(Phrase(text, "vi"), target)
