"""The one writer of JSON: UTF-8 that is as safe in a page as in a file, keys in the order in which they were put."""

import json

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_text(tree: object, *, indent: int | None = None) -> str:
    """Return the tree on one line, or on as many as it has values where an indent is given.

    What could end a script element, or a line of a script, stands escaped. Raises ValueError for what JSON has no
    number for (NaN), TypeError for any other value that it does not know.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def json_document(tree: object, *, indent: int | None = None) -> bytes:
    """Return the tree as a file, with a newline at its end."""
    return f"{json_text(tree, indent=indent)}\n".encode()
