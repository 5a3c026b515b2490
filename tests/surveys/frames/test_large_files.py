"""Parquet and large files of text are counted as small ones are."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys import SurveyError, tally_columns
from pst_standards.surveys.frames import Layout, Terms, count_file, large_texts, parquet, texts
from pst_standards.surveys.tallying import Handling
from tests.surveys.frames.refusals import LENIENT, SKM, refusal


@pytest.mark.parametrize("group", [50, 10_000])
def test_parquet_gives_the_tallies_of_its_columns(
    case: Any, group: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "PART", 33)
    pq.write_table(pa.table(case.columns), tmp_path / "a.parquet", row_group_size=group)
    found = count_file(tmp_path / "a.parquet", SKM, case.terms)
    assert found.tallies == case.right
    assert found.header[0] == "table"


def test_a_row_of_parquet_is_told_from_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pq"
    pq.write_table(pa.table({"fee": [1, 2, 9], "u x": [1, 2, 3]}), path, row_group_size=1)
    assert refusal(lambda: count_file(path, SKM)).params["row"] == 3
    assert refusal(lambda: count_file(path, SKM, Terms(group_by=("y",)))).kind == "column.unknown"


@pytest.mark.parametrize("data", [b"", b"PAR1", b"biaya\n3\n" * 9])
def test_what_is_no_parquet_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(data)
    assert refusal(lambda: count_file(tmp_path / "a.parquet", SKM)).kind == "file.parquet"
    assert refusal(lambda: count_file(tmp_path / "b.parquet", SKM)).kind == "file.closed"


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A path of a file that counts as large however small it is."""
    monkeypatch.setattr("pst_standards.surveys.frames.counting._LARGE", 1)
    monkeypatch.setattr(large_texts, "_BLOCK", 4096)
    return tmp_path / "a.csv"


def written(columns: dict[str, list[Any]], delimiter: str, quoting: int) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return out.getvalue()


@pytest.mark.parametrize(("delimiter", "quoting"), [(",", csv.QUOTE_ALL), (";", csv.QUOTE_MINIMAL)])
def test_a_large_text_gives_the_tallies_of_its_columns(
    text_case: Any, delimiter: str, quoting: int, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_texts, "count_text_file", None)  # nothing is read twice
    columns = text_case.columns
    if quoting == csv.QUOTE_MINIMAL:  # without a quotation mark, parts are read at once
        clean = lambda cell: cell if cell.isprintable() else "9"  # noqa: E731
        columns = {name: list(map(clean, cells)) for name, cells in columns.items()}
        monkeypatch.setattr(os, "cpu_count", lambda: 3)
    large.write_text(written(columns, delimiter, quoting), encoding="utf-8", newline="")
    right = tally_columns(
        columns, SKM, rules=text_case.terms.rules, group_by=["table"], handling=LENIENT
    )
    found = count_file(large, SKM, text_case.terms)
    assert found.tallies == right
    assert found.told == {"delimiter": delimiter, "encoding": "utf-8", "header_row": 1}


@pytest.mark.parametrize(
    ("body", "kind", "row"),
    [
        ("4\n\n0\n", "answer.zero", 4),
        ("4\n3,3\n", "row.width", 3),
        ("4\n\0\n", "file.binary", None),
        ("4\n\xe9\n", "file.encoding", 3),
    ],
)
def test_a_row_of_a_large_text_is_told_as_of_a_small_one(
    body: str, kind: str, row: int | None, large: Path
) -> None:
    large.write_bytes(b"biaya\n" + body.encode("latin-1"))
    error = refusal(lambda: count_file(large, SKM))
    assert (error.kind, error.params.get("row")) == (kind, row)


def test_rows_of_another_width_in_a_large_text_are_counted(large: Path) -> None:
    large.write_text("unit,biaya\na,3\na\na,3,3\n\nb,4\n", encoding="utf-8")
    terms = Terms(group_by=("unit",), handling=LENIENT)
    found = count_file(large, SKM, terms).tallies
    assert dict(found.total().left_out) == {"row.width": 2}
    assert found.total().elements["fee"].values == (0, 0, 1, 1)
    large.write_text("unit,biaya\na\n", encoding="utf-8")
    assert dict(count_file(large, SKM, terms).tallies.total().left_out) == {"row.width": 1}


@pytest.mark.parametrize(
    "layout",
    [Layout(), Layout(encoding="cp1252"), Layout(last_row=3), Layout(encoding="utf-16")],
)
def test_a_large_text_is_read_by_its_layout(layout: Layout, large: Path) -> None:
    text = 'kode,biaya\n"a\nb",3\né,4\n' + ("x,9\n" if layout.last_row else "")
    large.write_text(text, encoding=layout.encoding, newline="")
    tally = count_file(large, SKM, Terms(), layout).tallies.total()
    assert tally.elements["fee"].values == (0, 0, 1, 1)
    large.write_text("3\n4\n", encoding="utf-8")
    found = count_file(large, SKM, Terms(), Layout(headings=("biaya",), first_row=2))
    assert found.tallies.total().elements["fee"].values == (0, 0, 0, 1)


def test_an_encoding_that_is_not_known_is_told_of_a_large_text(large: Path) -> None:
    large.write_text("biaya\n3\n", encoding="utf-8")
    layout = Layout(encoding="klingon")
    assert refusal(lambda: count_file(large, SKM, Terms(), layout)).kind == "layout.encoding"


@given(st.text(alphabet='1234,;"\r\n 0x\té\u2028', max_size=60), st.booleans())
def test_both_readers_of_text_say_the_same_of_any_text(
    tmp_path_factory: Any, body: str, strict: bool
) -> None:
    path = str(tmp_path_factory.getbasetemp() / "any.csv")
    Path(path).write_text(f"unit,biaya\na,3\n{body}", encoding="utf-8", newline="")
    handling = Handling() if strict else LENIENT
    terms = Terms(group_by=("unit",), handling=handling)
    said = []
    for count in (texts.count_text_file, large_texts.count_large_text):
        try:
            said.append(count(path, SKM, terms).tallies.to_json())
        except SurveyError as error:
            said.append(error.to_dict())
    assert said[0] == said[1]


def test_without_the_libraries_a_large_text_is_counted_all_the_same(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    large.write_text("biaya\n3\n", encoding="utf-8")
    assert count_file(large, SKM).tallies.total().elements["fee"].sum == 3
