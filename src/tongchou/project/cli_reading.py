"""The commands that read files and need no database: compile, lint, diff."""

import argparse
from pathlib import Path

from .cli_text import Commands, Parser, both, command


def add_commands(commands: Commands) -> None:
    _compile(commands)
    _lint(commands)
    _diff(commands)


def _compile(commands: Commands) -> None:
    made = command(commands, "compile", "编译一份通知，列出任务与问题",
                    "compile a notice: its tasks, and findings like a compiler's")  # fmt: skip
    made.set_defaults(run=run_compile)
    _reading(made, "写出方案文件（- 为标准输出）",
             "write the programme file (- is standard output)")  # fmt: skip


def _lint(commands: Commands) -> None:
    made = command(commands, "lint", "检查一份通知或方案文件，逐条列出疑点与改法",
                    "list what a notice or a programme file leaves open")  # fmt: skip
    made.set_defaults(run=run_lint)
    _reading(made, "写出全部问题（- 为标准输出）",
             "write the findings (- is standard output)")  # fmt: skip


def _diff(commands: Commands) -> None:
    made = command(commands, "diff", "逐项比较两份通知或方案文件",
                    "compare two notices or programme files, task by task")  # fmt: skip
    made.set_defaults(run=run_diff)
    made.add_argument("before", metavar="A", type=Path, help=both("前一份", "the earlier one"))
    made.add_argument("after", metavar="B", type=Path, help=both("后一份", "the later one"))
    _output(made, "写出比较结果（- 为标准输出）",
            "write the comparison (- is standard output)")  # fmt: skip


def _reading(made: Parser, zh: str, en: str) -> None:
    made.add_argument("file", metavar="FILE", type=Path,
                      help=both("通知文件，或方案文件（.json）",
                                "the notice, or a programme file (.json)"))  # fmt: skip
    _output(made, zh, en)
    made.add_argument("--strict", action="store_true",
                      help=both("有警告也以 1 退出", "exit with 1 on warnings too"))  # fmt: skip


def _output(made: Parser, zh: str, en: str) -> None:
    made.add_argument("--json", metavar="OUT", type=Path, help=both(zh, en))
    made.add_argument("--language", choices=["zh", "en"], default="zh",
                      help=both("列表与问题所用语言", "language of the listing"))  # fmt: skip


def run_compile(chosen: argparse.Namespace) -> int:
    from . import compiling

    return compiling.run(
        path=chosen.file, out=chosen.json, language=chosen.language, strict=chosen.strict
    )


def run_diff(chosen: argparse.Namespace) -> int:
    from . import diffing

    paths = (chosen.before, chosen.after)
    return diffing.run(paths=paths, out=chosen.json, language=chosen.language)


def run_lint(chosen: argparse.Namespace) -> int:
    from . import linting

    return linting.run(
        path=chosen.file, out=chosen.json, language=chosen.language, strict=chosen.strict
    )
