"""Every check in one list, and the run of them all."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from ceremony_archive.checks import (
    address_collision,
    address_vanished,
    annulment_missing,
    authority_without_power,
    claim_without_source,
    count_below_names,
    date_after_publication,
    date_in_future,
    duplicate_attachment,
    duplicate_id,
    duplicate_recipient,
    form_out_of_validity,
    id_not_of_date,
    likely_same_ceremony,
    mention_claimed_twice,
    mention_not_found,
    minor_named,
    name_in_two_spellings,
    name_without_address,
    official_without_subject,
    part_over_whole,
    party_badge_recipient_named,
    percent_not_from_actual,
    place_out_of_validity,
    private_data,
    redaction_degree,
    redaction_field,
    redaction_moved,
    redaction_picture,
    redaction_remains,
    redaction_required,
    redaction_too_common,
    redaction_twice,
    redirect_hides_page,
    redirect_to_nowhere,
    redirect_twice,
    redirect_unknown_address,
    total_not_breakdown,
    unit_not_of_metric,
    unknown_id,
)
from ceremony_archive.checks.acknowledgements import acknowledge
from ceremony_archive.checks.locating import Documents
from ceremony_archive.checks.published import Published
from ceremony_archive.model.archive import Archive
from ceremony_archive.problems import Problem, Report, report_of

Check: TypeAlias = Callable[[Archive, Documents], Iterator[Problem]]

# In the order of what they are about: ids, dates and places, awards, figures, sources and names, privacy.
CHECKS: tuple[Check, ...] = (
    unknown_id.check,
    duplicate_id.check,
    id_not_of_date.check,
    date_after_publication.check,
    place_out_of_validity.check,
    likely_same_ceremony.check,
    duplicate_recipient.check,
    count_below_names.check,
    total_not_breakdown.check,
    form_out_of_validity.check,
    authority_without_power.check,
    annulment_missing.check,
    unit_not_of_metric.check,
    percent_not_from_actual.check,
    part_over_whole.check,
    duplicate_attachment.check,
    claim_without_source.check,
    official_without_subject.check,
    name_in_two_spellings.check,
    name_without_address.check,
    mention_not_found.check,
    mention_claimed_twice.check,
    minor_named.check,
    party_badge_recipient_named.check,
    private_data.check,
    redaction_field.check,
    redaction_moved.check,
    redaction_required.check,
    redaction_degree.check,
    redaction_twice.check,
    redaction_too_common.check,
    redaction_remains.check,
    redaction_picture.check,
)

ADDRESS_CHECKS: tuple[Callable[[Published], Iterator[Problem]], ...] = (
    address_collision.check,
    address_vanished.check,
    redirect_twice.check,
    redirect_hides_page.check,
    redirect_unknown_address.check,
    redirect_to_nowhere.check,
)


def run(archive: Archive, documents: Documents, latest: date) -> Report:
    """Return what is wrong with the archive, its acknowledged warnings counted and left out.

    `latest` is the day of the build; no date of the archive may be later. The vocabularies and the gazetteer have their
    own run, reference_ids.check_reference.
    """
    found = [problem for check in CHECKS for problem in check(archive, documents)]
    found += date_in_future.check(archive, documents, latest)
    errors = [problem for problem in found if problem.severity == "error"]
    warnings = [problem for problem in found if problem.severity == "warning"]
    remaining, covered, unused = acknowledge(warnings, archive, documents)
    return report_of([*errors, *remaining, *unused], covered)


def run_on_addresses(published: Published) -> list[Problem]:
    """Return what is wrong with the addresses of the archive, now and as they were published."""
    return [problem for check in ADDRESS_CHECKS for problem in check(published)]
