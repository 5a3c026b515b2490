"""What changed between two definitions, with the effect on citizens."""

from pst_standards.exchange.changes.change import ABSENT, Absent, Change, ChangeError, Kind
from pst_standards.exchange.changes.comparing import apply, diff
from pst_standards.exchange.changes.comparison import Comparison, Judged, Part, compare
from pst_standards.exchange.changes.effects import Effect, effect_of, needs_discussion

__all__ = [
    "ABSENT",
    "Absent",
    "Change",
    "ChangeError",
    "Comparison",
    "Effect",
    "Judged",
    "Kind",
    "Part",
    "apply",
    "compare",
    "diff",
    "effect_of",
    "needs_discussion",
]
