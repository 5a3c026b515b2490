from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.rules.detectors.cash import takes_cash

Check = Callable[..., Report]
CASH = "Membayar tunai kepada bendahara"


@pytest.mark.parametrize(
    "words",
    [
        CASH,
        "Membayar tunai kepada bendahara atau melalui transfer bank",
        "Pembayaran secara TUNAI di loket",
        "tunai/non tunai",
        "Pembayaran tunai maupun nontunai",
        "Menyerahkan uang kepada petugas",
        "Petugas menerima uang dan membuat kuitansi",
        "Membayarkan sejumlah uang",
        "Pays in cash to the treasurer",
        "Nontunai dianjurkan. Tunai diterima di kasir",
        "Membayar\nPays cash",
    ],
)
def test_cash_for_the_office_is_found(words: str) -> None:
    assert takes_cash(words)


@pytest.mark.parametrize(
    "words",
    [
        "Pembayaran nontunai",
        "Pembayaran non tunai",
        "Pembayaran non-tunai",
        "Tidak menerima tunai",
        "Pembayaran tunai tidak dilayani",
        "Membayar tanpa uang tunai",
        "Membayar tunai di bank dengan kode billing",
        "Menyetor tunai melalui teller",
        "Tunai melalui pos persepsi",
        "Membayar dengan kode billing",
        "Cashless payment",
        "Payment by non-cash means",
        "No cash",
        "Pays without cash",
        "Uang muka",
        "Tunaikan kewajiban",
        "",
    ],
)
def test_other_ways_to_pay_are_left_alone(words: str) -> None:
    assert not takes_cash(words)


def standard(**components: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x", **components}]}


def steps(*given: Any, **more: Any) -> dict[str, Any]:
    texts = [{"text": step} if isinstance(step, str) else step for step in given]
    return {"procedure": {"steps": texts, **more}}


PAID: dict[str, Any] = {"fee": {"kind": "pnbp", "instrument": "PP 13/2024"}}


@pytest.mark.parametrize(
    ("components", "pointer"),
    [
        ({**PAID, **steps("Datang", CASH)}, ("procedure", "steps", 1)),
        (
            {
                **PAID,
                **steps({"text": "Memilih", "branches": [{"then": "Pulang"}, {"then": CASH}]}),
            },
            ("procedure", "steps", 0, "branches", 1),
        ),
        ({**PAID, **steps("Datang", note=CASH)}, ("procedure", "note")),
        ({"fee": {"kind": "pnbp", "text": CASH}}, ("fee", "text")),
        (
            {"fee": {"kind": "pnbp", "items": [{"text": "Peta"}, {"text": CASH}]}},
            ("fee", "items", 1),
        ),
        (
            {**PAID, "requirements": {"items": [{"text": "Surat"}, {"text": CASH}]}},
            ("requirements", "items", 1),
        ),
    ],
)
def test_cash_is_found_wherever_it_stands(
    components: dict[str, Any], pointer: tuple[Any, ...], report: Check
) -> None:
    found = report(standard(**components)).of("STD-029")
    assert [(hit.pointer, dict(hit.params)) for hit in found] == [
        (("standards", 0, *pointer), {"text": CASH})
    ]


@pytest.mark.parametrize(
    ("given", "applies"),
    [
        (standard(**PAID), True),
        (standard(fee={"items": [{"amount": 10}]}), True),
        (standard(fee={"kind": "free"}), False),
        (standard(fee={"kind": "zero_rupiah"}), False),
        (standard(fee={"kind": "free", "items": [{"kind": "pnbp", "case": "Swasta"}]}), True),
        (standard(), False),
        (standard(service="library"), False),
        (standard(service="product-sales"), True),
        (standard(service="product-sales", fee={"text": "Sesuai PP 13/2024"}), True),
        (standard(service="product-sales", fee={"text": "Tidak dipungut biaya"}), False),
        (standard(service="product-sales", fee={"text": "Tidak gratis"}), True),
        (standard(service="product-sales", fee={"text": "Gratis, kecuali data mikro"}), True),
        (standard(service="product-sales", fee={"kind": "free"}), False),
        (standard(service="product-sales", fee={"kind": "zero_rupiah"}), False),
        (standard(fee={"text": "Sesuai PP 13/2024"}), False),
    ],
)
def test_only_state_revenue_goes_to_the_treasury(
    given: dict[str, Any], applies: bool, report: Check
) -> None:
    given["standards"][0] |= steps(CASH)
    found = report(given)
    assert bool(found.of("STD-029")) is applies
    assert ("STD-029" in found.coverage.not_applicable) is not applies


def test_only_the_paid_standard_is_looked_at(report: Check) -> None:
    free = {"id": "a", "fee": {"kind": "free"}, **steps(CASH)}
    paid = {"id": "b", **PAID, **steps(CASH, "Selesai", CASH)}
    found = report({"standards": [free, paid, {"id": "c"}]}).of("STD-029")
    assert [hit.pointer for hit in found] == [
        ("standards", 1, "procedure", "steps", 0),
        ("standards", 1, "procedure", "steps", 2),
    ]
