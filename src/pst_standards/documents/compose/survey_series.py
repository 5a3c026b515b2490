"""An index over the periods, and where the series breaks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from pst_standards.surveys.reporting import PastResult, SurveyPeriod, SurveyResult


@frozen(kw_only=True)
class SeriesPoint:
    """The index of one period; ``breaks`` tells why it does not follow on the one before.

    They are ``instrument`` and ``weights``; what is not known of one of the two breaks nothing.
    """

    period: SurveyPeriod
    index: Fraction
    grade: str
    n: int | None
    breaks: tuple[str, ...] = ()


def series_of(result: SurveyResult) -> tuple[SeriesPoint, ...]:
    """Return earlier results and this one in the order of their periods."""
    found = list(result.told.previous)
    if result.score.index is not None:
        found.append(_this(result, result.score.index))
    ordered = sorted(found, key=lambda one: one.period)
    return tuple(_points(ordered))


def unbroken(series: tuple[SeriesPoint, ...]) -> tuple[SeriesPoint, ...]:
    """Return the periods at the end that can be compared with each other."""
    start = max((place for place, one in enumerate(series) if one.breaks), default=0)
    return series[start:]


def _this(result: SurveyResult, index: Fraction) -> PastResult:
    score = result.score
    return PastResult(
        period=result.period,
        index=index,
        grade=score.grade.letter if score.grade else "",
        n=score.tally.respondents,
        instrument=score.instrument.id,
        weights=score.weights.rounding,
    )


def _points(ordered: list[PastResult]) -> Iterator[SeriesPoint]:
    before: list[PastResult | None] = [None, *ordered]
    for earlier, one in zip(before, ordered, strict=False):
        yield SeriesPoint(
            period=one.period,
            index=one.index,
            grade=one.grade,
            n=one.n,
            breaks=tuple(_breaks(earlier, one)) if earlier else (),
        )


def _breaks(earlier: PastResult, one: PastResult) -> Iterator[str]:
    for name in ("instrument", "weights"):
        values = (getattr(earlier, name), getattr(one, name))
        if all(values) and values[0] != values[1]:
            yield name
