"""The checkout itself, as the tests of the project see it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    return Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def package(root: Path) -> Path:
    return root / "src" / "pst_standards"


@pytest.fixture(scope="session")
def tracked(root: Path) -> tuple[Path, ...]:
    """Every file git tracks and that stands in the work tree."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={root.as_posix()}", "ls-files", "-z"],
        cwd=root,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    files = tuple(root / name for name in listed.split("\0") if name)
    assert files
    return tuple(file for file in files if file.is_file())


@pytest.fixture(scope="session")
def modules(package: Path) -> Mapping[str, ast.Module]:
    """The syntax tree of every module of the package, by dotted name."""
    return {
        _dotted(file.relative_to(package.parent)): ast.parse(file.read_text(encoding="utf-8"))
        for file in sorted(package.rglob("*.py"))
    }


def _dotted(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@pytest.fixture
def run_python(root: Path) -> Callable[..., str]:
    """Run a program text in a fresh interpreter and return what it prints."""

    def run(program: str, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=root,
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
