"""When a number must rest because of wrong codes, as both databases reckon it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from attrs import frozen

_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND: Final = dt.timedelta(microseconds=1)


@frozen(kw_only=True)
class Limits:
    """After ``limit`` wrong tries a number rests until ``rest`` has passed since the first of them.

    At most ``most`` tries are remembered, the latest.
    """

    limit: int = 5
    rest: dt.timedelta = dt.timedelta(minutes=15)
    most: int = 50_000

    def wait(self, tries: Sequence[int], at: dt.datetime) -> dt.timedelta:
        """Return how long a number must rest, by its latest tries, newest first.

        >>> limits, noon = Limits(limit=1), dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
        >>> print(limits.wait([microseconds(noon)], noon + dt.timedelta(minutes=5)))
        0:10:00
        """
        if len(tries) < self.limit:
            return dt.timedelta()
        passed = (microseconds(at) - tries[self.limit - 1]) * _MICROSECOND
        return max(self.rest - passed, dt.timedelta())

    def forgotten(self, at: dt.datetime) -> int:
        """Return the moment before which tries need not be remembered."""
        return microseconds(at - self.rest)


def microseconds(at: dt.datetime) -> int:
    """Return a moment as both databases keep it.

    >>> microseconds(dt.datetime(1970, 1, 1, 0, 0, 1, tzinfo=dt.UTC))
    1000000
    """
    return (at - _EPOCH) // _MICROSECOND
