"""The real notice of 2023, compared with its cells as the test itself takes them apart."""

from __future__ import annotations

import re
from decimal import Decimal

from jsonschema import Draft202012Validator

import tongchou
from tests.documents.making import Flattened, word_notice
from tests.golden.test_golden_notice import spans_in, without_places
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.schema import schema

WAN, DA, KAI, YUN = "万州", "达州", "开州", "云阳"

# task, field, number, printed unit, base unit, exact value, comparator, role, measure
QUANTITIES = [
    (1, "target", "6.93", "万亩", "亩", "69300", "equal", "target", "flow"),
    (4, "scope", "50.8", "公里", "公里", "50.8", "equal", "scope", "stock"),
    (4, "target", "80", "%", "1", "0.8", "equal", "progress", "rate"),
    (4, "target", "10", "%", "1", "0.1", "equal", "progress", "rate"),
    (4, "target", "5", "%", "1", "0.05", "equal", "progress", "rate"),
    (4, "target", "5", "%", "1", "0.05", "equal", "progress", "rate"),
    (5, "scope", "57.76", "公里", "公里", "57.76", "equal", "scope", "stock"),
    (6, "scope", "70", "公里", "公里", "70", "about", "scope", "stock"),
    (7, "target", "500", "万吨", "吨", "5000000", "more_than", "target", "flow"),
    (7, "target", "2.75", "亿元", "元", "275000000", "equal", "target", "flow"),
    (7, "target", "2", "亿元", "元", "200000000", "equal", "target", "flow"),
    (7, "target", "0.6", "亿元", "元", "60000000", "equal", "target", "flow"),
    (9, "scope", "8.61", "亿元", "元", "861000000", "equal", "total", "stock"),
    (9, "scope", "1654", "万立方米", "立方米", "16540000", "equal", "total", "stock"),
    (9, "scope", "42.43", "亿元", "元", "4243000000", "equal", "total", "stock"),
    (9, "scope", "1.6", "亿立方米", "立方米", "160000000", "equal", "total", "stock"),
    (9, "scope", "58.94", "亿元", "元", "5894000000", "equal", "total", "stock"),
    (9, "scope", "1.03", "亿立方米", "立方米", "103000000", "equal", "total", "stock"),
    (9, "target", "8000", "万元", "元", "80000000", "equal", "target", "flow"),
    (9, "target", "3", "亿元", "元", "300000000", "equal", "target", "flow"),
    (9, "target", "8", "亿元", "元", "800000000", "equal", "target", "flow"),
    (11, "target", "15", "亿方", "立方米", "1500000000", "equal", "target", "flow"),
    (11, "target", "145", "亿方", "立方米", "14500000000", "at_least", "target", "stock"),
    (13, "scope", "5", "P", "P", "5", "equal", "scope", "stock"),
    (13, "scope", "100", "P", "P", "100", "equal", "scope", "stock"),
    (18, "target", "800", "亿元", "元", "80000000000", "at_least", "target", "flow"),
    (22, "scope", "60", "项", "项", "60", "equal", "scope", "count"),
    (22, "target", "60", "项", "项", "60", "equal", "target", "count"),
    (23, "scope", "12", "项", "项", "12", "equal", "scope", "count"),
    (23, "target", "12", "项", "项", "12", "equal", "target", "count"),
    (24, "target", "1", "次", "次", "1", "at_least", "target", "count"),
]
PERIODS = {
    "deadline": {1, 13, 17, 23, 24},
    "range": {2, 3, 4, 5, 8, 12, 20, 25},
    "soft": {6, 7, 9, 10, 11, 14, 15, 16, 18, 19, 21, 22},
}
PARKS = {
    "万州经开区": (WAN, "万州经开区"),
    "浦里新区": (KAI, "浦里新区"),
    "达州高新区": (DA, "达州高新区"),
    "大竹经开区": (DA, "大竹经开区"),
    "东部经开区": (DA, "达州东部经开区"),
}
HOMES = {"万州区": WAN, "达州市": DA, "开州区": KAI}
WITHOUT_SIGNING = {7, 12, 15, 17, 18, 19, 20, 21, 22, 24}


def test_the_programme_file_is_valid(programme: Programme) -> None:
    assert list(Draft202012Validator(schema()).iter_errors(programme.to_json())) == []


def test_every_task_is_verbatim(programme: Programme, printed: Flattened) -> None:
    assert len(programme.tasks) == len(printed.tasks) == 25
    for task, cells in zip(programme.tasks, printed.tasks, strict=True):
        shown = [str(task.number), task.name, task.period.text, task.scope, task.target]
        assert shown == cells[:5]


def test_areas(programme: Programme, printed: Flattened) -> None:
    assert [area.name for area in programme.areas] == printed.areas
    assert [area.number for area in programme.areas] == [1, 2, 3, 4, 5, 6]
    firsts = [min(t.number for t in programme.tasks if t.area == n) for n in range(1, 7)]
    assert firsts == [1, 3, 11, 20, 21, 25]


def test_organizations_are_those_of_the_cell(programme: Programme, printed: Flattened) -> None:
    for task, cells in zip(programme.tasks, printed.tasks, strict=True):
        assert [o.printed for o in task.organizations] == re.split("[、\n]", cells[5])


def test_organizations_have_their_government(programme: Programme, printed: Flattened) -> None:
    """Each line by hand: its first name starts with a full name, or is a park."""
    for task, cells in zip(programme.tasks, printed.tasks, strict=True):
        expected: list[tuple[str, str]] = []
        for line in cells[5].split("\n"):
            full = next(name for name in HOMES if name in line)
            for name in line.split("、"):
                if name in PARKS:
                    expected.append((PARKS[name][1], PARKS[name][0]))
                else:
                    bare = name[1:] if name[0] in "区市" else name.removeprefix(full)
                    expected.append((full + bare, HOMES[full]))
        assert [(o.name, o.jurisdiction) for o in task.organizations] == expected


def test_there_are_about_sixty_organizations(programme: Programme) -> None:
    names = {o.name for task in programme.tasks for o in task.organizations}
    assert 50 <= len(names) <= 70
    assert {o.role for task in programme.tasks for o in task.organizations} == {"responsible"}


def test_periods(programme: Programme) -> None:
    found: dict[str, set[int]] = {}
    for task in programme.tasks:
        found.setdefault(str(task.period.kind), set()).add(task.number)
    assert found == PERIODS
    assert {t.period.end.year for t in programme.tasks if t.period.end} == {
        2023, 2025, 2027, 2028,
    }  # fmt: skip


def test_every_quantity(programme: Programme) -> None:
    found = [
        (
            task.number,
            str(q.field),
            q.number,
            q.printed_unit,
            q.unit,
            str(q.value),
            str(q.comparator),
            str(q.role),
            str(q.measure),
        )
        for task in programme.tasks
        for q in task.quantities
    ]
    assert found == QUANTITIES


def test_the_thirty_second_quantity_stands_in_the_prose(programme: Programme) -> None:
    (quantity,) = [q for clause in programme.clauses for q in clause.quantities]
    assert (quantity.number, quantity.unit, quantity.value) == ("3", "个", Decimal(3))
    assert len(QUANTITIES) + 1 == 32


def test_findings(programme: Programme) -> None:
    places: dict[str, list[str]] = {}
    for finding in programme.findings:
        places.setdefault(finding.code, []).append(finding.position.where)
    counts = {code: len(found) for code, found in places.items()}
    assert 20 <= counts.pop("N129") <= 50
    assert counts.pop("N130") <= 6
    assert counts.pop("N146") <= 6
    assert counts == {
        "N120": 16, "N121": 12, "N123": 1, "N124": 11, "N139": 1, "N142": 1,
        "N143": 1, "N156": 4, "N157": 3, "N158": 1, "N170": 1,
    }  # fmt: skip
    assert places["N139"] == ["任务 11 目标任务"]
    assert places["N142"] == ["任务 4 目标任务"]
    assert places["N157"] == [f"任务 {number} 目标任务" for number in (2, 3, 12)]


def test_a_government_named_without_an_organ(programme: Programme) -> None:
    absent = [f.params for f in programme.findings if f.code == "N124"]
    by_name = {(p["number"], p["jurisdiction"]) for p in absent}
    assert by_name == {(4, DA), *((number, YUN) for number in WITHOUT_SIGNING)}


def test_header(programme: Programme) -> None:
    header = programme.header
    assert header.document_number == "万州府办发〔2023〕12号"
    assert [issuer[3:6] for issuer in header.issuers] == ["万州区", "达州市", "开州区"]
    assert header.date is not None
    assert header.date.isoformat() == "2023-03-29"
    assert header.title.startswith("关于印发")
    assert header.title.endswith("2023年重点任务的通知")
    assert header.annex_title is not None
    assert header.annex_title in header.title
    assert header.publicity == "主动公开"
    assert len(header.addressees) == 11
    assert programme.year == 2023


def test_clauses(programme: Programme, printed: Flattened) -> None:
    text = "".join(printed.before)
    assert all(clause.text in text for clause in programme.clauses)
    assert len({clause.section for clause in programme.clauses if clause.section}) == 6
    assert len({clause.heading for clause in programme.clauses if clause.heading}) == 18
    carried = {number for clause in programme.clauses for number in clause.tasks}
    assert {1, 2, 3, 5, 7, 8, 9, 10, 12, 13, 14, 17, 18, 19, 21, 22, 23, 25} <= carried


def test_every_span_shows_its_text(document: Document, programme: Programme) -> None:
    for task in programme.tasks:
        assert document.text_of(task.cells["target"]) == task.target
        for quantity in task.quantities:
            assert document.text_of(quantity.spans[0]) == quantity.text
    for target in programme.targets:
        assert "".join(map(document.text_of, target.spans)) == target.text
    for span in map(Span.from_json, spans_in(programme.to_json())):
        assert 0 <= span.start <= span.end <= len(document.blocks[span.block].text)


def test_word_gives_the_same_programme(programme: Programme, printed: Flattened) -> None:
    word = tongchou.compile(word_notice(printed), "wandakai.docx")
    assert without_places(word.to_json()) == without_places(programme.to_json())
