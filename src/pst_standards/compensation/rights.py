"""What stays open whatever the answer: the complaint, damages, the Ombudsman.

No promise of an office and no exclusion in it takes any of these away (UU 25/2009 Pasal 18, 40,
42 and 52); only their own time ends them.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from attrs import frozen

from pst_standards.calendar import Deadline, Status
from pst_standards.calendar.walking import month_later
from pst_standards.compensation.case import Case
from pst_standards.compensation.citizen_time import citizen_time
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

    Of a service that has not ended the times have not begun. Where the reading in working days
    cannot be counted yet, ``complaint`` ends by calendar days, and ``complaint_uncounted_year``
    is the year that the other needs; the complaint stays open then. ``overcharge`` is what was
    charged beyond the tariff, which is not compensation and is asked back whatever the answer.
    """

    complaint: Deadline | None
    ombudsman_until: dt.date | None
    complaint_open: bool = True
    overcharge: int = 0
    complaint_uncounted_year: int | None = None

    @property
    def damages_open(self) -> bool:
        """Whether damages can still be claimed: in an open complaint, always before a court."""
        return True

    def steps(self) -> tuple[Reason, ...]:
        """Return what else may be done, in words."""
        damages = _DAMAGES if self.complaint_open else _DAMAGES_IN_COURT
        refund = (step("right.refund", REFUND, over=self.overcharge),) if self.overcharge else ()
        return *refund, self._complaint(), damages, self._ombudsman()

    def complaint_until(self) -> dict[str, dt.date | None]:
        """Return both readings of the last day to complain; empty while it has not begun.

        >>> Rights(complaint=None, ombudsman_until=None).complaint_until()
        {}
        """
        if self.complaint is None:
            return {}
        if self.complaint.readings is None:
            return {"strict": self.complaint.due, "lenient": None}
        return {**self.complaint.readings._asdict()}

    def _complaint(self) -> Reason:
        until = self.complaint_until()
        if not until:
            return step("right.complaint-later", TIME_TO_COMPLAIN)
        if until["lenient"] is None:
            told = {"strict": until["strict"], "year": str(self.complaint_uncounted_year)}
            return step("right.complaint-uncounted", TIME_TO_COMPLAIN, **told)
        key = "right.complaint" if self.complaint_open else "right.complaint-passed"
        return step(key, TIME_TO_COMPLAIN, **until)

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
_DAMAGES_IN_COURT: Final = step("right.damages-in-court", "UU 25/2009 Pasal 52 ayat (1)")


def rights_of(case: Case) -> Rights:
    """Return what the user of an event may still do, on the day that the case is looked at."""
    due, charged = case.event.amount_due, case.event.amount_charged
    over = 0 if due is None or charged is None else max(charged - due, 0)
    if case.ended is None:
        return Rights(complaint=None, ombudsman_until=None, overcharge=over)
    received = case.clock.local(case.ended).date()
    complaint = citizen_time(case.clock, received, COMPLAIN)
    late = case.on is not None and complaint.status(case.on) is Status.LATE
    return Rights(
        complaint=complaint.ends,
        complaint_uncounted_year=complaint.uncounted_year,
        ombudsman_until=month_later(received, _OMBUDSMAN_MONTHS),
        complaint_open=not late,
        overcharge=over,
    )
