"""Deadlines of a whole table at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pst_standards.calendar.calendar import Calendar, default_calendar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def add_working_days_to_all(
    days: NDArray[np.datetime64], number: int | NDArray[np.integer[Any]], calendar: Calendar | None = None
) -> NDArray[np.datetime64]:
    """Return for each day the n-th working day after it."""
    import numpy as np

    known = calendar or default_calendar()
    numbers = np.broadcast_to(np.asarray(number), days.shape)
    return np.array(
        [
            known.add_working_days(day, int(n))
            for day, n in zip(days.astype(object), numbers, strict=True)
        ],
        dtype="datetime64[D]",
    )
