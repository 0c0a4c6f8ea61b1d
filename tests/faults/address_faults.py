"""Published addresses that would vanish, and the ways out; values that a spreadsheet takes for formulas."""

from tests.content_copy import BASE, ContentCopy
from tests.faults.fault import (
    Break,
    Fault,
    Neutral,
    Shown,
    all_of,
    checked_content,
    edited,
    fields,
    removed,
    renamed,
    stops,
    transformed,
)

PERMALINKS, REDIRECTS = "registers/permalinks.yaml", "registers/redirects.yaml"
RECORD = "2031-03-14-huyen-mau-mot-tong-ket-thi-dua-2030"
PAGE = f"ceremonies/{RECORD}.html"
ANEW = "2031-03-15-huyen-mau-mot-tong-ket-thi-dua-2030"
OTHER = "ceremonies/2031/2031-05-huyen-mau-hai-trao-thuong.md"
MOVEMENTS, PEOPLE = "vocabularies/movements.yaml", "entities/people.yaml"


def _published(content: ContentCopy) -> None:
    """Put every address that the content gives into the register, as publishing does."""
    published = checked_content(content).published
    assert published is not None
    lines = (f"  {address}: {owner}\n" for address, owner in sorted(published.addresses.items()))
    content.put(PERMALINKS, f"addresses:\n{''.join(lines)}")


def _after(*changes: Break) -> Break:
    """Publish, then change."""
    return all_of(_published, *changes)


def _redirect(address: str, to: str) -> str:
    return f"  - {{address: {address}, to: {to}, date: '2031-05', reason: {{vi: Đặt lại tên., en: Renamed.}}}}\n"


def _redirects(*entries: str) -> Break:
    return edited(REDIRECTS, "redirects:\n", "redirects:\n" + "".join(entries))


def _withdrawal(address: str) -> Break:
    entry = (
        f"  - addresses: [{address}]\n    date: '2031-05'\n"
        "    reason: {vi: Báo đã đính chính., en: The paper corrected its report.}\n"
    )
    return edited(REDIRECTS, "withdrawals:\n", f"withdrawals:\n{entry}")


_RENAMED = renamed(BASE, f"ceremonies/2031/{ANEW}.md")
_GONE = stops("address-vanished", file=PERMALINKS, on=RECORD, told=(PAGE,))

VANISHED = (
    Fault("record-deleted", "vanished", _after(removed(BASE)), _GONE),
    Fault("record-renamed", "vanished", _after(renamed(BASE, BASE.replace("tong-ket", "nhin-lai"))), _GONE),
    Fault(
        "record-dated-anew",
        "vanished",
        _after(fields('date: "2031-03-15"\n'), _RENAMED),
        _GONE,
    ),
    Fault(
        "record-hidden-by-its-ending",
        "vanished",
        _after(renamed(BASE, BASE + ".txt")),
        stops("unexpected-file", file=BASE + ".txt"),
    ),
    Fault(
        "record-merged-into-another",
        "vanished",
        _after(removed(BASE), edited(OTHER, "notes:\n", "notes:\n  - {vi: Gộp từ bản ghi khác., en: Merged.}\n")),
        _GONE,
    ),
    Fault(
        "name-corrected",
        "vanished",
        _after(edited(BASE, "- {name: Trần Văn Thử,", "- {name: Trần Văn Thửa,")),
        stops("address-vanished", file=PERMALINKS, on="names/tran-van-thu.html", told=("names/tran-van-thua.html",)),
    ),
    Fault(
        "movement-renamed",
        "vanished",
        _after(edited(MOVEMENTS, "id: dot-thi-dua-mau", "id: dot-thi-dua-moi")),
        stops(
            *("address-vanished", "unknown-id"),
            file=(PERMALINKS, "ceremonies/2034/2034-09-09-thi-xa-mau-ba-dien-hinh.md"),
            on="movements/dot-thi-dua-mau.html",
        ),
    ),
    Fault(
        "person-taken-out",
        "vanished",
        _after(transformed(PEOPLE, lambda data: data[: data.index(b"  - id: person-0003")])),
        stops("address-vanished", file=PERMALINKS, on="people/person-0003.html"),
    ),
    Fault("register-lost", "vanished", removed(PERMALINKS), stops("file-missing", file=PERMALINKS)),
    Fault(
        "register-broken",
        "vanished",
        _after(transformed(PERMALINKS, lambda data: data + b"  names/a.html: [\n")),
        stops("unclosed-bracket", file=PERMALINKS),
    ),
    Fault(
        "address-twice-in-the-register",
        "vanished",
        _after(transformed(PERMALINKS, lambda data: data + data[data.index(b"  ") :][: data[11:].index(b"\n") + 1])),
        stops("duplicate-key", file=PERMALINKS),
    ),
    Fault(
        "redirect-to-nowhere",
        "vanished",
        _after(_RENAMED, _redirects(_redirect(PAGE, "ceremonies/2031-03-15-khong-co.html"))),
        stops("redirect-to-nowhere", file=REDIRECTS, on="khong-co"),
    ),
    Fault(
        "redirects-in-a-circle",
        "vanished",
        _after(
            _RENAMED,
            transformed(PERMALINKS, lambda data: data + b"  ceremonies/2031-01-01-mau.html: 2031-01-01-mau\n"),
            _redirects(
                _redirect(PAGE, "ceremonies/2031-01-01-mau.html"), _redirect("ceremonies/2031-01-01-mau.html", PAGE)
            ),
        ),
        stops("redirect-to-nowhere", file=REDIRECTS, on=PAGE),
    ),
    Fault(
        "redirect-of-a-page-that-is-there",
        "vanished",
        _after(_redirects(_redirect(PAGE, "ceremonies/2031-05-huyen-mau-hai-trao-thuong.html"))),
        stops("redirect-hides-page", file=REDIRECTS, on=PAGE),
    ),
    Fault(
        "redirect-out-of-the-site",
        "vanished",
        _after(_RENAMED, _redirects(_redirect(PAGE, "https://evil.example/"))),
        stops("address-format", file=REDIRECTS, on="evil.example"),
    ),
    Fault(
        "redirect-without-a-reason",
        "vanished",
        _after(_RENAMED, _redirects(f"  - {{address: {PAGE}, to: ceremonies/{ANEW}.html, date: '2031-05'}}\n")),
        stops("missing-field", file=REDIRECTS, on=PAGE),
    ),
    Fault(
        "redirect-of-a-mistyped-address",
        "vanished",
        _after(_redirects(_redirect("ceremonies/2031-03-14-huyen-mau.html", PAGE))),
        stops("redirect-unknown-address", file=REDIRECTS, on="huyen-mau.html"),
    ),
    Fault(
        "renamed-and-led-on",
        "vanished",
        _after(_RENAMED, _redirects(_redirect(PAGE, f"ceremonies/{ANEW}.html"))),
        Shown("Đặt lại tên.", PAGE, files=(PAGE, f"en/{PAGE}", f"ceremonies/{ANEW}.html")),
    ),
    Fault(
        "withdrawn-with-a-reason",
        "vanished",
        _after(
            edited(BASE, "- {name: Trần Văn Thử,", "- {name: Trần Văn Thửa,"), _withdrawal("names/tran-van-thu.html")
        ),
        Shown(
            "Báo đã đính chính.",
            "names/tran-van-thu.html",
            files=("names/tran-van-thu.html", "en/names/tran-van-thu.html"),
        ),
    ),
)

FORMULAS = {
    "equals": '=HYPERLINK("https://evil.example","x")',
    "plus": "+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "blank-and-equals": " =1+1",
    "full-width-equals": "\uff1d1+1",
    "full-width-at": "\uff20SUM(1)",
    "apostrophe-and-equals": "'=1+1",
}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _formula(text: str) -> Break:
    quoted = _quoted(text)
    return fields(
        f"title: {{vi: {quoted}, en: {quoted}}}\n"
        f"officials: [{{name: Mẫu, role: {quoted}, took_part: [attended]}}]\n"
        "awards: [{form: giay-khen-huyen-mau, scope: presented, recipients: "
        f"[{{name: Mẫu hai, role: {quoted}, kind: individual}}]}}]\n"
    )


FORMULA = (
    *(Fault(f"formula-of-{name}", "formula", _formula(text), Neutral(text)) for name, text in FORMULAS.items()),
    Fault("tab-before-a-formula", "formula", _formula("\t=1+1"), stops("invisible-character", on="=1+1")),
    Fault("line-end-before-a-formula", "formula", _formula("\r=1+1"), Neutral(" =1+1")),
    Fault(
        "number-below-nought-stays-a-number",
        "formula",
        fields(
            "metrics: [{metric: thu-ngan-sach-mau, as_printed: giảm 3.5 tỷ đồng, value: '-3.5', unit: billion-dong}]\n"
        ),
        Neutral("", number="-3.5"),
    ),
    Fault("commas-and-quotes-in-a-cell", "formula", _formula('a,"b";c'), Neutral("", cell='a,"b";c')),
)

FAULTS: tuple[Fault, ...] = (*VANISHED, *FORMULA)
