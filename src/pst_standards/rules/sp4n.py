"""The time limits of SP4N-LAPOR!, which changed and may change again: one dated set each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from pst_standards.findings import Confidence
from pst_standards.law import Citation
from pst_standards.law.dates import PartialDate
from pst_standards.model.complaints import ClockStage


@frozen(kw_only=True, eq=False)
class Practice:
    """The limits of one regulation in working days, by what they measure, and how sure they are."""

    regulation: Citation
    since: PartialDate
    until: PartialDate | None
    confidence: Confidence
    days: Mapping[ClockStage, int]

    def held(self, on: date) -> bool:
        """Whether the practice was surely the current one on a day."""
        begun = self.since.is_after(on) is False
        return begun and (self.until is None or self.until.is_after(on) is not False)


def practice_on(day: date) -> Practice | None:
    """Return the practice of a day; ``None`` before there was one.

    >>> str(practice_on(date(2026, 11, 22)).regulation)
    'PermenPANRB 5/2025'
    >>> practice_on(date(2016, 1, 1)) is None
    True
    """
    return next((practice for practice in practices() if practice.held(day)), None)


def _practices() -> tuple[Practice, ...]:
    """Read the practices of this package, the oldest first."""
    import tomllib
    from importlib import resources

    file = resources.files(__package__) / "data" / "sp4n.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(map(_practice, data["practice"]))


# No decorator: the mutation tester looks into no decorated function.
practices = lru_cache(maxsize=1)(_practices)


def _practice(row: Mapping[str, Any]) -> Practice:
    until = row.get("until")
    return Practice(
        regulation=Citation.parse(row["regulation"]),
        since=PartialDate.parse(row["since"]),
        until=None if until is None else PartialDate.parse(until),
        confidence=Confidence(row["confidence"]),
        days=MappingProxyType({ClockStage(stage): days for stage, days in row["days"].items()}),
    )
