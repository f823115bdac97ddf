"""`tongchou compile`: reads a notice, prints what was read, needs no database."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity

from . import listing
from .cli_text import OK, REFUSED, Stop


@dataclass(frozen=True, slots=True)
class Read:
    """What a file gave; without a programme it could not be read, and the findings say why."""

    programme: Programme | None
    findings: tuple[Finding, ...]


def read_file(path: Path) -> bytes:
    """Raises Stop where the file is not there or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as reason:
        raise Stop(f"找不到文件：{path}", f"There is no such file: {path}") from reason
    except OSError as reason:
        raise Stop(f"不能读取 {path}：{reason}", f"Cannot read {path}: {reason}") from reason


def read_programme(path: Path) -> Read:
    """A notice, compiled; or a programme file (.json), whose doubts are looked for anew.

    Raises Stop for a file that is not there, and for a .json that is no programme file.
    """
    if path.suffix.lower() == ".json":
        programme = _programme_file(path)
        return Read(programme, programme.findings)
    from tongchou.documents.read import read_document
    from tongchou.domain.programme.compile import compile_document

    document = read_document(read_file(path), path.name)
    if not document.readable:
        return Read(None, document.findings)
    programme = compile_document(document)
    return Read(programme, programme.findings)


def run(*, path: Path, out: Path | None, language: str, strict: bool) -> int:
    """0: read; 1: an error finding (with `strict` a warning too).

    Raises Stop, before anything is read, where the result would overwrite the notice.
    """
    keep_source(path, out)
    read = read_programme(path)
    if read.programme is not None and read.programme.tasks and out != Path("-"):
        print("\n".join(listing.summary(read.programme, language)))
    for line in listing.finding_lines(path.name, read.findings, language):
        print(line, file=sys.stderr)
    if read.programme is not None and out is not None:
        write_json(read.programme.to_json(), out)
    return code_of(read.findings, strict)


def keep_source(path: Path, out: Path | None) -> None:
    """Raises Stop where the result would overwrite what it is made from."""
    if out is not None and out.exists() and path.exists() and out.samefile(path):
        raise Stop(f"{out} 就是通知本身：请另指一个文件。",
                   f"{out} is the notice itself: name another file.")  # fmt: skip


def write_json(content: Any, out: Path) -> None:
    """To a file, or to standard output for `-`. Raises Stop where it cannot be written."""
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if out == Path("-"):
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as reason:
        raise Stop(f"不能写入 {out}：{reason}", f"Cannot write {out}: {reason}") from reason


def code_of(findings: Iterable[Finding], strict: bool) -> int:
    """1 for an error finding, with `strict` for a warning too."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return REFUSED if any(finding.severity in grave for finding in findings) else OK


def _programme_file(path: Path) -> Programme:
    from tongchou.domain.programme.lint import linted

    unfit = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError)
    try:
        return linted(Programme.from_json(json.loads(read_file(path))))
    except unfit as reason:
        raise Stop(f"{path} 不是方案文件：{reason!r}",
                   f"{path} is no programme file: {reason!r}") from reason  # fmt: skip
