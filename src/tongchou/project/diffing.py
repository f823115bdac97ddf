"""`tongchou diff`: two notices or programme files held against each other, task by task."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tongchou.domain.programme.amending.change_words import (
    NONE,
    ORGANIZATIONS,
    moved,
    relation_words,
    short,
    worded,
)
from tongchou.domain.programme.amending.changes import (
    Diff,
    FieldChange,
    Relation,
    TargetDiff,
    TaskDiff,
)
from tongchou.domain.programme.amending.diff import diff
from tongchou.domain.programme.amending.field_names import field_name, word_name
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.text import Text

from . import listing
from .cli_text import OK, REFUSED, Stop
from .compiling import keep_source, read_programme, write_json

SAME = Text("两份内容一致", "both say the same")


def run(*, paths: tuple[Path, Path], out: Path | None, language: str) -> int:
    """0: they say the same; 1: they differ.

    Raises Stop where one of them cannot be read, or where the result would overwrite it.
    """
    for path in paths:
        keep_source(path, out)
    before, after = (_programme(path, language) for path in paths)
    found = diff(before, after)
    if out is not None:
        write_json(found.to_json(), out)
    if out != Path("-"):
        print("\n".join(lines(found, language)))
    return OK if found.same else REFUSED


def _programme(path: Path, language: str) -> Programme:
    """Raises Stop where no task can be read from it, once its findings are printed."""
    read = read_programme(path)
    if read.programme is not None and read.programme.tasks:
        return read.programme
    for line in listing.finding_lines(path.name, read.findings, language):
        print(line, file=sys.stderr)
    raise Stop(f"读不出 {path} 的任务", f"The tasks of {path} cannot be read")


def lines(found: Diff, language: str) -> list[str]:
    """One line a task that changed, and below it what changed in it."""
    if found.same:
        return [SAME.in_language(language)]
    printed = [f"  {line}" for line in _fields(found.header, language)]
    if printed:
        printed.insert(0, Text("通知", "notice").in_language(language))
    for task in found.tasks:
        if not task.same or task.relation is not Relation.KEPT:
            printed += _task(task, language)
    for clause in found.clauses:
        printed.append(
            f"{Text('正文', 'prose').in_language(language)} {relation_words(clause, language)}"
        )
        printed += [f"  - {clause.old}"] if clause.old else []
        printed += [f"  + {clause.new}"] if clause.new else []
    return printed


def _task(task: TaskDiff, language: str) -> Iterator[str]:
    head = Text("任务", "task").in_language(language)
    yield f"{head} {moved(task.before, task.after)} {relation_words(task, language)}  {task.name}"
    for line in _fields(task.fields, language):
        yield f"  {line}"
    for organization in task.organizations:
        label = ORGANIZATIONS[str(organization.change)].in_language(language)
        held = (role for role in (organization.old, organization.new) if role)
        roles = " → ".join(word_name(role).in_language(language) for role in held)
        yield f"  {label}: {organization.name} ({roles})"
    for quantity in task.quantities:
        none = NONE.in_language(language)
        label = field_name("quantity").in_language(language)
        yield f"  {label}: {quantity.old or none} → {quantity.new or none}"
    for target in task.targets:
        if not target.same or target.relation is not Relation.KEPT:
            yield from _target(target, language)


def _target(target: TargetDiff, language: str) -> Iterator[str]:
    head = Text("目标", "target").in_language(language)
    numbers = moved(target.before, target.after)
    yield f"  {head} {numbers} {relation_words(target, language)}  {short(target.text)}"
    for line in _fields(target.fields, language):
        yield f"    {line}"


def _fields(changes: Iterable[FieldChange], language: str) -> Iterator[str]:
    for change in changes:
        label = field_name(change.field).in_language(language)
        yield f"{label}: {' → '.join(worded(change, language))}"
