"""What the command line says: every line in Chinese and in English."""

import argparse
import sys
from typing import Any, NoReturn, TypeAlias

OK = 0
REFUSED = 1
MISUSED = 2
INTERRUPTED = 130


class Stop(Exception):
    """The command cannot go on until a person mends something; one line says what."""

    def __init__(self, zh: str, en: str, code: int = MISUSED) -> None:
        super().__init__(both(zh, en))
        self.code = code


def both(zh: str, en: str) -> str:
    return f"{zh} / {en}"


def say(zh: str, en: str) -> None:
    """One line of progress, on the error stream so that results can be piped."""
    print(f"· {both(zh, en)}", file=sys.stderr, flush=True)


class Parser(argparse.ArgumentParser):
    """argparse with headings and complaints in both languages."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(**options, add_help=False)
        self._positionals.title = both("参数", "arguments")
        self._optionals.title = both("选项", "options")
        self.add_argument("-h", "--help", action="help", help=both("显示本说明", "show this text"))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", both("用法", "usage") + ":", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", both("用法", "usage") + ":", 1)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        line = both(f"命令写法有误，见 {self.prog} --help", f"{message}; see {self.prog} --help")
        self.exit(MISUSED, f"{line}\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def command(commands: Commands, name: str, zh: str, en: str) -> Parser:
    return commands.add_parser(name, help=both(zh, en), description=both(zh, en))
