from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.definitions.wording import word
from pst_standards.findings import Report
from pst_standards.rules.detectors.equipment import Equipment

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
TOILET = ["Pria dan wanita", "Wastafel", "Sabun", "Air bersih", "Jadwal kebersihan"]
PARKING = ["Roda dua dan roda empat", "Petugas", "Karcis", "CCTV", "Helm", "Kanopi", "Drive thru"]
DESK = ["Petugas", "Meja", "Layar", "Leaflet", "Buku tamu"]


def terms(*items: str) -> dict[str, Any]:
    found = [Equipment(item) for item in items]
    return {
        "missing": tuple(item.id for item in found),
        "missing_en": tuple(item.en for item in found),
    }


def one(name: str, *features: str, **other: Any) -> dict[str, Any]:
    return {
        "facilities": [{"id": "other"}, {"id": "x", "name": name, "features": features}]
    } | other


@pytest.mark.parametrize(
    ("features", "missing"),
    [
        (["Kursi", "AC"], []),
        (["Kursi"], ["cooling"]),
        (["AC"], ["seats"]),
        ([], ["seats", "cooling"]),
        (["Kursi roda", "Tanpa AC"], ["seats", "cooling"]),
    ],
)
def test_a_waiting_room_has_seats_and_cooling(
    features: list[str], missing: list[str], report: Check
) -> None:
    found = report(one("Ruang tunggu", *features)).of("FAC-002")
    assert [(hit.pointer, dict(hit.params)) for hit in found] == (
        [(("facilities", 1), terms(*missing))] if missing else []
    )


def test_rooms_are_read_together(keys: Keys) -> None:
    rooms = [
        {"id": "a", "kind": "waiting_room", "features": ["Kursi"]},
        {"id": "b", "kind": "waiting_room", "description": "Ber-AC"},
    ]
    assert keys({"facilities": rooms}, "FAC-002") == []


@pytest.mark.parametrize("place", range(5))
def test_a_toilet_has_five_items(place: int, report: Check) -> None:
    names = ["men_and_women", "basin", "toiletries", "clean_water", "cleaning_log"]
    left = [item for at, item in enumerate(TOILET) if at != place]
    (found,) = report(one("Toilet", *left)).of("FAC-003")
    assert (found.pointer, dict(found.params)) == (("facilities", 1), terms(names[place]))


def test_a_whole_toilet_is_not_found(keys: Keys) -> None:
    assert keys(one("Toilet", *TOILET), "FAC-003") == []


def test_two_toilets_are_one(keys: Keys) -> None:
    toilets = [
        {"id": "a", "name": "Toilet pria", "features": TOILET[1:]},
        {"id": "b", "name": "Toilet wanita"},
    ]
    assert keys({"facilities": toilets}, "FAC-003") == []


@pytest.mark.parametrize("count", range(8))
def test_parking_is_counted(count: int, report: Check) -> None:
    names = ["wheels_apart", "attendant", "ticket", "cctv", "helmets", "cover", "drive_thru"]
    found = report(one("Parkir", *PARKING[:count])).of("FAC-005")
    expected = {"count": count, "enough": 5, **terms(*names[count:])}
    assert [(hit.pointer, dict(hit.params)) for hit in found] == (
        [(("facilities", 1), expected)] if count < 5 else []
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (one("APAR"), ["first_aid", "evacuation"]),
        (one("Kantin"), ["extinguisher", "first_aid", "evacuation"]),
        (one("Sarana keselamatan", "APAR", "P3K", "Jalur evakuasi"), []),
        (
            one(
                "APAR",
                standards=[
                    {
                        "id": "x",
                        "facilities": {"note": "Kotak P3K"},
                        "safety_guarantee": {"measures": [{"text": "Jalur evakuasi"}]},
                    }
                ],
            ),
            [],
        ),
        (
            one("APAR", standards=[{"id": "x", "safety_guarantee": {"text": "Kotak P3K"}}]),
            ["evacuation"],
        ),
    ],
)
def test_means_of_safety(given: dict[str, Any], missing: list[str], report: Check) -> None:
    found = report(given).of("FAC-006")
    assert [(hit.pointer, dict(hit.params)) for hit in found] == (
        [(("facilities", 1), terms(*missing))] if missing else []
    )


@pytest.mark.parametrize("place", range(5))
def test_a_front_office_has_five_items(place: int, report: Check) -> None:
    names = ["officer", "desk", "screen", "printed", "guest_register"]
    left = [item for at, item in enumerate(DESK) if at != place]
    (found,) = report(one("Front office", *left)).of("FAC-007")
    assert (found.pointer, dict(found.params)) == (("facilities", 1), terms(names[place]))


def test_a_whole_front_office_is_not_found(keys: Keys) -> None:
    assert keys(one("Front office", *DESK), "FAC-007") == []


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ({"role": "front_office"}, False),
        ({"role": "front_office", "count": 2}, False),
        ({"role": "front_office", "count": 0}, True),
        ({"role": "service"}, True),
    ],
)
def test_an_officer_is_one_of_the_staff(group: dict[str, Any], *, found: bool, keys: Keys) -> None:
    given = one("Front office", *DESK[1:], staff={"groups": [{"id": "a", **group}]})
    assert keys(given, "FAC-007") == (["FAC-007"] if found else [])


@pytest.mark.parametrize(
    ("standard", "found"),
    [
        ({"requirements": {"items": [{"text": "Mengisi buku tamu elektronik"}]}}, False),
        ({"procedure": {"steps": [{"number": 1, "text": "Mengisi buku tamu"}]}}, False),
        ({"requirements": {"items": [{"text": "Membawa KTP"}, {}]}}, True),
        ({"procedure": {"steps": [{"number": 1, "text": "Masuk"}]}}, True),
    ],
)
def test_a_guest_book_stands_in_a_standard(
    standard: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    given = one("Front office", *DESK[:4], standards=[{"id": "x", **standard}])
    assert keys(given, "FAC-007") == (["FAC-007"] if found else [])


@pytest.mark.parametrize("rule", ["FAC-002", "FAC-003", "FAC-005", "FAC-006", "FAC-007"])
def test_what_is_not_listed_is_not_asked_about(rule: str, report: Check) -> None:
    assert rule in report(one("Musala")).coverage.not_applicable


def test_what_is_missing_is_said_in_both_languages(report: Check) -> None:
    (found,) = report(one("Ruang tunggu", "Kursi")).of("FAC-002")
    assert word(found, "id")[0] == "Ruang tunggu belum menyebut pendingin atau sirkulasi udara."
    assert word(found, "en")[0] == "The waiting room does not mention cooling or ventilation."


def test_figures_are_found_where_they_stand(report: Check) -> None:
    given = one(
        "Ramp",
        "Kemiringan 1:10",
        "Lebar pintu 80 cm",
        standards=[
            {"id": "x", "facilities": {}},
            {"id": "y", "facilities": {"note": {"id": "Lorong 1 m", "en": "Corridor 1 m"}}},
        ],
    )
    found = report(given).of("FAC-019")
    note = ("standards", 1, "facilities", "note")
    assert [(hit.message_key, hit.pointer, dict(hit.params)) for hit in found] == [
        ("FAC-019.ramp", ("facilities", 1), {"stated": "1:10"}),
        ("FAC-019.door", ("facilities", 1), {"stated": "80 cm"}),
        ("FAC-019.corridor", note, {"stated": "1 m"}),
    ]


def test_figures_without_a_list_are_not_asked_about(report: Check) -> None:
    assert "FAC-019" in report({}).coverage.not_applicable
