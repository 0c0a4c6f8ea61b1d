"""Dates and numbers: one written form each, and nothing else is taken for one."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pydantic_core import PydanticCustomError

from ceremony_archive.messages import wording
from ceremony_archive.model.values import (
    PartialDate,
    Period,
    parse_decimal,
    parse_flag,
    parse_id,
    parse_partial_date,
    parse_period,
    parse_text,
    parse_url,
    parse_whole_number,
)

PARSERS = (
    parse_partial_date,
    parse_period,
    parse_decimal,
    parse_whole_number,
    parse_flag,
    parse_id,
    parse_url,
    parse_text,
)
LIKE_VALUES = some.text(alphabet="0123456789\uff10\uff11²½-/.,:+ eE\n\tatrueflsno%T", max_size=14)
ANY = some.text(max_size=20) | LIKE_VALUES


@some.composite
def partial_dates(draw: some.DrawFn) -> PartialDate:
    day = draw(some.dates())
    return draw(
        some.sampled_from(
            [PartialDate(day.year), PartialDate(day.year, day.month), PartialDate(day.year, day.month, day.day)]
        )
    )


@given(some.sampled_from(PARSERS), ANY | some.none() | some.lists(ANY, max_size=2) | some.integers() | some.booleans())
def test_a_parser_gives_a_value_or_names_a_rule(parse: object, value: object) -> None:
    assert callable(parse)
    try:
        parse(value)
    except PydanticCustomError as error:
        assert error.type in wording("vi")


@given(partial_dates())
def test_a_date_is_read_back_as_it_is_written(value: PartialDate) -> None:
    assert parse_partial_date(str(value)) == value


@given(LIKE_VALUES)
def test_only_the_strict_form_is_a_date(text: str) -> None:
    try:
        value = parse_partial_date(text)
    except PydanticCustomError:
        return
    assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text)
    assert str(value) == text


@given(some.integers(1, 9999), some.integers(0, 99), some.integers(0, 99))
def test_a_day_is_a_date_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    try:
        date(year, month, day)
    except ValueError:
        with pytest.raises(PydanticCustomError) as raised:
            parse_partial_date(text)
        assert raised.value.type == "date-impossible"
    else:
        assert parse_partial_date(text) == PartialDate(year, month, day)


@given(partial_dates())
def test_a_partial_date_means_the_days_between_its_first_and_last(value: PartialDate) -> None:
    assert value.first_day <= value.last_day
    assert PartialDate(value.first_day.year) == PartialDate(value.year)


@given(partial_dates(), partial_dates())
def test_a_period_is_read_back_and_never_runs_backwards(start: PartialDate, end: PartialDate) -> None:
    text = f"{start}/{end}"
    if end.last_day < start.first_day:
        with pytest.raises(PydanticCustomError) as raised:
            parse_period(text)
        assert raised.value.type == "period-reversed"
        assert parse_period((raised.value.context or {})["suggestion"]) == Period(end, start)
    else:
        assert parse_period(text) == Period(start, end)


@given(partial_dates())
def test_a_single_date_is_a_period_of_itself(value: PartialDate) -> None:
    assert parse_period(str(value)) == Period(value, value)
    assert str(Period(value, value)) == str(value)


@given(some.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_a_number_is_read_back_as_it_is_written(value: Decimal) -> None:
    assert parse_decimal(f"{value:f}") == value


@given(LIKE_VALUES)
def test_only_the_strict_form_is_a_number(text: str) -> None:
    try:
        parse_decimal(text)
    except PydanticCustomError:
        return
    assert re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text)


@given(LIKE_VALUES)
def test_only_digits_are_a_whole_number(text: str) -> None:
    try:
        value = parse_whole_number(text)
    except PydanticCustomError:
        return
    assert str(value) == text


@given(some.integers(0, 10**12 - 1))
def test_a_whole_number_with_separators_is_told_with_the_right_form(value: int) -> None:
    for separator in ".,":
        text = f"{value:,}".replace(",", separator)
        if separator not in text:
            continue
        with pytest.raises(PydanticCustomError) as raised:
            parse_whole_number(text)
        assert raised.value.type == "number-with-separator"
        assert parse_whole_number((raised.value.context or {})["suggestion"]) == value


@given(ANY)
def test_what_is_suggested_for_a_number_is_a_number(text: str) -> None:
    try:
        parse_decimal(text)
    except PydanticCustomError as error:
        suggestion = (error.context or {})["suggestion"]
        assert not suggestion or parse_decimal(suggestion) is not None


@given(LIKE_VALUES | some.dates().map(lambda day: f"{day.day}/{day.month}/{day.year}"))
def test_what_is_suggested_for_a_date_is_a_date(text: str) -> None:
    try:
        parse_partial_date(text)
    except PydanticCustomError as error:
        suggestion = (error.context or {}).get("suggestion", "")
        assert not suggestion or str(parse_partial_date(suggestion)) == suggestion


@given(ANY)
def test_an_id_is_fit_for_an_address(text: str) -> None:
    try:
        value = parse_id(text)
    except PydanticCustomError:
        return
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
    assert len(value) <= 80


@given(some.from_regex(r"(javascript|data|file|ftp|vbscript)://?[a-z.]+", fullmatch=True) | ANY)
def test_only_the_web_has_addresses(text: str) -> None:
    try:
        value = parse_url(text)
    except PydanticCustomError:
        return
    assert value.startswith(("http://", "https://"))
    assert not set(value) & set(" \t\n<>\"'`")
