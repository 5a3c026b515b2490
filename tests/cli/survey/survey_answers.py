"""Answers for ``pst survey``, and the two ways in which a run ends."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Pst = Callable[..., Any]
DATA = Path(__file__).resolve().parents[2] / "data"
ANSWERS = DATA / "skm-answers-49x9.csv"
LIST = ("--instrument", "skm-2017", "--numbering", "list")
ELEMENTS = (
    *("requirements", "procedure", "time_limit", "fee", "product"),
    *("competence", "conduct", "complaint_handling", "facilities"),
)
BAR = "\N{FULL BLOCK}"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def group(pst: Pst, *arguments: str | Path) -> Any:
    ended = pst("survey", "score", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    (found,) = json.loads(ended.out)["groups"]
    return found


def refused(pst: Pst, *arguments: str | Path) -> str:
    ended = pst("survey", *arguments, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    return str(ended.err)
