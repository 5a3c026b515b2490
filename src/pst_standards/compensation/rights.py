"""What stays open whatever the answer: the complaint, damages, the Ombudsman.

No promise of an office and no exclusion in it takes any of these away (UU 25/2009 Pasal 18, 40,
42 and 52); only their own time ends them.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import frozen

from pst_standards.calendar import Deadline, Side, Status
from pst_standards.calendar.walking import month_later
from pst_standards.compensation.case import Case
from pst_standards.compensation.reasons import Reason, step
from pst_standards.model.channel import Duration, TimeUnit

COMPLAIN: Final = Duration(value=30, unit=TimeUnit.DAY)
"""Time to complain; the act does not say which days it means (UU 25/2009 Pasal 42 ayat (2))."""
TIME_TO_COMPLAIN: Final = "UU 25/2009 Pasal 42 ayat (2)"
REFUND: Final = "UU 9/2018 Pasal 63"
"""Giving back non-tax state revenue that was charged too much; asked for within five years."""
_OMBUDSMAN_MONTHS: Final = 24


@frozen(kw_only=True)
class Rights:
    """What the user may still do; ``complaint`` has both readings of the thirty days.

    Of a service that has not ended the times have not begun. ``overcharge`` is what was charged
    beyond the tariff, which is not compensation and is asked back whatever the answer.
    """

    complaint: Deadline | None
    ombudsman_until: dt.date | None
    complaint_open: bool = True
    overcharge: int = 0

    @property
    def damages_open(self) -> bool:
        """Whether damages can still be claimed: in the complaint, and always before a court."""
        return True

    def steps(self) -> tuple[Reason, ...]:
        """Return what else may be done, in words."""
        if self.complaint is None or self.complaint.readings is None:
            complaint = step("right.complaint-later", TIME_TO_COMPLAIN)
        else:
            key = "right.complaint" if self.complaint_open else "right.complaint-passed"
            complaint = step(key, TIME_TO_COMPLAIN, **self.complaint.readings._asdict())
        refund = (step("right.refund", REFUND, over=self.overcharge),) if self.overcharge else ()
        return *refund, complaint, _DAMAGES, self._ombudsman()

    def _ombudsman(self) -> Reason:
        cites = ("UU 25/2009 Pasal 46 ayat (1)", "UU 37/2008 Pasal 24 ayat (3)")
        if self.ombudsman_until is None:
            return step("right.ombudsman", *cites)
        return step("right.ombudsman-until", *cites, until=self.ombudsman_until)


_DAMAGES: Final = step(
    "right.damages",
    "UU 25/2009 Pasal 42 ayat (4)",
    "UU 25/2009 Pasal 48 ayat (4)",
    "UU 25/2009 Pasal 52 ayat (1)",
)


def rights_of(case: Case) -> Rights:
    """Return what the user of an event may still do, on the day that the case is looked at."""
    due, charged = case.event.amount_due, case.event.amount_charged
    over = 0 if due is None or charged is None else max(charged - due, 0)
    if case.ended is None:
        return Rights(complaint=None, ombudsman_until=None, overcharge=over)
    received = case.clock.local(case.ended).date()
    complaint = case.clock.ends(received, COMPLAIN, Side.CITIZEN)
    late = case.on is not None and complaint.status(case.on) is Status.LATE
    return Rights(
        complaint=complaint,
        ombudsman_until=month_later(received, _OMBUDSMAN_MONTHS),
        complaint_open=not late,
        overcharge=over,
    )
