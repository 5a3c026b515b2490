from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
GROUPS = ("disability", "elderly", "pregnant", "breastfeeding", "children", "disaster_victims")


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"publications": [{"id": "a", "kind": "accessible_guide"}]}, None),
        ({"publications": [{"id": "b"}, {"id": "a", "title": "Panduan layanan braille"}]}, None),
        ({"publications": [{"id": "a", "text": "Panduan bagi penyandang disabilitas"}]}, None),
        (
            {"publications": [{"id": "a", "title": "Panduan", "text": "Dengan huruf besar"}]},
            None,
        ),
        ({"facilities": [{"id": "a", "name": "Buku braille"}]}, None),
        ({"publications": [{"id": "a", "kind": "standard"}]}, ("publications",)),
        ({"publications": [{"id": "a", "title": "Sarana disabilitas"}]}, ("publications",)),
        ({}, ()),
    ],
)
def test_there_is_an_accessible_guide(
    given: dict[str, Any], pointer: tuple[str, ...] | None, report: Check
) -> None:
    found = report({"stage": "adopted", **given}).of("FAC-015")
    assert [hit.pointer for hit in found] == ([] if pointer is None else [pointer])


COUNTER = {"id": "a", "name": "Loket prioritas"}
RAMP = {"id": "ramp", "name": "Jalur landai"}


def steps(*texts: Any) -> dict[str, Any]:
    numbered = [{"number": place, "text": text} for place, text in enumerate(texts, start=1)]
    return {"standards": [{"id": "x", "procedure": {"steps": numbered}}, {"id": "y"}]}


@pytest.mark.parametrize(
    ("given", "variant", "groups"),
    [
        ({"facilities": [COUNTER | {"groups": list(GROUPS)}]}, None, ()),
        ({"facilities": [COUNTER | {"description": "Bagi kelompok rentan"}]}, None, ()),
        ({"facilities": [{"id": "a", "kind": "priority_counter"}]}, "some", GROUPS),
        ({"facilities": [COUNTER | {"groups": ["elderly"]}]}, "some", GROUPS[:1] + GROUPS[2:]),
        (
            {"facilities": [COUNTER | {"groups": ["elderly"], "description": "Bagi anak"}]},
            "some",
            ("disability", "pregnant", "breastfeeding", "disaster_victims"),
        ),
        ({"facilities": [RAMP]}, "none", None),
        ({"facilities": [RAMP], **steps("Mengambil nomor")}, "none", None),
        ({"facilities": [RAMP], **steps("Masuk", "Kelompok rentan didahulukan")}, None, ()),
        (
            {"facilities": [RAMP], **steps("Lansia didahulukan", "Bayar", "Anak diutamakan")},
            "some",
            ("disability", "pregnant", "breastfeeding", "disaster_victims"),
        ),
        (
            {
                "facilities": [RAMP],
                "standards": [{"id": "x", "facilities": {"note": "Prioritas bagi lansia"}}],
            },
            "some",
            GROUPS[:1] + GROUPS[2:],
        ),
        (
            {
                "facilities": [COUNTER | {"groups": list(GROUPS[:3])}],
                **steps("Ibu menyusui, anak, dan korban bencana didahulukan"),
            },
            None,
            (),
        ),
    ],
)
def test_vulnerable_groups_go_first(
    given: dict[str, Any], variant: str | None, groups: tuple[str, ...] | None, report: Check
) -> None:
    found = report(given).of("RNT-002")
    params = {} if groups is None else {"groups": groups}
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, ("facilities",), params)]
    )


def test_without_a_special_facility_another_rule_speaks(report: Check) -> None:
    found = report({"facilities": [{"id": "a", "name": "Ruang tunggu"}]})
    assert "RNT-002" in found.coverage.not_applicable
    assert found.of("FAC-004")[0].variant == "none"


@pytest.mark.parametrize(
    ("complaints", "variant"),
    [
        ({"assisted": "Pengaduan lisan dicatat petugas"}, None),
        ({"assisted": "-"}, ""),
        ({"text": "Pengaduan melalui surat"}, ""),
        ({"text": "Pengaduan lisan dicatat petugas"}, "proxy"),
        ({"text": "Boleh dengan surat kuasa"}, "spoken"),
        ({"text": "Pengaduan lisan, boleh dengan surat kuasa"}, None),
        ({"text": {"id": "Lisan", "en": "By proxy"}}, None),
        ({"mechanism": {"identity": "Boleh diwakili", "procedure": "Dibantu petugas"}}, None),
        ({"rights": [{"id": "a", "text": "Didampingi"}, {"id": "b", "text": "Diwakili"}]}, None),
        ({"channels": [{"id": "a", "medium": "desk"}]}, "proxy"),
        ({"channels": [{"id": "a", "medium": "phone"}]}, "proxy"),
        ({"channels": [{"id": "a", "medium": "phone", "active": False}]}, ""),
        ({"channels": [{"id": "a", "medium": "box"}]}, ""),
        ({"channels": [{"id": "a", "name": "Pengaduan lisan"}]}, "proxy"),
    ],
)
def test_a_complaint_need_not_be_written(
    complaints: dict[str, Any], variant: str | None, report: Check
) -> None:
    found = report({"complaints": complaints}).of("RNT-003")
    assert [(hit.variant, hit.pointer) for hit in found] == (
        [] if variant is None else [(variant, ("complaints",))]
    )


def test_without_complaints_another_rule_speaks(report: Check) -> None:
    assert "RNT-003" in report({}).coverage.not_applicable


DOCUMENTS = [
    {"id": "dated", "published_on": "2024-01-05"},
    {"id": "of-year", "year": 2024},
    {"id": "undated"},
]


@pytest.mark.parametrize(
    ("facility", "shown"),
    [
        ({"photo": {"taken_on": "2026-01-05"}}, True),
        ({"photo": {"file": "a.jpg"}}, False),
        ({"publications": ["dated"]}, True),
        ({"publications": ["undated", "of-year"]}, True),
        ({"publications": ["undated"]}, False),
        ({"publications": ["nowhere"]}, False),
        ({}, False),
    ],
)
def test_a_special_facility_is_shown(
    facility: dict[str, Any], *, shown: bool, report: Check
) -> None:
    given = {
        "publications": DOCUMENTS,
        "facilities": [RAMP | facility, {"id": "plain", "name": "Toilet"}, COUNTER],
    }
    (found,) = report(given).of("RNT-006")
    expected = ("a",) if shown else ("ramp", "a")
    assert (found.variant, found.pointer) == ("photo", ("facilities",))
    assert dict(found.params) == {"facilities": expected}


def test_plain_facilities_need_no_picture(keys: Keys) -> None:
    assert keys({"facilities": [{"id": "a", "name": "Toilet"}]}, "RNT-006") == []


@pytest.mark.parametrize(
    ("facility", "variant"),
    [
        ({"condition": "light_damage"}, "broken"),
        ({"condition": "heavy_damage"}, "broken"),
        ({"condition": "heavy_damage", "repair": {"activity": "Ganti"}}, "broken"),
        ({"condition": "heavy_damage", "repair": {"starts_on": "2026-01-05"}}, None),
        ({"condition": "heavy_damage", "repair": {"ends_on": "2026-11-22"}}, None),
        ({"condition": "heavy_damage", "repair": {"ends_on": "2026-11-21"}}, "overdue"),
        ({"condition": "under_repair", "repair": {"ends_on": "2026-11-21"}}, "overdue"),
        ({"condition": "under_repair", "repair": {"ends_on": "2026-11-22"}}, None),
        ({"condition": "under_repair", "repair": {"starts_on": "2026-01-05"}}, None),
        ({"condition": "under_repair"}, None),
        ({"condition": "good", "repair": {"ends_on": "2026-11-21"}}, None),
        ({"repair": {"ends_on": "2026-11-21"}}, None),
    ],
)
def test_damage_has_a_day_of_repair(
    facility: dict[str, Any], variant: str | None, report: Check
) -> None:
    found = report({"facilities": [{"id": "x"}, {"id": "y", **facility}]}).of("RNT-006")
    at = {"broken": ("condition",), "overdue": ("repair", "ends_on")}
    params = {"facility": "y"} | ({"on": "2026-11-21"} if variant == "overdue" else {})
    assert [(hit.variant, hit.pointer, dict(hit.params)) for hit in found] == (
        [] if variant is None else [(variant, ("facilities", 1, *at[variant]), params)]
    )


def test_a_deadline_is_judged_on_the_day_of_the_check(report: Check) -> None:
    given = {
        "facilities": [
            {"id": "x", "condition": "under_repair", "repair": {"ends_on": "2026-06-01"}}
        ]
    }
    assert report(given, dt.date(2026, 6, 1)).of("RNT-006") == ()
    assert len(report(given, dt.date(2026, 6, 2)).of("RNT-006")) == 1


def test_a_web_page_is_not_looked_into(report: Check) -> None:
    assert "RNT-008" in report({}).coverage.uncheckable
