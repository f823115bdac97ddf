"""A skipped test is never silent: the end of a run names it; on the integration server it fails."""

from __future__ import annotations

import os

import pytest


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
