"""Which files a content folder has besides its ceremonies, and what the top level of each YAML file is."""

from collections.abc import Mapping

from ceremony_archive.model.entity import OrganizationList, PersonList
from ceremony_archive.model.place import CommuneList, PlaceList
from ceremony_archive.model.register import (
    PERMALINKS,
    REDACTIONS,
    REDIRECTS,
    PermalinkRegister,
    RedactionRegister,
    RedirectRegister,
)
from ceremony_archive.model.site import Site
from ceremony_archive.model.vocabulary import (
    AuthorityVocabulary,
    AwardVocabulary,
    KindVocabulary,
    MetricVocabulary,
    MovementVocabulary,
)

REFERENCE_FILES: Mapping[str, type] = {
    "vocabularies/awards.yaml": AwardVocabulary,
    "vocabularies/authorities.yaml": AuthorityVocabulary,
    "vocabularies/kinds.yaml": KindVocabulary,
    "vocabularies/metrics.yaml": MetricVocabulary,
    "vocabularies/movements.yaml": MovementVocabulary,
    "entities/places.yaml": PlaceList,
    "entities/communes.yaml": CommuneList,
}
YAML_FILES: Mapping[str, type] = {
    "site.yaml": Site,
    **REFERENCE_FILES,
    "entities/people.yaml": PersonList,
    "entities/organizations.yaml": OrganizationList,
}
REGISTER_FILES: Mapping[str, type] = {
    PERMALINKS: PermalinkRegister,
    REDIRECTS: RedirectRegister,
    REDACTIONS: RedactionRegister,
}
# What a process that was killed while it wrote a register may leave beside it; the next one overwrites it.
UNFINISHED = frozenset(f"registers/.{path.removeprefix('registers/')}.new" for path in REGISTER_FILES)
TEXT_FILES = ("pages/about.md", "pages/policy.md", "pages/reading.md")
REQUIRED_FILES = (*YAML_FILES, *REGISTER_FILES, *TEXT_FILES)
