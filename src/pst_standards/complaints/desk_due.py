"""The due list of a desk: which complaint is late, which soon will be, who it then goes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import repeat
from typing import Any, Final, NamedTuple, TypeAlias, cast

from pst_standards.complaints.ladder import TOP, Rung
from pst_standards.complaints.lengths import LENGTHS, Clock, Length
from pst_standards.complaints.registers.lines import Line
from pst_standards.model.base import Choice
from pst_standards.model.channel import TimeUnit


class Light(Choice):
    """How urgent a complaint is.

    ``undated`` is one of which no day can be counted, as a year without data lies on the way.
    """

    RED = "red", "Merah", "Red"
    AMBER = "amber", "Kuning", "Amber"
    GREEN = "green", "Hijau", "Green"
    UNDATED = "undated", "Belum terhitung", "Not counted"


_NOTICES: Final = (90, 75)
"""Percent of the time after which a desk is warned, as systems of this kind do."""
_WHOLE: Final = 100
_DAYS_OF_WORK: Final = 5


class Due(NamedTuple):
    """A line with its light on a day.

    ``days_left`` are those to the strict end, below nought when it passed; ``percent`` is how much
    of the time is gone, ``notice`` the warning that this calls for (75 or 90). ``next_rung`` is
    where a late one goes up to (UU 25/2009 Pasal 45), and ``tell_ombudsman`` that the complainant
    is to be told of the Ombudsman, as the time for the decision is over. A tuple, as a list may
    have a hundred thousand.
    """

    line: Line
    light: Light
    days_left: int | None = None
    percent: int | None = None
    notice: int | None = None
    next_rung: Rung | None = None
    tell_ombudsman: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return what stands in JSON; nobody is named in it."""
        line = self.line
        return {
            "number": line.number,
            "light": self.light.value,
            "state": line.state.value,
            "class": line.complaint_class.value if line.complaint_class else None,
            "handler": line.handler or None,
            "level": line.level,
            "filed_on": line.filed_on.isoformat(),
            "clock": line.due_clock.value if line.due_clock else None,
            "strict": line.due_strict.isoformat() if line.due_strict else None,
            "lenient": line.due_lenient.isoformat() if line.due_lenient else None,
            "days_left": self.days_left,
            "percent": self.percent,
            "notice": self.notice,
            "next_rung": self.next_rung.value if self.next_rung else None,
            "tell_ombudsman": self.tell_ombudsman,
            "tasks_open": line.tasks_open,
        }


def due_list(lines: Iterable[Line], on: dt.date) -> Iterator[Due]:
    """Yield open lines with their lights, in the order they come in."""
    return map(due_of, lines, repeat(on))


def due_of(line: Line, on: dt.date) -> Due:
    """Return how a line stands on a day.

    Green is also what the office does not have to do anything about now.

    >>> from pst_standards.complaints.states import ComplaintChannelKind, IdentityMode, State
    >>> filed = dt.date(2026, 3, 10)
    >>> line = Line(
    ...     number="PGD-2026-7K3M9Q2T",
    ...     events=1,
    ...     state=State.RECEIVED,
    ...     channel=ComplaintChannelKind.LETTER,
    ...     identity=IdentityMode.OPEN,
    ...     filed_on=filed,
    ...     last_at=dt.datetime(2026, 3, 10, 2, tzinfo=dt.UTC),
    ...     due_clock=Clock.FIRST_ANSWER,
    ...     due_strict=dt.date(2026, 3, 24),
    ...     due_lenient=dt.date(2026, 4, 2),
    ... )
    >>> [due_of(line, filed + dt.timedelta(days=days)).light.value for days in (10, 11, 14, 15)]
    ['green', 'amber', 'amber', 'red']
    """
    if line.due_strict is None:
        return Due(line=line, light=Light.UNDATED if line.undated else Light.GREEN)
    which = line.due_clock
    # What a decision promised runs from the last decision on, the limits of SP4N from the receipt.
    begun = (None if which else line.decided_on) or line.filed_on
    since = None if which in LENGTHS else begun
    return Due(line, *_standing(which, line.due_strict, since, line.level, on))


_Standing: TypeAlias = tuple[Light, int, int, int | None, Rung | None, bool]


@lru_cache(maxsize=4096)
def _standing(
    which: Clock | None, strict: dt.date, since: dt.date | None, level: int, on: dt.date
) -> _Standing:
    """Return what a list of many works out once for all lines that stand alike."""
    left = (strict - on).days
    percent = _percent(since or _start(LENGTHS[cast("Clock", which)], strict), strict, on)
    if left < 0:
        rung = Rung.of(min(level + 1, TOP))
        return Light.RED, left, percent, None, rung, which is Clock.DECISION
    notice = next((one for one in _NOTICES if percent >= one), None)
    light = Light.AMBER if notice else Light.GREEN
    return light, left, percent, notice, None, False


def _percent(start: dt.date, strict: dt.date, on: dt.date) -> int:
    whole = max((strict - start).days, 1)
    return max((on - start).days * _WHOLE // whole, 0)


def _start(length: Length, strict: dt.date) -> dt.date:
    """Return the day on which a clock began, as its strict reading tells it back."""
    if length.unit is TimeUnit.DAY:
        return strict - dt.timedelta(days=length.number)
    if length.unit is TimeUnit.HOUR:
        return strict - dt.timedelta(hours=length.number)
    # Five working days are a week wherever no day off lies between.
    return strict - dt.timedelta(weeks=max(length.number // _DAYS_OF_WORK, 1))
