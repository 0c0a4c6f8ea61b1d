"""The pages of provinces, and the index of both maps: that until 30 June 2025 and that of today."""

from ceremony_archive.pages.place_succession import PlaceEntry, PlaceGroup
from ceremony_archive.pages.places import PlacesPage
from ceremony_archive.pages.province import Figure, ProvincePage
from tests.unit.small_archive import vi
from tests.unit.small_places import place, place_page


def province(place_id: str, *held: tuple[str, str]) -> ProvincePage:
    """Return what the page of a province shows."""
    data = place_page(f"places/{place_id}.html", *held).data
    assert isinstance(data, ProvincePage)
    return data


def test_provinces_of_one_name_are_told_apart_by_their_days() -> None:
    titles = [place_page(f"places/{place}.html").title for place in ("hcm", "hcm-2025", "cao-bang")]
    assert titles == [
        "Thành phố Hồ Chí Minh (đến hết 30-6-2025)",
        "Thành phố Hồ Chí Minh (từ 1-7-2025)",
        "Tỉnh Cao Bằng",
    ]


def test_a_province_lists_its_districts_of_the_last_day_and_those_that_ended_before() -> None:
    shown = province("hcm", ("hcm-quan-11", "2023-02"))
    assert shown.districts == (
        PlaceGroup(
            title="Đơn vị cấp huyện vào ngày 30 tháng 6 năm 2025",
            note="",
            entries=(
                PlaceEntry(place("Quận 10", "hcm-quan-10"), ""),
                PlaceEntry(place("Quận 11", "hcm-quan-11"), "1 buổi lễ"),
                PlaceEntry(place("Thành phố Thủ Đức", "hcm-thanh-pho-thu-duc"), ""),
            ),
        ),
        PlaceGroup(
            title="Đơn vị cấp huyện kết thúc trước đó",
            note="",
            entries=(PlaceEntry(place("Quận 2", "hcm-quan-2"), ""),),
        ),
    )
    assert shown.figures == (
        Figure("3", "đơn vị cấp huyện", "places/hcm.html#districts"),
        Figure("1", "buổi lễ trong kho lưu trữ"),
    )
    assert shown.missing == ""


def test_a_province_of_today_lists_its_communes_and_links_those_with_a_page() -> None:
    assert province("hcm-2025", ("hcm-phuong-phu-tho", "2025-11-06")).communes == (
        PlaceEntry(vi("Phường Bình Thới"), ""),
        PlaceEntry(vi("Phường Hòa Bình"), ""),
        PlaceEntry(place("Phường Phú Thọ", "hcm-phuong-phu-tho"), "1 buổi lễ"),
    )


def test_a_province_that_lost_districts_names_them() -> None:
    assert [group.title for group in province("ha-tay").districts] == ["Đơn vị cấp huyện từng thuộc về tỉnh"]


def test_the_index_lists_provinces_by_name_without_level_words_then_and_now() -> None:
    data = place_page("places/index.html", ("hcm-quan-11", "2023-02"), ("hcm-phuong-phu-tho", "2025-11-06")).data
    assert isinstance(data, PlacesPage)
    assert [(row.province, row.units, row.ceremonies, row.others) for row in data.former] == [
        (place("Tỉnh Cao Bằng", "cao-bang"), "1", "0", ()),
        (place("Thành phố Hồ Chí Minh", "hcm"), "3", "1", (place("Thành phố Hồ Chí Minh", "hcm-2025"),)),
        (place("Thành phố Huế", "hue"), "0", "0", ()),
    ]
    assert [(row.province.text.text, row.units, row.ceremonies) for row in data.today] == [
        ("Tỉnh Cao Bằng", "1", "0"),
        ("Thành phố Hồ Chí Minh", "3", "1"),
        ("Thành phố Huế", "0", "0"),
    ]
    assert data.ended_before == (place("Tỉnh Hà Tây", "ha-tay"),)


def test_the_description_for_machines_names_earlier_names_and_what_the_place_lies_in() -> None:
    assert place_page("places/hue.html").json_ld == (
        {
            "@type": "AdministrativeArea",
            "name": "Thành phố Huế",
            "url": "places/hue.html",
            "alternateName": ["Tỉnh Thừa Thiên Huế"],
        },
    )
    assert place_page("places/hcm-quan-11.html", language="en").json_ld == (
        {
            "@type": "AdministrativeArea",
            "name": "District 11",
            "url": "places/hcm-quan-11.html",
            "alternateName": ["Quận 11"],
            "containedInPlace": {"@type": "AdministrativeArea", "name": "Ho Chi Minh City", "url": "places/hcm.html"},
        },
    )
