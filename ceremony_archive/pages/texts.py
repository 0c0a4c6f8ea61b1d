"""The pages that editors write as text (about, policy, how to read the data), and the page for what is not found."""

from collections.abc import Iterator
from dataclasses import dataclass

from ceremony_archive.model.site import SiteText
from ceremony_archive.model.values import Language
from ceremony_archive.pages.links import CORRECTIONS_PATH, home_crumb, section_link
from ceremony_archive.pages.page import Context, Link, Page, Phrase
from ceremony_archive.pages.vocabulary_words import SCHEMA

NAMES = ("about", "policy", "reading")
NOT_FOUND_PATH = "404.html"
WAYS_IN = (
    ("ceremonies", "ceremonies/index.html"),
    ("places", "places/index.html"),
    ("names", "names/index.html"),
    ("awards", "awards/index.html"),
    ("years", "years/index.html"),
    ("sources", "sources.html"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """A text page. `html` is clean HTML in `language`, which is Vietnamese where nobody has written the English."""

    title: Phrase
    lead: Phrase
    html: str
    language: Language
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WayIn:
    """A section of the site and what is found there."""

    link: Link
    detail: str


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page that stands where nothing is."""

    title: str
    lead: str
    ways_in: tuple[WayIn, ...]


def pages(context: Context) -> Iterator[Page]:
    """Return the text pages that the archive has, and the page for what is not found."""
    for name in NAMES:
        if name in context.archive.texts:
            yield _text(context, name, context.archive.texts[name])
    yield _not_found(context)


def _text(context: Context, name: str, text: SiteText) -> Page:
    title, summary = context.phrase(text.title), context.phrase(text.summary)
    in_english = context.language == "en" and text.story.en is not None
    path = f"{name}.html"
    others = (other for other in NAMES if other != name and other in context.archive.texts)
    return Page(
        path=path,
        language=context.language,
        template="pages/text.html",
        title=title.text,
        description=summary.text,
        data=TextPage(
            title=title,
            lead=summary,
            html=(text.story.en or "") if in_english else text.story.vi,
            language="en" if in_english else "vi",
            others=(
                *(section_link(context, other, f"{other}.html") for other in others),
                section_link(context, "corrections", CORRECTIONS_PATH),
            ),
        ),
        breadcrumbs=(home_crumb(context),),
        json_ld=(
            {
                "@context": SCHEMA,
                "@type": "AboutPage" if name == "about" else "WebPage",
                "name": title.text,
                "description": summary.text,
                "inLanguage": context.language,
                "url": path,
            },
        ),
    )


def _not_found(context: Context) -> Page:
    t = context.t
    ways_in = (WayIn(section_link(context, key, target), t(f"not_found.way.{key}")) for key, target in WAYS_IN)
    home = WayIn(home_crumb(context), t("not_found.way.home"))
    return Page(
        path=NOT_FOUND_PATH,
        language=context.language,
        template="pages/not_found.html",
        title=t("not_found.title"),
        description=t("not_found.description"),
        data=NotFoundPage(t("not_found.title"), t("not_found.lead"), (home, *ways_in)),
        is_indexed=False,
    )
