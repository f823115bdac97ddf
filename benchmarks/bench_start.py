"""The demo's starts: making its data from nothing, and the second start up to the first page."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

from benchmarks.frame import Figure, Timing

COMMAND = [sys.executable, "-m", "tongchou.project.cli", "demo"]
BUILD_GOAL = 40.0
START_GOAL = 6.0
PATIENCE = 60.0


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="tongchou-bench-") as name:
        data = Path(name) / "demo"
        bare = finished([sys.executable, "-c", "import django; import granian"])
        build = finished([*COMMAND, "--data", str(data), "--no-serve"])
        yield Figure("the demo's data made from nothing", build,
                     "importing Django and the server", bare, cpu_goal=BUILD_GOAL)  # fmt: skip
        yield Figure("second start of the demo, to its first page", second_start(data),
                     "importing Django and the server", bare, cpu_goal=START_GOAL)  # fmt: skip


def environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("TONGCHOU_")}


def children() -> float:
    """CPU seconds of the children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def finished(command: list[str]) -> Timing:
    cpu, wall = children(), time.perf_counter()
    subprocess.run(command, check=True, env=environment(), capture_output=True)
    return Timing(children() - cpu, time.perf_counter() - wall)


def second_start(data: Path) -> Timing:
    """The whole life of a server that gives one page; wall time is until that page is there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    cpu, wall = children(), time.perf_counter()
    server = subprocess.Popen(
        [*COMMAND, "--data", str(data), "--port", str(port)],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        first_page(f"http://127.0.0.1:{port}/login/")
        taken = time.perf_counter() - wall
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=PATIENCE)
    return Timing(children() - cpu, taken)


def first_page(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as response:
                response.read()
            return
        except (URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
