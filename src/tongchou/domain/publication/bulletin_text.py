"""The sentences of a bulletin, each from the picture and nothing else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tongchou.domain.assessment.reasons import Reason
from tongchou.domain.assessment.scheme import LightScheme
from tongchou.domain.publication.facts import SIMULATED, EditionFacts
from tongchou.domain.publication.picture import Picture, TargetLine, TaskLine
from tongchou.domain.shared.canonical import decimal_text

NUMERALS = "零一二三四五六七八九十"
Item = tuple[str, str]
"""A heading of the second level, or none, and what follows it."""


class BulletinText:
    def __init__(
        self, picture: Picture, facts: EditionFacts, scheme: LightScheme, as_of: date
    ) -> None:
        self.picture, self.facts, self.scheme = picture, facts, scheme
        self.as_of = chinese(as_of)
        self.labels = [(code, label.zh) for code, label in picture.labels()]

    def opening(self) -> tuple[str, ...]:
        facts, standing = self.facts, self.scheme.standing.zh
        number = f"（{facts.document_number}）" if facts.document_number else ""
        rule = f"《{self.scheme.title.zh}》（第{self.scheme.version}版）"
        lines = [
            (
                f"现将{facts.programme}{number}截至{self.as_of}的进展情况通报如下。"
                f"数据均为各地审核通过的填报，按{standing}{rule}亮灯，"
                f"应完成进度按年内已满月数占十二个月的比例计算；除注明者外，数据截至{self.as_of}。"
            )
        ]
        if not self.scheme.adopted:
            lines.append(f"该规则尚未经各方采用，所亮的灯为{standing}结果，仅供工作参考。")
        if facts.simulated:
            lines.append(f"本期全部填报为{SIMULATED}，不反映任何地区、单位的真实进展。")
        return tuple(lines)

    def overall(self) -> Iterator[Item]:
        tasks, targets = self.picture.counts, self.picture.target_counts
        yield (
            "",
            (
                f"{sum(tasks.values())}项任务中，{self._shares(tasks)}。"
                f"{sum(targets.values())}个目标中，{self._shares(targets)}。"
                f"任务的灯取其各目标中最差的一个。"
            ),
        )
        for party in self.picture.parties:
            own, joint = sum(party.counts.values()), sum(party.joint.values())
            if own or joint:
                words = f"单独亮灯的任务{own}项：{self._counts(party.counts) or '无'}。"
                if joint:
                    words += f"只计入共同目标的任务{joint}项：{self._counts(party.joint)}。"
                yield f"{party.name}。", words

    def areas(self) -> Iterator[Item]:
        for order, area in enumerate(self.picture.areas, start=1):
            words = f"共{len(area.tasks)}项任务：{self._counts(area.counts)}。"
            figures = [
                f"{self._name(line, task)}{_progress(line, self.as_of)}"
                for task in area.tasks
                for line in task.targets
                if line.is_quantity and line.lit.code
            ]
            if figures:
                words += f"其中，{'；'.join(figures)}。"
            yield f"（{numeral(order)}）{area.name}。", words

    def late(self) -> Iterator[Item]:
        best = self.scheme.lights[0].code
        order = 0
        for light in reversed(self.scheme.lights[1:]):
            for task in self.picture.tasks:
                if task.lit.code != light.code:
                    continue
                order += 1
                reasons = "".join(
                    f"{self._named(line, task)}{line.lit.grounds.zh}" for line in task.late()
                )
                yield (
                    "",
                    (
                        f"{order}．任务{task.number}，{task.name}（{light.label.zh}）。{reasons}"
                        f"责任单位：{task.printed_organizations}。"
                    ),
                )
        if not order:
            label = self.scheme.light(best).label.zh
            yield "", f"已评的任务全部为{label}。"

    def unassessed(self) -> Iterator[Item]:
        grouped: dict[str, list[str]] = defaultdict(list)
        for task in self.picture.tasks:
            for line in task.targets:
                if not line.lit.code:
                    grouped[line.lit.why.zh].append(f"任务{task.number}{_quoted(line)}")
        if not grouped:
            yield "", "全部目标均已评估。"
        for order, (why, lines) in enumerate(grouped.items(), start=1):
            yield f"（{numeral(order)}）{why}。", f"共{len(lines)}个目标：{'；'.join(lines)}。"

    def following(self) -> Iterator[Item]:
        lights = self.scheme.lights
        worst = [light.label.zh for light in lights[2:]]
        steps = [
            (
                f"{'、'.join(reversed(worst))}任务的责任单位，请在下一期填报中写明原因、措施和完成时限；"
                f"需要其他地区配合的，请一并写明协调事项，由联合办公室提请协调。"
            )
        ]
        silent = self._silent()
        if silent:
            steps.append(f"以下单位尚无审核通过的数据，请尽快补报：{silent}。")
        if any(line.lit.reason == Reason.UNPLANNED_LADDER for line in self._lines()):
            steps.append("未定计划日期的目标，请责任单位提出各节点日期，由各方确认后列入方案。")
        if not self.scheme.adopted:
            steps.append("请各方研究亮灯规则，确认采用或提出修改意见。")
        for order, step in enumerate(steps, start=1):
            yield "", f"{order}．{step}"

    def foot(self) -> tuple[str, ...]:
        facts = self.facts
        lines = [
            f"版次：第{facts.number}版　评估：第{facts.run_number}次　方案：第{facts.revision}版",
            f"评估记录：{facts.run_record}　摘要：{facts.run_digest}",
            f"规则来源：{self.scheme.source.zh}",
        ]
        lines += [f"链首：{head.issuer} #{head.sequence} {head.digest}" for head in facts.heads]
        return tuple(lines)

    def _shares(self, counts: Mapping[str, int]) -> str:
        whole = sum(counts.values())
        shown = []
        for code, label in self.labels:
            if counts.get(code):
                share = Decimal(counts[code]) * 100 / Decimal(whole)
                shown.append(f"{label}{counts[code]}项，占{_one_place(share)}%")
        return "；".join(shown)

    def _counts(self, counts: Mapping[str, int]) -> str:
        held = [f"{label}{counts[code]}项" for code, label in self.labels if counts.get(code)]
        return "、".join(held)

    def _name(self, line: TargetLine, task: TaskLine) -> str:
        """The target's key, project and words, as much as tells it apart."""
        project = f"{line.project}，" if line.project and line.project not in line.text else ""
        return f"目标{line.key}（{project}{line.text}）" if len(task.targets) > 1 else ""

    def _named(self, line: TargetLine, task: TaskLine) -> str:
        name = self._name(line, task)
        return f"{name}：" if name else ""

    def _lines(self) -> Iterator[TargetLine]:
        for task in self.picture.tasks:
            yield from task.targets

    def _silent(self) -> str:
        """Organizations that answer for something due and have no approved figure."""
        found = [
            share.organization
            for line in self._lines()
            for share in line.shares
            if share.organization and share.lit.reason == Reason.NO_FIGURE
        ]
        return "、".join(dict.fromkeys(found))

    def cell(self, task: TaskLine, slug: str) -> str:
        """A jurisdiction's light; （共同） where only a joint one stands for it."""
        share = task.shares.get(slug)
        if share is None:
            return "—"
        if share.lit.code or not share.joint:
            return share.lit.label.zh
        return f"{self.scheme.light(share.joint).label.zh}（共同）"


def _progress(line: TargetLine, as_of: str) -> str:
    """实际4.2万亩，完成年度目标的60.6%（万州、达州填报）; the day, where it is not the run's."""
    days = sorted({share.as_of for share in line.shares if share.as_of})
    names = "、".join(share.name for share in line.shares if share.value is not None)
    dated = [chinese(date.fromisoformat(day)) for day in days]
    other = f"，截至{dated[-1]}" if dated and dated != [as_of] else ""
    done = f"，完成年度目标的{line.rate}" if line.rate else ""
    return f"实际{_figure(line.actual, line.unit)}{done}（{names}填报{other}）"


def indicator(line: TargetLine) -> str:
    """One line of the annex: 4.2/6.93万亩（60.6%）, or the stage reached."""
    if line.is_quantity:
        actual = "—" if line.actual is None else decimal_text(line.actual)
        share = f"（{line.rate}）" if line.rate else ""
        return f"{line.key}　{actual}/{_figure(line.annual, line.unit)}{share}"
    done, whole = line.stages
    stage = line.stage or ("未起步" if line.lit.code else line.lit.why.zh)
    return f"{line.key}　{stage}（{done}/{whole}）"


def _quoted(line: TargetLine) -> str:
    missing = line.lit.brief.zh.removeprefix(line.lit.why.zh).lstrip("，")
    return f"“{_shortened(line.text)}”" + (f"（{missing}）" if missing else "")


def _shortened(text: str, most: int = 30) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _figure(value: Decimal | None, unit: str) -> str:
    return "—" if value is None else f"{decimal_text(value)}{unit}"


def _one_place(value: Decimal) -> str:
    return decimal_text(value.quantize(Decimal("0.1"), ROUND_HALF_UP))


def chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def numeral(number: int) -> str:
    """一 to 九十九."""
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones]
    return ("" if tens == 1 else NUMERALS[tens]) + "十" + (NUMERALS[ones] if ones else "")
