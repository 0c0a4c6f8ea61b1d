"""A few places with what became of them, and the pages made of them, for the tests of place pages."""

from ceremony_archive.model.values import Language
from ceremony_archive.pages import places
from ceremony_archive.pages.page import Context, Link, Page
from tests.unit.small_archive import small_context, vi

PLACES = """
acts:
  - number: 203/2025/QH15
    body: Quốc hội
    issued: "2025-06-16"
    applies_from: "2025-07-01"
    subject: kết thúc cấp huyện
    unverified: {vi: Ngày chưa kiểm chứng., en: Date not verified.}
  - number: 202/2025/QH15
    body: Quốc hội
    applies_from: "2025-07-01"
    subject: sắp xếp cấp tỉnh
places:
  - {id: hcm, kind: province, level: thành phố trực thuộc trung ương, name: Thành phố Hồ Chí Minh, name_en: Ho Chi Minh City, gso_code: "79", valid_to: "2025-06-30", successors: [hcm-2025], act: 202/2025/QH15}
  - {id: hcm-2025, kind: province, level: thành phố trực thuộc trung ương, name: Thành phố Hồ Chí Minh, name_en: Ho Chi Minh City, gso_code: "79", valid_from: "2025-07-01", predecessors: [hcm], act: 202/2025/QH15, commune_act: 1685/NQ-UBTVQH15}
  - {id: cao-bang, kind: province, level: tỉnh, name: Tỉnh Cao Bằng, name_en: Cao Bằng Province, gso_code: "04"}
  - {id: hue, kind: province, level: thành phố trực thuộc trung ương, name: Thành phố Huế, name_en: Huế City, gso_code: "46", former: [{name: Tỉnh Thừa Thiên Huế, level: tỉnh, valid_to: "2024-12-31", act: 175/2024/QH15}]}
  - {id: ha-tay, kind: province, level: tỉnh, name: Tỉnh Hà Tây, name_en: Hà Tây Province, valid_to: "2008-07-31"}
  - {id: hcm-quan-11, kind: district, level: quận, name: Quận 11, name_en: District 11, gso_code: "772", province: hcm, valid_to: "2025-06-30", successors: [hcm-phuong-phu-tho, hcm-phuong-binh-thoi], successors_shared: [hcm-phuong-binh-thoi], successors_part: [hcm-phuong-hoa-binh], derived: true}
  - {id: hcm-quan-10, kind: district, level: quận, name: Quận 10, name_en: District 10, gso_code: "771", province: hcm, valid_to: "2025-06-30", successors: [hcm-phuong-hoa-binh], derived: true}
  - {id: hcm-thanh-pho-thu-duc, kind: district, level: thành phố, name: Thành phố Thủ Đức, name_en: Thủ Đức City, gso_code: "769", province: hcm, valid_from: "2021-01-01", valid_to: "2025-06-30", act: 1111/NQ-UBTVQH14, predecessors: [hcm-quan-2], successors: [hcm-phuong-binh-thoi], derived: true}
  - {id: hcm-quan-2, kind: district, level: quận, name: Quận 2, name_en: District 2, gso_code: "769", province: hcm, historic: true, valid_to: "2020-12-31", end_act: 1111/NQ-UBTVQH14, successors: [hcm-thanh-pho-thu-duc], derived: true}
  - {id: cao-bang-huyen-ha-quang, kind: district, level: huyện, name: Huyện Hà Quảng, name_en: Hà Quảng District, gso_code: "045", province: cao-bang, former: [{gso_code: "044", province: ha-tay, valid_to: "2008-07-31"}], valid_to: "2025-06-30", successors: [cao-bang-xa-ha-quang], derived: true}
  - {id: cao-bang-huyen-thong-nong, kind: district, level: huyện, name: Huyện Thông Nông, name_en: Thông Nông District, gso_code: "044", province: cao-bang, historic: true, valid_from: "2006-12-13", valid_to: "2020-01-31", successors: [cao-bang-huyen-ha-quang], derived: true}
  - {id: hcm-phuong-phu-tho, kind: commune, level: phường, name: Phường Phú Thọ, name_en: Phú Thọ Ward, gso_code: "27226", province: hcm-2025, valid_from: "2025-07-01", predecessors: [hcm-quan-11], derived: true}
  - {id: hcm-phuong-binh-thoi, kind: commune, level: phường, name: Phường Bình Thới, name_en: Bình Thới Ward, gso_code: "27232", province: hcm-2025, valid_from: "2025-07-01", predecessors: [hcm-quan-11, hcm-thanh-pho-thu-duc], derived: true}
  - {id: hcm-phuong-hoa-binh, kind: commune, level: phường, name: Phường Hòa Bình, name_en: Hòa Bình Ward, gso_code: "27211", province: hcm-2025, valid_from: "2025-07-01", predecessors: [hcm-quan-10], predecessors_part: [hcm-quan-11], derived: true}
  - {id: cao-bang-xa-ha-quang, kind: commune, level: xã, name: Xã Hà Quảng, name_en: Hà Quảng Commune, gso_code: "01360", province: cao-bang, valid_from: "2025-07-01", predecessors: [cao-bang-huyen-ha-quang], derived: true}
"""  # noqa: E501  one place a line, as in content/entities/places.yaml

CEREMONY = """
- id: {date}-{place}
  title: {{vi: Buổi lễ của {place}, en: A ceremony of {place}}}
  date: "{date}"
  kind: annual-review
  place: {place}
  summary: {{vi: Tóm tắt., en: Summary.}}
  sources: [{{id: bao, publisher: Báo Sài Gòn Giải Phóng, coverage: full}}]
  story: {{vi: <p>Chuyện.</p>}}
"""


def place_context(*held: tuple[str, str], language: Language = "vi") -> Context:
    """Return the context of an archive with the places above and a ceremony for each place and date."""
    ceremonies = "".join(CEREMONY.format(place=place, date=date) for place, date in held)
    return small_context(language, places=PLACES, ceremonies=ceremonies or "[]")


def place_page(path: str, *held: tuple[str, str], language: Language = "vi") -> Page:
    """Return the page at the address."""
    return {page.path: page for page in places.pages(place_context(*held, language=language))}[path]


def place(name: str, place_id: str) -> Link:
    """Return the link to a place."""
    return vi(name, f"places/{place_id}.html")
