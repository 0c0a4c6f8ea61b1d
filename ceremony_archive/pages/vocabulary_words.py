"""Words that every page on a vocabulary shares: names, validity, and how far an entry was verified."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from ceremony_archive.model.values import Bilingual, PartialDate
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.page import Context, Json, Link, Phrase
from ceremony_archive.pages.wording import date_text, long_date_text

SCHEMA = "https://schema.org"
LONGEST_DESCRIPTION = 160  # characters that search results show


@dataclass(frozen=True, slots=True)
class Evidence:
    """How far a statement was verified. Not stated: `url` and its `label` are empty where no page is named."""

    words: str
    kind: Literal["plain", "unverified"]
    url: str = ""
    label: str = ""


def description(context: Context, key: str, **values: str) -> str:
    """Return the description under the key, or the shorter one beside it where search engines would cut the first."""
    words = context.t(key, **values)
    return words if len(words) <= LONGEST_DESCRIPTION else context.t(f"{key}_short", **values)


def other_name(context: Context, name: Bilingual) -> Phrase | None:
    """Return the name in the language that the page is not in, or None where it has no English one."""
    if name.en is None:
        return None
    return Phrase(name.en, "en") if context.language == "vi" else Phrase(name.vi, "vi")


def other_name_row(context: Context, name: Bilingual) -> Fact:
    """Return the row with the name in the language that the page is not in."""
    key = "vocabulary.name_en" if context.language == "vi" else "vocabulary.name_vi"
    return fact_row(context, key, other_name(context, name))


def printed_row(context: Context, key: str, texts: Iterable[str]) -> Fact:
    """Return the row under the label `key` with words that print uses."""
    return fact_row(context, key, *map(context.vietnamese, texts))


def fact_row(context: Context, key: str, *values: str | Phrase | Link | None, remark: Phrase | None = None) -> Fact:
    """Return the row under the label `key`; words are taken to be in the language of the page, None is left out."""
    shown = tuple(_value(context, value) for value in values if value)
    return Fact(label=context.t(key), values=shown, separator="; ", notes=(remark,) if remark else ())


def _value(context: Context, value: str | Phrase | Link) -> Link:
    if isinstance(value, Link):
        return value
    return Link(context.own(value) if isinstance(value, str) else value)


def validity(context: Context, since: PartialDate | None, until: PartialDate | None) -> str:
    """Return from when to when something holds, in words; empty when nothing bounds it."""
    start, end = since and date_text(since, context.language), until and _end_text(context, until)
    if since == until:
        return start or ""
    if start and end:
        return context.t("period.from_to", start=start, end=end)
    return context.t("vocabulary.since", date=start) if start else context.t("vocabulary.until", date=end)


def _end_text(context: Context, until: PartialDate) -> str:
    """Return the last day in words; a month or a year ends with its last day."""
    if until.day is not None:
        return date_text(until, context.language)
    return context.t("vocabulary.end_of", date=long_date_text(until, context.language))


def evidence(context: Context, verified: bool, *, weak: bool = False, url: str | None = None) -> Evidence:
    """Return how far a statement was verified: read, read in a poor copy only, or not read."""
    known = "unverified" if not verified else "weak" if weak else "verified"
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    label = context.t("vocabulary.read_at", host=host) if host else ""
    kind: Literal["plain", "unverified"] = "plain" if known == "verified" else "unverified"
    return Evidence(context.t(f"vocabulary.evidence.{known}"), kind, url or "", label)


def defined_term(
    context: Context, name: Bilingual, path: str, *, description: str, set_name: str, set_path: str
) -> Json:
    """Return the entry as schema.org describes a term of a vocabulary."""
    other = other_name(context, name)
    term: dict[str, object] = {
        "@context": SCHEMA,
        "@type": "DefinedTerm",
        "name": context.phrase(name).text,
        "termCode": path.rpartition("/")[2].removesuffix(".html"),
        "description": description,
        "url": path,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": set_name, "url": set_path},
    }
    return {**term, "alternateName": other.text} if other else term
