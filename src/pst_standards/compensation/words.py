"""Values as people read them: moments, days, spans, in Indonesian and English."""

from __future__ import annotations

import datetime as dt
from typing import Final

from pst_standards.calendar.dates import clock, long_day
from pst_standards.messages import text
from pst_standards.messages.stops import without_stop
from pst_standards.model.base import Text
from pst_standards.model.channel import Duration, TimeUnit

_GROUP: Final = {"id": ".", "en": ","}


def shown(value: object, lang: str) -> str:
    """Return a value in words; a moment is shown on the clock that it carries.

    >>> at = dt.datetime(2026, 10, 5, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=7), "WIB"))
    >>> shown(at, "id")
    'Senin, 5 Oktober 2026 pukul 09.30 WIB'
    >>> shown(Duration(value=5, unit=TimeUnit.WORKING_DAY), "en"), shown(1250000, "id")
    ('5 working days', '1.250.000')
    """
    if isinstance(value, dt.datetime):
        return moment(value, lang)
    if isinstance(value, dt.date):
        return long_day(value, lang)
    if isinstance(value, Text):
        return without_stop(value.get(lang))
    if isinstance(value, Duration):
        return "" if value.value is None else amount(value.value, value.unit, lang)
    return f"{value:,}".replace(",", _GROUP[lang]) if type(value) is int else str(value)


def moment(at: dt.datetime, lang: str) -> str:
    """Return a moment with its day, its time and the name of its zone."""
    params = {"day": long_day(at.date(), lang), "time": clock(at.time(), lang)}
    return text("compensation", "moment", lang, {**params, "zone": at.tzname() or ""}).strip()


def amount(number: int, unit: TimeUnit | None, lang: str) -> str:
    """Return a number of units.

    >>> amount(30, TimeUnit.MINUTE, "id"), amount(1, TimeUnit.WORKING_DAY, "en")
    ('30 menit', '1 working day')
    """
    name = unit.term(lang) if unit else ""
    if lang == "en" and number == 1:
        name = name.removesuffix("s")
    return f"{shown(number, lang)} {name}".strip()
