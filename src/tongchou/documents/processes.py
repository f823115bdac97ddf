"""Other programs, run within a time and ended with everything they started."""

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

MOST_ERRORS = 10_000
_PIECE = 65_536


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended; `late` when its time was up or it wrote more than it may."""

    code: int
    output: bytes
    errors: str
    late: bool = False


def run_bounded(
    command: Sequence[str],
    given: bytes = b"",
    *,
    seconds: float,
    most: int,
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program on `given` and take at most `most` bytes of its output.

    It runs in a session of its own, which is killed as a whole when the time is up. Works
    from any thread. Raises OSError where the program cannot be started.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
    )
    output, errors = bytearray(), bytearray()
    over = threading.Event()
    threads = [
        _started(_feed, process.stdin, given),
        _started(_take, process, output, most, over),
        _started(_drain, process.stderr, errors),
    ]
    waiter = _started(process.wait)
    waiter.join(seconds)
    if waiter.is_alive():
        over.set()
    _end(process)
    for thread in threads:
        thread.join(seconds)
    process.wait()
    return Ended(
        process.returncode, bytes(output), errors.decode("utf-8", "replace"), over.is_set()
    )


def _started(work: Callable[..., object], *given: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=given, daemon=True)
    thread.start()
    return thread


def _feed(stream: IO[bytes], given: bytes) -> None:
    try:
        with stream:
            stream.write(given)
    except BrokenPipeError:
        return


def _take(
    process: subprocess.Popen[bytes], kept: bytearray, most: int, over: threading.Event
) -> None:
    stream = process.stdout
    while stream and (piece := stream.read(_PIECE)):
        if len(kept) + len(piece) > most:
            over.set()
            _end(process)
            return
        kept += piece


def _drain(stream: IO[bytes], kept: bytearray) -> None:
    while piece := stream.read(_PIECE):
        kept += piece[: MOST_ERRORS - len(kept)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the program and whatever it started; nothing where all of them are gone."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
