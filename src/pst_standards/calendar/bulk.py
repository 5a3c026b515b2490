"""Deadlines of a whole table at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, TypeAlias

from pst_standards.calendar.calendar import Calendar, default_calendar
from pst_standards.calendar.errors import DurationError, StartError, YearError
from pst_standards.calendar.table import WorkingDays
from pst_standards.messages.extras import extra

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days: TypeAlias = NDArray[np.datetime64]
    Numbers: TypeAlias = NDArray[np.integer[Any]]

_EPOCH = dt.date(1970, 1, 1).toordinal()


def add_working_days_to_all(
    days: Days, number: int | Numbers, calendar: Calendar | None = None
) -> Days:
    """Return, for each day of an array, the n-th working day after it; for 0 the day itself.

    ``days`` is an array of ``datetime64``, cut to days; ``number`` one number or one for each.
    Needs numpy (extra ``tables``). Raises ``DurationError`` for a negative number, ``StartError``
    for a missing date (NaT), ``YearError`` when any of them needs a year without data: there is
    no partial answer.

    >>> import numpy as np
    >>> add_working_days_to_all(np.array(["2026-03-17", "2026-12-18"], "datetime64[D]"), [3, 10])
    array(['2026-03-27', '2027-01-07'], dtype='datetime64[D]')
    """
    with extra("tables"):
        import numpy as np

    starts, numbers = np.asarray(days, "datetime64[D]"), np.asarray(number)
    if numbers.dtype.kind not in "iu":
        raise DurationError("duration.whole")
    table = (calendar or default_calendar()).table
    if not numbers.size or numbers.min() >= 1:
        return _later(starts, numbers, table)
    if numbers.min() < 0:
        raise DurationError("duration.negative", value=int(numbers.min()))
    starts, numbers = np.broadcast_arrays(starts, numbers)
    due, moved = starts.copy(), numbers > 0
    due[moved] = _later(starts[moved], numbers[moved], table)
    return due


def _later(starts: Days, numbers: Numbers, table: WorkingDays) -> Days:
    """Look up the due dates; the table is small, so a million of them are two passes over it."""
    import numpy as np

    before, working = np.frombuffer(table.before, np.int64), np.frombuffer(table.days, np.int64)
    places = starts.view(np.int64) - (table.first - _EPOCH - 1)
    if places.size and not (places.min() >= 0 and places.max() < len(before)):
        raise _outside(starts, places, len(before))
    found = before.take(places) + (numbers - 1)
    if found.size and found.max() >= len(working):
        raise YearError.of(table.following_year)
    days = working.take(found)
    days -= _EPOCH
    return days.view("datetime64[D]")


def _outside(starts: Days, places: NDArray[np.int64], end: int) -> StartError | YearError:
    """Return what is wrong with the first start that no year of the table goes with."""
    import numpy as np

    if np.isnat(starts).any():
        return StartError("start.unfit", start="NaT")
    after = starts[(places < 0) | (places >= end)].ravel()[0] + np.timedelta64(1, "D")
    return YearError.of(int(after.astype("datetime64[Y]").astype(np.int64)) + 1970)
