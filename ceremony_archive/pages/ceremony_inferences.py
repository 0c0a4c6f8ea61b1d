"""What a record says that its sources do not: every inference, gathered in one place."""

from collections.abc import Iterable, Iterator

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.ceremony_facts import Fact, dated, named_link, plain
from ceremony_archive.pages.links import form_link, metric_link
from ceremony_archive.pages.page import Context, Link


def inference_facts(context: Context, ceremony: Ceremony) -> tuple[Fact, ...]:
    """Return one row for each part of the record in which something is inferred, and what that is."""
    rows = (
        ("date", _date(context, ceremony)),
        ("officials", _officials(context, ceremony)),
        ("awards", (form_link(context, award.form) for award in ceremony.awards if award.certainty == "inferred")),
        ("recipients", _recipients(context, ceremony)),
        (
            "metrics",
            (metric_link(context, metric.metric) for metric in ceremony.metrics if metric.certainty == "inferred"),
        ),
    )
    facts = (
        Fact(label=context.t(f"ceremony.inferred.{name}"), values=_distinct(v), separator="; ") for name, v in rows
    )
    return tuple(fact for fact in facts if fact.values)


def _date(context: Context, ceremony: Ceremony) -> Iterator[Link]:
    if ceremony.dating and ceremony.dating.certainty == "inferred":
        yield plain(context.own(dated(context, ceremony)))


def _officials(context: Context, ceremony: Ceremony) -> Iterator[Link]:
    for official in ceremony.officials:
        if official.certainty == "inferred":
            words = official.role or official.organization or ""
            yield (
                named_link(context, ceremony, official.name, official.role)
                if official.name
                else plain(context.vietnamese(words))
            )


def _recipients(context: Context, ceremony: Ceremony) -> Iterator[Link]:
    for award in ceremony.awards:
        for recipient in award.recipients:
            if recipient.certainty == "inferred":
                yield named_link(context, ceremony, recipient.name, recipient.role)


def _distinct(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(links))
