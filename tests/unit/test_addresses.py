"""The address of every page, known without making one page, and what must not have an address."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from ceremony_archive import pipeline
from ceremony_archive.model.address import bare_address, is_address, is_device, meeting_point
from ceremony_archive.model.archive import Archive, in_order
from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.pages.addresses import claims, collisions, page_addresses
from ceremony_archive.pages.page import Context
from ceremony_archive.pages.register_years import LONGEST_REGISTER
from ceremony_archive.pages.site import pages_of
from ceremony_archive.pages.strings import load_strings
from tests.conftest import GOLDEN
from tests.content_copy import ContentCopy
from tests.unit.checked_content import pointed_at, told

ROOT = Path(__file__).parents[2]
STRINGS = load_strings(ROOT / "themes" / "archive" / "strings")


@cache
def archive_of(content: Path) -> Archive:
    archive = pipeline.check(content).archive
    assert archive is not None
    return archive


def with_ceremonies(archive: Archive, *ceremonies: Ceremony) -> Archive:
    others = (c for c in archive.ceremonies if c.id not in {ceremony.id for ceremony in ceremonies})
    return replace(archive, ceremonies=in_order((*others, *ceremonies)))


def as_it_is(archive: Archive) -> Archive:
    return archive


def without_the_first_record(archive: Archive) -> Archive:
    return replace(archive, ceremonies=archive.ceremonies[1:])


def without_records(archive: Archive) -> Archive:
    return replace(archive, ceremonies=())


def with_a_name_more(archive: Archive) -> Archive:
    ceremony = archive.ceremonies[-1]
    return with_ceremonies(archive, replace(ceremony, organizers=(*ceremony.organizers, "Żółw Mẫu 3")))


def with_a_long_register(archive: Archive) -> Archive:
    ceremony = next(ceremony for ceremony in archive.ceremonies if any(a.conferred_by for a in ceremony.awards))
    return with_ceremonies(archive, replace(ceremony, awards=ceremony.awards * (LONGEST_REGISTER + 1)))


def without_redirects(archive: Archive) -> Archive:
    return replace(archive, redirects=replace(archive.redirects, redirects=(), withdrawals=()))


def without_verified_people(archive: Archive) -> Archive:
    return replace(archive, people={}, organizations={})


@pytest.mark.parametrize("content", [GOLDEN, ROOT / "content"], ids=["golden", "real"])
@pytest.mark.parametrize(
    "changed",
    [
        as_it_is,
        without_the_first_record,
        without_records,
        with_a_name_more,
        with_a_long_register,
        without_redirects,
        without_verified_people,
    ],
)
def test_the_addresses_are_those_of_the_pages(content: Path, changed: Callable[[Archive], Archive]) -> None:
    archive = changed(archive_of(content))
    pages = [page.path for page in pages_of(Context(archive=archive, language="vi", t=STRINGS["vi"]))]
    assert sorted(page_addresses(archive)) == sorted(pages)
    assert [pair for pair in collisions(archive) if pair] == []
    assert all(is_address(address) for address in pages)


def test_a_long_register_has_the_pages_of_its_years() -> None:
    archive = with_a_long_register(archive_of(GOLDEN))
    assert any(address.count("/") == 2 for address in page_addresses(archive) if address.startswith("awards/"))


def test_an_address_comes_from_its_record_its_list_or_the_site() -> None:
    addresses = page_addresses(archive_of(GOLDEN))
    first, commune = "2031-05-huyen-mau-hai-trao-thuong", "2036-10-01-xa-mau-chung-trao-thuong"
    owners = {
        f"ceremonies/{first}.html": first,
        "years/2036.html": "2036-01-27-phuong-mau-hanh-tong-ket-2035",
        "names/letters/q.html": "2032-11-07-quan-mau-bon-huy-hieu-dang",
        "places/mau-moi-xa-mau-chung.html": commune,
        "places/mau-cu-a.html": "entities/places.yaml",
        "people/person-0001.html": "entities/people.yaml",
        "awards/huy-chuong-mau.html": "vocabularies/awards.yaml",
        "awards/index.html": "site.yaml",
        "about.html": "pages/about.md",
        "names/mau-van-rut.html": "registers/redirects.yaml",
    }
    assert {address: addresses[address] for address in owners} == owners


def test_every_name_of_a_record_is_its_claim_once() -> None:
    names = [claim.address for claim in claims(archive_of(GOLDEN)) if claim.address.startswith("names/")]
    assert len(names) == len(set(names)) > 20


@pytest.mark.parametrize("name", ["Index", "INDEX", "Índex"])
def test_a_name_that_wants_the_page_of_the_list_is_told_with_both(content: ContentCopy, name: str) -> None:
    content.change_fields(f"officials: [{{name: {name}, took_part: [attended]}}]\n".encode())
    (problem,) = told(content, "address-collision")
    assert pointed_at(problem) == name
    assert (problem.arguments["address"], problem.arguments["reason"]) == ("names/index.html", "section-page")


@pytest.mark.parametrize("name", ["Côn", "NUL", "Com 1", "Aux."])
def test_a_name_that_windows_keeps_for_a_device_is_told(content: ContentCopy, name: str) -> None:
    content.change_fields(f'officials: [{{name: "{name}", took_part: [attended]}}]\n'.encode())
    told_of = told(content, "name-without-address")
    assert [pointed_at(problem).strip('"') for problem in told_of] == ([] if name == "Com 1" else [name])


@pytest.mark.parametrize(("length", "is_told"), [(150, False), (151, True)])
def test_a_name_may_be_as_long_as_a_file_name_can_bear(content: ContentCopy, length: int, is_told: bool) -> None:
    content.change_fields(f"officials: [{{name: {'Đ' * length}, took_part: [attended]}}]\n".encode())
    assert bool(told(content, "name-without-address")) == is_told


def test_an_id_is_never_that_of_a_device(content: ContentCopy) -> None:
    people = (content.folder / "entities/people.yaml").read_text(encoding="utf-8")
    content.put("entities/people.yaml", people.replace("id: person-0002", "id: lpt1"))
    assert [pointed_at(problem) for problem in told(content, "id-reserved")] == ["lpt1"]


@pytest.mark.parametrize(
    "address",
    ["a.html", "names/nguyen-van-a.html", "feeds/ceremonies.en.atom", "data/v1.2/x-y.csv", "awards/a/2020.html"],
)
def test_an_address_is_lower_case_components_and_an_ending(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "/a.html", "a//b.html", "../a.html", "a/../b.html", "./a.html", "a/.html", ".html", "a.html/"),
        *(
            "A.html",
            "â.html",
            "a b.html",
            "a_b.html",
            "a\\b.html",
            "a.html?x",
            "a.html#x",
            "a..html",
            "a-.html",
            "a.html\n",
        ),
        "a/" * 250 + "a.html",
    ],
)
def test_what_could_lead_elsewhere_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("names/a.html", "names/a.html"),
        ("/en/names/a.html", "names/a.html"),
        ("https://a.example/names/a.html#people", "names/a.html"),
        ("https://a.example/en/names/a.html?x=1", "names/a.html"),
        ("https://b.example/names/a.html", "https://b.example/names/a.html"),
        (" awards/ ", "awards/index.html"),
        ("/", "index.html"),
    ],
)
def test_an_address_may_be_typed_as_a_reader_sees_it(typed: str, meant: str) -> None:
    assert bare_address(typed, "https://a.example") == meant


def test_case_and_normal_form_do_not_tell_addresses_apart() -> None:
    assert meeting_point("names/HOA\u0300.html") == meeting_point("names/ho\u00e0.html")


def test_a_device_is_one_with_any_ending() -> None:
    assert [name for name in ("con", "nul.html", "com0", "lpt9", "cone", "con-1", "com10") if is_device(name)] == [
        "con",
        "nul.html",
        "com0",
        "lpt9",
    ]
