"""PGD-049 on what is asked for apart from the complaint: own data, public information.

No end of a complaint ends what is owed then (``after_the_end``). Where a year on the way has no
data of days off, nothing is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from pst_standards.calendar import CalendarError
from pst_standards.complaints.lengths import LENGTHS, Clock
from pst_standards.complaints.logged import Logged, Seen, class_of
from pst_standards.complaints.readings import readings_of
from pst_standards.complaints.states import ComplaintClass, RequestKind, Step
from pst_standards.complaints.time_checks import ENDS
from pst_standards.findings import Pointer
from pst_standards.rules.context import Hit

_DATA: Final = LENGTHS[Clock.DATA_SUBJECT]
_INFORMATION: Final = LENGTHS[Clock.INFORMATION]


def answered_late(log: Logged) -> Iterator[Hit]:
    """Yield requests for own data and for public information that were not answered in time."""
    for one in log.seen(Step.REQUEST):
        if one.data.kind == RequestKind.OWN_DATA.value:
            yield from _own_data(log, one)
        elif one.data.kind == RequestKind.INFORMATION.value:
            yield from _information(log, one)


def _answer(log: Logged, asked: Seen) -> Seen | None:
    given = (one for one in log.seen(Step.HAND_OVER) if one.data.request == asked.data.id)
    return next((one for one in given if one.place > asked.place), None)


def _own_data(log: Logged, asked: Seen) -> Iterator[Hit]:
    at, answer = asked.event.at, _answer(log, asked)
    if at is None or log.day(at) is None:
        return
    due, given = at + dt.timedelta(hours=_DATA.number), answer.event.at if answer else None
    last = log.day(due)
    if given is not None and given.utcoffset() is not None:
        late = given > due
    else:
        late = last is not None and log.on > last
    if late:
        where = ("events", (answer or asked).place)
        told = {"due": last.isoformat() if last else ""}
        yield Hit(where, told, "own_data", _DATA.citations)


def _information(log: Logged, asked: Seen) -> Iterator[Hit]:
    begun, where = _asked_first(log, asked)
    answer = _answer(log, asked)
    given = log.day(answer.event.at) if answer else log.on
    if begun is None or given is None:
        return
    try:
        due = readings_of(begun, _INFORMATION, log.calendar)[0].lenient
    except (CalendarError, OverflowError):
        return  # a year without days off has no answer
    if given > due:
        place = ("events", answer.place) if answer else where
        yield Hit(place, {"due": due.isoformat()}, "information", _INFORMATION.citations)


def _asked_first(log: Logged, asked: Seen) -> tuple[dt.date | None, Pointer]:
    """Return when it was asked for; what came in as a question is not younger for the act."""
    over = any(True for _ in log.before(asked, *ENDS))
    if class_of(log) is ComplaintClass.INFORMATION and not over:
        return log.day(log.record.filed_at), ("events", asked.place)
    return log.begun(asked)
