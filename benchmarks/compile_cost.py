"""What compiling costs: a Word file of 25 tasks, a PDF of some pages, 10,000 tasks, 1,000 pages."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx

import tongchou
from benchmarks.frame import Figure, Mark, measure, python_loop
from benchmarks.real_notice import made, real_text, source
from tests.corpus.make.source import Table
from tests.documents.making import flattened, word_notice
from tests.golden.write import NOTICE
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.programme.compile import compile_document

CPU = 0.1
PDF_RATIO = 2.0
FEW, SOME, MANY = 100, 1_000, 10_000
GROWTH = 1.5
PAGES, MEGABYTES = 1_000, 300
PDF_PAGES = 15


def figures() -> Iterator[Figure | Mark]:
    yield from word()
    yield from portable_pages()
    yield from growth()
    yield memory()


def notice() -> tuple[str, str]:
    """The real notice where it lies, else the project's own."""
    real = real_text()
    return ("the real notice", real) if real else ("notice", NOTICE.read_text(encoding="utf-8"))


def word() -> Iterator[Figure]:
    name, text = notice()
    data = word_notice(flattened(text))
    opened = measure(lambda: every_cell(data))
    read = measure(lambda: read_document(data, "notice.docx"))
    yield Figure(f"read {name}.docx", read, "python-docx reads the same", opened, ratio_goal=1.0)
    taken = measure(lambda: tongchou.compile(data, "notice.docx"))
    yield Figure(f"compile {name}.docx", taken, "python-docx reads the same", opened, cpu_goal=CPU)
    yield Figure(f"compile {name}.docx", taken, "a million additions in Python", python_loop(), CPU)


def every_cell(data: bytes) -> int:
    """What python-docx takes to show each word once."""
    document = docx.Document(io.BytesIO(data))
    words = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return words + sum(
        len(cell.text) for table in document.tables for row in table.rows for cell in row.cells
    )


def portable_pages() -> Iterator[Figure]:
    """Reading ruled tables beside pdfplumber doing no more than finding them."""
    import pdfplumber

    from tongchou.documents.read_pdf import read_pdf

    data = pages(PDF_PAGES)

    def tables() -> int:
        with pdfplumber.open(io.BytesIO(data)) as file:
            return sum(len(page.extract_tables()) for page in file.pages)

    peer = measure(tables, repeat=2)
    read = measure(lambda: read_pdf(data, "notice.pdf"), repeat=2)
    yield Figure(f"read a PDF of {PDF_PAGES} pages", read, "pdfplumber's extract_tables", peer,
                 ratio_goal=PDF_RATIO)  # fmt: skip


def pages(count: int) -> bytes:
    """A notice's PDF with its pages over and over until there are so many."""
    import pypdfium2

    written = pypdfium2.PdfDocument(made(notice()[1], "pdf"))
    book = pypdfium2.PdfDocument.new()
    while len(book) < count:
        book.import_pages(written, list(range(min(len(written), count - len(book)))))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def growth() -> Iterator[Mark]:
    """Time for each task must not grow with their number."""
    costs = {}
    for count in (FEW, SOME, MANY):
        read = partial(compile_document, tasks(count))
        costs[count] = measure(read, repeat=1).cpu / count
        yield Mark(f"compile {count:,} tasks, CPU for each", costs[count] * 1000, unit=" ms")
    yield Mark(
        f"a task among {MANY:,} beside one among {FEW:,}",
        costs[MANY] / costs[FEW],
        most=GROWTH,
        unit="×",
    )


def tasks(count: int) -> Document:
    """The notice's annex over and over as cells of one table, numbered through."""
    (table,) = [part for part in source(notice()[1]).parts if isinstance(part, Table)]
    head, *rows = table.rows
    body = [row for row in rows if "←" not in row]
    texts = [head] + [[str(n + 1), *body[n % len(body)][1:]] for n in range(count)]
    cells = [
        Block(0, "cell", text.replace("⏎", "\n"), table=1, row=r, column=c)
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
    ]
    return Document("a.docx", "docx", tuple(replace(b, index=n) for n, b in enumerate(cells)))


def memory() -> Mark:
    """The most that a process of its own, and what it starts, hold for a very long PDF."""
    with tempfile.TemporaryDirectory(prefix="tongchou-bench-") as name:
        path = Path(name) / "notice.pdf"
        path.write_bytes(pages(PAGES))
        finished = subprocess.run(
            [sys.executable, "-m", __name__, str(path)],
            check=True, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
    megabytes = float(finished.stdout) / 1024
    return Mark(f"most memory for a PDF of {PAGES:,} pages", megabytes, most=MEGABYTES, unit=" MB")


def most_memory(path: str) -> int:
    """Kilobytes, of this process or the largest of its children."""
    programme = tongchou.compile(path)
    if not programme.tasks:
        raise RuntimeError(f"nothing was read: {programme.findings}")
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in whose)


if __name__ == "__main__":
    print(most_memory(sys.argv[1]))
