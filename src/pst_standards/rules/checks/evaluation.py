"""STD-041, STD-042: how often executors are evaluated, by what, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.model.manufacturing import PerformanceEvaluation
from pst_standards.rules.binding import Check
from pst_standards.rules.conditions import has_component
from pst_standards.rules.context import Context, Hit
from pst_standards.rules.detectors.evaluations import (
    builds_capacity,
    is_measurable,
    months_between,
    names_indicators,
)
from pst_standards.rules.wordings import says

PERIODS: Final = frozenset({3, 6, 12, 24})
"""Months between two evaluations (elucidation of UU 25/2009 Pasal 10 ayat (1))."""
_MORE_OFTEN: Final = frozenset({1, 2})


def _is_empty(node: PerformanceEvaluation) -> bool:
    """Tell whether an evaluation says nothing, which STD-002 reports."""
    if node.period_months is not None or says(node.method) or says(node.follow_up):
        return False
    return not any(says(one.text) for one in node.indicators)


def _period_not_of_the_four(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("performance_evaluation"):
        if _is_empty(node):
            continue
        if node.period_months is None:
            yield from _period_in_words(node, pointer)
        elif node.period_months not in PERIODS:
            months = node.period_months
            yield Hit((*pointer, "period_months"), {"months": months}, _variant(months))


def _variant(months: int) -> str:
    return "more_often" if months in _MORE_OFTEN else "other"


def _period_in_words(node: PerformanceEvaluation, pointer: tuple[str | int, ...]) -> Iterator[Hit]:
    named = months_between(node.method)
    if not named:
        yield Hit(pointer, variant="open")
    elif not named & PERIODS:
        months = min(named)
        yield Hit((*pointer, "method"), {"months": months}, _variant(months))


def _evaluation_without_measure(context: Context) -> Iterator[Hit]:
    for node, pointer, _ in context.each("performance_evaluation"):
        if _is_empty(node):
            continue
        indicators = [one.text for one in node.indicators if says(one.text)]
        if indicators and not any(map(is_measurable, indicators)):
            yield Hit((*pointer, "indicators"), variant="measurable")
        elif not indicators and not names_indicators(node.method):
            yield Hit(pointer, variant="indicators")
        if not says(node.follow_up) and not builds_capacity(node.method):
            yield Hit(pointer, variant="follow_up")


CHECKS: Final = (
    Check(
        id="STD-041",
        find=_period_not_of_the_four,
        applies=has_component("performance_evaluation"),
    ),
    Check(
        id="STD-042",
        find=_evaluation_without_measure,
        applies=has_component("performance_evaluation"),
    ),
)
