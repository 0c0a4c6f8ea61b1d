"""Numbers, dates and periods in words, in either language. No locale is asked."""

from decimal import Decimal

from ceremony_archive.model.values import Language, PartialDate, Period
from ceremony_archive.pages.strings import Strings

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def number_text(value: int | Decimal, language: Language) -> str:
    """Return the number as printed in the language: 1.598,6 in Vietnamese, 1,598.6 in English."""
    text = f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "vi" else text


def date_text(value: PartialDate, language: Language) -> str:
    """Return the date in words, as precise as it is and no more."""
    if language == "vi":
        return "-".join(str(part) for part in (value.day, value.month, value.year) if part is not None)
    parts = (str(value.day) if value.day else "", _MONTHS[value.month - 1] if value.month else "", str(value.year))
    return " ".join(part for part in parts if part)


def long_date_text(value: PartialDate, language: Language) -> str:
    """Return the date in full words: ngày 14 tháng 3 năm 2017; 14 March 2017."""
    if language == "en":
        return date_text(value, language)
    named = (("ngày", value.day), ("tháng", value.month), ("năm", value.year))
    return " ".join(f"{word} {part}" for word, part in named if part is not None)


def period_text(value: Period, t: Strings) -> str:
    """Return the period in words."""
    start, end = date_text(value.start, t.language), date_text(value.end, t.language)
    return start if value.start == value.end else t("period.from_to", start=start, end=end)
