"""A breach of data is told in 72 hours to both, with three things in the notice."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pst_standards.complaints.breach_checks import check_data_breach
from pst_standards.findings import Pointer

FULL = {"data": "Nama", "how": "Salah kirim", "handling": "Ditarik"}


def notice(to: str, at: str = "2026-03-03T09:00+07:00", **changed: Any) -> dict[str, Any]:
    return {"to": to, "at": at, **FULL, **changed}


def found(
    *notices: dict[str, Any], on: str = "2026-03-04", known: str = "2026-03-02T09:00+07:00"
) -> list[tuple[str, Pointer, Any]]:
    record = {"known_at": known, "notices": list(notices)}
    report = check_data_breach(record, as_of=dt.date.fromisoformat(on))
    assert report.coverage.failed == ()
    hits = report.of("PRV-008")
    told = ((one, one.params.get("to_en") or one.params.get("letters")) for one in hits)
    return [(one.message_key, one.pointer, more) for one, more in told]


def test_the_last_minute_is_the_72nd_hour() -> None:
    both = notice("subjects", "2026-03-05T09:00+07:00"), notice("agency")
    assert found(*both) == []
    late = notice("subjects", "2026-03-05T10:01+08:00")
    assert found(late, both[1]) == [("PRV-008.late", ("notices", 0), "Data subjects")]
    first_in_time = found(late, notice("subjects"), both[1])
    assert first_in_time == []


def test_who_was_not_told_is_named_after_the_day_of_the_limit() -> None:
    assert found(on="2026-03-05") == []
    at = ("known_at",)
    assert found(notice("agency"), on="2026-03-06") == [("PRV-008.untold", at, "Data subjects")]
    assert found(notice("subjects"), on="2026-03-06") == [("PRV-008.untold", at, "Agency")]


def test_a_notice_holds_three_things() -> None:
    bare = {"to": "subjects", "at": "2026-03-03T09:00+07:00"}
    expected = [("PRV-008.content", ("notices", 0), ("a", "b", "c"))]
    assert found(bare, notice("agency")) == expected
    assert found(notice("subjects", how=" "), notice("agency")) == [
        ("PRV-008.content", ("notices", 0), ("b",))
    ]


def test_a_time_without_zone_says_nothing() -> None:
    assert found(known="2026-03-02T09:00", on="2026-05-01") == []
    assert found(notice("subjects", "2026-05-03T09:00"), notice("agency"), on="2026-05-01") == []
