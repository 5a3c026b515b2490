from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.model import Definition, Fee, FeeItem, ServiceStandard
from pst_standards.model.base import Ident, Rupiah, Text
from pst_standards.rules import check

Check = Callable[..., Report]
Keys = Callable[..., list[str]]


def standard(fee: dict[str, Any], *steps: str, **more: Any) -> dict[str, Any]:
    procedure = {"steps": [{"text": step} for step in steps]}
    return {"standards": [{"id": "x", "fee": fee, "procedure": procedure, **more}]}


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        ({}, ["STD-025"]),
        ({"kind": "pnbp"}, ["STD-025"]),
        ({"text": "Sesuai kesepakatan"}, ["STD-025"]),
        ({"kind": "free"}, []),
        ({"kind": "zero_rupiah"}, []),
        ({"kind": "pnbp", "instrument": "PP 13/2024"}, []),
        ({"kind": "pnbp", "instrument": "-"}, ["STD-025"]),
        ({"text": "Tidak dipungut biaya"}, []),
        ({"text": {"en": "Free of charge"}}, []),
        ({"text": "Rp 10.000,- per judul"}, []),
        ({"text": "Menurut PP 13/2024"}, []),
        ({"items": [{"amount": 0}]}, []),
        ({"items": [{"text": "Gratis"}]}, []),
        ({"items": [{"text": "Publikasi"}]}, ["STD-025"]),
        ({"text": "Tidak gratis"}, ["STD-025"]),
        ({"text": "Tidak gratis, Rp 10.000,- per judul"}, []),
        ({"text": "Gratis bagi mahasiswa"}, []),
        ({"text": "Gratis, kecuali data mikro sesuai PP 21/2022"}, []),
    ],
)
def test_a_fee_says_amount_free_or_tariff(
    fee: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(standard(fee), "STD-025") == expected


@pytest.mark.parametrize(
    ("fee", "step", "expected"),
    [
        ({"kind": "free"}, "Membayar di bendahara", ["STD-026"]),
        ({"kind": "free"}, "Petugas mencetak invoice", ["STD-026"]),
        ({"text": "Tidak dipungut biaya"}, "Pembayaran melalui kode billing", ["STD-026"]),
        ({"kind": "free"}, "Dapat lanjut ke layanan berbayar", []),
        ({"kind": "free"}, "Tidak perlu membayar", []),
        ({"kind": "free"}, "Bila membeli publikasi, membayar di bendahara", []),
        ({"kind": "pnbp"}, "Membayar di bendahara", []),
        ({"kind": "zero_rupiah"}, "Membayar di bendahara", []),
        ({"kind": "free", "items": [{"amount": 500, "unit": "per lembar"}]}, "", ["STD-026.items"]),
        ({"kind": "free", "items": [{"kind": "pnbp"}]}, "", ["STD-026.items"]),
        ({"kind": "free", "items": [{"amount": 0}]}, "", []),
        ({"kind": "free", "items": [{"kind": "free"}]}, "", []),
        ({"kind": "free", "items": [{"kind": "pnbp", "case": "Swasta"}]}, "Membayar", []),
        ({"text": "Tidak gratis"}, "Membayar di bendahara", []),
        ({"text": "Mahasiswa gratis, umum Rp 25.000"}, "Membayar di bendahara", []),
        ({"text": "Gratis, kecuali data mikro"}, "Membayar di bendahara", []),
        ({"kind": "free", "text": "Gratis, kecuali data mikro"}, "Membayar di bendahara", []),
        ({"kind": "free", "text": "Gratis"}, "Membayar di bendahara", ["STD-026"]),
        ({"kind": "free", "text": "Gratis untuk semua"}, "Membayar", ["STD-026"]),
    ],
)
def test_free_means_free(fee: dict[str, Any], step: str, expected: list[str], keys: Keys) -> None:
    assert keys(standard(fee, *filter(None, [step])), "STD-026") == expected


@pytest.mark.parametrize(
    ("fee", "expected"),
    [
        ({"kind": "pnbp"}, ["STD-027"]),
        ({"kind": "pnbp", "instrument": "PP 13/2024"}, []),
        ({"kind": "pnbp", "text": "PNBP menurut PP 13/2024"}, []),
        ({"items": [{"amount": 500}]}, ["STD-027"]),
        ({"items": [{"amount": 500, "instrument": "PP 13/2024"}]}, []),
        ({"items": [{"amount": 500, "instrument": "PP 13/2024"}, {"amount": 9}]}, ["STD-027"]),
        ({"items": [{"amount": 500, "instrument": "PP 13/2024"}, {"amount": 0}]}, []),
        ({"kind": "zero_rupiah"}, []),
    ],
)
def test_a_paid_service_cites_its_tariff(
    fee: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(standard(fee), "STD-027") == expected


def test_the_tariff_may_stand_in_the_legal_basis(keys: Keys) -> None:
    tariff = {"regulations": [{"citation": "PP 13/2024"}]}
    other = {"regulations": [{"citation": "UU 16/1997"}]}
    assert keys(standard({"kind": "pnbp"}, legal_basis=tariff), "STD-027") == []
    assert keys(standard({"kind": "pnbp"}, legal_basis=other), "STD-027") == ["STD-027"]


def test_rules_of_paid_services_do_not_apply_to_free_ones(report: Check) -> None:
    skipped = report(standard({"kind": "free"})).coverage.not_applicable
    assert {"STD-027", "STD-028"} <= set(skipped)
    assert "STD-026" in report(standard({"kind": "pnbp"})).coverage.not_applicable


@pytest.mark.parametrize(
    ("item", "fee", "expected"),
    [
        ({"amount": 10000}, {}, ["STD-028.unit"]),
        ({"amount": 10000, "unit": "-"}, {}, ["STD-028.unit"]),
        ({"amount": 10000, "unit": "judul"}, {}, []),
        ({"amount": 10000, "text": "Publikasi per judul"}, {}, []),
        ({"amount": 0}, {}, []),
        ({"text": "Publikasi"}, {"kind": "pnbp"}, ["STD-028.amount"]),
        ({"text": "Publikasi", "kind": "pnbp"}, {}, ["STD-028.amount"]),
        ({"text": "Publikasi"}, {"kind": "pnbp", "instrument": "PP 13/2024"}, []),
        ({"text": "Publikasi", "instrument": "PP 13/2024"}, {"kind": "pnbp"}, []),
        ({"text": "Rp5.000 per lembar"}, {"kind": "pnbp"}, []),
        ({"text": "Menurut PP 13/2024"}, {"kind": "pnbp"}, []),
        ({"text": "Publikasi", "kind": "free"}, {"kind": "pnbp"}, []),
        ({"text": "Publikasi"}, {}, []),
    ],
)
def test_an_amount_is_complete(
    item: dict[str, Any], fee: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(standard({**fee, "items": [item]}), "STD-028") == expected


def test_a_negative_amount_built_in_python_is_found(day: dt.date) -> None:
    item = FeeItem(amount=Rupiah(-1), unit=Text("per judul"))
    standard = ServiceStandard(id=Ident("x"), fee=Fee(items=(item,)))
    found = check(Definition(standards=(standard,)), as_of=day).of("STD-028")
    assert [hit.message_key for hit in found] == ["STD-028.negative"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rp 10.000,-", ["STD-027"]),
        ("Gratis untuk mahasiswa, Rp 10.000 untuk umum", ["STD-027"]),
        ("Rp 10.000 sesuai PP 13/2024", []),
        ("Rp 0", []),
        ("Tidak dipungut biaya", []),
    ],
)
def test_a_price_in_words_needs_its_instrument_too(
    text: str, found: list[str], keys: Callable[..., list[str]]
) -> None:
    assert keys({"standards": [{"id": "a", "fee": {"text": text}}]}, "STD-027") == found
