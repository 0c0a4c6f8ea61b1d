"""The vocabulary of awards as a page, and the page of every form."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.vocabulary import AwardCategory, AwardForm, CommendationKind, LegalRegime, RevocationRule
from ceremony_archive.pages.award_form import INDEX_PATH, category_anchor, form_page
from ceremony_archive.pages.links import authority_link, form_link, home_crumb, section_link
from ceremony_archive.pages.page import Context, Json, Link, Page, Phrase
from ceremony_archive.pages.place_history import last_change
from ceremony_archive.pages.register_years import register_year_pages
from ceremony_archive.pages.tally import TallyText, lines_tally, tally_text, with_annulled
from ceremony_archive.pages.vocabulary_words import SCHEMA, Evidence, evidence, other_name, validity
from ceremony_archive.pages.wording import number_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One form in the list.

    Not stated: `other_name` is None without a name in the other language; `ended` is empty for a form in force.
    """

    form: Link
    other_name: Phrase | None
    authorities: tuple[Link, ...]
    authority_remark: str
    lines: TallyText
    is_unverified: bool
    ended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryGroup:
    """A category with its forms in the order of the law. Not stated: `note` is None where nothing needs saying."""

    name: Phrase
    anchor: str
    note: Phrase | None
    forms: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class RegimeRow:
    """The acts in force for ceremonies of a period."""

    period: str
    acts: Phrase
    note: Phrase | None


@dataclass(frozen=True, slots=True)
class CommendationRow:
    """A kind of commendation."""

    name: Phrase
    other_name: Phrase | None
    variants: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class RevocationItem:
    """What is known on taking an award back. Not stated: `article` is empty for a case."""

    text: Phrase
    article: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ReferenceItem:
    """A page that the vocabulary was compiled from."""

    what: Phrase
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardIndex:
    """The page of all forms."""

    title: str
    lead: str
    contents: tuple[Link, ...]
    categories: tuple[CategoryGroup, ...]
    regimes: tuple[RegimeRow, ...]
    commendation_kinds: tuple[CommendationRow, ...]
    revocation: tuple[RevocationItem, ...]
    sources: tuple[ReferenceItem, ...]


def pages(context: Context) -> Iterator[Page]:
    """Return the page of all forms, then that of each, with a page for each year where its lines are many."""
    yield _index(context)
    crumbs = (home_crumb(context), section_link(context, "awards", INDEX_PATH))
    for form in context.archive.vocabularies.forms.values():
        yield form_page(context, form, breadcrumbs=crumbs)
        lines = context.archive.awards_of_form.get(form.id, ())
        yield from register_year_pages(context, form_link(context, form.id), lines, breadcrumbs=crumbs)


def _index(context: Context) -> Page:
    archive, t = context.archive, context.t
    vocabulary = archive.vocabularies.awards
    title = t("section.awards")
    honoured = tuple(ceremony for ceremony in archive.ceremonies if ceremony.awards)
    tally = lines_tally(award for ceremony in honoured for award in ceremony.awards)
    counts = {
        "n": number_text(len(vocabulary.forms), context.language),
        "lines": number_text(tally.standing, context.language),
    }
    categories = _categories(context)
    return Page(
        path=INDEX_PATH,
        language=context.language,
        template="pages/awards.html",
        title=title,
        description=t("awards.index.description", **counts),
        data=AwardIndex(
            title=title,
            lead=with_annulled(context, t("awards.index.lead", **counts), tally),
            contents=_contents(context, categories),
            categories=categories,
            regimes=tuple(_regime(context, regime) for regime in vocabulary.regimes),
            commendation_kinds=tuple(_commendation(context, kind) for kind in vocabulary.commendation_kinds),
            revocation=tuple(_revocation(context, rule) for rule in vocabulary.revocation),
            sources=tuple(ReferenceItem(context.vietnamese(source.what), source.url) for source in vocabulary.sources),
        ),
        breadcrumbs=(home_crumb(context),),
        json_ld=(_term_set(context, title),),
        records=tuple(ceremony.id for ceremony in honoured),
        modified=last_change(honoured),
    )


def _categories(context: Context) -> tuple[CategoryGroup, ...]:
    vocabulary = context.archive.vocabularies.awards
    in_law_order = sorted(vocabulary.categories, key=lambda category: category.law_order)
    groups = (_category(context, category) for category in in_law_order)
    return tuple(group for group in groups if group.forms)


def _category(context: Context, category: AwardCategory) -> CategoryGroup:
    """Return the category; its file has the forms in the order of the law, classes from the first down."""
    forms = (form for form in context.archive.vocabularies.awards.forms if form.category == category.id)
    return CategoryGroup(
        name=context.phrase(category.name),
        anchor=category_anchor(category.id),
        note=context.optional_phrase(category.note),
        forms=tuple(_form(context, form) for form in forms),
    )


def _form(context: Context, form: AwardForm) -> FormRow:
    lines = context.archive.awards_of_form.get(form.id, ())
    return FormRow(
        form=form_link(context, form.id),
        other_name=other_name(context, form.name),
        authorities=tuple(authority_link(context, authority) for authority in form.authorities),
        authority_remark="" if form.authority_verified else context.t("unverified"),
        lines=tally_text(context, lines_tally(award for _, award in lines)),
        is_unverified=not form.verified,
        ended=validity(context, None, form.valid_to),
    )


def _regime(context: Context, regime: LegalRegime) -> RegimeRow:
    period = validity(context, regime.valid_from, regime.valid_to)
    return RegimeRow(period, context.phrase(regime.acts), context.optional_phrase(regime.note))


def _commendation(context: Context, kind: CommendationKind) -> CommendationRow:
    return CommendationRow(
        context.phrase(kind.name),
        other_name(context, kind.name),
        tuple(context.vietnamese(variant) for variant in kind.variants),
        tuple(context.vietnamese(recipient) for recipient in kind.recipients),
        evidence(context, kind.verified),
    )


def _revocation(context: Context, rule: RevocationRule) -> RevocationItem:
    key = "awards.revocation.article" if rule.article_verified else "awards.revocation.article_unverified"
    article = context.t(key, article=rule.article) if rule.article else ""
    return RevocationItem(context.phrase(rule.text), article, evidence(context, rule.verified))


def _contents(context: Context, categories: tuple[CategoryGroup, ...]) -> tuple[Link, ...]:
    """Return the links to the parts of the page that it has."""
    vocabulary = context.archive.vocabularies.awards
    parts = (
        ("regimes", vocabulary.regimes),
        ("kinds", vocabulary.commendation_kinds),
        ("revocation", vocabulary.revocation),
        ("sources", vocabulary.sources),
    )
    return (
        *(Link(group.name, f"{INDEX_PATH}#{group.anchor}") for group in categories),
        *(Link(context.own(context.t(f"awards.{name}.title")), f"{INDEX_PATH}#{name}") for name, part in parts if part),
    )


def _term_set(context: Context, title: str) -> Json:
    """Return the vocabulary as schema.org describes it; the page of each form says that the form belongs to it."""
    return {
        "@context": SCHEMA,
        "@type": "DefinedTermSet",
        "name": title,
        "url": INDEX_PATH,
        "inLanguage": context.language,
    }
