"""PPI rules about one request for public information: its number, its answer, its objection.

The act itself counts in working days, so there is one reading. Where a year on the way has no
data of days off, nothing is said.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from attrs import frozen

from pst_standards.calendar import Calendar, CalendarError, default_calendar
from pst_standards.complaints.information import (
    ANSWER,
    DISPUTE,
    EXCLUSIONS,
    EXTENDED,
    OBJECT,
    SUPERIOR,
)
from pst_standards.complaints.information_terms import InformationStep, ObjectionGround
from pst_standards.complaints.lengths import Length
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.definitions.records import read_record
from pst_standards.findings import Pointer, Report
from pst_standards.model.information_case import InformationRecord, RequestChannel, RequestEvent
from pst_standards.rules.cases import CaseCheck, judge
from pst_standards.rules.context import Hit
from pst_standards.rules.detectors.persons import holds_national_id, names_person
from pst_standards.rules.rulebook import Rulebook

ABOUT: Final = "information-request"
"""How the rows of the catalogue name a request."""
_STEP: Final = InformationStep
_GRANTS: Final = (_STEP.GRANT, _STEP.GRANT_PARTLY)
_ANSWERS: Final = (*_GRANTS, _STEP.REFUSE, _STEP.REFER)
_GROUNDS: Final = {one.value for one in ObjectionGround}


class _Told(NamedTuple):
    """An event of a request and its place."""

    place: int
    event: RequestEvent
    day: dt.date | None

    @property
    def at(self) -> Pointer:
        return ("events", self.place)


@frozen(kw_only=True)
class Asked:
    """A request, the day on which it is looked at, and the days of the office."""

    record: InformationRecord
    on: dt.date
    calendar: Calendar

    @property
    def received(self) -> dt.date | None:
        """The day on which it was received."""
        return self.day(self.record.received_at)

    def day(self, at: dt.datetime | None) -> dt.date | None:
        """Return which day a moment is at the office, by the clock of the receipt."""
        if at is None or at.utcoffset() is None:
            return None
        return day_at(at, zone_at(None, self.record.received_at))

    def told(self, *steps: InformationStep) -> Iterator[_Told]:
        """Yield the events of some steps, of all where none is named."""
        names = {one.value for one in steps}
        for place, event in enumerate(self.record.events):
            if not names or event.step in names:
                yield _Told(place, event, self.day(event.at))

    def first(self, *steps: InformationStep) -> _Told | None:
        """Return the first event of some steps."""
        return next(self.told(*steps), None)

    def due(self, start: dt.date | None, length: Length) -> dt.date | None:
        """Return the last working day of a time, ``None`` where that is not known."""
        try:
            return self.calendar.add_working_days(start, length.number) if start else None
        except (CalendarError, OverflowError):
            return None


def _is_blank(words: str | None) -> bool:
    return not (words or "").strip()


def _late(asked: Asked, due: dt.date | None, end: _Told | None, open_at: Pointer) -> Iterator[Hit]:
    """Yield that a time was not kept: by what ended it, or by now where nothing did."""
    last = end.day if end else asked.on
    if due is not None and last is not None and last > due:
        yield Hit(end.at if end else open_at, {"due": due.isoformat()}, "late")


def _number_late(asked: Asked) -> Iterator[Hit]:
    received, channel = asked.received, asked.record.channel
    if received is None or channel not in {RequestChannel.IN_PERSON, RequestChannel.EMAIL}:
        return
    registered = asked.first(_STEP.REGISTER)
    if registered is None:
        if asked.on > received:
            yield Hit(("received_at",), variant="none")
    elif registered.day is not None and registered.day > received:
        # Mail that comes at night is read in the morning; whoever stands at the desk is there.
        in_person = channel is RequestChannel.IN_PERSON
        yield Hit(registered.at, variant="late" if in_person else "email")
    if registered is not None and _is_blank(registered.event.number):
        yield Hit(registered.at, variant="none")


def _answered_late(asked: Asked) -> Iterator[Hit]:
    received = asked.received
    extended = asked.first(_STEP.EXTEND)
    due = asked.due(received, EXTENDED if extended else ANSWER)
    end = asked.first(*_ANSWERS, _STEP.CLOSE)
    yield from _late(asked, due, end, ("received_at",))
    if extended is None:
        return
    if _is_blank(extended.event.reason):
        yield Hit(extended.at, variant="reason")
    last = asked.due(received, ANSWER)
    if last is not None and extended.day is not None and extended.day > last:
        yield Hit(extended.at, {"due": last.isoformat()}, "extended_late")


def _extended_again(asked: Asked) -> Iterator[Hit]:
    for one in list(asked.told(_STEP.EXTEND))[1:]:
        yield Hit(one.at)


def _answer_incomplete(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(*_GRANTS, _STEP.REFER):
        event = one.event
        if event.step == _STEP.REFER.value:
            lacks = {"b": _is_blank(event.target)}
        else:
            lacks = {
                "d": _is_blank(event.material),
                "f": _is_blank(event.means) or _is_blank(event.file_format),
                "g": event.fee is None or (event.fee > 0 and _is_blank(event.payment)),
            }
        letters = tuple(letter for letter, lacking in lacks.items() if lacking)
        if letters:
            yield Hit(one.at, {"letters": letters})


def _refused_without_ground(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(_STEP.REFUSE):
        if (one.event.letter or "").strip().lower() not in EXCLUSIONS:
            yield Hit(one.at, variant="letter")
        if _is_blank(one.event.consequence_test):
            yield Hit(one.at, variant="test")


def _blackened_without_word(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(_STEP.GRANT_PARTLY):
        if not any(part.strip() for part in one.event.redacted) or _is_blank(one.event.reason):
            yield Hit(one.at)


def _objection_unfit(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(_STEP.OBJECT):
        if not set(one.event.grounds) & _GROUNDS:
            yield Hit(one.at, variant="ground")
        due = asked.due(one.event.found_on, OBJECT)
        yield from _late(asked, due, one, one.at)


def _superior_late(asked: Asked) -> Iterator[Hit]:
    objected = asked.first(_STEP.OBJECT)
    if objected is not None:
        answered = asked.first(_STEP.ANSWER)
        yield from _late(asked, asked.due(objected.day, SUPERIOR), answered, objected.at)
    for one in asked.told(_STEP.ANSWER):
        if one.event.upheld and _is_blank(one.event.reason):
            yield Hit(one.at, variant="reasons")


def _dispute_unfit(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(_STEP.DISPUTE):
        objected = [_ for _ in asked.told(_STEP.OBJECT) if _.place < one.place]
        if not objected:
            yield Hit(one.at, variant="objection")
        answered = [_ for _ in asked.told(_STEP.ANSWER) if _.place < one.place]
        if answered:
            got = answered[-1].event.received_on or answered[-1].day
            yield from _late(asked, asked.due(got, DISPUTE), one, one.at)


def _first_day_lost(asked: Asked) -> Iterator[Hit]:
    came, received = asked.day(asked.record.first_in_at), asked.received
    if came is not None and received is not None and came < received:
        yield Hit(("received_at",), {"first": came.isoformat()})


def _identity_opened(asked: Asked) -> Iterator[Hit]:
    for one in asked.told(*_GRANTS, _STEP.HAND_OVER):
        if one.event.identities:
            yield Hit((*one.at, "identities"))
        words = one.event.material or ""
        if holds_national_id(words) or names_person(words):
            yield Hit((*one.at, "material"), variant="named")


CHECKS: Final = (
    CaseCheck(id="PPI-001", find=_number_late),
    CaseCheck(id="PPI-002", find=_answered_late),
    CaseCheck(id="PPI-003", find=_extended_again),
    CaseCheck(id="PPI-004", find=_answer_incomplete),
    CaseCheck(id="PPI-005", find=_refused_without_ground),
    CaseCheck(id="PPI-006", find=_blackened_without_word),
    CaseCheck(id="PPI-007", find=_objection_unfit),
    CaseCheck(id="PPI-008", find=_superior_late),
    CaseCheck(id="PPI-009", find=_dispute_unfit),
    CaseCheck(id="PPI-010", find=_first_day_lost),
    CaseCheck(id="PPI-011", find=_identity_opened),
)


def check_information_request(
    source: str | Path | Mapping[str, Any],
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
    calendar: Calendar | None = None,
) -> Report:
    """Check a request for public information: its shape, and the rules about it.

    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> told = {"received_at": "2026-02-12T09:00+07:00", "channel": "letter"}
    >>> found = check_information_request(told, as_of=dt.date(2026, 3, 3))
    >>> [(one.message_key, one.params["due"]) for one in found.findings]
    [('PPI-002.late', '2026-03-02')]
    """
    on = as_of or dt.datetime.now().astimezone().date()
    record = read_record(source, InformationRecord)
    return judge(
        Asked(record=record.value, on=on, calendar=calendar or default_calendar()),
        ABOUT,
        CHECKS,
        as_of=on,
        origin=record.origin,
        shape=record.findings,
        rules=rules,
    )
