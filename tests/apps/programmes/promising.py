"""The tests' draft with two promises that no task carries: c3.1, and c3.2 with a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cast import Cast
from tests.programmes_cast import HEAD, make_draft, notice_text

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

LAST = "每年轮流办会，冷链设施先行。"
ALLIANCE, TRAINS = "组建三地果业联盟", "开通果品直达班列20列"
PROMISING = HEAD.replace(LAST, f"{LAST}\n{ALLIANCE}，{TRAINS}。")
OWNERS = {"万州": "万州区农业农村委", "达州": "达州市农业农村局"}


def promising_draft(cast: Cast) -> Programme:
    return make_draft(cast, notice_text(PROMISING))
