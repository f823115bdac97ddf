from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.documents.decoding import decode, try_decode
from tongchou.documents.guard import GuardError

TEXT = "关于印发重点任务的通知\n\t序号\n\t建设\n时限\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk", "gb2312"],
)
def test_encodings_of_offices(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == (TEXT, ())


def test_utf_16_with_its_mark_in_both_orders() -> None:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert decode(mark + TEXT.encode(encoding), "a.txt") == (TEXT, ())


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x00" * 100,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 64,
        b"\xff\xfe\x00",
        b"\xef\xbb\xbf\xff\xff",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert try_decode(data) is None
    with pytest.raises(GuardError) as refused:
        decode(data, "a.txt")
    assert refused.value.finding.code == "X108"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_few_broken_bytes_are_replaced_and_told(encoding: str) -> None:
    data = (TEXT * 20).encode(encoding)
    text, (finding,) = decode(data[:301] + b"\xff" + data[301:], "a.txt")
    assert 1 <= text.count("\ufffd") <= 8
    assert (finding.code, str(finding.severity)) == ("X115", "warning")
    assert text[:40] == TEXT * 1 + (TEXT * 20)[len(TEXT) : 40]


def test_a_text_torn_inside_a_character_is_read() -> None:
    text, (finding,) = decode((TEXT * 20).encode()[:-2], "a.txt")
    assert text.startswith(TEXT)
    assert finding.code == "X115"


def test_more_characters_than_asked_for_are_too_much() -> None:
    assert decode(TEXT.encode(), "a.txt", len(TEXT))[0] == TEXT
    with pytest.raises(GuardError) as refused:
        decode(TEXT.encode(), "a.txt", len(TEXT) - 1)
    assert refused.value.finding.code == "X111"


@given(st.text(alphabet="关于印发重点任务 abc123，。、“”《》〔〕", min_size=1))
def test_what_offices_write_is_read_verbatim(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, ())
    assert decode(text.encode("utf-8-sig"), "a.txt") == (text, ())
