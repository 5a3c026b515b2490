"""PUB-002, PUB-004 and PUB-006: within reach, in enough media, readable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity

Check = Callable[..., Report]


def adopted(*publications: dict[str, Any]) -> dict[str, Any]:
    listed = [{"id": f"p{place}", **one} for place, one in enumerate(publications)]
    return {"stage": "adopted", "publications": listed}


def told(report: Report, rule: str) -> list[Any]:
    assert report.coverage.failed == ()
    return [(hit.variant, hit.pointer, dict(hit.params)) for hit in report.of(rule)]


def at(place: int) -> tuple[str, int]:
    return ("publications", place)


@pytest.mark.parametrize(
    ("publications", "expected"),
    [
        ([{"kind": "maklumat", "media": ["board"]}], []),
        ([{"kind": "maklumat", "url": "https://contoh.go.id"}], []),
        ([{"kind": "maklumat", "reachable": True}], []),
        ([{"kind": "maklumat"}], [("nowhere", at(0), {"part": "maklumat"})]),
        (
            [{"kind": "maklumat", "media": ["website"], "reachable": False}],
            [("closed", at(0), {"part": "maklumat"})],
        ),
        (
            [{"kind": "maklumat", "reachable": False}, {"kind": "maklumat"}],
            [("nowhere", at(0), {"part": "maklumat"})],
        ),
        (
            [
                {"kind": "page"},
                {"kind": "maklumat", "reachable": False},
                {"kind": "maklumat", "media": ["board"]},
            ],
            [],
        ),
        ([{"kind": "page"}], []),
        (
            [{"kind": "page", "parts": ["performance", "standards"], "reachable": False}],
            [
                ("closed", at(0), {"part": "performance"}),
                ("closed", at(0), {"part": "standards"}),
            ],
        ),
    ],
)
def test_a_part_is_open(publications: list[Any], expected: list[Any], report: Check) -> None:
    found = report(adopted(*publications))
    assert sorted(told(found, "PUB-002"), key=str) == expected
    severities = {hit.variant: hit.severity for hit in found.of("PUB-002")}
    assert severities.get("closed", Severity.ERROR) is Severity.ERROR
    assert severities.get("nowhere", Severity.WARNING) is Severity.WARNING


STANDARD = {"kind": "standard"}


@pytest.mark.parametrize(
    ("publications", "expected"),
    [
        ([STANDARD], [("few", ("publications",), {"count": 0})]),
        (
            [{**STANDARD, "media": ["website", "website"]}],
            [("few", ("publications",), {"count": 1})],
        ),
        ([{**STANDARD, "media": ["sippn"]}], [("few", ("publications",), {"count": 1})]),
        ([{**STANDARD, "media": ["sippn", "website"]}], []),
        ([{**STANDARD, "media": ["sippn"]}, {**STANDARD, "media": ["board"]}], []),
        (
            [{**STANDARD, "media": ["website", "print"]}],
            [("sippn", ("publications",), {"media": ("print", "website")})],
        ),
        (
            [{**STANDARD, "media": ["sippn"]}, {"kind": "maklumat", "media": ["board"]}],
            [("few", ("publications",), {"count": 1})],
        ),
        ([{**STANDARD, "media": ["print"], "url": "https://SIPPN.menpan.go.id/1"}], []),
        (
            [{**STANDARD, "media": ["print"], "url": "https://contoh.go.id/1"}],
            [("sippn", ("publications",), {"media": ("print", "website")})],
        ),
        ([{"kind": "page", "parts": ["standards"], "media": ["sippn", "board"]}], []),
        ([{"kind": "page", "standards": ["s"], "media": ["sippn", "board"]}], []),
    ],
)
def test_standards_stand_in_two_media(
    publications: list[Any], expected: list[Any], report: Check
) -> None:
    found = report(adopted(*publications))
    assert told(found, "PUB-004") == expected
    assert "PUB-004" in found.coverage.checked


@pytest.mark.parametrize(
    "publications",
    [[], [{"kind": "page"}], [{"kind": "tariff", "standards": ["s"], "media": ["website"]}]],
)
def test_what_shows_no_standard_is_not_counted(publications: list[Any], report: Check) -> None:
    assert "PUB-004" in report(adopted(*publications)).coverage.not_applicable


SCAN = {"kind": "maklumat", "readable": False, "media": ["website"]}
TEXT = {"kind": "maklumat", "readable": True, "media": ["website"]}


@pytest.mark.parametrize(
    ("publications", "pictures"),
    [
        ([SCAN], [0]),
        ([{**SCAN, "readable": True}], []),
        ([{"kind": "maklumat", "media": ["website"]}], []),
        ([{**SCAN, "media": []}], [0]),
        ([{**SCAN, "media": ["print", "board"]}], []),
        ([{**SCAN, "media": ["print", "website"]}], [0]),
        ([{**SCAN, "text": "Kami sanggup"}], []),
        ([{**SCAN, "text": "-"}], [0]),
        ([SCAN, TEXT], []),
        ([SCAN, {**TEXT, "readable": None}], [0]),
        ([SCAN, {**TEXT, "kind": "standard"}], [0]),
        ([{**SCAN, "kind": None}, {**TEXT, "kind": None}], [0]),
        ([{**SCAN, "year": 2024}, {**TEXT, "year": 2024}], []),
        ([{**SCAN, "year": 2024}, {**TEXT, "year": 2025}], [0]),
        ([{**SCAN, "period": "I"}, {**TEXT, "period": "II"}], [0]),
        ([{**SCAN, "standards": ["a"]}, {**TEXT, "standards": ["b"]}], [0]),
        ([{**SCAN, "standards": ["a", "b"]}, {**TEXT, "standards": ["b", "a"]}], []),
    ],
)
def test_a_publication_can_be_read(
    publications: list[Any], pictures: list[int], report: Check
) -> None:
    given = [{key: one[key] for key in one if one[key] is not None} for one in publications]
    assert told(report(adopted(*given)), "PUB-006") == [
        ("image", (*at(place), "readable"), {"publication": f"p{place}"}) for place in pictures
    ]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://contoh.bps.go.id/layanan", False),
        ("http://contoh.go.id", False),
        ("contoh.bps.go.id/layanan?id=1#a", False),
        (" contoh.go.id ", False),
        ("#", True),
        ("-", True),
        ("lihat situs web", True),
        ("bps3399@bps.go.id", True),
        ("contoh", True),
    ],
)
def test_an_address_could_lead_somewhere(url: str, *, found: bool, report: Check) -> None:
    expected = [("link", (*at(0), "url"), {"url": url})] if found else []
    assert told(report(adopted({"kind": "page", "url": url})), "PUB-006") == expected


@pytest.mark.parametrize(
    ("publications", "closed"),
    [
        ([{"kind": "page", "reachable": False}], [0]),
        ([{"kind": "page", "reachable": True}], []),
        # PUB-002 reports a part that nobody can reach.
        ([{"kind": "maklumat", "reachable": False}], []),
        ([{"kind": "maklumat", "reachable": False}, {"kind": "maklumat"}], [0]),
        ([{"kind": "maklumat", "reachable": False}, {"kind": "standard"}], []),
    ],
)
def test_a_closed_publication_is_told(
    publications: list[Any], closed: list[int], report: Check
) -> None:
    assert told(report(adopted(*publications)), "PUB-006") == [
        ("closed", (*at(place), "reachable"), {"publication": f"p{place}"}) for place in closed
    ]


def test_a_draft_is_asked_to_be_readable_and_no_more(report: Check) -> None:
    draft = adopted({**SCAN, "kind": "standard"}) | {"stage": "draft"}
    found = report(draft).of("PUB-002", "PUB-004", "PUB-006")
    assert [hit.message_key for hit in found] == ["PUB-006.image"]
    assert {"PUB-002", "PUB-006"} <= set(report({"stage": "adopted"}).coverage.not_applicable)
