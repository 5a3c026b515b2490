from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given as given_by
from hypothesis import strategies as st

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
DAY = dt.date(2026, 11, 22)
AT = ("facilities", 1, "repair")
ABOUT = {"facility": "x"}


def repaired(repair: dict[str, Any] | None, **facility: Any) -> dict[str, Any]:
    one = {"id": "x", **facility} | ({} if repair is None else {"repair": repair})
    return {"facilities": [{"id": "sound"}, one]}


def dated(announced: str | None, starts: str | None, ends: str | None) -> dict[str, Any]:
    dates = {"announced_on": announced, "starts_on": starts, "ends_on": ends}
    return {key: value for key, value in dates.items() if value}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2026-01-01", "2026-01-31", "2027-02-01"), []),
        (("2026-01-02", "2026-01-31", "2027-02-01"), [("", "announced_on")]),
        (("2026-02-02", "2026-01-31", "2027-02-01"), [("", "announced_on")]),
        ((None, "2026-12-22", "2027-02-01"), []),
        ((None, "2026-12-21", "2027-02-01"), [("unannounced", "")]),
        ((None, "2026-01-01", "2027-02-01"), [("unannounced", "")]),
        (("2026-11-01", None, "2027-02-01"), []),
        (("2026-11-01", "2026-12-20", None), [("end", "")]),
        ((None, None, None), [("end", "")]),
        (("2026-12-01", "2026-12-20", None), [("end", ""), ("", "announced_on")]),
        (("2026-11-01", "2026-12-20", "2026-12-20"), []),
        (("2026-11-01", "2026-12-20", "2026-12-19"), [("order", "ends_on")]),
    ],
)
def test_a_repair_is_announced_in_time(
    dates: tuple[str | None, ...], expected: list[tuple[str, str]], report: Check
) -> None:
    found = report(repaired({"activity": "Pengecatan", **dated(*dates)})).of("FAC-008")
    assert [(hit.variant, hit.pointer) for hit in found] == [
        (variant, (*AT, key) if key else AT) for variant, key in expected
    ]


@pytest.mark.parametrize(
    ("dates", "params"),
    [
        (
            ("2026-12-01", "2026-12-20", "2027-02-01"),
            {"on": "2026-12-01", "from": "2026-12-20", "limit": 30},
        ),
        ((None, "2026-12-20", "2027-02-01"), {"from": "2026-12-20", "limit": 30}),
        (("2026-11-01", "2026-12-20", None), {}),
        (
            ("2026-11-01", "2026-12-20", "2026-12-19"),
            {"from": "2026-12-20", "to": "2026-12-19"},
        ),
    ],
)
def test_what_is_said_of_a_notice(
    dates: tuple[str | None, ...], params: dict[str, Any], report: Check
) -> None:
    (found,) = report(repaired(dated(*dates))).of("FAC-008")
    assert dict(found.params) == ABOUT | params


@given_by(st.dates(), st.integers(-60, 60))
def test_thirty_calendar_days_are_enough(starts: dt.date, days: int) -> None:
    from pst_standards.rules import check

    if starts.toordinal() - days not in range(1, dt.date.max.toordinal()):
        return
    announced = dt.date.fromordinal(starts.toordinal() - days)
    dates = dated(announced.isoformat(), starts.isoformat(), starts.isoformat())
    found = check(repaired(dates), as_of=DAY).of("FAC-008")
    assert bool(found) is (days < 30)


@given_by(st.dates(), st.dates())
def test_no_date_breaks_a_rule(starts: dt.date, ends: dt.date) -> None:
    from pst_standards.rules import check

    dates = dated(None, starts.isoformat(), ends.isoformat())
    for day in (DAY, dt.date.max):
        report = check(repaired(dates, condition="under_repair"), as_of=day)
        assert report.coverage.failed == ()


@pytest.mark.parametrize(
    ("facility", "found"),
    [
        ({"condition": "under_repair"}, True),
        ({"condition": "heavy_damage"}, False),
        ({"condition": "good"}, False),
        ({"condition": "under_repair", "count": 0}, False),
    ],
)
def test_what_is_under_repair_has_a_notice(
    facility: dict[str, Any], *, found: bool, report: Check
) -> None:
    hits = report(repaired(None, **facility)).of("FAC-008")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in hits] == (
        [("none", ("facilities", 1, "condition"), ABOUT)] if found else []
    )


@pytest.mark.parametrize(
    ("repair", "facility"),
    [
        ({"activity": "Perbaikan akibat gempa", "starts_on": "2026-11-22"}, {}),
        ({"starts_on": "2026-11-22"}, {"description": "Rusak karena banjir"}),
    ],
)
def test_nobody_foresees_a_disaster(
    repair: dict[str, Any], facility: dict[str, Any], keys: Keys
) -> None:
    assert keys(repaired(repair, **facility), "FAC-008") == []


@pytest.mark.parametrize(
    ("ends", "condition", "asked"),
    [
        ("2026-11-21", "good", False),
        ("2026-11-22", "good", True),
        ("2026-11-21", "under_repair", True),
        ("2026-11-21", None, True),
        (None, "good", True),
    ],
)
def test_a_repair_that_is_done_is_left_alone(
    ends: str | None, condition: str | None, *, asked: bool, report: Check
) -> None:
    facility = {"condition": condition} if condition else {}
    found = report(repaired(dated("2026-11-01", "2026-11-02", ends), **facility))
    for rule in ("FAC-008", "FAC-009", "FAC-010"):
        assert bool(found.of(rule)) is asked
        assert (rule in found.coverage.not_applicable) is not asked


@pytest.mark.parametrize(
    ("dates", "asked"),
    [
        ((None, "2026-12-22", None), False),
        ((None, "2026-12-21", None), True),
        (("2026-11-01", "2026-12-22", None), True),
        ((None, None, None), True),
        ((None, None, "2027-02-01"), True),
    ],
)
def test_a_repair_that_need_not_be_announced_yet_is_left_alone(
    dates: tuple[str | None, ...], *, asked: bool, report: Check
) -> None:
    found = report(repaired(dated(*dates)))
    for rule in ("FAC-009", "FAC-010"):
        assert bool(found.of(rule)) is asked
    assert ("FAC-008" in found.coverage.not_applicable) is not asked


SIGN: dict[str, Any] = {
    "activity": "Perbaikan toilet",
    "announced_on": "2026-11-01",
    "starts_on": "2027-01-05",
    "responsible": {"name": "Nama Contoh", "address": {"street": "Jalan Contoh Nomor 1"}},
    "channels": ["phone", "sms", "web", "email", "box"],
}


def channels(*media: str) -> dict[str, Any]:
    return {"channels": [{"id": medium, "medium": medium} for medium in media]}


ALL = channels("phone", "sms", "whatsapp", "web", "lapor", "email", "box")


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, None),
        ({"activity": None}, ("activity",)),
        ({"activity": "-"}, ("activity",)),
        ({"starts_on": None}, ("starts_on",)),
        ({"responsible": None}, ("responsible", "address")),
        ({"responsible": {"name": "Nama Contoh"}}, ("address",)),
        ({"responsible": {"name": "Nama Contoh", "address": {}}}, ("address",)),
        ({"responsible": {"name": "Nama Contoh", "address": {"city": "-"}}}, ("address",)),
        ({"responsible": {"name": "Nama Contoh", "address": {"city": "Kota Contoh"}}}, None),
        ({"responsible": {"address": {"city": "Kota Contoh"}}}, ("responsible",)),
        ({"channels": None}, ("channels",)),
        (
            dict.fromkeys(SIGN),
            ("activity", "responsible", "address", "starts_on", "channels"),
        ),
    ],
)
def test_the_sign_is_complete(
    change: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    repair = {key: value for key, value in (SIGN | change).items() if value is not None}
    found = report(repaired(repair) | {"complaints": ALL}).of("FAC-009")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [("", AT, {**ABOUT, "missing": missing})] if missing else []
    )


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        (["phone", "sms", "web", "email", "box"], None),
        (["phone", "whatsapp", "lapor", "email", "box"], None),
        (["box"], ("phone", "sms", "web", "email")),
        (["phone", "sms", "web", "email"], ("box",)),
        (["phone", "nowhere"], None),
        (["phone", "vague"], None),
    ],
)
def test_five_means_stand_on_the_sign(
    named: list[str], missing: tuple[str, ...] | None, report: Check
) -> None:
    known = {"channels": [*ALL["channels"], {"id": "vague"}]}
    found = report(repaired({**SIGN, "channels": named}) | {"complaints": known}).of("FAC-009")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [("channels", (*AT, "channels"), {**ABOUT, "media": missing})] if missing else []
    )


@pytest.mark.parametrize(
    ("repair", "facility", "variant"),
    [
        ({"substitute": "Aula"}, {}, None),
        ({"substitute": "Tidak ada"}, {}, "other"),
        ({"substitute": "-"}, {}, "other"),
        ({"activity": "Pengecatan"}, {}, "other"),
        ({"activity": "Pengecatan"}, {"kind": "front_office"}, "needed"),
        ({"activity": "Pengecatan; pelayanan tetap berjalan"}, {"kind": "front_office"}, None),
        ({"substitute": "Pelayanan dihentikan"}, {}, "stops"),
        ({"activity": "Pelayanan ditutup sementara"}, {}, "stops"),
        ({"activity": "Pelayanan ditutup sementara", "substitute": "Melalui WhatsApp"}, {}, None),
    ],
)
def test_the_service_goes_on(
    repair: dict[str, Any], facility: dict[str, Any], variant: str | None, report: Check
) -> None:
    found = report(repaired(repair, **facility)).of("FAC-010")
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, AT, ABOUT)]
    )


@pytest.mark.parametrize(
    ("items", "variant"), [(["x"], "needed"), (["sound"], "other"), ([], "other")]
)
def test_what_a_standard_uses_needs_a_substitute(
    items: list[str], variant: str, report: Check
) -> None:
    given = repaired({"activity": "Pengecatan"})
    standards = [{"id": "a"}, {"id": "b", "facilities": {"items": items}}]
    (found,) = report(given | {"standards": standards}).of("FAC-010")
    assert found.variant == variant


def used(facility: dict[str, Any], **other: Any) -> dict[str, Any]:
    standards = [
        {"id": "none"},
        {"id": "away", "facilities": {"items": ["sound"]}},
        {"id": "uses", "service": "library", "facilities": {"items": ["sound", "x"]}},
    ]
    return {
        "services": [{"id": "library"}, {"id": "consultation"}],
        "standards": standards,
        "facilities": [{"id": "sound"}, {"id": "x", **facility}],
        **other,
    }


BROKEN = {"condition": "heavy_damage"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (used(BROKEN), True),
        (used({"condition": "under_repair"}), True),
        (used({"condition": "light_damage"}), False),
        (used({"condition": "good"}), False),
        (used({}), False),
        (used(BROKEN | {"repair": {"substitute": "Komputer lain"}}), False),
        (used(BROKEN | {"repair": {"substitute": "Tidak ada"}}), True),
        (used(BROKEN | {"count": 0}), False),
        (used(BROKEN, compensation={"rules": [{"id": "a", "trigger": "late"}]}), True),
        (
            used(BROKEN, compensation={"rules": [{"id": "a", "trigger": "facility_out_of_order"}]}),
            False,
        ),
        (
            used(
                BROKEN,
                compensation={
                    "rules": [
                        {
                            "id": "a",
                            "trigger": "facility_out_of_order",
                            "services": ["consultation"],
                        }
                    ]
                },
            ),
            True,
        ),
        (
            used(
                BROKEN,
                compensation={
                    "rules": [
                        {"id": "a", "trigger": "facility_out_of_order", "services": ["library"]}
                    ]
                },
            ),
            False,
        ),
    ],
)
def test_a_facility_out_of_order_opens_compensation(
    given: dict[str, Any], *, found: bool, report: Check
) -> None:
    hits = report(given).of("FAC-017")
    assert [(hit.pointer, dict(hit.params)) for hit in hits] == (
        [(("facilities", 1, "condition"), {"facility": "x", "standard": "uses"})] if found else []
    )


def test_what_works_is_not_asked_about(report: Check) -> None:
    asked = {"FAC-008", "FAC-009", "FAC-010", "FAC-017"}
    assert asked <= set(report(repaired(None, condition="good")).coverage.not_applicable)
    assert "FAC-017" in report(used(BROKEN)).coverage.checked
