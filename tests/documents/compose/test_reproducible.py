"""The same definition gives the same content on every machine and under every Python.

``golden/content-sha256.json`` has the hashes; each Python that runs these tests is held against it.
They are those of ``content_sha256`` in a manifest: a docx as it lies there may differ, for another
zlib packs the same parts otherwise. What PDF looks like is up to the version of typst.
``whole-set-sha256.json`` has those of all documents of the example, with the first signs of each.
"""

from __future__ import annotations

import builtins
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from pst_standards.cli import main
from pst_standards.documents.identity import content_hash
from pst_standards.documents.kinds import FORMATS, render
from pst_standards.model.definition import Definition

DRAWN = {"pdf", "png"}
PACKAGE = "pst_standards"
ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
GIVEN = {
    "--events": "events",
    "--register": "recaps/2025.yaml",
    "--answers": "survey/skm-2024.csv",
}
Compare = Callable[[str, str], None]


def hashed(office: Definition, pictures: Mapping[str, bytes], format_: str) -> str:
    data = render(office, "standard", format_, "zz-lib", assets=pictures)
    return content_hash(data, format_)


def test_the_content_written_here_is_that_of_every_python(
    office: Definition, pictures: Mapping[str, bytes], compare_golden: Compare
) -> None:
    found = {name: hashed(office, pictures, name) for name in FORMATS if name not in DRAWN}
    compare_golden("content-sha256.json", json.dumps(found, indent=1) + "\n")


@pytest.fixture
def summing_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse ``sum`` of what is not whole: Python 3.12 began to add it up in another way."""
    summed = builtins.sum

    def watched(values: Iterable[Any], /, start: Any = 0) -> Any:
        found = summed(values, start)
        caller = sys._getframe(1).f_globals["__name__"]
        assert not (isinstance(found, float) and caller.startswith(PACKAGE)), f"fsum in {caller}"
        return found

    monkeypatch.setattr(builtins, "sum", watched)


@pytest.mark.unmeasured
@pytest.mark.usefixtures("summing_alike")
def test_the_whole_set_of_the_example_is_that_of_every_python(
    tmp_path: Path, compare_golden: Compare
) -> None:
    options = ["--as-of", "2026-01-31", "--format", "docx,html,md", "--quiet"]
    for option, path in GIVEN.items():
        options += [option, str(EXAMPLES / path)]
    example = str(EXAMPLES / "kabupaten-semarang")
    assert main(["build", example, *options, "--out", str(tmp_path)]) == 0
    made = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    found = {one["path"]: one["content_sha256"][:16] for one in made["documents"]}
    compare_golden("whole-set-sha256.json", json.dumps(found, indent=1) + "\n")


def test_pdf_is_that_of_every_python_with_this_typst(
    office: Definition, pictures: Mapping[str, bytes], compare_golden: Compare
) -> None:
    pins = (ROOT / "constraints" / "dev.txt").read_text(encoding="utf-8").split()
    if f"typst=={version('typst')}" not in pins:
        pytest.skip("another version of typst draws other files")
    compare_golden("content-sha256-pdf.txt", hashed(office, pictures, "pdf") + "\n")
