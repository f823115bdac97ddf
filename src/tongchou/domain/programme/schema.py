"""The JSON Schema of the programme file, made from the same enumerations the code uses."""

from tongchou.domain.programme.amending.corrections import PUBLICITY, STATES
from tongchou.domain.programme.programme import SCHEMA_VERSION
from tongchou.domain.programme.project import ProjectCategory
from tongchou.domain.programme.schema_parts import (
    DATE,
    DECIMAL,
    NUMBER,
    SPAN,
    TEXT,
    Json,
    closed,
    list_of,
    map_of,
    one_of,
    or_null,
    ref,
    said,
)
from tongchou.domain.programme.target import (
    Cadence,
    Combine,
    Curve,
    Effort,
    QuantityField,
    QuantityRole,
    TargetKind,
)
from tongchou.domain.programme.targets.ladders import templates
from tongchou.domain.programme.task import Origin, Role
from tongchou.domain.shared.findings import Severity
from tongchou.domain.shared.organizations import OrganizationKind
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.quantities import Comparator, Measure


def schema() -> Json:
    """Draft 2020-12; every object is closed and every member required."""
    root = closed(
        "A programme as read from one notice",
        schema_version={"const": SCHEMA_VERSION},
        year=or_null({"type": "integer", "description": "The year the targets are for"}),
        header=ref("header"),
        participants=list_of(ref("participant")),
        areas=list_of(ref("area")),
        tasks=list_of(ref("task")),
        projects=list_of(ref("project")),
        targets=list_of(ref("target")),
        clauses=list_of(ref("clause")),
        findings=list_of(ref("finding")),
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Tongchou programme file",
        **root,
        "$defs": {
            "span": _span(),
            "header": _header(),
            "participant": _participant(),
            "area": _area(),
            "task": _task(),
            "period": _period(),
            "organization": _organization(),
            "quantity": _quantity(),
            "project": _project(),
            "target": _target(),
            "plan": _plan(),
            "ladder": _ladder(),
            "checklist": _checklist(),
            "promise": _promise(),
            "clause": _clause(),
            "finding": _finding(),
        },
    }


def _span() -> Json:
    return {
        "type": "array",
        "description": "[block, start, end): code points of one block of the document",
        "prefixItems": [NUMBER, NUMBER, NUMBER],
        "items": False,
        "minItems": 3,
    }


def _header() -> Json:
    return closed(
        "The letter of the notice; null or empty where it has no such part",
        document_number=or_null(said("发文字号")),
        issuers=list_of(said("发文机关, the host first")),
        date=or_null(DATE),
        title=said("Without the issuers' names"),
        annex_title=or_null(TEXT),
        addressees=list_of(said("主送机关")),
        publicity=or_null(one_of(PUBLICITY, "公开属性")),
        fields=map_of(list_of(SPAN), "Where each part stands"),
    )


def _participant() -> Json:
    return closed(
        "A government that takes part",
        name=TEXT,
        short=said("As texts name it; the key of a jurisdiction in this file"),
        code=or_null({"type": "string", "pattern": r"^\d{6}$", "description": "GB/T 2260"}),
        parent=or_null(TEXT),
        signed={"type": "boolean", "description": "False: takes part without a vote"},
    )


def _area() -> Json:
    return closed("领域", number=NUMBER, name=TEXT, spans=list_of(SPAN))


def _task() -> Json:
    return closed(
        "任务: one row of the annex, texts verbatim",
        number=NUMBER,
        printed_number=TEXT,
        area=or_null(NUMBER),
        name=TEXT,
        period=ref("period"),
        scope=TEXT,
        target=TEXT,
        remark=TEXT,
        organizations=list_of(ref("organization")),
        quantities=list_of(ref("quantity")),
        cells=map_of(SPAN, "The span of each filled cell, by column"),
        origin=one_of(Origin, "annex: a row of the annex; prose: an adopted 正文事项"),
        spans=list_of(SPAN),
    )


def _period() -> Json:
    return closed(
        "When a task is due; inclusive dates",
        text=TEXT,
        start=or_null(DATE),
        end=or_null(DATE),
        kind=one_of(
            PeriodKind, "deadline: by a day; range: years; soft: 阶段性成效; standing: 长期"
        ),
    )


def _organization() -> Json:
    return closed(
        "责任单位",
        name=said("With its government written out"),
        jurisdiction=or_null(said("Short name; null where the line does not say")),
        role=one_of(Role, "牵头、责任、配合、督导"),
        printed=said("As the cell has it"),
        kind=one_of(OrganizationKind, "What sort of organ it is"),
        function=or_null(said("Key of its function, the same on both sides of a border")),
        code=or_null(said("Of its government after GB/T 2260, or a park's internal one")),
        spans=list_of(SPAN),
    )


def _quantity() -> Json:
    return closed(
        "A figure as printed and its exact value",
        field=one_of(QuantityField, "Where it is printed"),
        text=said("Verbatim, with unit and 余, 以上 or 左右"),
        number=TEXT,
        value={**DECIMAL, "description": "In the base unit"},
        upper=or_null({**DECIMAL, "description": "The other end of a range"}),
        unit=said("The base unit; 1 for shares"),
        printed_unit=TEXT,
        subject=said("What is measured; empty where the text does not say"),
        comparator=one_of(Comparator, "突破 more_than; 达到, 以上 at_least; 左右, 余 about"),
        role=one_of(QuantityRole, "Promised, of the whole undertaking, descriptive, or a share"),
        measure=one_of(Measure, "Flows grow, stocks and rates are as of a date, counts are whole"),
        spans=list_of(SPAN),
    )


def _target() -> Json:
    return closed(
        "目标: one atomic promise of a task",
        key={"type": "string", "pattern": r"^\d+\.\d+$"},
        task=NUMBER,
        project=or_null(said("The named undertaking it belongs to")),
        kind=one_of(TargetKind, "How it is measured"),
        text=said("Verbatim; pieces that stand apart are joined by ；"),
        jurisdictions=list_of(said("Short names")),
        combine=one_of(Combine, "How the parties' figures make the joint one"),
        effort=one_of(Effort, "effort: 力争, 争取"),
        quantity=or_null(ref("quantity")),
        ladder=or_null(ref("ladder")),
        checklist=or_null(ref("checklist")),
        plan=or_null(ref("plan")),
        answers=map_of(said("An organization's name"), "Who answers, by jurisdiction"),
        cadence=one_of(Cadence, "How often it is reported on"),
        state=one_of(STATES, "Whether a coordinator has confirmed this reading"),
        spans=list_of(SPAN),
    )


def _plan() -> Json:
    return closed(
        "How the figure is expected to grow between two inclusive dates",
        curve=one_of(Curve, "linear: by whole months; step: all of it at the end"),
        start=DATE,
        end=DATE,
    )


def _ladder() -> Json:
    rung = closed(
        "阶段",
        name=TEXT,
        proof=said("佐证 that the rung needs"),
        planned=or_null(DATE),
    )
    return closed(
        "Stages of a promise without a figure",
        template=one_of(templates(), "The kind of undertaking"),
        rungs=list_of(rung),
    )


def _checklist() -> Json:
    item = closed("事项", name=TEXT, proof=said("佐证 that it needs"), spans=list_of(SPAN))
    return closed(
        "Items that each jurisdiction has to reach",
        items=list_of(item),
        expected=or_null({**NUMBER, "description": "Their printed number"}),
    )


def _project() -> Json:
    return closed(
        "项目: a named undertaking, one however often it is named",
        key={"type": "string", "pattern": r"^p\d+$"},
        name=TEXT,
        names=list_of(said("Every way it is written")),
        sort=or_null(said("Key of projects.json")),
        category=or_null(one_of(ProjectCategory, "前期、新开工、续建、竣工")),
        tasks=list_of({**NUMBER, "description": "Tasks that name it"}),
        targets=list_of(said("Keys of its own targets")),
        jurisdictions=list_of(said("Short names")),
        quantities=list_of(ref("quantity")),
        spans=list_of(SPAN),
    )


def _promise() -> Json:
    return closed(
        "One action of a sentence, and what carries it",
        key={"type": "string", "pattern": r"^c\d+\.\d+$"},
        text=TEXT,
        tasks=list_of({**NUMBER, "description": "Tasks that carry it"}),
        targets=list_of(said("Keys of targets that carry it")),
        projects=list_of(said("Keys of the projects it names")),
        spans=list_of(SPAN),
    )


def _clause() -> Json:
    return closed(
        "A sentence of the prose",
        section=said("The section's heading with its number"),
        heading=said("The run-in heading above it"),
        text=TEXT,
        tasks=list_of({**NUMBER, "description": "Tasks that carry it"}),
        quantities=list_of(ref("quantity")),
        promises=list_of(ref("promise")),
        spans=list_of(SPAN),
    )


def _finding() -> Json:
    words = closed("Chinese and English", zh=TEXT, en=TEXT)
    position = closed(
        "A span of the document, or words",
        block=or_null(NUMBER),
        start=or_null(NUMBER),
        end=or_null(NUMBER),
        where=TEXT,
    )
    return closed(
        "What a person should look at",
        code={"type": "string", "pattern": r"^[NPRAX]\d{3}$"},
        severity=one_of(Severity, "An error stands in the way of a seal"),
        message=words,
        position=position,
        remedy=words,
    )
