"""The page of a ceremony: what it says, on what ground, and what it says it does not know."""

from ceremony_archive.model.entity import Mention, Person
from ceremony_archive.model.values import Bilingual
from ceremony_archive.pages.ceremony import CeremonyView
from ceremony_archive.pages.ceremony_facts import Fact
from ceremony_archive.pages.page import Link, Phrase
from tests.unit.little_archive import TWO_SOURCES, ceremony, page_of, said, view_of


def test_claims_carry_the_numbers_of_their_sources() -> None:
    view = view_of(ceremony("2020-01-02-mau", TWO_SOURCES))
    assert [official.marks for official in view.officials] == [(2,), (1, 2)]
    assert [(source.number, source.url) for source in view.sources] == [(1, ""), (2, "https://daily.example/1")]
    assert view.facts_remark != ""


def test_in_a_record_with_one_source_every_claim_carries_its_number() -> None:
    view = view_of(
        ceremony("2020-mau", "{date: '2020', venue: Hội trường, officials: [{name: Trần Văn Mẫu, took_part: [spoke]}]}")
    )
    assert [official.marks for official in view.officials] == [(1,)]
    assert [fact.marks for fact in view.facts if fact.label == "Địa điểm"] == [(1,)]
    assert view.facts_remark == ""


def test_words_of_an_english_source_are_marked_as_english() -> None:
    view = view_of(ceremony("2020-01-02-mau", TWO_SOURCES))
    assert view.officials[0].printed == Phrase("Tran Van Mau", "en")
    assert [reading.says for reading in view.conflicts[0].readings] == [
        Phrase("Trần Văn Mẩu", "vi"),
        Phrase("Tran Van Mau", "en"),
    ]


def test_what_is_inferred_is_gathered_in_one_place() -> None:
    view = view_of(ceremony("2020-01-02-mau", TWO_SOURCES))
    assert said(view.inferences) == {"Thành phần tham dự": ("Trần Văn Mẫu",)}


def test_a_month_is_shown_as_a_month_and_how_it_is_known() -> None:
    record = ceremony("2023-02-mau", "{date: '2023-02', dating: {certainty: inferred, note: Tháng của bài báo.}}")
    assert view_of(record).facts[0] == Fact(
        label="Thời gian",
        values=(Link(Phrase("tháng 2 năm 2023", "vi"), "years/2023.html"),),
        is_inferred=True,
        notes=(Phrase("Chỉ biết đến tháng.", "vi"), Phrase("Tháng của bài báo.", "vi")),
        marks=(1,),
    )


def test_a_day_is_shown_with_the_part_of_the_day_and_the_printed_words() -> None:
    record = ceremony("2018-06-08-mau", "{date: '2018-06-08', dating: {part_of_day: morning, as_printed: Sáng 8-6}}")
    fact = view_of(record, language="en").facts[0]
    assert (fact.values[0].text.text, fact.printed) == ("8 June 2018, in the morning", Phrase("Sáng 8-6", "vi"))


def test_an_undated_ceremony_says_by_when_it_took_place() -> None:
    view = view_of(ceremony("undated-mau", "dating: {not_after: '2019-05'}"))
    assert [(fact.label, fact.values[0].text.text) for fact in view.facts[:2]] == [
        ("Thời gian", "Chưa rõ ngày"),
        ("Không muộn hơn", "tháng 5 năm 2019"),
    ]


def test_the_place_has_the_name_and_the_province_of_that_day() -> None:
    def place_on(day: str) -> list[str]:
        record = ceremony(f"{day}-mau", f"date: '{day}'")
        fact = next(fact for fact in view_of(record, language="en").facts if fact.label == "Place")
        return [value.text.text for value in fact.values]

    assert place_on("2018-12-31") == ["An Phú District", "Cũ Province"]
    assert place_on("2019-01-01") == ["An Phú Town", "Mẫu Province"]


def test_a_name_leads_to_its_own_page_unless_somebody_verified_who_it_is() -> None:
    record = ceremony(
        "2020-mau",
        "{date: '2020', officials: [{name: Trần Văn Mẫu, took_part: [spoke]}, {name: Lê Thị Thử, took_part: [spoke]}]}",
    )
    person = Person(
        id="per-0001",
        name="Trần Văn Mẫu",
        mentions=(Mention(ceremony="2020-mau", name="Trần Văn Mẫu", evidence=Bilingual(vi="Chứng cứ")),),
    )
    view = page_of(record, people=(person,)).data
    assert isinstance(view, CeremonyView)
    assert [official.name for official in view.officials] == [
        Link(Phrase("Trần Văn Mẫu", "vi"), "people/per-0001.html"),
        Link(Phrase("Lê Thị Thử", "vi"), "names/le-thi-thu.html"),
    ]


def test_a_figure_keeps_what_is_printed_beside_what_it_means() -> None:
    record = ceremony(
        "2020-mau",
        """
        date: "2020"
        metrics:
          - {metric: thu-ngan-sach, as_printed: "hơn 1.598,6 tỷ đồng", value: "1598.6", unit: billion-dong,
             approximation: [over], period: "2019"}
        """,
    )
    row = view_of(record, language="en").metrics[0]
    assert (row.value, row.unit, row.printed, row.period) == (
        Phrase("over 1,598.6", "en"),
        Phrase("\N{NO-BREAK SPACE}billion đồng", "en"),
        Phrase("hơn 1.598,6 tỷ đồng", "vi"),
        "2019",
    )


def test_a_percent_says_of_what() -> None:
    metric = (
        "{metric: thu-ngan-sach-so-voi-dinh-muc, as_printed: '141,71%', value: '141.71', unit: percent-of-estimate}"
    )
    row = view_of(ceremony("2020-mau", f"{{date: '2020', metrics: [{metric}]}}")).metrics[0]
    assert (row.value.text + row.unit.text, row.measure) == ("141,71%", Phrase("phần trăm dự toán", "vi"))


def test_other_ceremonies_of_the_place_are_placed_only_where_dates_allow() -> None:
    record = ceremony("2020-05-mau", "date: '2020-05'")
    others = (
        ceremony("2019-mau", "date: '2019'"),
        ceremony("2020-05-20-mau", "date: '2020-05-20'"),
        ceremony("2021-mau", "date: '2021'"),
        ceremony("undated-mau"),
        ceremony("2026-mau", "{date: '2026', place: mau-phuong-an-phu}"),
        ceremony("2020-noi-khac", "{date: '2020', place: mau-huyen-binh-hoa}"),
    )
    groups = view_of(record, *others).neighbours
    assert [(group.title, [other.id for other in group.ceremonies]) for group in groups] == [
        ("Về sau, tại cùng địa phương", ["2021-mau"]),
        ("Tại cùng địa phương, chưa rõ trước hay sau", ["undated-mau", "2020-05-20-mau"]),
        ("Trước đó, tại cùng địa phương", ["2019-mau"]),
        ("Ở các đơn vị kế tiếp của địa phương", ["2026-mau"]),
    ]
    assert [group.items[-1].ceremony.target for group in groups][1] == "ceremonies/undated-mau.html"


def test_an_open_list_says_that_absence_is_not_zero() -> None:
    award = "awards: [{form: bang-khen-tinh, scope: presented, counts: {individuals: 1}}]"
    opened = ceremony("2020-mau", f"date: '2020'\nawards_complete: false\n{award}")
    nothing = ceremony("2021-mau", "{date: '2021', awards_complete: false}")
    assert [(view.is_open, view.completeness) for view in (view_of(opened), view_of(nothing))] == [
        (
            True,
            "Danh sách khen thưởng trong nguồn bỏ ngỏ hoặc bị cắt. "
            "Phần thưởng không có ở đây không có nghĩa là không được trao.",
        ),
        (
            True,
            "Phần đọc được của nguồn không có danh sách khen thưởng. "
            "Điều đó không có nghĩa là không có phần thưởng nào.",
        ),
    ]


def test_a_list_is_called_complete_only_when_somebody_judged_it_so() -> None:
    award = "awards: [{form: bang-khen-tinh, scope: presented, counts: {individuals: 1}}]"
    judged = ceremony("2020-mau", f"date: '2020'\nawards_complete: true\n{award}")
    unjudged = ceremony("2021-mau", f"date: '2021'\n{award}")
    assert [(view.is_open, view.completeness) for view in (view_of(judged), view_of(unjudged))] == [
        (False, "Danh sách này đầy đủ như nguồn in."),
        (False, "Chưa xét được danh sách này có đầy đủ hay không."),
    ]
