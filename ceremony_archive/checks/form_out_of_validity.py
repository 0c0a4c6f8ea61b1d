"""form-out-of-validity: a form of award at a time that had none of it.

What: the days on which an award may have been conferred all lie before the form's `valid_from` or after its
`valid_to`. Undated ceremonies are not judged.
Why: the law of 2022 made forms and dropped others (article 94: in force from 1 January 2024). A warning, because the
press errs and the vocabulary may; a title conferred before stays recognised (article 95) and may be handed over later.
"""

from collections.abc import Iterator

from ceremony_archive.checks.event_days import Days, conferring_days
from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Award
from ceremony_archive.model.vocabulary import AwardForm
from ceremony_archive.problems import Problem

RULE = "form-out-of-validity"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a warning for each award whose form was not in use when it may have been conferred."""
    for ceremony in archive.ceremonies:
        for at, award in enumerate(ceremony.awards):
            days = conferring_days(ceremony, award)
            for path, form_id in _forms(award) if days else ():
                form = archive.vocabularies.forms.get(form_id)
                if days is None or form is None or _may_be_conferred(form, days):
                    continue
                where = position(documents, ceremony.id, "awards", at, *path)
                arguments = {
                    "form": form_id,
                    "days": days.text,
                    "validity": f"{form.valid_from or '…'} – {form.valid_to or '…'}",
                    "basis": _basis(form),
                }
                yield Problem(rule=RULE, position=where, severity="warning", arguments=arguments, record=ceremony.id)


def _forms(award: Award) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("form",), award.form
    for number, form in enumerate(award.pooled_with):
        yield ("pooled_with", number), form


def _may_be_conferred(form: AwardForm, days: Days) -> bool:
    start = form.valid_from.first_day if form.valid_from else None
    return days.may_fall_in(start, form.valid_to.last_day if form.valid_to else None)


def _basis(form: AwardForm) -> str:
    bases = dict.fromkeys(f"{basis.law} Điều {basis.article}" for basis in form.legal_basis if basis.about == "form")
    return "; ".join(bases) or "vocabularies/awards.yaml"
