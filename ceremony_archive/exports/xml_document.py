"""The one writer of XML: element trees only, and no character that XML has no place for."""

import re
from xml.etree import ElementTree

_DECLARATION = b"<?xml version='1.0' encoding='utf-8'?>\n"
# XML 1.0, production 2, without the carriage return, which every reader turns into a newline.
_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_document(element: ElementTree.Element) -> bytes:
    """Return the element as a file in UTF-8, as it is: white space counts.

    Raises ValueError for a character that XML forbids or that would come back as another.
    """
    text = ElementTree.tostring(element, encoding="unicode")
    found = _FORBIDDEN.search(text)
    if found:
        raise ValueError(f"not a character of XML: {found.group()!r}")
    return _DECLARATION + text.encode() + b"\n"
