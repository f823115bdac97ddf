"""The rules as a whole: one file each, all listed, all documented, all of use."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType

import pytest

import tongchou
from tests.domain.programme.building import compiled, row
from tongchou.domain.programme import lint as package
from tongchou.domain.programme.lint import RULES, codes, lint, linted
from tongchou.domain.shared.findings import Finding

GOLDEN = Path(__file__).parents[3] / "golden"
NOTICES = ("flawed.txt", "flawed-list.txt", "notice.txt")
HELPERS = {"bounds", "figures", "parts", "where", "words"}
MODULES: list[ModuleType] = [
    import_module(f"{package.__name__}.{module.name}")
    for module in pkgutil.iter_modules(package.__path__)
    if module.name not in HELPERS
]


def finding_of(module: ModuleType) -> type[Finding]:
    (found,) = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
        and issubclass(value, Finding)
    ]  # fmt: skip
    return found


@pytest.fixture(scope="module")
def golden() -> dict[str, set[str]]:
    """The codes found in each golden notice."""
    return {
        name: {finding.code for finding in tongchou.compile(GOLDEN / name).findings}
        for name in NOTICES
    }


def test_every_file_is_a_rule_that_is_run() -> None:
    assert {module.check for module in MODULES} == set(RULES)
    assert len(RULES) == len(set(RULES)) == len(codes())


def test_rules_run_in_the_order_of_their_codes() -> None:
    order = [
        finding_of(module).code for rule in RULES for module in MODULES if module.check is rule
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.split(".")[-1])
def test_a_rule_says_what_it_caught_and_catches_it(
    module: ModuleType, golden: dict[str, set[str]]
) -> None:
    words = getdoc(module) or ""
    assert "Caught" in words or "caught" in words
    assert finding_of(module).code in set.union(*golden.values())


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.split(".")[-1])
def test_a_rule_has_tests_of_its_own(module: ModuleType) -> None:
    name = module.__name__.split(".")[-1]
    tests = (Path(__file__).parent / f"test_{name}.py").read_text("utf-8")
    assert tests.count("def test_") > 1
    assert f'"{finding_of(module).code}"' in tests


def test_findings_follow_the_notice() -> None:
    programme = compiled(row(1, "甲", "启动编制"), row(2, "乙", ""), row(3, "丙", "启动编制"))
    places = [finding.position.block for finding in lint(programme)]
    shown = [-1 if block is None else block for block in places]
    assert shown == sorted(shown)
    assert {"N120", "N123", "N128"} <= {finding.code for finding in lint(programme)}


def test_looking_anew_replaces_doubts_and_keeps_what_the_reading_met() -> None:
    programme = tongchou.compile(GOLDEN / "flawed-list.txt")
    again = linted(linted(programme))
    assert again.findings == programme.findings
    assert {"N102", "N132"} <= {finding.code for finding in again.findings}
    assert "N102" not in codes()


def test_an_empty_programme_raises_no_doubt() -> None:
    assert lint(tongchou.compile(b"", "empty.txt")) == ()
