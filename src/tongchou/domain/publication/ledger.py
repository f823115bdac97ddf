"""The ledger as sheets of typed cells: every target, every approved statement, every source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from tongchou.domain.publication.bulletin_text import numeral
from tongchou.domain.publication.facts import SIMULATED, EditionFacts, Statement
from tongchou.domain.publication.picture import Picture, TargetLine, TaskLine

Cell = str | Decimal | date | None
MILLIONTH = Decimal("0.000001")


class Kind(StrEnum):
    """How a column is written and aligned."""

    TEXT = "text"
    SHORT = "short"
    FIGURE = "figure"
    SHARE = "share"
    LIGHT = "light"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    width: float
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`light` is the code that colours the light's cell."""

    cells: tuple[Cell, ...]
    light: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`frozen` columns stay in sight, `unprinted` ones at the end are left out on paper."""

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[LedgerRow, ...]
    frozen: int = 0
    unprinted: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    title: str
    dated: date
    simulated: bool
    sheets: tuple[Sheet, ...]


def compose_ledger(
    picture: Picture,
    facts: EditionFacts,
    statements: Sequence[Statement],
    sources: Mapping[str, str],
) -> Ledger:
    """`statements`: what was approved up to the run's date; `sources`: the notice's sentence of

    each target by its UUID. Raises ValueError where there is no run.
    """
    if picture.as_of is None or picture.scheme is None:
        raise ValueError("a ledger needs a run")
    note = f"截至{picture.as_of}　第{facts.number}版　第{facts.run_number}次评估"
    if not picture.scheme.adopted:
        note += f"　亮灯按{picture.scheme.standing.zh}《{picture.scheme.title.zh}》"
    return Ledger(
        title=f"{facts.programme}台账",
        dated=facts.dated,
        simulated=facts.simulated,
        sheets=(
            Sheet(
                "台账",
                f"{facts.programme}台账",
                note,
                _target_columns(picture),
                tuple(_target_rows(picture, sources)),
                frozen=3,
                unprinted=2,
            ),
            _statement_sheet(picture, statements, note),
            Sheet(
                "说明", "说明", note, NOTE_COLUMNS, tuple(map(LedgerRow, _notes(picture, facts)))
            ),
        ),
    )


def _target_columns(picture: Picture) -> tuple[Column, ...]:
    return (
        Column("序号", 6, Kind.SHORT),
        Column("领域", 10),
        Column("任务", 20),
        Column("项目", 11),
        Column("目标", 24),
        Column("计量单位", 7, Kind.SHORT),
        Column("年度目标", 9, Kind.FIGURE),
        Column("应完成", 9, Kind.FIGURE),
        Column("实际", 9, Kind.FIGURE),
        Column("完成率", 8, Kind.SHARE),
        Column("亮灯", 6, Kind.LIGHT),
        Column("说明", 38),
        *(Column(party.name, 9, Kind.FIGURE) for party in picture.parties),
        Column("责任单位", 18),
        Column("原文", 40),
        Column("报告编号", 38),
    )


def _target_rows(picture: Picture, sources: Mapping[str, str]) -> Iterator[LedgerRow]:
    for area in picture.areas:
        for task in area.tasks:
            for line in task.targets:
                yield LedgerRow(
                    (
                        line.key,
                        f"{numeral(area.number)}、{area.name}" if area.number else area.name,
                        task.name,
                        line.project,
                        line.text,
                        line.unit or ("节点" if not line.is_quantity else ""),
                        *_figures(line),
                        line.lit.label.zh,
                        line.lit.sentence.zh,
                        *(_share(line, party.slug) for party in picture.parties),
                        _answering(task, line),
                        sources.get(line.uuid, ""),
                        "\n".join(s.submission for s in line.shares if s.submission),
                    ),
                    light=line.lit.code,
                )


def _figures(line: TargetLine) -> tuple[Cell, Cell, Cell, Cell]:
    """Annual, expected, actual and their rate; a ladder counts its stages."""
    if line.is_quantity:
        share = None
        if line.actual is not None and line.annual:
            share = (line.actual / line.annual).quantize(MILLIONTH, ROUND_HALF_UP)
        return line.annual, line.expected, line.actual, share
    reached, stages = line.stages
    return (Decimal(stages) if stages else None), None, line.stage or Decimal(reached), None


def _share(line: TargetLine, slug: str) -> Cell:
    """A figure as a number, a stage by its name, blank where nothing is approved."""
    for share in line.shares:
        if share.jurisdiction == slug:
            if line.is_quantity:
                return share.value
            return share.stated.zh if share.as_of else None
    return None


def _answering(task: TaskLine, line: TargetLine) -> str:
    named = [share.organization for share in line.shares if share.organization]
    return "、".join(named) or task.printed_organizations


NOTE_COLUMNS = (Column("项目", 16), Column("内容", 100))

STATEMENT_COLUMNS = (
    Column("目标", 7, Kind.SHORT),
    Column("地区", 8, Kind.SHORT),
    Column("单位", 20),
    Column("截至", 12, Kind.DATE),
    Column("数值", 12, Kind.FIGURE),
    Column("计量单位", 9, Kind.SHORT),
    Column("节点", 16),
    Column("到达日期", 12, Kind.DATE),
    Column("进展情况", 44),
    Column("存在问题", 32),
    Column("佐证材料", 24),
    Column("目标内容", 36),
    Column("第几次提交", 10, Kind.FIGURE),
    Column("报告编号", 38),
)


def _statement_sheet(picture: Picture, statements: Sequence[Statement], note: str) -> Sheet:
    lines = {line.key: line for task in picture.tasks for line in task.targets}
    rows = tuple(_statement_row(statement, lines) for statement in statements)
    return Sheet("填报明细", "审核通过的填报", note, STATEMENT_COLUMNS, rows, frozen=3, unprinted=3)


def _statement_row(statement: Statement, lines: Mapping[str, TargetLine]) -> LedgerRow:
    line = lines.get(statement.key)
    return LedgerRow(
        (
            statement.key,
            statement.jurisdiction,
            statement.organization,
            statement.period_end,
            statement.value,
            statement.unit,
            statement.stage,
            statement.reached_on,
            statement.words,
            statement.problems,
            "\n".join(statement.evidence),
            line.text if line else "",
            Decimal(statement.number),
            statement.submission,
        )
    )


def _notes(picture: Picture, facts: EditionFacts) -> Iterator[tuple[str, str]]:
    scheme = picture.scheme
    if facts.simulated:
        yield SIMULATED, "全部填报为演示数据，不反映任何地区、单位的真实进展。"
    yield "方案", f"{facts.programme}（第{facts.revision}版）"
    if facts.document_number:
        yield "文号", facts.document_number
    yield "截至日期", picture.as_of or ""
    yield "版次", f"第{facts.number}版，{facts.dated.isoformat()}"
    yield "评估", f"第{facts.run_number}次，记录 {facts.run_record}，摘要 {facts.run_digest}"
    if scheme is not None:
        adopted = "" if scheme.adopted else f"（{scheme.standing.zh}，未经各方采用）"
        yield "亮灯规则", f"《{scheme.title.zh}》第{scheme.version}版{adopted}"
        yield "规则来源", scheme.source.zh
        for light in scheme.lights:
            yield light.label.zh, light.meaning.zh
        yield "未评", "没有计划、没有数据或没有适用的规则；不是红灯，说明栏写明原因。"
    yield "应完成", "年内已满月数占计划月数的比例乘以年度目标；到期才要求的目标，到期前为零。"
    yield "实际", "各方审核通过的填报按该目标的合并方式计算；空白表示没有数据，不是零。"
    yield "报告编号", "封存的填报的编号，可在系统中打开原件。"
    for head in facts.heads:
        yield "链首", f"{head.issuer} #{head.sequence} {head.digest}"
