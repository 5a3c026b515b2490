"""What whole rows tell is the same from every kind of table."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pst_standards.surveys import instrument
from pst_standards.surveys.frames import Terms, count_file, count_frame, count_text, parquet

joint = pytest.importorskip("pst_standards.surveys.statistics.joint")

SKM = instrument("skm-2017")
TERMS = Terms(group_by=("unit",))


@pytest.fixture(scope="module")
def columns() -> dict[str, list[Any]]:
    dice = random.Random(7)  # noqa: S311 - no secret
    rows = [[dice.choice([1, 2, 3, 4, 4, None]) for _ in SKM.keys] for _ in range(300)]
    rows += [[dice.randrange(1, 5)] * len(SKM.keys) for _ in range(40)]
    rows += [[None] * len(SKM.keys) for _ in range(9)]
    answers = zip(*rows, strict=True)
    found: dict[str, list[Any]] = dict(zip(SKM.keys, map(list, answers), strict=True))
    return {"unit": [dice.choice("abc") for _ in rows], **found}


@pytest.fixture(scope="module")
def right(columns: dict[str, list[Any]]) -> dict[Any, Any]:
    rows = list(zip(*(columns[key] for key in SKM.keys), strict=True))
    return {
        (("unit", unit),): joint.Joint.of(
            SKM.keys,
            [row for row, own in zip(rows, columns["unit"], strict=True) if own == unit],
            scale=(1, 4),
        )
        for unit in "abc"
    }


def test_a_frame_in_memory_and_one_elsewhere_tell_the_same(
    columns: dict[str, list[Any]], right: dict[Any, Any]
) -> None:
    table = pa.table(columns)
    assert count_frame(table, SKM, TERMS, joints=True).joints == right
    assert count_frame(nw.from_native(table).lazy(), SKM, TERMS, joints=True).joints == right
    assert count_frame(table, SKM, TERMS).joints == {}


def test_files_tell_the_same(
    columns: dict[str, list[Any]],
    right: dict[Any, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = [["" if one is None else str(one) for one in cells] for cells in columns.values()]
    lines = [",".join(row) for row in [list(columns), *zip(*shown, strict=True)]]
    assert count_text("\n".join(lines), SKM, TERMS, joints=True).joints == right
    (tmp_path / "a.csv").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr("pst_standards.surveys.frames.counting._LARGE", 1)
    assert count_file(tmp_path / "a.csv", SKM, TERMS, joints=True).joints == right
    monkeypatch.setattr(parquet, "PART", 50)
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    assert count_file(tmp_path / "a.parquet", SKM, TERMS, joints=True).joints == right


def test_one_question_alone_has_no_straight_liners() -> None:
    found = count_frame(pa.table({"fee": [1, 4, None]}), SKM, joints=True).joints[()]
    assert found == joint.Joint.of(["fee"], [(1,), (4,), (None,)], scale=(1, 4))
