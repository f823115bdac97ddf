"""Finds a Chromium for the browser tests, or gets Debian's."""

from __future__ import annotations

import os
import shutil

from tools.debian import can_install, install
from tools.say import stop

VARIABLE = "TONGCHOU_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    named = os.environ.get(VARIABLE)
    if named and not os.access(named, os.X_OK):
        stop(f"{VARIABLE} 所指的 {named} 不能运行。", f"{VARIABLE}: {named} cannot be run.")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def prepare() -> str:
    """The path of a Chromium; with Debian's comes a font that has Chinese."""
    if find_chromium() is None and can_install():
        install("chromium", "fonts-noto-cjk")
    return find_chromium() or stop(
        f"浏览器测试需要 Chromium：请安装（Debian：apt-get install chromium fonts-noto-cjk），"
        f"或用 {VARIABLE} 指明其路径。",
        "The browser tests need Chromium: install it (Debian: apt-get install chromium "
        f"fonts-noto-cjk) or name it in {VARIABLE}.",
    )
