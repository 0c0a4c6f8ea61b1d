"""The one writer of XML: what goes in comes back from a parser, and what XML forbids does not go in."""

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from ceremony_archive.exports.xml_document import xml_document

CHARACTERS = some.sampled_from("<>&\"'\n\t]]>Ê") | some.characters(
    exclude_categories=["Cs"],
    exclude_characters=["\ufffe", "\uffff", *(chr(code) for code in range(0x20) if chr(code) not in "\t\n")],
)
FORBIDDEN = ["\x00", "\x08", "\x0b", "\x0c", "\x1f", "\ufffe", "\uffff", "\ud800", "\udfff", "\r"]


def holding(text: str, attribute: str = "") -> ElementTree.Element:
    """Return an element with the text in it and behind a child, and the attribute on the child."""
    root = ElementTree.Element("root")
    root.text = text
    child = ElementTree.SubElement(root, "child", {"a": attribute})
    child.tail = text
    return root


def test_a_document_declares_utf_8_and_ends_in_a_newline() -> None:
    assert (
        xml_document(holding("Mẫu & <b>", '"'))
        == (
            "<?xml version='1.0' encoding='utf-8'?>\n"
            '<root>Mẫu &amp; &lt;b&gt;<child a="&quot;" />Mẫu &amp; &lt;b&gt;</root>\n'
        ).encode()
    )


@given(text=some.text(CHARACTERS), attribute=some.text(CHARACTERS))
@example(text="]]><!-- &#0; </root>", attribute="\n\t\" '")
def test_any_text_comes_back_the_same(text: str, attribute: str) -> None:
    root = ElementTree.fromstring(xml_document(holding(text, attribute)))
    (child,) = root
    assert (root.text or "", child.get("a"), child.tail or "") == (text, attribute, text)


@pytest.mark.parametrize("character", FORBIDDEN, ids=ascii)
def test_a_character_that_xml_forbids_or_changes_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match="not a character of XML"):
        xml_document(holding(f"a{character}b"))


@pytest.mark.parametrize("character", FORBIDDEN[:-1], ids=ascii)
def test_a_character_that_xml_forbids_is_refused_in_an_attribute_too(character: str) -> None:
    with pytest.raises(ValueError, match="not a character of XML"):
        xml_document(holding("", f"a{character}b"))
