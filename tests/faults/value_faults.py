"""Values that would be guessed, dates, and fields that are not there, misspelt or of another shape."""

from tests.content_copy import BASE
from tests.faults.fault import (
    Break,
    Fault,
    Shown,
    all_of,
    edited,
    fields,
    put,
    removed,
    renamed,
    stops,
)

KINDS, SITE, PEOPLE, PLACES = "vocabularies/kinds.yaml", "site.yaml", "entities/people.yaml", "entities/places.yaml"
REDIRECTS = "registers/redirects.yaml"
GUESSED_NUMBERS = {
    "leading-zero": ("0123", "number-format", ("123",)),
    "hexadecimal": ("0x1F", "number-format", ()),
    "octal": ("0o17", "number-format", ()),
    "exponent": ("1e3", "number-format", ()),
    "base-sixty": ("12:30:45", "number-format", ()),
    "not-a-number": (".nan", "number-format", ()),
    "infinite": (".inf", "number-format", ()),
    "underscores": ("1_000", "number-format", ()),
    "sign": ("+5", "number-format", ()),
    "below-nought": ("-3", "number-format", ()),
    "fraction-of-a-person": ("42.5", "number-format", ()),
    "whole-number-with-a-fraction": ("42.0", "number-format", ()),
    "dots-between-thousands": ("1.415.000", "number-with-separator", ("1415000",)),
    "one-dot-between-thousands": ("1.415", "number-with-separator", ("1415",)),
    "comma-between-thousands": ('"1,415"', "number-with-separator", ("1415",)),
    "full-width-digits": ("４２", "number-format", ()),  # noqa: RUF001  what is tried
    "superscript-digit": ("4²", "number-format", ()),
    "arabic-digits": ("٤٢", "number-format", ()),
    "words": ("hơn 40", "number-format", ()),
    "five-thousand-digits": ("9" * 5_000, "number-format", ()),
}
GUESSED_DECIMALS = {
    "decimal-comma": ("141,5", "decimal-comma", ("141.5",)),
    "percent-sign": ("141.5%", "number-format", ()),
    "decimal-without-nought": (".5", "number-format", ()),
    "vietnamese-thousands-and-comma": ("1.415,5", "number-with-separator", ("1415.5",)),
}
GUESSED_TRUTHS = ("no", "yes", "on", "True", "1", "y", '"không"')


def _counts(text: str) -> Break:
    return fields(
        f"awards:\n  - form: giay-khen-huyen-mau\n    scope: presented\n    counts:\n      organizations: {text}\n"
    )


def _metric(text: str) -> Break:
    return fields(
        "metrics:\n  - metric: thu-ngan-sach-mau-so-du-toan\n    as_printed: 141,5%\n"
        f'    value: "{text}"\n    unit: percent-of-estimate\n'
    )


GUESSED = (
    *(
        Fault(f"count-{name}", "guessed", _counts(text), stops(rule, on="organizations:", told=told))
        for name, (text, rule, told) in GUESSED_NUMBERS.items()
    ),
    *(
        Fault(f"value-{name}", "guessed", _metric(text), stops(rule, on="value:", told=told))
        for name, (text, rule, told) in GUESSED_DECIMALS.items()
    ),
    *(
        Fault(
            f"truth-{text.strip(chr(34))}",
            "guessed",
            fields(f"awards_complete: {text}\n"),
            stops("true-or-false", on="awards_complete", told=("true", "false")),
        )
        for text in GUESSED_TRUTHS
    ),
    Fault("count-left-empty", "guessed", _counts(""), stops("empty-value", on="organizations:")),
    Fault("count-null", "guessed", _counts("null"), stops("empty-value", on="organizations:")),
    Fault("text-null", "guessed", fields("venue: ~\n"), stops("empty-value", on="venue: ~")),
    Fault("text-no-is-the-word", "guessed", fields("venue: no\n"), Shown("no")),
    Fault("text-0123-keeps-its-nought", "guessed", fields("venue: 0123\n"), Shown("0123")),
    Fault("text-of-a-time-stays-text", "guessed", fields("venue: 12:30:45\n"), Shown("12:30:45", absent=("45045",))),
    Fault("text-of-a-number-keeps-its-zeros", "guessed", fields("venue: 1.10\n"), Shown("1.10")),
)

WRONG_DATES = {
    "day-first": ("14/3/2031", "date-format", ("2031-03-14",)),
    "month-first": ("3/14/2031", "date-format", ()),
    "no-zeros": ("2031-3-14", "date-format", ("2031-03-14",)),
    "with-a-time": ("2031-03-14T09:00", "date-format", ("2031-03-14",)),
    "no-hyphens": ("20310314", "date-format", ()),
    "in-words": ("ngày 14 tháng 3 năm 2031", "date-format", ()),
    "two-digit-year": ("14-03-31", "date-format", ()),
    "uncertain": ("2031-03-14?", "date-format", ()),
    "full-width": ("２０３１-０３-１４", "date-format", ()),  # noqa: RUF001  what is tried
    "february-the-thirtieth": ("2031-02-30", "date-impossible", ()),
    "leap-day-of-no-leap-year": ("2031-02-29", "date-impossible", ()),
    "thirteenth-month": ("2031-13", "date-impossible", ()),
    "month-nought": ("2031-00", "date-impossible", ()),
    "day-nought": ("2031-03-00", "date-impossible", ()),
    "year-nought": ("0000", "date-impossible", ()),
}
BY_MONTH = "ceremonies/2031/2031-03-huyen-mau-mot-tong-ket-thi-dua-2030.md"
BY_YEAR = "ceremonies/2031/2031-huyen-mau-mot-tong-ket-thi-dua-2030.md"
END_OF_2036 = {"SOURCE_DATE_EPOCH": "2114294400"}

DATES = (
    *(
        Fault(f"date-{name}", "date", fields(f'date: "{text}"\n'), stops(rule, on="date:", told=told))
        for name, (text, rule, told) in WRONG_DATES.items()
    ),
    Fault(
        "date-in-the-next-century",
        "date",
        fields('date: "2203-03-14"\n'),
        stops("date-in-future", "date-after-publication", "id-not-of-date", "place-out-of-validity", on="2203"),
    ),
    Fault(
        "date-after-the-day-of-the-build",
        "date",
        fields('changes:\n  - {date: "2037-02-01", reason: Mẫu}\n'),
        stops("date-in-future", on="2037-02-01"),
        END_OF_2036,
    ),
    Fault(
        "date-of-another-year-than-the-name",
        "date",
        fields('date: "2030-03-14"\n'),
        stops("id-not-of-date", on="date:"),
    ),
    Fault(
        "published-before-it-took-place",
        "date",
        edited(BASE, 'published: "2031-03-15"', 'published: "2030-03-15"'),
        stops("date-after-publication"),
    ),
    Fault("period-reversed", "date", fields('period: "2031/2030"\n'), stops("period-reversed", told=("2030/2031",))),
    Fault("period-in-words", "date", fields("period: năm 2030\n"), stops("date-format", on="period:")),
    Fault(
        "a-month-stays-a-month",
        "date",
        all_of(fields('date: "2031-03"\ndating: {}\n'), renamed(BASE, BY_MONTH)),
        Shown("tháng 3 năm 2031", absent=("2031-03-01", "1-3-2031", "1 March 2031")),
    ),
    Fault(
        "a-year-stays-a-year",
        "date",
        all_of(fields('date: "2031"\ndating: {}\n'), renamed(BASE, BY_YEAR)),
        Shown("2031", absent=('"2031-01-01"', "1-1-2031", "1 January 2031")),
    ),
)


def _official(text: str) -> Break:
    return fields(f"officials:\n  - {{{text}}}\n")


FIELDS = (
    Fault("field-misspelt", "field", fields("venu: Mẫu\n"), stops("unknown-field", on="venu:", told=("venue",))),
    Fault("field-in-capitals", "field", fields("Venue: Mẫu\n"), stops("unknown-field", on="Venue:", told=("venue",))),
    Fault("field-in-vietnamese", "field", fields("địa_điểm: Mẫu\n"), stops("unknown-field", on="địa_điểm")),
    Fault(
        "field-misspelt-in-a-list",
        "field",
        _official("name: Mẫu, honoriffic: ông, took_part: [attended]"),
        stops("unknown-field", on="honoriffic", told=("honorific",)),
    ),
    Fault("id-in-the-record", "field", fields("id: mau\n"), stops("unknown-field", on="id: mau")),
    Fault("story-in-the-fields", "field", fields("story: <p>Mẫu</p>\n"), stops("unknown-field", on="story:")),
    Fault("title-missing", "field", edited(BASE, "title:\n", "tittle:\n"), stops("unknown-field", "missing-field")),
    Fault("vietnamese-title-missing", "field", fields("title: {en: Sample}\n"), stops("missing-field", told=("vi",))),
    Fault("sources-missing", "field", fields("sources: []\n"), stops("empty-value", on="sources:")),
    Fault("title-empty", "field", fields("title: {vi: }\n"), stops("empty-value", on="vi:")),
    Fault("title-of-spaces", "field", fields('title: {vi: "  "}\n'), stops("empty-value", on="vi:")),
    Fault("fields-empty", "field", fields("kind:\nplace:\n"), stops("empty-value", on="kind:")),
    Fault("list-where-text-belongs", "field", fields("venue: [Mẫu]\n"), stops("wrong-shape", on="venue:")),
    Fault("mapping-where-text-belongs", "field", fields("venue: {vi: Mẫu}\n"), stops("wrong-shape", on="venue:")),
    Fault("text-where-a-list-belongs", "field", fields("officials: Mẫu\n"), stops("wrong-shape", on="officials:")),
    Fault("text-where-a-mapping-belongs", "field", fields("dating: sáng 14-3\n"), stops("wrong-shape", on="dating:")),
    Fault("text-in-a-list-of-mappings", "field", fields("sources: [báo]\n"), stops("wrong-shape", on="sources:")),
    Fault("word-not-in-a-closed-list", "field", fields("checked: ful\n"), stops("unknown-choice", told=("full",))),
    Fault("kind-unknown", "field", fields("kind: anual-review\n"), stops("unknown-id", told=("annual-review",))),
    Fault(
        "place-unknown",
        "field",
        fields("place: mau-cu-a-huyen-mau-mott\n"),
        stops("unknown-id", told=("mau-cu-a-huyen-mau-mot",)),
    ),
    Fault("movement-unknown", "field", fields("movements: [thi-dua]\n"), stops("unknown-id", told=("thi-dua-mau",))),
    Fault(
        "official-without-anything",
        "field",
        _official("took_part: [attended]"),
        stops("official-without-subject"),
    ),
    Fault("source-without-coverage", "field", fields("sources: [{id: a, publisher: b}]\n"), stops("missing-field")),
    Fault(
        "contact-missing",
        "field",
        edited(SITE, "contact: mailto:editor@archive.example\n", ""),
        stops("missing-field", file=SITE),
    ),
    Fault(
        "field-unknown-in-a-vocabulary",
        "field",
        edited(KINDS, "vietnamese_term: trao tặng", "vietnamese_tern: trao tặng"),
        stops("unknown-field", "missing-field", file=KINDS, told=("vietnamese_term",)),
    ),
    Fault(
        "field-unknown-in-a-register",
        "field",
        edited(REDIRECTS, '    date: "2034-05-06"\n', '    date: "2034-05-06"\n    reasons: x\n'),
        stops("unknown-field", file=REDIRECTS, told=("reason",)),
    ),
    Fault(
        "mention-of-no-record",
        "field",
        edited(
            PEOPLE, "- ceremony: 2036-10-01-xa-mau-chung-trao-thuong", "- ceremony: 2036-10-02-xa-mau-chung-trao-thuong"
        ),
        stops("unknown-id", file=PEOPLE),
    ),
    Fault("vocabulary-lost", "field", removed(KINDS), stops("file-missing", file=KINDS)),
    Fault("site-file-lost", "field", removed(SITE), stops("file-missing", file=SITE)),
    Fault("text-page-lost", "field", removed("pages/about.md"), stops("file-missing", file="pages/about.md")),
)

COMMANDS = tuple(
    Fault(f"command-{name}", "command", fields(f"{name}: {value}\n"), stops("unknown-field", on=f"{name}:"))
    for name, value in {
        "save_as": "../../index.html",
        "url": "index.html",
        "slug": "mau",
        "template": "index.html",
        "layout": "index",
        "type": "page",
        "aliases": "[/index.html]",
        "status": "hidden",
        "draft": '"true"',
        "publishDate": '"2099-01-01"',
        "expiryDate": '"2030-01-01"',
        "build": "{render: never}",
        "outputs": "[json]",
        "tags": "[mau]",
        "category": "mau",
        "lang": "vi",
        "cascade": "{draft: true}",
    }.items()
)

SEVERAL = (
    Fault(
        "three-mistakes-in-one-record",
        "all-at-once",
        fields('date: 14/3/2031\nvenu: Mẫu\nawards_complete: "no"\n'),
        stops("date-format", "unknown-field", "true-or-false"),
    ),
    Fault(
        "mistakes-in-three-files",
        "all-at-once",
        all_of(
            fields("checked: ful\n"),
            edited(KINDS, "vietnamese_term: trao tặng", "vietnamese_term: trao tặng #1"),
            put("ceremonies/2031/mau.html", "<p>"),
        ),
        stops(
            "unknown-choice", "text-cut-by-comment", "unexpected-file", file=(BASE, KINDS, "ceremonies/2031/mau.html")
        ),
    ),
    Fault(
        "a-wrong-form-and-a-wrong-fact",
        "all-at-once",
        fields('period: "2031/2030"\nplace: mau-cu-a-huyen-mau\n'),
        stops("period-reversed", "unknown-id"),
    ),
)

FAULTS: tuple[Fault, ...] = (*GUESSED, *DATES, *FIELDS, *COMMANDS, *SEVERAL)
