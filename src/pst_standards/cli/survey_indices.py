"""Indices beside that of all elements: of parts such as IPAK, and against importance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.importance import SatisfactionIndex

DOUBTFUL: Final = "part-doubtful"
"""The note on indices of parts whose formula is not sure."""
_SKD: Final = "skd"


def has_indices(told: Score) -> bool:
    """Tell whether there are indices beside that of all elements."""
    used = told.instrument
    return bool(used.parts or used.family == _SKD or told.importance)


def part_scores(told: Score, weighting: str | None = None) -> Mapping[str, Score]:
    """Return the score of each part that the instrument has an index for."""
    from pst_standards.surveys.parts import score_part

    used, how = told.instrument, weighting or "equal"
    return {part: score_part(told.tally, part, used, weighting=how) for part in used.parts}


def further_indices(told: Score, weighting: str | None = None) -> dict[str, Any]:
    """Return the indices of parts, and what the elements are against their importance, as data."""
    from pst_standards.surveys.results import figures

    data: dict[str, Any] = {}
    used = told.instrument
    if used.parts:
        data["parts"] = {
            part: {
                "n": one.tally.respondents,
                **figures("index", one.index, 2),
                "grade": None if one.grade is None else one.grade.letter,
                "weighting": "importance" if one.weights.given else "equal",
                "confidence": used.confidence_of("parts").value,
                "elements": [element.key for element in one.elements],
                "dropped": dict(one.dropped),
                "warnings": [note.to_dict() for note in one.notes if note.key == DOUBTFUL],
            }
            for part, one in part_scores(told, weighting).items()
        }
    if used.family == _SKD or told.importance:
        data["importance"] = _against(told, weighting)
    return data


def importance_of(told: Score, weighting: str | None = None) -> SatisfactionIndex:
    """Return the index with the elements weighed by their importance (IKK).

    Where importance was not asked, or ``weighting`` is ``equal``, all weigh the same.
    """
    from pst_standards.surveys.statistics.importance import importance_index

    asked: Any = weighting or "importance"
    return importance_index(told.means, told.importance, weighting=asked, scale=_scale(told))


def _scale(told: Score) -> tuple[int, int]:
    return told.instrument.scale.low, told.instrument.scale.high


def _against(told: Score, weighting: str | None) -> dict[str, Any]:
    from pst_standards.cli.survey_groups import names_of
    from pst_standards.surveys.statistics.importance import expectations
    from pst_standards.surveys.statistics.quadrants import quadrants_of

    means, importance, scale = told.means, told.importance, _scale(told)
    names = names_of(told.instrument)
    data: dict[str, Any] = {"ikk": importance_of(told, weighting).to_dict(names)}
    if importance:  # without it there is nothing to compare with
        found = expectations(means, importance, scale=scale)
        data["expectations"] = [one.to_dict() for one in found]
        data["quadrants"] = quadrants_of(means, importance, scale=scale).to_dict(names)
    return data
