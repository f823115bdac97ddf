"""Finds LibreOffice for the tests of old Office files, or gets Debian's."""

from __future__ import annotations

from tongchou.documents.office import VARIABLE, find_office
from tools.debian import can_install, install
from tools.say import stop

__all__ = ["VARIABLE", "prepare"]
PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui")


def prepare() -> str:
    """The path of LibreOffice."""
    if find_office() is None and can_install():
        install(*PACKAGES)
    names = " ".join(PACKAGES)
    return find_office() or stop(
        f"旧版 Office 文件的测试需要 LibreOffice：请安装（Debian：apt-get install {names}），"
        f"或用 {VARIABLE} 指明其路径。",
        f"The tests of old Office files need LibreOffice: install it (Debian: apt-get install "
        f"{names}) or name it in {VARIABLE}.",
    )
