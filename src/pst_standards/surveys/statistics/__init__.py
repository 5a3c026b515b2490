"""Figures about figures: how many to ask, how sure an index is, and what it moves with.

Plain numbers go in and come out, exact wherever they can be; no library is loaded for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.surveys.statistics.cautions import Caution, may_rank, without_small_cells
    from pst_standards.surveys.statistics.errors import StatisticsError
    from pst_standards.surveys.statistics.importance import (
        DerivedMean,
        Expectation,
        SatisfactionIndex,
        expectations,
        importance_index,
        on_scale,
        perception_index,
    )
    from pst_standards.surveys.statistics.joint import Joint
    from pst_standards.surveys.statistics.margins import Margin, Stability, margin_of, stability
    from pst_standards.surveys.statistics.quadrants import Quadrant, Quadrants, quadrants_of
    from pst_standards.surveys.statistics.quality import Quality, Told, quality_of
    from pst_standards.surveys.statistics.reliability import Reliability, alpha, reliability_of
    from pst_standards.surveys.statistics.sampling import SampleSize, sample_size
    from pst_standards.surveys.statistics.satisfied import (
        Satisfied,
        people_satisfied,
        percent_satisfied,
    )
    from pst_standards.surveys.statistics.straight import BothWays, both_ways
    from pst_standards.surveys.statistics.trends import Comparison, Trend, compare, trend

_HOMES = {
    "BothWays": "straight",
    "Caution": "cautions",
    "Comparison": "trends",
    "DerivedMean": "importance",
    "Expectation": "importance",
    "Joint": "joint",
    "Margin": "margins",
    "Quadrant": "quadrants",
    "Quadrants": "quadrants",
    "Quality": "quality",
    "Reliability": "reliability",
    "SampleSize": "sampling",
    "SatisfactionIndex": "importance",
    "Satisfied": "satisfied",
    "Stability": "margins",
    "StatisticsError": "errors",
    "Told": "quality",
    "Trend": "trends",
    "alpha": "reliability",
    "both_ways": "straight",
    "compare": "trends",
    "expectations": "importance",
    "importance_index": "importance",
    "margin_of": "margins",
    "may_rank": "cautions",
    "on_scale": "importance",
    "people_satisfied": "satisfied",
    "percent_satisfied": "satisfied",
    "perception_index": "importance",
    "quadrants_of": "quadrants",
    "quality_of": "quality",
    "reliability_of": "reliability",
    "sample_size": "sampling",
    "stability": "margins",
    "trend": "trends",
    "without_small_cells": "cautions",
}

__all__ = [
    "BothWays",
    "Caution",
    "Comparison",
    "DerivedMean",
    "Expectation",
    "Joint",
    "Margin",
    "Quadrant",
    "Quadrants",
    "Quality",
    "Reliability",
    "SampleSize",
    "SatisfactionIndex",
    "Satisfied",
    "Stability",
    "StatisticsError",
    "Told",
    "Trend",
    "alpha",
    "both_ways",
    "compare",
    "expectations",
    "importance_index",
    "margin_of",
    "may_rank",
    "on_scale",
    "people_satisfied",
    "percent_satisfied",
    "perception_index",
    "quadrants_of",
    "quality_of",
    "reliability_of",
    "sample_size",
    "stability",
    "trend",
    "without_small_cells",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
