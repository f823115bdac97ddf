from __future__ import annotations

import pytest

from tongchou.domain.shared.text import Text


@pytest.mark.parametrize("code", ["zh", "zh-hans", "zh_CN", "ZH-Hans"])
def test_every_kind_of_chinese_is_chinese(code: str) -> None:
    assert Text("任务", "task").in_language(code) == "任务"


@pytest.mark.parametrize("code", ["en", "en-gb", "fr", ""])
def test_every_other_language_is_english(code: str) -> None:
    assert Text("任务", "task").in_language(code) == "task"


def test_parameters_speak_the_language_of_the_wording() -> None:
    kind = Text("网页", "a web page")
    filled = Text("内容是{kind}（{n}）", "it is {kind} ({n})").filled({"kind": kind, "n": 2})
    assert filled == Text("内容是网页（2）", "it is a web page (2)")


def test_a_missing_parameter_is_an_error_of_the_code() -> None:
    with pytest.raises(KeyError):
        Text("{name}", "{name}").filled({})
