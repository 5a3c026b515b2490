"""Who may do a step, look at a complaint, or be given it: decided here and nowhere else.

Off a case (Pasal 48 ayat (1)) are the accused, those in conflict until it is decided that it does
not stand (both are ``Case.excluded``), and everybody below one of them. A referral takes their
names out of the case, but they stay off it (``Case.barred``). Who is above somebody is
what was told when they were given the case (``Case.above``), what the event at hand tells of the
handler it names, and what the desk says of who sits there. Ids are compared by ``known_as``.

This is held against whoever stands behind a step:

- ``by``, where that is an officer. The complainant, their proxy or time that passed may stand
  there only in the rows of the table that say so (``Transition.others``);
- ``recorded_by``, who wrote down what somebody else did;
- who sits at the desk, whatever ``by`` says;
- who is to be handler or examiner. They may not be accused by the same event either, nor have a
  conflict of their own.

No complaint is refused (Pasal 48 ayat (2)), but somebody else takes it in: whoever filed it would
hold its number and its secret code, and follow what is said of them. The officer whom a receipt
names as the one who received it is held against nothing. A conflict is
reported by anybody who is not off, also of themselves; whether it stands, neither they nor somebody
below them says. After an objection, whoever handled the decision or wrote it down
(``Case.objected_to``) is neither given the case nor decides it: compared are the handler that an
event names and, of a decision, ``by`` and the handler of the case.

Who is off sees nothing of a case but what the public sees, and opens no identity. What a referral
left of a case is seen by all alike, for a refusal would tell whom the report was about; who was off
then does nothing in it, which is the last that a step is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from pst_standards.complaints.asking import Answer, Ask, Refusal
from pst_standards.complaints.case import Case
from pst_standards.complaints.events import CITIZENS, SYSTEM, Event
from pst_standards.complaints.officers import known, known_as, mark_of
from pst_standards.complaints.parts import Handler
from pst_standards.complaints.states import Step
from pst_standards.complaints.transitions import TRANSITIONS

_NO_OFFICER = CITIZENS | {SYSTEM}


@frozen
class Officer:
    """Somebody at work: an id, and the ids of those above."""

    id: str
    superiors: tuple[str, ...] = ()


def is_off(case: Case, officer: Officer, also: Iterable[str] = ()) -> bool:
    """Tell whether somebody is accused, in conflict, or below such a one; ``also`` names more.

    Nobody (an empty id) is not off.
    """
    off = known((*case.excluded, *also))
    return known_as(officer.id) in off or _is_below(case, officer, off) or _is_barred(case, officer)


def given_out(case: Case) -> Case:
    """Return a case as it leaves a desk: who was off it when it was referred is not told by it.

    The marks of officers can be made again by whoever knows their ids, and these are few.
    """
    return evolve(case, barred=frozenset()) if case.barred else case


def _is_barred(case: Case, officer: Officer) -> bool:
    """Tell whether somebody was off a case when it was referred, or is below such a one."""
    ids = (one for one in (officer.id, *officer.superiors) if one.strip())
    return bool(case.barred) and any(mark_of(case.number, one) in case.barred for one in ids)


def _is_below(case: Case, officer: Officer, off: frozenset[str]) -> bool:
    return bool(off & known((*officer.superiors, *case.above(officer.id))))


def refused(case: Case | None, event: Event, desk: Officer | None = None) -> Answer:
    """Return why those who stand behind an event may not let it happen, ``None`` where they may."""
    who = known_as(event.by)
    if who in _NO_OFFICER and who not in TRANSITIONS[event.step].others:
        return Refusal("by.step")
    if case is None:
        return _filed_by_the_accused(event, desk)
    behind = tuple(_behind(event, desk))
    if any(is_off(case, one) for one in behind):
        return Refusal("by.excluded")
    own = any(is_off(case, one, _not_for(event)) for one in behind)
    return Refusal("conflict.own") if own else None


def _filed_by_the_accused(event: Event, desk: Officer | None) -> Answer:
    told: Any = event.data
    off = known(getattr(told, "accused", ()))
    theirs = known((desk.id, *desk.superiors)) if desk else frozenset()
    return Refusal("by.accused-files") if off & theirs else None


def _behind(event: Event, desk: Officer | None) -> Iterator[Officer]:
    """Yield the officers who stand behind an event."""
    if known_as(event.by) not in _NO_OFFICER:
        yield Officer(event.by)
    yield Officer(getattr(event.data, "recorded_by", ""))
    if desk is not None:
        yield desk


def _not_for(event: Event) -> tuple[str, ...]:
    """Return whose matter a step is, so that it is not for them or those below them."""
    told: Any = event.data
    if event.step is Step.REPORT_CONFLICT and told.stands is not None:
        return (told.officer,)
    return ()


def handler_of(data: Any) -> Handler | None:
    """Return who is to work on the case by what an event tells."""
    found = getattr(data, "handler", None) or getattr(data, "examiner", None)
    return found if isinstance(found, Handler) else None


def handler_free(ask: Ask) -> Answer:
    """Refuse to give the case to whoever is accused, in conflict, or below such a one."""
    handler = handler_of(ask.data)
    if handler is None or not handler.officer.strip():
        return Refusal("handler.missing")
    off = known((*ask.case.excluded, *getattr(ask.data, "accused", ())))
    if known_as(handler.officer) in off or handler.conflict.strip():
        return Refusal("handler.conflict")
    below = _is_below(ask.case, Officer(handler.officer, handler.superiors), off)
    return Refusal("handler.subordinate") if below else None


def somebody_else(ask: Ask) -> Answer:
    """Refuse whoever made a decision that was objected to, however they come back to the case."""
    handler = handler_of(ask.data)
    ids = [handler.officer if handler else ""]
    if ask.event.step is Step.DECIDE:
        now = ask.case.handler
        ids = [ask.event.by, now.officer if now else ""]
    return Refusal("handler.same") if known(ids) & known(ask.case.objected_to) else None


def with_superiors(handler: Handler, desk: Officer) -> Handler:
    """Return a handler with those above whom the desk names, where it is who sits there."""
    if known_as(handler.officer) != known_as(desk.id):
        return handler
    above = dict.fromkeys((*handler.superiors, *desk.superiors))
    return evolve(handler, superiors=tuple(above))
