"""The site around the records: its name, address and licences, and its text pages."""

from dataclasses import dataclass

from ceremony_archive.model.ceremony import Story, closed
from ceremony_archive.model.values import Bilingual, Contact, Id, Text, Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence by its name and address."""

    __pydantic_config__ = closed
    name: Text
    url: Url


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """content/site.yaml: what the archive is called, where it lives, under which licences.

    `url` is the address of the root, without a slash at its end; `contact` a mailto: or https: address.
    """

    __pydantic_config__ = closed
    title: Bilingual
    tagline: Bilingual
    url: Url
    contact: Contact
    publisher: Bilingual
    data_licence: Licence
    code_licence: Licence


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteText:
    """One text page, content/pages/<id>.md: about, policy, reading (how to read the data)."""

    __pydantic_config__ = closed
    id: Id
    title: Bilingual
    summary: Bilingual
    story: Story
