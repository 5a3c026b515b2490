"""The moment written into a file's properties, which does not depend on when it was made."""

from __future__ import annotations

import datetime as dt
import os
from typing import Final

from pst_standards.documents.errors import DateStampError

_VARIABLE: Final = "SOURCE_DATE_EPOCH"
# The first day a zip archive can name.
_FALLBACK: Final = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def moment(created: dt.date | None) -> dt.datetime:
    """Return the day of a document, else ``SOURCE_DATE_EPOCH``, else a fixed day, to the second.

    ``DateStampError`` when the variable is not a number of seconds.

    >>> moment(dt.date(2026, 11, 22)).isoformat()
    '2026-11-22T00:00:00+00:00'
    """
    if created is not None:
        return dt.datetime(created.year, created.month, created.day, tzinfo=dt.UTC)
    given = os.environ.get(_VARIABLE, "")
    if not given:
        return _FALLBACK
    try:
        return dt.datetime.fromtimestamp(int(given), tz=dt.UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        raise DateStampError(given) from None
