"""What stands at addresses that have lost their content: pages that lead on to where it is, and pages that say why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ceremony_archive.model.address import is_page
from ceremony_archive.model.register import Redirect, Withdrawal
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.links import (
    CORRECTIONS_PATH,
    authority_link,
    ceremony_link,
    entity_link,
    form_link,
    home_crumb,
    metric_link,
    movement_link,
    name_link,
    place_link,
    section_link,
)
from ceremony_archive.pages.page import Context, Link, Page, Phrase, address
from ceremony_archive.pages.wording import long_date_text

LONGEST_IN_DESCRIPTION = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectPage:
    """What a page that leads on shows: where to, since when, and why."""

    title: str
    lead: str
    target: Link
    date: str
    machine_date: str
    reason: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """What stands where content was withdrawn. Not stated: `subject`, what it was, is None where nobody says."""

    title: str
    lead: str
    subject: Phrase | None
    date: str
    machine_date: str
    reason: Phrase
    log: Link


def pages(context: Context) -> Iterator[Page]:
    """Yield a page for each address that leads on, then one for each that was withdrawn."""
    for redirect in context.archive.redirects.redirects:
        yield _redirect(context, redirect)
    for withdrawal in context.archive.redirects.withdrawals:
        yield from (_withdrawn(context, withdrawal, path) for path in withdrawal.addresses if is_page(path))


def _redirect(context: Context, redirect: Redirect) -> Page:
    shown, t = _shown(context, redirect.address), context.t
    return Page(
        path=redirect.address,
        canonical=redirect.to,
        language=context.language,
        template="pages/redirect.html",
        title=t("redirect.title", address=shown),
        description=t("redirect.description", address=_shortened(shown)),
        data=RedirectPage(
            title=t("redirect.heading"),
            lead=t("redirect.lead"),
            target=_target_link(context, redirect.to),
            date=_date(context, redirect.date),
            machine_date=str(redirect.date),
            reason=context.phrase(redirect.reason),
        ),
        is_indexed=False,
    )


def _withdrawn(context: Context, withdrawal: Withdrawal, path: str) -> Page:
    shown, t = _shown(context, path), context.t
    return Page(
        path=path,
        language=context.language,
        template="pages/withdrawn.html",
        title=t("withdrawn.title", address=shown),
        description=t("withdrawn.description", address=_shortened(shown)),
        data=WithdrawnPage(
            title=t("withdrawn.heading"),
            lead=t("withdrawn.lead"),
            subject=context.optional_phrase(withdrawal.title),
            date=_date(context, withdrawal.date),
            machine_date=str(withdrawal.date),
            reason=context.phrase(withdrawal.reason),
            log=section_link(context, "corrections", f"{CORRECTIONS_PATH}#withdrawn"),
        ),
        breadcrumbs=(home_crumb(context),),
        is_indexed=False,
    )


def _target_link(context: Context, target: str) -> Link:
    archive, vocabularies = context.archive, context.archive.vocabularies
    folder, _, name = target.removesuffix(".html").partition("/")
    named: Mapping[str, tuple[Mapping[str, object], Callable[[], Link]]] = {
        "ceremonies": (archive.ceremony_by_id, lambda: ceremony_link(context, archive.ceremony_by_id[name])),
        "awards": (vocabularies.forms, lambda: form_link(context, name)),
        "authorities": (vocabularies.authorities, lambda: authority_link(context, name)),
        "metrics": (vocabularies.metrics, lambda: metric_link(context, name)),
        "movements": (vocabularies.movements, lambda: movement_link(context, name)),
        "places": (archive.gazetteer.places, lambda: place_link(context, name)),
        "people": (archive.people, lambda: entity_link(context, name)),
        "organizations": (archive.organizations, lambda: entity_link(context, name)),
        "names": (archive.mentions_of_name, lambda: name_link(context, archive.mentions_of_name[name][0].name)),
    }
    known, link = named.get(folder, ({}, None))
    return link() if link and name in known else Link(context.own(_shown(context, target)), target)


def _shortened(shown: str) -> str:
    if len(shown) <= LONGEST_IN_DESCRIPTION:
        return shown
    half = LONGEST_IN_DESCRIPTION // 2
    return f"{shown[:half]}…{shown[-half:]}"


def _shown(context: Context, path: str) -> str:
    return address(path, context.language)


def _date(context: Context, date: PartialDate) -> str:
    return long_date_text(date, context.language)
