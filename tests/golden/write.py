"""Write the golden programme anew: `python -m tests.golden.write`, then read the difference."""

from __future__ import annotations

import json
from pathlib import Path

import tongchou

HERE = Path(__file__).parent
NOTICE = HERE / "notice.txt"
PROGRAMME = HERE / "programme.json"


def written() -> str:
    programme = tongchou.compile(NOTICE).to_json()
    return json.dumps(programme, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PROGRAMME.write_text(written(), encoding="utf-8")
