"""Answers and figures of surveys, as the tests of this room see them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[1] / "data"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def answers() -> Mapping[str, Sequence[str]]:
    """The columns of the 49 respondents."""
    rows = rows_of("skm-answers-49x9.csv")
    return {name: [row[name] for row in rows] for name in rows[0]}


@pytest.fixture(scope="session")
def expected() -> Mapping[str, Any]:
    """What must come out of them."""
    text = (DATA / "skm-answers-49x9.expected.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["skm-answers-49x9"])


@pytest.fixture(scope="session")
def frequencies() -> list[dict[str, str]]:
    """The published table of frequencies by question."""
    return rows_of("skm-item-frequencies.csv")


@pytest.fixture(scope="session")
def examples() -> Mapping[str, Mapping[str, str]]:
    """Published results with their intermediate numbers, by id."""
    return {row["id"]: row for row in rows_of("skm-worked-examples.csv")}
