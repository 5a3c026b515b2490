"""The same definition gives the same content on every machine and under every Python.

``golden/content-sha256.json`` has the hashes; each Python that runs these tests is held against it.
They are those of ``content_sha256`` in a manifest: a docx as it lies there may differ, for another
zlib packs the same parts otherwise. What PDF looks like is up to the version of typst.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

import pytest

from pst_standards.documents.identity import content_hash
from pst_standards.documents.kinds import FORMATS, render
from pst_standards.model.definition import Definition

DRAWN = {"pdf", "png"}
ROOT = Path(__file__).resolve().parents[3]
Compare = Callable[[str, str], None]


def hashed(office: Definition, pictures: Mapping[str, bytes], format_: str) -> str:
    data = render(office, "standard", format_, "zz-lib", assets=pictures)
    return content_hash(data, format_)


def test_the_content_written_here_is_that_of_every_python(
    office: Definition, pictures: Mapping[str, bytes], compare_golden: Compare
) -> None:
    found = {name: hashed(office, pictures, name) for name in FORMATS if name not in DRAWN}
    compare_golden("content-sha256.json", json.dumps(found, indent=1) + "\n")


def test_pdf_is_that_of_every_python_with_this_typst(
    office: Definition, pictures: Mapping[str, bytes], compare_golden: Compare
) -> None:
    pins = (ROOT / "constraints" / "dev.txt").read_text(encoding="utf-8").split()
    if f"typst=={version('typst')}" not in pins:
        pytest.skip("another version of typst draws other files")
    compare_golden("content-sha256-pdf.txt", hashed(office, pictures, "pdf") + "\n")
