"""Counting working days for a rule, with what keeps it from counting or makes it doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from pst_standards.findings import Pointer
from pst_standards.rules.context import Context, Hit


class Uncounted(NamedTuple):
    """A date that a rule did not judge, as a year that it counts with has no data."""

    rule: str
    pointer: Pointer
    year: int


class Leaning(NamedTuple):
    """A last day that a rule judged with, counted over days whose date is an estimate."""

    rule: str
    pointer: Pointer
    due: date


Outcome: TypeAlias = Hit | Uncounted | Leaning
"""What a rule that counts comes to: it finds, it cannot count, or it leans on an estimate."""


class Counted(NamedTuple):
    """The last day of some working days, ``None`` where it cannot be counted, and what to say."""

    due: date | None
    remarks: tuple[Uncounted | Leaning, ...]


class Counting(NamedTuple):
    """One date that one rule judges: whose calendar, and where the date stands."""

    context: Context
    rule: str
    pointer: Pointer

    def working_days(self, start: date, number: int) -> Counted:
        """Count working days after a day, which itself does not count."""
        due = self.context.counted_days(start, number)
        if due.day is None:
            return Counted(None, (Uncounted(self.rule, self.pointer, due.unknown_year),))
        leans = due.estimated
        return Counted(due.day, (Leaning(self.rule, self.pointer, due.day),) if leans else ())


def is_within(start: date, days: int, done: date) -> bool:
    """Tell whether something was done in time whatever the days off: working days take longer.

    >>> is_within(date(2026, 3, 2), 5, date(2026, 3, 7))
    True
    """
    return (done - start).days <= days


def hits(outcomes: Iterable[Outcome]) -> Iterator[Hit]:
    """Yield what was found, without the remarks on counting."""
    return (one for one in outcomes if isinstance(one, Hit))
