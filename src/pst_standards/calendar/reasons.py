"""Why each day on the way to a deadline counts or does not; put in words only when asked."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from attrs import frozen

from pst_standards.calendar.dates import clock, long_day
from pst_standards.messages import text
from pst_standards.model.base import Text

STRICT: Final = "strict"
LENIENT: Final = "lenient"
_NOTHING: Final = Text()


@frozen
class Reason:
    """One day, what it is to the deadline (``key``) and, where it counts, as which number.

    ``minutes`` is what a day gives to a limit in hours. ``reading`` tells, for a limit in days of
    no stated kind, which of the two readings the day belongs to.
    """

    date: dt.date
    key: str
    number: int | None = None
    name: Text = _NOTHING
    decree: str = ""
    minutes: int | None = None
    at: dt.time | None = None
    reading: str | None = None
    to: dt.date | None = None

    @property
    def counted(self) -> bool:
        """Whether the day moves the count on."""
        return self.number is not None or bool(self.minutes)

    def text(self, lang: str) -> str:
        """Return the reason as a sentence in ``id`` or ``en``.

        >>> Reason(dt.date(2026, 3, 25), "working-day", 1).text("en")
        'Wednesday, 25 March 2026: working day 1.'
        """
        return f"{long_day(self.date, lang)}: {self.why(lang)}{self._by(lang)}."

    def why(self, lang: str, *, numbered: bool = True) -> str:
        """Return the reason without its date and its decree; a table has its own place for numbers.

        >>> Reason(dt.date(2026, 3, 21), "weekend").why("id")
        'akhir pekan, tidak dihitung'
        """
        number = {"number": "" if self.number is None else self.number}
        nth = text("calendar", "reason.nth", lang, number) if numbered else ""
        params = number | {"nth": nth} | self._params(lang)
        return text("calendar", f"reason.{self.key}", lang, params)

    def _params(self, lang: str) -> dict[str, object]:
        return {
            "name": self.name.get(lang),
            "minutes": self.minutes or 0,
            "at": "" if self.at is None else clock(self.at, lang),
            "to": "" if self.to is None else long_day(self.to, lang),
        }

    def _by(self, lang: str) -> str:
        return text("calendar", "reason.by", lang, {"decree": self.decree}) if self.decree else ""

    def to_dict(self) -> dict[str, Any]:
        """Return the reason as it stands in the JSON of ``pst deadline``."""
        data: dict[str, Any] = {
            "date": self.date.isoformat(),
            "counted": self.counted,
            "number": self.number,
            "kind": self.key,
            "text": {lang: self.text(lang) for lang in ("id", "en")},
        }
        optional = {"minutes": self.minutes, "decree": self.decree or None, "reading": self.reading}
        return data | {key: value for key, value in optional.items() if value is not None}
