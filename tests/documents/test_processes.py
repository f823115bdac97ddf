from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from tongchou.documents.processes import Ended, run_bounded


def python(
    code: str, given: bytes = b"", *, seconds: float = 60, most: int = 10_000_000, **more: object
) -> Ended:
    return run_bounded([sys.executable, "-c", code], given, seconds=seconds, most=most, **more)


def test_what_is_given_goes_in_and_what_is_written_comes_out() -> None:
    data = bytes(range(256)) * 10_000
    code = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()); sys.exit(3)"
    assert python(code, data) == Ended(3, data, "")


def test_its_errors_are_kept_in_part() -> None:
    ended = python("import sys; sys.stderr.write('x' * 1000000)")
    assert ended.errors == "x" * 10_000
    assert not ended.late


def test_a_program_that_does_not_read_does_not_hold_the_caller() -> None:
    assert python("pass", b"x" * 5_000_000) == Ended(0, b"", "")


def test_a_program_that_hangs_is_ended() -> None:
    ended = python("import time; time.sleep(600)", seconds=0.5)
    assert ended.late
    assert ended.code != 0


def test_a_program_that_writes_without_end_is_ended() -> None:
    ended = python("while True: print('x' * 1000)", most=100_000)
    assert ended.late
    assert len(ended.output) <= 100_000


def test_what_the_program_started_is_ended_too() -> None:
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print(child.pid)"
    )
    ended = python(code)
    assert ended.code == 0
    for _ in range(1000):
        if not is_running(int(ended.output)):
            return
        time.sleep(0.01)
    pytest.fail("what the program started is still running")


def is_running(pid: int) -> bool:
    """Whether it is there and not just waiting to be counted out."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_it_runs_from_threads_at_the_same_time() -> None:
    ends: list[Ended] = []
    threads = [
        threading.Thread(target=lambda n=n: ends.append(python(f"print({n})"))) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(ended.output) for ended in ends) == [0, 1, 2, 3]


def test_an_environment_of_its_own() -> None:
    ended = python("import os; print(os.environ.get('HOME'))", environment={"HOME": "nowhere"})
    assert ended.output.split() == [b"nowhere"]


def test_a_program_that_is_not_there_is_an_error_of_the_caller() -> None:
    with pytest.raises(FileNotFoundError):
        run_bounded(["/nowhere/program"], seconds=1, most=1)
