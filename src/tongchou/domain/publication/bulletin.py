"""The bulletin of a period, as words: overall, by area, late by name, not assessed, next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tongchou.domain.publication.bulletin_text import BulletinText, indicator, numeral
from tongchou.domain.publication.facts import SIMULATED, EditionFacts
from tongchou.domain.publication.picture import Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first level; items carry a heading of the second level or none."""

    heading: str
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """`light` chooses the shade; a row of an area has its name alone."""

    texts: tuple[str, ...]
    light: str = ""
    area: bool = False


@dataclass(frozen=True, slots=True)
class Bulletin:
    name: str
    issue: str
    organ: str
    dated: date
    note: str
    title: tuple[str, ...]
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    annex_title: str
    annex_header: tuple[str, ...]
    annex_widths: tuple[float, ...]
    annex_rows: tuple[AnnexRow, ...]
    foot: tuple[str, ...]


def compose(picture: Picture, facts: EditionFacts) -> Bulletin:
    """Writes the bulletin of an assessed picture. Raises ValueError where there is no run."""
    if picture.scheme is None or picture.as_of is None:
        raise ValueError("a bulletin needs a run")
    writer = BulletinText(picture, facts, picture.scheme, date.fromisoformat(picture.as_of))
    parties = tuple(party.name for party in picture.parties)
    width = 16.0
    rest = 247.0 - 11 - 52 - 16 - width * len(parties) - 44
    return Bulletin(
        name=f"{facts.undertaking}工作简报",
        issue=f"第{facts.number}期",
        organ=facts.office,
        dated=facts.dated,
        note=SIMULATED if facts.simulated else "",
        title=(f"关于{facts.work}进展情况的通报", f"（截至{writer.as_of}）"),
        opening=writer.opening(),
        sections=(
            Section("一、总体情况", tuple(writer.overall())),
            Section("二、各领域情况", tuple(writer.areas())),
            Section("三、滞后任务", tuple(writer.late())),
            Section("四、未评事项及原因", tuple(writer.unassessed())),
            Section("五、下一步", tuple(writer.following())),
        ),
        annex_title=f"{facts.work}亮灯一览表",
        annex_header=("序号", "任务", "亮灯", *parties, "主要指标（实际/年度目标）", "责任单位"),
        annex_widths=(11, 52, 16, *([width] * len(parties)), rest, 44),
        annex_rows=tuple(_annex(picture, writer)),
        foot=writer.foot(),
    )


def _annex(picture: Picture, writer: BulletinText) -> Iterator[AnnexRow]:
    columns = 5 + len(picture.parties)
    for area in picture.areas:
        head = [numeral(area.number) if area.number else "", area.name]
        yield AnnexRow((*head, *([""] * (columns - 2))), area=True)
        for task in area.tasks:
            yield AnnexRow(
                (
                    str(task.number),
                    task.name,
                    task.lit.label.zh,
                    *(writer.cell(task, party.slug) for party in picture.parties),
                    "\n".join(indicator(line) for line in task.targets),
                    task.printed_organizations,
                ),
                light=task.lit.code,
            )
