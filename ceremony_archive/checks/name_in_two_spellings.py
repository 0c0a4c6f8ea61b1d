"""name-in-two-spellings: one name spelt in two ways within one record.

What: two names of a record, of people, organizations or organizers, differ only in where the tone stands (Úy, Uý) or
in i for y (Sĩ, Sỹ). Capitals do not count.
Why: each spelling is its own name on the site. Printed names are never rewritten, and one newspaper did print both
"Nguyễn Thành Úy" and "Nguyễn Thành Uý"; so it is a warning: either a slip of the record, or acknowledged as printed.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position, printed_names
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.fold import spelling_key
from ceremony_archive.problems import Problem

RULE = "name-in-two-spellings"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a warning for each name that its record has already in another spelling."""
    for ceremony in archive.ceremonies:
        first: dict[str, tuple[str, tuple[str | int, ...]]] = {}
        told: set[str] = set()
        for path, name in printed_names(ceremony):
            earlier, earlier_path = first.setdefault(spelling_key(name), (name, path))
            if earlier.casefold() == name.casefold() or name.casefold() in told:
                continue
            told.add(name.casefold())
            line = position(documents, ceremony.id, *earlier_path).line
            arguments = {"name": name, "earlier": earlier, "line": str(line)}
            where = position(documents, ceremony.id, *path)
            yield Problem(rule=RULE, position=where, severity="warning", arguments=arguments, record=ceremony.id)
