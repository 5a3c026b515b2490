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
    return f"{weekday}, {long_date(day, lang)}"


def long_date(day: dt.date, lang: str) -> str:
    """Return a date without its day of the week.

    >>> long_date(dt.date(2026, 3, 17), "id")
    '17 Maret 2026'
    """
    month = text("calendar", "months", lang).split(", ")[day.month - 1]
    return f"{day.day} {month} {day.year}"


def day_range(first: dt.date, last: dt.date, lang: str) -> str:
    r"""Return a stretch of days without what both ends share; a single day with its weekday.

    >>> print(ascii(day_range(dt.date(2026, 3, 3), dt.date(2026, 3, 16), "id")))
    '3\u201316 Maret 2026'
    >>> print(ascii(day_range(dt.date(2026, 3, 30), dt.date(2026, 4, 2), "en")))
    '30 March \u2013 2 April 2026'
    """
    if first == last:
        return long_day(first, lang)
    end = long_date(last, lang)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\N{EN DASH}{end}"
    start = long_date(first, lang)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start} \N{EN DASH} {end}"


def clock(time: dt.time, lang: str) -> str:
    """Return a time of day, to the minute; Indonesian writes it with a dot.

    >>> clock(dt.time(7, 30), "id"), clock(dt.time(7, 30), "en")
    ('07.30', '07:30')
    """
    return f"{time.hour:02}{':' if lang == 'en' else '.'}{time.minute:02}"
