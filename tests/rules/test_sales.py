from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.model import Fee, FeeItem, FeeKind, ServiceStandard
from pst_standards.model.base import Text
from pst_standards.rules.detectors.finding import LONGEST, finder, flat, line_of
from pst_standards.rules.detectors.sales import (
    asks_abstraction,
    asks_agreement,
    asks_tax_number,
    names_private,
    sells_restricted,
)
from pst_standards.rules.selling import is_charged, is_paid, is_sold, sale_of
from pst_standards.rules.services import ServiceKind

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
ONLINE = {"channels": ["online"]}
PAID = {"kind": "pnbp", "instrument": "PP 13/2024"}


def sale(
    *items: dict[str, Any],
    fee: dict[str, Any] | None = None,
    service: dict[str, Any] | None = None,
    **more: Any,
) -> dict[str, Any]:
    standard = {"id": "y", "service": "product-sales", "requirements": {"items": list(items)}}
    priced = {} if fee is None else {"fee": fee}
    return {
        "services": [{"id": "product-sales"} | (service or {})],
        "standards": [{"id": "x"}, standard | priced | more],
    }


def test_texts_are_joined_on_one_line() -> None:
    assert flat("Data\n mikro", None, Text("Peta", "Map"), Text(None, "Book")) == (
        "Data mikro Peta Map Book"
    )
    assert flat() == flat(None) == ""
    assert len(flat(*("x" * 20_000 for _ in range(4)))) == LONGEST


def test_one_text_is_put_on_one_line_however_long() -> None:
    assert line_of(None) == ""
    assert line_of(Text("Data\n mikro", "Micro  data")) == "Data mikro Micro data"
    assert line_of(Text("kata  " * 300)) == " ".join(["kata"] * 300)
    assert line_of(Text("a  " * 200, "b  " * 200)).split() == ["a"] * 200 + ["b"] * 200


def test_a_finder_does_not_mind_the_case() -> None:
    found = finder("tunai|kas")
    assert [found(words) for words in ("TUNAI", "kas", "bank", "")] == [True, True, False, False]


@pytest.mark.parametrize(
    ("item", "charged"),
    [
        (FeeItem(kind=FeeKind.PNBP), True),
        (FeeItem(kind=FeeKind.FREE, amount=5), False),
        (FeeItem(amount=5), True),
        (FeeItem(amount=0), False),
        (FeeItem(), False),
    ],
)
def test_a_line_takes_money(item: FeeItem, *, charged: bool) -> None:
    assert is_charged(item) is charged
    assert is_paid(Fee(items=(FeeItem(), item))) is charged
    assert is_paid(Fee(kind=FeeKind.PNBP, items=(item,)))


def test_what_is_sold_is_of_sales_or_takes_money() -> None:
    paid = ServiceStandard(id="s", fee=Fee(kind=FeeKind.PNBP))
    free = ServiceStandard(id="s", fee=Fee(kind=FeeKind.FREE))
    assert is_sold(paid, None)
    assert not is_sold(free, ServiceKind.LIBRARY)
    assert not is_sold(ServiceStandard(id="s"), None)
    assert is_sold(free, ServiceKind.SALES)


@pytest.mark.parametrize(
    ("fee", "paid", "zero"),
    [
        (Fee(kind=FeeKind.PNBP), True, None),
        (Fee(kind=FeeKind.FREE, text=Text("Tarif nol rupiah")), False, None),
        (Fee(kind=FeeKind.ZERO_RUPIAH), False, ()),
        (Fee(text=Text("Nol rupiah")), False, ()),
        (Fee(text=Text("Rp 10.000 per judul")), True, None),
        (Fee(text=Text("Dikenakan tarif PNBP")), True, None),
        (Fee(text=Text("Layanan berbayar")), True, None),
        (Fee(text=Text("Dikenai tarif")), True, None),
        (Fee(kind=FeeKind.FREE, text=Text("Rp 10.000")), False, None),
        (Fee(text=Text("Tidak dipungut biaya")), False, None),
        (
            Fee(items=(FeeItem(amount=5), FeeItem(kind=FeeKind.ZERO_RUPIAH))),
            True,
            ("items", 1),
        ),
        (Fee(items=(FeeItem(text=Text("Zero-rupiah")), FeeItem(kind=FeeKind.ZERO_RUPIAH))), False,
         ("items", 0)),
        (Fee(items=(FeeItem(kind=FeeKind.FREE, text=Text("nol rupiah")),)), False, None),
        (None, False, None),
    ],
)  # fmt: skip
def test_what_is_paid_and_what_is_at_zero(
    fee: Fee | None, *, paid: bool, zero: tuple[str | int, ...] | None
) -> None:
    found = sale_of(ServiceStandard(id="s", fee=fee), ("standards", 7), ServiceKind.SALES)
    assert found.paid is paid
    assert found.zero == (None if zero is None else ("standards", 7, "fee", *zero))
    assert found.kind is ServiceKind.SALES


@pytest.mark.parametrize(
    ("words", "restricted"),
    [
        ("Penjualan data mikro", True),
        ("Mikrodata", True),
        ("Microdata", True),
        ("micro data", True),
        ("raw data", True),
        ("Peta digital", True),
        ("Peta wilkerstat", True),
        ("Shape file", True),
        ("shapefile", True),
        ("Digital maps", True),
        ("Publikasi", False),
        ("Peta jalan", False),
        ("Data makro", False),
    ],
)
def test_restricted_goods_are_known(words: str, *, restricted: bool) -> None:
    assert sells_restricted(words) is restricted


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("SPPD", True),
        ("perjanjian penggunaan data", True),
        ("pernyataan tentang penggunaan data", True),
        ("persetujuan atas penggunaan", True),
        ("kesepakatan penggunaan", True),
        ("surat perjanjian", True),
        ("surat pernyataan", True),
        ("perjanjian bermeterai", True),
        ("perjanjian materai", True),
        ("data-use agreement", True),
        ("data use agreement", True),
        ("agreement on the use", True),
        ("agreement on use", True),
        ("surat permohonan", False),
        ("SPPDX", False),
    ],
)
def test_an_agreement_is_known(words: str, *, asked: bool) -> None:
    assert asks_agreement(words) is asked


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("abstraksi", True),
        ("Abstrak penelitian", True),
        ("abstract", True),
        ("proposal", True),
        ("tujuan penggunaan data", True),
        ("rencana penggunaan", True),
        ("purpose of the use", True),
        ("purpose of use", True),
        ("tujuan", False),
        ("buku tamu", False),
    ],
)
def test_an_abstract_is_known(words: str, *, asked: bool) -> None:
    assert asks_abstraction(words) is asked


def test_tax_numbers_and_private_users_are_known() -> None:
    for words in ("NPWP", "nomor wajib pajak", "Taxpayer number", "tax number", "tax id"):
        assert asks_tax_number(words)
    assert not asks_tax_number("pajak")
    for words in ("Swasta", "umum", "perorangan", "perseorangan", "badan usaha", "perusahaan"):
        assert names_private(words)
    for words in ("masyarakat", "Private bodies", "the public", "company", "companies"):
        assert names_private(words)
    assert names_private("individuals")
    assert not names_private("instansi pemerintah")
    assert not names_private("publications")


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (sale({"text": "Akun"} | ONLINE, fee=PAID), True),
        (sale({"text": "Akun"} | ONLINE), True),
        (sale({"text": "NPWP bila swasta"} | ONLINE, fee=PAID), False),
        (sale({"text": "Nomor pajak", "document": "NPWP"} | ONLINE, fee=PAID), False),
        (sale({"text": "Akun", "case": "NPWP"} | ONLINE, fee=PAID), False),
        (sale({"text": "Akun"} | ONLINE, fee={"kind": "zero_rupiah"}), False),
        (sale({"text": "Akun"} | ONLINE, fee={"kind": "free"}), False),
        (sale({"text": "Akun"}, fee=PAID), False),
        (sale({"text": "Akun", "channels": ["in_person"]}, fee=PAID), False),
        (sale({"text": "Akun"}, fee=PAID, service={"channels": ["online"]}), True),
        (sale({"text": "Akun"}, fee=PAID, service={"channels": ["in_person"]}), False),
        (
            sale(
                {"text": "Akun", "channels": ["in_person"]},
                fee=PAID,
                service={"channels": ["online"]},
            ),
            False,
        ),
        (sale({"text": "Akun"}, fee=PAID, procedure={"steps": [{"text": "a"} | ONLINE]}), True),
        (sale({"text": "A"} | ONLINE, fee=PAID, service={"users": "Instansi pemerintah"}), False),
        (sale({"text": "A"} | ONLINE, fee=PAID, service={"users": "Masyarakat umum"}), True),
        (sale({"text": "A"} | ONLINE, fee=PAID, service={"users": "Pemerintah, swasta"}), True),
        (sale({"text": "A"} | ONLINE, fee=PAID, service={"users": "Semua"}), True),
    ],
)
def test_private_buyers_online_are_asked_for_their_tax_number(
    given: dict[str, Any], *, found: bool, keys: Keys
) -> None:
    assert keys(given, "STD-049") == (["STD-049"] if found else [])


def test_the_missing_tax_number_is_told_at_the_requirements(report: Check) -> None:
    (found,) = report(sale({"text": "Akun"} | ONLINE, fee=PAID)).of("STD-049")
    assert found.pointer == ("standards", 1, "requirements")
    assert found.params == {"service": "product-sales"}
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (sale({"text": "Data mikro: SPPD dan abstraksi"}), []),
        (sale({"text": "Data mikro: abstraksi"}), ["STD-050.agreement"]),
        (sale({"text": "Data mikro: SPPD"}), ["STD-050.abstraction"]),
        (sale({"text": "Data mikro"}), ["STD-050.abstraction", "STD-050.agreement"]),
        (sale({"text": "Publikasi"}), []),
        (
            sale({"text": "Publikasi"}, title="Penjualan Data Mikro"),
            ["STD-050.abstraction", "STD-050.agreement"],
        ),
        (
            sale({"text": "Akun"}, product={"items": [{"text": "Peta digital"}]}),
            ["STD-050.abstraction", "STD-050.agreement"],
        ),
        (
            sale({"text": "Akun"}, product={"note": "Peta digital"}),
            ["STD-050.abstraction", "STD-050.agreement"],
        ),
        (
            sale({"text": "Akun"}, fee={"kind": "pnbp", "items": [{"text": "Data mikro"}]}),
            ["STD-050.abstraction", "STD-050.agreement"],
        ),
        (
            sale({"text": "Akun"}, fee={"kind": "pnbp", "text": "Data mikro"}),
            ["STD-050.abstraction", "STD-050.agreement"],
        ),
        (
            sale({"text": "Data mikro"}, procedure={"steps": [{"text": "SPPD dan abstraksi"}]}),
            [],
        ),
        (
            sale(
                {"text": "Data mikro"},
                procedure={
                    "note": "Abstraksi diperiksa",
                    "steps": [{"text": "a", "branches": [{"when": "b", "then": "SPPD"}]}],
                },
            ),
            [],
        ),
        (
            sale(
                {"text": "Data mikro"},
                procedure={"steps": [{"branches": [{"when": "Abstraksi dan SPPD sesuai"}]}]},
            ),
            [],
        ),
    ],
)
def test_restricted_data_come_with_agreement_and_abstract(
    given: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(given, "STD-050") == expected


def test_the_note_of_requirements_counts(keys: Keys) -> None:
    given = sale({"text": "Data mikro"})
    given["standards"][1]["requirements"]["note"] = "SPPD, abstraksi, dan NPWP"
    assert keys(given, "STD-050") == []


def test_each_standard_of_sales_is_looked_at(report: Check) -> None:
    given = sale({"text": "Publikasi"} | ONLINE, fee=PAID)
    given["standards"].append(
        sale({"text": "Data mikro"} | ONLINE, fee=PAID)["standards"][1] | {"id": "z"}
    )
    found = report(given)
    assert {hit.pointer[1] for hit in found.of("STD-050")} == {2}
    assert [hit.pointer[1] for hit in found.of("STD-049")] == [1, 2]


def test_a_service_that_is_not_declared_is_open_to_private_buyers(keys: Keys) -> None:
    given = sale({"text": "Akun"} | ONLINE, fee=PAID)
    del given["services"]
    assert keys(given, "STD-049") == ["STD-049"]
    given["standards"][1]["requirements"]["items"] = [{"text": "Akun"}]
    assert keys(given, "STD-049") == []


def test_what_restricted_data_lack_is_told_at_the_requirements(report: Check) -> None:
    found = report(sale({"text": "Data mikro"})).of("STD-050")
    assert {hit.pointer for hit in found} == {("standards", 1, "requirements")}
    assert {hit.severity for hit in found} == {Severity.WARNING}


@pytest.mark.parametrize(
    "office",
    [{"name": "Dinas Pariwisata Contoh"}, {"integrated_service": {"name": "Loket Karcis"}}],
)
def test_sales_of_other_bodies_are_left_alone(office: dict[str, Any], report: Check) -> None:
    given = sale({"text": "Data mikro"} | ONLINE, fee=PAID) | {"office": office}
    assert {"STD-049", "STD-050"} <= set(report(given).coverage.not_applicable)


def test_sales_without_requirements_are_not_asked(report: Check) -> None:
    given = sale()
    del given["standards"][1]["requirements"]
    assert {"STD-049", "STD-050"} <= set(report(given).coverage.not_applicable)
