from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PACKAGE = "pst_standards"


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def table(page: str) -> dict[str, set[str]]:
    """The rooms of the page in order, each with those it uses."""
    rows = re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", page, re.MULTILINE)
    return {room: set(re.findall(r"`(\w+)`", uses)) for room, uses in rows}


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def used_rooms(folder: Path) -> set[str]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in folder.rglob("*.py"))
    names = (name.split(".") for tree in trees for name in imported(tree))
    return {parts[1] for parts in names if parts[0] == PACKAGE and len(parts) > 1} - {folder.name}


def test_the_page_tells_which_room_uses_which(root: Path, table: dict[str, set[str]]) -> None:
    package = root / "src" / PACKAGE
    assert table == {room: used_rooms(package / room) for room in table}
    assert set(table) == {entry.parent.name for entry in package.glob("*/__init__.py")}


def test_the_rooms_stand_in_the_order_that_is_held(root: Path, table: dict[str, set[str]]) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    held = [room.strip() for layer in reversed(layers) for room in layer.split("|")]
    assert list(table) == held


def test_every_tool_is_named(root: Path, page: str) -> None:
    tools = {file.name for file in (root / "tools").glob("*.py")}
    assert {name for name in tools if f"`{name}`" not in page} == set()
