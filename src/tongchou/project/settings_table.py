"""Every setting of an instance: name, default, meaning. docs/settings.md is generated from it.

A setting is read from the environment; demo and date may also lie in `instance.json` of the data
directory, which `tongchou demo` writes so that a later start is the same instance.
"""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from tongchou.domain.shared.text import Text


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    meaning: Text


SETTINGS = (
    Setting(
        "TONGCHOU_DATA",
        "data",
        Text(
            "数据目录：数据库（SQLite）、上传文件、密钥",
            "Data directory: database (SQLite), uploaded files, keys",
        ),
    ),
    Setting(
        "TONGCHOU_DATABASE_URL",
        "",
        Text(
            "postgresql://用户:口令@主机:端口/库名；留空则用数据目录里的 SQLite",
            "postgresql://user:password@host:port/name; empty: SQLite in the data directory",
        ),
    ),
    Setting(
        "TONGCHOU_SECRET_KEY",
        "",
        Text(
            "会话与表单的密钥；留空则在数据目录生成一次",
            "Secret of sessions and forms; empty: made once in the data directory",
        ),
    ),
    Setting(
        "TONGCHOU_SIGNING_KEY",
        "",
        Text(
            "链首签名密钥文件；留空则在数据目录生成一次",
            "File of the key that signs chain heads; empty: made once in the data directory",
        ),
    ),
    Setting(
        "TONGCHOU_DIGEST",
        "sm3",
        Text("封存摘要算法：sm3 或 sha256", "Digest of sealed records: sm3 or sha256"),
    ),
    Setting(
        "TONGCHOU_HOSTS",
        "127.0.0.1,localhost",
        Text("允许访问的主机名，逗号分隔", "Host names served, separated by commas"),
    ),
    Setting(
        "TONGCHOU_HTTPS",
        "0",
        Text("1：只经 HTTPS 提供，Cookie 加 Secure", "1: served over HTTPS only, secure cookies"),
    ),
    Setting(
        "TONGCHOU_DEMO",
        "0",
        Text(
            "1：登录页可一键使用演示账号（仅限试用）",
            "1: the login page offers demo accounts in one click (for trials only)",
        ),
    ),
    Setting(
        "TONGCHOU_BUSINESS_DATE",
        "",
        Text("固定业务日期（演示用）；留空为当天", "Fixed business date (demo); empty: today"),
    ),
    Setting(
        "TONGCHOU_DEBUG",
        "0",
        Text("1：开发模式，不得用于生产", "1: development, never in production"),
    ),
)


def data_directory() -> Path:
    return Path(os.environ.get("TONGCHOU_DATA") or "data").absolute()


def read() -> dict[str, str]:
    """Every setting's value: environment first, then the instance file, then the default."""
    path = data_directory() / "instance.json"
    kept: dict[str, str] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return {s.name: os.environ.get(s.name, kept.get(s.name, s.default)) for s in SETTINGS}


SWITCHES = ("TONGCHOU_HTTPS", "TONGCHOU_DEMO", "TONGCHOU_DEBUG")


def unknown_switches() -> dict[str, str]:
    """Switches that are neither 0 nor 1 (a "true" would silently mean no)."""
    values = read()
    return {name: values[name] for name in SWITCHES if values[name] not in {"0", "1", ""}}


def kept_secret(path: Path) -> str:
    """The secret of this file, made once; of several that make it at once, one wins.

    Where the directory cannot be written the secret lasts as long as the process: the boot check
    then says what is wrong, which it could not if the settings did not load.
    """
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            made = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
            handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(secrets.token_urlsafe(50))
            _link_once(made, path)
        return path.read_text("utf-8")
    except PermissionError:
        return secrets.token_urlsafe(50)


def _link_once(made: Path, path: Path) -> None:
    try:
        os.link(made, path)
    except FileExistsError:
        return
    finally:
        made.unlink()
