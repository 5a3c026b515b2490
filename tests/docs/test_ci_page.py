from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from readers.blocks import Block, blocks
from readers.commands import run

from pst_standards.cli.exits import Exit
from pst_standards.documents.pictures import UnusablePicture
from pst_standards.documents.unprintable import Unprintable
from pst_standards.rules.formats import NAMES


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "ci.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A reader's folder with a definition and its province."""
    shutil.copytree(root / "examples" / "kabupaten-semarang", tmp_path / "kantor-saya")
    shutil.copyfile(
        root / "examples" / "provinsi-jawa-tengah.yaml", tmp_path / "provinsi-jawa-tengah.yaml"
    )
    return tmp_path


def block_of(page: str, title: str) -> Block:
    return next(block for block in blocks(page) if block.title == title)


def section(page: str, heading: str) -> str:
    return page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def keys_of(table: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Yield the keys of data as the page writes them; params differ by rule and stay closed."""
    if isinstance(value, dict) and not path.endswith("params"):
        for key, part in value.items():
            yield from paths(part, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from paths(item, f"{path}[]")
    else:
        yield path


def test_every_key_of_the_report_is_described_and_no_other(page: str, folder: Path) -> None:
    said = run("pst check kantor-saya --format json", folder)
    assert said is not None
    found = dict.fromkeys(paths(json.loads("\n".join(said.lines))))
    assert keys_of(section(page, "The report: pst-report/1")) == list(found)


def test_every_key_of_the_manifest_is_described_and_no_other(
    page: str, root: Path, folder: Path
) -> None:
    event = root / "examples" / "events" / "late-consultation.yaml"
    shutil.copyfile(event, folder / "kejadian.yaml")
    command = "pst build kantor-saya --events kejadian.yaml --out out --format html"
    assert run(command, folder) is not None
    manifest = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))
    # Pages of HTML keep every letter, and the pictures are there.
    letters = (f"unprintable[].{one.name}" for one in attrs.fields(Unprintable))
    pictures = (f"unusable_pictures[].{one.name}" for one in attrs.fields(UnusablePicture))
    found = dict.fromkeys((*paths(manifest), *letters, *pictures))
    assert keys_of(section(page, "The manifest: pst-manifest/1")) == list(found)


@pytest.mark.parametrize(
    ("name", "heading"), [("ci", "Exit codes"), ("how-to", "What an exit code means")]
)
def test_every_exit_code_is_told(root: Path, name: str, heading: str) -> None:
    page = (root / "docs" / f"{name}.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (\d+) \|", section(page, heading), re.MULTILINE)
    assert [int(code) for code in told] == [code.value for code in Exit]


def test_every_format_is_told_and_no_other(page: str) -> None:
    assert keys_of(section(page, "Formats")) == ["--format", *NAMES]


@pytest.mark.parametrize(
    ("title", "schema"),
    [
        (".github/workflows/standards.yml", "vendor.github-workflows"),
        (".gitlab-ci.yml", "vendor.gitlab-ci"),
    ],
)
def test_a_pipeline_is_one_that_its_host_takes(
    page: str, tmp_path: Path, title: str, schema: str
) -> None:
    file = tmp_path / "pipeline.yml"
    file.write_text("\n".join(block_of(page, title).lines), encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def commands(data: Any) -> Iterator[str]:
    """Yield the commands of a pipeline, of either host."""
    for step in data.get("jobs", {}).get("standards", {}).get("steps", ()):
        yield from [step["run"]] if "run" in step else []
    yield from data.get("standards", {}).get("script", ())


@pytest.mark.parametrize("title", [".github/workflows/standards.yml", ".gitlab-ci.yml"])
def test_the_commands_of_a_pipeline_work(page: str, folder: Path, title: str) -> None:
    lines = list(commands(yaml.safe_load("\n".join(block_of(page, title).lines))))
    done = [run(line, folder) for line in lines if "pip install" not in line]
    assert [said.code for said in done if said] == [0] * (len(lines) - 1)


def test_the_hook_is_one_that_this_project_offers(root: Path, page: str) -> None:
    said = yaml.safe_load("\n".join(block_of(page, ".pre-commit-config.yaml").lines))
    offered = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    used = {hook["id"] for repo in said["repos"] for hook in repo["hooks"]}
    assert used <= {hook["id"] for hook in offered}
