from __future__ import annotations

import ast
import importlib.resources
import pickle
import re
from pathlib import Path

import pytest

import pst_standards.surveys.statistics as room
from pst_standards.findings import Severity
from pst_standards.messages import has_text, text
from pst_standards.surveys.statistics import Caution, StatisticsError

FOLDER = Path(room.__file__).parent
KEYS = re.compile(r'(?:StatisticsError|_warning)\(\s*"([\w-]+)"|key="([\w-]+)"')


def test_the_room_lists_its_names_and_knows_no_other() -> None:
    assert all(getattr(room, name) is not None for name in dir(room))
    with pytest.raises(AttributeError, match="mood"):
        _ = room.mood


def test_an_error_says_what_is_wrong_in_both_languages_and_survives_pickling() -> None:
    error = StatisticsError("population", population=1200, n=1300)
    assert str(error) == "Populasi (1.200) lebih kecil daripada jumlah responden (1.300)."
    assert error.message("en") == (
        "The population (1,200) is smaller than the number of respondents (1,300)."
    )
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - written a moment ago
    assert (type(again), again.key, again.params) == (StatisticsError, error.key, error.params)


def used() -> set[str]:
    sources = [file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.py"))]
    found = {one or other for source in sources for one, other in KEYS.findall(source)}
    return found | {"few", "no-ranking", "undetermined", "ties", "left-out"}


def sentences() -> set[str]:
    locale = importlib.resources.files("pst_standards.messages") / "locale" / "en" / "LC_MESSAGES"
    source = (locale / "survey_statistics.po").read_text(encoding="utf-8")
    return set(re.findall(r'^msgid "\w+\.(.+)"$', source, re.MULTILINE))


def test_every_key_has_a_sentence_and_every_sentence_a_use() -> None:
    assert used() == sentences()


def test_a_caution_speaks_both_languages() -> None:
    caution = Caution(key="few", severity=Severity.WARNING, params={"n": 12, "least": 30})
    told = caution.to_dict()
    assert told["key"] == "few"
    assert told["severity"] == "warning"
    assert told["params"] == {"n": 12, "least": 30}
    assert told["text"]["id"].startswith("Hanya 12 orang yang menjawab")
    assert told["text"]["en"].startswith("Only 12 people answered")
    assert has_text("survey_statistics", "caution.few", "en")
    assert text("survey_statistics", "error.attributes", "en")


def test_nothing_loads_a_library_for_figures() -> None:
    imported = {
        name.partition(".")[0]
        for file in FOLDER.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert imported & {"numpy", "scipy", "pandas", "polars", "narwhals", "pyarrow"} == set()
