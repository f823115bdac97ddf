"""What must be right before this instance serves anyone; `manage check` and the server ask it."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register, run_checks  # noqa: A004

from tongchou.apps.audit.seals import ALGORITHMS, HeadKey
from tongchou.domain.shared.text import Text

from . import settings_table

TAG = "tongchou"
LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1", "testserver"}


def said(text: Text) -> str:
    """Both languages: whoever starts a server has no page yet to choose one on."""
    return f"{text.zh} / {text.en}"


def error(number: int, message: Text, hint: Text) -> Error:
    return Error(said(message), hint=said(hint), id=f"tongchou.E{number:03}")


def warning(number: int, message: Text, hint: Text) -> Warning:
    return Warning(said(message), hint=said(hint), id=f"tongchou.W{number:03}")


@register(TAG)
def check_instance(**_named: Any) -> list[CheckMessage]:
    return [*data_findings(), *key_findings(), *value_findings(), *exposure_findings()]


def data_findings() -> Iterator[CheckMessage]:
    path: Path = settings.TONGCHOU_DATA
    if not path.is_dir() or not os.access(path, os.R_OK | os.W_OK | os.X_OK):
        yield error(
            1,
            Text(f"数据目录不能读写：{path}", f"The data directory cannot be written: {path}"),
            Text(
                "建立该目录并把它交给运行本系统的账号，或用 TONGCHOU_DATA 指定别处",
                "Make it and give it to the account that runs this system, or name another in "
                "TONGCHOU_DATA",
            ),
        )


def key_findings() -> Iterator[CheckMessage]:
    path: Path = settings.TONGCHOU_SIGNING_KEY
    if not path.exists():
        return
    try:
        HeadKey.at(path)
    except (OSError, ValueError) as reason:
        yield error(
            5,
            Text(f"链首签名密钥无法读取：{reason}", f"The signing key cannot be read: {reason}"),
            Text(
                "从备份恢复密钥文件，不要新建",
                "Restore the key file from a backup; make no new one",
            ),
        )
        return
    if os.name == "posix" and path.stat().st_mode & 0o077:
        yield warning(
            5,
            Text(f"其他账号可以读取签名密钥：{path}", f"Other accounts can read the key: {path}"),
            Text(f"执行 chmod 600 {path}", f"Run chmod 600 {path}"),
        )


def value_findings() -> Iterator[CheckMessage]:
    if settings.TONGCHOU_DIGEST not in ALGORITHMS:
        yield error(
            2,
            Text(
                f"没有摘要算法 {settings.TONGCHOU_DIGEST}",
                f"There is no digest {settings.TONGCHOU_DIGEST}",
            ),
            Text("TONGCHOU_DIGEST 用 sm3 或 sha256", "Set TONGCHOU_DIGEST to sm3 or sha256"),
        )
    if not is_date(settings.TONGCHOU_BUSINESS_DATE):
        yield error(
            6,
            Text(
                f"业务日期不是日期：{settings.TONGCHOU_BUSINESS_DATE}",
                f"The business date is no date: {settings.TONGCHOU_BUSINESS_DATE}",
            ),
            Text(
                "TONGCHOU_BUSINESS_DATE 写成 2023-10-20 的样子，或留空",
                "Write TONGCHOU_BUSINESS_DATE like 2023-10-20, or leave it empty",
            ),
        )
    for name, value in settings_table.unknown_switches().items():
        yield error(
            7,
            Text(f"{name} 只能是 0 或 1，现为 {value}", f"{name} is 0 or 1, not {value}"),
            Text(f"改正 {name}", f"Correct {name}"),
        )


def is_date(text: str) -> bool:
    try:
        return not text or bool(date.fromisoformat(text))
    except ValueError:
        return False


def exposure_findings() -> Iterator[CheckMessage]:
    """Settings that are harmless alone and dangerous together."""
    open_to = sorted(set(settings.ALLOWED_HOSTS) - LOOPBACK)
    if settings.TONGCHOU_DEMO and open_to:
        yield error(
            3,
            Text(
                f"演示模式对外开放：{'、'.join(open_to)}。任何人可一键成为管理员",
                f"The demonstration is open to {', '.join(open_to)}: "
                "anyone becomes administrator in one click",
            ),
            Text(
                "去掉 TONGCHOU_DEMO，或让 TONGCHOU_HOSTS 只含本机",
                "Unset TONGCHOU_DEMO, or keep TONGCHOU_HOSTS to this machine",
            ),
        )
    if settings.DEBUG and settings.SESSION_COOKIE_SECURE:
        yield error(
            4,
            Text(
                "开发模式不得与 HTTPS 同用：出错页会泄露内部信息",
                "Development mode on an HTTPS server: its error pages tell strangers everything",
            ),
            Text("去掉 TONGCHOU_DEBUG", "Unset TONGCHOU_DEBUG"),
        )
    if "*" in open_to:
        yield warning(
            8,
            Text(
                "TONGCHOU_HOSTS 含 *，任何主机名都会被接受",
                "TONGCHOU_HOSTS holds *: any name is served",
            ),
            Text("写明实际使用的主机名", "Name the hosts that are really used"),
        )


def boot() -> None:
    """Prints what is not right, and ends the process where it is an error."""
    found = run_checks(tags=[TAG])
    for message in found:
        print(message, file=sys.stderr)
    if any(message.is_serious() for message in found):
        raise SystemExit(1)
