"""Answers for ``pst survey``, and the two ways in which a run ends."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Pst = Callable[..., Any]
Table = Callable[..., Path]
DATA = Path(__file__).resolve().parents[2] / "data"
ANSWERS = DATA / "skm-answers-49x9.csv"
SKM = ("--instrument", "skm-2017")
LIST = (*SKM, "--numbering", "list")
ELEMENTS = (
    *("requirements", "procedure", "time_limit", "fee", "product"),
    *("competence", "conduct", "complaint_handling", "facilities"),
)
HEADS = "persyaratan,prosedur,waktu,biaya,produk"
BAR = "\N{FULL BLOCK}"


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def data(pst: Pst, *arguments: str | Path) -> Any:
    """Return all that was scored."""
    ended = pst("survey", "score", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def group(pst: Pst, *arguments: str | Path) -> Any:
    """Return the only group of what was scored."""
    (found,) = data(pst, *arguments)["groups"]
    return found


def refused(pst: Pst, *arguments: str | Path) -> str:
    """Return how a run was refused, in English."""
    ended = pst("survey", *arguments, "--lang", "en")
    assert (ended.code, ended.out) == (2, "")
    return str(ended.err)


def told(pst: Pst, *arguments: str | Path) -> str:
    """Return how a run was refused, in Indonesian."""
    ended = pst("survey", *arguments)
    assert (ended.code, ended.out) == (2, "")
    return str(ended.err)


def lines(rows: int, answers: str = "3,3,3,3,3") -> str:
    return f"{answers}\n" * rows
