"""authority-without-power: an authority that, as far as is known, could not confer this form then.

What: `conferred_by` names an authority, and no power of it or of the kind of authority it is an instance of lists the
form on any day on which the award may have been conferred. A power whose article was not read (`verified: false`)
still counts. Not judged: undated ceremonies, the authority `khong-ro`, forms whose own authority is not known, and
the cataloguing codes for a kind of commendation or an unknown form.
Why: "UBND huyện" cannot confer a provincial certificate (Law 06/2022/QH15, articles 77 to 80). A warning, because the
press credits the wrong body often enough, and the vocabulary may lack a power.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ceremony_archive.checks.event_days import Days, conferring_days
from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.vocabulary import AwardForm, Power, Vocabularies
from ceremony_archive.problems import Problem

RULE = "authority-without-power"

UNKNOWN = "khong-ro"
CATALOGUING = ("kind-of-commendation", "unspecified")

Powers = Mapping[tuple[str, str], tuple[Power, ...]]


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a warning for each award conferred by an authority with no known power for its form at that time."""
    vocabularies = archive.vocabularies
    powers = _powers(vocabularies)
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            form = vocabularies.forms.get(award.form)
            if form is None or award.conferred_by is None or not _is_judged(form, award.conferred_by, vocabularies):
                continue
            days = conferring_days(ceremony, award)
            if days is None or _held(powers.get((award.conferred_by, form.id), ()), days):
                continue
            own = powers.get((award.conferred_by, form.id), ())
            holders = [a for a in vocabularies.authorities if _held(powers.get((a, form.id), ()), days)]
            bases = own or [power for holder in holders for power in powers[holder, form.id] if _held((power,), days)]
            arguments = {
                "authority": award.conferred_by,
                "form": form.id,
                "days": days.text,
                "holders": ", ".join(holders) or UNKNOWN,
                "basis": "; ".join(dict.fromkeys(_cited(power) for power in bases)) or _article(form),
            }
            where = position(documents, ceremony.id, "awards", at, "conferred_by")
            yield Problem(rule=RULE, position=where, severity="warning", arguments=arguments, record=ceremony.id)


def _is_judged(form: AwardForm, authority: str, vocabularies: Vocabularies) -> bool:
    if authority == UNKNOWN or authority not in vocabularies.authorities:
        return False
    return UNKNOWN not in form.authorities and form.category not in CATALOGUING


def _powers(vocabularies: Vocabularies) -> Powers:
    """Return every power by authority and form, with those that come from the kind that a body is an instance of."""
    powers: defaultdict[tuple[str, str], list[Power]] = defaultdict(list)
    for authority in vocabularies.authorities.values():
        seen: set[str] = set()
        holder = vocabularies.authorities.get(authority.id)
        while holder is not None and holder.id not in seen:
            seen.add(holder.id)
            for power in holder.confers:
                for form in power.forms:
                    powers[authority.id, form].append(power)
            holder = vocabularies.authorities.get(holder.instance_of) if holder.instance_of else None
    return {key: tuple(found) for key, found in powers.items()}


def _held(powers: tuple[Power, ...], days: Days) -> bool:
    return any(
        days.may_fall_in(power.since.first_day if power.since else None, power.until.last_day if power.until else None)
        for power in powers
    )


def _cited(power: Power) -> str:
    return f"{power.basis or 'vocabularies/authorities.yaml'} ({power.since or '…'} – {power.until or '…'})"


def _article(form: AwardForm) -> str:
    bases = dict.fromkeys(f"{basis.law} Điều {basis.article}" for basis in form.legal_basis)
    return "; ".join(bases) or "vocabularies/authorities.yaml"
