"""The awards of a record that were taken back: said near the top of its page, and where on the page each one stands."""

from dataclasses import dataclass

from ceremony_archive.model.ceremony import Award, Ceremony
from ceremony_archive.pages.links import form_link
from ceremony_archive.pages.page import Context, Link, Phrase
from ceremony_archive.pages.wording import date_text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnulledItem:
    """An annulled award, with the link to its line on the page.

    Not stated: `decision` is None, and `date` empty, when the record does not give it.
    """

    award: Link
    decision: Phrase | None
    date: str


def annulled_awards(ceremony: Ceremony) -> tuple[Award, ...]:
    """Return the award lines that were taken back, in the order of the record."""
    return tuple(award for award in ceremony.awards if award.status == "annulled")


def award_anchor(ceremony: Ceremony, award: Award) -> str:
    """Return the anchor of an annulled award's line, by its place in the record; other lines have none."""
    if award.status != "annulled":
        return ""
    return next(f"award-{place}" for place, other in enumerate(ceremony.awards, start=1) if other is award)


def annulled_items(context: Context, ceremony: Ceremony) -> tuple[AnnulledItem, ...]:
    """Return the annulled awards of the record."""
    return tuple(_item(context, ceremony, award) for award in annulled_awards(ceremony))


def _item(context: Context, ceremony: Ceremony, award: Award) -> AnnulledItem:
    annulment = award.annulment
    return AnnulledItem(
        award=Link(form_link(context, award.form).text, f"#{award_anchor(ceremony, award)}"),
        decision=context.vietnamese(annulment.decision) if annulment else None,
        date=date_text(annulment.date, context.language) if annulment and annulment.date else "",
    )
