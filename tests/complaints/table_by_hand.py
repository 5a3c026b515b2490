"""The table of steps as a smaller model of it, written by hand.

The model knows the states of the table as text; it shares nothing with the code but the names of
the steps.
"""

from __future__ import annotations

import datetime as dt

from pst_standards.calendar import default_calendar
from pst_standards.complaints import profile_on

START = dt.datetime.fromisoformat("2026-01-05T09:00+08:00")
OPEN = {
    *("received", "reviewed", "awaiting_completion", "assigned", "followed_up"),
    *("examined", "decided", "delivered", "reopened"),
}
TERMINAL = {"closed", "transferred", "archived", "withdrawn", "deemed_withdrawn"}
MOVES: dict[str, tuple[set[str], str]] = {
    "issue_receipt": ({"received"}, ""),
    "review": ({"received"}, "reviewed"),
    "classify": ({"reviewed"}, ""),
    "declare_incomplete": ({"reviewed"}, "awaiting_completion"),
    "complete": ({"awaiting_completion"}, "reviewed"),
    "lapse": ({"awaiting_completion"}, "deemed_withdrawn"),
    "declare_complete": ({"reviewed"}, "assigned"),
    "transfer": ({"received", "reviewed"}, "transferred"),
    "refer": ({"received", "reviewed"}, "transferred"),
    "archive": ({"reviewed"}, "archived"),
    "begin_follow_up": ({"assigned"}, "followed_up"),
    "begin_examination": ({"assigned"}, "examined"),
    "hear_separately": ({"examined"}, ""),
    "hand_over": (OPEN | TERMINAL, ""),
    "decide": ({"followed_up", "examined"}, "decided"),
    "deliver": ({"decided"}, "delivered"),
    "accept": ({"delivered"}, "closed"),
    "object": ({"delivered"}, "reopened"),
    "close_unanswered": ({"delivered"}, "closed"),
    "rework": ({"reopened"}, "?"),
    "withdraw": (OPEN, "withdrawn"),
    "escalate": (OPEN, ""),
    "open_track": (OPEN | TERMINAL, ""),
    "request": (OPEN | TERMINAL, ""),
    "hear": (OPEN, ""),
    "carry_out": (OPEN, ""),
    "announce": (OPEN, ""),
    "report_conflict": (OPEN, ""),
    "reassign": (OPEN - {"received"}, ""),
}
CLASSES = ["supervisory", "ordinary", "aspiration", "information"]
OFFICERS = ["A1", "A2", "A3", "A4", "B1"]
CALENDAR = default_calendar()
PROFILE = profile_on(START.date())
NOTICE = {"means": "email"}


def working(start: dt.date, number: int) -> dt.date:
    """Count working days one by one, with no help but the list of days off."""
    day = start
    while number:
        day += dt.timedelta(days=1)
        number -= CALENDAR.off(day) is None
    return day
