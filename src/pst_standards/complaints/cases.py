"""A case out of its events, and one event more: the only two ways to make one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from attrs import evolve

from pst_standards.calendar import Calendar, Zone
from pst_standards.complaints.asking import Ask
from pst_standards.complaints.case import Case, Entry
from pst_standards.complaints.effects import EFFECTS, Draft, draft_of
from pst_standards.complaints.errors import TransitionError
from pst_standards.complaints.events import Event, look_through
from pst_standards.complaints.guards import GUARDS
from pst_standards.complaints.handling import ANSWERED_ON_PAPER
from pst_standards.complaints.impartial import Officer, refused
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.parts import wordless
from pst_standards.complaints.profiles import Profile, profile_on
from pst_standards.complaints.states import RequestKind, State, Step
from pst_standards.complaints.transitions import TRANSITIONS


def replay(events: Iterable[Event]) -> Case:
    """Return the case that a log of events makes, by the table alone.

    What was accepted on its day stays accepted: guards that lean on the law and the calendar are
    not asked again. Raises ``TransitionError`` for a log that no sequence of steps can make: empty,
    a step out of its state, a time that goes back.

    >>> from pst_standards.complaints.payloads import Filed
    >>> import datetime as dt
    >>> from pst_standards.complaints.states import ComplaintChannelKind as Kind
    >>> at = dt.datetime.fromisoformat("2026-10-05T09:00+07:00")
    >>> filed = Filed(number="K-7Q2M", channel=Kind.LETTER, text="Antrean tiga jam")
    >>> replay([Event(step=Step.FILE, at=at, by="reporter", data=filed)]).state.value
    'received'
    """
    draft: Draft | None = None
    log: list[Entry] = []
    for event in events:
        _fits(draft["state"] if draft else None, log[-1] if log else None, event)
        draft = {} if draft is None else draft
        _lay(draft, event)
        log.append(_entry(event))
    if draft is None:
        raise TransitionError("log.empty")
    draft["log"] = _given_out(log, draft)
    return Case(**draft)


def as_of(events: Iterable[Event], step: Step) -> Case:
    """Return the case as it stood right after the first event of a step; raises as ``replay``.

    Of a log without such an event, the case as it stands. What a referral has sealed since then is
    in it: look at ``Case.sealed`` of the whole log first.
    """
    log = list(events)
    place = next((at for at, one in enumerate(log, start=1) if one.step is step), len(log))
    return replay(log[:place])


def advance(
    case: Case | None,
    event: Event,
    *,
    calendar: Calendar | None = None,
    profile: Profile | None = None,
    desk: Officer | None = None,
) -> Case:
    """Return the case after one event more; of a filing the case before is ``None``.

    The calendar is that of the office, else that of the bundled days off; the profile that of the
    day of filing. ``desk`` is who sits where the step is recorded, who is held to the same as who
    does it; see ``impartial``. Raises ``EventError`` or ``TransitionError`` for what cannot be,
    ``YearError`` where a time is asked for in a year without data. The case that was given never
    changes.
    """
    look_through(event)
    _fits(case.state if case else None, case.log[-1] if case else None, event)
    filed_at = event.at if case is None else case.filed_at
    known = calendar or _default_calendar()
    off = refused(case, event, desk)
    if off is not None and not (case and case.sealed):
        raise TransitionError(off.key, step=event.step.value)
    ask = Ask(case, event, known, profile or profile_on(day_at(filed_at, _zone(case, event))))
    for name in TRANSITIONS[event.step].guards:
        refusal = GUARDS[name](ask)
        if refusal is not None:
            raise TransitionError(refusal.key, step=event.step.value, **refusal.params)
    if off is not None:
        # Asked sooner, a step that cannot be would tell who is off without leaving a trace.
        raise TransitionError(off.key, step=event.step.value)
    draft = {} if case is None else draft_of(case)
    _lay(draft, event)
    entry = _entry(event)
    draft["log"] = _given_out((entry,) if case is None else (*case.log, entry), draft)
    return Case(**draft)


def _zone(case: Case | None, event: Event) -> Zone | None:
    told: Any = event.data if case is None else case
    return zone_at(getattr(told, "zone", None), event.at if case is None else case.filed_at)


def _entry(event: Event) -> Entry:
    written = event.recorded_at if event.recorded_late else None
    # On the clock that the event was told by, so that both can be read beside each other.
    late = written.astimezone(event.at.tzinfo) if written else None
    return Entry(event.step, event.at, event.by, event.data.notice, late)


def _given_out(log: Iterable[Entry], draft: Draft) -> tuple[Entry, ...]:
    """Return the lines of a log; those of a case that was referred without anybody's words."""
    if not draft.get("sealed"):
        return tuple(log)
    return tuple(evolve(one, notice=wordless(one.notice)) for one in log)


def _default_calendar() -> Calendar:
    from pst_standards.calendar import default_calendar

    return default_calendar()


def possible(case: Case | None) -> tuple[Step, ...]:
    """Return the steps that the state of a case lets happen, whatever else they ask.

    A receipt is issued once and before the review, and nothing is paid, carried out, handed over or
    heard apart that nobody is owed.

    >>> possible(None)
    (<Step.FILE: 'file'>,)
    """
    if case is None:
        return (Step.FILE,)
    found = (step for step, row in TRANSITIONS.items() if case.state in row.sources)
    return tuple(step for step in found if step not in _OWED or _OWED[step](case))


_OWED: Final[Mapping[Step, Callable[[Case], bool]]] = {
    Step.ISSUE_RECEIPT: lambda case: case.receipt is None,
    Step.REVIEW: lambda case: case.receipt is not None,
    Step.PAY_DAMAGES: lambda case: case.damages_open,
    Step.CARRY_OUT: lambda case: bool(case.tasks_open),
    Step.HAND_OVER: lambda case: any(map(case.open_requests, ANSWERED_ON_PAPER)),
    Step.HEAR_SEPARATELY: lambda case: bool(case.open_requests(RequestKind.SEPARATE_HEARING)),
}
"""Steps that only have their turn while something waits for them."""


def out_of_order(case: Case, step: Step) -> TransitionError | None:
    """Return why the state of a case does not let a step happen at all, None where it does."""
    return _disorder(case.state, step)


def _fits(state: State | None, last: Entry | None, event: Event) -> None:
    """Raise where the table has no such step in this state, or time goes back."""
    if last is None:
        if event.step is not Step.FILE:
            raise TransitionError("step.before-filing", step=event.step.value)
        return
    disorder = _disorder(state, event.step)
    if disorder is not None:
        raise disorder
    if event.at < last.at:
        latest = last.at.isoformat(timespec="minutes")
        raise TransitionError("time.back", step=event.step.value, last=latest)


def _disorder(state: State | None, step: Step) -> TransitionError | None:
    if state in TRANSITIONS[step].sources:
        return None
    there = state.value if state else ""
    return TransitionError("step.wrong-state", step=step.value, state=there)


def _lay(draft: Draft, event: Event) -> None:
    row = TRANSITIONS[event.step]
    if row.to is not None:
        draft["state"] = row.to
    effect = EFFECTS.get(event.step)
    if effect is not None:
        effect(draft, event)
