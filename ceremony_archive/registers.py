"""What the tasks `redirect` and `withdraw` do: one more entry among redirects and withdrawals, checked beforehand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from ceremony_archive import pipeline
from ceremony_archive.checks import registry
from ceremony_archive.checks.address_vanished import vanished
from ceremony_archive.checks.published import Published
from ceremony_archive.model.address import bare_address
from ceremony_archive.model.permalink_text import comment_of
from ceremony_archive.model.register import PERMALINKS, REDIRECTS, Redirect, RedirectRegister, Withdrawal
from ceremony_archive.model.values import Bilingual, PartialDate
from ceremony_archive.output import disk
from ceremony_archive.output.permalinks import register_lock
from ceremony_archive.pages.addresses import page_addresses
from ceremony_archive.problems import OutputError, Problem, reason_of
from ceremony_archive.source.document import Document
from ceremony_archive.source.formatting import formatted
from ceremony_archive.source.schema import bind
from ceremony_archive.source.text import decode_source
from ceremony_archive.source.yaml_tree import REGISTER_NODES, read_tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What came of it. With `problems` nothing was written; else the `addresses` are redirected or withdrawn.

    `also` are addresses that led to them: they lead to the new page now, or are withdrawn with them. `to` is empty for
    a withdrawal.
    """

    problems: tuple[Problem, ...] = ()
    addresses: tuple[str, ...] = ()
    to: str = ""
    also: tuple[str, ...] = ()


Change = Callable[[Published, RedirectRegister], tuple[RedirectRegister, Entered]]


def add_redirect(
    content: Path, address: str, to: str, *, reason: Bilingual, date: PartialDate, cache: Path | None = None
) -> Entered:
    """Lead the address on to another, in both languages. Raises ArchiveError when the register cannot be written.

    What led to the address leads to the other from then on, so that no chain comes about.
    """

    def change(published: Published, register: RedirectRegister) -> tuple[RedirectRegister, Entered]:
        old, new = (bare_address(text, published.archive.site.url) for text in (address, to))
        also = tuple(entry.address for entry in register.redirects if entry.to == old and entry.address != new)
        kept = (replace(entry, to=new) if entry.address in also else entry for entry in register.redirects)
        entry = Redirect(address=old, to=new, date=date, reason=reason)
        redirects = (*(other for other in kept if (other.address, other.to) != (new, old)), entry)
        return replace(register, redirects=redirects), Entered(addresses=(old,), to=new, also=also)

    return _enter(content, change, cache)


def add_withdrawal(
    content: Path,
    what: str,
    *,
    reason: Bilingual,
    date: PartialDate,
    title: Bilingual | None = None,
    cache: Path | None = None,
) -> Entered:
    """Say that an address, or all that went with a record, is withdrawn. Raises ArchiveError as `add_redirect` does.

    `what` is an address or the id of a record that is gone. What led there is withdrawn with it.
    """

    def change(published: Published, register: RedirectRegister) -> tuple[RedirectRegister, Entered]:
        addresses = _addresses(published, what)
        also = tuple(entry.address for entry in register.redirects if entry.to in addresses)
        kept = tuple(entry for entry in register.redirects if entry.address not in also)
        entry = Withdrawal(addresses=(*addresses, *also), title=title, date=date, reason=reason)
        changed = RedirectRegister(redirects=kept, withdrawals=(*register.withdrawals, entry))
        return changed, Entered(addresses=addresses, also=also)

    return _enter(content, change, cache)


def _addresses(published: Published, what: str) -> tuple[str, ...]:
    """Return the address that is meant, or all addresses that went with the record, its own page first."""
    if "/" in what or "." in what:
        return (bare_address(what, published.archive.site.url),)
    page = f"ceremonies/{what}.html"
    gone = [address for address, owner in vanished(published) if owner == what]
    return tuple(sorted(gone, key=lambda address: address != page)) or (page,)


def _enter(content: Path, change: Change, cache: Path | None) -> Entered:
    """Change the register of redirects and withdrawals, unless the change has a problem that was not there before."""
    with register_lock(content):
        checked = pipeline.check(content, cache=cache)
        published = checked.published
        if published is None or {PERMALINKS, REDIRECTS} & set(published.unread):
            return Entered(problems=checked.report.problems)
        document = published.documents[REDIRECTS]
        register, _ = bind(document.source, document.tree, RedirectRegister)
        changed, entered = change(published, register or RedirectRegister())
        text = _text(document, changed)
        problems = _problems(published, text)
        if not problems:
            write_register_file(content / REDIRECTS, text)
        return replace(entered, problems=problems)


def refuse_comments(text: str, register: type, name: str) -> None:
    """Raise OutputError when the canonical form cannot hold what the register has: a comment among its entries."""
    try:
        formatted(text, register)
    except ValueError as error:
        line = "".join(filter(str.isdigit, str(error).partition(":")[0]))
        raise OutputError("register-with-comments", file=f"{name}:{line}") from error


def write_register_file(path: Path, text: str) -> None:
    """Write a register, whole or not at all. The caller holds the lock. Raises OutputError."""
    try:
        disk.replace(path, text.encode())
    except OSError as error:
        raise OutputError("content-unwritable", folder=str(path), reason=reason_of(error)) from error


def _text(document: Document, register: RedirectRegister) -> str:
    """Return the register in the canonical form, below the comment that is there."""
    refuse_comments(document.source.text, RedirectRegister, document.source.name)
    entries: dict[str, list[dict[str, object]]] = {
        "redirects": [
            {"address": entry.address, "to": entry.to, "date": str(entry.date), "reason": _note(entry.reason)}
            for entry in register.redirects
        ],
        "withdrawals": [
            {
                "addresses": list(entry.addresses),
                **({"title": _note(entry.title)} if entry.title else {}),
                "date": str(entry.date),
                "reason": _note(entry.reason),
            }
            for entry in register.withdrawals
        ],
    }
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
    return formatted(comment_of(document.source.text) + text, RedirectRegister)


def _note(words: Bilingual) -> dict[str, str]:
    return {"vi": words.vi} if words.en is None else {"vi": words.vi, "en": words.en}


def _problems(published: Published, text: str) -> tuple[Problem, ...]:
    """Return what is wrong with the text of the register that is not wrong with the one that is there."""
    name = published.documents[REDIRECTS].source.name
    source, problems = decode_source(text.encode(), name)
    tree, wrong = read_tree(source, source.text, 1, REGISTER_NODES) if source else (None, [])
    register, more = bind(source, tree, RedirectRegister) if source and tree else (None, [])
    if source is None or tree is None or register is None:
        return tuple(problems + wrong + more)
    archive = replace(published.archive, redirects=register)
    changed = replace(
        published,
        archive=archive,
        documents={**published.documents, REDIRECTS: Document(source, tree)},
        addresses=page_addresses(archive),
    )
    before = {_told(problem) for problem in registry.run_on_addresses(published) if problem.position.file == name}
    after = (problem for problem in registry.run_on_addresses(changed) if problem.position.file == name)
    return tuple(problem for problem in after if _told(problem) not in before)


def _told(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.arguments.get("text", ""), problem.arguments.get("address", "")
