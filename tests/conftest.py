"""What every test may rely on: the real notice where it lies, and no silent skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
REAL_NOTICE = "wandakai-2023.txt"


def notices_folder() -> Path:
    """The folder of real notices: named by TONGCHOU_NOTICES, else beside the checkout."""
    named = os.environ.get("TONGCHOU_NOTICES")
    return Path(named) if named else CHECKOUT.parent / "shared" / "notices"


@pytest.fixture(scope="session")
def real_notice() -> Path:
    """The notice of 2023 as its offices published it; it is not part of the project."""
    path = notices_folder() / REAL_NOTICE
    if not path.is_file():
        pytest.skip(f"{REAL_NOTICE} is not here: name its folder in TONGCHOU_NOTICES")
    return path


def skipped_with_reason(terminalreporter: pytest.TerminalReporter) -> list[str]:
    lines = []
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        lines.append(f"{report.nodeid}: {str(reason).removeprefix('Skipped: ')}")
    return lines


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """On the integration server a skipped test is a failed run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    if os.environ.get("CI") == "true" and skipped_with_reason(reporter) and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = skipped_with_reason(terminalreporter)
    if not lines:
        return
    terminalreporter.section("skipped, and why")
    for line in lines:
        terminalreporter.write_line(line)
    if os.environ.get("CI") == "true":
        terminalreporter.write_line("CI=true: a skipped test fails the run", red=True)
