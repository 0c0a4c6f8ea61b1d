"""The shape of the code: imports go one way, things stay small, every word is used."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceremony_archive.messages import wording
from ceremony_archive.model.values import LANGUAGES
from ceremony_archive.pages.strings import load_strings, read_strings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "ceremony_archive"
THEME = ROOT / "themes" / "archive"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
COMPONENTS = [path for path in TEMPLATES if path.parent.name == "components"]

# text → records → archive → pages and exports → disk: what each part may import, itself aside.
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "problems": set(),
    "environment": set(),
    "model": set(),
    "messages": {"model", "problems"},
    "report": {"messages", "model", "problems"},
    "source": {"model", "problems"},
    "checks": {"source", "model", "problems"},
    "pages": {"model"},
    "exports": {"pages", "model"},
    "output": {"exports", "pages", "model", "problems"},
    "search": {"pages", "model", "problems"},
    "press": {"source", "model", "problems"},
    "pipeline": {"search", "output", "exports", "pages", "checks", "source", "model", "problems"},
    "registers": {"pipeline", "output", "pages", "checks", "source", "model", "problems"},
    "serve": {"pipeline", "output", "report", "messages", "model", "problems"},
    "redact_task": {"registers", "pipeline", "output", "pages", "checks", "source", "messages", "model", "problems"},
    "pelican_plugin": {"pipeline", "output", "search", "report", "messages", "model", "problems"},
}
MAY_KNOW_PELICAN = {"pelican_plugin.py"}
# Long because each is one closed list of dataclasses, the whole form of a kind of file on one page.
MAY_BE_LONG = {"model/ceremony.py": 340, "model/vocabulary.py": 360}
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "handler", "data", "info"}
# What would make the same content give other bytes at another time or place, and who may use it nevertheless.
UNSTEADY = {"now", "today", "utcnow", "strftime", "setlocale", "time_ns", "random", "getmtime", "st_mtime", "getcwd"}
MAY_BE_UNSTEADY = {
    "source/vocabularies.py": {"st_mtime"},  # which cached copy is the oldest; never what is read from it
    "output/state.py": {"st_mtime"},  # whether anything changed since the last build; never what is written
}
# The one writer of each format, and what writes it for nobody but the archive itself.
WRITERS = {
    "json": ({"json.dump", "json.dumps", "json.JSONEncoder"}, "exports/json_document.py"),
    "csv": ({"csv.writer", "csv.DictWriter"}, "exports/csv_table.py"),
    "xml": (
        {"ElementTree.tostring", "ElementTree.tostringlist", "ElementTree.ElementTree", "ElementTree.dump"},
        "exports/xml_document.py",
    ),
}
MAY_WRITE_TOO = {
    "json": {"report.py", "output/state.py"},  # what the terminal is told; what the last build was made from
    "csv": set[str](),
    "xml": set[str](),
}
# Output that nobody escaped, state that leaks, comments that are published, scripts and styles that the policy refuses.
BANNED_IN_TEMPLATES = (
    r"\|\s*safe\b",
    r"autoescape",
    r"\bnamespace\(",
    r"<!--",
    r"\sstyle=",
    r"\son[a-z]+=",
    r"<script(?![^>]*\bsrc=)",
)
TEXT_SUFFIXES = {".py", ".md", ".yaml", ".yml", ".html", ".css", ".js", ".toml", ".txt", ".json", ".svg", ".lock"}


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full name of every module that the file imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imports_of(path) if name.split(".")[0] == "ceremony_archive")
    return {name[1] for name in names if len(name) > 1 and not name[1].startswith("__")} - {part_of(path)}


each_module = pytest.mark.parametrize("path", MODULES, ids=named)
each_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(THEME).as_posix())


@each_module
def test_a_module_imports_only_what_stands_left_of_it(path: Path) -> None:
    assert parts_imported(path) <= MAY_IMPORT[part_of(path)]


@each_module
def test_only_the_plugin_knows_pelican(path: Path) -> None:
    knows = any(name.split(".")[0] == "pelican" for name in imports_of(path))
    assert not knows or named(path) in MAY_KNOW_PELICAN


def test_nothing_imports_the_plugin() -> None:
    assert [named(path) for path in MODULES if "pelican_plugin" in parts_imported(path)] == []


def test_no_two_modules_import_each_other() -> None:
    graph = {
        "ceremony_archive." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts): set(imports_of(path))
        for path in MODULES
    }
    inside = {name: {other for other in graph if any(f"{used}.".startswith(f"{other}.") for used in imported)} - {name}
              for name, imported in graph.items()}  # fmt: skip
    while inside:
        leaves = {name for name, imported in inside.items() if not imported}
        assert leaves, f"a circle among {sorted(inside)}"
        inside = {name: imported - leaves for name, imported in inside.items() if name not in leaves}


@each_module
def test_a_module_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAY_BE_LONG.get(named(path), 300)


@each_module
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in long.items() if lines > 40} == {}


@each_module
def test_a_module_says_what_it_holds(path: Path) -> None:
    assert path.stem not in BANNED_NAMES
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@each_module
def test_the_same_content_gives_the_same_bytes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} & UNSTEADY
    used |= {name.split(".")[0] for name in imports_of(path)} & {"random", "locale", "time", "uuid", "secrets"}
    if part_of(path) in ("serve", "environment", "pelican_plugin"):
        return
    assert used <= MAY_BE_UNSTEADY.get(named(path), set())


def names_used(path: Path) -> set[str]:
    """Return "module.name" for each attribute of a module that the file uses and each name that it imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    attributes = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    used = {f"{node.value.id}.{node.attr}" for node in attributes if isinstance(node.value, ast.Name)}
    return used | {".".join(name.split(".")[-2:]) for name in imports_of(path)}


@pytest.mark.parametrize("format", WRITERS)
def test_each_format_has_one_writer(format: str) -> None:
    functions, writer = WRITERS[format]
    writing = {named(path) for path in MODULES if names_used(path) & functions}
    assert writing == {writer, *MAY_WRITE_TOO[format]}


def test_no_markup_is_put_together_from_strings_for_machines() -> None:
    found = {
        named(path): node.value
        for path in MODULES
        if part_of(path) == "exports"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
        if re.search(rb"<[/!?a-zA-Z]", node.value if isinstance(node.value, bytes) else node.value.encode())
    }
    assert set(found) == {"exports/xml_document.py"}  # the declaration, which holds nothing of a record


def test_every_check_is_in_the_list_of_checks() -> None:
    listed = (PACKAGE / "checks" / "registry.py").read_text(encoding="utf-8")
    listed += (PACKAGE / "pipeline.py").read_text(encoding="utf-8")
    modules = (PACKAGE / "checks").glob("*.py")
    checks = [path.stem for path in modules if "\nRULE = " in path.read_text(encoding="utf-8")]
    assert checks
    assert [name for name in checks if not re.search(rf"\b{name}\b", listed)] == []


def text_files() -> Iterator[Path]:
    for folder in ("ceremony_archive", "content", "themes", "tests", "benchmarks", "docs", ".github"):
        for path in sorted((ROOT / folder).rglob("*")):
            is_broken_on_purpose = "invalid_sites" in path.parts and "content" in path.parts
            is_ours = not is_broken_on_purpose and not {"node_modules", "__pycache__"} & set(path.parts)
            if is_ours and path.is_file() and path.suffix in TEXT_SUFFIXES:
                yield path
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file() and path.suffix in TEXT_SUFFIXES)


def test_every_text_is_utf_8_composed_and_without_odd_line_ends() -> None:
    for path in text_files():
        text = path.read_bytes().decode("utf-8")
        assert "\r" not in text and "\ufeff" not in text, path
        assert unicodedata.is_normalized("NFC", text), path


@each_template
def test_a_template_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (40 if path in COMPONENTS else 80)


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_is_one_macro_with_its_contract_above(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    contract = re.match(r"\{#-?(.*?)-?#\}", text, re.DOTALL)
    assert contract
    assert all(re.search(rf"\b{head}\b", contract[1]) for head in ("use", "needs", "gives", "used by"))
    macros = re.findall(r"\{%-? macro (\w+)\(", text)
    assert macros == [path.stem]


@each_template
def test_a_template_only_lays_out(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for banned in BANNED_IN_TEMPLATES:
        assert not re.search(banned, text), banned


@each_template
def test_every_word_of_a_template_comes_from_the_strings(path: Path) -> None:
    code_and_tags = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(\"[^\"]*\"|[^>\"])*>|&\w+;", re.DOTALL)
    assert re.findall(r"[^\W\d_]{2,}", code_and_tags.sub(" ", path.read_text(encoding="utf-8"))) == []


def literals() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return every string that may be a key, and every pattern of keys that is put together from parts."""
    whole: set[str] = set()
    patterns: set[str] = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (part.value if isinstance(part, ast.Constant) else None for part in node.values)
                patterns.add("".join(re.escape(str(part)) if part is not None else ".+" for part in parts))
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        whole |= set(re.findall(r"[\"']([\w.-]+)[\"']", text))
        for parts in re.findall(r"\bt\(([^(),]*~[^(),]*)", text):
            pieces = (piece.strip() for piece in parts.split("~"))
            patterns.add("".join(re.escape(piece[1:-1]) if piece[:1] in "\"'" else ".+" for piece in pieces))
    return whole, [re.compile(pattern) for pattern in patterns if re.search(r"[a-z]{3}", pattern)]


def test_the_strings_have_the_same_keys_in_both_languages() -> None:
    vietnamese, english = (read_strings(THEME / "strings" / f"{language}.yaml") for language in LANGUAGES)
    bare = {re.sub(r"\.(one|other)$", "", key) for key in english}
    assert {re.sub(r"\.(one|other)$", "", key) for key in vietnamese} == bare


def test_every_string_has_the_same_placeholders_in_both_languages() -> None:
    vietnamese, english = (read_strings(THEME / "strings" / f"{language}.yaml") for language in LANGUAGES)
    for key, words in english.items():
        named, others = (
            set(re.findall(r"\{(\w+)", text))
            for text in (words, vietnamese.get(key, vietnamese.get(key.removesuffix(".one") + ".other", "")))
        )
        assert named <= others if key.endswith(".one") else named == others, key  # "one award" needs no number


def test_every_string_is_used() -> None:
    whole, patterns = literals()
    used = [pattern.fullmatch for pattern in patterns] + [whole.__contains__]
    unused = {
        key
        for key in read_strings(THEME / "strings" / "vi.yaml")
        if not any(is_used(name) for is_used in used for name in (key, re.sub(r"(\.(one|other)|_(vi|en))$", "", key)))
    }
    assert sorted(unused) == []


def test_every_key_that_a_template_asks_for_is_there() -> None:
    words = load_strings(THEME / "strings")["vi"]
    calls = re.compile(r"\bt\(\"([\w.-]+)\"\s*[,)]")
    asked = {key for path in TEMPLATES for key in calls.findall(path.read_text(encoding="utf-8"))}
    assert sorted(key for key in asked if key not in words) == []


def test_the_messages_have_the_same_rules_and_parts_in_both_languages() -> None:
    vietnamese, english = (wording(language) for language in LANGUAGES)
    assert list(vietnamese) == list(english)
    for rule, parts in vietnamese.items():
        bare = {re.sub(r"-(one|other)$", "", part) for part in parts}
        assert bare == {re.sub(r"-(one|other)$", "", part) for part in english[rule]}, rule


def test_every_rule_of_the_messages_is_reported_somewhere() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    rules = [rule for rule, parts in wording("vi").items() if "problem" in parts]
    assert [rule for rule in rules if f'"{rule}"' not in sources] == []
