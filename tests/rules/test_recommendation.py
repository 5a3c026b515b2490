from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.sales import names_government

Check = Callable[..., Report]
Keys = Callable[..., list[str]]


def standard(*items: dict[str, Any], service: str = "recommendation", **more: Any) -> Any:
    return {
        "services": [{"id": service, **more}],
        "standards": [
            {"id": "x"},
            {"id": "y", "service": service, "requirements": {"items": list(items)}},
        ],
    }


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Instansi pemerintah", True),
        ("Kementerian/Lembaga", True),
        ("Lembaga negara", True),
        ("Instansi penyelenggara", True),
        ("Dinas Kominfo", True),
        ("OPD", True),
        ("SKPD", True),
        ("Perangkat daerah", True),
        ("K/L", True),
        ("Penyelenggara statistik sektoral", True),
        ("Government bodies", True),
        ("Ministries", True),
        ("Agencies", True),
        ("Sectoral surveys", True),
        ("Mahasiswa", False),
        ("Akun aplikasi", False),
        ("Kedinasan", False),
        ("Shopdata", False),
    ],
)
def test_government_bodies_are_known_by_their_names(words: str, *, named: bool) -> None:
    assert names_government(words) is named
    assert names_government(words.lower()) is named


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ({"text": "Mengisi formulir FS3"}, True),
        ({"text": "Instansi pemerintah"}, False),
        ({"case": "Bagi instansi pemerintah"}, False),
        ({"document": "Surat dinas"}, False),
        ({"text": {"en": "Government body"}}, False),
    ],
)
def test_requirements_say_for_whom(item: dict[str, Any], *, found: bool, keys: Keys) -> None:
    assert keys(standard(item), "STD-048") == (["STD-048"] if found else [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"users": "Instansi pemerintah"}, False),
        ({"description": "Rekomendasi atas statistik sektoral"}, False),
        ({"users": "Masyarakat umum"}, True),
    ],
)
def test_the_service_may_say_it_instead(more: dict[str, Any], *, found: bool, keys: Keys) -> None:
    assert keys(standard({"text": "FS3"}, **more), "STD-048") == (["STD-048"] if found else [])


def test_the_note_of_the_requirements_counts(keys: Keys) -> None:
    given = standard()
    assert keys(given, "STD-048") == ["STD-048"]
    given["standards"][1]["requirements"]["note"] = "Khusus OPD"
    assert keys(given, "STD-048") == []


def test_the_place_and_the_service_are_named(report: Check) -> None:
    (found,) = report(standard({"text": "FS3"})).of("STD-048")
    assert found.pointer == ("standards", 1, "requirements")
    assert found.params == {"service": "recommendation"}
    assert found.severity is Severity.WARNING


def test_only_recommendations_with_requirements_are_looked_at(report: Check) -> None:
    other = report(standard({"text": "FS3"}, service="library"))
    assert "STD-048" in other.coverage.not_applicable
    without = {
        "services": [{"id": "recommendation"}],
        "standards": [{"id": "y", "service": "recommendation"}],
    }
    assert "STD-048" in report(without).coverage.not_applicable
