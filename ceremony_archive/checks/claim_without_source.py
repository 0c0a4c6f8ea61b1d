"""claim-without-source: a statement of a record with several sources that names none of them.

What: a record has two sources or more, and an official, an award, a figure, a theme or an attachment has no `source`.
Why: no fact without a source. With one source it is plain which; with two, nobody can look it up, and where they
disagree nobody knows who said it.
"""

from collections.abc import Iterator

from ceremony_archive.checks.locating import Documents, position
from ceremony_archive.model.archive import Archive
from ceremony_archive.model.ceremony import Attachment, Award, Metric, Official, Theme
from ceremony_archive.problems import Problem

RULE = "claim-without-source"


def check(archive: Archive, documents: Documents) -> Iterator[Problem]:
    """Yield a problem for each statement that leaves open which of several sources made it."""
    for ceremony in archive.ceremonies:
        if len(ceremony.sources) < 2:
            continue
        named = ", ".join(source.id for source in ceremony.sources)
        lists: tuple[tuple[str, tuple[Official | Award | Metric | Theme | Attachment, ...]], ...] = (
            ("officials", ceremony.officials),
            ("awards", ceremony.awards),
            ("metrics", ceremony.metrics),
            ("themes", ceremony.themes),
            ("attachments", ceremony.attachments),
        )
        for list_name, claims in lists:
            for at, claim in enumerate(claims):
                if not claim.source:
                    field = f"{list_name}[{at + 1}]"
                    arguments = {"field": field, "sources": named, "first": ceremony.sources[0].id}
                    where = position(documents, ceremony.id, list_name, at)
                    yield Problem(rule=RULE, position=where, arguments=arguments)
