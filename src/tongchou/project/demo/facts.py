"""The facts of the demo's notice, from the data file beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from tongchou.documents.write_notice import AreaFacts, ClauseFacts, NoticeFacts, TaskFacts

FILE = "wandakai-2023.toml"
NAME = "万达开地区统筹发展2023年重点任务（演示）.docx"
NOTE = "演示数据　文字为软件自拟，非正式公文"


@cache
def _data() -> dict[str, Any]:
    text = files("tongchou.project.demo").joinpath(FILE).read_text(encoding="utf-8")
    return tomllib.loads(text)


def projects() -> dict[str, str]:
    """Where a project lies that the notice does not place: its name, the jurisdiction's."""
    return dict(_data()["projects"])


def stages() -> dict[int, int]:
    """How many stages of a task's ladders are promised for the year."""
    return {int(number): count for number, count in _data()["stages"].items()}


def load() -> NoticeFacts:
    data = _data()
    header: dict[str, Any] = data["header"]
    return NoticeFacts(
        document_number=header["document_number"],
        issuers=tuple(header["issuers"]),
        date=header["date"],
        subject=tuple(header["subject"]),
        addressees=tuple(header["addressees"]),
        order=header["order"],
        opening=header["opening"],
        publicity=header["publicity"],
        areas=tuple(_area(area) for area in data["areas"]),
        tasks=tuple(_task(task) for task in data["tasks"]),
        note=NOTE,
    )


def _area(area: dict[str, Any]) -> AreaFacts:
    clauses = tuple(ClauseFacts(clause["heading"], clause["text"]) for clause in area["clauses"])
    return AreaFacts(area["name"], area["lead"], clauses)


def _task(task: dict[str, Any]) -> TaskFacts:
    return TaskFacts(
        area=task["area"],
        name=task["name"],
        period=task["period"],
        scope=task["scope"],
        target=task["target"],
        organizations=tuple(task["organizations"]),
    )
