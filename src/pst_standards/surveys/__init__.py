"""Satisfaction surveys: which elements are asked, the exact counts of answers, and the score.

>>> from pst_standards.surveys import instrument, score, tally_columns
>>> answers = {f"U{n}": ["3", "4", ""] for n in range(1, 10)}
>>> tally = tally_columns(answers, instrument("skm-2017"), numbering="list").total()
>>> told = score(tally)
>>> told.index_shown, told.grade.letter, tally.respondents, tally.empty_respondents
('87.50', 'B', 2, 1)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.surveys.answers import AnswerRules, Mark, Refused
    from pst_standards.surveys.auditing import Audit, audit
    from pst_standards.surveys.combining import (
        Combined,
        combine_forms,
        combine_services,
        merge_periods,
        series_breaks,
    )
    from pst_standards.surveys.elements import Element, Instrument, Item, Scale, adapted
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.from_table import OfficialResult, official
    from pst_standards.surveys.grades import Grade, GradeTable, grade_of, grade_table
    from pst_standards.surveys.instrument_files import instrument, instruments, regimes_on
    from pst_standards.surveys.notes import Note
    from pst_standards.surveys.numbering import Columns, columns_of
    from pst_standards.surveys.parts import score_part
    from pst_standards.surveys.published import Published, published_from, published_rows
    from pst_standards.surveys.results import result_to_dict, results_to_dict
    from pst_standards.surveys.scoring import ElementScore, Score, Weighting, score
    from pst_standards.surveys.tallies import Tallies
    from pst_standards.surveys.tally import ElementCounts, Tally
    from pst_standards.surveys.tallying import tally_columns
    from pst_standards.surveys.terms import Term
    from pst_standards.surveys.weights import Weights, weigh

_HOMES = {
    "AnswerRules": "answers",
    "Audit": "auditing",
    "Columns": "numbering",
    "Combined": "combining",
    "Element": "elements",
    "ElementCounts": "tally",
    "ElementScore": "scoring",
    "Grade": "grades",
    "GradeTable": "grades",
    "Instrument": "elements",
    "Item": "elements",
    "Mark": "answers",
    "Note": "notes",
    "OfficialResult": "from_table",
    "Published": "published",
    "Refused": "answers",
    "Scale": "elements",
    "Score": "scoring",
    "SurveyError": "errors",
    "Tallies": "tallies",
    "Tally": "tally",
    "Term": "terms",
    "Weighting": "scoring",
    "Weights": "weights",
    "adapted": "elements",
    "audit": "auditing",
    "columns_of": "numbering",
    "combine_forms": "combining",
    "combine_services": "combining",
    "grade_of": "grades",
    "grade_table": "grades",
    "instrument": "instrument_files",
    "instruments": "instrument_files",
    "merge_periods": "combining",
    "official": "from_table",
    "published_from": "published",
    "published_rows": "published",
    "regimes_on": "instrument_files",
    "result_to_dict": "results",
    "results_to_dict": "results",
    "score": "scoring",
    "score_part": "parts",
    "series_breaks": "combining",
    "tally_columns": "tallying",
    "weigh": "weights",
}

__all__ = [
    "AnswerRules",
    "Audit",
    "Columns",
    "Combined",
    "Element",
    "ElementCounts",
    "ElementScore",
    "Grade",
    "GradeTable",
    "Instrument",
    "Item",
    "Mark",
    "Note",
    "OfficialResult",
    "Published",
    "Refused",
    "Scale",
    "Score",
    "SurveyError",
    "Tallies",
    "Tally",
    "Term",
    "Weighting",
    "Weights",
    "adapted",
    "audit",
    "columns_of",
    "combine_forms",
    "combine_services",
    "grade_of",
    "grade_table",
    "instrument",
    "instruments",
    "merge_periods",
    "official",
    "published_from",
    "published_rows",
    "regimes_on",
    "result_to_dict",
    "results_to_dict",
    "score",
    "score_part",
    "series_breaks",
    "tally_columns",
    "weigh",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    # Kept, so that a module of the same name that loads later cannot take the name's place.
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return list(__all__)
