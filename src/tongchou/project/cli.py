"""The command line `tongchou`. Django is loaded only by the commands that need the database."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from . import cli_reading
from .cli_text import INTERRUPTED, OK, REFUSED, Commands, Parser, Stop, both, command

HOST = "127.0.0.1"
PORT = 8000


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = parser().parse_args(arguments)
    if chosen.run is None:
        parser().print_help()
        return OK
    try:
        code: int = chosen.run(chosen)
    except Stop as reason:
        print(reason, file=sys.stderr)
        return reason.code
    except KeyboardInterrupt:
        print(both("已中断", "interrupted"), file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return code


def parser() -> Parser:
    whole = Parser(
        prog="tongchou",
        description=both(
            "统筹：联合通知读进来，可执行、可评估、可发布的工作方案出去",
            "a joint notice goes in; a programme that is run, measured and published comes out",
        ),
    )
    whole.set_defaults(run=None)
    commands = whole.add_subparsers(title=both("命令", "commands"), metavar="")
    cli_reading.add_commands(commands)
    _load(commands)
    _assess(commands)
    _publish(commands)
    _plain(
        commands, "verify", run_verify, "核对全部封存记录与签名", "check every seal and signature"
    )
    _plain(commands, "migrate", run_migrate, "建立或升级数据库", "make or upgrade the database")
    _account(commands)
    _serve(commands)
    _demo(commands)
    return whole


def _plain(commands: Commands, name: str, run: object, zh: str, en: str) -> Parser:
    made = command(commands, name, zh, en)
    made.set_defaults(run=run)
    made.add_argument(
        "--data", metavar="DIR", type=Path,
        help=both("数据目录（缺省：TONGCHOU_DATA，再则 data）",
                  "data directory (else TONGCHOU_DATA, else data)"),
    )  # fmt: skip
    return made


def _load(commands: Commands) -> None:
    made = _plain(commands, "load", run_load, "收文并建立待确认的方案",
                  "receive a notice and draft its programme")  # fmt: skip
    made.add_argument("file", metavar="FILE", type=Path, help=both("通知文件", "the notice"))
    made.add_argument("--slug", help=both("方案的网址简称", "name of the programme in addresses"))
    made.add_argument("--by", metavar="LOGIN",
                      help=both("由谁确认（账号）", "account that is to confirm it"))  # fmt: skip


def _assess(commands: Commands) -> None:
    made = _plain(commands, "assess", run_assess, "评估一次并封存", "assess once and seal the run")
    _programme(made)
    made.add_argument("--as-of", metavar="DATE", type=date.fromisoformat,
                      help=both("截止日期（缺省：上月末）",
                                "as-of date (else the last month's end)"))  # fmt: skip
    made.add_argument("--by", metavar="LOGIN", help=both("经办人账号", "account that acts"))


def _publish(commands: Commands) -> None:
    made = _plain(commands, "publish", run_publish, "发布一版通报与台账",
                  "publish an edition: bulletin and ledger")  # fmt: skip
    _programme(made)
    made.add_argument("--run", dest="number", metavar="N", type=int,
                      help=both("用第 N 次评估（缺省：最近一次）",
                                "of assessment N (else the latest)"))  # fmt: skip
    made.add_argument("--by", metavar="LOGIN", help=both("经办人账号", "account that acts"))


def _account(commands: Commands) -> None:
    made = _plain(commands, "account", run_account, "开设第一批账号（口令从键盘读入）",
                  "open the first accounts (the password is asked for)")  # fmt: skip
    made.add_argument("login", metavar="LOGIN", help=both("账号", "login"))
    made.add_argument("--name", help=both("姓名（缺省同账号）", "name (else the login)"))
    made.add_argument("--role", choices=["administrator", "coordinator", "leader"],
                      default="administrator",
                      help=both("角色", "role"))  # fmt: skip


def _programme(made: Parser) -> None:
    made.add_argument("--programme", metavar="SLUG",
                      help=both("方案简称（只有一个方案时可省）",
                                "the programme (may be left out where there is one)"))  # fmt: skip


def _serve(commands: Commands) -> None:
    made = _plain(commands, "serve", run_serve, "启动网页服务", "serve the web pages")
    made.add_argument("--host", default=HOST, help=both("监听地址", "address to listen on"))
    made.add_argument("--port", type=int, default=PORT, help=both("端口", "port"))
    made.add_argument("--workers", type=int, default=2, help=both("进程数", "worker processes"))


def _demo(commands: Commands) -> None:
    made = command(commands, "demo", "建立并启动演示系统", "make the demo and serve it")
    made.set_defaults(run=run_demo)
    made.add_argument("--fresh", action="store_true",
                      help=both("清空演示数据重新开始", "start anew"))  # fmt: skip
    made.add_argument("--notice", metavar="FILE", type=Path,
                      help=both("用自己的通知，不带模拟填报",
                                "a notice of your own, without simulated reports"))  # fmt: skip
    made.add_argument("--port", type=int, default=PORT, help=both("端口", "port"))
    made.add_argument("--data", metavar="DIR", type=Path,
                      help=both("数据目录（缺省 data/demo）",
                                "data directory (else data/demo)"))  # fmt: skip
    made.add_argument("--no-serve", action="store_true",
                      help=both("只建立数据，不启动服务",
                                "make the data only, serve nothing"))  # fmt: skip


def home() -> Path:
    """Where `data` lies: the checkout this package is in, else the working directory."""
    checkout = Path(__file__).resolve().parents[3]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()


def choose_data(named: Path | None) -> Path:
    """Settles the data directory for this process and those it starts."""
    from_environment = os.environ.get("TONGCHOU_DATA")
    data = named or (Path(from_environment) if from_environment else home() / "data")
    os.environ["TONGCHOU_DATA"] = str(data.absolute())
    return data.absolute()


def set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongchou.project.settings")
    import django

    django.setup()


def _open_instance(chosen: argparse.Namespace) -> None:
    """Raises Stop where the instance has no database, or an older one."""
    choose_data(chosen.data)
    set_up_django()
    from . import serve

    serve.check_schema()


def run_load(chosen: argparse.Namespace) -> int:
    _open_instance(chosen)
    from . import commands

    return commands.load(path=chosen.file, slug=chosen.slug, login=chosen.by)


def run_assess(chosen: argparse.Namespace) -> int:
    _open_instance(chosen)
    from . import commands

    return commands.assess(slug=chosen.programme, as_of=chosen.as_of, login=chosen.by)


def run_publish(chosen: argparse.Namespace) -> int:
    _open_instance(chosen)
    from . import commands

    return commands.publish(slug=chosen.programme, number=chosen.number, login=chosen.by)


def run_account(chosen: argparse.Namespace) -> int:
    _open_instance(chosen)
    from . import commands

    return commands.account(login=chosen.login, name=chosen.name, role=chosen.role)


def run_verify(chosen: argparse.Namespace) -> int:
    _open_instance(chosen)
    from . import commands

    return commands.verify()


def run_migrate(chosen: argparse.Namespace) -> int:
    choose_data(chosen.data)
    set_up_django()
    from . import commands

    return commands.migrate()


def run_serve(chosen: argparse.Namespace) -> int:
    from . import serve

    serve.check_port(chosen.host, chosen.port)
    data = choose_data(chosen.data)
    set_up_django()
    serve.check_schema()
    serve.tidy()
    serve.run(host=chosen.host, port=chosen.port, workers=chosen.workers, data=data)
    return OK


def run_demo(chosen: argparse.Namespace) -> int:
    from .demo import start

    return start.run(
        data=chosen.data,
        home=home(),
        notice=chosen.notice,
        fresh=chosen.fresh,
        port=None if chosen.no_serve else chosen.port,
    )


if __name__ == "__main__":
    sys.exit(main())
