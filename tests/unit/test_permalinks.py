"""The register of every address ever published: how it is read, what a build adds, what may not vanish from it."""

import errno
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceremony_archive.checks import address_vanished
from ceremony_archive.model.permalink_text import canonical_addresses, comment_of, permalink_text
from ceremony_archive.model.register import PermalinkRegister
from ceremony_archive.output import disk
from ceremony_archive.output.permalinks import (
    published_addresses,
    refuse_loss,
    register_lock,
    with_new_addresses,
    write_register,
)
from ceremony_archive.problems import AddressLost, ContentChanged, OutputError
from ceremony_archive.source.document import Document
from ceremony_archive.source.formatting import formatted
from ceremony_archive.source.load import content_folder, read_permalinks
from ceremony_archive.source.permalinks import address_position, canonical_register
from ceremony_archive.source.schema import bind
from ceremony_archive.source.text import source_text
from ceremony_archive.source.yaml_tree import REGISTER_NODES, read_tree
from tests.content_copy import BASE, ContentCopy
from tests.unit.checked_content import pointed_at, rules, told
from tests.unit.published_content import (
    FILE,
    OTHER,
    PAGE,
    PERMALINKS,
    RECORD,
    REDIRECTS,
    change,
    facts,
    gone,
    publish,
    published,
    rename,
)

COMMENT = "# Địa chỉ\n# Addresses\n\n"
TEXT = COMMENT + (
    "addresses:\n"
    "  ceremonies/2031-mau.html: 2031-mau\n"
    "  index.html: site.yaml\n"
    "  names/mau-van-thu.html: undated-mau-hai\n"
    "  people/person-0001.html: entities/people.yaml\n"
)
ADDRESSES = {
    "ceremonies/2031-mau.html": "2031-mau",
    "index.html": "site.yaml",
    "names/mau-van-thu.html": "undated-mau-hai",
    "people/person-0001.html": "entities/people.yaml",
}

components = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}", fullmatch=True)
addresses = st.builds(lambda folder, name: f"x{folder}/y{name}.html", components, components)
owners = st.one_of(
    components.map(lambda words: f"2031-03-a{words}"),
    st.sampled_from(["site.yaml", "vocabularies/awards.yaml", "pages/about.md", "yes", "a: b", 'a "b" \\c']),
)


def read_slowly(text: str) -> tuple[PermalinkRegister | None, Document]:
    source = source_text("x", text)
    tree, problems = read_tree(source, source.text, 1, REGISTER_NODES)
    assert tree is not None, problems
    return bind(source, tree, PermalinkRegister)[0], Document(source, tree)


def test_the_canonical_text_has_a_line_for_each_address() -> None:
    assert permalink_text(COMMENT, dict(reversed(ADDRESSES.items()))) == TEXT
    assert permalink_text("", {}) == "addresses: {}\n"


def test_the_canonical_text_is_read_at_once() -> None:
    assert canonical_addresses(TEXT) == ADDRESSES
    assert canonical_addresses(TEXT.removeprefix(COMMENT)) == ADDRESSES


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "addresses: {}\n",
            "addresses:\n",
            TEXT + "\n",
            TEXT.rstrip("\n"),
            TEXT.replace("\n", "\r\n"),
            " " + TEXT,
        ),
        TEXT.replace("addresses:\n", "addresses:\n\n"),
        TEXT.replace("  index", "   index"),
        TEXT.replace("index.html: site", "index.html:  site"),
        TEXT.replace("index.html", "zindex.html"),
        TEXT.replace("index.html", "ceremonies/2031-mau.html"),
        TEXT.replace("index.html", "Index.html"),
        TEXT.replace("index.html", "en/index.html"),
        TEXT.replace("index.html", "i/../index.html"),
        TEXT.replace("index.html", '"index.html"'),
        TEXT.replace("site.yaml", "site.yaml # x"),
        TEXT.replace("site.yaml", "2031"),
        TEXT.replace("addresses:", "adresses:"),
        TEXT + "other: x\n",
        TEXT.replace("ceremonies/2031", "c" * 500 + "/2031"),
    ],
)
def test_any_other_text_is_left_to_the_reader_that_tells_what_is_wrong(text: str) -> None:
    assert canonical_addresses(text) is None


@given(st.dictionaries(addresses, owners, min_size=1, max_size=20))
def test_both_readers_read_what_is_written(published: dict[str, str]) -> None:
    text = permalink_text(COMMENT, published)
    register, _ = read_slowly(text)
    assert register == PermalinkRegister(addresses=published)
    assert canonical_addresses(text) in (published, None)
    assert permalink_text(comment_of(text), published) == text


def test_the_canonical_text_is_the_one_of_all_our_lists() -> None:
    assert formatted(TEXT, PermalinkRegister) == TEXT
    empty = permalink_text(COMMENT, {})
    assert formatted(empty, PermalinkRegister) == empty


def test_both_readers_point_at_the_same_place(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yaml").write_text(TEXT, encoding="utf-8")
    found = canonical_register(tmp_path / "permalinks.yaml", "x")
    assert found is not None
    _, slow = read_slowly(TEXT)
    for address in ADDRESSES:
        assert address_position(found[1], address) == address_position(slow, address)
    assert address_position(slow, "index.html").line == 6


def test_a_comment_with_hidden_characters_is_left_to_the_reader_that_tells(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yaml").write_text("# a\u200bb\n\n" + TEXT.removeprefix(COMMENT), encoding="utf-8")
    assert canonical_register(tmp_path / "permalinks.yaml", "x") is None


def test_a_build_adds_what_is_new_and_leaves_what_is_there() -> None:
    register = PermalinkRegister(addresses={"index.html": "registers/redirects.yaml"})
    grown = with_new_addresses(register, {"index.html": "site.yaml", "a.html": "2031-a"})
    assert grown == PermalinkRegister(addresses={"index.html": "registers/redirects.yaml", "a.html": "2031-a"})
    assert with_new_addresses(register, {"index.html": "site.yaml"}) is None
    without = with_new_addresses(register, {}, excused={"index.html"})
    assert without is not None
    assert dict(without.addresses) == {}


def test_each_page_is_listed_once_and_each_other_file_that_somebody_may_link_to(content: ContentCopy) -> None:
    site = publish(content)
    listed = published_addresses(site.archive, [*site.files, "manifest-sha256.txt", "content-manifest-sha256.txt"])
    pages = {path for path in site.files if path.endswith(".html")}
    assert {address for address in listed if address.endswith(".html")} == {p for p in pages if not p.startswith("en/")}
    others = {path for path in listed if not path.endswith(".html")}
    assert {"sitemap.xml", "robots.txt", "feeds/ceremonies.atom", f"data/ceremonies/{RECORD}.json"} <= others
    assert others == {path for path in site.files if path not in pages and not path.startswith("theme/")}
    assert (listed["robots.txt"], listed[f"data/ceremonies/{RECORD}.json"]) == ("site.yaml", RECORD)


def test_a_build_writes_the_register_and_the_next_one_finds_nothing_new(content: ContentCopy) -> None:
    before = (content.folder / PERMALINKS).read_text(encoding="utf-8")
    publish(content)
    text = (content.folder / PERMALINKS).read_text(encoding="utf-8")
    assert comment_of(text) == comment_of(before) != ""
    assert canonical_addresses(text) == dict(read_permalinks(content_folder(content.folder)).addresses)
    at = (content.folder / PERMALINKS).stat().st_mtime_ns
    publish(content)
    assert (content.folder / PERMALINKS).stat().st_mtime_ns == at
    assert rules(content) == set()


def test_a_comment_behind_a_byte_order_mark_is_kept(content: ContentCopy) -> None:
    content.put(PERMALINKS, "\ufeff# Mẫu\r\naddresses: {}\r\n")
    write_register(content.folder, PermalinkRegister(addresses=ADDRESSES))
    text = (content.folder / PERMALINKS).read_bytes().decode()
    assert text == permalink_text("# Mẫu\n\n", ADDRESSES)


def test_a_register_that_cannot_be_written_stays_as_it_is(
    content: ContentCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = (content.folder / PERMALINKS).read_bytes()
    monkeypatch.setattr(disk, "rename", refuse)
    with pytest.raises(OutputError) as stopped:
        write_register(content.folder, PermalinkRegister(addresses=ADDRESSES))
    assert (stopped.value.stop, stopped.value.words["reason"]) == ("content-unwritable", "disk-full")
    assert (content.folder / PERMALINKS).read_bytes() == before
    assert sorted(path.name for path in (content.folder / "registers").iterdir()) == [
        "permalinks.yaml",
        "redactions.yaml",
        "redirects.yaml",
    ]


def test_what_a_killed_process_left_beside_the_register_harms_nobody(content: ContentCopy) -> None:
    content.put("registers/.permalinks.yaml.new", b"addresses:\n  names/half")
    assert rules(content) == set()
    publish(content)
    assert not (content.folder / "registers/.permalinks.yaml.new").exists()


def test_the_register_is_one_writer_s_at_a_time(content: ContentCopy) -> None:
    order: list[str] = []

    def other() -> None:
        with register_lock(content.folder):
            order.append("other")

    with register_lock(content.folder):
        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.05)
        order.append("first")
    thread.join()
    assert order == ["first", "other"]


def test_a_register_that_was_broken_while_building_is_told(content: ContentCopy) -> None:
    content.put(PERMALINKS, "addresses: [\n")
    with pytest.raises(ContentChanged):
        read_permalinks(content_folder(content.folder))


def test_a_site_that_lacks_a_published_file_is_refused(content: ContentCopy) -> None:
    site = publish(content)
    register = facts(content).permalinks
    twin_gone = site.files.keys() - {"en/about.html"}
    feed_gone = site.files.keys() - {"feeds/ceremonies.atom"}
    refuse_loss(site.archive, register, site.files.keys())
    for paths, lost in ((twin_gone, "about.html"), (feed_gone, "feeds/ceremonies.atom")):
        with pytest.raises(AddressLost) as stopped:
            refuse_loss(site.archive, register, paths)
        assert [fault.file for fault in stopped.value.faults] == [lost]
        refuse_loss(site.archive, register, paths, excused={lost})


# What may not vanish.


def test_a_record_that_was_deleted_is_told_once_with_all_that_went_with_it(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    (problem,) = gone(content)
    assert pointed_at(problem) == PAGE
    assert problem.position.file == f"content/{PERMALINKS}"
    assert (problem.arguments["owner"], problem.arguments["reason"]) == (RECORD, "record-gone")
    assert (problem.arguments["count"], problem.arguments["suggestion"]) == ("4", "")
    assert problem.arguments["addresses"] == (
        f"`{PAGE}`, `data/ceremonies/{RECORD}.json`, `names/letters/q.html`, `names/quan-uy-mau-bon.html`"
    )


@pytest.mark.parametrize(
    "new",
    [
        "2032-11-08-quan-mau-bon-huy-hieu-dang",
        "2032-11-07-quan-mau-bon-trao-huy-hieu",
        "2032-11-quan-mau-bon-huy-hieu-dang-dot-7-11",
        "2032-quan-mau-bon-ky-niem",
    ],
)
def test_a_record_that_was_renamed_is_suggested(content: ContentCopy, new: str) -> None:
    published(content)
    rename(content, new)
    (problem,) = gone(content)
    assert problem.arguments["suggestion"] == f"ceremonies/{new}.html"


def test_a_new_record_of_another_place_is_not_suggested(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    other = (content.folder / BASE).read_text(encoding="utf-8")
    content.put(
        "ceremonies/2032/2032-11-07-huyen-mau-mot-hop-ban.md", other.replace('date: "2031-03-14"', 'date: "2032-11-07"')
    )
    (problem,) = gone(content)
    assert problem.arguments["suggestion"] == ""


def test_a_place_is_the_same_by_whole_words(content: ContentCopy) -> None:
    page = "ceremonies/2032-11-07-quan-mau-bong-ky-niem.html"
    change(content, PERMALINKS, lambda text: f"{text}  {page}: 2032-11-07-quan-mau-bong-ky-niem\n")
    (problem,) = gone(content)
    assert problem.arguments["suggestion"] == ""


def test_a_corrected_name_is_told_with_the_new_one_of_the_same_record(content: ContentCopy) -> None:
    published(content)
    change(content, OTHER, lambda text: text.replace("Lý Văn Thử", "Lý Văn Thửa"))
    (problem,) = gone(content)
    assert (problem.arguments["reason"], problem.arguments["count"]) == ("entry-gone", "1")
    assert problem.arguments["addresses"] == "`names/ly-van-thu.html`"
    assert problem.arguments["suggestion"] == "names/ly-van-thua.html"


def test_a_name_of_another_record_is_never_suggested(content: ContentCopy) -> None:
    published(content)
    change(content, OTHER, lambda text: text.replace("Lý Văn Thử", "Phan Thị Mẫu"))
    change(content, FILE, lambda text: text.replace("[Quận ủy Mẫu Bốn]", "[Quận ủy Mẫu Bốn, Lý Văn Thửa]"))
    (problem,) = gone(content)
    assert problem.arguments["suggestion"] == ""


def test_an_entry_that_was_taken_out_of_a_list_is_told(content: ContentCopy) -> None:
    published(content)
    content.put("entities/organizations.yaml", "organizations: []\n")
    told_of = [(problem.arguments["owner"], problem.arguments["address"]) for problem in gone(content)]
    assert told_of == [
        ("entities/organizations.yaml", "organizations/org-0001.html"),
        ("entities/organizations.yaml", "organizations/org-0002.html"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"---\ntitle: [\n---\n\nA\n",
        b"no front matter",
        b"---\ntitle: {vi: A}\nkind: \n---\n\nA\n",
        b"\xff\xfe\x00",
    ],
)
def test_a_record_that_cannot_be_read_has_not_vanished(content: ContentCopy, broken: bytes) -> None:
    published(content)
    content.put(FILE, broken)
    assert gone(content) == []
    assert not content.report().is_clean


def test_a_record_behind_a_link_or_with_another_ending_has_not_vanished(content: ContentCopy) -> None:
    published(content)
    content.link(FILE, "/etc/hostname")
    assert gone(content) == []
    content.remove(FILE)
    content.put(FILE.replace(".md", ".markdown"), "x")
    assert gone(content) == []


@pytest.mark.parametrize("file", ["entities/people.yaml", "pages/about.md", REDIRECTS])
@pytest.mark.parametrize("broken", [b"people: [\n", b"", None])
def test_a_list_that_cannot_be_read_takes_nothing_away(content: ContentCopy, file: str, broken: bytes | None) -> None:
    published(content)
    content.remove(file)
    if broken is not None:
        content.put(file, broken)
    assert gone(content) == []
    assert not content.report().is_clean


def test_a_mistake_among_the_redirects_does_not_make_their_addresses_vanish(content: ContentCopy) -> None:
    published(content)
    change(content, REDIRECTS, lambda text: text.replace('date: "2034-07"', 'date: "7/2034"'))
    assert rules(content) == {"date-format"}


def test_a_record_that_is_gone_is_told_beside_the_mistakes_of_others(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    content.change_fields(b"kind: annual-reviw\ndate: 14/3/2031\n")
    assert rules(content) == {"address-vanished", "unknown-id", "date-format"}
    assert [problem.arguments["owner"] for problem in gone(content)] == [RECORD]


def test_an_address_that_is_withheld_is_excused(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    found = replace(facts(content), excused=("names/quan-uy-mau-bon.html",))
    (problem,) = address_vanished.check(found)
    assert problem.arguments["count"] == "3"


def test_a_register_with_the_marks_of_a_merge_is_told_at_their_line(content: ContentCopy) -> None:
    published(content)
    change(content, PERMALINKS, lambda text: text.replace("  404.html", "<<<<<<< ours\n  404.html"))
    content.remove(FILE)
    found = content.report().problems
    assert [(problem.rule, problem.position.line) for problem in found] == [("missing-colon", 5)]


def test_a_wrong_address_in_the_register_is_told_at_its_place(content: ContentCopy) -> None:
    published(content)
    change(content, PERMALINKS, lambda text: text.replace("  404.html", "  Names/404.html: site.yaml\n  404.html"))
    (problem,) = told(content, "address-format")
    assert pointed_at(problem) == "Names/404.html"
    assert problem.arguments["suggestion"] == "names/404.html"
