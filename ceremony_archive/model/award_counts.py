"""Which count of an award line counts which kind of recipient."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ceremony_archive.model.ceremony import Award, Counts, RecipientKind

COUNTED_AS: tuple[tuple[str, RecipientKind], ...] = (
    ("individuals", "individual"),
    ("organizations", "organization"),
    ("households", "household"),
    ("villages", "village"),
    ("clans", "clan"),
)


def counts_from_names(award: Award, kinds: Iterable[RecipientKind]) -> Counts | None:
    """Return the counts of the award with the named ones of these kinds counted, where no number covers them yet.

    A lump, a printed total, or items alone cover every kind. Beside a number of cases (lượt), or one that the source
    gives as "hơn" or "khoảng", a plain count of names would be read as such too, and none is added.
    """
    counts = award.counts or Counts()
    apart = [field for field, _ in COUNTED_AS if getattr(counts, field) is not None]
    is_covered = counts.mixed is not None or counts.total is not None or (counts.items is not None and not apart)
    if is_covered or award.approximation or award.counts_of == "instances":
        return award.counts
    named = Counter(recipient.kind for recipient in award.recipients)
    wanted = set(kinds)
    return replace(
        counts, **{field: named[kind] for field, kind in COUNTED_AS if kind in wanted and field not in apart}
    )
