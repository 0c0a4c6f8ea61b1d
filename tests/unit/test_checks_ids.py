"""Ids and mentions of the checks, where the documents of the rules say nothing."""

from tests.content_copy import ContentCopy
from tests.unit.checked_content import award, awards, pointed_at, rules, told


def test_an_id_that_nothing_comes_near_has_no_suggestion(content: ContentCopy) -> None:
    content.change_fields(awards(award("xyz")))
    assert [problem.arguments["nearest"] for problem in told(content, "unknown-id")] == [""]


def test_every_reference_of_a_record_is_looked_up(content: ContentCopy) -> None:
    content.change_fields(
        b"kind: la-1\nother_kinds: [la-2]\nplace: la-3\nmovements: [la-4]\n"
        b"themes:\n  - {name: x, kind: movement, movement: la-5, source: la-6}\n"
        b"officials:\n  - {name: x, took_part: [spoke], on_behalf_of: la-7, source: la-8}\n"
        b"metrics:\n  - {metric: la-9, as_printed: x, value: 1, unit: la-10, source: la-11}\n"
        b"conflicts:\n  - {about: x, readings: [{source: la-12, says: x}]}\n"
        + awards(
            award(
                "la-13", pooled_with="[la-14]", conferred_by="la-15", on_behalf_of="la-16", source="[bao-mau, la-17]"
            ),
            award("huy-chuong-mau", status="annulled", annulment="{decision: x, source: la-18}"),
        )
    )
    found = told(content, "unknown-id")
    assert sorted(problem.arguments["text"] for problem in found) == sorted(f"la-{number}" for number in range(1, 19))
    assert all(pointed_at(problem) == problem.arguments["text"] for problem in found)
    assert rules(content) == {"unknown-id"}


def test_an_unknown_ceremony_and_place_of_an_organization_are_told(content: ContentCopy) -> None:
    content.put(
        "entities/organizations.yaml",
        "organizations:\n"
        "  - {id: org-1, name: X, place: la-1, mentions: [{ceremony: 2031-la-2, name: X, evidence: x}]}\n",
    )
    assert {problem.arguments["text"] for problem in told(content, "unknown-id")} == {"la-1", "2031-la-2"}


def test_references_within_the_vocabularies_are_looked_up(content: ContentCopy) -> None:
    path = content.folder / "vocabularies/authorities.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("forms: [huy-hieu-dang-mau]", "forms: [huy-hieu-dang-mao]"), encoding="utf-8")
    (problem,) = told(content, "unknown-id")
    assert (pointed_at(problem), problem.arguments["nearest"]) == ("huy-hieu-dang-mao", "huy-hieu-dang-mau")


def test_references_within_the_gazetteer_are_looked_up(content: ContentCopy) -> None:
    path = content.folder / "entities/communes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[mau-cu-a-huyen-mau-hai]", "[mau-cu-a-huyen-mau-hay]"), encoding="utf-8")
    (problem,) = told(content, "unknown-id")
    assert (pointed_at(problem), problem.arguments["nearest"]) == ("mau-cu-a-huyen-mau-hay", "mau-cu-a-huyen-mau-hai")


def test_a_commune_may_not_have_the_id_of_a_district(content: ContentCopy) -> None:
    path = content.folder / "entities/communes.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: mau-moi-xa-mau-an,", "id: mau-cu-a,"), encoding="utf-8")
    assert [pointed_at(problem) for problem in told(content, "duplicate-id")] == ["mau-cu-a"]


def test_a_source_id_twice_in_one_record_is_told_once(content: ContentCopy) -> None:
    content.change_fields(
        b"sources:\n  - {id: bao-mau, publisher: A, coverage: full}\n  - {id: bao-mau, publisher: B, coverage: full}\n"
    )
    assert len(told(content, "duplicate-id")) == 1


def test_capitals_do_not_make_another_spelling(content: ContentCopy) -> None:
    content.change_fields("organizers: [UBND Huyện Mẫu Một]\n".encode())
    assert rules(content) == set()


def test_a_mention_with_another_role_is_not_found(content: ContentCopy) -> None:
    listed = (content.folder / "entities/people.yaml").read_text(encoding="utf-8")
    content.put("entities/people.yaml", listed.replace("role: Chủ tịch UBND xã", "role: Chủ tịch UBND huyện"))
    (problem,) = told(content, "mention-not-found")
    assert (pointed_at(problem), problem.arguments["nearest"]) == ("Chủ tịch UBND huyện", "Chủ tịch UBND xã")


def test_an_organization_is_not_found_among_the_people(content: ContentCopy) -> None:
    listed = (content.folder / "entities/organizations.yaml").read_text(encoding="utf-8")
    content.put("entities/organizations.yaml", listed.replace("name: Xí nghiệp Thử Nghiệm", "name: Lý Văn Thử"))
    assert "2033-03-03-quan-mau-nam-tong-ket-2032" in {
        p.arguments["ceremony"] for p in told(content, "mention-not-found")
    }


def test_two_bearers_of_one_name_are_told_apart_by_role(content: ContentCopy) -> None:
    content.change_fields(
        "officials:\n  - {name: Mẫu Văn Thử, role: Bí thư, took_part: [spoke]}\n"
        "  - {name: Mẫu Văn Thử, role: Chủ tịch, took_part: [spoke]}\n".encode()
    )
    mention = "{{ceremony: 2031-03-14-huyen-mau-mot-tong-ket-thi-dua-2030, name: Mẫu Văn Thử{role}, evidence: x}}"

    def claim(*roles: str) -> None:
        kept = (content.folder / "entities/people.yaml").read_text(encoding="utf-8").partition("  - {id: zz")[0]
        claims = (
            f"  - {{id: zz-{number}, name: Mẫu Văn Thử, mentions: [{mention.format(role=role)}]}}\n"
            for number, role in enumerate(roles)
        )
        content.put("entities/people.yaml", kept + "".join(claims))

    claim(", role: Bí thư", ", role: Chủ tịch")
    assert rules(content) == set()
    claim(", role: Bí thư", "")
    assert rules(content) == {"mention-claimed-twice"}
    claim("", ", role: Bí thư")
    assert rules(content) == {"mention-claimed-twice"}
