"""YAML that cannot be read, keys twice, references, sizes, and text cut by a number sign."""

from ceremony_archive.source.text import LIST_BYTES, RECORD_BYTES
from tests.content_copy import BASE, ContentCopy
from tests.faults.fault import Break, Fault, Shown, edited, fields, put, stops, story, transformed

KINDS, SITE, AWARDS = "vocabularies/kinds.yaml", "site.yaml", "vocabularies/awards.yaml"
NOT_A_SECOND = 1.0

SYNTAX = (
    Fault("double-quote-left-open", "yaml", fields('venue: "Hội trường\n'), stops("unclosed-quote", on="venue:")),
    Fault("single-quote-left-open", "yaml", fields("venue: 'Hội trường\n"), stops("unclosed-quote", on="venue:")),
    Fault(
        "quote-left-open-on-the-last-line",
        "yaml",
        put(BASE, '---\ntitle: {vi: Mẫu}\nvenue: "Hội trường\n---\n\nBài.\n'),
        stops("unclosed-quote", on="venue:"),
    ),
    Fault("tab-as-indent", "yaml", fields("title:\n\tvi: Mẫu\n"), stops("tab-indent", on="\tvi: Mẫu")),
    Fault("colon-in-plain-text", "yaml", fields("venue: Mẫu: tầng 2\n"), stops("unquoted-colon", on="Mẫu: tầng 2")),
    Fault("bracket-left-open", "yaml", fields("movements: [thi-dua-mau\n"), stops("unclosed-bracket", on="movements")),
    Fault("brace-left-open", "yaml", fields("title: {vi: Mẫu\n"), stops("unclosed-bracket", on="title")),
    Fault("colon-left-out", "yaml", fields("venue Hội trường\n"), stops("missing-colon", on="venue Hội")),
    Fault("comma-cuts-a-value", "yaml", fields("title: {vi: Mẫu, hai}\n"), stops("unquoted-comma", on="Mẫu, hai")),
    Fault("at-sign-opens-a-value", "yaml", fields("venue: @mau\n"), stops("yaml-syntax", on="@mau")),
    Fault("backquote-opens-a-value", "yaml", fields("venue: `mau`\n"), stops("yaml-syntax", on="`mau`")),
    Fault("escape-that-hides", "yaml", fields('venue: "a\\x1bb"\n'), stops("unknown-escape", on="x1b")),
    Fault(
        "second-document",
        "yaml",
        put(BASE, "---\ntitle: {vi: Mẫu}\n...\nvenue: Mẫu\n---\n\nBài.\n"),
        stops("yaml-syntax", on="venue"),
    ),
    Fault("directive", "yaml", put(BASE, "---\n%YAML 1.2\na: b\n---\n\nBài.\n"), stops("yaml-syntax")),
    Fault("list-in-place-of-fields", "yaml", put(BASE, "---\n- a\n- b\n---\n\nBài.\n"), stops("wrong-shape", on="- a")),
    Fault("list-as-a-key", "yaml", fields("? [a, b]\n: c\n"), stops("key-not-text", on="[a, b]")),
    Fault("template-braces-as-a-value", "yaml", fields("venue: {{ 7*7 }}\n"), stops("key-not-text", on="7*7")),
    Fault(
        "indent-out-of-line",
        "yaml",
        edited(KINDS, "    vietnamese_term: trao tặng", "     vietnamese_term: trao tặng"),
        stops("yaml-syntax", file=KINDS),
    ),
    Fault(
        "quote-left-open-in-a-vocabulary",
        "yaml",
        edited(KINDS, "vietnamese_term: trao tặng", 'vietnamese_term: "trao tặng'),
        stops("unclosed-quote", file=KINDS, on="trao tặng"),
    ),
    Fault(
        "tab-in-the-site-file",
        "yaml",
        edited(SITE, "  vi: Dữ liệu", "\tvi: Dữ liệu"),
        stops("tab-indent", file=SITE, on="Dữ liệu"),
    ),
)

TWICE = (
    Fault("field-twice", "key-twice", fields("venue: Mẫu\nvenue: Mẫu hai\n"), stops("duplicate-key", on="Mẫu hai")),
    Fault(
        "key-twice-in-a-mapping",
        "key-twice",
        fields("title:\n  vi: Mẫu\n  vi: Mẫu hai\n"),
        stops("duplicate-key", on="Mẫu hai"),
    ),
    Fault(
        "key-twice-in-braces", "key-twice", fields("title: {vi: a, en: b, vi: c}\n"), stops("duplicate-key", on="c}")
    ),
    Fault(
        "key-twice-once-quoted", "key-twice", fields('venue: Mẫu\n"venue": Mẫu hai\n'), stops("duplicate-key", on='"v')
    ),
    Fault(
        "key-twice-in-a-list",
        "key-twice",
        fields("officials:\n  - role: Mẫu\n    took_part: [attended]\n    role: Mẫu hai\n"),
        stops("duplicate-key", on="Mẫu hai"),
    ),
    Fault(
        "key-twice-with-the-same-value",
        "key-twice",
        fields("venue: Mẫu\nvenue: Mẫu\n"),
        stops("duplicate-key", told=("venue",)),
    ),
    Fault(
        "key-twice-in-a-vocabulary",
        "key-twice",
        edited(KINDS, "    vietnamese_term: trao tặng\n", "    vietnamese_term: trao tặng\n    id: khac\n"),
        stops("duplicate-key", file=KINDS, on="id: khac"),
    ),
)

_LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

REFERENCES = (
    Fault("anchor", "reference", fields("venue: &v Mẫu\n"), stops("yaml-alias", on="&v")),
    Fault("alias", "reference", fields("venue: *v\n"), stops("yaml-alias", on="*v")),
    Fault("merge-key", "reference", fields("title:\n  <<: *v\n  vi: Mẫu\n"), stops("yaml-alias", on="<<")),
    Fault("anchor-on-a-key", "reference", fields("&v venue: Mẫu\n"), stops("yaml-alias", on="&v")),
    Fault("tag-of-python", "reference", fields("venue: !!python/object:os.system x\n"), stops("yaml-tag", on="!!py")),
    Fault("tag-of-a-type", "reference", fields("venue: !!str Mẫu\n"), stops("yaml-tag", on="!!str")),
    Fault("tag-of-ones-own", "reference", fields("venue: !secret Mẫu\n"), stops("yaml-tag", on="!secret")),
    Fault("binary-tag", "reference", fields("venue: !!binary aGVsbG8=\n"), stops("yaml-tag", on="!!binary")),
    Fault(
        "billion-laughs",
        "reference",
        fields(f"a0: &a0 [ha, ha]\n{_LAUGHS}"),
        stops("yaml-alias", on="&a0", within=NOT_A_SECOND),
    ),
    Fault(
        "alias-in-a-vocabulary",
        "reference",
        edited(KINDS, "vietnamese_term: trao tặng", "vietnamese_term: *t"),
        stops("yaml-alias", file=KINDS, on="*t"),
    ),
)


def _sparse(path: str, size: int) -> Break:
    def make(content: ContentCopy) -> None:
        with (content.folder / path).open("wb") as file:
            file.truncate(size)

    return make


SIZES = (
    Fault(
        "ten-thousand-lists-in-lists", "size", fields(f"venue: {'[' * 10_000}\n"), stops("nesting-too-deep", within=1)
    ),
    Fault(
        "ten-thousand-mappings-in-mappings",
        "size",
        fields("venue: " + "{a: " * 10_000 + "\n"),
        stops("nesting-too-deep", within=1),
    ),
    Fault(
        "nine-levels", "size", fields(f"venue: {'[' * 8}a{']' * 8}\n"), stops("nesting-too-deep", on="[[[", within=1)
    ),
    Fault(
        "lists-in-lists-by-indent",
        "size",
        fields("venue:\n" + "".join(" " * n + "-\n" for n in range(1, 300))),
        stops("nesting-too-deep", within=1),
    ),
    Fault(
        "a-hundred-thousand-values",
        "size",
        fields("notes: [" + "a, " * 100_000 + "b]\n"),
        stops("too-many-values", within=1),
    ),
    Fault(
        "a-value-of-half-a-megabyte", "size", fields(f"venue: {'a ' * 250_000}b\n"), stops("value-too-long", within=1)
    ),
    Fault(
        "a-quoted-value-of-half-a-megabyte",
        "size",
        fields(f'venue: "{"a" * 500_000}"\n'),
        stops("value-too-long", within=1),
    ),
    Fault(
        "a-record-over-the-limit",
        "size",
        transformed(BASE, lambda data: data + b"a" * RECORD_BYTES),
        stops("file-too-large", within=1),
    ),
    Fault("a-file-of-three-gigabytes", "size", _sparse(BASE, 3_000_000_000), stops("file-too-large", within=1)),
    Fault(
        "a-vocabulary-of-three-gigabytes",
        "size",
        _sparse(KINDS, 3_000_000_000),
        stops("file-too-large", file=KINDS, within=1),
    ),
    Fault(
        "a-vocabulary-over-the-limit",
        "size",
        transformed(KINDS, lambda data: data + b"#" * LIST_BYTES),
        stops("file-too-large", file=KINDS, within=1),
    ),
    Fault(
        "a-story-of-nine-hundred-thousand-letters", "size", story("chữ " * 150_000), stops("value-too-long", within=1)
    ),
    Fault("a-story-of-brackets", "size", story("[" * 20_000), stops("too-many-brackets", within=1)),
    Fault("a-story-of-lists-in-lists", "size", story("- " * 2_000 + "a"), stops("nesting-too-deep", within=1)),
    Fault("a-story-of-quotations-in-quotations", "size", story(">" * 9_000 + "a"), stops("nesting-too-deep", within=1)),
    Fault(
        "a-story-of-indents",
        "size",
        story("".join(f"{'    ' * depth}- a\n\n" for depth in range(40))),
        stops("nesting-too-deep", within=1),
    ),
    Fault("a-story-of-headings", "size", story("# a\n" * 6_000), stops("too-many-lines", within=1)),
    Fault("a-story-of-underlines", "size", story("=\n" * 12_000), stops("too-many-lines", within=1)),
    Fault("a-story-of-backquotes", "size", story("``a`" * 6_000), stops("too-many-backticks", within=1)),
    Fault("a-story-of-emphasis", "size", story("*a* " * 7_400), Shown("a a a a")),
    Fault(
        "a-letter-under-half-a-million-marks",
        "size",
        fields("venue: a" + "\u0323\u0302" * 200_000 + "\n"),
        stops("garbled-text", within=1),
    ),
    Fault(
        "thousands-of-mistakes-in-one-list",
        "size",
        fields("sources: [" + "{}, " * 2_400 + "{}]\n"),
        stops("too-many-mistakes", on="sources:", within=1),
    ),
    Fault(
        "thousands-of-keys-twice",
        "size",
        fields("venue: a\n" * 2_000),
        stops("too-many-mistakes", on="venue:", within=1),
    ),
    Fault(
        "an-invisible-character-on-each-of-thousands-of-lines",
        "size",
        story("a\u200b\n" * 100_000),
        stops("too-many-mistakes", on="a\u200b", within=1),
    ),
    Fault(
        "a-line-of-a-megabyte",
        "size",
        fields("notes: [" + ", ".join(["a" * 190] * 4_600) + "]\n"),
        Shown("a" * 190),
    ),
    Fault(
        "a-vocabulary-of-too-many-values",
        "size",
        transformed(KINDS, lambda data: data + b"# \nx: [" + b"a," * 200_000 + b"a]\n"),
        stops("too-many-values", file=KINDS, within=1),
    ),
    Fault(
        "deep-lists-in-a-vocabulary",
        "size",
        edited(KINDS, "vietnamese_term: trao tặng", f"vietnamese_term: {'[' * 5_000}"),
        stops("nesting-too-deep", file=KINDS, within=1),
    ),
)

CUT = (
    Fault("number-sign-in-a-value", "cut", fields("venue: Hội trường #2\n"), stops("text-cut-by-comment", on="#2")),
    Fault(
        "number-sign-in-a-list",
        "cut",
        fields("organizers:\n  - UBND #1 huyện\n"),
        stops("text-cut-by-comment", on="#1", told=("#1 huyện",)),
    ),
    Fault(
        "number-sign-in-a-folded-line",
        "cut",
        fields("venue: Hội trường\n  số #2 của huyện\n"),
        stops("text-cut-by-comment", on="#2"),
    ),
    Fault(
        "number-sign-in-a-vocabulary",
        "cut",
        edited(KINDS, "vietnamese_term: trao tặng", "vietnamese_term: trao tặng #1"),
        stops("text-cut-by-comment", file=KINDS, on="#1"),
    ),
)

FAULTS = (*SYNTAX, *TWICE, *REFERENCES, *SIZES, *CUT)
