"""`./run test`: the checks, then every test on PostgreSQL and on SQLite.

PostgreSQL comes first and SQLite, which runs everything, last, so that the run ends with
the summary of the longer one. With paths, only those run: on SQLite, or with --postgres
on PostgreSQL.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from tools import browser, check, office, postgres
from tools.places import ROOT
from tools.say import Stop, step

DATABASE = "TONGCHOU_DATABASE_URL"
ON_POSTGRES = ("tests/apps", "tests/concurrency", "tests/journeys")
NO_TESTS = 5


def pytest(arguments: Sequence[str], data: Path, database: str | None) -> int:
    """Runs pytest with a data folder of its own; one worker for each core."""
    environment = {**os.environ, "TONGCHOU_DATA": str(data)}
    environment.pop(DATABASE, None)
    if database:
        environment[DATABASE] = database
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def present(paths: Sequence[str]) -> list[str]:
    return [path for path in paths if (ROOT / path).exists()]


def on_postgres(arguments: Sequence[str], data: Path) -> int:
    with postgres.running() as url:
        return pytest([*arguments, "-m", "not sqlite_only"], data / "postgres", url)


def on_sqlite(arguments: Sequence[str], data: Path) -> int:
    return pytest([*arguments, "-m", "not postgres_only"], data / "sqlite", None)


def everything(data: Path) -> int:
    if check.main() != 0:
        return 1
    os.environ[browser.VARIABLE] = browser.prepare()
    os.environ[office.VARIABLE] = office.prepare()
    workers = ["-q", "-n", str(min(4, os.cpu_count() or 1))]
    step("在 PostgreSQL 上测试", "testing on PostgreSQL")
    first = on_postgres([*workers, *present(ON_POSTGRES)], data)
    step("在 SQLite 上测试全部", "testing everything on SQLite")
    last = on_sqlite(workers, data)
    sys.stdout.flush()
    if first not in {0, NO_TESTS}:
        step("PostgreSQL 上有测试未通过，见前文", "tests failed on PostgreSQL, see above")
    return first if first not in {0, NO_TESTS} else last


def selection(arguments: Sequence[str], data: Path) -> int:
    chosen = [argument for argument in arguments if argument != "--postgres"]
    if (found := browser.find_chromium()) is not None:
        os.environ[browser.VARIABLE] = found
    return (on_postgres if "--postgres" in arguments else on_sqlite)(chosen, data)


def leave(number: int, _frame: FrameType | None) -> None:
    """Turns a request to end into an exit, so that the server is stopped on the way out."""
    sys.exit(128 + number)


def main(arguments: Sequence[str]) -> int:
    signal.signal(signal.SIGTERM, leave)
    with tempfile.TemporaryDirectory(prefix="tongchou-test-") as name:
        try:
            return selection(arguments, Path(name)) if arguments else everything(Path(name))
        except Stop as reason:
            print(reason, file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
