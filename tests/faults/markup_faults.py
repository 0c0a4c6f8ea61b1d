"""Markup in stories and in fields: nothing that an editor types is ever code."""

from tests.faults.fault import Break, Fault, Outcome, Shown, edited, fields, stops, story

KINDS, SITE, PEOPLE, PLACES = "vocabularies/kinds.yaml", "site.yaml", "entities/people.yaml", "entities/places.yaml"
PAGE = "ceremonies/2031-03-14-huyen-mau-mot-tong-ket-thi-dua-2030.html"

RAW = {
    "script": "<script>alert(1)</script>",
    "script-in-capitals": "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "image-with-a-handler": "<img src=x onerror=alert(1)>",
    "drawing-with-a-handler": "<svg/onload=alert(1)>",
    "frame": '<iframe src="https://evil.example"></iframe>',
    "style": "<style>body{display:none}</style>",
    "base": '<base href="https://evil.example/">',
    "form": '<form action="https://evil.example"><input name=a></form>',
    "object": "<object data=x></object>",
    "meta-refresh": '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    "end-of-the-page": "</article></main>",
    "comment": "<!-- nhận xét -->",
    "section-of-data": "<![CDATA[ x ]]>",
    "instruction": "<?php echo 1 ?>",
    "unfinished-tag": "chữ <b",
    "tag-over-two-lines": "chữ <img\nsrc=x onerror=alert(1)>",
    "harmless-tag": "chữ <b>đậm</b>",
    "address-of-a-script": "<javascript:alert(1)>",
    "tag-in-a-table": "| a | b |\n| - | - |\n| <b>x</b> | y |",
    "tag-in-a-list": "- một\n- hai <b>",
    "tag-in-a-quotation": "> <b>một</b>",
    "tag-in-emphasis": "**<b>một</b>**",
    "tag-in-the-words-of-a-link": "[<b>một</b>](policy.html)",
}
LINKS = {
    "script": "[x](javascript:alert(1))",
    "script-in-odd-case": "[x](JaVaScRiPt:alert(1))",
    "script-by-references": "[x](&#106;avascript:alert(1))",
    "script-by-a-named-reference": "[x](javascript&colon;alert(1))",
    "script-of-visual-basic": "[x](vbscript:msgbox)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "file": "[x](file:///etc/passwd)",
    "script-by-definition": "[x][1]\n\n[1]: javascript:alert(1)",
    "other-host-without-a-scheme": "[x](//evil.example/)",
    "root-of-the-host": "[x](/index.html)",
    "folder-above": "[x](../../.env)",
    "attached-file": "[x]({attach}../../.env)",
    "command-of-pelican": "[x]({static}/secret.txt)",
    "no-address": "[x]()",
    "unknown-scheme": "[x](foo:bar)",
}
AS_TYPED = {
    "attribute-list": ("Đoạn này. {: onclick=alert(1) }", "Đoạn này. {: onclick=alert(1) }"),
    "code-of-a-script": ("Viết `<script>alert(1)</script>` là sai.", "<script>alert(1)</script>"),
    "indented-code": ("Đoạn.\n\n    <script>alert(1)</script>\n", "<script>alert(1)</script>"),
    "references-of-a-tag": ("Chữ &lt;script&gt;alert(1)&lt;/script&gt;.", "<script>alert(1)</script>"),
    "numbers-of-a-tag": ("Chữ &#60;img src=x onerror=alert(1)&#62;.", "<img src=x onerror=alert(1)>"),
    "template-code": ("Chữ {{ 7*7 }} và {% include 'x' %}.", "{{ 7*7 }} và {% include 'x' %}"),
    "shortcode": ('Chữ {{< readfile ".env" >}} hai.', '{{< readfile ".env" >}}'),
    "tag-below-an-item-of-a-list": ("- một\n\n    <b>hai</b>", "<b>hai</b>"),
    "less-than": ("Số 3 < 5 và 7 > 6.", "3 < 5 và 7 > 6"),
    "directive-to-include": (".. include:: /etc/passwd", ".. include:: /etc/passwd"),
    "abbreviation": ("*[HTML]: x\n\nHTML và CSS.", "HTML và CSS"),
    "footnote": ("Chữ[^1].\n\n[^1]: Ghi chú.", ""),
    "definition-of-a-script-that-is-not-used": ("Chữ.\n\n[1]: javascript:alert(1)", ""),
}


def _english(text: str) -> Break:
    return story(f"Bài tiếng Việt.\n\n# English\n\n{text}\n")


MARKUP = (
    *(Fault(f"raw-{name}", "markup", story(f"{text}\n"), stops("raw-html", on="<")) for name, text in RAW.items()),
    *(Fault(f"link-to-{name}", "markup", story(f"{text}\n"), stops("link-scheme")) for name, text in LINKS.items()),
    *(
        Fault(f"typed-{name}", "markup", story(f"{text}\n"), Shown(shown, PAGE if shown else ""))
        for name, (text, shown) in AS_TYPED.items()
    ),
    Fault("raw-html-in-english", "markup", _english("<script>alert(1)</script>"), stops("raw-html", on="<script>")),
    Fault(
        "link-to-a-script-in-english", "markup", _english("[x](javascript:alert(1))"), stops("link-scheme", on="[x]")
    ),
    Fault(
        "raw-html-on-a-text-page",
        "markup",
        edited("pages/policy.md", "## Vì sao có trang này", "<script>alert(1)</script>"),
        stops("raw-html", file="pages/policy.md", on="<script>"),
    ),
    Fault("picture", "markup", story("![ảnh](https://evil.example/x.png)\n"), stops("image-in-story", on="![")),
    Fault("picture-of-a-script", "markup", story("![x](javascript:alert(1))\n"), stops("image-in-story")),
    Fault("title-in-the-story", "markup", story("Đề mục\n======\n\nBài.\n"), stops("heading-one", on="Đề mục")),
    Fault("link-to-no-page", "markup", story("[x](ceremony:2031-01-01-mau)\n"), stops("unknown-link", on="[x]")),
    Fault("link-with-a-quote", "markup", story('[x](https://a.example/"onclick="alert(1))\n'), Shown()),
    Fault("link-with-a-hostile-title", "markup", story("[x](https://a.example '\" onclick=\"alert(1)')\n"), Shown()),
)

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "end-of-a-script": "</script><img src=x onerror=alert(1)>",
    "double-quote": '" onmouseover="alert(1)',
    "single-quote": "' autofocus onfocus='alert(1)",
    "template": "{{ 7*7 }}{% include 'x' %}",
    "end-of-data": "]]><!--",
    "references": "&lt;b&gt; &amp; &#60;",
    "ends-of-elements": "</title></textarea></style>",
    "end-of-a-comment": "--><script>alert(1)</script>",
    "backslash": "\\u003c \\\\ \\",
}
# Where text is shown, and the edit that puts a text there; each is tried with another hostile text in turn.
PLACES_OF_TEXT: dict[str, str] = {
    "title": "title: {vi: TEXT, en: TEXT}",
    "summary": "summary: {vi: TEXT, en: TEXT}",
    "venue": "venue: TEXT",
    "occasion": "occasion: TEXT",
    "organizer": "organizers: [TEXT]",
    "dating": "dating: {as_printed: TEXT}",
    "period-as-printed": "period_as_printed: TEXT",
    "official": "officials: [{name: NAME, honorific: TEXT, role: TEXT, organization: NAME, took_part: [attended]}]",
    "award": "awards: [{form: giay-khen-huyen-mau, scope: presented, name_as_printed: TEXT, reason: TEXT, "
    "decision: TEXT, count_as_printed: TEXT, counts: {organizations: 2}}]",
    "recipient": "awards: [{form: giay-khen-huyen-mau, scope: presented, recipients: [{name: NAME, kind: individual, "
    "role: TEXT, organization: NAME, locality: TEXT, received_by: TEXT}]}]",
    "metric": "metrics: [{metric: thu-ngan-sach-mau, label: TEXT, as_printed: TEXT, value: '1', unit: billion-dong, "
    "base: TEXT, note: TEXT}]",
    "theme": "themes: [{name: TEXT, kind: occasion}]",
    "source": "sources: [{id: a, publisher: TEXT, title: TEXT, author: TEXT, url: 'https://a.example/', "
    "coverage: full, note: TEXT}]",
    "conflict": "conflicts: [{about: TEXT, readings: [{source: bao-mau, says: TEXT}], note: TEXT}]",
    "note": "notes: [{vi: TEXT, en: TEXT}]",
    "change": "changes: [{date: '2031-04-02', reason: TEXT}]",
}


def _quoted(text: str) -> str:
    """Return the text as YAML writes it, in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def _in_field(place: str, text: str) -> Break:
    """Put the text where TEXT stands, and a name that ends in it where NAME stands: a name needs letters."""
    return fields(PLACES_OF_TEXT[place].replace("TEXT", _quoted(text)).replace("NAME", _quoted(f"Mẫu {text}")) + "\n")


def _address(url: str) -> Break:
    return fields(f"sources:\n  - id: a\n    publisher: Báo\n    coverage: full\n    url: {_quoted(url)}\n")


def _shown(text: str) -> Outcome:
    return Shown(" ".join(text.split()))


_TEXTS = tuple(HOSTILE.items())
TEXT = (
    *(
        Fault(f"{name}-in-{place}", "text", _in_field(place, text), _shown(text))
        for number, place in enumerate(PLACES_OF_TEXT)
        for name, text in (_TEXTS[number % len(_TEXTS)], _TEXTS[(3 * number + 1) % len(_TEXTS)])
    ),
    Fault(
        "script-in-the-name-of-the-site",
        "text",
        edited(SITE, "title: {vi: Lưu trữ Mẫu", "title: {vi: '<script>alert(1)</script>'"),
        Shown("<script>alert(1)</script>"),
    ),
    Fault(
        "script-in-a-vocabulary",
        "text",
        edited(KINDS, "name: {vi: Tổng kết năm", "name: {vi: '</script><img src=x onerror=alert(1)>'"),
        Shown("</script><img src=x onerror=alert(1)>"),
    ),
    Fault(
        "quote-in-the-name-of-a-place",
        "text",
        edited(PLACES, "level: huyện, name: Huyện Mẫu Một,", "level: huyện, name: 'Huyện \" onclick=\"alert(1)',"),
        Shown('Huyện " onclick="alert(1)'),
    ),
    Fault("script-as-an-address", "text", _address("javascript:alert(1)"), stops("url-format", on="url:")),
    Fault("script-with-a-dot-as-an-address", "text", _address("javascript:a.b"), stops("url-format", on="url:")),
    Fault("quote-in-an-address", "text", _address('https://a.example/" onclick="x'), stops("url-format", on="url:")),
    Fault("tag-in-an-address", "text", _address("https://a.example/<script>"), stops("url-format", on="url:")),
    Fault("data-as-an-address", "text", _address("data:text/html,x"), stops("url-format", on="url:")),
    Fault(
        "script-as-the-contact",
        "text",
        edited(SITE, "contact: mailto:editor@archive.example", "contact: javascript:alert(1)"),
        stops("url-format", file=SITE, on="contact:"),
    ),
    Fault(
        "script-as-the-address-of-the-site",
        "text",
        edited(SITE, "url: https://archive.example\n", "url: javascript:alert(1)\n"),
        stops("url-format", file=SITE),
    ),
)

FEED = (
    Fault(
        "tag-in-a-title",
        "feed",
        fields("title: {vi: '<b>Mẫu</b> & ]]> <!-- một', en: Sample}\n"),
        Shown(feed="<b>Mẫu</b> & ]]> <!-- một"),
    ),
    Fault(
        "quotes-in-a-summary",
        "feed",
        fields("summary: {vi: 'Mẫu \"một\" ''hai'' </summary>', en: Sample}\n"),
        Shown(feed="&lt;/summary&gt;"),
    ),
    Fault(
        "control-in-a-title", "feed", fields("title: {vi: 'Mẫu \x0b một'}\n"), stops("invisible-character", on="Mẫu")
    ),
    Fault("no-character-in-a-title", "feed", fields("title: {vi: 'Mẫu \ufffe một'}\n"), stops("invisible-character")),
    Fault(
        "separator-in-a-title",
        "feed",
        fields("title: {vi: 'Mẫu \u2028 một'}\n"),
        stops("invisible-character", on="Mẫu"),
    ),
    Fault(
        "letters-beyond-the-plane", "feed", fields("title: {vi: 'Mẫu \U0001f3c5 một'}\n"), Shown("Mẫu \U0001f3c5 một")
    ),
    Fault(
        "ampersand-in-the-publisher",
        "feed",
        edited(SITE, "publisher: {vi: Ban Biên tập Mẫu", "publisher: {vi: 'A & B <c>'"),
        Shown(feed="A & B <c>"),
    ),
    Fault(
        "ampersand-in-the-address-of-the-site",
        "feed",
        edited(SITE, "url: https://archive.example\n", "url: https://archive.example/a&b\n"),
        Shown(feed="https://archive.example/a&b"),
    ),
)

FAULTS: tuple[Fault, ...] = (*MARKUP, *TEXT, *FEED)
