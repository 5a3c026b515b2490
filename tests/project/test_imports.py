from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

HEAVY = (
    "cattrs",
    "yaml",
    "ruamel",
    "jsonschema",
    "docx",
    "lxml",
    "numpy",
    "babel",
    "rich",
    "xlsxwriter",
    "openpyxl",
    "cryptography",
    "psycopg",
    "sqlalchemy",
)
# Where a library is imported under another name than it is installed under.
DISTRIBUTIONS = {
    "attr": "attrs",
    "docx": "python-docx",
    "ruamel": "ruamel-yaml",
    "yaml": "pyyaml",
}
NAMED = re.compile(r"[A-Za-z0-9._-]+")


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(table["project"])


def test_importing_the_package_loads_nothing_heavy(run_python: Callable[..., str]) -> None:
    program = "import sys, pst_standards; print(*sorted(set(sys.argv[1:]) & set(sys.modules)))"
    assert run_python(program, *HEAVY).split() == []


def test_the_version_is_told_without_loading_anything_heavy(run_python: Callable[..., str]) -> None:
    program = (
        "import sys\nfrom pst_standards.cli import main\n"
        "try:\n    main(['--version'])\nexcept SystemExit:\n    pass\n"
        "print(*sorted(set(sys.argv[1:]) & set(sys.modules)))"
    )
    assert run_python(program, *HEAVY).splitlines()[-1].split() == []


def outside_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_every_library_used_is_declared_and_every_declared_one_is_used(
    modules: Mapping[str, ast.Module], project: dict[str, Any]
) -> None:
    imported = {name for tree in modules.values() for name in outside_names(tree)}
    outside = imported - set(sys.stdlib_module_names) - {"pst_standards"}
    used = {DISTRIBUTIONS.get(name, name) for name in outside}
    # lxml and referencing are brought, as part of what they offer, by python-docx and jsonschema.
    # The extra spark is for the engine of frames that users bring; this package never imports it.
    names = ("complaints", "office", "pdf", "postgresql", "survey", "tables", "testing")
    known = declared(project, *names)
    assert used - known - {"lxml", "referencing"} == set()
    # psycopg loads its binary part by itself.
    assert known - used - {"psycopg-binary"} == set()


def declared(project: dict[str, Any], *extras: str) -> set[str]:
    optional = project["optional-dependencies"]
    listed = [*project["dependencies"], *(line for extra in extras for line in optional[extra])]
    return {normal(match.group()) for line in listed if (match := NAMED.match(line))}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_days_off_are_read_only_when_something_is_counted(
    run_python: Callable[..., str], root: Path
) -> None:
    program = (
        "import sys, io, contextlib, pst_standards, pst_standards.calendar\n"
        "from pst_standards.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n    main(['check', sys.argv[1]])\n"
        "print(*sorted(name for name in sys.modules if name.startswith('pst_standards.calendar.')))"
    )
    definition = str(root / "examples" / "minimal.yaml")
    assert run_python(program, definition).split() == []
