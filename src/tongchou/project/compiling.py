"""`tongchou compile`: reads a notice, prints what was read, needs no database."""

import json
import sys
from pathlib import Path

from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity

from . import listing
from .cli_text import OK, REFUSED, Stop


def read_file(path: Path) -> bytes:
    """Raises Stop where the file is not there or may not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as reason:
        raise Stop(f"找不到文件：{path}", f"There is no such file: {path}") from reason
    except OSError as reason:
        raise Stop(f"不能读取 {path}：{reason}", f"Cannot read {path}: {reason}") from reason


def run(*, path: Path, out: Path | None, language: str, strict: bool) -> int:
    """0: read; 1: an error finding (with `strict` a warning too).

    Raises Stop, before anything is read, where the result would overwrite the notice.
    """
    if out is not None and out.exists() and path.exists() and out.samefile(path):
        raise Stop(f"{out} 就是通知本身：请另指一个文件。",
                   f"{out} is the notice itself: name another file.")  # fmt: skip
    from tongchou.documents.read import read_document
    from tongchou.domain.programme.compile import compile_document

    document = read_document(read_file(path), path.name)
    programme = compile_document(document) if document.readable else None
    of_programme = programme.findings if programme else ()
    findings = tuple(dict.fromkeys((*document.findings, *of_programme)))
    if programme is not None and programme.tasks and out != Path("-"):
        print("\n".join(listing.summary(programme, language)))
    for line in listing.finding_lines(path.name, findings, language):
        print(line, file=sys.stderr)
    if programme is not None and out is not None:
        _write(programme, out)
    return _code(findings, strict)


def _write(programme: Programme, out: Path) -> None:
    text = json.dumps(programme.to_json(), ensure_ascii=False, indent=1) + "\n"
    if out == Path("-"):
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as reason:
        raise Stop(f"不能写入 {out}：{reason}", f"Cannot write {out}: {reason}") from reason


def _code(findings: tuple[Finding, ...], strict: bool) -> int:
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return REFUSED if any(finding.severity in grave for finding in findings) else OK
