"""Dates as tests write them, and the days of a deadline as they are told."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pst_standards.calendar import deadline

SKB = "SKB Menag 1497/2025, Menaker 2/2025, MenPANRB 5/2025"


def day(written: str) -> dt.date:
    return dt.date.fromisoformat(written)


def moment(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)


def told(start: dt.date, duration: str, **options: Any) -> list[tuple[int, str, int | None]]:
    found = deadline(start, duration, **options)
    return [(one.date.day, one.key, one.number) for one in found.reasoning]
