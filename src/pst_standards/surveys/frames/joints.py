"""What whole rows tell beside the counts, from any table: joints for each group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from pst_standards.surveys.frames.terms import Plan
from pst_standards.surveys.tallies import GroupKey

if TYPE_CHECKING:
    from pst_standards.surveys.statistics.joint import Joint

Pattern: TypeAlias = tuple[int | None, ...]
"""The answers of one respondent in the order of the questions, ``None`` where there is none."""


def joints_of(
    patterns: Mapping[GroupKey, Counter[Pattern]], plan: Plan
) -> Mapping[GroupKey, Joint]:
    """Return the joint of each group from how many respondents gave just the same answers."""
    from pst_standards.surveys.statistics.joint import Joint

    scale = (plan.rules.scale.low, plan.rules.scale.high)
    items = tuple(plan.columns.answers)
    return {key: Joint.of_counted(items, rows, scale=scale) for key, rows in patterns.items()}
