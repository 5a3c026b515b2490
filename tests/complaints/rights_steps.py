"""Steps to the moments at which a right may be broken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.calendar import default_calendar
from pst_standards.complaints import Case, ComplaintError

Live = Callable[..., Case]
READY = ("issue_receipt", "review", "classify", "declare_complete")
FOLLOWED = (*READY, "begin_follow_up")
DELIVERED = (*FOLLOWED, "decide", "deliver")
EXAMINED = (
    "issue_receipt",
    "review",
    ("classify", {"complaint_class": "supervisory"}),
    "declare_complete",
    "begin_examination",
)
HEARING = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
REPORTER = ("hear", {"party": "reporter", "record": "BAP-P"})
CALENDAR = default_calendar()
NAME = "Zubaedah Qomariyah"


def asked(kind: str) -> tuple[str, dict[str, Any]]:
    return ("request", {"id": "r9", "kind": kind})


def refusal_of(call: Callable[[], Any]) -> str:
    with pytest.raises(ComplaintError) as refused:
        call()
    return refused.value.key
