from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
DAY = dt.date(2026, 11, 22)
MECHANISM = {"mechanism": {"handlers": "Petugas pengaduan"}}


def channels(*media: str | None, **more: Any) -> dict[str, Any]:
    given = [{"id": f"c{n}", "medium": medium, **more} for n, medium in enumerate(media)]
    return {"channels": given}


def office(complaints: dict[str, Any], stage: str = "adopted") -> dict[str, Any]:
    return {"stage": stage, "complaints": complaints}


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        (["box"], ["PGD-003.online"]),
        (["box", "desk", "letter"], ["PGD-003.online"]),
        (["email"], ["PGD-003.offline"]),
        (
            ["phone", "sms", "whatsapp", "email", "web", "lapor", "social_media"],
            ["PGD-003.offline"],
        ),
        (["box", "email"], []),
        (["letter", "phone"], []),
        (["desk", "lapor"], []),
        ([None], []),
        (["box", None], []),
        ([], []),
    ],
)
def test_people_can_complain_at_the_office_and_from_afar(
    media: list[str | None], expected: list[str], keys: Keys, report: Check
) -> None:
    given = {"complaints": channels(*media)}
    assert keys(given, "PGD-003") == expected
    for found in report(given).of("PGD-003"):
        assert found.pointer == ("complaints", "channels")


def test_a_closed_channel_is_no_way_to_complain(keys: Keys) -> None:
    given = channels("box")["channels"] + [{"id": "mail", "medium": "email", "active": False}]
    assert keys({"complaints": {"channels": given}}, "PGD-003") == ["PGD-003.online"]


def test_no_channel_is_left_to_another_rule(report: Check) -> None:
    asked = report({"complaints": MECHANISM})
    assert {"PGD-003", "PGD-004", "PGD-009"} <= set(asked.coverage.not_applicable)


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [
        (channels("box", "lapor"), []),
        (channels("box", "email"), ["PGD-004"]),
        (channels("web", name="SP4N-LAPOR!"), []),
        (channels("web", value="https://www.lapor.go.id"), []),
        (channels("sms", value="1708"), []),
        (channels("desk", name="Lapor ke petugas"), ["PGD-004"]),
        (channels("box") | {"text": "Atau melalui aplikasi LAPOR!"}, []),
        (channels("box") | {"mechanism": {"procedure": "Juga lewat SP4N."}}, []),
        (channels("box") | {"mechanism": {"procedure": "Dicatat."}}, ["PGD-004"]),
        ({"channels": [{"id": "a", "medium": "lapor", "active": False}]}, []),
    ],
)
def test_the_national_system_is_one_of_the_channels(
    complaints: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys({"complaints": complaints}, "PGD-004") == expected


def test_a_closed_channel_to_the_national_system_is_none(report: Check) -> None:
    lapor = {"id": "lapor", "medium": "lapor", "active": False}
    given = {"complaints": {"channels": [*channels("box")["channels"], lapor]}}
    (found,) = report(given).of("PGD-004")
    assert found.pointer == ("complaints",)


@pytest.mark.parametrize(("text", "expected"), [("Lewat SP4N-LAPOR!", []), ("Kotak", ["PGD-004"])])
def test_a_standard_may_name_the_national_system(
    text: str, expected: list[str], keys: Keys
) -> None:
    standards = [{"id": "a", "complaint_handling": {"text": text}}]
    given = {"complaints": channels("box"), "standards": standards}
    assert keys(given, "PGD-004") == expected


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ({"url": "https://webapps.bps.go.id/pengaduan"}, []),
        ({"url": "webapps.bps.go.id/pengaduan"}, []),
        ({"url": "https://bps.go.id"}, []),
        ({"url": "https://bps.go.id.example.com"}, ["PGD-005.host"]),
        ({"url": "https://notbps.go.id"}, ["PGD-005.host"]),
        ({"url": "-"}, ["PGD-005.missing"]),
        ({"url": "…", "text": "Buka webapps.bps.go.id/pengaduan"}, []),
        ({}, ["PGD-005.missing"]),
        ({"text": "Laporkan melalui aplikasi"}, ["PGD-005.missing"]),
        ({"text": "Laporkan lewat https://webapps.bps.go.id/pengaduan"}, []),
        ({"text": "Laporkan lewat wbs@bps.go.id"}, ["PGD-005.missing"]),
        ({"conditions": ["Diisi pada webapps.bps.go.id"]}, []),
    ],
)
def test_whistleblowing_leads_to_bps(
    system: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys({"complaints": {"whistleblowing": system}}, "PGD-005") == expected


def test_a_finding_on_whistleblowing_points_at_what_is_there(report: Check) -> None:
    (none,) = report({"complaints": MECHANISM}).of("PGD-005")
    assert (none.pointer, none.variant) == (("complaints",), "missing")
    given = {"complaints": {"whistleblowing": {"text": "Aplikasi"}}}
    (silent,) = report(given).of("PGD-005")
    assert silent.pointer == ("complaints", "whistleblowing")
    given = {"complaints": {"whistleblowing": {"url": "https://example.com"}}}
    (elsewhere,) = report(given).of("PGD-005")
    assert elsewhere.pointer == ("complaints", "whistleblowing", "url")
    assert elsewhere.params == {"url": "https://example.com"}


def test_a_list_of_channels_alone_is_not_asked_about_teams(report: Check) -> None:
    asked = report(office(channels("box", "email")))
    assert {"PGD-005", "PGD-008", "PGD-009"} <= set(asked.coverage.not_applicable)


@pytest.mark.parametrize(
    ("decree", "expected"),
    [
        (None, ["PGD-008.missing"]),
        ({}, ["PGD-008.missing"]),
        ({"number": "-"}, ["PGD-008.missing"]),
        ({"place": "Contoh"}, ["PGD-008.missing"]),
        ({"number": "3 Tahun 2026"}, []),
        ({"date": "2026-01-05"}, []),
        ({"title": "Tim pengaduan"}, []),
        ({"number": "3", "valid_until": "2026-11-22"}, []),
        ({"number": "3", "valid_until": "2026-11-21"}, ["PGD-008.expired"]),
        ({"valid_until": "2026-11-21"}, ["PGD-008.missing"]),
    ],
)
def test_the_team_has_a_decree_in_force(
    decree: dict[str, Any] | None, expected: list[str], keys: Keys
) -> None:
    stated = {} if decree is None else {"decree": decree}
    assert keys(office(MECHANISM | stated), "PGD-008") == expected


def test_the_team_of_whistleblowing_needs_a_decree_of_its_own(report: Check) -> None:
    decree = {"number": "3 Tahun 2025", "valid_until": "2025-12-31"}
    given = office({"decree": {"number": "3"}, "whistleblowing": {"text": "WBS"}})
    (missing,) = report(given).of("PGD-008")
    assert (missing.pointer, missing.variant) == (("complaints", "whistleblowing"), "missing")
    assert missing.params == {"part": "whistleblowing"}
    given = office({"decree": {"number": "3"}, "whistleblowing": {"decree": decree}})
    (expired,) = report(given).of("PGD-008")
    assert expired.pointer == ("complaints", "whistleblowing", "decree", "valid_until")
    assert expired.params == {"part": "whistleblowing", "until": "2025-12-31"}
    found = report(office(MECHANISM | {"whistleblowing": {}})).of("PGD-008")
    assert {(one.pointer, one.params["part"]) for one in found} == {
        (("complaints",), "complaints"),
        (("complaints", "whistleblowing"), "whistleblowing"),
    }


def test_a_decree_alone_is_enough_to_be_asked_about(report: Check) -> None:
    given = office({"decree": {"number": "3", "valid_until": "2026-01-01"}})
    (found,) = report(given).of("PGD-008")
    assert found.pointer == ("complaints", "decree", "valid_until")


def test_a_decree_is_judged_on_the_day_of_the_check(keys: Keys) -> None:
    given = office(MECHANISM | {"decree": {"number": "3", "valid_until": "2025-12-31"}})
    assert keys(given, "PGD-008", as_of=dt.date(2025, 12, 31)) == []
    assert keys(given, "PGD-008", as_of=dt.date(2026, 1, 1)) == ["PGD-008.expired"]


def looked_after(*given: dict[str, Any]) -> dict[str, Any]:
    listed = [{"id": f"c{n}"} | one for n, one in enumerate(given)]
    return office(MECHANISM | {"channels": listed})


OWNED = {"owner": "Petugas pengaduan"}
LATELY = {"checked_on": "2026-11-15"}


def test_channels_without_owner_or_date_are_named_together(report: Check) -> None:
    given = looked_after(
        OWNED | LATELY, LATELY, OWNED, {"active": False}, {"owner": "-", "medium": "email"}
    )
    owner, unchecked = report(given).of("PGD-009")
    assert (owner.variant, owner.pointer) == ("owner", ("complaints", "channels"))
    assert owner.params == {"channels": ("c1", "c4"), "count": 2}
    assert (unchecked.variant, unchecked.pointer) == ("unchecked", ("complaints", "channels"))
    assert unchecked.params == {"channels": ("c2", "c4"), "count": 2}


@pytest.mark.parametrize(
    ("medium", "day", "expected"),
    [
        ("box", "2026-11-15", []),
        ("box", "2026-11-14", ["PGD-009.box"]),
        ("box", "2026-11-23", []),
        ("email", "2025-01-01", []),
    ],
)
def test_a_box_is_opened_once_a_week(
    medium: str, day: str, expected: list[str], keys: Keys
) -> None:
    given = looked_after(OWNED | {"medium": medium, "checked_on": day})
    assert keys(given, "PGD-009") == expected


def test_a_box_that_was_not_opened_is_pointed_at(report: Check) -> None:
    given = looked_after(OWNED | LATELY, OWNED | {"medium": "box", "checked_on": "2026-11-02"})
    (found,) = report(given).of("PGD-009")
    assert found.pointer == ("complaints", "channels", 1, "checked_on")
    assert found.params == {"channel": "c1", "on": "2026-11-02", "days": 20}


def test_a_box_out_of_use_need_not_be_opened(keys: Keys) -> None:
    shut = {"medium": "box", "checked_on": "2026-01-01", "active": False}
    assert keys(looked_after(OWNED | LATELY, shut), "PGD-009") == []


@pytest.mark.parametrize("rule", ["PGD-008", "PGD-009"])
def test_teams_and_owners_are_not_asked_of_a_draft(rule: str, keys: Keys) -> None:
    given = {"complaints": MECHANISM | channels("box")}
    assert keys(given | {"stage": "draft"}, rule) == []
    assert keys(given | {"stage": "adopted"}, rule) != []
