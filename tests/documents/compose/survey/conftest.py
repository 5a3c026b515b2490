"""A survey with everything that a report may tell, and no pixels."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from pst_standards.documents.drawing import Canvas
from pst_standards.documents.plots import Plot
from pst_standards.surveys import score
from pst_standards.surveys.frames import Terms, count_file
from pst_standards.surveys.particulars import read_particulars
from pst_standards.surveys.reporting import Profile, SurveyResult
from pst_standards.surveys.statistics import Told, quality_of, sample_size
from tests.documents.compose.survey.survey_results import (
    EXAMPLE,
    QUESTIONS,
    SKM,
    first_rows,
    letter_of,
)


@pytest.fixture(autouse=True)
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw no pixels: what charts look like is tested with the charts."""
    dot = Canvas(1, 1).png()
    monkeypatch.setattr(Plot, "png", lambda _: dot)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def surveyed(rows: list[dict[str, str]]) -> SurveyResult:
    """The example, with the first five rows only for the processing table."""
    counted = count_file(EXAMPLE, SKM, Terms(), joints=True)
    found = score(counted.tallies.total())
    told = read_particulars(EXAMPLE.with_suffix(".toml").read_text(encoding="utf-8"))
    assert told.period is not None
    sample = sample_size(told.population or 0)
    by_service = count_file(EXAMPLE, SKM, Terms(group_by=("layanan",))).tallies
    return SurveyResult(
        period=told.period,
        score=found,
        quality=quality_of(
            counted.joints[()],
            told=Told(population=told.population, needed=sample.n),
            index=found.index,
            grade=letter_of(found),
        ),
        sample=sample,
        profile=tuple(
            Profile(key=key, counts=dict(sorted(Counter(row[name] for row in rows).items())))
            for key, name in QUESTIONS.items()
        ),
        services=tuple((dict(key)["layanan"], score(tally)) for key, tally in by_service),
        answers=first_rows(counted, rows),
        told=told,
    )
