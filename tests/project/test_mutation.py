from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture
def tool(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    monkeypatch.syspath_prepend(str(root / "tools"))
    return importlib.import_module


@pytest.fixture
def mutation(tool: Callable[[str], Any]) -> Any:
    return tool("mutation")


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("months", ["tests/rules/test_months.py"]),  # of its name
        ("rows", ["src/pst_standards/rules/rows.py::pst_standards.rules.rows.Catalogue"]),
        ("anniversaries", ["tests/rules/test_facilities.py"]),  # imports it
        ("rulebook", ["tests/rules/test_profile.py"]),  # imports a name that the package gives out
        ("formats/html_report", ["tests/rules/formats/test_html.py"]),  # of its short name
        ("formats/sarif_rules", ["tests/rules/formats/test_sarif.py"]),
        ("stated", ["tests/rules/test_conduct.py"]),  # of a module that imports it
        (
            "checks/cash",
            [
                "tests/rules/test_cash.py",
                "tests/rules/test_rows.py::test_the_passing_example_is_not_found[STD-029]",
            ],
        ),
    ],
)
def test_the_tests_of_a_module_are_found(mutation: Any, module: str, tests: list[str]) -> None:
    (file,) = mutation.modules([module])
    found = mutation.tests_of(file)
    assert set(tests) <= set(found)


def test_every_module_has_tests(mutation: Any) -> None:
    lonely = [file.name for file in mutation.modules(()) if not mutation.tests_of(file)]
    assert lonely == []


def test_a_module_in_which_nothing_can_be_changed_counts_nothing(mutation: Any) -> None:
    nothing = mutation.Outcome("binding.py", 0, 0)
    assert nothing.share == 1.0
    assert str(mutation.Outcome("a.py", 1, 8)) == "  12.5%      1 of     8  a.py"


def test_what_imports_a_module_rests_on_it(mutation: Any) -> None:
    (file,) = mutation.modules(["promised"])
    found = mutation.resting_on(file)
    names = ("promised", "context", "checks.claims", "binding", "rulebook")
    assert {f"pst_standards.rules.{name}" for name in names} <= found
    assert "pst_standards.rules.rows" not in found


def test_what_modules_remember_is_forgotten_before_each_test(
    tool: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, foreign = ModuleType("made_up"), ModuleType("another")
    for module in (ours, foreign):
        monkeypatch.setattr(module, "remembering", lru_cache(str.upper), raising=False)
        monkeypatch.setitem(sys.modules, module.__name__, module)
        vars(module)["remembering"]("a")
    monkeypatch.setenv("PST_FORGET", "made_up not_imported")
    tool("forgetting").pytest_runtest_setup()
    assert vars(ours)["remembering"].cache_info().currsize == 0
    assert vars(foreign)["remembering"].cache_info().currsize == 1
