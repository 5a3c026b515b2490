"""The office of these tests, and taking its Word files apart and together again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from pst_standards.definitions import Bases, read_path
from pst_standards.definitions.structure import plain
from pst_standards.documents import render
from pst_standards.model.definition import Definition

ROOT = Path(__file__).resolve().parents[3]
Parts: TypeAlias = dict[str, bytes]
Repack: TypeAlias = Callable[[bytes, Callable[[Parts], object]], bytes]


@pytest.fixture(scope="session")
def semarang() -> Definition:
    """The example, which has every part and many values nobody confirmed."""
    return read_path(ROOT / "examples" / "kabupaten-semarang", bases=Bases()).definition


@pytest.fixture(scope="session")
def an_office(semarang: Definition) -> Callable[[], Definition]:
    """Give the example to a property: what a property is given, hypothesis shows whole."""
    return lambda: semarang


@pytest.fixture(scope="session")
def data_of_office(semarang: Definition) -> Callable[[], Any]:
    """Give the example as plain data, to be changed."""
    return lambda: plain(semarang)


@pytest.fixture(scope="session")
def repack() -> Repack:
    """Change the parts of a Word file and pack it again."""

    def changed(data: bytes, work: Callable[[Parts], object]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        work(parts)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return target.getvalue()

    return changed


@pytest.fixture(scope="module")
def library(semarang: Definition) -> bytes:
    return render(semarang, "standard", "docx", "library")
