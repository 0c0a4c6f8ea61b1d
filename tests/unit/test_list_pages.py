"""The pages that list ceremonies: home, all ceremonies, the years."""

from ceremony_archive.model.ceremony import Ceremony
from ceremony_archive.model.entity import Mention, Person
from ceremony_archive.model.values import Bilingual, Language
from ceremony_archive.output.render import Renderer
from ceremony_archive.pages import ceremonies, home, years
from ceremony_archive.pages.ceremonies import LISTED_WHOLE, NEWEST_OF_YEAR, CeremoniesView
from ceremony_archive.pages.home import NEWEST, HomeView
from ceremony_archive.pages.page import Link, Page, Phrase
from ceremony_archive.pages.tally import TallyText
from ceremony_archive.pages.years import YearsView, YearView
from tests.unit.little_archive import SITE, THEME, ceremony, context, strings

AWARDS = "awards: [{form: bang-khen-tinh, scope: presented, recipients: [{name: Lê Thị Thử, kind: individual}]}]"

RECORDS = (
    ceremony("2018-mau", "{date: '2018', place: mau-huyen-binh-hoa}"),
    ceremony("2020-03-mau", f"date: '2020-03'\n{AWARDS}"),
    ceremony("2020-05-01-mau", "date: '2020-05-01'"),
    ceremony("undated-mau"),
)


def home_of(*records: Ceremony, language: Language = "vi", people: tuple[Person, ...] = ()) -> tuple[Page, HomeView]:
    (page,) = home.pages(context(language, *records, people=people))
    assert isinstance(page.data, HomeView)
    return page, page.data


def list_of(*records: Ceremony) -> CeremoniesView:
    (page,) = ceremonies.pages(context("vi", *records))
    assert isinstance(page.data, CeremoniesView)
    return page.data


def year_pages(language: Language = "vi") -> dict[str, Page]:
    return {page.path: page for page in years.pages(context(language, *RECORDS))}


def test_the_figures_of_the_home_page_are_computed() -> None:
    mention = Mention(ceremony="2020-03-mau", name="Lê Thị Thử", evidence=Bilingual(vi="Chứng cứ"))
    _, view = home_of(*RECORDS, language="en", people=(Person(id="per-1", name="Lê Thị Thử", mentions=(mention,)),))
    assert [(figure.value, figure.label, figure.target) for figure in view.figures] == [
        ("4", "ceremonies", "ceremonies/index.html"),
        ("2", "of 2 districts with a record", "places/index.html"),
        ("1", "award line", "awards/index.html"),
        ("1", "mention of a recipient by name", "names/index.html"),
        ("1", "verified person or organization", "people/index.html"),
        ("2", "years with ceremonies, 2018 to 2020", "years/index.html"),
    ]


def test_only_districts_of_the_last_day_of_the_district_tier_are_counted() -> None:
    _, view = home_of(ceremony("2026-mau", "{date: '2026', place: mau-phuong-an-phu}"), language="en")
    assert (view.figures[1].value, view.figures[1].label) == ("0", "of 2 districts with a record")


def test_the_home_page_shows_the_newest_ceremonies_first_and_no_more_than_eight() -> None:
    records = [ceremony(f"{year}-mau", f"date: '{year}'") for year in range(2001, 2012)]
    _, view = home_of(*records)
    assert [item.machine_date for item in view.newest] == [str(year) for year in range(2011, 2011 - NEWEST, -1)]


def test_ways_into_lists_that_are_empty_are_not_shown() -> None:
    _, view = home_of(ceremony("2020-mau", "date: '2020'"))
    assert [(way.link.target, way.detail) for way in view.ways] == [
        ("years/index.html", "1 năm có buổi lễ"),
        ("places/index.html", "1 địa phương có buổi lễ"),
        ("sources.html", "1 cơ quan báo chí, trang tin"),
        ("data.html", "8 bảng CSV, mỗi hồ sơ một tệp JSON"),
    ]


def test_an_archive_without_ceremonies_has_a_home_page() -> None:
    page, view = home_of()
    html = Renderer(THEME, SITE, strings()["vi"], "0", None).render(page).decode()
    assert (view.newest, [figure.value for figure in view.figures]) == ((), ["0", "0", "0", "0"])
    assert "Các buổi lễ gần đây nhất" not in html


def test_all_ceremonies_are_listed_by_year_newest_first_and_the_undated_last() -> None:
    groups = list_of(*RECORDS).groups
    assert [(group.title, group.anchor, [item.ceremony.target for item in group.items]) for group in groups] == [
        ("2020", "year-2020", ["ceremonies/2020-05-01-mau.html", "ceremonies/2020-03-mau.html"]),
        ("2018", "year-2018", ["ceremonies/2018-mau.html"]),
        (strings()["vi"]("year.undated"), "year-undated", ["ceremonies/undated-mau.html"]),
    ]
    assert [group.rest for group in groups] == [None, None, None]


def test_a_large_archive_lists_the_newest_of_each_year_and_leads_to_the_rest() -> None:
    records = [ceremony(f"2020-mau-{number}", "date: '2020'") for number in range(LISTED_WHOLE)]
    newest = ceremony("2020-06-mau", "date: '2020-06'")
    (group,) = list_of(*records, newest).groups
    assert (len(group.items), group.items[0].machine_date, group.count) == (NEWEST_OF_YEAR, "2020-06", "501 buổi lễ")
    assert group.rest == Link(Phrase("Xem đủ các buổi lễ (2020)", "vi"), "years/2020.html")


def test_every_year_with_a_ceremony_has_a_page() -> None:
    assert list(year_pages()) == ["years/index.html", "years/2020.html", "years/2018.html", "years/undated.html"]


def test_the_overview_counts_what_the_records_hold() -> None:
    view = year_pages()["years/index.html"].data
    assert isinstance(view, YearsView)
    assert [
        (row.year.target, row.ceremonies, row.places, row.awards.number, row.names.number) for row in view.rows
    ] == [
        ("years/2020.html", "2", "1", "1", "1"),
        ("years/2018.html", "1", "1", "0", "0"),
        ("years/undated.html", "1", "1", "0", "0"),
    ]


def test_a_year_leads_to_the_years_beside_it_that_have_records() -> None:
    pages = year_pages("en")
    views = [pages[path].data for path in ("years/2020.html", "years/2018.html", "years/undated.html")]
    assert [(view.earlier, view.later) for view in views if isinstance(view, YearView)] == [
        (Link(Phrase("The year before that has records: 2018", "en"), "years/2018.html"), None),
        (None, Link(Phrase("The year after that has records: 2020", "en"), "years/2020.html")),
        (None, None),
    ]


def test_a_year_shows_its_ceremonies_its_figures_and_the_forms_that_they_name() -> None:
    view = year_pages()["years/2020.html"].data
    assert isinstance(view, YearView)
    assert view.lead == "Kho lưu trữ có 2 buổi lễ diễn ra trong năm 2020."
    assert [(figure.value, figure.label) for figure in view.figures] == [
        ("2", "buổi lễ"),
        ("1", "địa phương"),
        ("1", "khoản khen"),
        ("1", "lượt nêu tên cá nhân, tập thể"),
    ]
    assert [(form.link.target, form.detail) for form in view.forms] == [("awards/bang-khen-tinh.html", "1 buổi lễ")]


def test_annulled_awards_are_counted_apart_and_said() -> None:
    recipients = "[{name: Lê Thị Thử, kind: individual}, {name: Trần Văn Mẫu, kind: individual}]"
    record = ceremony(
        "2020-03-mau",
        f"""
        date: '2020-03'
        awards:
          - {{form: bang-khen-tinh, scope: presented, status: annulled, annulment: {{decision: 1/QĐ}},
             recipients: {recipients}}}
          - {{form: giay-khen-huyen, scope: presented, recipients: [{{name: Lý Văn Thử, kind: individual}}]}}
        """,
    )
    pages = {page.path: page.data for page in years.pages(context("en", record))}
    overview, year = pages["years/index.html"], pages["years/2020.html"]
    assert isinstance(overview, YearsView)
    assert isinstance(year, YearView)
    (row,) = overview.rows
    assert (row.awards, row.names) == (TallyText("1", "and 1 annulled"), TallyText("1", "and 2 in annulled awards"))
    told = [
        ("1", "award line (and 1 annulled)"),
        ("1", "mention of a recipient by name (and 2 in annulled awards)"),
    ]
    assert [(figure.value, figure.label) for figure in year.figures[2:]] == told
    _, view = home_of(record, language="en")
    assert [(figure.value, figure.label) for figure in view.figures[2:4]] == told
    assert [(form.link.target, form.detail) for form in year.forms] == [
        ("awards/bang-khen-tinh.html", "annulled"),
        ("awards/giay-khen-huyen.html", "1 ceremony"),
    ]


def test_the_undated_are_never_put_into_a_year() -> None:
    page = year_pages("en")["years/undated.html"]
    assert isinstance(page.data, YearView)
    assert page.title == "Ceremonies of unknown year"
    assert page.data.lead == "1 ceremony whose source does not give the year. The record does not guess."
    assert [item.date for item in page.data.items] == [strings()["en"]("date.unknown")]
