"""Inputs that have fooled readers: good files cut, spliced and flooded, and files made hostile on purpose."""

import random
from collections.abc import Callable

# What records are made of and what has fooled readers: fences, quotes, brackets, tags, references, odd characters.
PIECES = (
    *("---\n", ": ", "- ", "{", "}", "[", "]", '"', "'", "|\n", ">-\n", "#", " #", "\t", "&a ", "*a", "!x ", "? "),
    *("%YAML 1.2\n", "...\n", "<b>", "# English\n", "![](x)", "[a](b:c)", "[a][b]", "\n[b]: c\n", "<javascript:x>"),
    *("\u0085", "\u2028", "\u0300", "\x00", "0123", "null", "~", "\\", "```\n", "    ", "\U0001f600", "&#0;", "\n"),
    *("title", "awards", "counts", "date", "sources", "2031-03-14", "141,5", "true", "Mẫu", "Ðông", "Quaän", "\ufffe"),
)
# What costs a reader of Markdown or YAML the more the oftener it comes.
FLOODS = (
    *(
        "[",
        "]",
        "![",
        "[a](",
        "[a][",
        "[a]: b\n",
        "*",
        "_",
        "**",
        "*a",
        "_a ",
        "*a_",
        "`",
        "``a`",
        "<",
        "<a",
        "<!--",
        "&",
    ),
    *(
        "> ",
        ">",
        "- ",
        "1. ",
        "* - + ",
        "\\",
        "\\[",
        "|",
        "| a ",
        "|-",
        "#",
        "# a\n",
        "=\n",
        "a\n=\n",
        "\n",
        " \n",
        "    ",
    ),
    *(
        "(",
        ")",
        "((a",
        "[a](b 'c",
        "<http://a",
        "http://a.",
        "a@b.c ",
        "&#x",
        "&amp",
        "a\u0300",
        "\u0323\u0302",
        "đ",
        "𠀀",
    ),
    *(
        "[[",
        "[a]",
        "[](",
        "](",
        "![a](b",
        "[a](<",
        "*_",
        "***a",
        "__a*",
        "~~",
        "- a\n    ",
        "> - ",
        "1. > ",
        "a  \n",
        "\ta",
    ),
    *(
        "{",
        "a: ",
        "a: b\n",
        "- a\n",
        "? ",
        "'",
        '"',
        '"\\',
        "#",
        " #",
        ", ",
        "a, ",
        "{a: ",
        "[a, ",
        "&a ",
        "*a ",
        "!a ",
    ),
)
SIZES = (2, 7, 30, 100, 400, 1_500, 6_000, 25_000, 100_000, 400_000)
LARGEST, LARGEST_LIST = 1_100_000, 600_000  # bytes: more than a record may have, about what the largest list has
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1258", "latin-1", "utf-7", "cp037", "utf-8-sig")

Change = Callable[[random.Random, bytes, bytes], bytes]


def mutated(chance: random.Random, good: bytes, other: bytes, largest: int = LARGEST) -> bytes:
    """Return the good file after some changes, no larger than `largest`; `other` is a good file to splice with."""
    data = good
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        data = chance.choice(_CHANGES)(chance, data, other)[:largest]
    return data


def _flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    changed = bytearray(data or b"\0")
    for _ in range(chance.choice((1, 1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 2, 5, 50, 500, len(data))) :]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = sorted((chance.randrange(len(other) + 1), chance.randrange(len(other) + 1)))
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at + chance.choice((0, 0, end - start)) :]


def _insert(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return _put(chance, data, chance.choice(PIECES).encode("utf-8", "surrogatepass"))


def _repeat_a_piece(chance: random.Random, data: bytes, other: bytes) -> bytes:
    piece = "".join(chance.choices((*FLOODS, *PIECES), k=chance.choice((1, 1, 1, 2, 3))))
    flood = piece * (chance.choice(SIZES) // len(piece) + 1)
    return _put(chance, data, flood.encode("utf-8", "surrogatepass"))


def _repeat_a_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.splitlines(keepends=True) or [b"\n"]
    at = chance.randrange(len(lines))
    line = lines[at]
    times = chance.choice((2, 30, 1_000, 20_000))
    if chance.random() < 0.5:  # each a little other, so that none is the same as one before
        copies = [line.replace(b":", b"%d:" % number, 1) for number in range(min(times, LARGEST // (len(line) + 1)))]
    else:
        copies = [line] * min(times, LARGEST // (len(line) + 1))
    return b"".join([*lines[:at], *copies, *lines[at:]])


def _flood_with_fields(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Put in thousands of fields or items that the schema knows, nearly knows, or does not know."""
    name = chance.choice(("venu", "title", "officials", "x", "honoriffic", "metrics", "a" * 500))
    value = chance.choice(("a", '"\\x"', "{}", "[]", "~", "0123", "a #b", "{vi: a}", "[a, b]", "thi-dua-mauu"))
    form = chance.choice(
        ("{name}{n}: {value}\n", "notes: [{items}]\n", "officials: [{officials}]\n", "{name}: {{{keys}}}\n")
    )
    count = chance.choice((10, 300, 1_600, 4_900, 40_000))
    if "{n}" in form:
        text = "".join(form.format(name=name, n=n, value=value) for n in range(count))
    else:
        text = form.format(
            name=name,
            items=", ".join([value] * count) if "{items}" in form else "",
            officials=", ".join([f"{{{name}: {value}}}"] * (count // 2)) if "{officials}" in form else "",
            keys=", ".join(f"{name}{n}: {value}" for n in range(count)) if "{keys}" in form else "",
        )
    start = data.find(b"\n", data.find(b"---") if data.startswith(b"---") else 0) + 1
    return data[:start] + text.encode() + data[start:]


def _nest(chance: random.Random, data: bytes, other: bytes) -> bytes:
    depth = chance.choice((3, 7, 9, 60, 1_000, 20_000))
    opener, closer = chance.choice(
        (("[", "]"), ("{a: ", "}"), ("- ", "\n"), ("> ", "\n"), ("*", "*"), ("(", ")"), ("[a](", ")"))
    )
    nested = opener * depth + "a" + closer * chance.choice((0, depth, depth))
    if chance.random() < 0.3:
        indent = chance.choice(("- ", "> ", "1. ", "a:\n"))
        nested = "".join(" " * (2 * level) + indent + chance.choice(("", "\n")) for level in range(min(depth, 700)))
    return _put(chance, data, f"\n{nested}\n".encode())


def _recode(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def _long_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data.replace(b"\n", chance.choice((b" ", b"", b", ", b"\r", b"\n\n\n")), chance.choice((3, 100, -1)))


def _table(chance: random.Random, data: bytes, other: bytes) -> bytes:
    columns, rows = chance.choice(((3, 3), (300, 30), (2, 5_000), (12_000, 1)))
    cell = chance.choice(("a", "*a*", "`a|b`", "[a](b.html)", "\\|", ""))
    line = f"|{f' {cell} |' * columns}\n"
    return data + f"\n\n{line}|{' - |' * columns}\n{line * rows}".encode()


def _references(chance: random.Random, data: bytes, other: bytes) -> bytes:
    count = chance.choice((5, 200, 3_000))
    uses = "".join(f"[a{n}] " for n in range(min(count, 490)))
    return data + ("\n\n" + uses + "\n\n" + "".join(f"[a{n}]: policy.html 'b'\n" for n in range(count))).encode()


def _put(chance: random.Random, data: bytes, piece: bytes) -> bytes:
    """Put the piece anywhere, most often at the begin of a line or into the story."""
    body = data.rfind(b"\n---") + 1
    at = chance.randrange(len(data) + 1)
    where = chance.random()
    if where < 0.4:
        at = data.rfind(b"\n", 0, at) + 1
    elif where < 0.7 and body:
        at = chance.randrange(body + 3, len(data) + 1) if body + 3 < len(data) else len(data)
    return data[:at] + piece + data[at + chance.choice((0, 0, 1, 10)) :]


_CHANGES: tuple[Change, ...] = (
    *(_flip, _cut, _splice, _insert, _insert, _repeat_a_piece, _repeat_a_piece, _repeat_a_line, _flood_with_fields),
    *(_nest, _recode, _long_line, _table, _references),
)
