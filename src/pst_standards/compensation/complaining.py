"""Whether the complaint that a rule needs came in its time; doubt goes to the citizen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pst_standards.calendar import Status
from pst_standards.compensation.case import Case
from pst_standards.compensation.citizen_time import CitizenTime, citizen_time
from pst_standards.compensation.reasons import Reason, cause, step
from pst_standards.compensation.rights import COMPLAIN, TIME_TO_COMPLAIN
from pst_standards.model.compensation import CompensationRule


def complaint_in_time(
    case: Case, rule: CompensationRule, claim: CitizenTime | None
) -> Iterator[Reason]:
    """Yield the cause that a complaint comes too late, or the step that this can be disputed.

    A claim, or a complaint within the time to claim, does as well, whatever the thirty days say.
    """
    at, ended = case.event.complained_at, case.ended
    if not rule.needs_complaint or at is None or case.event.claimed_at or ended is None:
        return
    limit = citizen_time(case.clock, case.clock.local(ended).date(), COMPLAIN)
    statuses = {one.status(at) for one in (limit, claim) if one is not None}
    shown, readings = case.clock.local(at), limit.ends.readings
    days = readings._asdict() if readings else {}
    if Status.ON_TIME in statuses:
        return
    if Status.DISPUTABLE not in statuses:
        yield cause("late-complaint", TIME_TO_COMPLAIN, at=shown, **days)
    elif readings is None:
        told: dict[str, dt.date] = {"at": shown, "strict": limit.ends.due}
        yield step("complaint-uncounted", TIME_TO_COMPLAIN, **told)
    elif limit.status(at) is Status.DISPUTABLE:
        yield step("complaint-doubtful", TIME_TO_COMPLAIN, at=shown, **days)
