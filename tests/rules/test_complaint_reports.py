from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
LEAD = "Sepanjang tahun 2025 kantor menerima dua belas pengaduan melalui empat saluran. "


def report_on(text: str | None, title: str = "Laporan pengaduan", **more: Any) -> dict[str, Any]:
    stated = {"id": "r", "kind": "complaint_report", "title": title, "text": text, **more}
    return {key: value for key, value in stated.items() if value is not None}


def published(*publications: dict[str, Any], **more: Any) -> dict[str, Any]:
    listed = [one | {"id": f"p{n}"} for n, one in enumerate(publications)]
    return {"publications": listed, **more}


def long(text: str) -> str:
    return f"{text} ".ljust(200, ".")


@pytest.mark.parametrize(
    ("title", "rule", "other"),
    [("Laporan pengaduan", "LAP-001", "WBS-006"), ("Laporan WBS 2025", "WBS-006", "LAP-001")],
)
def test_chapters_that_are_missing_are_named(
    title: str, rule: str, other: str, report: Check
) -> None:
    text = long("Rekapitulasi bulanan dan kendala.")
    given = report(published({"kind": "page", "text": text}, report_on(text, title)))
    (found,) = given.of(rule)
    assert found.pointer == ("publications", 1, "text")
    assert found.params == {"numbers": (2, 4), "count": 2}
    assert given.of(other) == ()
    assert other in given.coverage.not_applicable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (long("Rekap, tindak lanjut, kendala dan solusi, evaluasi"), []),
        ("Rekap".ljust(199, "."), []),
        ("Rekap".ljust(200, "."), ["LAP-001"]),
        ("." * 200, ["LAP-001"]),
    ],
)
def test_only_a_text_of_some_length_is_a_report(text: str, expected: list[str], keys: Keys) -> None:
    assert keys(published(report_on(text)), "LAP-001") == expected


@pytest.mark.parametrize("title", ["Laporan WBS", None])
def test_a_report_without_text_is_not_judged(title: str | None, report: Check) -> None:
    given = report_on(None) | ({"title": title} if title else {})
    asked = report(published(given)).coverage
    assert {"LAP-001", "LAP-007", "LAP-009", "WBS-006"} <= set(asked.not_applicable)


def test_a_report_without_title_is_one_on_complaints(keys: Keys) -> None:
    given = report_on(long("Rekap"))
    del given["title"]
    assert keys(published(given), "LAP-001", "WBS-006") == ["LAP-001"]


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("Dua belas pengaduan selesai.", []),
        ("Pengaduan dari pelapor bernama Budi selesai.", ["name"]),
        ("Dihubungi melalui 0812-0000-0000.", ["contact"]),
        ("Dihubungi melalui nama.contoh@example.com.", ["contact"]),
        ("Diterima melalui bps3399@bps.go.id.", []),
        ("Nomor tiket: L-3399/092026/AB12.", ["code"]),
        (
            "Nomor tiket: L-3399/092026/AB12 dari pelapor bernama Budi, 0812-0000-0000.",
            ["name", "contact", "code"],
        ),
    ],
)
def test_a_report_gives_nobody_away(text: str, variants: list[str], report: Check) -> None:
    found = report(published(report_on(text))).of("LAP-007")
    assert [one.variant for one in found] == variants
    assert {one.pointer for one in found} <= {("publications", 0, "text")}


@pytest.mark.parametrize(
    "more",
    [
        {"office": {"whatsapp": "0812-0000-0000", "email": "pst@example.com"}},
        {"office": {"phone": "+62 812 0000 0000", "email": "pst@example.com"}},
        {
            "complaints": {
                "channels": [
                    {"id": "a", "medium": "whatsapp", "value": "081200000000"},
                    {"id": "b", "medium": "email", "value": "PST@example.com"},
                ]
            }
        },
        {"complaints": {"responsible": {"phone": "081200000000", "email": "pst@example.com"}}},
    ],
)
def test_the_contacts_of_the_office_may_stand_in_a_report(more: dict[str, Any], keys: Keys) -> None:
    text = "Diterima melalui 0812-0000-0000 dan pst@example.com."
    assert keys(published(report_on(text), **more), "LAP-007") == []
    assert keys(published(report_on(text)), "LAP-007") == ["LAP-007.contact"]


def test_contacts_are_counted(report: Check) -> None:
    text = "0812-0000-0001, 0812-0000-0002, satu@example.com, bps3399@bps.go.id, 081200000001"
    (found,) = report(published(report_on(text))).of("LAP-007")
    assert found.params == {"count": 3}


def test_names_in_a_report_on_whistleblowing_are_left_to_its_rule(keys: Keys) -> None:
    given = published(report_on("Pelapor bernama Budi, 0812-0000-0000.", "Laporan WBS"))
    assert keys(given, "LAP-007", "WBS-001") == ["LAP-007.contact", "WBS-001"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 95% selesai tepat waktu.", ["LAP-009"]),
        ("Sebanyak 95 persen selesai tepat waktu menurut hari kerja.", []),
        ("Semua selesai tepat waktu.", []),
        ("Sebanyak 95% selesai.", []),
    ],
)
def test_a_share_on_time_tells_its_days(
    text: str, expected: list[str], keys: Keys, report: Check
) -> None:
    given = published(report_on(LEAD + text))
    assert keys(given, "LAP-009") == expected
    for found in report(given).of("LAP-009"):
        assert found.pointer == ("publications", 0, "text")


def test_other_publications_are_no_reports(keys: Keys) -> None:
    text = long("Rekap 95% tepat waktu dari pelapor bernama Budi, 0812-0000-0000")
    given = published(report_on(text, kind="page"), report_on(text, kind=None))
    assert keys(given, "LAP-001", "LAP-007", "LAP-009", "WBS-006") == []
