"""Debian packages, where this machine is a Debian and its user may install."""

from __future__ import annotations

import os
import shutil
import subprocess

from tools.say import step

QUIET = {"DEBIAN_FRONTEND": "noninteractive"}


def can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Tries to install; whoever called looks whether what it needs is there now."""
    names = " ".join(packages)
    step(f"安装 {names}（apt-get）", f"installing {names} (apt-get)")
    environment = {**os.environ, **QUIET}
    for line in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(
            ["apt-get", "--quiet=2", *line],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
