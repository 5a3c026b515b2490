"""What changed between two definitions, with the effect on citizens."""

from pst_standards.definitions.rebasing import ABSENT, Absent
from pst_standards.exchange.changes.change import Change, ChangeError, Kind
from pst_standards.exchange.changes.comparing import apply, diff
from pst_standards.exchange.changes.comparison import Comparison, Judged, Part, compare, is_told
from pst_standards.exchange.changes.effects import Effect, effect_of, needs_discussion
from pst_standards.exchange.changes.reuse import reused_ids

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
    "is_told",
    "needs_discussion",
    "reused_ids",
]
