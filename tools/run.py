"""`./run COMMAND`: prepares what the command needs, then becomes that command."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tools import assets, environment, messages
from tools.places import VENV_BIN, VENV_PYTHON
from tools.say import Stop, stop

PORT = 8000
HELP = """\
./run demo [--fresh] [--notice FILE] [--port N]
      建立并启动演示系统 / make the demo and serve it (http://127.0.0.1:8000)
      --fresh        清空演示数据重新开始 / start anew
      --notice FILE  用自己的通知，不带模拟填报 / a notice of your own, without simulated reports
      --port N       换一个端口 / another port
./run test [PATH ...] [--postgres]
      全部测试：SQLite、PostgreSQL、浏览器 / every test: SQLite, PostgreSQL, browser
      PATH           只测这些 / these only (with --postgres: on PostgreSQL)
./run check          格式、规则、类型、导入约定、译文、生成的文档 /
                     format, lint, types, import contracts, translations, generated docs
./run bench [NAME]   性能数字与本机极限 / figures beside this machine's limits
./run help           本说明 / this text
"""


def value_after(option: str, arguments: Sequence[str]) -> str | None:
    """The value of `--option VALUE` or `--option=VALUE`; the last one given counts."""
    found = None
    for place, argument in enumerate(arguments):
        if argument == option:
            if place + 1 == len(arguments):
                stop(f"{option} 后面缺少内容。", f"{option} needs a value.")
            found = arguments[place + 1]
        elif argument.startswith(f"{option}="):
            found = argument.partition("=")[2]
    return found


def check_port(text: str | None) -> None:
    if text is not None and not (text.isdigit() and 0 < int(text) < 65536):
        stop(f"“{text}” 不是端口号（1–65535）。", f"'{text}' is no port number (1-65535).")
    port = PORT if text is None else int(text)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop(
                f"端口 {port} 已被占用：请关闭占用它的程序，或用 --port 换一个端口。",
                f"Port {port} is taken: stop the program that holds it, or choose --port N.",
            )


def check_notice(name: str | None) -> None:
    if name is not None and not Path(name).is_file():
        stop(f"找不到通知文件：{name}", f"There is no such notice: {name}")


def prepare(lock: str) -> None:
    environment.prepare(lock)
    assets.prepare()
    messages.prepare()


def become(program: Path, arguments: Sequence[str]) -> NoReturn:
    os.environ["PATH"] = f"{VENV_BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    os.execv(program, [str(program), *arguments])


def demo(arguments: Sequence[str]) -> NoReturn:
    if not {"-h", "--help"} & set(arguments):
        check_notice(value_after("--notice", arguments))
        if "--no-serve" not in arguments:
            check_port(value_after("--port", arguments))
    prepare("runtime")
    become(VENV_BIN / "tongchou", ["demo", *arguments])


def module(name: str, lock: str, arguments: Sequence[str]) -> NoReturn:
    prepare(lock)
    become(VENV_PYTHON, ["-m", name, *arguments])


def main(arguments: Sequence[str]) -> int:
    command, *rest = arguments or ["help"]
    modules = {
        "test": ("tools.test", "test"),
        "check": ("tools.check", "test"),
        "bench": ("benchmarks", "bench"),
    }
    if command in {"help", "-h", "--help"}:
        print(HELP, end="")
        return 0
    if command == "demo":
        demo(rest)
    if command in modules:
        module(*modules[command], rest)
    stop(f"没有“{command}”这个命令，见 ./run help", f"No command '{command}': see ./run help")


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as reason:
        print(reason, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
