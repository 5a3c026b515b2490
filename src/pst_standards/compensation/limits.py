"""Which limit of the standard an event is held to, and with which moment it begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Final

from pst_standards.compensation.case import TIMED, Case
from pst_standards.compensation.errors import EventError, PolicyError
from pst_standards.model.base import Text
from pst_standards.model.delivery import Limit, TimeScope
from pst_standards.rules.detectors.time_scope import says_served

_PREVIOUS: Final = re.compile(
    r"\bsebelum(?:nya)?\b|\bprevious\b|\bbefore (?:it|you)\b", re.IGNORECASE
)


def promised(case: Case, scope: TimeScope) -> Limit:
    """Return the limit that the event is held to: the one it names, else the only one that fits.

    A limit fits by scope and channel, and by the kind of request where it is for one kind only.
    Raises ``EventError`` when the event must name one, ``PolicyError`` when the standard promises
    no time.
    """
    limits = [one for standard in case.standards for one in _limits(standard.time_limit)]
    if case.event.limit is not None:
        named = _named(case.event.limit, limits)
        # Of an event that waited and was late, the limit it names is for one of both.
        if _scope(named) is scope or not TIMED.issubset(case.event.triggers):
            return named
    known = [one for one in limits if _stated(one) and _scope(one) is scope and _channel(one, case)]
    fitting = _of_case(known, case.event.case)
    if len(fitting) == 1:
        return fitting[0]
    if known:
        raise _unnamed(known, case, among=fitting)
    channel = case.event.channel.value if case.event.channel else "-"
    raise PolicyError("limit.none", service=case.event.service or "", channel=channel)


def _unnamed(known: Sequence[Limit], case: Case, *, among: Sequence[Limit]) -> EventError:
    """Return why the event must name its limit: several fit, or those there are for one request."""
    service = case.event.service or ""
    if among:
        names = ", ".join(one.id or "-" for one in known)
        return EventError("limit.choose", known=names, service=service)
    told = [(one.id or "-", one.case.id or one.case.en or "" if one.case else "") for one in known]
    if len(told) == 1:
        return EventError("limit.case-one", limit=told[0][0], case=told[0][1], service=service)
    names = ", ".join(f"{name} ({kind})" for name, kind in told)
    return EventError("limit.case", known=names, service=service)


def _limits(time_limit: object) -> Iterable[Limit]:
    return getattr(time_limit, "limits", ())


def _named(name: str, limits: Iterable[Limit]) -> Limit:
    known = {one.id: one for one in limits if one.id}
    if name not in known:
        raise EventError("limit.unknown", limit=name, known=", ".join(known))
    if not _stated(known[name]):
        raise PolicyError("limit.incomplete", limit=name)
    return known[name]


def _stated(limit: Limit) -> bool:
    return limit.value is not None and limit.unit is not None


def _scope(limit: Limit) -> TimeScope:
    return limit.scope or TimeScope.WHOLE_PROCESS


def _channel(limit: Limit, case: Case) -> bool:
    asked = case.event.channel
    return not limit.channels or asked is None or asked in limit.channels


def _of_case(limits: Iterable[Limit], case: Text | None) -> list[Limit]:
    """Keep the limits for the kind of request, else those for every kind."""
    wanted = _words(case)
    own = [one for one in limits if one.case and not wanted.isdisjoint(_words(one.case))]
    return own or [one for one in limits if not one.case]


def _words(text: Text | None) -> set[str]:
    given = (text.id, text.en) if text else ()
    return {" ".join(one.casefold().split()) for one in given if one and one.strip()}


def awaits_service(case: Case, limit: Limit) -> bool:
    """Tell whether a limit runs from being served, and the user is still waiting for that."""
    event = case.event
    waits = event.served_at is None and event.finished_at is None
    return waits and says_served(_start(limit)) and not _PREVIOUS.search(_start(limit))


def _start(limit: Limit) -> str:
    return f"{limit.start.id or ''} {limit.start.en or ''}" if limit.start else ""


def began(case: Case, limit: Limit) -> tuple[str, dt.datetime]:
    """Return with which moment of the event a limit began, by its field and its time.

    The wording of the limit tells which; time in which the request was incomplete is the user's.
    Raises ``EventError`` when the event lacks that moment.
    """
    event = case.event
    if event.clock_started_at is not None:
        return "clock_started_at", event.clock_started_at
    if _PREVIOUS.search(_start(limit)):
        raise EventError("time.missing", field="clock_started_at")
    if not says_served(_start(limit)):
        return ("requested_at" if event.complete_at is None else "complete_at"), case.began
    if event.served_at is None:
        raise EventError(
            "time.missing" if event.finished_at else "time.unserved", field="served_at"
        )
    if event.served_at < case.began:
        return "complete_at", case.began
    return "served_at", event.served_at
