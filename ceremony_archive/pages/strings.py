"""The words of the theme in one language. An unknown key or a missing value fails: nothing is shown half-made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from ceremony_archive.model.values import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Strings:
    """`t("award.named_of", named="12", total="126")` returns the words under that key.

    A key with the forms `one` and `other` is chosen by the whole number `n`; Vietnamese has only `other`.
    Raises KeyError for a key or a placeholder that is not there.
    """

    language: Language
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words under the key with the values in their places."""
        words = self.words.get(key)
        if words is None:
            form = "one" if values.get("n") in (1, "1") and f"{key}.one" in self.words else "other"
            words = self.words[f"{key}.{form}"]
        return words.format_map(values) if values or "{" in words else words

    def __contains__(self, key: str) -> bool:
        return key in self.words or f"{key}.other" in self.words


def load_strings(folder: Path) -> dict[Language, Strings]:
    """Return the strings of each language from strings/vi.yaml and strings/en.yaml."""
    return {language: Strings(language, read_strings(folder / f"{language}.yaml")) for language in LANGUAGES}


def read_strings(path: Path) -> dict[str, str]:
    """Return the words of one file by dotted key."""
    with path.open(encoding="utf-8") as file:
        return dict(_flat(yaml.load(file, Loader=yaml.CBaseLoader), ""))


def _flat(tree: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
