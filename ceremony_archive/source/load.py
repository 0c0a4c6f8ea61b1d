"""The content folder to records: which files belong in it, and what each of them holds."""

import os
import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ceremony_archive.model.archive import in_order
from ceremony_archive.model.attachment import is_attachment_name
from ceremony_archive.model.ceremony import Ceremony, Story
from ceremony_archive.model.entity import OrganizationList, PersonList
from ceremony_archive.model.register import (
    PERMALINKS,
    REDACTIONS,
    REDIRECTS,
    PermalinkRegister,
    RedactionRegister,
    RedirectRegister,
)
from ceremony_archive.model.site import Site, SiteText
from ceremony_archive.problems import ContentChanged, ContentMissing, Position, Problem
from ceremony_archive.source.document import Document, read_front_matter
from ceremony_archive.source.files import REFERENCE_FILES, REGISTER_FILES, REQUIRED_FILES, UNFINISHED
from ceremony_archive.source.markdown import StoryReader
from ceremony_archive.source.permalinks import canonical_register
from ceremony_archive.source.schema import bind, bind_the_rest
from ceremony_archive.source.text import LIST_BYTES, RECORD_BYTES, REGISTER_BYTES, SourceText, read_source
from ceremony_archive.source.yaml_tree import LIST_NODES, REGISTER_NODES, read_tree

Record = TypeVar("Record")

_CEREMONY_FILE = re.compile(r"ceremonies/(?:[^/]+/)*([^/]+)\.md")
_ATTACHMENT_FILE = re.compile(r"attachments/[^/]+/([^/]+)")
_CEREMONY_ID = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?|undated)-[a-z][a-z0-9]*(-[a-z0-9]+)*", re.ASCII)
MAXIMUM_ID = 80
MAXIMUM_FOLDERS = 4


@dataclass(frozen=True, slots=True)
class Folder:
    """A content folder: where it is and how reports name it."""

    path: Path
    name: str

    def read(self, relative: str) -> tuple[SourceText | None, list[Problem]]:
        """Return the text of a file of the folder, or None and what is wrong with it."""
        limit = REGISTER_BYTES if relative in REGISTER_FILES else RECORD_BYTES
        limit = LIST_BYTES if relative in REFERENCE_FILES else limit
        return read_source(self.path / relative, f"{self.name}/{relative}", limit)


@dataclass(frozen=True, slots=True)
class Records:
    """What the record files of a content folder hold: everything but the vocabularies and the gazetteer.

    `partial` are ceremonies with mistakes, as far as they could be understood: for checks, never for pages.
    `documents` has each file's document by the id of its record, or by its path for lists ("entities/people.yaml");
    `failed` are the paths of lists that could not be read.
    Not stated: `site` is None when site.yaml could not be read.
    """

    site: Site | None
    people: PersonList
    organizations: OrganizationList
    permalinks: PermalinkRegister
    redirects: RedirectRegister
    redactions: RedactionRegister
    ceremonies: tuple[Ceremony, ...]
    partial: tuple[Ceremony, ...]
    texts: dict[str, SiteText]
    documents: dict[str, Document] = field(repr=False)
    failed: frozenset[str] = frozenset()

    def unread(self, files: list[str]) -> tuple[str, ...]:
        """Return what is in the files but could not be read: ids of records, paths of lists."""
        read = {*self.texts, *(ceremony.id for ceremony in self.ceremonies)}
        records = (Path(file).stem for file in files if file.endswith(".md"))
        return (*(record for record in records if record not in read), *sorted(self.failed))


def content_folder(path: Path) -> Folder:
    """Return the folder. Raises ContentMissing when there is none."""
    if not path.is_dir():
        raise ContentMissing("content-missing", folder=str(path))
    return Folder(path, path.as_posix().rstrip("/"))


def list_files(folder: Folder) -> tuple[list[str], list[Problem]]:
    """Return the files of the folder that the archive knows, sorted, and what does not belong in it.

    Problems: reports `unexpected-file`, `file-missing`, `file-name`, `attachment-name` or `duplicate-record`.
    """
    known: list[str] = []
    problems: list[Problem] = []
    stems: dict[str, str] = {}
    for relative, is_plain in sorted(_walk(folder.path)):
        if relative in UNFINISHED:
            continue
        position = Position(f"{folder.name}/{_shown(relative)}")
        ceremony = _CEREMONY_FILE.fullmatch(relative)
        attachment = _ATTACHMENT_FILE.fullmatch(relative)
        if not is_plain or not (ceremony or attachment or relative in REQUIRED_FILES):
            problems.append(Problem(rule="unexpected-file", position=position, arguments={"file": _shown(relative)}))
        elif attachment and not is_attachment_name(attachment[1]):
            arguments = {"text": _shown(attachment[1])}
            problems.append(Problem(rule="attachment-name", position=position, arguments=arguments))
        elif ceremony is None:
            known.append(relative)
        elif not _CEREMONY_ID.fullmatch(ceremony[1]) or len(ceremony[1]) > MAXIMUM_ID:
            problems.append(Problem(rule="file-name", position=position, arguments={"text": _shown(ceremony[1])}))
        elif ceremony[1] in stems:
            arguments = {"id": ceremony[1], "file": f"{folder.name}/{stems[ceremony[1]]}"}
            problems.append(Problem(rule="duplicate-record", position=position, arguments=arguments))
        else:
            stems[ceremony[1]] = relative
            known.append(relative)
    for missing in REQUIRED_FILES:
        if os.path.lexists(folder.path / missing):
            continue
        problems.append(
            Problem(rule="file-missing", position=Position(f"{folder.name}/{missing}"), arguments={"file": missing})
        )
    return known, problems


@dataclass(frozen=True, slots=True)
class ListReader:
    """Reads the YAML files of a folder; keeps their documents by path, and every problem in them.

    A file that is not among `files` is missing or no plain file, which has been told of already.
    """

    folder: Folder
    files: Container[str]
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)

    def read(self, relative: str, record_type: type[Record]) -> Record | None:
        """Return what the file holds, or None when it is not there or has mistakes."""
        record = self._read(relative, record_type) if relative in self.files else None
        if record is None:
            self.failed.add(relative)
        return record

    def read_permalinks(self) -> PermalinkRegister:
        """Return the address register, empty when it is not there or has mistakes."""
        path, name = self.folder.path / PERMALINKS, f"{self.folder.name}/{PERMALINKS}"
        found = canonical_register(path, name) if PERMALINKS in self.files else None
        if found is None:
            return self.read(PERMALINKS, PermalinkRegister) or PermalinkRegister()
        register, self.documents[PERMALINKS] = found
        return register

    def _read(self, relative: str, record_type: type[Record]) -> Record | None:
        source, problems = self.folder.read(relative)
        self.problems.extend(problems)
        if source is None:
            return None
        tree, problems = read_tree(source, source.text, 1, REGISTER_NODES if relative in REGISTER_FILES else LIST_NODES)
        self.problems.extend(problems)
        if tree is None:
            return None
        self.documents[relative] = Document(source, tree)
        record, problems = bind(source, tree, record_type)
        self.problems.extend(problems)
        return record


def read_permalinks(folder: Folder) -> PermalinkRegister:
    """Return the address register as it is now. Raises ContentChanged when it has a mistake, which a check tells."""
    reader = ListReader(folder, (PERMALINKS,))
    register = reader.read_permalinks()
    if reader.failed:
        raise ContentChanged("content-changed", folder=folder.name)
    return register


def read_records(
    folder: Folder, files: list[str], progress: Callable[[int, int], None]
) -> tuple[Records, list[Problem]]:
    """Return the records that the files hold, and every problem in them."""
    lists = ListReader(folder, files)
    site = lists.read("site.yaml", Site)
    people = lists.read("entities/people.yaml", PersonList) or PersonList()
    organizations = lists.read("entities/organizations.yaml", OrganizationList) or OrganizationList()
    problems, documents = lists.problems, lists.documents
    stories = StoryReader()
    texts: dict[str, SiteText] = {}
    ceremonies: list[Ceremony] = []
    partial: list[Ceremony] = []
    markdown_files = [relative for relative in files if relative.endswith(".md")]
    for number, relative in enumerate(markdown_files, start=1):
        is_ceremony = relative.startswith("ceremonies/")
        if is_ceremony:
            ceremony, wrong = _read_markdown(folder, relative, Ceremony, stories, documents, depth=1)
            ceremonies += [ceremony] if ceremony else []
            partial += [] if ceremony else _understood(relative, documents)
        else:
            text, wrong = _read_markdown(folder, relative, SiteText, stories, documents, depth=0)
            texts |= {text.id: text} if text else {}
        problems += wrong
        progress(number, len(markdown_files))
    records = Records(
        site=site,
        people=people,
        organizations=organizations,
        permalinks=lists.read_permalinks(),
        redirects=lists.read(REDIRECTS, RedirectRegister) or RedirectRegister(),
        redactions=lists.read(REDACTIONS, RedactionRegister) or RedactionRegister(),
        ceremonies=in_order(ceremonies),
        partial=in_order(partial),
        texts=texts,
        documents=documents,
        failed=frozenset(lists.failed),
    )
    return records, problems


def _read_markdown(
    folder: Folder,
    relative: str,
    record_type: type[Record],
    stories: StoryReader,
    documents: dict[str, Document],
    *,
    depth: int,
) -> tuple[Record | None, list[Problem]]:
    source, problems = folder.read(relative)
    if source is None:
        return None, problems
    tree, body_line, problems = read_front_matter(source)
    if tree is None:
        return None, problems
    story, links, wrong = stories.read(source, body_line, depth)
    problems += wrong
    record_id = Path(relative).stem
    documents[record_id] = Document(source, tree, links)
    record, wrong = bind(source, tree, record_type, id=record_id, story=story)
    return record, problems + wrong


def _understood(relative: str, documents: dict[str, Document]) -> list[Ceremony]:
    record_id = Path(relative).stem
    document = documents.get(record_id)
    record = bind_the_rest(document.tree, Ceremony, id=record_id, story=Story(vi="…")) if document else None
    return [record] if record else []


def _walk(root: Path) -> Iterator[tuple[str, bool]]:
    """Yield every file below the folder, and whether it is a plain file with one link.

    A folder deeper than any that the archive knows is yielded itself, as something that is no file.
    """
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(root / prefix) as entries:
            found = list(entries)
        for entry in found:
            relative = prefix + entry.name
            if not entry.is_dir(follow_symlinks=False):
                is_plain = entry.is_file(follow_symlinks=False) and entry.stat(follow_symlinks=False).st_nlink == 1
                yield relative, is_plain
            elif relative.count("/") >= MAXIMUM_FOLDERS or relative in REQUIRED_FILES:
                yield relative, False
            else:
                waiting.append(relative + "/")


def _shown(name: str) -> str:
    """Return a file's name as it can be printed, bytes that are no text and control characters escaped."""
    text = name.encode("utf-8", "backslashreplace").decode()
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
