"""What holds for the room as a whole: what it loads, what it says, how its values behave."""

from __future__ import annotations

import ast
import copy
import inspect
import pickle
import pydoc
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from pst_standards import surveys as room
from pst_standards.messages import LANGUAGES, has_text, text
from pst_standards.surveys import ElementCounts, Note, Tally, Term, instrument, score
from pst_standards.surveys.figures import told
from pst_standards.surveys.records import Record, made
from pst_standards.surveys.terms import Coded

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "pst_standards" / "surveys"
NOT_NEEDED = ("numpy", "pandas", "polars", "pyarrow", "narwhals", "duckdb", "pyspark", "attrs")
SCORE_A_FILE = """
import csv, sys
from pst_standards.surveys import instrument, score, tally_columns
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    header, *rows = csv.reader(file)
table = dict(zip(header, zip(*rows)))
tally = tally_columns(table, instrument("skm-2017"), numbering="list").total()
print(score(tally).index_shown, *sorted(set(sys.argv[2:]) & set(sys.modules)))
"""


def test_a_file_is_scored_without_any_other_library() -> None:
    file = ROOT / "tests" / "data" / "skm-answers-49x9.csv"
    done = subprocess.run(
        [sys.executable, "-c", SCORE_A_FILE, str(file), *NOT_NEEDED],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == ["78.74"]


def said(of: str) -> Iterator[tuple[str, str]]:
    """Yield the keys of the sentences that the source names outright, with their places."""
    for file in SOURCE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id == of and isinstance(first, ast.Constant):
                    yield file.name, str(first.value)


@pytest.mark.parametrize(("of", "below"), [("SurveyError", "error"), ("Note", "note")])
def test_every_sentence_is_in_the_catalogue(of: str, below: str) -> None:
    named = list(said(of))
    assert len(named) > 10
    lacking = [one for one in named if not has_text("surveys", f"{below}.{one[1]}")]
    assert lacking == []


@pytest.mark.parametrize("reason", ["zero", "outside", "fraction", "spaces", "text", "kind"])
def test_every_reason_has_its_sentence_in_both_languages(reason: str) -> None:
    params = {"found": "x", "low": 1, "high": 4, "n": 3, "reason": reason}
    for key in (f"error.answer.{reason}", f"note.left-out-{reason}"):
        assert len({text("surveys", key, lang, params) for lang in LANGUAGES}) == 2


def test_the_room_lists_its_names_and_knows_no_other() -> None:
    assert all(getattr(room, name) is not None for name in dir(room))
    assert sorted(room._HOMES) == sorted(room.__all__)
    with pytest.raises(AttributeError, match="scores"):
        _ = room.scores


class Point(Record):
    x: int
    y: int = 0
    names: dict[str, int] = made(factory=dict)


def test_a_value_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="Point cannot be changed: x"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Point cannot be changed: x"):
        del point.x
    assert point.changed(x=2) == Point(2)
    assert point != (1, 0, {})
    assert Point(1).names is not Point(1).names


@pytest.mark.parametrize(
    ("fields", "said"), [({}, "missing fields \\['x'\\]"), ({"x": 1, "z": 2}, "unknown.*'z'")]
)
def test_a_value_has_its_fields_and_no_others(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(TypeError, match=said):
        Point(**fields)


def test_tallies_and_scores_travel_between_processes() -> None:
    skm = instrument("skm-2017")
    tally = Tally.from_frequencies(skm, {"fee": (0, 1, 2, 3)})
    told = score(tally)
    for value in (tally, told, ElementCounts((1, 2)), Note("few", {"n": 1})):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
        assert copy.deepcopy(value) == value


def test_a_note_tells_itself_as_data_in_both_languages() -> None:
    terms = (Coded("fee", Term("Biaya/tarif", "Fee")), Term("Parkir"))
    note = Note("dropped-asked", {"elements": terms, "n": 3, "most": told(Fraction(9, 2), 2)})
    found = note.to_dict()
    assert found["params"] == {"elements": ["fee", "Parkir"], "n": 3, "most": "4.50"}
    assert found["text"]["en"].startswith("Left out on request: Fee, Parkir.")
    assert found["text"]["id"].startswith("Dikeluarkan atas permintaan: Biaya/tarif, Parkir.")


def test_help_shows_what_a_value_is_made_of() -> None:
    from pst_standards.surveys.frames import Terms

    shown = str(inspect.signature(Terms))
    assert shown.startswith("(*, numbering: str | None = None, mapping: Mapping[str, str] = {}")
    assert str(inspect.signature(ElementCounts)) == (
        "(values: tuple[int, ...], blank: int = 0, not_applicable: int = 0, low: int = 1)"
    )
    assert "group_by: Sequence[str] = ()" in pydoc.render_doc(Terms)
