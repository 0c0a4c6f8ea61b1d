"""The small values that records are made of: dates with their precision, decimals, bilingual text, ids.

Each type parses one strict written form. A value in another form raises `PydanticCustomError` whose type is the id of
the rule that the editor broke; `source/schema.py` turns it into a Problem at the right line.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from ceremony_archive.model.address import bare_address, is_address, is_device, is_page

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """The same words in Vietnamese and, where somebody has written it, in English.

    Not stated: `en` is None when there is no English text yet; pages then show the Vietnamese, marked as such.
    """

    vi: "Text"
    en: "Text | None" = None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as its source: a year, a month or a day (EDTF level 0). Nothing is ever filled in."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The earliest day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from one partial date to another, both included; a single date is a period of itself."""

    start: PartialDate
    end: PartialDate

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def partial_date(day: date) -> PartialDate:
    """Return the day as a date that is precise to the day."""
    return PartialDate(day.year, day.month, day.day)


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse_partial_date(value: object) -> PartialDate:
    """Return the date written as YYYY, YYYY-MM or YYYY-MM-DD.

    Problems: reports `date-format` or `date-impossible`.
    """
    if isinstance(value, PartialDate):
        return value
    text = _text(value)
    match = _DATE.fullmatch(text)
    if not match:
        raise PydanticCustomError("date-format", "{text}", {"text": text, "suggestion": _meant_date(text)})
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the pattern always has a year
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise PydanticCustomError("date-impossible", "{text}", {"text": text}) from error
    return PartialDate(year, month, day)


def _meant_date(text: str) -> str:
    """Return the date that was meant, in the right form, or an empty text when that is anybody's guess."""
    day_first = re.match(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\b", text, re.ASCII)
    year_first = re.match(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?!\d)", text, re.ASCII)
    parts = day_first.groups()[::-1] if day_first else year_first.groups() if year_first else ()
    meant = "-".join(part.zfill(2) for part in parts if part)
    return meant if _DATE.fullmatch(meant) else ""


def parse_period(value: object) -> Period:
    """Return the period written as one partial date or as two with a slash between them.

    Problems: reports `date-format`, `date-impossible` or `period-reversed`.
    """
    if isinstance(value, Period):
        return value
    text = _text(value)
    start_text, slash, end_text = text.partition("/")
    start = parse_partial_date(start_text)
    end = parse_partial_date(end_text) if slash else start
    if end.last_day < start.first_day:
        raise PydanticCustomError("period-reversed", "{text}", {"text": text, "suggestion": f"{end}/{start}"})
    return Period(start, end)


def parse_decimal(value: object) -> Decimal:
    """Return the number written with digits and at most one decimal dot.

    Problems: reports `decimal-comma`, `number-with-separator` or `number-format`.
    """
    if isinstance(value, Decimal):
        return value
    text = _text(value)
    if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", text, re.ASCII) and len(text) <= 20:
        return Decimal(text)
    if (
        re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?|-?\d{1,3}(,\d{3})+(\.\d+)?", text, re.ASCII)
        and text.count(",") + text.count(".") > 1
    ):
        suggestion = (
            text.replace(".", "").replace(",", ".")
            if text.rfind(",") > text.rfind(".") or "," not in text
            else text.replace(",", "")
        )
        raise PydanticCustomError("number-with-separator", "{text}", {"text": text, "suggestion": suggestion})
    if re.fullmatch(r"-?\d+,\d+", text, re.ASCII):
        raise PydanticCustomError("decimal-comma", "{text}", {"text": text, "suggestion": text.replace(",", ".")})
    raise PydanticCustomError("number-format", "{text}", {"text": text, "suggestion": _without_zeros(text)})


def parse_whole_number(value: object) -> int:
    """Return the whole number written with digits only.

    Unit: whole people, units or cases. Problems: reports `number-with-separator` or `number-format`.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if re.fullmatch(r"0|[1-9]\d*", text, re.ASCII) and len(text) <= 12:
        return int(text)
    if re.fullmatch(r"\d{1,3}([., ]\d{3})+", text, re.ASCII):
        raise PydanticCustomError(
            "number-with-separator", "{text}", {"text": text, "suggestion": re.sub(r"\D", "", text)}
        )
    raise PydanticCustomError("number-format", "{text}", {"text": text, "suggestion": _without_zeros(text)})


def _without_zeros(text: str) -> str:
    """Return the number without zeros at its front, or an empty text when that does not make it one."""
    return text.lstrip("0") or "0" if re.fullmatch(r"0\d{1,11}", text, re.ASCII) else ""


def parse_flag(value: object) -> bool:
    """Return the truth written as true or false. Problems: reports `true-or-false`."""
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in ("true", "false"):
        raise PydanticCustomError("true-or-false", "{text}", {"text": text})
    return text == "true"


def parse_text(value: object) -> str:
    """Return the text. Problems: reports `wrong-shape` or `empty-value`."""
    text = _text(value)
    if not text.strip():
        raise PydanticCustomError("empty-value", "empty", {})
    return text


def parse_id(value: object) -> str:
    """Return the id: lower-case letters, digits and single hyphens. Problems: reports `id-format` or `id-reserved`."""
    text = _text(value)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text, re.ASCII) or len(text) > 80:
        raise PydanticCustomError("id-format", "{text}", {"text": text})
    if text == "index" or is_device(text):  # the page of the whole list; what Windows keeps for devices
        raise PydanticCustomError("id-reserved", "{text}", {"text": text})
    return text


def parse_url(value: object) -> str:
    """Return the web address. Problems: reports `url-format`."""
    text = _text(value)
    if not re.fullmatch(r"https?://[^\s<>\"'\\^`{|}/?#]+\.[^\s<>\"'\\^`{|}]+", text) or len(text) > 2000:
        raise PydanticCustomError("url-format", "{text}", {"text": text})
    return text


def parse_address(value: object) -> str:
    """Return the address of a page below a language's root, or of another file. Problems: reports `address-format`."""
    text = _text(value)
    if is_address(text) and not (is_page(text) and text.startswith("en/")):
        return text
    meant = bare_address(re.sub(r"https?://[^/]*", "", text.lower()))
    suggestion = meant if is_address(meant) else ""
    raise PydanticCustomError("address-format", "{text}", {"text": text, "suggestion": suggestion})


def parse_page_address(value: object) -> str:
    """Return the address of a page below a language's root. Problems: reports `address-format`."""
    address = parse_address(value)
    if not is_page(address):
        raise PydanticCustomError("address-format", "{text}", {"text": address, "suggestion": ""})
    return address


def parse_contact(value: object) -> str:
    """Return the address to write to, mailto: or https:. Problems: reports `url-format`."""
    text = _text(value)
    if re.fullmatch(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}", text):
        return text
    return parse_url(text)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("wrong-shape", "not text", {"expected": "text"})
    return value


def _text_as_bilingual(value: object) -> object:
    return {"vi": value} if isinstance(value, str) else value


Text = Annotated[str, PlainValidator(parse_text)]
Id = Annotated[str, PlainValidator(parse_id)]
Url = Annotated[str, PlainValidator(parse_url)]
Contact = Annotated[str, PlainValidator(parse_contact)]
Address = Annotated[str, PlainValidator(parse_address)]
PageAddress = Annotated[str, PlainValidator(parse_page_address)]
DateText = Annotated[PartialDate, PlainValidator(parse_partial_date)]
PeriodText = Annotated[Period, PlainValidator(parse_period)]
Number = Annotated[Decimal, PlainValidator(parse_decimal)]
WholeNumber = Annotated[int, PlainValidator(parse_whole_number)]
Flag = Annotated[bool, PlainValidator(parse_flag)]
Note = Annotated[Bilingual, BeforeValidator(_text_as_bilingual)]
