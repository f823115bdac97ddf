"""Reading in a process of its own, so that a hostile file harms nothing but that process."""

import json
import logging
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tongchou.documents.findings import ReadingStopped
from tongchou.documents.guard import MAX_BLOCKS, MEGABYTE, GuardError
from tongchou.documents.processes import run_bounded
from tongchou.documents.readers import Reading, read_here
from tongchou.domain.notice.document import Block, BlockKind
from tongchou.domain.shared.findings import Finding, StoredFinding
from tongchou.domain.shared.text import Text

SECONDS = 120
MEMORY = 2048 * MEGABYTE
MAX_ANSWER = 400 * MEGABYTE
AT_ONCE = 2
NO_MEMORY = 77
_PLACE = 6
TOO_SLOW = Text("超过了时间上限", "it took too long")
TOO_BIG = Text("超过了内存上限", "it needed too much memory")
BROKE_OFF = Text("读取程序意外中止", "the reader broke off")

_places = threading.BoundedSemaphore(AT_ONCE)
_log = logging.getLogger(__name__)


def read_apart(kind: str, data: bytes, name: str) -> Reading:
    """As `read_here`, in a child with limits of time and memory. Raises GuardError."""
    with _places:
        ended = run_bounded(_command(kind, name), data, seconds=SECONDS, most=MAX_ANSWER)
    if ended.late:
        raise GuardError(ReadingStopped(name=name, what=TOO_SLOW))
    if ended.code == NO_MEMORY:
        raise GuardError(ReadingStopped(name=name, what=TOO_BIG))
    try:
        return _opened(ended.output)
    except (ValueError, LookupError, TypeError):
        _log.error("the reader of %s ended with %s: %s", kind, ended.code, ended.errors)
        raise GuardError(ReadingStopped(name=name, what=BROKE_OFF)) from None


def _command(kind: str, name: str) -> list[str]:
    """A bare interpreter that finds this package and its libraries where this process does."""
    own = str(Path(__file__).resolve().parents[2])
    paths = json.dumps([own, *(path for path in sys.path if path)])
    start = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    start += "from tongchou.documents.apart import serve; serve(sys.argv[2], sys.argv[3])"
    return [sys.executable, "-I", "-S", "-c", start, paths, kind, name]


def serve(kind: str, name: str) -> None:
    """The child's part: limits itself, reads its input, writes the answer as JSON."""
    _limit()
    try:
        answer = _answer(kind, sys.stdin.buffer.read(), name)
    except MemoryError:
        sys.exit(NO_MEMORY)
    sys.stdout.buffer.write(answer)


def _answer(kind: str, data: bytes, name: str) -> bytes:
    try:
        blocks, findings = read_here(kind, data, name)
        answer = {"blocks": [_row(block) for block in blocks], "findings": _rows(findings)}
    except GuardError as refusal:
        answer = {"refusal": refusal.finding.to_json()}
    return json.dumps(answer, ensure_ascii=False).encode()


def _limit() -> None:
    """Memory and processor time, on systems that know such limits."""
    try:
        import resource
    except ImportError:
        return
    for which, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(which)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (soft, hard))


def _row(block: Block) -> list[Any]:
    return [
        block.kind,
        block.text,
        block.table,
        block.row,
        block.column,
        block.row_span,
        block.column_span,
        block.style,
    ]


def _rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [finding.to_json() for finding in findings]


def _opened(answer: bytes) -> Reading:
    """What the child wrote. Raises ValueError, LookupError or TypeError for anything else."""
    said = json.loads(answer)
    if "refusal" in said:
        raise GuardError(StoredFinding(said["refusal"]))
    rows = said["blocks"][: MAX_BLOCKS + 1]
    blocks = tuple(_block(index, *row) for index, row in enumerate(rows))
    return blocks, tuple(StoredFinding(finding) for finding in said["findings"])


def _block(index: int, kind: BlockKind, text: Any, *place: Any) -> Block:
    if not isinstance(text, str) or len(place) != _PLACE:
        raise ValueError(f"block {index} is none")
    return Block(index, kind, text, *place)
