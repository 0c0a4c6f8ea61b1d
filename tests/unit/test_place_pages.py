"""The pages of districts and communes: what a place was, what became of it, what is on record and what is missing."""

from ceremony_archive.model.values import Language
from ceremony_archive.pages import places
from ceremony_archive.pages.page import Phrase
from ceremony_archive.pages.place import PlacePage
from ceremony_archive.pages.place_facts import PlaceAct, PlaceFact
from ceremony_archive.pages.place_history import PlaceForm
from ceremony_archive.pages.place_names import in_sentence
from ceremony_archive.pages.place_succession import PlaceEntry, PlaceGroup
from tests.unit.small_archive import vi
from tests.unit.small_places import place, place_context, place_page


def district(place_id: str, *held: tuple[str, str], language: Language = "vi") -> PlacePage:
    """Return what the page of a district or commune shows."""
    data = place_page(f"places/{place_id}.html", *held, language=language).data
    assert isinstance(data, PlacePage)
    return data


def test_a_district_says_until_when_it_was_and_where_its_territory_lies_today() -> None:
    shown = district("hcm-quan-11")
    assert shown.lead == (
        "Quận 11 là đơn vị cấp huyện (quận) của Thành phố Hồ Chí Minh cho đến hết ngày 30 tháng 6 năm 2025,"
        " khi cấp huyện kết thúc trên cả nước."
    )
    assert shown.facts == (
        PlaceFact("Cấp", (vi("quận"),)),
        PlaceFact("Mã đơn vị hành chính", (vi("772"),)),
        PlaceFact("Thuộc (khi ấy)", (place("Thành phố Hồ Chí Minh", "hcm"),)),
        PlaceFact("Địa bàn nay thuộc", (place("Thành phố Hồ Chí Minh", "hcm-2025"),)),
        PlaceFact("Từ ngày", (vi("có trước ngày 31-8-2004 (chưa rõ ngày lập)"),)),
        PlaceFact("Đến hết", (vi("30-6-2025"),)),
    )


def test_what_followed_a_district_is_grouped_by_how_much_of_it_each_commune_took() -> None:
    succession = district("hcm-quan-11", ("hcm-phuong-phu-tho", "2025-11-06")).succession
    assert succession.later_title == "Từ ngày 1-7-2025"
    assert succession.later_lead == "Địa bàn Quận 11 nay thuộc 2 đơn vị cấp xã của Thành phố Hồ Chí Minh."
    assert succession.later == (
        PlaceGroup(
            title="Nằm trọn trên địa bàn cũ",
            note="",
            entries=(PlaceEntry(place("Phường Phú Thọ", "hcm-phuong-phu-tho"), "1 buổi lễ"),),
        ),
        PlaceGroup(
            title="Gồm cả địa bàn của đơn vị cấp huyện khác",
            note="",
            entries=(PlaceEntry(vi("Phường Bình Thới"), "cùng với thành phố Thủ Đức"),),
        ),
        PlaceGroup(
            title="Chỉ nhận một phần",
            note="Chỉ nhận một phần của một xã, phường cũ; phần ấy có thể rất nhỏ.",
            entries=(PlaceEntry(vi("Phường Hòa Bình"), "cùng với Quận 10"),),
        ),
    )
    assert succession.is_derived


def test_the_ceremonies_of_units_before_and_after_stand_apart_from_its_own() -> None:
    held = (("hcm-quan-2", "2019"), ("hcm-thanh-pho-thu-duc", "2023"), ("hcm-phuong-binh-thoi", "2025-09"))
    shown = district("hcm-thanh-pho-thu-duc", *held)
    titles = [
        [item.ceremony.text.text for item in items]
        for items in (shown.ceremonies, shown.earlier_ceremonies, shown.later_ceremonies)
    ]
    assert titles == [
        ["Buổi lễ của hcm-thanh-pho-thu-duc"],
        ["Buổi lễ của hcm-quan-2"],
        ["Buổi lễ của hcm-phuong-binh-thoi"],
    ]
    assert shown.missing == ""


def test_a_commune_that_took_only_a_piece_lends_the_district_no_ceremony() -> None:
    assert district("hcm-quan-11", ("hcm-phuong-hoa-binh", "2025-09")).later_ceremonies == ()


def test_ceremonies_stand_newest_first() -> None:
    shown = district("hcm-quan-11", ("hcm-quan-11", "2021-01"), ("hcm-quan-11", "2023-02"), ("hcm-quan-11", "2022"))
    assert [item.date for item in shown.ceremonies] == ["2-2023", "2022", "1-2021"]


def test_a_district_without_a_ceremony_says_that_the_archive_has_none_and_not_that_none_was_held() -> None:
    assert district("hcm-quan-10").missing == (
        "Kho lưu trữ chưa có hồ sơ nào về lễ khen thưởng của Quận 10. Đó là chỗ còn thiếu của kho lưu trữ,"
        " không có nghĩa là nơi đây chưa từng tổ chức."
    )


def test_a_district_that_another_one_joined_names_it_though_only_the_other_says_so() -> None:
    assert district("cao-bang-huyen-ha-quang").succession.earlier == (
        PlaceGroup(
            title="Đơn vị cấp huyện đã nhập vào, toàn bộ hay một phần",
            note="",
            entries=(PlaceEntry(place("Huyện Thông Nông", "cao-bang-huyen-thong-nong"), ""),),
        ),
    )


def test_a_district_that_ended_before_the_others_went_to_districts() -> None:
    shown = district("hcm-quan-2")
    assert shown.lead == ("Quận 2 là đơn vị cấp huyện (quận) của Thành phố Hồ Chí Minh cho đến hết ngày 31-12-2020.")
    assert shown.succession.later_lead == "Địa bàn Quận 2 chuyển về 1 đơn vị cấp huyện."


def test_a_code_that_changed_stands_with_its_days_and_with_whose_code_it_was() -> None:
    facts = {fact.label: fact.values for fact in district("cao-bang-huyen-ha-quang").facts}
    assert facts["Mã đơn vị hành chính"] == (
        vi("044 (đến hết 31-7-2008)"),
        vi("045 (từ 1-8-2008, đến hết 30-6-2025)"),
    )
    others = {fact.label: fact.values for fact in district("hcm-thanh-pho-thu-duc").facts}
    assert others["Cùng mã số ấy còn có"] == (place("Quận 2", "hcm-quan-2"),)


def test_a_former_form_keeps_what_it_does_not_state_from_the_form_after_it() -> None:
    assert district("cao-bang-huyen-ha-quang").forms == (
        PlaceForm(
            name=Phrase("Huyện Hà Quảng", "vi"),
            level="huyện",
            code="044",
            province=place("Tỉnh Hà Tây", "ha-tay"),
            since="",
            until="31-7-2008",
            act="",
        ),
        PlaceForm(
            name=Phrase("Huyện Hà Quảng", "vi"),
            level="huyện",
            code="045",
            province=place("Tỉnh Cao Bằng", "cao-bang"),
            since="1-8-2008",
            until="30-6-2025",
            act="203/2025/QH15",
        ),
    )


def test_an_act_that_the_gazetteer_lacks_is_shown_by_its_number_only() -> None:
    assert district("hcm-thanh-pho-thu-duc").acts == (
        PlaceAct(effect="Lập đơn vị", number="1111/NQ-UBTVQH14"),
        PlaceAct(
            effect="Kết thúc đơn vị",
            number="203/2025/QH15",
            body=Phrase("Quốc hội", "vi"),
            issued="16-6-2025",
            applies_from="1-7-2025",
            subject=Phrase("kết thúc cấp huyện", "vi"),
            doubt=Phrase("Ngày chưa kiểm chứng.", "vi"),
        ),
        PlaceAct(
            effect="Sắp xếp cấp tỉnh",
            number="202/2025/QH15",
            body=Phrase("Quốc hội", "vi"),
            issued="",
            applies_from="1-7-2025",
            subject=Phrase("sắp xếp cấp tỉnh", "vi"),
        ),
        PlaceAct(effect="Sắp xếp cấp xã", number="1685/NQ-UBTVQH15"),
    )


def test_what_is_not_verified_is_said() -> None:
    assert [doubt.text for doubt in district("cao-bang-huyen-thong-nong").doubts] == [
        "Chưa tìm được văn bản lập đơn vị.",
        "Chưa lập được liên kết đến đơn vị có trước.",
        "Chưa tìm được văn bản kết thúc đơn vị.",
        "Các ngày trước tháng 9-2019 lấy theo danh mục mã số, thường muộn hơn văn bản từ một ngày đến vài tuần.",
    ]


def test_only_a_commune_with_a_ceremony_has_a_page() -> None:
    communes = {"places/hcm-phuong-phu-tho.html", "places/hcm-phuong-binh-thoi.html"}
    paths = {found.path for found in places.pages(place_context(("hcm-phuong-phu-tho", "2025-11-06")))}
    assert paths & communes == {"places/hcm-phuong-phu-tho.html"}


def test_a_commune_shows_the_ceremonies_of_the_district_before_it() -> None:
    shown = district("hcm-phuong-phu-tho", ("hcm-phuong-phu-tho", "2025-11-06"), ("hcm-quan-11", "2023-02"))
    assert [item.place for item in shown.earlier_ceremonies] == [place("Quận 11", "hcm-quan-11")]
    assert shown.succession.earlier[0].entries == (PlaceEntry(place("Quận 11", "hcm-quan-11"), "1 buổi lễ"),)


def test_an_english_page_keeps_the_vietnamese_level_beside_the_english_one() -> None:
    assert district("hcm-quan-11", language="en").lead == (
        "District 11 was a district-level unit (urban district, quận) of Ho Chi Minh City until 30 June 2025, when the"
        " district tier ended throughout the country."
    )


def test_a_page_names_the_records_that_it_is_made_from() -> None:
    held = (("hcm-quan-11", "2023-02"), ("hcm-phuong-phu-tho", "2025-11-06"), ("hcm-quan-10", "2024"))
    assert place_page("places/hcm-quan-11.html", *held).records == (
        "2023-02-hcm-quan-11",
        "2025-11-06-hcm-phuong-phu-tho",
    )


def test_a_level_word_is_small_within_a_sentence_unless_a_number_follows() -> None:
    names = ("Tỉnh Quảng Nam", "Huyện Nông Sơn", "Quận 11", "Thành phố Hồ Chí Minh", "Thành phố Thủ Đức")
    assert [in_sentence(Phrase(name, "vi")) for name in names] == [
        "tỉnh Quảng Nam",
        "huyện Nông Sơn",
        "Quận 11",
        "Thành phố Hồ Chí Minh",
        "thành phố Thủ Đức",
    ]
    assert in_sentence(Phrase("District 11", "en")) == "District 11"
