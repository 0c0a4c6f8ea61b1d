"""The pages of printed names and of verified people and organizations: a name is not a person."""

from ceremony_archive.model.values import Language
from ceremony_archive.pages import names, people
from ceremony_archive.pages.name import NamePage
from ceremony_archive.pages.name_mention import MentionItem, MentionMark, shortened
from ceremony_archive.pages.names import LetterPage, LetterRow, NameEntry, NamesPage
from ceremony_archive.pages.page import Page, Phrase
from ceremony_archive.pages.people import EntitiesPage, EntityPage
from tests.unit.small_archive import STRINGS, small_context, vi

PLACES = """
places:
  - id: hcm-quan-11
    kind: district
    level: quận
    name: Quận 11
    name_en: District 11
    valid_to: "2025-06-30"
"""

CEREMONIES = """
- id: 2023-02-quan-11
  title: {vi: Quận 11 tổng kết, en: District 11 reviews}
  date: "2023-02"
  kind: annual-review
  place: hcm-quan-11
  organizers: [UBND quận 11]
  summary: {vi: Tóm tắt., en: Summary.}
  officials:
    - name: Trương Quốc Lâm
      honorific: đồng chí
      role: Bí thư Quận ủy
      organization: Quận ủy quận 11
      took_part: [attended, spoke]
    - {role: lãnh đạo, organization: Sở Nội vụ TPHCM, took_part: [attended]}
  awards:
    - form: giay-khen
      scope: presented
      recipients:
        - {name: Nguyễn Thị Hạnh, kind: individual, honorific: bà, organization: UBND quận 11}
        - {name: Nguyễn Thị Hành, kind: individual, posthumous: "true", certainty: inferred}
    - form: giay-khen
      scope: proposed
      status: annulled
      annulment: {decision: 12/QĐ}
      recipients: [{name: Đỗ Văn An, kind: individual}]
  sources: [{id: bao, publisher: Báo Sài Gòn Giải Phóng, coverage: full}]
  story: {vi: <p>Chuyện.</p>}
- id: 2025-11-06-quan-11
  title: {vi: Quận 11 trao thưởng, en: District 11 presents}
  date: "2025-11-06"
  kind: annual-review
  place: hcm-quan-11
  organizers: [UBND quận 11]
  summary: {vi: Tóm tắt., en: Summary.}
  officials:
    - name: Trương Quốc Lâm
      name_as_printed: Truong Quoc Lam
      role: Bí thư Đảng ủy
      took_part: [spoke]
      certainty: inferred
    - {name: Nguyễn Thị Hạnh, role: Chủ tịch, took_part: [attended]}
  sources: [{id: bao, publisher: Báo Sài Gòn Giải Phóng, coverage: full}]
  story: {vi: <p>Chuyện.</p>}
"""

PEOPLE = """
people:
  - id: per-0001
    name: Trương Quốc Lâm
    variants: [Truong Quoc Lam]
    mentions:
      - {ceremony: 2023-02-quan-11, name: Trương Quốc Lâm, evidence: {vi: Chức vụ chỉ một người giữ.}}
  - id: per-0002
    name: Đỗ Văn An
    mentions:
      - {ceremony: 2023-02-quan-11, name: Đỗ Văn An, evidence: {vi: Người được nêu., en: The person named.}}
"""

ORGANIZATIONS = """
organizations:
  - id: org-0001
    name: UBND quận 11
    name_en: People's Committee of District 11
    place: hcm-quan-11
    mentions:
      - {ceremony: 2023-02-quan-11, name: UBND quận 11, evidence: {vi: Quận chỉ có một UBND., en: There is but one.}}
"""


def page(path: str, language: Language = "vi", people_list: str = PEOPLE) -> Page:
    """Return the page at the address."""
    made = small_context(
        language, places=PLACES, ceremonies=CEREMONIES, people=people_list, organizations=ORGANIZATIONS
    )
    return {found.path: found for found in (*names.pages(made), *people.pages(made))}[path]


def name_page(path: str, language: Language = "vi") -> NamePage:
    """Return what the page of a name shows."""
    data = page(path, language).data
    assert isinstance(data, NamePage)
    return data


DISTRICT = vi("Quận 11", "places/hcm-quan-11.html")


def test_names_that_differ_only_in_tone_share_a_page_and_stand_apart_on_it() -> None:
    shown = name_page("names/nguyen-thi-hanh.html")
    assert [(group.spelling.text, group.count) for group in shown.people] == [
        ("Nguyễn Thị Hành", "1 lần được nêu"),
        ("Nguyễn Thị Hạnh", "2 lần được nêu"),
    ]
    assert shown.name == Phrase("Nguyễn Thị Hành / Nguyễn Thị Hạnh", "vi")
    assert shown.may_be_several


def test_a_mention_says_when_where_and_as_what() -> None:
    first, second = name_page("names/truong-quoc-lam.html").people[0].mentions
    assert first == MentionItem(
        ceremony=vi("Quận 11 tổng kết", "ceremonies/2023-02-quan-11.html"),
        date="2-2023",
        machine_date="2023-02",
        place=DISTRICT,
        as_what="Tham gia theo chức vụ",
        honorific=Phrase("đồng chí", "vi"),
        role=Phrase("Bí thư Quận ủy", "vi"),
        organization=vi("Quận ủy quận 11", "names/quan-uy-quan-11.html"),
        parts="dự, phát biểu",
        awards=(),
        beside=None,
        printed=None,
        marks=(),
        entity=vi("Trương Quốc Lâm", "people/per-0001.html"),
    )
    assert (second.printed, second.marks, second.entity) == (
        Phrase("Truong Quoc Lam", "vi"),
        (MentionMark("suy luận", "inferred"),),
        None,
    )


def test_a_recipient_is_shown_with_the_award_its_scope_and_what_qualifies_it() -> None:
    (mention,) = name_page("names/nguyen-thi-hanh.html").people[0].mentions
    assert mention.as_what == "Được khen thưởng"
    assert mention.awards == (vi("Giấy khen", "awards/giay-khen.html"),)
    assert mention.marks == (
        MentionMark("trao tại buổi lễ", "plain"),
        MentionMark("truy tặng", "plain"),
        MentionMark("suy luận", "inferred"),
    )


def test_an_award_that_was_only_proposed_or_was_taken_back_says_so() -> None:
    (mention,) = name_page("names/do-van-an.html").people[0].mentions
    assert mention.marks == (
        MentionMark("đề nghị khen thưởng", "proposed"),
        MentionMark("đã bị hủy bỏ", "annulled"),
    )


def test_an_organization_is_shown_as_organizer_and_as_the_body_of_whoever_is_named_with_it() -> None:
    (group,) = name_page("names/ubnd-quan-11.html").organizations
    assert [(mention.as_what, mention.beside, mention.date) for mention in group.mentions] == [
        ("Đơn vị tổ chức", None, "2-2023"),
        ("Cơ quan, đơn vị của người được nêu", vi("Nguyễn Thị Hạnh", "names/nguyen-thi-hanh.html"), "2-2023"),
        ("Đơn vị tổ chức", None, "6-11-2025"),
    ]


def test_a_body_named_with_an_official_without_a_name_is_shown_with_the_role() -> None:
    (group,) = name_page("names/so-noi-vu-tphcm.html").organizations
    assert [mention.beside for mention in group.mentions] == [vi("lãnh đạo")]


def test_a_name_with_an_unverified_mention_is_kept_from_search_engines_and_the_verified_person_is_not() -> None:
    paths = ("names/truong-quoc-lam.html", "names/do-van-an.html", "people/per-0001.html", "names/letters/t.html")
    assert [page(path).is_indexed for path in paths] == [False, True, True, False]


def test_a_name_whose_mentions_are_all_of_one_verified_person_carries_no_warning() -> None:
    assert not name_page("names/do-van-an.html").may_be_several


def test_the_index_counts_names_of_people_apart_from_the_others_by_letter() -> None:
    data = page("names/index.html").data
    assert isinstance(data, NamesPage)
    assert data.letters == (
        LetterRow(letter=vi("Đ", "names/letters/dd.html"), people="1", organizations="0"),
        LetterRow(letter=vi("N", "names/letters/n.html"), people="2", organizations="0"),
        LetterRow(letter=vi("Q", "names/letters/q.html"), people="0", organizations="1"),
        LetterRow(letter=vi("S", "names/letters/s.html"), people="0", organizations="1"),
        LetterRow(letter=vi("T", "names/letters/t.html"), people="1", organizations="0"),
        LetterRow(letter=vi("U", "names/letters/u.html"), people="0", organizations="1"),
    )


def test_a_letter_lists_each_spelling_in_the_order_of_the_vietnamese_dictionary() -> None:
    data = page("names/letters/n.html").data
    assert isinstance(data, LetterPage)
    assert data.people == (
        NameEntry(vi("Nguyễn Thị Hành", "names/nguyen-thi-hanh.html"), ""),
        NameEntry(vi("Nguyễn Thị Hạnh", "names/nguyen-thi-hanh.html"), "2 lần được nêu"),
    )
    assert data.by_given_name == data.people
    assert data.organizations == ()


def test_the_bar_of_letters_has_the_vietnamese_alphabet_and_links_only_letters_with_names() -> None:
    data = page("names/letters/n.html").data
    assert isinstance(data, LetterPage)
    assert "".join(link.text.text for link in data.letters) == "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
    assert [link.text.text for link in data.letters if link.target] == ["Đ", "N", "Q", "S", "T", "U"]


def test_a_verified_person_has_every_mention_with_its_evidence_and_no_mention_of_a_namesake() -> None:
    data = page("people/per-0001.html").data
    assert isinstance(data, EntityPage)
    assert data.lead == "Cá nhân đã xác minh: 1 lần được nêu, tại 1 buổi lễ, 2023."
    assert [(group.evidence.text, [m.date for m in group.mentions]) for group in data.mentions] == [
        ("Chức vụ chỉ một người giữ.", ["2-2023"])
    ]
    assert data.variants == (Phrase("Truong Quoc Lam", "vi"),)
    assert data.printed_names == (vi("Trương Quốc Lâm", "names/truong-quoc-lam.html"),)


def test_mentions_in_one_record_share_the_evidence_that_covers_them() -> None:
    data = page("organizations/org-0001.html").data
    assert isinstance(data, EntityPage)
    assert [(group.evidence.text, len(group.mentions)) for group in data.mentions] == [("Quận chỉ có một UBND.", 2)]
    assert data.english_name == Phrase("People's Committee of District 11", "en")
    assert data.place == DISTRICT


def test_two_verified_people_of_one_name_lead_to_each_other_and_have_titles_of_their_own() -> None:
    namesake = PEOPLE + PEOPLE.replace("people:\n", "").replace("per-0001", "per-0003").replace("per-0002", "per-0004")
    found = page("people/per-0001.html", people_list=namesake)
    assert isinstance(found.data, EntityPage)
    assert found.title == "Trương Quốc Lâm (per-0001)"
    assert found.data.same_name == (vi("Trương Quốc Lâm", "people/per-0003.html"),)


def test_verified_people_are_listed_by_family_name_and_by_given_name() -> None:
    data = page("people/index.html").data
    assert isinstance(data, EntitiesPage)
    an = NameEntry(vi("Đỗ Văn An", "people/per-0002.html"), "1 lần được nêu")
    lam = NameEntry(vi("Trương Quốc Lâm", "people/per-0001.html"), "1 lần được nêu")
    assert (data.entries, data.by_given_name) == ((an, lam), (an, lam))


def test_only_verified_entities_are_described_for_machines_and_without_awards_that_do_not_stand() -> None:
    assert page("names/truong-quoc-lam.html").json_ld == ()
    assert page("people/per-0002.html").json_ld == (
        {"@type": "Person", "identifier": "per-0002", "name": "Đỗ Văn An", "url": "people/per-0002.html"},
    )
    assert page("organizations/org-0001.html").json_ld == (
        {
            "@type": "Organization",
            "identifier": "org-0001",
            "name": "UBND quận 11",
            "url": "organizations/org-0001.html",
            "alternateName": ["People's Committee of District 11"],
            "areaServed": {"@type": "AdministrativeArea", "name": "Quận 11"},
        },
    )


def test_an_english_page_marks_names_and_roles_as_vietnamese() -> None:
    mention = name_page("names/truong-quoc-lam.html", "en").people[0].mentions[0]
    assert (mention.as_what, mention.parts, mention.role) == (
        "Took part by office",
        f"{STRINGS['en']('part.attended')}, {STRINGS['en']('part.spoke')}",
        Phrase("Bí thư Quận ủy", "vi"),
    )


def test_a_long_name_is_cut_at_a_space() -> None:
    assert shortened("Ban Quản lý dự án đầu tư xây dựng", 20) == "Ban Quản lý dự án…"
    assert shortened("Quận 11", 20) == "Quận 11"
