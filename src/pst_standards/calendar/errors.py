"""What can be wrong with what a deadline is counted from: times, spans, zones, years, hours."""

from __future__ import annotations

from pst_standards.messages import text


class CalendarError(Exception):
    """A deadline cannot be counted; ``key`` and ``params`` say why.

    >>> print(CalendarError("zone.unknown", zone="WIS").message("en"))
    “WIS” is no time zone of Indonesia. There are WIB (Asia/Jakarta), WITA (Asia/Makassar) and
    WIT (Asia/Jayapura).
    """

    def __init__(self, key: str, /, **params: str | int) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong, and what to do about it."""
        return text("calendar", f"error.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.key, self.params))


def _rebuild(kind: type[CalendarError], key: str, params: dict[str, str | int]) -> CalendarError:
    error = kind.__new__(kind, key, params)
    CalendarError.__init__(error, key, **params)
    return error


class DaysOffError(ValueError):
    """A file of days off, or of office hours, is not of its form."""


class DurationError(CalendarError):
    """A span of time is negative, too long, or not written as a number and a unit."""


class HoursError(CalendarError):
    """Office hours cannot be counted in: none are given, or they end before they begin."""


class NaiveTimeError(CalendarError):
    """A time of day does not say in which zone it is."""


class PauseError(CalendarError):
    """A pause of the clock ends before it begins."""


class StartError(CalendarError):
    """A start is neither a date nor a moment."""


class ZoneError(CalendarError):
    """A name is none of the three time zones."""


class YearError(CalendarError):
    """A year has no data of days off; nothing is counted with it.

    >>> YearError.of(2028).params
    {'year': 2028}
    >>> print(YearError.of(2028).message("en"))
    Working days of 2028 cannot be counted: the joint decree of three ministers on national
    holidays and collective leave in 2028 (Keputusan Bersama) is not in the data. Once it is
    out, add its days under office.calendar.years of a definition.
    """

    @classmethod
    def of(cls, year: int) -> YearError:
        """Return the error that names the decree of a year."""
        return cls("year.missing", year=year)
