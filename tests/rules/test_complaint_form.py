from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
WHOLE = ("identity", "description", "loss", "request", "place_and_time")


def form(*fields: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    given = [{"kind": one} if isinstance(one, str) else one for one in fields]
    listed = [{"id": f"f{n}"} | one for n, one in enumerate(given)]
    return {"complaints": {"form": listed, **more}}


def test_a_whole_form_asks_for_all_parts(keys: Keys) -> None:
    assert keys(form(*WHOLE), "PGD-025") == []


@pytest.mark.parametrize(
    ("left_out", "letters"),
    [
        (("identity",), ("a",)),
        (("description",), ("b",)),
        (("loss",), ("b",)),
        (("description", "loss"), ("b",)),
        (("request",), ("c",)),
        (("place_and_time",), ("d",)),
        (("identity", "request"), ("a", "c")),
        (WHOLE, ("a", "b", "c", "d")),
    ],
)
def test_a_part_that_is_not_asked_for_is_named(
    left_out: tuple[str, ...], letters: tuple[str, ...], report: Check
) -> None:
    asked = [kind for kind in WHOLE if kind not in left_out]
    (found,) = report(form("service", *asked)).of("PGD-025")
    assert found.pointer == ("complaints", "form")
    assert found.params == {"letters": letters, "missing": left_out, "count": len(letters)}


def test_labels_tell_what_is_asked(keys: Keys) -> None:
    labels = ("Nama dan alamat", "Uraian", "Kerugian", "Penyelesaian", "Tempat dan tanggal")
    assert keys(form(*({"label": label} for label in labels)), "PGD-025") == []
    assert keys(form(*({"label": label} for label in labels[1:])), "PGD-025") == ["PGD-025"]


def test_a_field_that_nobody_understands_may_be_the_missing_one(keys: Keys) -> None:
    assert keys(form("identity", {"label": "Kategori"}), "PGD-025") == []
    assert keys(form("identity", {}), "PGD-025") == []
    assert keys(form("identity", "other"), "PGD-025") == ["PGD-025"]


@pytest.mark.parametrize("kind", [*WHOLE, "contact", "service", "date", "channel", "health"])
def test_what_a_complaint_needs_may_be_required(kind: str, keys: Keys) -> None:
    assert keys(form({"kind": kind, "required": True}), "PGD-028") == []


@pytest.mark.parametrize(
    "kind",
    [
        *("national_id", "birth", "religion", "marital_status", "finance", "crime", "child"),
        *("attachment", "need", "other"),
    ],
)
def test_more_than_needed_wants_a_purpose(kind: str, report: Check) -> None:
    (found,) = report(form("identity", {"kind": kind, "required": True})).of("PGD-028")
    assert found.pointer == ("complaints", "form", 1)
    assert found.params == {"field": "f1", "kind": kind}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"kind": "national_id", "required": True, "purpose": "-"}, ["PGD-028"]),
        ({"kind": "national_id", "required": True, "purpose": "Memeriksa kuasa"}, []),
        ({"kind": "national_id", "required": False}, []),
        ({"kind": "national_id"}, []),
        ({"label": "Nomor KTP", "required": True}, ["PGD-028"]),
        ({"label": "Kategori", "required": True}, []),
        ({"required": True}, []),
    ],
)
def test_only_what_is_required_without_a_purpose_is_found(
    field: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(form(field), "PGD-028") == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"kind": "identity", "label": "Nama (atau tulis Anonim)"}, ["PGD-029"]),
        ({"label": 'Nama, isi "anonim" bila perlu'}, ["PGD-029"]),
        ({"kind": "identity", "label": {"en": "Name, or anonymous"}}, ["PGD-029"]),
        ({"kind": "identity", "label": "Nama lengkap"}, []),
        ({"kind": "identity"}, []),
        ({"kind": "other", "label": "Pilih: terbuka atau anonim"}, []),
    ],
)
def test_anonymous_is_not_a_name(
    field: dict[str, Any], expected: list[str], keys: Keys, report: Check
) -> None:
    given = form("service", field)
    assert keys(given, "PGD-029") == expected
    for found in report(given).of("PGD-029"):
        assert found.pointer == ("complaints", "form", 1)
        assert found.params == {"field": "f1"}


def test_specific_data_need_an_impact_assessment(report: Check) -> None:
    given = form("child", "crime", {"label": "Nomor rekening"}, "health", "identity")
    (found,) = report(given).of("PRV-006")
    assert found.pointer == ("complaints", "form")
    assert found.params == {"kinds": ("health", "finance", "crime", "child")}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (form("finance"), ["PRV-006"]),
        (form("finance", impact_assessment="-"), ["PRV-006"]),
        (form("finance", impact_assessment="Nomor 2 Tahun 2026"), []),
        (form("identity", "religion", "national_id", "need"), []),
    ],
)
def test_general_data_need_none(given: dict[str, Any], expected: list[str], keys: Keys) -> None:
    assert keys(given, "PRV-006") == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"kind": "health"}, ["PRV-010"]),
        ({"kind": "health", "purpose": "Menyiapkan kursi roda"}, ["PRV-010"]),
        ({"label": "Jenis disabilitas"}, ["PRV-010"]),
        ({"kind": "health", "label": "Kebutuhan khusus"}, []),
        ({"kind": "need", "label": "Butuh kursi roda"}, []),
        ({"label": "Kebutuhan khusus saat dilayani"}, []),
    ],
)
def test_needs_are_asked_for_and_not_health(
    field: dict[str, Any], expected: list[str], keys: Keys, report: Check
) -> None:
    given = form("identity", field)
    assert keys(given, "PRV-010") == expected
    for found in report(given).of("PRV-010"):
        assert found.pointer == ("complaints", "form", 1)
        assert found.params == {"field": "f1"}


@pytest.mark.parametrize("given", [{}, {"complaints": {}}, {"complaints": {"text": "Ada"}}])
def test_without_a_form_nothing_is_asked(given: dict[str, Any], report: Check) -> None:
    rules = {"PGD-025", "PGD-028", "PGD-029", "PRV-006", "PRV-010"}
    assert rules <= set(report(given).coverage.not_applicable)
