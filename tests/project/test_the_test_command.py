from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def tool(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a module of tools/ as tools/test.py does."""
    monkeypatch.syspath_prepend(str(root / "tools"))

    def load(name: str) -> ModuleType:
        if name == "test":  # the standard library has a module of this name
            monkeypatch.delitem(sys.modules, "test", raising=False)
        return importlib.import_module(name)

    return load


@pytest.fixture
def command(tool: Callable[[str], ModuleType]) -> Any:
    return tool("test")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("....\n==== 12 passed in 3.2s ====\n", "==== 12 passed in 3.2s ===="),
        ("=== 1 failed, 2 passed in 1s ===\n\nlater words\n", "=== 1 failed, 2 passed in 1s ==="),
        ("2 errors in 0.10s", "2 errors in 0.10s"),
        ("nothing that counts", ""),
    ],
)
def test_the_last_line_of_pytest_is_found(
    tool: Callable[[str], ModuleType], said: str, line: str
) -> None:
    assert tool("ci.groups").closing_line(said) == line


def passes() -> str:
    return "== 3 passed in 1s =="


def test_a_run_where_all_passed_ends_with_the_line_of_pytest(
    command: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    run = command.Run()
    assert run.carry_out("tests", passes)
    assert run.close() == 0
    assert capsys.readouterr().out.splitlines()[-1] == passes()


def test_a_failed_group_fails_the_run_and_is_named(
    tool: Callable[[str], ModuleType], command: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails() -> str:
        raise tool("ci.running").CommandError("pytest ended with 1", "== 1 failed in 1s ==\n")

    run = command.Run()
    assert not run.carry_out("tests", fails)
    run.carry_out("types", lambda: None)
    assert run.close() == 1
    last = capsys.readouterr().out.splitlines()[-2:]
    assert last == ["failed: tests (see .cache/logs)", "== 1 failed in 1s =="]


@pytest.mark.parametrize(
    ("in_ci", "required", "code"),
    [("true", True, 1), ("true", False, 0), ("", True, 0), ("windows", True, 0)],
)
def test_a_group_that_could_not_run_is_named_and_fails_where_it_must(
    tool: Callable[[str], ModuleType],
    command: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    in_ci: str,
    required: bool,
    code: int,
) -> None:
    def cannot() -> str:
        raise tool("ci.groups").CannotRunError("LibreOffice is missing", required=required)

    monkeypatch.setenv("CI", in_ci)
    run = command.Run()
    run.carry_out("rendering", cannot)
    assert run.close() == code
    assert "not run: rendering (LibreOffice is missing)" in capsys.readouterr().out


def test_a_program_that_fails_is_told_with_what_it_said(
    tool: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = tool("ci.running")
    monkeypatch.setattr(running, "LOGS", tmp_path)
    program = "print('\N{RUPEE SIGN} told'); raise SystemExit(3)"
    with pytest.raises(running.CommandError, match="ended with 3") as caught:
        running.run("example", (sys.executable, "-c", program))
    assert "told" in caught.value.said
    assert "told" in (tmp_path / "example.log").read_text(encoding="utf-8")


def test_the_lowest_versions_replace_those_of_today(
    tool: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    venvs = tool("ci.venvs")
    monkeypatch.setattr(venvs, "CACHE", tmp_path)
    pins = venvs.lowest_constraints().read_text(encoding="utf-8").splitlines()
    lowest = venvs.LOWEST.read_text(encoding="utf-8").splitlines()
    assert {line for line in lowest if not line.startswith("#")} <= set(pins)
    names = [line.partition("==")[0] for line in pins]
    assert len(names) == len(set(names))


def test_a_dependency_group_holds_those_it_includes(tool: Callable[[str], ModuleType]) -> None:
    assert {"hatchling", "mypy", "pytest", "ruff"} <= set(
        tool("ci.venvs").group_requirements("dev")
    )


def test_a_page_that_fetches_from_elsewhere_is_refused(
    tool: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    site, running = tool("ci.site"), tool("ci.running")
    page = tmp_path / "index.html"
    page.write_text('<a href="https://example.org">to read</a>', encoding="utf-8")
    site.refuse_foreign_assets(tmp_path)
    page.write_text('<script src="https://example.org/x.js"></script>', encoding="utf-8")
    with pytest.raises(running.CommandError, match=r"index\.html"):
        site.refuse_foreign_assets(tmp_path)
