"""Indices beside that of all elements: of parts such as IPAK, and against importance."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.statistics.importance import SatisfactionIndex

_COLUMNS: Final = ("satisfaction", "importance", "gap", "quadrant")
_WIDTHS: Final = (11, 13, 13, 9)
_TERM: Final = 20
_LONGEST: Final = 44
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"
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


def importance_lines(told: Score, work: Run) -> Iterator[str]:
    """Yield what each element is against its importance: a table, and what its letters mean."""
    from pst_standards.cli.survey_groups import names_of
    from pst_standards.surveys.figures import told as figure
    from pst_standards.surveys.statistics.importance import expectations
    from pst_standards.surveys.statistics.quadrants import quadrants_of

    means, importance, scale, lang = told.means, told.importance, _scale(told), work.lang
    names, plane = names_of(told.instrument), quadrants_of(means, importance, scale=scale)
    letters = {one.key: one.quadrant.value for one in plane.points if one.quadrant}
    heads = [work.say(f"survey-importance.{name}") for name in _COLUMNS]
    width = max(_TERM, min(work.console.columns - 2 - sum(_WIDTHS), _LONGEST))
    yield ""
    yield f"  {'':{width}}{_cells(heads)}".rstrip()
    for one in expectations(means, importance, scale=scale):
        numbers = (one.satisfaction, one.importance, one.gap)
        cells = ["-" if each is None else figure(each, 3).get(lang) for each in numbers]
        term = textwrap.shorten(names[one.key].get(lang), width, placeholder=_CUT)
        yield f"  {term:{width}}{_cells([*cells, letters.get(one.key, '-')])}".rstrip()
    if letters:
        lines = (plane.satisfaction_line or 0, plane.importance_line or 0)
        x, y = (figure(Fraction(line), 3).get(lang) for line in lines)
        yield work.say("survey-importance.quadrants", satisfaction=x, importance=y)
    for caution in plane.cautions:
        yield f"- {caution.message(lang, names)}"


def _cells(cells: Sequence[str]) -> str:
    return "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))
