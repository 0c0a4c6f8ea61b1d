"""What private data looks like in Vietnamese and English text: birth dates, phones, papers, addresses, e-mail."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """One shape of private data.

    `hints`: words one of which is in every text that matches; none: a long run of digits. `not_after`: the words
    before the match that make it harmless ("học" before "sinh năm 2022"). `digits`: the shape that the digits alone
    must have.
    """

    regex: re.Pattern[str]
    hints: tuple[str, ...] = ()
    not_after: frozenset[str] = frozenset()
    digits: re.Pattern[str] | None = None
    is_address: bool = False

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield each match in the text that is not harmless."""
        for match in self.regex.finditer(text):
            before = re.search(r"(\w+)\s+$", text[max(0, match.start() - 40) : match.start()])
            if before and before[1].lower() in self.not_after:
                continue
            digits = re.sub(r"\D", "", match.group()).removeprefix("84")
            if self.digits is None or self.digits.fullmatch(digits):
                yield match


def patterns_in(text: str) -> tuple[Pattern, ...]:
    """Return the patterns that the text may match: nearly always none, and that quickly."""
    plain = " ".join(text.split())
    lower = plain.lower()
    has_digits = _DIGIT_RUN.search(plain) is not None
    return tuple(
        pattern
        for pattern in PATTERNS
        if (
            any(map(lower.__contains__, pattern.hints)) and pattern.regex.search(plain) if pattern.hints else has_digits
        )
    )


def _any_case(pattern: str) -> re.Pattern[str]:
    """Return the pattern for both cases; a space in it stands for white space, a line's end too.

    White space is bounded: runs of it between optional parts would cost more than linear time.
    """
    return re.compile(pattern.replace(" ", r"\s{1,9}").replace(r"\s*", r"\s{0,9}"), re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DIGIT_RUN = re.compile(r"[0-9](?:[ .()-]{0,2}[0-9]){8}")
_YEAR = r"(?:18|19|20)\d\d(?!\d)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_UNIT = r"(?:đồng|đ\b|vnđ|vnd|usd|tỷ|tỉ|triệu|nghìn|ngàn|m2|m²|ha\b|kg|tấn|lượt|cây|người|people|dong)"
_PAPER = (
    r"(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|hộ chiếu|định danh(?: cá nhân)?"
    r"|passport|identity card|id number)"
)
_PHONE_WORD = r"(?:điện thoại|sđt|đt|hotline|zalo|phone|tel|mobile)"
_STREET = r"(?:đường|phố|ngõ|ngách|hẻm|kiệt)"
_HOUSE = r"\d+[a-zđ]?(?:/\d+[a-zđ]?)*"

# "sinh" is also in học sinh, tuyển sinh, vệ sinh, phát sinh, an sinh, hy sinh, khai sinh …
_NOT_BORN = _words(
    """học tuyển vệ phát an hy hi thí dân nhân môi phục hồi nảy nẩy giáo tân cứu mưu kiếm tái trường đản giáng song bình
    khai sát sản"""
)
_BEFORE_DIGITS = ("sinh:", *(f"sinh {digit}" for digit in "0123"))
_ANNIVERSARY = _words("niệm năm mừng nhân dịp")
_NUMBERED = _words("học thcs thpt non giáo trường phố tổ ấp thôn đội trạm máy nghiệp xưởng")
_ROAD_WORKS = _words("cấp rộng tuyến con hóa hoá sửa làm trình")

PATTERNS = (
    Pattern(_any_case(rf"(?<!\w)sinh(?: vào)? năm\s*:?\s*{_YEAR}"), ("sinh năm", "sinh vào"), _NOT_BORN),
    Pattern(_any_case(r"(?<!\w)sinh(?: vào)? ngày\s*:?\s*\d{1,2}(?!\d)"), ("sinh ngày", "sinh vào"), _NOT_BORN),
    Pattern(_any_case(rf"(?<!\w)sinh\s*:?\s*\d\d?\s?[/.-]\s?\d\d?\s?[/.-]\s?{_YEAR}"), _BEFORE_DIGITS, _NOT_BORN),
    Pattern(
        _any_case(r"(?<!\w)(?:ngày|năm)(?:,? tháng)?(?:,? năm)? sinh\s*:?\s*\d+"),
        ("ngày sinh", "năm sinh", "tháng sinh"),
        _ANNIVERSARY,
    ),
    Pattern(_any_case(rf"(?<![\w-])(?:sn|s\.n\.|dob)\s*:?\s*{_YEAR}"), ("sn ", "sn:", "s.n.", "dob")),
    Pattern(
        _any_case(rf"\bborn\s*:?\s*(?:(?:in|on) )?(?:(?:\d\d?(?:st|nd|rd|th)?|{_MONTH}),? ){{0,2}}{_YEAR}"), ("born",)
    ),
    Pattern(
        _any_case(r"\b(?:date|year) of birth\s*:?\s*\d+|\bbirth\s*(?:date|year)\s*:?\s*\d+"),
        ("of birth", "birth date", "birth year", "birthdate"),
    ),
    # Mobile numbers of now (10 digits) and before 2018 (01…, 11 digits), and fixed lines (02…).
    Pattern(
        re.compile(r"(?<![\w.,/:=-])(?:\+?84[ .-]?\(?0?\)?|\(?0)(?:[ .()-]{0,2}\d){8,10}(?![\w/]|[.,-]\d)"),
        digits=re.compile(r"0?(?:[35789]\d{8}|1[2689]\d{8}|2\d{8,9})"),
    ),
    Pattern(
        _any_case(rf"(?<!\w){_PHONE_WORD}\s*[:.]?\s*(?:số\s*:?\s*)?[+(]?\d(?:[.()\x20-]?\d){{6,}}"),
        ("điện thoại", "đt ", "đt:", "đt.", "hotline", "zalo", "phone", "tel", "mobile"),
        digits=re.compile(rf"(?!\d{{4}}{_YEAR}$)\d{{7,}}"),
    ),
    Pattern(
        _any_case(
            rf"(?<!\w){_PAPER}\s*[:.]?\s*(?:số|no\.?|number)?\s*[:.]?\s*[a-z]?\d(?:[.\x20]?\d){{6,}}(?!\s*{_UNIT})"
        ),
        (
            "cccd",
            "cmnd",
            "cmtnd",
            "căn cước",
            "chứng minh",
            "hộ chiếu",
            "định danh",
            "passport",
            "identity",
            "id number",
        ),
    ),
    # Nine or twelve digits on their own are an identity number; an amount names its unit.
    Pattern(_any_case(rf"(?<![\w.,/:=+-])\d{{9}}(?:\d{{3}})?(?![\w/-]|[.,]\d)(?!\s*{_UNIT})")),
    Pattern(_any_case(rf"(?<!\w)(?:số nhà|nhà số) {_HOUSE}"), ("số nhà", "nhà số"), _NUMBERED, is_address=True),
    Pattern(
        _any_case(rf"(?<!\w)số {_HOUSE}\s*,? {_STREET} \w+"),
        ("đường", "phố", "ngõ", "ngách", "hẻm", "kiệt"),
        _NUMBERED,
        is_address=True,
    ),
    # Lower-case kiệt only: Lý Thường Kiệt and Võ Văn Kiệt are streets and people.
    Pattern(
        re.compile(r"(?<!\w)(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|kiệt)\s+(?:số\s+)?\d+(?:/\d+)*"),
        ("ngõ ", "ngách ", "hẻm ", "kiệt "),
        _ROAD_WORKS,
        is_address=True,
    ),
    Pattern(
        re.compile(r"(?<!\w)\d+[A-Z]?(?:/\d+)*,?\s+(?:[A-ZĐÀ-Ỹ]\w*\s+){1,4}(?:Street|Road|Lane|Alley)\b"),
        (" street", " road", " lane", " alley"),
        is_address=True,
    ),
    Pattern(re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), ("@",)),
)
