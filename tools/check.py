"""`./run check`: everything that can be known without running the product."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from tools import ratchets
from tools.places import ROOT, VENV_BIN
from tools.say import step

PYTHON = [sys.executable, "-m"]
CHECKS: tuple[tuple[str, str, Sequence[str]], ...] = (
    ("格式", "format", [*PYTHON, "ruff", "format", "--check", "--quiet", "."]),
    ("规则", "lint", [*PYTHON, "ruff", "check", "--quiet", "."]),
    ("导入约定", "import contracts", [str(VENV_BIN / "lint-imports"), "--no-cache"]),
    ("译文", "translations", [*PYTHON, "tools.messages", "check"]),
    ("生成的文档", "generated docs", [*PYTHON, "tools.docs", "check"]),
    ("类型", "types", [*PYTHON, "mypy", "src", "tools", "benchmarks", "tests"]),
)


def run(command: Sequence[str]) -> bool:
    """Runs one check; its output is shown only when it has something to say. What reads the
    settings finds an empty data folder, not the one of an instance."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "TONGCHOU_DATA": data}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="", end="", flush=True)
    return done.returncode == 0


def main() -> int:
    """All checks, even after one failed, so that one run tells everything."""
    failed = []
    for zh, en, command in CHECKS:
        start = time.monotonic()
        good = run(command)
        verdict = "✓" if good else "✗"
        step(f"{verdict} {zh}", f"{en} ({time.monotonic() - start:.1f} s)")
        if not good:
            failed.append(en)
    if breaches := ratchets.breaches():
        print("\n".join(breaches))
        failed.append("ratchets")
    step(f"{'✗' if breaches else '✓'} 篇幅与地址", "lengths and named places")
    if failed:
        print(f"not passed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
