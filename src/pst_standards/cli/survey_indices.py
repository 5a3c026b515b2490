"""Indices beside that of all elements: of parts such as IPAK, and against importance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.importance import SatisfactionIndex


def part_scores(told: Score) -> Mapping[str, Score]:
    """Return the score of each part that the instrument has an index for."""
    from pst_standards.surveys.parts import score_part

    return {part: score_part(told.tally, part, told.instrument) for part in told.instrument.parts}


def further_indices(told: Score) -> dict[str, Any]:
    """Return the indices of parts, and what the elements are against their importance, as data."""
    from pst_standards.surveys.results import figures

    data: dict[str, Any] = {}
    if told.instrument.parts:
        data["parts"] = {
            part: {
                "n": one.tally.respondents,
                **figures("index", one.index, 2),
                "grade": None if one.grade is None else one.grade.letter,
                "elements": [element.key for element in one.elements],
                "dropped": dict(one.dropped),
            }
            for part, one in part_scores(told).items()
        }
    if told.importance:
        data["importance"] = _against(told)
    return data


def importance_of(told: Score) -> SatisfactionIndex:
    """Return the index with the elements weighed by their importance (IKK)."""
    from pst_standards.surveys.statistics.importance import importance_index

    return importance_index(told.means, told.importance, scale=_scale(told))


def _scale(told: Score) -> tuple[int, int]:
    return told.instrument.scale.low, told.instrument.scale.high


def _against(told: Score) -> dict[str, Any]:
    from pst_standards.cli.survey_groups import names_of
    from pst_standards.surveys.statistics.importance import expectations
    from pst_standards.surveys.statistics.quadrants import quadrants_of

    means, importance, scale = told.means, told.importance, _scale(told)
    names = names_of(told.instrument)
    return {
        "ikk": importance_of(told).to_dict(names),
        "expectations": [one.to_dict() for one in expectations(means, importance, scale=scale)],
        "quadrants": quadrants_of(means, importance, scale=scale).to_dict(names),
    }
