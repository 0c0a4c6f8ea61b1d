"""Every task of the archive: `python3 tasks.py` lists them; inside the environment, `invoke` does too."""

if __name__ == "__main__":  # any Python: make the environment, then hand over to Invoke inside it
    from ceremony_archive.environment import hand_over

    hand_over()

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from ceremony_archive.environment import DEVELOPMENT_LOCK, PYTHON, ROOT, prepare
from ceremony_archive.model.values import LANGUAGES, Bilingual, Language, partial_date

if TYPE_CHECKING:
    from ceremony_archive.registers import Entered

CACHE = ROOT / ".cache"
CONTENT, OUTPUT = os.path.relpath(ROOT / "content"), os.path.relpath(ROOT / "output")
CODE = ("ceremony_archive", "tests", "benchmarks", "tasks.py", "pelicanconf.py")


@task(
    help={
        "content": "the content folder",
        "output": "where the site is written, whole",
        "lang": "the language of messages: vi or en",
        "site-url": "where the site will be published, if not at the address in site.yaml",
    }
)
def build(c: Context, content: str = CONTENT, output: str = OUTPUT, lang: str = "vi", site_url: str = "") -> None:
    """Check the content and build the site."""
    from pelican import main

    language = _language(lang)
    _demand_folder(content, language)
    settings = [f"ARCHIVE_MESSAGES={json.dumps(language)}", f"SITEURL={json.dumps(site_url)}"]
    main([content, "-o", output, "-s", str(ROOT / "pelicanconf.py"), "--fatal", "errors", "-e", *settings])


@task(
    help={
        "site": "the folder of the site, or the address where it is published",
        "content": "the content folder that it was built from",
        "lang": "the language of messages: vi or en",
    }
)
def verify(c: Context, site: str = OUTPUT, content: str = CONTENT, lang: str = "vi") -> None:
    """Tell whether a published site is complete and valid, and built from this content."""
    from ceremony_archive.messages import fault_lines, wording
    from ceremony_archive.output.published import compare_published

    language = _language(lang)
    _demand_folder(content, language)
    words = wording(language)["verify"]
    with _stops(language):
        comparisons = compare_published(site, Path(content))
    for name, folder, found in zip(("site", "content"), (site, content), comparisons, strict=True):
        print(words[name].format(folder=folder, files=found.files))
        for key, holds in (("complete", found.is_complete), ("valid", found.is_valid)):
            print(f"  {words[key]} {words['yes' if holds else 'no']}")
        for line in fault_lines(found.faults, language):
            print(line)
    if site.startswith("http"):
        print(words["no-strays"])
    if not all(found.is_valid for found in comparisons):
        raise Exit(code=1)


@task(
    help={
        "output": "the folder of the site",
        "lang": "the language of messages: vi or en",
    }
)
def rollback(c: Context, output: str = OUTPUT, lang: str = "vi") -> None:
    """Put the former site back in the place of the one that was built last."""
    from ceremony_archive.messages import wording
    from ceremony_archive.output.lock import build_lock
    from ceremony_archive.output.publish import roll_back

    language = _language(lang)
    words = wording(language)["build"]
    with _stops(language), build_lock(Path(output), lambda: print(words["waiting"].format(output=output))):
        roll_back(Path(output))
    print(words["rolled-back"].format(output=output))


@task(
    help={
        "content": "the content folder",
        "format": "text, json or github (annotations on a pull request)",
        "lang": "the language of messages: vi or en",
    }
)
def check(c: Context, content: str = CONTENT, format: str = "text", lang: str = "vi") -> None:
    """Check the content and tell everything that is wrong with it."""
    from ceremony_archive import pipeline, report

    language = _language(lang)
    form = next((form for form in get_args(report.Format) if form == format), None)
    if form is None:
        raise Exit(f"--format {format}: {', '.join(get_args(report.Format))}", code=2)
    _demand_folder(content, language)
    checked = pipeline.check(Path(content), cache=CACHE)
    print(report.show(checked.report, language, form), end="")
    if not checked.report.is_clean:
        raise Exit(code=1)


@task(
    help={
        "port": "the port to listen on",
        "content": "the content folder",
        "lang": "the language of messages: vi or en",
    }
)
def serve(c: Context, port: int = 8000, content: str = CONTENT, lang: str = "vi") -> None:
    """Show the site and rebuild it at each change; with problems, show the report above the last good site."""
    from ceremony_archive.serve import serve_site

    language = _language(lang)
    _demand_folder(content, language)
    serve_site(Path(content), ROOT / "themes" / "archive", CACHE, port=port, language=language)


@task(
    positional=["record", "field"],
    help={
        "record": "the id of the ceremony, person or organization",
        "field": "what is to be withheld, as reports write it: awards[2].recipients[1], officials[3], venue",
        "degree": "removed, initials or unindexed",
        "reason": "why, in Vietnamese; it is made public, so it names nobody",
        "reason-en": "why, in English",
        "shared-with": "records in which the same words are somebody else's, with commas",
        "content": "the content folder",
        "lang": "the language of messages: vi or en",
    },
)
def redact(
    c: Context,
    record: str,
    field: str,
    degree: str = "removed",
    reason: str = "",
    reason_en: str = "",
    shared_with: str = "",
    content: str = CONTENT,
    lang: str = "vi",
) -> None:
    """Withhold a name or a text on request: invoke redact RECORD "awards[2].recipients[1]" --reason "…"."""
    from ceremony_archive.redact_task import Request, withhold

    language = _language(lang)
    _demand_folder(content, language)
    words = _bilingual(reason, reason_en, language)
    others = tuple(filter(None, shared_with.split(",")))
    request = Request(record=record, field=field, degree=degree, reason=words, shared_with=others)
    with _stops(language):
        outcome = withhold(Path(content), request, partial_date(_today()), language, cache=CACHE)
    if not outcome.is_written:
        raise Exit("\n".join(outcome.lines), code=2)
    print("\n".join(outcome.lines))


@task(
    positional=["old", "new"],
    help={
        "old": "the address that has gone: ceremonies/old.html, or as a reader sees it",
        "new": "the address of the page where its content is now",
        "reason": "why, in Vietnamese, for readers of the old address",
        "reason-en": "the same in English",
        "content": "the content folder",
        "lang": "the language of messages: vi or en",
    },
)
def redirect(
    c: Context, old: str, new: str, reason: str = "", reason_en: str = "", content: str = CONTENT, lang: str = "vi"
) -> None:
    """Lead an address that has gone on to the page where its content is now."""
    from ceremony_archive import registers

    language = _language(lang)
    _demand_folder(content, language)
    words, today = _bilingual(reason, reason_en, language), partial_date(_today())
    with _stops(language):
        entered = registers.add_redirect(Path(content), old, new, reason=words, date=today, cache=CACHE)
    _tell_entered(entered, language)


@task(
    positional=["what"],
    help={
        "what": "the address, or the id of a record that is gone: then all that went with it",
        "reason": "why, in Vietnamese, for readers of the address",
        "reason-en": "the same in English",
        "title": "what was there, in Vietnamese, if it may be said",
        "title-en": "the same in English",
        "content": "the content folder",
        "lang": "the language of messages: vi or en",
    },
)
def withdraw(
    c: Context,
    what: str,
    reason: str = "",
    reason_en: str = "",
    title: str = "",
    title_en: str = "",
    content: str = CONTENT,
    lang: str = "vi",
) -> None:
    """Say at an address that has gone, or at all that went with a record, that its content was withdrawn and why."""
    from ceremony_archive import registers

    language = _language(lang)
    _demand_folder(content, language)
    words, today = _bilingual(reason, reason_en, language), partial_date(_today())
    named = _bilingual(title, title_en, language) if title else None
    with _stops(language):
        entered = registers.add_withdrawal(Path(content), what, reason=words, title=named, date=today, cache=CACHE)
    _tell_entered(entered, language)


@task(positional=["rule"])
def explain(c: Context, rule: str) -> None:
    """Show the help page of a rule: invoke explain duplicate-key."""
    page = ROOT / "tests" / "rules" / f"{rule}.md"
    if not page.is_file():
        known = ", ".join(sorted(path.stem for path in page.parent.glob("*.md")))
        raise Exit(f"không có quy tắc `{rule}` · no rule `{rule}`\n{known}", code=2)
    print(page.read_text(encoding="utf-8"))


@task(help={"check": "change nothing; fail when a file is not in its form"})
def format(c: Context, content: str = CONTENT, check: bool = False) -> None:
    """Put the vocabularies and entities into their canonical form."""
    from ceremony_archive.source.files import YAML_FILES
    from ceremony_archive.source.formatting import formatted

    changed = False
    for relative, root in YAML_FILES.items():
        path = Path(content) / relative
        text = path.read_text(encoding="utf-8")
        canonical = formatted(text, root)
        if canonical != text:
            changed = True
            print(path)
            if not check:
                path.write_text(canonical, encoding="utf-8")
    if check and changed:
        raise Exit(code=1)


@task
def lint(c: Context) -> None:
    """Check the code: ruff and mypy --strict."""
    _run("ruff", "format", "--check", *CODE)
    _run("ruff", "check", *CODE)
    _run("mypy", *CODE)


@task(positional=["tests"], optional=["tests"])
def test(c: Context, tests: str = "") -> None:
    """Run all tests, or those of a path or name: invoke test tests/unit."""
    _run("pytest", *tests.split())


@task(help={"times": "how many builds to kill"})
def kill(c: Context, times: int = 200) -> None:
    """Kill builds at moments of chance and look whether a whole site is left each time."""
    _run("tests.faults.kill", str(times))


@task(help={"minutes": "how long", "seed": "the seed of a run before, to try the same inputs again"})
def fuzz(c: Context, minutes: float = 10.0, seed: int = -1) -> None:
    """Try hostile inputs on the reader; keep those in .cache/fuzz that it does not take as it must."""
    _run("tests.faults.fuzz", "--minutes", str(minutes), *(["--seed", str(seed)] if seed >= 0 else []))


@task
def faults(c: Context) -> None:
    """Try every single fault of tests/faults and tell how many are handled well, by row of the bar."""
    from tests.faults.bar import BAR

    _run("pytest", "-q", "tests/faults/test_faults.py", *(test for row in BAR for test in row.tests))


@task(help={"accept": "write what the build gives now over the expected site and reports"})
def golden(c: Context, accept: bool = False) -> None:
    """Compare the golden site and the rules' documents with what the build gives now."""
    _run(
        "pytest",
        "tests/test_golden.py",
        "tests/test_rules.py",
        "tests/test_invalid_sites.py",
        *(["--accept"] if accept else []),
    )


@task
def lock(c: Context) -> None:
    """Write the locks anew from pyproject.toml."""
    prepare(DEVELOPMENT_LOCK)
    for name, extra in (("requirements.lock", ()), ("requirements-dev.lock", ("--extra", "development"))):
        options = [
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-header",
            "--upgrade",
            "--quiet",
        ]
        _run("uv", "pip", "compile", "pyproject.toml", *extra, *options, "-o", name)


def _bilingual(text: str, english: str, language: Language) -> Bilingual:
    from ceremony_archive.messages import wording

    if not text.strip():
        raise Exit(wording(language)["register"]["reason-needed"], code=2)
    return Bilingual(vi=text.strip(), en=english.strip() or None)


def _tell_entered(entered: "Entered", language: Language) -> None:
    """Print what was entered into the register, or end with what keeps it out."""
    from ceremony_archive.messages import PARTS, message, wording

    texts = wording(language)["register"]
    if entered.problems:
        told = ("\n  ".join(message(problem, part, language) for part in PARTS) for problem in entered.problems)
        raise Exit("\n".join([texts["not-entered"], *told]), code=2)
    key = "redirected" if entered.to else "withdrawn"
    print(texts[key].format(addresses=", ".join(entered.addresses), to=entered.to))
    if entered.also:
        print(texts["along"].format(addresses=", ".join(entered.also)))


def _language(lang: str) -> Language:
    """Return the language of the messages, which from here on can be printed anywhere."""
    from ceremony_archive.messages import print_any_letter

    print_any_letter()
    language = next((language for language in LANGUAGES if language == lang), None)
    if language is None:
        raise Exit(f"--lang {lang}: {', '.join(LANGUAGES)}", code=2)
    return language


def _demand_folder(content: str, language: Language) -> None:
    from ceremony_archive.messages import wording

    if not Path(content).is_dir():
        raise Exit(wording(language)["build"]["no-content"].format(folder=content), code=2)


@contextmanager
def _stops(language: Language) -> Iterator[None]:
    """Tell in words what stops the tool, and end with its exit code."""
    from ceremony_archive.messages import stop_message
    from ceremony_archive.problems import ArchiveError

    try:
        yield
    except ArchiveError as error:
        raise Exit(stop_message(error, language), code=error.exitcode) from error


def _today() -> date:
    """Return the day that entries are dated: that of SOURCE_DATE_EPOCH, or else of the clock, both in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()


def _run(tool: str, *arguments: str) -> None:
    """Run a development tool of the environment, which is made complete first; fail as it fails."""
    prepare(DEVELOPMENT_LOCK)
    result = subprocess.run(
        [PYTHON, "-m", tool, *arguments], cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, check=False
    )
    if result.returncode:
        sys.exit(result.returncode)
