from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from pst_standards.surveys.statistics import Joint

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def table() -> list[tuple[int, int]]:
    """The population and the size of each row of the printed table."""
    with (DATA / "krejcie_morgan_1970.csv").open(encoding="utf-8", newline="") as file:
        return [(int(row["N"]), int(row["S_table"])) for row in csv.DictReader(file)]


@pytest.fixture(scope="session")
def answers() -> list[tuple[int, ...]]:
    """The answers of 49 people to nine elements."""
    with (DATA / "skm-answers-49x9.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(map(int, row[1:])) for row in list(csv.reader(file))[1:]]


@pytest.fixture(scope="session")
def expected() -> dict[str, Any]:
    """What was reckoned from these answers elsewhere."""
    text = (DATA / "skm-answers-49x9.expected.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["skm-answers-49x9"])


@pytest.fixture(scope="session")
def joint(answers: list[tuple[int, ...]]) -> Joint:
    return Joint.of([f"u{i}" for i in range(1, 10)], answers, scale=(1, 4))
