"""Mutated files through every reader: blocks or one finding, never an exception.

2,000 files a reader, the same in every run; TONGCHOU_FUZZ asks for so many new ones (100,000
each night).
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.making import flattened, word_notice
from tests.documents.making_ofd import ofd_notice
from tests.documents.making_pdf import pdf_notice
from tests.documents.making_sheets import TITLE, csv_list, ods_list, packed, xls_list, xlsx_list
from tests.documents.mutating import CHANGES, Change, changed, parts_of
from tongchou.documents.admission import admit
from tongchou.documents.guard import GuardError
from tongchou.documents.read import read_document
from tongchou.documents.readers import OFFICE, READERS

FILES = int(os.environ.get("TONGCHOU_FUZZ", "2000"))
NOTICE = (
    f"关于印发{TITLE}的通知\n各区县人民政府：\n现印发给你们，请照此推进。\n附件\n\t序号\n\t任务名称\n\t目标任务"
    "\n\t责任单位\n\t一\n\t设施联通\n\t1\n\t云青高速\n\t完成投资2.75亿元\n\t岚州市交通局\n"
)
PIPES = (
    f"# {TITLE}\n\n**责任单位**：岚州市交通局\n\n| 序号 | 任务 | 责任单位 |\n|:--|--|--|\n"
    "| 1 | 云青\\|高速 | 交通局<br>财政局 |\n- [x] 甲\n1. [乙](http://example.org)\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><meta charset=utf-8></head><body><table><tr><td><div><a>首页</a>"
    f"<a>政务</a><a>互动</a></div></td></tr><tr><td><h1>{TITLE}</h1><p>一、总体要求<br>照此推进。</p>"
    "<table><thead><tr><th rowspan=2>序号<th colspan=2>任务<tr><th>名称<th>责任单位<tbody><tr><td>1"
    "<td>云青高速<td><p>交通局<p>财政局</table><ol type=a start=2><li>甲<ul><li>乙</ul></ol><pre>丙"
    "\n丁</pre><p style='display:none'>无<footer>主办</footer></table></body></html>"
)
MHT = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\n"
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    f"{PAGE.replace('=', '=3D')}\n--X--\n"
)
TABBED = '清单\n序号\t任务\t单位\n一\t设施\t\n1\t修路\t"交通局\n财政局"\n2\t架桥\t水利局\n尾注\n'

WORD = word_notice(flattened(NOTICE))
WORD_PARTS = {"word/document.xml", "word/numbering.xml", "[Content_Types].xml"}
SEEDS = {
    "docx": [packed({part: data for part, data in parts_of(WORD) if part in WORD_PARTS})],
    "pdf": [pdf_notice(flattened(NOTICE))],
    "ofd": [ofd_notice(flattened(NOTICE))],
    "xlsx": [xlsx_list()],
    "xls": [xls_list()],
    "ods": [ods_list()],
    "csv": [csv_list().encode(), csv_list().encode("gb18030")],
    "html": [PAGE.encode(), PAGE.encode("gb18030")],
    "mht": [MHT.encode()],
    "md": [PIPES.encode()],
    "txt": [NOTICE.encode(), NOTICE.encode("gb18030"), TABBED.encode("utf-16")],
}
FUZZED = settings(
    max_examples=FILES,
    derandomize="TONGCHOU_FUZZ" not in os.environ,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def test_every_reader_has_seeds() -> None:
    assert SEEDS.keys() == READERS.keys()


@pytest.mark.parametrize("kind", SEEDS)
def test_the_seeds_are_sound(kind: str) -> None:
    for seed in SEEDS[kind]:
        document = read_document(seed, f"a.{kind}", isolated=False)
        assert document.findings == ()
        assert any("高速" in b.text or "修路" in b.text for b in document.blocks)


@pytest.mark.parametrize("kind", SEEDS)
@given(st.data())
@FUZZED
def test_mutated_files_give_blocks_or_one_error(kind: str, data: st.DataObject) -> None:
    seed = data.draw(st.sampled_from(SEEDS[kind]))
    file = changed(seed, data.draw(CHANGES), data.draw(st.integers(0, 30)))
    if is_read_here(file, f"a.{kind}"):
        holds(file, f"a.{kind}")


def is_read_here(file: bytes, name: str) -> bool:
    """Whether no other program reads what became of it."""
    try:
        return admit(file, name)[0] not in OFFICE
    except GuardError:
        return True


def holds(file: bytes, name: str) -> None:
    document = read_document(file, name, isolated=False)
    errors = [finding for finding in document.findings if finding.severity == "error"]
    assert bool(document.blocks) != bool(errors)
    assert len(errors) <= 1
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))
    for block in document.blocks:
        assert (block.kind == "cell") == (block.table is not None)
        assert min(block.row_span, block.column_span) >= 1
        assert (block.row is None) == (block.column is None)


def test_changes_change() -> None:
    data = bytes(range(100))
    for what in ("turn", "cut", "end", "double", "move", "put", "over"):
        assert Change(what, 30_000, 5, 3).of(data) != data
