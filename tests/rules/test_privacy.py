from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
NIK = "NIK 3399014101900001"
MECHANISM = {"mechanism": {"identity": "Nama dan alamat pengadu"}}


@pytest.mark.parametrize(
    ("given", "pointers"),
    [
        ({"complaints": {"text": NIK}}, [("complaints", "text")]),
        (
            {"complaints": {"mechanism": {"identity": f"Contoh: {NIK}"}}},
            [("complaints", "mechanism", "identity")],
        ),
        (
            {"publications": [{"id": "a"}, {"id": "b", "text": {"en": NIK}}]},
            [("publications", 1, "text")],
        ),
        ({"publications": [{"id": "a", "title": NIK}]}, [("publications", 0, "title")]),
        ({"complaints": {"text": "NIK terdiri atas 16 angka"}}, []),
        ({"maklumat": {"pledge": NIK}}, []),
    ],
)
def test_no_identity_number_is_published(
    given: dict[str, Any], pointers: list[tuple[str | int, ...]], report: Check
) -> None:
    assert [found.pointer for found in report(given).of("PRV-003")] == pointers


def test_the_number_itself_is_never_repeated(report: Check) -> None:
    (found,) = report({"complaints": {"text": NIK}}).of("PRV-003")
    assert found.params == {}


def test_without_texts_there_is_nothing_to_look_at(report: Check) -> None:
    asked = report({"complaints": {}, "maklumat": {"pledge": "Kami sanggup"}}).coverage
    assert {"PRV-003", "WBS-004"} <= set(asked.not_applicable)
    assert "PRV-003" in report({"complaints": {"text": "Ada"}}).coverage.checked
    assert "PRV-003" in report({"publications": [{"id": "a", "title": "B"}]}).coverage.checked


@pytest.mark.parametrize(
    ("complaints", "expected"),
    [
        (MECHANISM, ["PRV-007"]),
        (MECHANISM | {"retention": {}}, ["PRV-007"]),
        (MECHANISM | {"retention": {"value": 24}}, ["PRV-007"]),
        (MECHANISM | {"retention": {"unit": "month"}}, ["PRV-007"]),
        (MECHANISM | {"retention": {"value": 24, "unit": "month"}}, []),
        (MECHANISM | {"text": "Identitas dihapus 2 tahun setelah putusan."}, []),
        (MECHANISM | {"text": "Dimusnahkan menurut jadwal retensi arsip."}, []),
        (MECHANISM | {"text": "Identitas disimpan."}, ["PRV-007"]),
        ({"form": [{"id": "a", "kind": "identity"}]}, ["PRV-007"]),
        ({"channels": [{"id": "a", "medium": "box"}]}, []),
    ],
)
def test_it_is_set_how_long_identities_are_kept(
    complaints: dict[str, Any], expected: list[str], keys: Keys, report: Check
) -> None:
    given = {"stage": "adopted", "complaints": complaints}
    assert keys(given, "PRV-007") == expected
    for found in report(given).of("PRV-007"):
        assert found.pointer == ("complaints",)
    assert keys(given | {"stage": "draft"}, "PRV-007") == []


@pytest.mark.parametrize("given", [{"stage": "adopted"}, {"stage": "adopted", "complaints": {}}])
def test_whoever_keeps_nothing_is_not_asked(given: dict[str, Any], report: Check) -> None:
    assert "PRV-007" in report(given).coverage.not_applicable
