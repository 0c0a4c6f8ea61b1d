"""The days that a ceremony, or the conferring of one of its awards, may have taken place on."""

from dataclasses import dataclass
from datetime import date

from ceremony_archive.model.ceremony import Award, Ceremony
from ceremony_archive.model.values import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both ends included, and how reports write it."""

    first: date
    last: date
    text: str

    def may_fall_in(self, start: date | None, end: date | None) -> bool:
        """Tell whether any of the days lies between the two; None is an open end."""
        return (start is None or start <= self.last) and (end is None or self.first <= end)


def days_of(ceremony: Ceremony) -> Days | None:
    """Return the days that the date of the ceremony may mean. Not stated: None for an undated ceremony."""
    if ceremony.date is None:
        return None
    first, last = ceremony.date.first_day, ceremony.date.last_day
    bound = ceremony.dating.not_after.last_day if ceremony.dating and ceremony.dating.not_after else last
    return Days(first, max(first, min(last, bound)), str(ceremony.date))


def conferring_days(ceremony: Ceremony, award: Award) -> Days | None:
    """Return the days on which the award may have been conferred.

    It is conferred before the day of the ceremony, seldom on it. So the days begin with the period that the award is
    reported for, or else with the period under review, and end with the ceremony. The own period of an award that is
    presented says what it is for, not when it was conferred.
    Not stated: None when neither a date nor a period bounds them.
    """
    own = award.period if award.scope == "reported-for-period" else None
    period = own or (ceremony.period if award.scope != "proposed" else None)
    event = days_of(ceremony)
    if event is None:
        return _days(own.start, own.end) if own else None
    if period is None or period.start.first_day >= event.first:
        return event
    return Days(period.start.first_day, event.last, f"{period.start}/{event.text}")


def _days(start: PartialDate, end: PartialDate) -> Days:
    return Days(start.first_day, end.last_day, str(Period(start, end)))
