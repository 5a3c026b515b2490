from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pyshacl
import pytest
import rdflib

from pst_standards.definitions import read_path
from pst_standards.model import Definition

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "exchange"
Check: TypeAlias = Callable[[rdflib.Graph], str]


@pytest.fixture(scope="session")
def example() -> Definition:
    return read_path(ROOT / "examples" / "kabupaten-semarang").definition


@pytest.fixture(scope="session")
def shapes() -> rdflib.Graph:
    found = rdflib.Graph()
    for name in ("cpsv-ap-3.2.0-shacl.ttl", "cpov-2.1.2-shacl.ttl"):
        found.parse(DATA / name)
    return found


@pytest.fixture(scope="session")
def complaint(shapes: rdflib.Graph) -> Check:
    """Return what the official shapes say against a graph, nothing where it conforms."""

    def check(graph: rdflib.Graph) -> str:
        conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
        return "" if conforms else str(said)

    return check
