"""`tongchou demo`: makes the demo's data directory where there is none, then serves it.

Data is made in a directory beside its place and renamed when it is whole, so that an
interrupted build leaves nothing that a later start would serve. A lock, held until the server
has stopped, keeps two starts out of each other's way.
"""

import fcntl
import hashlib
import json
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from .. import cli, compiling, serve
from ..cli_text import OK, REFUSED, Stop, both, say

HOST = "127.0.0.1"
INSTANCE = "instance.json"
SOURCE = "DEMO_SOURCE"
OWN = "own"


def run(
    *, data: Path | None, home: Path, notice: Path | None, fresh: bool, port: int | None
) -> int:
    """`port` None makes the data and serves nothing."""
    if port is not None:
        serve.check_port(HOST, port)
    content = compiling.read_file(notice) if notice else None
    place = _place(data, home, content)
    _forget_database()
    with _lock(place):
        kept = _kept(place, content)
        if kept and not fresh:
            say("演示数据已就绪", "the demo's data is ready")
        elif not _make(place, notice, content):
            return REFUSED
        return _serve_made(place, port, built=not kept or fresh)


def _place(data: Path | None, home: Path, content: bytes | None) -> Path:
    """A notice of one's own lies in a directory of its own, named by its content."""
    if data is None and not os.environ.get("TONGCHOU_DATA"):
        name = "demo" if content is None else f"demo-{_digest(content)[:8]}"
        return home / "data" / name
    return (data or Path(os.environ["TONGCHOU_DATA"])).absolute()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _forget_database() -> None:
    if os.environ.pop("TONGCHOU_DATABASE_URL", ""):
        say("演示一律使用 SQLite，不用所设的数据库",
            "the demo always uses SQLite, not the configured database")  # fmt: skip


def _lock(place: Path) -> IO[str]:
    """Held until it is closed; raises Stop where another start holds it."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = (place.parent / f".{place.name}.lock").open("w", encoding="utf-8")
    except OSError as reason:
        raise Stop(f"不能写入 {place.parent}：{reason}",
                   f"Cannot write to {place.parent}: {reason}") from reason  # fmt: skip
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as reason:
        raise Stop(
            f"另一个演示正在使用 {place}：请先停止它。",
            f"Another demo is using {place}: stop it first.",
        ) from reason
    return lock


def _kept(place: Path, content: bytes | None) -> bool:
    """Whether a whole demo lies there. Raises Stop for anything else that would be in the way."""
    if not place.exists() or (place.is_dir() and not any(place.iterdir())):
        return False
    instance = place / INSTANCE
    known = json.loads(instance.read_text("utf-8")) if instance.is_file() else {}
    if SOURCE not in known:
        raise Stop(
            f"{place} 不是演示数据目录：请用 --data 另指一个。",
            f"{place} holds no demo: name another directory with --data.",
        )
    if content is not None and known[SOURCE] != _digest(content):
        raise Stop(
            f"{place} 里是另一份通知的演示：请用 --data 另指一个目录。",
            f"{place} holds the demo of another notice: name another directory with --data.",
        )
    return True


def _make(place: Path, notice: Path | None, content: bytes | None) -> bool:
    """Builds beside the place and puts the whole in it; False where the notice was refused."""
    building = place.parent / f".{place.name}.building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir()
    whole = False
    try:
        _write_instance(building, content)
        os.environ["TONGCHOU_DATA"] = str(building)
        cli.set_up_django()
        from . import instance

        if notice is not None and content is not None:
            whole = instance.own_notice(data=content, name=notice.name)
        else:
            from . import simulated

            simulated.wandakai()
            whole = True
        instance.finish()
        if whole:
            _replace(building, place)
        return whole
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _write_instance(building: Path, content: bytes | None) -> None:
    from .dates import BUSINESS_DATE

    instance = {"TONGCHOU_DEMO": "1", SOURCE: _digest(content) if content else OWN}
    if content is None:
        instance["TONGCHOU_BUSINESS_DATE"] = BUSINESS_DATE.isoformat()
    text = json.dumps(instance, indent=1) + "\n"
    (building / INSTANCE).write_text(text, encoding="utf-8")


def _replace(building: Path, place: Path) -> None:
    old = place.parent / f".{place.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    with suppress(FileNotFoundError):
        place.rename(old)
    building.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _serve_made(place: Path, port: int | None, *, built: bool) -> int:
    os.environ["TONGCHOU_DATA"] = str(place)
    if built and port is not None:
        # The settings of this process point to where the data was made.
        command = [sys.executable, "-m", "tongchou.project.cli", "demo",
                   "--data", str(place), "--port", str(port)]  # fmt: skip
        sys.stderr.flush()
        os.execv(sys.executable, command)
    if port is None:
        print(f"{both('数据目录', 'data')}: {place}")
        return OK
    cli.set_up_django()
    from . import instance

    instance.upgrade()
    serve.tidy()
    for line in instance.welcome():
        print(line)
    serve.run(host=HOST, port=port, workers=1, data=place)
    return OK
