"""The awards on the page of a ceremony: apart by scope, counted as the source counts, and never added up."""

from ceremony_archive.model.values import Language
from ceremony_archive.pages.ceremony_awards import AwardLine, award_scopes
from ceremony_archive.pages.page import Link, Phrase
from tests.unit.little_archive import ceremony, context, said


def line_of(award: str, language: Language = "vi") -> AwardLine:
    record = ceremony("2020-01-01-mau", f"awards: [{award}]")
    return award_scopes(context(language, record), record)[0].groups[0].lines[0]


def test_awards_of_different_scopes_stand_apart_and_the_highest_form_comes_first() -> None:
    record = ceremony(
        "2020-01-01-mau",
        """
        awards:
          - {form: giay-khen-huyen, scope: presented, counts: {individuals: 5}}
          - {form: bang-khen-thu-tuong, scope: proposed, counts: {individuals: 1}}
          - {form: huan-chuong-lao-dong-hang-ba, scope: presented, counts: {organizations: 1}}
          - {form: giay-khen-huyen, scope: reported-for-period, counts: {individuals: 90}}
          - {form: giay-khen-huyen, scope: presented, counts: {organizations: 3}}
        """,
    )
    scopes = award_scopes(context("vi", record), record)
    assert [(scope.scope, scope.title) for scope in scopes] == [
        ("presented", "Trao tại buổi lễ"),
        ("reported-for-period", "Kết quả của cả kỳ, được báo cáo tại buổi lễ"),
        ("proposed", "Đề nghị khen thưởng"),
    ]
    assert [(group.form.target, len(group.lines)) for group in scopes[0].groups] == [
        ("awards/huan-chuong-lao-dong-hang-ba.html", 1),
        ("awards/giay-khen-huyen.html", 2),
    ]


def test_a_line_says_how_many_of_those_counted_are_named() -> None:
    line = line_of(
        "{form: giay-khen-huyen, scope: presented, counts: {individuals: 126, organizations: 1200}, "
        "recipients: [{name: Trần Văn Mẫu, kind: individual}, {name: Lê Thị Thử, kind: individual}]}"
    )
    assert said(line.facts) == {
        "Số lượng": (
            "126 cá nhân",
            "1.200 tập thể",
            "Nêu tên 2 trong 126 cá nhân.",
            "Nêu tên 0 trong 1.200 tập thể.",
        ),
        "Cấp khen thưởng": ("nguồn không nêu",),
    }


def test_a_lump_of_collectives_and_individuals_is_said_to_be_unsplit() -> None:
    line = line_of("{form: bang-khen-tinh, scope: presented, counts: {mixed: 40}, approximation: [over]}")
    assert said(line.facts)["Số lượng"] == (
        "hơn 40 tập thể và cá nhân (tính gộp)",
        "Hồ sơ không ghi tên ai.",
        "Nguồn tính gộp tập thể và cá nhân; hồ sơ không tách.",
    )


def test_instances_are_not_compared_with_names() -> None:
    line = line_of(
        "{form: khen-thuong-chuyen-de, scope: presented, counts: {organizations: 245}, counts_of: instances}"
    )
    assert said(line.facts)["Số lượng"] == (
        "245 tập thể (tính theo lượt)",
        "Đây là số lượt khen thưởng; một tập thể hay cá nhân có thể được khen nhiều lần.",
    )


def test_a_printed_total_is_said_to_be_printed() -> None:
    line = line_of(
        "{form: giay-khen-huyen, scope: presented, counts: {individuals: 57, organizations: 89, total: 146}}"
    )
    assert said(line.facts)["Số lượng"] == (
        "57 cá nhân",
        "89 tập thể",
        "tổng cộng 146 (tổng do nguồn in)",
        "Hồ sơ không ghi tên ai.",
    )


def test_a_line_without_numbers_and_names_says_so() -> None:
    line = line_of("{form: bang-khen-tinh, scope: presented}")
    assert said(line.facts)["Số lượng"] == ("hồ sơ không có số lượng và không ghi tên",)


def test_pooled_classes_and_forms_are_said_to_be_unsplit() -> None:
    line = line_of(
        "{form: huan-chuong-lao-dong, classes: [2, 3], pooled_with: [bang-khen-thu-tuong], scope: presented, "
        "counts: {organizations: 20}}"
    )
    rows = said(line.facts)
    assert rows["Hạng"] == ("hạng Nhì", "hạng Ba", "Nguồn tính chung các hạng này; hồ sơ không tách.")
    assert rows["Tính chung với"] == (
        "Bằng khen của Thủ tướng Chính phủ",
        "Nguồn chỉ có một con số chung cho các hình thức này; hồ sơ không tách.",
    )


def test_the_authority_stands_beside_what_the_source_prints() -> None:
    line = line_of(
        "{form: giay-khen-huyen, scope: presented, counts: {individuals: 1}, conferred_by: chu-tich-ubnd-cap-huyen, "
        "conferred_by_as_printed: UBND thị xã, presented_by: Trần Văn Mẫu, on_behalf_of: chu-tich-nuoc}"
    )
    rows = {fact.label: fact for fact in line.facts}
    assert rows["Cấp khen thưởng"].values[0].target == "authorities/chu-tich-ubnd-cap-huyen.html"
    assert rows["Cấp khen thưởng"].printed == Phrase("UBND thị xã", "vi")
    assert rows["Người, đơn vị trao"].values == (Link(Phrase("Trần Văn Mẫu", "vi"), None),)
    assert rows["Thay mặt"].values[0].target == "authorities/chu-tich-nuoc.html"


def test_a_breakdown_is_shown_part_by_part() -> None:
    line = line_of(
        "{form: huy-hieu-dang, scope: presented, counts: {individuals: 3}, "
        "breakdown: [{years: 40, count: 2}, {label: truy tặng, count: 1}]}",
        "en",
    )
    row = next(fact for fact in line.facts if fact.label == "Of which")
    assert [value.text for value in row.values] == [Phrase("40 years: 2", "en"), Phrase("truy tặng: 1", "vi")]


def test_an_annulled_award_stays_with_the_decision() -> None:
    line = line_of(
        "{form: bang-khen-tinh, scope: presented, status: annulled, annulment: {decision: 12/QĐ-UBND, date: 2021-05}, "
        "recipients: [{name: Trần Văn Mẫu, kind: individual}]}"
    )
    assert line.annulment is not None
    assert (line.is_annulled, line.annulment.decision.text, line.annulment.date) == (True, "12/QĐ-UBND", "5-2021")
    assert [item.name.text.text for item in line.recipients] == ["Trần Văn Mẫu"]
