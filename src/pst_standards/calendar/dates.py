"""Days and times of day in words."""

from __future__ import annotations

import datetime as dt

from pst_standards.messages import text


def long_day(day: dt.date, lang: str) -> str:
    """Return a date with its day of the week.

    >>> long_day(dt.date(2026, 3, 17), "id"), long_day(dt.date(2026, 3, 17), "en")
    ('Selasa, 17 Maret 2026', 'Tuesday, 17 March 2026')
    """
    weekday = text("calendar", "weekdays", lang).split(", ")[day.weekday()]
    month = text("calendar", "months", lang).split(", ")[day.month - 1]
    return f"{weekday}, {day.day} {month} {day.year}"


def clock(time: dt.time, lang: str) -> str:
    """Return a time of day, to the minute; Indonesian writes it with a dot.

    >>> clock(dt.time(7, 30), "id"), clock(dt.time(7, 30), "en")
    ('07.30', '07:30')
    """
    return f"{time.hour:02}{':' if lang == 'en' else '.'}{time.minute:02}"
