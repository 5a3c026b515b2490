from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
WHOLE = {"id": "a", "days": ["monday"], "opens": "08:00", "closes": "15:30"}
BREAK = {"break_start": "12:00", "break_end": "13:00"}


def office(*hours: dict[str, Any]) -> dict[str, Any]:
    return {"office": {"name": "BPS Kabupaten Contoh", "opening_hours": list(hours)}}


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (WHOLE | BREAK, []),
        (WHOLE, ["STD-045.break"]),
        (WHOLE | {"break_start": "12:00"}, ["STD-045.break"]),
        (WHOLE | {"break_end": "13:00"}, ["STD-045.break"]),
        (WHOLE | {"note": "Tanpa istirahat"}, []),
        (WHOLE | {"note": "-"}, ["STD-045.break"]),
        (WHOLE | {"closes": "13:00"}, []),
        (WHOLE | {"closes": "13:01"}, ["STD-045.break"]),
        (WHOLE | {"opens": "12:00"}, []),
        (WHOLE | {"opens": "11:59"}, ["STD-045.break"]),
        (WHOLE | {"opens": "00:00", "closes": "11:00"}, []),
        ({"id": "a", "note": "Buka 24 jam"}, []),
        ({"id": "a"}, ["STD-045.times"]),
        (BREAK | {"id": "a", "days": ["monday"], "opens": "08:00"}, ["STD-045.times"]),
    ],
)
def test_hours_and_breaks_are_told(hours: dict[str, Any], expected: list[str], keys: Keys) -> None:
    assert keys(office(hours), "STD-045") == expected


def test_what_is_missing_is_named(report: Check) -> None:
    sound = WHOLE | BREAK
    (found,) = report(office(sound, {"id": "b", "opens": "08:00"})).of("STD-045")
    assert found.pointer == ("office", "opening_hours", 1)
    assert found.params == {"missing": ("days", "closes")}
    assert found.severity is Severity.NOTE
    (found,) = report(office({"id": "b", "days": ["monday"], "closes": "15:00"})).of("STD-045")
    assert found.params == {"missing": ("opens",)}


def test_each_set_of_hours_is_looked_at(report: Check) -> None:
    found = report(office(WHOLE, WHOLE | {"id": "b"} | BREAK, WHOLE | {"id": "c"})).of("STD-045")
    assert [hit.pointer for hit in found] == [("office", "opening_hours", at) for at in (0, 2)]
    assert [hit.params for hit in found] == [{}, {}]


def test_a_note_on_some_hours_says_nothing_of_the_next(report: Check) -> None:
    found = report(office(WHOLE | {"note": "Tanpa istirahat"}, WHOLE | {"id": "b"})).of("STD-045")
    assert [hit.pointer for hit in found] == [("office", "opening_hours", 1)]


def test_an_office_without_hours_is_told_once(report: Check) -> None:
    (found,) = report(office()).of("STD-045")
    assert found.pointer == ("office",)
    assert found.variant == "none"


def test_without_an_office_nobody_asks(report: Check) -> None:
    assert "STD-045" in report({"standards": [{"id": "x"}]}).coverage.not_applicable


RAMADAN = {"valid_from": "2026-02-19", "valid_until": "2026-03-20"}


def test_hours_of_a_period_stand_beside_the_usual_ones(keys: Keys) -> None:
    usual, ramadan = WHOLE | BREAK, WHOLE | BREAK | RAMADAN | {"id": "b", "closes": "15:00"}
    for on in (dt.date(2026, 3, 2), dt.date(2026, 11, 22)):
        assert keys(office(usual, ramadan), "STD-045", as_of=on) == []


def test_hours_of_a_time_that_is_over_are_not_asked_for_more(keys: Keys) -> None:
    over = {"id": "b", "opens": "08:00"} | RAMADAN
    assert keys(office(WHOLE | BREAK, over), "STD-045", as_of=dt.date(2026, 3, 20)) == [
        "STD-045.times"
    ]
    assert keys(office(WHOLE | BREAK, over), "STD-045", as_of=dt.date(2026, 3, 21)) == []


@pytest.mark.parametrize(
    ("period", "on", "expected"),
    [
        (RAMADAN, dt.date(2026, 2, 18), ["STD-045.period"]),
        (RAMADAN, dt.date(2026, 2, 19), []),
        (RAMADAN, dt.date(2026, 3, 20), []),
        (RAMADAN, dt.date(2026, 3, 21), ["STD-045.period"]),
        ({"valid_from": "2026-03-21"}, dt.date(2026, 3, 20), ["STD-045.period"]),
        ({"valid_from": "2026-03-21"}, dt.date(2030, 1, 1), []),
        ({"valid_until": "2026-03-21"}, dt.date(2020, 1, 1), []),
    ],
)
def test_some_hours_hold_on_the_day(
    period: dict[str, str], on: dt.date, expected: list[str], keys: Keys
) -> None:
    assert keys(office(WHOLE | BREAK | period), "STD-045", as_of=on) == expected


def test_a_period_ends_after_it_begins(report: Check) -> None:
    wrong = WHOLE | {"id": "b", "valid_from": "2027-03-09", "valid_until": "2027-02-08"}
    (found,) = report(office(WHOLE | BREAK, wrong)).of("STD-045")
    assert found.variant == "reversed"
    assert found.pointer == ("office", "opening_hours", 1)
    assert found.params == {"first": "2027-03-09", "last": "2027-02-08"}
    one_day = WHOLE | BREAK | {"valid_from": "2026-11-22", "valid_until": "2026-11-22"}
    assert report(office(one_day)).of("STD-045") == ()
