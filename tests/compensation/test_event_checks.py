from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from pst_standards.compensation import check_event

Data = dict[str, Any]
DAY = dt.date(2026, 11, 22)
SOUND: Data = {
    "service": "library",
    "triggers": ["late"],
    "requested_at": "2026-10-05T09:00+07:00",
    "served_at": "2026-10-05T09:10+07:00",
    "finished_at": "2026-10-05T10:00+07:00",
}


def found(**changes: Any) -> list[str]:
    given = {key: value for key, value in {**SOUND, **changes}.items() if value is not None}
    report = check_event(given, as_of=DAY)
    assert report.about == "service-event"
    return [f"{one.message_key} {one.pointer[-1]}" for one in report.findings]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"served_at": None, "finished_at": None},
        {"finished_at": "2026-10-05T09:10+07:00"},
        {"finished_at": "2026-10-05T04:00Z"},
        {"triggers": ["overcharged"], "amount_due": 0, "amount_charged": 1},
    ],
)
def test_a_sound_event_has_no_findings(changes: Data) -> None:
    assert found(**changes) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"finished_at": "2026-10-05T09:05+07:00"}, ["DEF-036 finished_at"]),
        ({"claimed_at": "2026-10-04T09:05+07:00"}, ["DEF-036 claimed_at"]),
        (
            {
                "circumstances": [
                    {"begins_at": "2026-10-05T09:05+07:00", "ends_at": "2026-10-05T09:04+07:00"}
                ]
            },
            ["DEF-036 ends_at"],
        ),
    ],
)
def test_moments_out_of_order_are_told(changes: Data, expected: list[str]) -> None:
    assert found(**changes) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"service": None}, ["DEF-037 service"]),
        ({"triggers": []}, ["DEF-037 triggers"]),
        ({"requested_at": ""}, ["DEF-037 requested_at"]),
        (
            {"triggers": ["overcharged"]},
            ["DEF-037 amount_charged", "DEF-037 amount_due"],
        ),
        ({"triggers": ["slow"]}, ["DEF-017 0"]),
    ],
)
def test_what_an_event_lacks_is_told_once(changes: Data, expected: list[str]) -> None:
    told = [one for one in found(**changes) if not one.startswith("DEF-018")]
    assert sorted(told) == expected


def test_a_record_of_nothing_is_told_once() -> None:
    report = check_event({"format": "pst-service-event/1", "id": "visit"}, as_of=DAY)
    assert [one.message_key for one in report.findings] == ["DEF-037.empty"]
    assert report.form_only
