"""What whole rows tell, from codes by group: sums of products, and how rows look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pst_standards.surveys.frames.terms import Plan

if TYPE_CHECKING:
    from pst_standards.surveys.frames.kernel import Codes, Ids
    from pst_standards.surveys.statistics.joint import Joint


class JointTable:
    """Adds up, by group, what a joint holds."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def add(self, ids: Ids, codes: Sequence[Codes], groups: int) -> None:
        """Count rows."""
        raise NotImplementedError

    def merge(self, other: JointTable, to: list[int], groups: int) -> None:
        """Add another table."""
        raise NotImplementedError

    def joints(self, groups: int) -> list[Joint]:
        """Return the joint of each group."""
        raise NotImplementedError
