"""Makes .venv from a lock file, once: a stamp tells when the work is already done."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.places import REQUIREMENTS, ROOT, VENV, VENV_PYTHON
from tools.say import step, stop

STAMP = VENV / "tongchou.json"
LOCKS = {
    "runtime": ("runtime",),
    "test": ("test", "runtime"),
    "bench": ("bench", "test", "runtime"),
}


def lock_path(name: str) -> Path:
    return REQUIREMENTS / f"{name}.lock"


def key_of(name: str) -> str:
    """Changes whenever what should be installed changes."""
    digest = hashlib.sha256()
    for path in (lock_path(name), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_stamp() -> dict[str, str]:
    if not STAMP.is_file():
        return {}
    stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return stamp


def write_stamp(installed: dict[str, str]) -> None:
    STAMP.write_text(json.dumps({"root": str(ROOT), **installed}, indent=1), encoding="utf-8")


def is_ready(name: str) -> bool:
    stamp = read_stamp()
    installed = VENV_PYTHON.exists() and stamp.get("root") == str(ROOT)
    return installed and stamp.get(name) == key_of(name)


def find_uv() -> str | None:
    """uv where it is found; TONGCHOU_INSTALLER=pip leaves it out."""
    return None if os.environ.get("TONGCHOU_INSTALLER") == "pip" else shutil.which("uv")


def call(command: Sequence[str | Path], *, quiet: bool = False) -> bool:
    """Runs a command; its own output is the progress that is shown."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment.pop("PYTHONPATH", None)
    sink = subprocess.DEVNULL if quiet else None
    line = [str(part) for part in command]
    done = subprocess.run(line, env=environment, stdout=sink, stderr=sink, check=False)
    return done.returncode == 0


def make_venv(uv: str | None) -> None:
    if uv and call([uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV]):
        return
    missing = [m for m in ("venv", "ensurepip") if importlib.util.find_spec(m) is None]
    if missing or not call([sys.executable, "-m", "venv", "--clear", VENV]):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        stop(
            f"这个 Python 缺少 venv 模块：请执行 apt-get install python{version}-venv 后再试。",
            f"This Python has no venv module: apt-get install python{version}-venv, "
            "then try again.",
        )


def has_pip() -> bool:
    return call([VENV_PYTHON, "-m", "pip", "--version"], quiet=True)


def install_with(installer: Sequence[str | Path], lock: Path) -> bool:
    shown = [] if sys.stderr.isatty() else ["--quiet"]
    return call([*installer, *shown, "--require-hashes", "-r", lock])


def add_packages(lock: Path, uv: str | None) -> list[str | Path] | None:
    """Installs a lock file's packages; gives the installer that managed it, else None."""
    if uv:
        with_uv: list[str | Path] = [uv, "pip", "install", "--python", VENV_PYTHON]
        if install_with(with_uv, lock):
            return with_uv
        step("uv 未能装好，改用 pip", "uv did not manage it, turning to pip")
    if not has_pip():
        make_venv(None)
    with_pip: list[str | Path] = [VENV_PYTHON, "-m", "pip", "install"]
    return with_pip if install_with(with_pip, lock) else None


def install(lock: Path, uv: str | None) -> None:
    installer = add_packages(lock, uv)
    project: list[str | Path] = ["--quiet", "--no-deps", "--no-build-isolation", "-e", ROOT]
    if installer is None or not call([*installer, *project]):
        stop(
            "软件包未能装好（原因见上）：请检查到软件包源的网络后再试。",
            "The packages could not be installed (the reason stands above): "
            "check the network to the package registry, then try again.",
        )


def prepare(name: str) -> None:
    """Leaves .venv holding the packages of the lock file called `name` and the project."""
    if is_ready(name):
        return
    uv = find_uv()
    if not VENV_PYTHON.exists() or read_stamp().get("root", str(ROOT)) != str(ROOT):
        step("建立 .venv", "making .venv")
        make_venv(uv)
    count = lock_path(name).read_text(encoding="utf-8").count("==")
    installer = "uv" if uv else "pip"
    step(
        f"按锁定文件安装 {count} 个软件包（{installer}，首次约需一分钟）",
        f"installing {count} locked packages ({installer}; about a minute the first time)",
    )
    install(lock_path(name), uv)
    write_stamp({part: key_of(part) for part in LOCKS[name]})
