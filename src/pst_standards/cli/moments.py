"""Days and moments as they are typed: ``2026-03-17``, ``2026-03-17T16:40``, from one to another."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.calendar import Zone

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_TO: Final = ".."


def _read(typed: str) -> dt.date:
    if _DAY.fullmatch(typed):
        return dt.date.fromisoformat(typed)
    if _MOMENT.fullmatch(typed):
        return dt.datetime.fromisoformat(typed)
    raise ValueError(typed)


def day_or_moment(say: Say) -> Callable[[str], dt.date]:
    """Return what reads a date, or a date with a time, from the command line."""

    def read(typed: str) -> dt.date:
        try:
            return _read(typed)
        except ValueError:
            raise argparse.ArgumentTypeError(say("usage.moment", value=typed)) from None

    return read


def stretch(say: Say) -> Callable[[str], tuple[dt.date, dt.date]]:
    """Return what reads ``FROM..UNTIL`` from the command line."""

    def read(typed: str) -> tuple[dt.date, dt.date]:
        first, _, last = typed.partition(_TO)
        try:
            return _read(first), _read(last)
        except ValueError:
            raise argparse.ArgumentTypeError(say("usage.stretch", value=typed)) from None

    return read


def placed(given: dt.date, zone: Zone | None) -> dt.date:
    """Put a moment that was typed without an offset on the clocks of a zone, where one is known.

    >>> from pst_standards.calendar import Zone
    >>> placed(dt.datetime.fromisoformat("2026-03-17T16:40"), Zone.WIT).isoformat()
    '2026-03-17T16:40:00+09:00'
    """
    if zone is not None and isinstance(given, dt.datetime) and given.tzinfo is None:
        return given.replace(tzinfo=zone.tzinfo)
    return given
