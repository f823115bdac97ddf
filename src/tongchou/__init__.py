"""Tongchou (统筹): a joint key-task notice goes in, a programme that runs comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tongchou.domain.programme.programme import Programme

__version__ = "0.1.0"
__all__ = ["compile"]


def compile(path_or_bytes: str | Path | bytes, name: str | None = None) -> Programme:  # noqa: A001
    """Read a notice from a file or from its bytes; `name` is the file's name for messages.

    Raises OSError for a path that cannot be opened; a file that cannot be read gives a
    programme that holds only the finding that says so.
    """
    from pathlib import Path

    from tongchou.documents.read import compile_file, read_document
    from tongchou.domain.programme.compile import compile_document

    if isinstance(path_or_bytes, bytes):
        return compile_document(read_document(path_or_bytes, name or "notice"))
    return compile_file(Path(path_or_bytes), name)
