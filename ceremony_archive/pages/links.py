"""Where everything has its page, and the link to it in the language of the page."""

from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.fold import first_letter, letter_slug, slug
from ceremony_archive.model.place import Place
from ceremony_archive.model.values import PartialDate
from ceremony_archive.pages.page import Context, Link, Phrase

CORRECTIONS_PATH = "corrections.html"
DOWNLOADS_PATH = "data.html"


def ceremony_path(ceremony_id: str) -> str:
    """Return the address of a ceremony's page."""
    return f"ceremonies/{ceremony_id}.html"


def record_file(ceremony_id: str) -> str:
    """Return the address of a record as JSON, below the root of the site: one for both languages."""
    return f"data/ceremonies/{ceremony_id}.json"


def place_path(place_id: str) -> str:
    """Return the address of a place's page."""
    return f"places/{place_id}.html"


def name_path(name: str) -> str:
    """Return the address of a printed name, shared by every spelling that folds to it."""
    return f"names/{slug(name)}.html"


def letter_path(letter: str) -> str:
    """Return the address of the list of names under a letter."""
    return f"names/letters/{letter_slug(letter)}.html"


def year_path(year: int | None) -> str:
    """Return the address of a year; None is the undated."""
    return f"years/{year}.html" if year is not None else "years/undated.html"


def corrections_path(year: int | None) -> str:
    """Return the address of what was changed in a year; None is what has no date."""
    return f"corrections/{year}.html" if year is not None else "corrections/undated.html"


def publisher_anchor(publisher: str) -> str:
    """Return the address of a publisher on the page of sources."""
    return f"sources.html#{slug(publisher)}"


def has_page(archive: Archive, place: Place) -> bool:
    """Tell whether the place has a page: every province and district, and a commune with a ceremony."""
    return place.kind != "commune" or place.id in archive.ceremonies_of_place


def ceremony_link(context: Context, ceremony: Ceremony) -> Link:
    """Return the link to a ceremony by its title."""
    return Link(context.phrase(ceremony.title), ceremony_path(ceremony.id))


def place_name(context: Context, place: Place, on: PartialDate | None = None) -> Phrase:
    """Return the name of the place, as it was on the date where one is given, in the page's language."""
    day = on.last_day if on else None
    name = place.name_on(day)
    if context.language == "vi":
        return Phrase(name, "vi")
    if name == place.name:
        return Phrase(place.name_en, "en")
    former = next((form.name_en for form in place.former if form.name == name and form.name_en), None)
    return Phrase(former, "en") if former else Phrase(name, "vi")


def place_link(context: Context, place_id: str, on: PartialDate | None = None) -> Link:
    """Return the link to a place, under its name on the date where one is given; the undated are made once."""
    if on is None and place_id in context.place_links:
        return context.place_links[place_id]
    place = context.archive.gazetteer.places[place_id]
    made = Link(place_name(context, place, on), place_path(place_id) if has_page(context.archive, place) else None)
    if on is None:
        context.place_links[place_id] = made
    return made


def form_link(context: Context, form_id: str) -> Link:
    """Return the link to an award form."""
    return Link(context.phrase(context.archive.vocabularies.forms[form_id].name), f"awards/{form_id}.html")


def authority_link(context: Context, authority_id: str) -> Link:
    """Return the link to a conferring authority."""
    return Link(
        context.phrase(context.archive.vocabularies.authorities[authority_id].name), f"authorities/{authority_id}.html"
    )


def metric_link(context: Context, metric_id: str) -> Link:
    """Return the link to a metric."""
    return Link(context.phrase(context.archive.vocabularies.metrics[metric_id].name), f"metrics/{metric_id}.html")


def movement_link(context: Context, movement_id: str) -> Link:
    """Return the link to a movement."""
    return Link(
        context.phrase(context.archive.vocabularies.movements[movement_id].name), f"movements/{movement_id}.html"
    )


def year_link(context: Context, year: int | None) -> Link:
    """Return the link to a year, or to the undated."""
    text = str(year) if year is not None else context.t("year.undated")
    return Link(context.own(text), year_path(year))


def name_link(context: Context, name: str) -> Link:
    """Return the link to a printed name."""
    return Link(context.vietnamese(name), name_path(name))


def letter_link(context: Context, name: str) -> Link:
    """Return the link to the list of names that begin with the name's letter."""
    letter = first_letter(name)
    return Link(context.own(letter), letter_path(letter))


def entity_link(context: Context, entity_id: str) -> Link:
    """Return the link to a verified person or organization."""
    person = context.archive.people.get(entity_id)
    if person is not None:
        return Link(context.vietnamese(person.name), f"people/{entity_id}.html")
    organization = context.archive.organizations[entity_id]
    return Link(context.vietnamese(organization.name), f"organizations/{entity_id}.html")


def section_link(context: Context, key: str, target: str) -> Link:
    """Return a link to a section of the site by the words under `section.<key>`."""
    return Link(context.own(context.t(f"section.{key}")), target)


def home_crumb(context: Context) -> Link:
    """Return the first breadcrumb."""
    return section_link(context, "home", "index.html")
