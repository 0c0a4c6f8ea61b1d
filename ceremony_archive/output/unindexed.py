"""Pages with words that search engines are not to show: what a page says is known when it is rendered."""

from dataclasses import replace

from ceremony_archive.model.withheld_words import WordFinder
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages.page import Page


def rendered(page: Page, renderer: Renderer, hidden: WordFinder | None) -> tuple[Page, bytes]:
    """Return the page and its bytes; where hidden words stand on it, it is not indexed and describes none to machines.

    Where the words are somebody else's, because the page is made from a record that shares them and not from the one
    that hides them, the page stays as it is. Not stated: `hidden` is None when nothing is hidden.
    """
    content = renderer.render(page)
    if hidden is None:
        return page, content
    found = hidden.found_in(f"{page.address}\0{content.decode()}")
    if all(words.are_of_others(page.records) for words in found):
        return page, content
    kept = replace(page, is_indexed=False, json_ld=())
    return kept, renderer.render(kept)
