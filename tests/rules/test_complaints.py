from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.model.base import own_names
from pst_standards.model.complaints import ComplaintMechanism

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
PARTS = own_names(ComplaintMechanism)


def channels(*media: str | None, active: bool | None = None) -> list[dict[str, Any]]:
    given = [{"id": f"c{place}", "medium": medium} for place, medium in enumerate(media)]
    return [one if active is None else one | {"active": active} for one in given]


@pytest.mark.parametrize(
    ("media", "expected"),
    [
        ([], ["STD-034.none"]),
        (["box"], ["STD-034.few"]),
        (["desk", "letter", "social_media"], ["STD-034.few"]),
        (["box", "email", "phone"], []),
        (["box", "email", "lapor"], []),
        (["web", "lapor", "email"], ["STD-034.few"]),
        (["sms", "whatsapp", "phone"], ["STD-034.few"]),
        ([None], ["STD-034.few"]),
    ],
)
def test_means_of_complaint_are_counted(
    media: list[str | None], expected: list[str], keys: Keys
) -> None:
    assert keys({"complaints": {"channels": channels(*media)}}, "STD-034") == expected


def test_only_open_channels_count(report: Check) -> None:
    closed = report({"complaints": {"channels": channels("box", "email", "web", active=False)}})
    (found,) = closed.of("STD-034")
    assert found.message_key == "STD-034.none"
    assert found.citations == ("UU 25/2009 Pasal 36 ayat (1)",)
    open_ones = report({"complaints": {"channels": channels("box", "email", "web", active=True)}})
    assert open_ones.of("STD-034") == ()


def test_the_means_that_are_there_are_named(report: Check) -> None:
    (found,) = report({"complaints": {"channels": channels("lapor", "box")}}).of("STD-034")
    assert found.params == {"count": 2, "media": ("box", "web")}
    assert found.pointer == ("complaints", "channels")


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [
        (None, ["STD-035"]),
        ({}, ["STD-035"]),
        ({"responsible": {"phone": "(000) 000000"}}, ["STD-035"]),
        ({"responsible": {"name": "Nama Contoh"}}, ["STD-035.address"]),
        ({"responsible": {"name": "Nama Contoh", "address": {}}}, ["STD-035.address"]),
        ({"responsible": {"name": "Nama", "address": {"street": "-"}}}, ["STD-035.address"]),
        ({"responsible": {"name": "…", "address": {"street": "Jalan"}}}, ["STD-035.name"]),
        ({"responsible": {"name": "Nama Contoh", "address": {"city": "Contoh"}}}, []),
        ({"mechanism": {"contact": "Nama Contoh, Jalan Contoh Nomor 1"}}, []),
    ],
)
def test_somebody_answers_for_complaints(
    complaints: dict[str, Any] | None, expected: list[str], keys: Keys
) -> None:
    given = {} if complaints is None else {"complaints": complaints}
    assert keys(given, "STD-035") == expected


@pytest.mark.parametrize("part", PARTS)
def test_each_part_of_the_mechanism_is_asked_for(part: str, report: Check) -> None:
    mechanism = {name: "Ada dan jelas" for name in PARTS if name != part}
    (found,) = report({"complaints": {"mechanism": mechanism}}).of("PGD-006")
    assert found.params["missing"] == (part,)
    assert found.params["letters"] == (chr(ord("a") + PARTS.index(part)),)
    assert found.pointer == ("complaints", "mechanism")


@pytest.mark.parametrize(("given", "pointer"), [({}, ()), ({"complaints": {}}, ("complaints",))])
def test_without_a_mechanism_all_ten_parts_are_missing(
    given: dict[str, Any], pointer: tuple[str, ...], report: Check
) -> None:
    (found,) = report(given).of("PGD-006")
    assert (found.params["count"], found.pointer) == (10, pointer)


@pytest.mark.parametrize(
    ("handling", "expected"),
    [
        ({"time_limit": {"value": 14, "unit": "day"}}, []),
        ({"time_limit": {"value": 14}}, ["PGD-007.time_limit"]),
        ({"time_limit": {"unit": "day"}}, ["PGD-007.time_limit"]),
        ({"text": "Dijawab dalam 14 hari kerja"}, []),
        ({"text": "Dijawab segera"}, ["PGD-007.time_limit"]),
        ({"steps": [{"time": {"value": 3, "unit": "day"}}]}, []),
        ({"steps": [{"text": "Dijawab paling lama 3 hari"}]}, []),
        ({"steps": [{"text": "Dijawab"}]}, ["PGD-007.time_limit"]),
        ({"channels": ["c0"], "text": "14 hari"}, []),
        ({"channels": ["other"], "text": "14 hari"}, ["PGD-007.channel"]),
        ({"channels": ["other", "c0"], "text": "14 hari"}, []),
    ],
)
def test_the_component_names_channel_and_time(
    handling: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    standards = [{"id": "x", "complaint_handling": handling}]
    given = {"complaints": {"channels": channels("box")}, "standards": standards}
    assert keys(given, "PGD-007") == expected


def test_the_clocks_of_the_office_serve_every_standard(keys: Keys) -> None:
    clocks = [{"id": "answer", "within": {"value": 14, "unit": "day"}}]
    complaints = {"channels": channels("box"), "clocks": clocks}
    standards = [{"id": "x", "complaint_handling": {"text": "Ditangani"}}]
    assert keys({"complaints": complaints, "standards": standards}, "PGD-007") == []


def test_without_any_channel_the_component_leads_nowhere(keys: Keys) -> None:
    given = {"standards": [{"id": "x", "complaint_handling": {"text": "14 hari"}}]}
    assert keys(given, "PGD-007") == ["PGD-007.channel"]
