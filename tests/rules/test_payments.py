from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.payments import (
    asks_letter,
    asks_official_mail,
    asks_to_pay,
    names_billing_code,
    names_buyers_abroad,
    names_cash,
    names_private_account,
    names_seal,
    names_transfer,
    old_seal,
    pays_privately,
    sends_agreement,
    sends_uncounted_originals,
)

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
AT = ("standards", 1)
PAID = {"kind": "pnbp", "instrument": "PP 13/2024"}


def sale(*steps: Any, fee: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    procedure = {"steps": [{"text": step} if isinstance(step, str) else step for step in steps]}
    standard = {"id": "y", "service": "product-sales", "procedure": procedure}
    return {
        "services": [{"id": "product-sales"}],
        "standards": [{"id": "x"}, standard | {"fee": PAID if fee is None else fee} | more],
    }


@pytest.mark.parametrize(
    ("words", "private"),
    [
        ("Transfer ke rekening pribadi", True),
        ("Membayar ke rekening petugas", True),
        ("ke rekening bank milik pegawai", True),
        ("ke rekening atas nama staf", True),
        ("ke rekening a.n. pribadi", True),
        ("rekening perorangan", True),
        ("disetor ke kas kantor", True),
        ("diserahkan kepada kas unit", True),
        ("masuk kas kecil", True),
        ("to a private account", True),
        ("to a personal bank account", True),
        ("to the account of the officer", True),
        ("to the account of an employee", True),
        ("dari rekening pribadi ke kas negara", False),
        ("from your private account", False),
        ("from a private account", False),
        ("from private account", False),
        ("ke rekening bendahara penerimaan", False),
        ("ke rekening yang diberikan petugas", False),
        ("ke rekening kas negara", False),
        ("petugas kas kantor", False),
        ("Dilarang membayar ke rekening pribadi", False),
        ("Jangan mentransfer ke rekening petugas", False),
        ("Pembayaran tidak melalui rekening petugas", False),
        ("Do not pay to a private account", False),
    ],
)
def test_private_accounts_are_told_apart(words: str, *, private: bool) -> None:
    assert pays_privately(words) is private
    assert names_private_account(words) or not private


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("SPPD bermeterai Rp6.000", "6.000"),
        ("bermaterai 6000", "6.000"),
        ("materai Rp 3.000,-", "3.000"),
        ("meterai tempel senilai Rp. 6,000", "6.000"),
        ("Rp6.000 stamp", "6.000"),
        ("a 3000 seal", "3.000"),
        ("a stamp duty of Rp6.000", "6.000"),
        ("SPPD bermeterai Rp10.000", ""),
        ("bermeterai Rp16.000", ""),
        ("bermeterai, biaya Rp6.000", ""),
        ("biaya Rp6.000 tanpa apa-apa", ""),
        ("bermeterai dengan keterangan panjang Rp6.000", ""),
        ("meterai", ""),
        ("", ""),
    ],
)
def test_seals_no_longer_sold_are_known(words: str, value: str) -> None:
    assert old_seal(words) == value
    assert old_seal(words.upper()) == value
    assert names_seal(words) or not value


@pytest.mark.parametrize(
    ("words", "sent", "uncounted"),
    [
        ("Mengirim SPPD asli bermeterai", True, True),
        ("Mengirimkan perjanjian asli", True, True),
        ("SPPD dikirim: kirim pernyataan bermaterai", True, True),
        ("Sends the original agreement", True, True),
        ("Mengirim 2 rangkap SPPD asli", True, False),
        ("Mengirim dua SPPD asli", True, False),
        ("Mengirim satu SPPD asli", True, False),
        ("Mengirim SPPD asli 2 lembar", True, False),
        ("Mengirim SPPD asli dua eksemplar", True, False),
        ("Sends two original agreements; one agreement", True, False),
        ("Mengirim SPPD", True, False),
        ("Mengirim contoh data. SPPD asli bermeterai", False, False),
        ("Menandatangani SPPD bermeterai", False, False),
    ],
)
def test_originals_to_be_sent_are_counted(words: str, *, sent: bool, uncounted: bool) -> None:
    assert sends_agreement(words) is sent
    assert sends_uncounted_originals(words) is uncounted


def test_words_of_payment_are_known() -> None:
    for words in ("Membayar", "pembayaran", "membayarkan", "Mentransfer", "pays", "payment"):
        assert asks_to_pay(words)
    assert asks_to_pay("menyetor")
    assert not asks_to_pay("Mencetak bukti bayar")
    for words in ("kode billing", "Simponi", "MPN G3", "NTPN"):
        assert names_billing_code(words)
    assert not names_billing_code("kompnya")
    assert names_cash("tunai")
    assert names_cash("in cash")
    assert not names_cash("nontunai")
    for words in ("luar negeri", "mancanegara", "abroad", "overseas", "foreign buyers"):
        assert names_buyers_abroad(words)
    assert not names_buyers_abroad("perwakilan negara asing")
    for words in ("transfer", "SWIFT", "by wire"):
        assert names_transfer(words)
    assert not names_transfer("swiftly wired")


@pytest.mark.parametrize(
    ("words", "official"),
    [
        ("Surel resmi unit kerja", True),
        ("alamat surel dinas", True),
        ("email instansi", True),
        ("e-mail lembaga pemohon", True),
        ("akun unit", True),
        ("akun pusdatin", True),
        ("pusat data", True),
        ("surel @contoh.go.id", True),
        ("surel @contoh.ac.id", True),
        ("official e-mail", True),
        ("official account", True),
        ("alamat resmi surel", True),
        ("surel aktif", False),
        ("buku tamu", False),
    ],
)
def test_official_mail_is_known(words: str, *, official: bool) -> None:
    assert asks_official_mail(words) is official


def test_a_letter_is_known() -> None:
    assert asks_letter("Surat permohonan")
    assert asks_letter("A letter of request")
    assert not asks_letter("Persuratan")
    assert not asks_letter("newsletter")


def test_money_that_goes_elsewhere_is_told_wherever_it_stands(report: Check) -> None:
    wrong = "ke rekening petugas"
    branch = {"text": "Memilih", "branches": [{"then": "a"}, {"then": wrong}]}
    given = sale(
        "Membayar", branch, wrong,
        fee=PAID | {"text": wrong, "items": [{"text": "a"}, {"text": {"en": "private account"}}]},
        requirements={"items": [{"text": "a"}, {"text": wrong}]},
    )  # fmt: skip
    found = report(given).of("TRF-010")
    assert [hit.pointer for hit in found] == [
        (*AT, "fee", "items", 1),
        (*AT, "fee", "text"),
        (*AT, "procedure", "steps", 1, "branches", 1),
        (*AT, "procedure", "steps", 2),
        (*AT, "requirements", "items", 1),
    ]
    assert {hit.severity for hit in found} == {Severity.ERROR}
    assert found[1].params == {"text": wrong}


def test_every_paid_service_pays_into_the_treasury(report: Check) -> None:
    step = {"procedure": {"steps": [{"text": "Membayar ke kas kantor"}]}}
    paid = {"standards": [{"id": "x", "fee": {"kind": "pnbp"}} | step]}
    assert len(report(paid | {"office": {"name": "Dinas Contoh"}}).of("TRF-010")) == 1
    free = {"standards": [{"id": "x", "fee": {"kind": "free"}} | step]}
    assert "TRF-010" in report(free).coverage.not_applicable
    unpaid = sale("Membayar ke kas kantor", fee={"kind": "zero_rupiah"})
    assert "TRF-010" in report(unpaid).coverage.not_applicable
    both = {"standards": [paid["standards"][0], {"id": "z", **free["standards"][0]}]}
    assert [hit.pointer[1] for hit in report(both).of("TRF-010")] == [0]


def test_a_sale_without_a_procedure_can_still_name_an_account(report: Check) -> None:
    given = sale(fee=PAID | {"text": "Ke rekening petugas"})
    del given["standards"][1]["procedure"]
    assert [hit.pointer for hit in report(given).of("TRF-010")] == [(*AT, "fee", "text")]
    assert report(given).of("TRF-012") == ()


def test_a_prohibition_is_no_fault(keys: Keys) -> None:
    assert keys(sale("Dilarang membayar ke rekening petugas"), "TRF-010") == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (sale("Membayar tagihan"), ["TRF-012.domestic"]),
        (sale("Membayar tunai"), []),
        (sale("Membayar tunai atau transfer"), ["TRF-012.domestic"]),
        (sale("Membayar dengan kode billing"), []),
        (sale("Menerbitkan kode billing", "Membayar"), []),
        (sale("Membayar", requirements={"items": [{"text": "Memakai Simponi"}]}), []),
        (sale("Membayar", fee=PAID | {"text": "Kode billing"}), []),
        (sale("Menerima produk"), []),
        (sale(), []),
        (sale("Membayar", fee={"kind": "zero_rupiah"}), []),
        (sale("Membayar dari luar negeri"), ["TRF-012.abroad", "TRF-012.domestic"]),
        (sale("Membayar dengan kode billing, juga dari luar negeri"), ["TRF-012.abroad"]),
        (sale("Membayar: kode billing (dalam negeri), transfer (luar negeri)"), []),
        (sale("Membayar dengan kode billing dari luar negeri", "Memeriksa transfer"), []),
        (sale("Pembeli luar negeri mendaftar", "Membayar dengan kode billing"), []),
    ],
)
def test_how_to_pay_is_told(given: dict[str, Any], expected: list[str], keys: Keys) -> None:
    assert keys(given, "TRF-012") == expected


def test_the_first_step_of_payment_is_shown(report: Check) -> None:
    given = sale("Datang", "Membayar tagihan", {"text": "Lain", "branches": [{"then": "Membayar"}]})
    (found,) = report(given).of("TRF-012")
    assert found.pointer == (*AT, "procedure", "steps", 1)
    assert found.params == {"text": "Membayar tagihan"}
    assert found.severity is Severity.NOTE


def test_each_standard_of_sales_is_looked_at(report: Check) -> None:
    step = "Membayar ke rekening petugas"
    given = sale(step, fee={"kind": "zero_rupiah"})
    given["standards"].append(sale("Datang")["standards"][1] | {"id": "z"})
    given["standards"].append(sale(step)["standards"][1] | {"id": "w"})
    assert [hit.pointer[1] for hit in report(given).of("TRF-010")] == [3]
    assert [hit.pointer[1] for hit in report(given).of("TRF-012")] == [3]


def test_each_payment_from_abroad_is_shown(report: Check) -> None:
    first = {"text": "Kode billing", "branches": [{"then": "Membayar dari luar negeri"}]}
    given = sale(first, "Membayar", "Pembayaran dari luar negeri")
    found = [hit for hit in report(given).of("TRF-012") if hit.variant == "abroad"]
    assert [hit.pointer for hit in found] == [
        (*AT, "procedure", "steps", 0, "branches", 0),
        (*AT, "procedure", "steps", 2),
    ]
    assert found[0].params == {"text": "Membayar dari luar negeri"}


def test_seals_and_originals_are_told_where_they_stand(report: Check) -> None:
    given = sale(
        "Datang", "Mengirim SPPD asli bermeterai",
        requirements={"items": [{"text": "a"}, {"text": "SPPD bermeterai Rp6.000"}]},
    )  # fmt: skip
    found = report(given).of("TRF-013")
    assert [(hit.variant, hit.pointer) for hit in found] == [
        ("originals", (*AT, "procedure", "steps", 1)),
        ("value", (*AT, "requirements", "items", 1)),
    ]
    assert found[0].params == {"text": "Mengirim SPPD asli bermeterai"}
    assert found[1].params == {"value": "6.000"}
    assert {hit.severity for hit in found} == {Severity.NOTE}


def test_an_original_without_a_seal_is_looked_at_too(keys: Keys) -> None:
    assert keys(sale("Mengirim SPPD asli"), "TRF-013") == ["TRF-013.originals"]


def test_seals_of_the_old_value_were_right_once(report: Check) -> None:
    given = sale("SPPD bermeterai Rp6.000")
    assert report(given, dt.date(2021, 12, 31)).of("TRF-013") == ()
    assert len(report(given, dt.date(2022, 1, 1)).of("TRF-013")) == 1


ZERO = {"kind": "zero_rupiah"}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Surat permohonan", "Surel resmi"], []),
        (["Surat permohonan"], ["TRF-014.mail"]),
        (["Surel resmi"], ["TRF-014.letter"]),
        (["Akun"], ["TRF-014.letter", "TRF-014.mail"]),
    ],
)
def test_a_request_at_zero_rupiah_is_complete(
    texts: list[str], expected: list[str], report: Check
) -> None:
    items = [{"text": text} for text in texts]
    found = report(sale(fee=ZERO, requirements={"items": items})).of("TRF-014")
    assert [hit.message_key for hit in found] == expected
    assert all(hit.pointer == (*AT, "requirements") for hit in found)
    assert all(hit.severity is Severity.WARNING for hit in found)


def test_only_requests_at_zero_rupiah_with_requirements_are_looked_at(report: Check) -> None:
    assert "TRF-014" in report(sale(fee=ZERO)).coverage.not_applicable
    paid = sale(requirements={"items": [{"text": "Akun"}]})
    assert "TRF-014" in report(paid).coverage.not_applicable


def test_other_bodies_are_not_held_to_the_tariff_of_bps(report: Check) -> None:
    given = sale("Membayar tagihan") | {"office": {"name": "Dinas Contoh"}}
    skipped = set(report(given).coverage.not_applicable)
    assert {"TRF-006", "TRF-012", "TRF-013", "TRF-014"} <= skipped
