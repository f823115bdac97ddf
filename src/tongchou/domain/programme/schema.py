"""The JSON Schema of the programme file, made from the same enumerations the code uses."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from tongchou.domain.programme.corrections import PUBLICITY, STATES
from tongchou.domain.programme.ladders import templates
from tongchou.domain.programme.programme import SCHEMA_VERSION
from tongchou.domain.programme.target import (
    Combine,
    Curve,
    Effort,
    QuantityField,
    QuantityRole,
    TargetKind,
)
from tongchou.domain.programme.task import Role
from tongchou.domain.shared.findings import Severity
from tongchou.domain.shared.organizations import OrganizationKind
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.quantities import Comparator, Measure

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
DATE: Json = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
NUMBER: Json = {"type": "integer", "minimum": 0}
DECIMAL: Json = {
    "type": "string",
    "pattern": r"^-?(0|[1-9]\d*)(\.\d*[1-9])?$",
    "description": "An exact figure in plain notation",
}
SPAN: Json = {"$ref": "#/$defs/span"}


def schema() -> Json:
    """Draft 2020-12; every object is closed and every member required."""
    root = _object(
        "A programme as read from one notice",
        schema_version={"const": SCHEMA_VERSION},
        year=_or_null({"type": "integer", "description": "The year the targets are for"}),
        header=_ref("header"),
        participants=_list(_ref("participant")),
        areas=_list(_ref("area")),
        tasks=_list(_ref("task")),
        targets=_list(_ref("target")),
        clauses=_list(_ref("clause")),
        findings=_list(_ref("finding")),
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
            "target": _target(),
            "plan": _plan(),
            "ladder": _ladder(),
            "clause": _clause(),
            "finding": _finding(),
        },
    }


def _object(description: str, **members: Json) -> Json:
    return {
        "type": "object",
        "description": description,
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _map(value: Json, description: str) -> Json:
    return {"type": "object", "description": description, "additionalProperties": value}


def _or_null(value: Json) -> Json:
    return {"anyOf": [value, {"type": "null"}]}


def _one_of(words: Iterable[str] | type[StrEnum], description: str) -> Json:
    return {"enum": [str(word) for word in words], "description": description}


def _said(description: str) -> Json:
    return {**TEXT, "description": description}


def _span() -> Json:
    return {
        "type": "array",
        "description": "[block, start, end): code points of one block of the document",
        "prefixItems": [NUMBER, NUMBER, NUMBER],
        "items": False,
        "minItems": 3,
    }


def _header() -> Json:
    return _object(
        "The letter of the notice; null or empty where it has no such part",
        document_number=_or_null(_said("发文字号")),
        issuers=_list(_said("发文机关, the host first")),
        date=_or_null(DATE),
        title=_said("Without the issuers' names"),
        annex_title=_or_null(TEXT),
        addressees=_list(_said("主送机关")),
        publicity=_or_null(_one_of(PUBLICITY, "公开属性")),
        fields=_map(_list(SPAN), "Where each part stands"),
    )


def _participant() -> Json:
    return _object(
        "A government that takes part",
        name=TEXT,
        short=_said("As texts name it; the key of a jurisdiction in this file"),
        code=_or_null({"type": "string", "pattern": r"^\d{6}$", "description": "GB/T 2260"}),
        parent=_or_null(TEXT),
        signed={"type": "boolean", "description": "False: takes part without a vote"},
    )


def _area() -> Json:
    return _object("领域", number=NUMBER, name=TEXT, spans=_list(SPAN))


def _task() -> Json:
    return _object(
        "任务: one row of the annex, texts verbatim",
        number=NUMBER,
        printed_number=TEXT,
        area=_or_null(NUMBER),
        name=TEXT,
        period=_ref("period"),
        scope=TEXT,
        target=TEXT,
        remark=TEXT,
        organizations=_list(_ref("organization")),
        quantities=_list(_ref("quantity")),
        cells=_map(SPAN, "The span of each filled cell, by column"),
        spans=_list(SPAN),
    )


def _period() -> Json:
    return _object(
        "When a task is due; inclusive dates",
        text=TEXT,
        start=_or_null(DATE),
        end=_or_null(DATE),
        kind=_one_of(
            PeriodKind, "deadline: by a day; range: years; soft: 阶段性成效; standing: 长期"
        ),
    )


def _organization() -> Json:
    return _object(
        "责任单位",
        name=_said("With its government written out"),
        jurisdiction=_or_null(_said("Short name; null where the line does not say")),
        role=_one_of(Role, "牵头、责任、配合、督导"),
        printed=_said("As the cell has it"),
        kind=_one_of(OrganizationKind, "What sort of organ it is"),
        function=_or_null(_said("Key of its function, the same on both sides of a border")),
        spans=_list(SPAN),
    )


def _quantity() -> Json:
    return _object(
        "A figure as printed and its exact value",
        field=_one_of(QuantityField, "Where it is printed"),
        text=_said("Verbatim, with unit and 余, 以上 or 左右"),
        number=TEXT,
        value={**DECIMAL, "description": "In the base unit"},
        upper=_or_null({**DECIMAL, "description": "The other end of a range"}),
        unit=_said("The base unit; 1 for shares"),
        printed_unit=TEXT,
        comparator=_one_of(Comparator, "突破 more_than; 达到, 以上 at_least; 左右, 余 about"),
        role=_one_of(QuantityRole, "Promised, of the whole undertaking, descriptive, or a share"),
        measure=_one_of(Measure, "Flows grow, stocks and rates are as of a date, counts are whole"),
        spans=_list(SPAN),
    )


def _target() -> Json:
    return _object(
        "目标: one atomic promise of a task",
        key={"type": "string", "pattern": r"^\d+\.\d+$"},
        task=NUMBER,
        project=_or_null(_said("The named undertaking it belongs to")),
        kind=_one_of(TargetKind, "How it is measured"),
        text=_said("Verbatim; pieces that stand apart are joined by ；"),
        jurisdictions=_list(_said("Short names")),
        combine=_one_of(Combine, "How the parties' figures make the joint one"),
        effort=_one_of(Effort, "effort: 力争, 争取"),
        quantity=_or_null(_ref("quantity")),
        ladder=_or_null(_ref("ladder")),
        plan=_or_null(_ref("plan")),
        answers=_map(_said("An organization's name"), "Who answers, by jurisdiction"),
        state=_one_of(STATES, "Whether a coordinator has confirmed this reading"),
        spans=_list(SPAN),
    )


def _plan() -> Json:
    return _object(
        "How the figure is expected to grow between two inclusive dates",
        curve=_one_of(Curve, "linear: by whole months; step: all of it at the end"),
        start=DATE,
        end=DATE,
    )


def _ladder() -> Json:
    rung = _object(
        "阶段",
        name=TEXT,
        proof=_said("佐证 that the rung needs"),
        planned=_or_null(DATE),
    )
    return _object(
        "Stages of a promise without a figure",
        template=_one_of(templates(), "The kind of undertaking"),
        rungs=_list(rung),
    )


def _clause() -> Json:
    return _object(
        "A sentence of the prose",
        section=_said("The section's heading with its number"),
        heading=_said("The run-in heading above it"),
        text=TEXT,
        tasks=_list({**NUMBER, "description": "Tasks that carry it"}),
        quantities=_list(_ref("quantity")),
        spans=_list(SPAN),
    )


def _finding() -> Json:
    words = _object("Chinese and English", zh=TEXT, en=TEXT)
    position = _object(
        "A span of the document, or words",
        block=_or_null(NUMBER),
        start=_or_null(NUMBER),
        end=_or_null(NUMBER),
        where=TEXT,
    )
    return _object(
        "What a person should look at",
        code={"type": "string", "pattern": r"^[NPRAX]\d{3}$"},
        severity=_one_of(Severity, "An error stands in the way of a seal"),
        message=words,
        position=position,
        remedy=words,
    )
