"""`tongchou lint`: what a notice or a programme file leaves open, printed like a compiler's."""

from pathlib import Path

from . import listing
from .cli_text import MISUSED
from .compiling import code_of, keep_source, read_programme, write_json


def run(*, path: Path, out: Path | None, language: str, strict: bool) -> int:
    """0: no errors; 1: an error finding, with `strict` a warning too; 2: it cannot be read.

    Raises Stop, before anything is read, where the result would overwrite the notice.
    """
    keep_source(path, out)
    read = read_programme(path)
    if out != Path("-"):
        lines = listing.finding_lines(path.name, read.findings, language)
        print("\n".join([*lines, listing.tally(read.findings, language)]))
    if out is not None:
        write_json([finding.to_json() for finding in read.findings], out)
    return MISUSED if read.programme is None else code_of(read.findings, strict)
