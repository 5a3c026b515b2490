"""Complaints as the forms of the desk bring them, and how far they went."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.complaints import ComplaintError, Step
from pst_standards.complaints.desk import Desk

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "complaints"
NAME = "Zubaedah Qomariyah"
AT = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
FORM: dict[str, Any] = {
    "channel": "complaint_desk",
    "filed_at": AT.isoformat(),
    "service": "consultation",
    "served_on": "2026-03-09",
    "text": "Antrean tiga jam",
    "loss": "Ongkos",
    "request": "Data diserahkan",
    "place": "Meja pengaduan",
    "signed": True,
}


def form(**more: Any) -> dict[str, Any]:
    return {**FORM, "reporter": {"name": NAME, "address": "Jalan Contoh 1"}, **more}


def key_of(call: Any) -> str:
    with pytest.raises(ComplaintError) as refused:
        call()
    return refused.value.key


def ready(desk: Desk, **more: Any) -> str:
    number = desk.file(form(**more)).number
    desk.issue_receipt(number)
    desk.advance(number, "T03", {"handler": {"officer": "A2"}})
    desk.advance(number, Step.CLASSIFY, {"complaint_class": "ordinary"})
    return number
