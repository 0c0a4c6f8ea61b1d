"""Redirects and withdrawals: what may be entered, what stands at the addresses, and how a record goes or moves."""

import re
from pathlib import Path

import pytest

from ceremony_archive.model.values import Bilingual, PartialDate
from ceremony_archive.problems import OutputError
from ceremony_archive.registers import Entered, add_redirect, add_withdrawal
from ceremony_archive.source.load import content_folder, list_files, read_records
from tests.conftest import GOLDEN
from tests.content_copy import BASE, ContentCopy
from tests.unit.checked_content import pointed_at, rules, told
from tests.unit.published_content import (
    FILE,
    OTHER,
    PAGE,
    PERMALINKS,
    RECORD,
    REDIRECTS,
    Site,
    change,
    facts,
    gone,
    publish,
    published,
    rename,
)

OLD = "ceremonies/2031-05-huyen-mau-hai-trao-giay-khen.html"
NOW = "ceremonies/2031-05-huyen-mau-hai-trao-thuong.html"
WITHDRAWN = ("ceremonies/2032-08-quan-mau-nam-hop-mat.html", "names/mau-van-rut.html")
BASE_PAGE = f"ceremonies/{Path(BASE).stem}.html"
REASON = Bilingual(vi="Nguồn đã đính chính.", en="The source was corrected.")
TODAY = PartialDate(2036, 12, 1)


def entry(address: str, to: str) -> str:
    return f'  - {{address: {address}, to: {to}, date: "2036", reason: Thử.}}\n'


def enter(content: ContentCopy, *entries: str, withdrawals: str = "") -> None:
    content.put(REDIRECTS, "redirects:\n" + "".join(entries) + (f"withdrawals:\n{withdrawals}" if withdrawals else ""))


def known(content: ContentCopy, *addresses: str) -> None:
    content.put(PERMALINKS, "addresses:\n" + "".join(f"  {address}: 2031-mau\n" for address in sorted(addresses)))


def redirect(content: ContentCopy, address: str, to: str) -> Entered:
    return add_redirect(content.folder, address, to, reason=REASON, date=TODAY)


def withdraw(content: ContentCopy, what: str, title: Bilingual | None = None) -> Entered:
    return add_withdrawal(content.folder, what, reason=REASON, date=TODAY, title=title)


def rules_of(entered: Entered) -> list[str]:
    return [problem.rule for problem in entered.problems]


def words(page: bytes) -> str:
    main = page.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


# What may be entered.


@pytest.mark.parametrize(
    "address",
    [
        "/a.html",
        "en/a.html",
        "a//b.html",
        "../a.html",
        "a/../b.html",
        "A.html",
        "https://a.example/a.html",
        "data/a.csv",
        "a",
    ],
)
def test_a_redirect_is_of_a_page_below_the_root_of_a_language(content: ContentCopy, address: str) -> None:
    known(content, OLD, *WITHDRAWN)
    enter(content, entry(address, NOW))
    (problem,) = told(content, "address-format")
    assert pointed_at(problem) == address


def test_a_file_may_be_withdrawn_without_a_page(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    data = f"data/ceremonies/{RECORD}.json"
    assert withdraw(content, data).problems == ()
    (problem,) = gone(content)
    assert data not in problem.arguments["addresses"]
    assert withdraw(content, RECORD).addresses == (PAGE, "names/letters/q.html", "names/quan-uy-mau-bon.html")
    assert data not in publish(content).files


@pytest.mark.parametrize(
    ("entries", "pointed", "reason", "suggestion"),
    [
        ([entry("a.html", "b.html"), entry("b.html", NOW)], "b.html", "target-redirected", NOW),
        (
            [entry("a.html", "b.html"), entry("b.html", "c.html"), entry("c.html", NOW)],
            "b.html",
            "target-redirected",
            NOW,
        ),
        ([entry("a.html", "a.html")], "a.html", "target-circle", ""),
        ([entry("a.html", "b.html"), entry("b.html", "a.html")], "b.html", "target-circle", ""),
        ([entry("a.html", WITHDRAWN[0])], WITHDRAWN[0], "target-withdrawn", ""),
        ([entry("a.html", "names/nobody-at-all.html")], "names/nobody-at-all.html", "target-missing", ""),
        (
            [entry("a.html", NOW.replace("2031-05", "2031-06"))],
            NOW.replace("2031-05", "2031-06"),
            "target-missing",
            NOW,
        ),
    ],
)
def test_a_redirect_leads_to_content_in_one_step(
    content: ContentCopy, entries: list[str], pointed: str, reason: str, suggestion: str
) -> None:
    known(content, "a.html", "b.html", "c.html", WITHDRAWN[0])
    enter(content, *entries, withdrawals=f'  - {{addresses: [{WITHDRAWN[0]}], date: "2036", reason: Thử.}}\n')
    problem = told(content, "redirect-to-nowhere")[0]
    assert pointed_at(problem) == pointed
    assert (problem.arguments["reason"], problem.arguments["suggestion"]) == (reason, suggestion)


def test_a_redirect_to_a_record_that_cannot_be_read_is_not_told_too(content: ContentCopy) -> None:
    content.put("ceremonies/2031/2031-05-huyen-mau-hai-trao-thuong.md", "not yet\n")
    assert "redirect-to-nowhere" not in rules(content)


def test_an_address_has_one_entry_also_within_one_withdrawal(content: ContentCopy) -> None:
    listed = ", ".join((*WITHDRAWN, WITHDRAWN[0]))
    enter(content, entry(OLD, NOW), withdrawals=f'  - {{addresses: [{listed}], date: "2036", reason: Thử.}}\n')
    assert [pointed_at(problem) for problem in told(content, "redirect-twice")] == [WITHDRAWN[0]]


def test_an_unreadable_register_of_addresses_makes_none_unknown(content: ContentCopy) -> None:
    content.put(PERMALINKS, "addresses: [\n")
    assert rules(content) == {"unclosed-bracket"}


# What stands at the addresses.


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the golden site with a redirect and a withdrawal at addresses of other depths."""
    content = ContentCopy.of(GOLDEN, tmp_path_factory.mktemp("redirects") / "content")
    known(content, OLD, *WITHDRAWN, "old.html", "awards/x/2020.html", "names/letters/f.html")
    enter(
        content,
        entry(OLD, NOW),
        entry("old.html", "sources.html"),
        entry("awards/x/2020.html", "awards/huy-chuong-mau.html"),
        withdrawals='  - {addresses: [names/letters/f.html], date: "2036", reason: Thử.}\n'
        f"  - addresses: [{WITHDRAWN[0]}, {WITHDRAWN[1]}]\n"
        '    date: "2036-07"\n    title: {vi: Họp mặt <mẫu>}\n'
        "    reason: {vi: Nguồn đính chính., en: Corrected & gone.}\n",
    )
    return publish(content)


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(
    ("address", "link", "target"),
    [
        (OLD, "2031-05-huyen-mau-hai-trao-thuong.html", NOW),
        ("old.html", "sources.html", "sources.html"),
        ("awards/x/2020.html", "../huy-chuong-mau.html", "awards/huy-chuong-mau.html"),
    ],
)
def test_a_page_that_moved_leads_on_from_any_depth(
    site: Site, prefix: str, address: str, link: str, target: str
) -> None:
    page = site.files[prefix + address].decode()
    assert f'<meta http-equiv="refresh" content="0; url={link}">' in page
    assert f'<link rel="canonical" href="{site.archive.site.url}/{prefix}{target}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert f'<a class="link" href="{link}"' in page


def test_a_page_that_moved_names_where_to_since_when_and_why(site: Site) -> None:
    assert words(site.files[OLD]).endswith("Trang mới Huyện Mẫu Nhì trao Bằng khen mẫu Từ năm 2036 Lý do Thử.")
    assert words(site.files["en/old.html"]).endswith("New page en/sources.html Since 2036 Reason Thử.")
    assert '<span lang="vi">Thử.</span>' in site.files["en/old.html"].decode()


@pytest.mark.parametrize("address", WITHDRAWN)
def test_a_withdrawn_page_says_what_it_was_since_when_and_why(site: Site, address: str) -> None:
    shown = words(site.files[address])
    assert "Nội dung đã rút Họp mặt &lt;mẫu&gt; Từ tháng 7 năm 2036 Lý do Nguồn đính chính." in shown
    page = site.files[f"en/{address}"].decode()
    assert "Since July 2036 Reason Corrected &amp; gone." in words(page.encode())
    assert '<a class="link" href="../corrections.html#withdrawn">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "refresh" not in page
    assert f'<link rel="canonical" href="{site.archive.site.url}/en/{address}">' in page


def test_a_withdrawal_need_not_say_what_it_was(site: Site) -> None:
    assert "Nội dung đã rút" not in words(site.files["names/letters/f.html"])
    assert 'href="../../corrections.html#withdrawn"' in site.files["names/letters/f.html"].decode()


def test_what_has_gone_is_in_no_sitemap_and_no_feed(site: Site) -> None:
    listed = b"".join(site.files[name] for name in ("sitemap.xml", "feeds/ceremonies.atom", "feeds/ceremonies.en.atom"))
    assert [address for address in (OLD, *WITHDRAWN, "names/letters/f.html") if address.encode() in listed] == []


# How the tasks enter them.


def test_an_entry_is_added_in_the_canonical_form_and_what_is_there_stays(content: ContentCopy) -> None:
    published(content)
    rename(content, "2032-11-quan-mau-bon-huy-hieu-dang")
    before = (content.folder / REDIRECTS).read_text(encoding="utf-8")
    entered = redirect(content, PAGE, "ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html")
    assert entered == Entered(addresses=(PAGE,), to="ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html")
    added = (
        f"\n  - address: {PAGE}\n"
        "    to: ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html\n"
        '    date: "2036-12-01"\n'
        "    reason: {vi: Nguồn đã đính chính., en: The source was corrected.}\n"
    )
    assert (content.folder / REDIRECTS).read_text(encoding="utf-8") == before.replace(
        "\nwithdrawals", added + "\nwithdrawals"
    )
    assert rules(content) == set()


def test_an_address_may_be_given_as_a_reader_sees_it(content: ContentCopy) -> None:
    published(content)
    url = facts(content).archive.site.url
    rename(content, "2032-11-quan-mau-bon-huy-hieu-dang")
    entered = redirect(content, f"{url}/en/{PAGE}#awards", "/ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html")
    assert entered == Entered(addresses=(PAGE,), to="ceremonies/2032-11-quan-mau-bon-huy-hieu-dang.html")


@pytest.mark.parametrize(
    ("address", "to", "expected"),
    [
        ("names/never-was.html", NOW, ["redirect-unknown-address"]),
        (PAGE, "names/nobody.html", ["redirect-hides-page", "redirect-to-nowhere"]),
        (OLD, BASE_PAGE, ["redirect-twice"]),
        ("../x.html", NOW, ["address-format"]),
        (PAGE, "", ["redirect-hides-page"]),
    ],
)
def test_what_a_check_would_refuse_is_not_written(
    content: ContentCopy, address: str, to: str, expected: list[str]
) -> None:
    published(content)
    before = (content.folder / REDIRECTS).read_bytes()
    assert rules_of(redirect(content, address, to)) == expected
    assert (content.folder / REDIRECTS).read_bytes() == before


def test_a_reason_without_words_is_not_written(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    entered = add_withdrawal(content.folder, RECORD, reason=Bilingual(vi=" "), date=TODAY)
    assert rules_of(entered) == ["empty-value"]


def test_problems_elsewhere_do_not_keep_an_entry_out(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    content.put(BASE, "broken\n")
    assert withdraw(content, RECORD).problems == ()
    assert gone(content) == []


def test_a_register_that_cannot_be_read_is_told_and_left(content: ContentCopy) -> None:
    content.put(REDIRECTS, "redirects: [\n")
    assert rules_of(redirect(content, OLD, NOW)) == ["unclosed-bracket"]
    assert (content.folder / REDIRECTS).read_bytes() == b"redirects: [\n"


def test_a_comment_between_the_entries_is_not_lost(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    change(content, REDIRECTS, lambda text: text.replace("\nwithdrawals", "\n# see the letter\nwithdrawals"))
    with pytest.raises(OutputError) as stopped:
        withdraw(content, RECORD)
    assert stopped.value.stop == "register-with-comments"
    assert stopped.value.words["file"].endswith("redirects.yaml:10")
    assert "# see the letter" in (content.folder / REDIRECTS).read_text(encoding="utf-8")


def test_a_page_that_moves_twice_leaves_no_chain(content: ContentCopy) -> None:
    publish(content)
    record = content.folder / "ceremonies/2031/2031-05-huyen-mau-hai-trao-thuong.md"
    record.rename(record.with_name("2031-05-b.md"))
    entered = redirect(content, NOW, "ceremonies/2031-05-b.html")
    assert entered == Entered(addresses=(NOW,), to="ceremonies/2031-05-b.html", also=(OLD,))
    assert told(content, "redirect-to-nowhere") == []
    assert {r.to for r in facts(content).archive.redirects.redirects} == {"ceremonies/2031-05-b.html"}


def test_a_page_that_moves_back_is_no_redirect_any_more(content: ContentCopy) -> None:
    known(content, OLD, NOW, *WITHDRAWN)
    record = content.folder / "ceremonies/2031/2031-05-huyen-mau-hai-trao-thuong.md"
    record.rename(record.with_name("2031-05-huyen-mau-hai-trao-giay-khen.md"))
    assert redirect(content, NOW, OLD) == Entered(addresses=(NOW,), to=OLD)
    assert [(r.address, r.to) for r in facts(content).archive.redirects.redirects] == [(NOW, OLD)]


def test_what_led_to_a_withdrawn_page_is_withdrawn_with_it(content: ContentCopy) -> None:
    known(content, OLD, NOW, *WITHDRAWN)
    content.remove("ceremonies/2031/2031-05-huyen-mau-hai-trao-thuong.md")
    assert withdraw(content, NOW) == Entered(addresses=(NOW,), also=(OLD,))
    register = facts(content).archive.redirects
    assert register.redirects == ()
    assert register.withdrawals[-1].addresses == (NOW, OLD)


def test_a_record_that_is_still_there_is_not_withdrawn(content: ContentCopy) -> None:
    published(content)
    assert rules_of(withdraw(content, RECORD)) == ["redirect-hides-page"]


def test_a_record_that_never_was_is_not_withdrawn(content: ContentCopy) -> None:
    published(content)
    assert rules_of(withdraw(content, "2032-never-was")) == ["redirect-unknown-address"]


# How a record goes, and how it moves.


def test_a_record_is_deleted_named_withdrawn_and_leaves_a_page(content: ContentCopy) -> None:
    publish(content)
    content.remove(FILE)
    (problem,) = gone(content)
    assert (problem.arguments["owner"], pointed_at(problem)) == (RECORD, PAGE)
    entered = withdraw(content, RECORD, Bilingual(vi="Trao Huy hiệu Đảng (mẫu)"))
    assert entered.addresses == (
        PAGE,
        f"data/ceremonies/{RECORD}.json",
        "names/letters/q.html",
        "names/quan-uy-mau-bon.html",
    )
    site = publish(content)
    for address in (PAGE, f"en/{PAGE}", "names/letters/q.html", "en/names/quan-uy-mau-bon.html"):
        assert "Trao Huy hiệu Đảng (mẫu)" in words(site.files[address])
    assert f"data/ceremonies/{RECORD}.json" not in site.files
    assert rules(content) == set()


def test_a_record_is_renamed_named_redirected_and_leads_on(content: ContentCopy) -> None:
    publish(content)
    new = "2033-03-quan-mau-nam-tong-ket-cong-tac-2032"
    old = Path(OTHER).stem
    (content.folder / OTHER).rename((content.folder / OTHER).with_name(f"{new}.md"))
    change(content, "entities/organizations.yaml", lambda text: text.replace(old, new))
    (problem,) = gone(content)
    assert (problem.arguments["owner"], problem.arguments["suggestion"]) == (old, f"ceremonies/{new}.html")
    assert redirect(content, problem.arguments["address"], problem.arguments["suggestion"]).problems == ()
    site = publish(content)
    assert f"url={new}.html" in site.files[f"ceremonies/{old}.html"].decode()
    assert f"data/ceremonies/{new}.json" in site.files
    assert rules(content) == set()


def test_a_name_that_comes_again_asks_for_its_page_back(content: ContentCopy) -> None:
    published(content)
    content.change_fields("organizers: [Mẫu Văn Rút]\n".encode())
    assert [pointed_at(problem) for problem in told(content, "redirect-hides-page")] == ["names/mau-van-rut.html"]


def test_the_register_of_redirects_is_read_as_it_was_written(content: ContentCopy) -> None:
    published(content)
    content.remove(FILE)
    tricky = Bilingual(vi='Nguồn: "đính chính" #2, {xem} [a]: \\ 50%', en="- yes")
    assert add_withdrawal(content.folder, RECORD, reason=tricky, date=TODAY).problems == ()
    folder = content_folder(content.folder)
    records, problems = read_records(folder, list_files(folder)[0], lambda done, total: None)
    assert problems == []
    assert records.redirects.withdrawals[-1].reason == tricky
