"""The times of a complaint, K1 to K14: both readings of each, who keeps it, and how it stands.

``hari`` of no stated kind is read strictly as calendar days and leniently as working days. An
office is late by the strict reading; a citizen only by the lenient one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from pst_standards.calendar import Calendar, Side, Status
from pst_standards.complaints.case import Case, Entry, Request, TrackEntry
from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.lengths import LENGTHS, Clock, Length
from pst_standards.complaints.profiles import Anchor, Profile
from pst_standards.complaints.readings import lengthened, readings_of, standing, waits
from pst_standards.complaints.states import (
    ComplaintClass,
    RequestKind,
    State,
    Step,
    Track,
    TrackStage,
)
from pst_standards.findings import Confidence
from pst_standards.model.channel import TimeUnit


@frozen(kw_only=True)
class ClockReading:
    """One clock: when it ends by both readings, and how that stands.

    ``ended`` is when what was to be done was done, or the case ended; until then ``status`` is that
    of the day asked for. Clocks of 72 hours end at a moment, all others on a day.
    """

    id: str
    started: dt.date
    strict: dt.date
    lenient: dt.date
    direction: Side
    status: Status
    ended: dt.date | None = None
    citations: tuple[str, ...] = ()
    provisional: bool = False
    confidence: Confidence = Confidence.VERIFIED

    @property
    def running(self) -> bool:
        """Whether it still runs."""
        return self.ended is None

    def to_dict(self) -> dict[str, Any]:
        """Return the reading as it stands in JSON."""
        return {
            "id": self.id,
            "started": self.started.isoformat(),
            "strict": self.strict.isoformat(),
            "lenient": self.lenient.isoformat(),
            "ended": self.ended.isoformat() if self.ended else None,
            "direction": self.direction.value,
            "status": self.status.value,
            "citations": list(self.citations),
            "provisional": self.provisional,
            "confidence": self.confidence.value,
        }


def clocks(
    case: Case, *, calendar: Calendar, profile: Profile, on: dt.date
) -> tuple[ClockReading, ...]:
    """Return every clock that was started, as it stands on a day.

    Raises ``YearError`` where a year on the way has no data of days off; see ``known_clocks``.
    """
    seen = _Seen(case, calendar, profile, on)
    found = (read(seen) for read in _READERS.values())
    return tuple(one for one in found if one is not None)


def clock(
    case: Case, which: Clock, *, calendar: Calendar, profile: Profile, on: dt.date
) -> ClockReading | None:
    """Return one clock of a case, ``None`` where it was not started.

    Raises ``YearError`` where a year on the way has no data of days off.
    """
    read = _READERS.get(which)
    return read(_Seen(case, calendar, profile, on)) if read else None


def loose_clock(which: Clock, at: dt.datetime, on: dt.datetime) -> ClockReading:
    """Return K12 or K13, which start with a breach of data or a request and with no complaint.

    >>> at = dt.datetime.fromisoformat("2026-03-20T10:00+07:00")
    >>> loose_clock(Clock.BREACH, at, at).strict.isoformat()
    '2026-03-23T10:00:00+07:00'
    """
    for moment in (at, on):
        if moment.utcoffset() is None:
            raise ComplaintError("time.naive", field="at")
    length = LENGTHS[which]
    due = at + dt.timedelta(hours=length.number)
    return ClockReading(
        id=which.value,
        started=at,
        strict=due,
        lenient=due,
        direction=length.side,
        status=Status.ON_TIME if on <= due else Status.LATE,
        citations=length.citations,
    )


_Stops = tuple[Step, ...]
ENDS: Final[_Stops] = (
    Step.TRANSFER,
    Step.REFER,
    Step.ARCHIVE,
    Step.WITHDRAW,
    Step.LAPSE,
    Step.ACCEPT,
    Step.CLOSE_UNANSWERED,
)
"""Steps that end a case, and with it what the office still had to do in time."""
_ANSWERS: Final[_Stops] = (Step.DECLARE_INCOMPLETE, Step.DECLARE_COMPLETE)
"""What the complainant is told first: that the file is complete, or what it lacks."""
_LATENESS: Final = tuple(Status)
"""From in time to very late."""


@frozen
class _Seen:
    """A case looked at on a day."""

    case: Case
    calendar: Calendar
    profile: Profile
    on: dt.date

    def reading(
        self, which: Clock, start: dt.date, ended: dt.date | None, length: Length | None = None
    ) -> ClockReading:
        length = length or LENGTHS[which]
        both, provisional = readings_of(start, length, self.calendar)
        return ClockReading(
            id=which.value,
            started=start,
            strict=both.strict,
            lenient=both.lenient,
            direction=length.side,
            status=standing(both, length.side, ended or self._today()),
            ended=ended,
            citations=length.citations,
            provisional=provisional,
            confidence=length.confidence,
        )

    def _today(self) -> dt.date:
        return self.case.day(self.on) if isinstance(self.on, dt.datetime) else self.on

    def day(self, entry: Entry | TrackEntry | None) -> dt.date | None:
        return self.case.day(entry.at) if entry else None

    def ended_by(self, *steps: Step, again: bool = False) -> dt.date | None:
        """Return the day of the first of these steps, or that on which the case ended.

        What the office owes ``again`` after an objection is ended by what follows that alone.
        """
        # By place in the log: what happens at one moment follows each other all the same.
        objections = (n for n, one in enumerate(self.case.log) if one.step is Step.OBJECT)
        since = max(objections, default=0) if again else 0
        wanted = {*steps, *ENDS}
        return self.day(next((one for one in self.case.log[since:] if one.step in wanted), None))

    def _end(self) -> dt.date | None:
        """Return the day on which the case ended."""
        return self.day(self.case.last(*ENDS))

    def practised(self, days: int, side: Side = Side.OFFICE) -> Length:
        profile = self.profile
        unit = profile.reaction_unit if side is Side.CITIZEN else TimeUnit.WORKING_DAY
        return Length(
            number=days,
            unit=unit,
            side=side,
            citations=(profile.regulation,),
            confidence=profile.confidence,
        )

    def complain(self) -> ClockReading | None:
        served, filed = self.case.served_on, self.case.day(self.case.filed_at)
        return self.reading(Clock.COMPLAIN, served, filed) if served else None

    def first_answer(self) -> ClockReading:
        """Return the answer that is waited for, else the latest of those that were given.

        What was completed is a file that came in anew, and waits for an answer of its own.
        """
        rounds = list(self._answers())
        last = self.case.last(Step.COMPLETE, *_ANSWERS)
        if last is not None and last.step is Step.COMPLETE:
            return rounds[-1]
        return max(rounds, key=lambda one: _LATENESS.index(one.status))

    def _answers(self) -> Iterator[ClockReading]:
        begun: Entry | None = None
        for one in self.case.log:
            if one.step in {Step.FILE, Step.COMPLETE}:
                begun = one
            elif begun is not None and one.step in {*_ANSWERS, *ENDS}:
                yield self.reading(Clock.FIRST_ANSWER, self.case.day(begun.at), self.day(one))
                begun = None
        if begun is not None:
            yield self.reading(Clock.FIRST_ANSWER, self.case.day(begun.at), None)

    def verification(self) -> ClockReading:
        length = self.practised(self.profile.verification)
        filed = self.case.day(self.case.filed_at)
        return self.reading(Clock.VERIFICATION, filed, self.ended_by(Step.REVIEW), length)

    def completion(self) -> ClockReading | None:
        asked = self.case.last(Step.DECLARE_INCOMPLETE)
        if asked is None:
            return None
        waiting = self.case.state is State.AWAITING_COMPLETION
        ended = None if waiting else self.case.last(Step.COMPLETE, Step.LAPSE, Step.WITHDRAW)
        return self.reading(Clock.COMPLETION, self.case.day(asked.at), self.day(ended))

    def settlement(self) -> ClockReading | None:
        case, profile = self.case, self.profile
        begun = case.log[0]
        if profile.anchor is Anchor.COMPLETE:
            begun = case.first(Step.DECLARE_COMPLETE) or begun
        if case.complaint_class is None:
            return None
        start, number = case.day(begun.at), profile.settlement[case.complaint_class]
        days, still = lengthened(start, number, waits(case.log, case.day), self.calendar)
        # While the complainant is waited for nothing is asked of the office.
        ended = still or self.ended_by(Step.DELIVER, again=True)
        return self.reading(Clock.SETTLEMENT, start, ended, self.practised(days))

    def decision(self) -> ClockReading | None:
        complete = self.case.first(Step.DECLARE_COMPLETE)
        if complete is None:
            return None
        # A case that is opened again is the same file: its time neither starts anew nor moves.
        ended = self.ended_by(Step.DECIDE, again=True)
        return self.reading(Clock.DECISION, self.case.day(complete.at), ended)

    def delivery(self) -> ClockReading | None:
        decided = self.case.last(Step.DECIDE)
        if decided is None:
            return None
        ended = None if self.case.state is State.DECIDED else self.case.last(Step.DELIVER, *ENDS)
        return self.reading(Clock.DELIVERY, self.case.day(decided.at), self.day(ended))

    def reaction(self) -> ClockReading | None:
        delivered = self.case.last(Step.DELIVER)
        if delivered is None:
            return None
        waiting = self.case.state is State.DELIVERED
        ended = None if waiting else self.case.last(Step.OBJECT, *ENDS)
        length = self.practised(self.profile.reaction, Side.CITIZEN)
        return self.reading(Clock.REACTION, self.case.day(delivered.at), self.day(ended), length)

    def ombudsman(self) -> ClockReading | None:
        served, opened = self.case.served_on, self._track(TrackStage.OPENED)
        return self.reading(Clock.OMBUDSMAN, served, self.day(opened)) if served else None

    def _track(self, *stages: TrackStage) -> TrackEntry | None:
        return next((one for one in reversed(self._road()) if one.stage in stages), None)

    def _road(self) -> tuple[TrackEntry, ...]:
        return tuple(one for one in self.case.tracks if one.track is Track.OMBUDSMAN)

    def explanation(self) -> ClockReading | None:
        return self._answered(
            Clock.EXPLANATION,
            (TrackStage.EXPLANATION_ASKED, TrackStage.REMINDED),
            (TrackStage.EXPLAINED, TrackStage.ENDED),
        )

    def recommendation(self) -> ClockReading | None:
        return self._answered(
            Clock.RECOMMENDATION,
            (TrackStage.RECOMMENDED,),
            (TrackStage.REPORTED, TrackStage.ENDED),
        )

    def _answered(
        self, which: Clock, asking: tuple[TrackStage, ...], giving: tuple[TrackStage, ...]
    ) -> ClockReading | None:
        road = self._road()
        places = [n for n, one in enumerate(road) if one.stage in asking]
        if not places:
            return None
        given = [one for one in road[places[-1] :] if one.stage in giving]
        last = given[-1] if given else None
        return self.reading(which, self.case.day(road[places[-1]].at), self.day(last))

    def _request(self, kind: RequestKind) -> Request | None:
        """Return what was asked for first and is not answered, else what was asked for last."""
        asked = [one for one in self.case.requests if one.kind is kind]
        waiting = (one for one in asked if not one.answered)
        return next(waiting, asked[-1] if asked else None)

    def own_data(self) -> ClockReading | None:
        one = self._request(RequestKind.OWN_DATA)
        if one is None or one.asked_at is None:
            return None
        length, day = LENGTHS[Clock.DATA_SUBJECT], self.case.day
        due, on = one.asked_at + dt.timedelta(hours=length.number), one.answered_at or self.on
        late = on > due if isinstance(on, dt.datetime) else on > day(due)
        return ClockReading(
            id=Clock.DATA_SUBJECT.value,
            started=day(one.asked_at),
            strict=day(due),
            lenient=day(due),
            direction=length.side,
            status=Status.LATE if late else Status.ON_TIME,
            ended=day(one.answered_at) if one.answered_at else None,
            citations=length.citations,
        )

    def information(self) -> ClockReading | None:
        one = self._request(RequestKind.INFORMATION)
        if one is None or one.asked_at is None:
            return None
        # What was asked for as a service before is not younger for being asked for by the act.
        over = self.case.last(*ENDS)
        asked_then = over is None or one.asked_at <= over.at
        of_old = asked_then and self.case.complaint_class is ComplaintClass.INFORMATION
        begun = self.case.filed_at if of_old else one.asked_at
        ended = self.case.day(one.answered_at) if one.answered_at else None
        return self.reading(Clock.INFORMATION, self.case.day(begun), ended)

    def conflict(self) -> ClockReading | None:
        conflicts = self.case.conflicts
        waiting = (one for one in conflicts if one.stands is None)
        one = next(waiting, conflicts[-1] if conflicts else None)
        if one is None:
            return None
        ended = self._end() if one.decided_at is None else self.case.day(one.decided_at)
        return self.reading(Clock.CONFLICT, self.case.day(one.reported_at), ended)


_READERS: Final = {
    Clock.COMPLAIN: _Seen.complain,
    Clock.FIRST_ANSWER: _Seen.first_answer,
    Clock.VERIFICATION: _Seen.verification,
    Clock.COMPLETION: _Seen.completion,
    Clock.SETTLEMENT: _Seen.settlement,
    Clock.DECISION: _Seen.decision,
    Clock.DELIVERY: _Seen.delivery,
    Clock.REACTION: _Seen.reaction,
    Clock.OMBUDSMAN: _Seen.ombudsman,
    Clock.EXPLANATION: _Seen.explanation,
    Clock.RECOMMENDATION: _Seen.recommendation,
    Clock.DATA_SUBJECT: _Seen.own_data,
    Clock.INFORMATION: _Seen.information,
    Clock.CONFLICT: _Seen.conflict,
}
