from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

import pst_standards

COMMAND_1 = (
    'python3 -m venv .venv && .venv/bin/pip install ".[office]" && '
    ".venv/bin/pst build examples/kabupaten-semarang --out out --format docx,html"
)
SHELL_BLOCK = re.compile(r"^```(?:sh|bash|shell|console)\n(.*?)^```", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def table(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_nothing_else(
    root: Path, tracked: tuple[Path, ...], wheel: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    source = root / "src"
    wanted = {
        file.relative_to(source).as_posix() for file in tracked if file.is_relative_to(source)
    }
    assert "pst_standards/py.typed" in packed
    assert wanted - packed == set()
    assert {name for name in packed if not name.startswith("pst_standards/")} == set()


@pytest.mark.slow
def test_the_wheel_brings_the_licence_and_the_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {Path(name).name for name in archive.namelist() if "/licenses/" in name}
    assert names == {"LICENSE", "NOTICE"}


def test_the_changelog_speaks_of_this_version(root: Path, table: dict[str, Any]) -> None:
    changes = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    version = re.escape(table["project"]["version"])
    assert re.search(rf"^## \[?{version}\]?( |$)", changes, re.MULTILINE)


def test_the_package_and_the_project_tell_one_version(table: dict[str, Any]) -> None:
    assert pst_standards.__version__ == table["project"]["version"]


@pytest.mark.parametrize(
    ("path", "looked_at"),
    [
        ("standards/library.yaml", True),
        ("data/standar/perpustakaan.json", True),
        ("standar-pelayanan.yml", True),
        ("kantor.pst.yaml", True),
        ("docs/conf.yaml", False),
        ("package.json", False),
    ],
)
def test_the_hook_looks_at_definitions_alone(root: Path, path: str, *, looked_at: bool) -> None:
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"]) == ("pst-check", "pst check --as-folders")
    assert bool(re.search(hook["files"], path)) is looked_at


def test_the_lowest_versions_tested_are_those_promised(root: Path, table: dict[str, Any]) -> None:
    project = table["project"]
    optional = project["optional-dependencies"]
    names = ("complaints", "office", "pdf", "postgresql", "spark", "survey", "tables", "testing")
    extras = (line for name in names for line in optional[name])
    promised = [*project["dependencies"], *extras]
    pins = (root / "constraints" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    tested = {line for line in pins if "==" in line}
    # A constraint names no extras: psycopg[binary] brings psycopg-binary of its own version.
    named = (re.sub(r"\[.*?\]", "", line).lower() for line in promised)
    assert tested == {line.replace(">=", "==") for line in named}


def test_all_extras_together_leave_out_only_spark_and_testing(table: dict[str, Any]) -> None:
    extras = table["project"]["optional-dependencies"]
    assert extras["all"] == ["pst-standards[complaints,office,pdf,postgresql,survey,tables]"]
    assert not {"polars", "pyarrow"} & {line.partition(">")[0] for line in extras["office"]}


def test_every_tool_is_pinned(root: Path, table: dict[str, Any]) -> None:
    pins = (root / "constraints" / "dev.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0] for line in pins if "==" in line}
    groups = table["dependency-groups"].values()
    asked = {
        entry.partition("[")[0].lower()
        for group in groups
        for entry in group
        if isinstance(entry, str)
    }
    assert asked - pinned == set()
    assert pinned
    assert [
        line for line in pins if not re.fullmatch(r"#.*|[a-z0-9._-]+==[A-Za-z0-9.+!]+", line)
    ] == []


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_first_two_commands_of_the_readme_build_the_example_and_run_the_tests(
    root: Path, name: str
) -> None:
    blocks = SHELL_BLOCK.findall((root / name).read_text(encoding="utf-8"))
    first, second = (" ".join(block.replace("\\\n", " ").split()) for block in blocks[:2])
    assert first == COMMAND_1
    assert second == ci_command(root)


def ci_command(root: Path) -> str:
    return (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1].strip()


def test_ci_runs_the_documented_command_and_nothing_hidden(root: Path) -> None:
    lines = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -eu",
        'cd "$(dirname "$0")/.."',
        "python3 tools/test.py",
    ]
    workflow = (root / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert "tools/test.py" in workflow
