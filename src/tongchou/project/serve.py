"""Serving: the port, the schema, the server."""

import errno
import socket
import time
from pathlib import Path
from threading import Thread

from .cli_text import Stop, both, say

TARGET = "tongchou.project.wsgi:application"
THREADS = 4


def check_port(host: str, port: int) -> None:
    """Raises Stop where the address cannot be listened on."""
    if not 0 < port < 65536:
        raise Stop(f"{port} 不是端口号（1–65535）。", f"{port} is no port number (1-65535).")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as reason:
            raise _refused(host, port, reason) from reason


def _refused(host: str, port: int, reason: OSError) -> Stop:
    if reason.errno == errno.EADDRINUSE:
        return Stop(
            f"端口 {port} 已被占用：请关闭占用它的程序，或用 --port 换一个端口。",
            f"Port {port} is taken: stop the program that holds it, or choose --port N.",
        )
    return Stop(f"无法监听 {host}:{port}：{reason}", f"Cannot listen on {host}:{port}: {reason}")


def check_schema() -> None:
    """Raises Stop where the database cannot be reached, or migrations are waiting."""
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except OperationalError as reason:
        raise Stop(
            f"连不上数据库：{reason}。请核对 TONGCHOU_DATABASE_URL 和数据目录。",
            f"No connection to the database: {reason}. "
            "Check TONGCHOU_DATABASE_URL and the data directory.",
        ) from reason
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    if waiting:
        raise Stop(
            f"数据库有 {len(waiting)} 步迁移未执行：请先运行 tongchou migrate。",
            f"The database waits for {len(waiting)} migrations: run tongchou migrate first.",
        )


def tidy() -> None:
    """Removes what is over: files that no row names, a day old, and sessions that expired.

    Serving does not depend on it: files that cannot be removed are told and left.
    """
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from tongchou.apps.files.actions import sweep_orphans

    try:
        files = sweep_orphans()
    except OSError as reason:
        say(f"有遗留文件未能清理：{reason}", f"files left over were not removed: {reason}")
        files = 0
    sessions, _each = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    if files or sessions:
        say(f"已清理 {files} 个遗留文件、{sessions} 个过期会话",
            f"removed {files} files left over and {sessions} expired sessions")  # fmt: skip


def address(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def run(*, host: str, port: int, workers: int, data: Path) -> None:
    """Serves until SIGINT or SIGTERM. The schema is expected to be up to date."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    server = Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        workers_kill_timeout=10,
    )

    @server.on_startup
    def started() -> None:
        Thread(target=_announce, args=(host, port, data), daemon=True).start()

    server.serve()
    say("已停止", "stopped")


def _announce(host: str, port: int, data: Path) -> None:
    """Says where to look once somebody answers there."""
    while not _answers(host, port):
        time.sleep(0.05)
    print(f"{both('统筹已启动', 'Tongchou serves')}: {address(host, port)}")
    print(f"{both('数据目录', 'data')}: {data}")
    print(both("按 Ctrl-C 停止", "Ctrl-C stops it"), flush=True)


def _answers(host: str, port: int) -> bool:
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    try:
        socket.create_connection((reached, port), timeout=1).close()
    except OSError:
        return False
    return True
