"""A ceremony as schema.org describes events; people and bodies only where somebody has verified who they are."""

from collections import defaultdict
from collections.abc import Iterator

from ceremony_archive.model.ceremony import Award, Ceremony, Recipient, Source
from ceremony_archive.model.values import Period
from ceremony_archive.pages.ceremony_attachments import AttachmentItem, attachment_items
from ceremony_archive.pages.ceremony_facts import place_chain
from ceremony_archive.pages.ceremony_metrics import movement_links
from ceremony_archive.pages.links import ceremony_path, entity_link, form_link
from ceremony_archive.pages.page import Context, Json
from ceremony_archive.pages.wording import period_text

SCHEMA = "https://schema.org"


def ceremony_json_ld(context: Context, ceremony: Ceremony) -> tuple[Json, ...]:
    """Return the event, then each verified person and organization with the awards that the record states for them."""
    return (_event(context, ceremony), *_honoured(context, ceremony))


def _event(context: Context, ceremony: Ceremony) -> Json:
    event: dict[str, object] = {
        "@context": SCHEMA,
        "@type": "Event",
        "identifier": ceremony.id,
        "url": ceremony_path(ceremony.id),
        "name": context.phrase(ceremony.title).text,
        "description": context.phrase(ceremony.summary).text,
        "startDate": str(ceremony.date) if ceremony.date else None,
        "location": _location(context, ceremony),
        "organizer": [{"@type": "Organization", "name": organizer} for organizer in ceremony.organizers],
        "about": [
            {"@type": "Thing", "name": link.text.text, "url": link.target} for link in movement_links(context, ceremony)
        ],
        "subjectOf": [_work(source) for source in ceremony.sources],
        "image": [_image(context, item) for item in attachment_items(context, ceremony)],
    }
    return {key: value for key, value in event.items() if value not in (None, [])}


def _location(context: Context, ceremony: Ceremony) -> Json:
    location: Json = {}
    for link in reversed(place_chain(context, ceremony)):
        area: dict[str, object] = {"@type": "AdministrativeArea", "name": link.text.text}
        if link.target:
            area["url"] = link.target
        location = {**area, "containedInPlace": location} if location else area
    if ceremony.venue is None:
        return location
    return {"@type": "Place", "name": ceremony.venue, "containedInPlace": location}


def _work(source: Source) -> Json:
    work = {
        "@type": "CreativeWork",
        "name": source.title or source.publisher,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "datePublished": str(source.published) if source.published else None,
        "inLanguage": source.language,
        "url": source.url,
        "archivedAt": source.archived.url if source.archived else None,
    }
    return {key: value for key, value in work.items() if value is not None}


def _image(context: Context, item: AttachmentItem) -> Json:
    return {
        "@type": "ImageObject",
        "contentUrl": f"{context.archive.site.url}/{item.address}",
        "width": item.width,
        "height": item.height,
        "caption": (item.caption or item.alt).text,
        "creditText": item.credit.text,
        "license": {"@type": "CreativeWork", "name": item.licence.text},
    }


def _honoured(context: Context, ceremony: Ceremony) -> Iterator[Json]:
    awards: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for award in ceremony.awards:
        for recipient in award.recipients:
            entity = context.archive.entity_of(ceremony, recipient.name, recipient.role)
            if entity and _is_fact(award, recipient):
                awards[entity][_award_text(context, ceremony, award)] = None
    for entity, texts in awards.items():
        link = entity_link(context, entity)
        yield {
            "@context": SCHEMA,
            "@type": "Person" if entity in context.archive.people else "Organization",
            "name": link.text.text,
            "url": link.target,
            "award": list(texts),
        }


def _is_fact(award: Award, recipient: Recipient) -> bool:
    """Tell whether the award may stand alone: a machine reads no "proposed", "annulled" or "inferred" beside it."""
    is_conferred = award.scope != "proposed" and award.status == "conferred"
    return is_conferred and "inferred" not in (award.certainty, recipient.certainty)


def _award_text(context: Context, ceremony: Ceremony, award: Award) -> str:
    form = form_link(context, award.form).text.text
    day = Period(ceremony.date, ceremony.date) if ceremony.date and award.scope == "presented" else None
    when = award.period or day
    return f"{form} ({period_text(when, context.t)})" if when else form
