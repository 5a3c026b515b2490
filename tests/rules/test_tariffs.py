from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.detectors.tariffs import (
    bars_commerce,
    includes_extras,
    names_party,
    names_printed,
    names_public_purpose,
    names_zero_tariff,
    prices_web_publication,
    says_once,
)

Check = Callable[..., Report]
Keys = Callable[..., list[str]]
THEN = {"decree": {"number": "1 Tahun 2019", "date": "2019-03-04"}}
BEFORE = {"decree": {"number": "1 Tahun 2012", "date": "2012-03-04"}}
FEE = ("standards", 1, "fee")


def sale(fee: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "services": [{"id": "product-sales"}],
        "standards": [{"id": "x"}, {"id": "y", "service": "product-sales", "fee": fee} | more],
    }


def line(text: str, **more: Any) -> dict[str, Any]:
    return {"items": [{"text": "Lain"}, {"text": text} | more]}


@pytest.mark.parametrize(
    ("words", "zero"),
    [
        ("Tarif nol rupiah", True),
        ("Rp 0,00", True),
        ("Rp0,00", True),
        ("Rp.0,00", True),
        ("zero-rupiah tariff", True),
        ("zero rupiah", True),
        ("Rp10,00", False),
        ("gratis", False),
    ],
)
def test_a_zero_tariff_is_known(words: str, *, zero: bool) -> None:
    assert names_zero_tariff(words) is zero


@pytest.mark.parametrize(
    ("words", "alone", "priced"),
    [
        ("Tarif termasuk biaya pengiriman", True, True),
        ("Rp50.000 sudah termasuk ongkir", True, True),
        ("termasuk PPN dan biaya ongkos kirim", True, True),
        ("termasuk jasa perbankan", True, True),
        ("termasuk biaya transfer", True, True),
        ("termasuk administrasi bank", True, True),
        ("termasuk biaya kirim", True, True),
        ("Price including shipping", True, True),
        ("The price includes a bank fee", True, True),
        ("includes postage", True, True),
        ("Tarif tidak termasuk biaya pengiriman", False, False),
        ("Tarif belum termasuk ongkir", False, False),
        ("Price not including shipping", False, False),
        ("Price excluding shipping", False, False),
        ("termasuk pajak, ongkir dibebankan kepada pembeli", False, False),
        ("termasuk satu dua tiga empat lima ongkir", False, False),
        ("Publikasi dan ongkos kirim", False, True),
        ("Data mikro beserta biaya pengiriman", False, True),
        ("Buku cetak tebal & ongkir", False, True),
        ("Map and shipping", False, True),
        ("Publikasi dan ongkos kirim terpisah", False, False),
        ("Publikasi dan ongkos kirim yang ditanggung pembeli", False, False),
        ("Publikasi dan data mikro", False, False),
        ("Pengiriman publikasi", False, False),
        ("Publikasi", False, False),
    ],
)
def test_extras_in_a_price_are_known(words: str, *, alone: bool, priced: bool) -> None:
    assert includes_extras(words, priced=False) is alone
    assert includes_extras(words, priced=True) is priced
    assert includes_extras(words.upper(), priced=True) is priced


@pytest.mark.parametrize(
    ("words", "web"),
    [
        ("Publikasi PDF yang diunduh dari situs web", True),
        ("Publikasi yang dapat mengunduh", True),
        ("Unduh publikasi", True),
        ("Download e-book", True),
        ("Buku yang tersedia di laman BPS", True),
        ("Publikasi yang terdapat dalam website BPS", True),
        ("PDF dari website", True),
        ("Publication from the website", True),
        ("Publication available on the website", True),
        ("Publikasi dari laman", True),
        ("Publikasi elektronik", False),
        ("Data mikro diunduh melalui aplikasi", False),
        ("Publikasi yang tidak tersedia di situs web", False),
        ("Publikasi selain yang diunduh dari situs web", False),
        ("Publikasi diunduh gratis", False),
        ("Pembelian publikasi melalui laman pst.bps.go.id", False),
    ],
)
def test_a_publication_of_the_website_is_known(words: str, *, web: bool) -> None:
    assert prices_web_publication(words) is web


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Publikasi cetak", True),
        ("Publikasi cetakan", True),
        ("Buku tercetak", True),
        ("Produk cetak", True),
        ("Publikasi dalam bentuk cetak", True),
        ("Hardcopy", True),
        ("hard copy", True),
        ("hard-copy", True),
        ("Printed books", True),
        ("Publikasi elektronik", False),
        ("Mencetak tagihan", False),
        ("Publikasi cetakannya", False),
    ],
)
def test_a_printed_publication_is_known(words: str, *, printed: bool) -> None:
    assert names_printed(words) is printed


def test_parties_purposes_and_conditions_are_known() -> None:
    for words in ("Instansi", "pemerintah", "Kementerian", "lembaga", "perguruan tinggi"):
        assert names_party(words)
    for words in ("universitas", "sekolah", "institusi pendidikan", "perwakilan negara asing"):
        assert names_party(words)
    for words in ("Government", "institutions", "ministries", "agencies", "embassies"):
        assert names_party(words)
    assert not names_party("Mahasiswa")
    for words in ("Tugas kenegaraan", "pemerintahan", "penelitian", "pengembangan ilmu"):
        assert names_public_purpose(words)
    for words in ("pemberdayaan masyarakat", "kewajiban internasional", "Research"):
        assert names_public_purpose(words)
    assert names_public_purpose("empowerment")
    assert not names_public_purpose("Semua pengguna")
    for words in ("tidak komersial", "non-commercial", "mencari keuntungan", "profit"):
        assert bars_commerce(words)
    assert not bars_commerce("komunikasi")


@pytest.mark.parametrize(
    ("words", "once"),
    [
        ("hanya satu kali", True),
        ("1 (satu) kali", True),
        ("1 kali", True),
        ("sekali", True),
        ("pertama kali", True),
        ("only once", True),
        ("the first time", True),
        ("one time", True),
        ("dua kali", False),
        ("11 kali", False),
        ("kali", False),
    ],
)
def test_one_time_only_is_known(words: str, *, once: bool) -> None:
    assert says_once(words) is once


@pytest.mark.parametrize(
    ("fee", "more", "expected"),
    [
        ({"text": "Termasuk ongkir"}, {}, ["TRF-006.now"]),
        ({"text": "Termasuk ongkir"}, THEN, ["TRF-006.then"]),
        ({"text": "Termasuk ongkir"}, BEFORE, []),
        (line("Termasuk ongkir"), {}, ["TRF-006.now"]),
        (line("Publikasi dan ongkir", amount=5), {}, ["TRF-006.now"]),
        (line("Publikasi dan ongkir", amount=0), {}, []),
        (line("Publikasi dan ongkir"), {}, []),
        ({"text": "Publikasi dan ongkir"}, {}, []),
        ({"text": "Belum termasuk ongkir"}, {}, []),
    ],
)
def test_extras_stand_apart(
    fee: dict[str, Any], more: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(sale(fee, **more), "TRF-006") == expected


def test_extras_are_told_where_they_stand(report: Check) -> None:
    fee = {"text": "Termasuk ongkir", **line("Termasuk jasa bank")}
    found = report(sale(fee, **THEN)).of("TRF-006")
    assert [hit.pointer for hit in found] == [(*FEE, "items", 1), (*FEE, "text")]
    assert [hit.params["text"] for hit in found] == ["Termasuk jasa bank", "Termasuk ongkir"]
    assert {hit.severity for hit in found} == {Severity.ERROR}
    (now,) = report(sale({"text": "Termasuk ongkir"})).of("TRF-006")
    assert now.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("as_of", "variant"),
    [
        ("2015-03-25", None),
        ("2015-03-26", "then"),
        ("2024-03-13", "then"),
        ("2024-03-14", "now"),
    ],
)
def test_the_tariff_of_the_day_decides(as_of: str, variant: str | None, report: Check) -> None:
    found = report(sale({"text": "Termasuk ongkir"}), dt.date.fromisoformat(as_of)).of("TRF-006")
    assert [hit.variant for hit in found] == ([variant] if variant else [])


ZERO = {"kind": "zero_rupiah"}
CONDITIONS = "Instansi pemerintah, tidak komersial, satu kali"


@pytest.mark.parametrize(
    ("case", "more", "expected"),
    [
        (CONDITIONS, THEN, []),
        ("tidak komersial, satu kali", THEN, ["TRF-007.then_party"]),
        ("Instansi pemerintah, satu kali", THEN, ["TRF-007.then_commerce"]),
        ("Instansi pemerintah, tidak komersial", THEN, ["TRF-007.then_once"]),
        (
            "Semua",
            THEN,
            ["TRF-007.then_commerce", "TRF-007.then_once", "TRF-007.then_party"],
        ),
        ("Semua", BEFORE, []),
        ("Semua", {}, ["TRF-007.now"]),
        ("Instansi pemerintah", {}, []),
        ("Penelitian", {}, []),
        ("Semua", {"requirements": {"items": [{"text": "Instansi pemerintah"}]}}, []),
        ("Semua", {"procedure": {"steps": [{"text": "Instansi pemerintah memohon"}]}}, []),
    ],
)
def test_zero_rupiah_is_for_somebody(
    case: str, more: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(sale({"items": [ZERO | {"case": case}]}, **more), "TRF-007") == expected


def test_zero_rupiah_is_told_at_its_line(report: Check) -> None:
    paid = {"kind": "pnbp", "text": "Publikasi"}
    (found,) = report(sale({"items": [paid, ZERO, ZERO]})).of("TRF-007")
    assert found.pointer == (*FEE, "items", 1)
    assert found.params == {}
    assert found.severity is Severity.WARNING
    (found,) = report(sale(ZERO)).of("TRF-007")
    assert found.pointer == FEE
    hard = report(sale(ZERO, **THEN)).of("TRF-007")
    assert [hit.variant for hit in hard] == ["then_party", "then_commerce", "then_once"]
    assert {hit.severity for hit in hard} == {Severity.ERROR}


def test_a_paid_sale_is_not_asked_for_conditions(report: Check) -> None:
    skipped = report(sale({"kind": "pnbp"})).coverage.not_applicable
    assert {"TRF-007", "TRF-008", "TRF-014"} <= set(skipped)


def basis(*citations: str) -> dict[str, Any]:
    return {"legal_basis": {"regulations": [{"citation": one} for one in citations]}}


@pytest.mark.parametrize(
    ("fee", "more", "found"),
    [
        (ZERO, {}, True),
        (ZERO | {"instrument": "PP 13/2024 Pasal 4"}, {}, True),
        (ZERO | {"instrument": "Peraturan BPS 2/2019"}, {}, False),
        (ZERO | {"instrument": "Perka BPS 1/2012"}, {}, False),
        (ZERO | {"text": "Menurut Peraturan BPS Nomor 2 Tahun 2019"}, {}, False),
        ({"items": [ZERO | {"instrument": "Peraturan BPS 2/2019"}]}, {}, False),
        ({"items": [ZERO | {"text": "Peraturan BPS 2/2019"}]}, {}, False),
        ({"items": [ZERO | {"case": "Menurut Peraturan BPS 2/2019"}]}, {}, False),
        (ZERO, basis("Peraturan BPS 2/2019"), False),
        (ZERO, basis("UU 9/2018", "PP 13/2024"), True),
        (ZERO, basis("Perka BPS 78/2020"), True),
        (ZERO, basis("Perka BPS 78/2020", "Peraturan BPS 2/2019"), False),
    ],
)
def test_zero_rupiah_cites_the_regulation_of_bps(
    fee: dict[str, Any], more: dict[str, Any], *, found: bool, report: Check
) -> None:
    hits = report(sale(fee, **more)).of("TRF-008")
    assert [hit.severity for hit in hits] == ([Severity.WARNING] if found else [])
    assert [hit.pointer for hit in hits] == ([FEE] if found else [])


@pytest.mark.parametrize(
    ("fee", "more", "expected"),
    [
        (line("PDF yang diunduh", amount=5), {}, ["TRF-009.now"]),
        (line("PDF yang diunduh", kind="pnbp"), {}, ["TRF-009.now"]),
        (line("PDF yang diunduh", amount=5), THEN, ["TRF-009.then"]),
        (line("PDF yang diunduh", amount=5), BEFORE, []),
        (line("PDF yang diunduh", amount=0), {}, []),
        (line("PDF yang diunduh", kind="free", amount=5), {}, []),
        ({"kind": "pnbp", "text": "PDF yang diunduh"}, {}, []),
        (line("PDF pada cakram", amount=5), {}, []),
    ],
)
def test_publications_of_the_website_are_free(
    fee: dict[str, Any], more: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(sale(fee, **more), "TRF-009") == expected


def test_a_priced_publication_of_the_website_is_shown(report: Check) -> None:
    (found,) = report(sale(line("PDF yang diunduh", amount=5))).of("TRF-009")
    assert found.pointer == (*FEE, "items", 1)
    assert found.params == {"text": "PDF yang diunduh"}
    assert found.severity is Severity.WARNING
    (found,) = report(sale(line("PDF yang diunduh", amount=5), **THEN)).of("TRF-009")
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("fee", "places"),
    [
        ({"kind": "pnbp"} | line("Publikasi cetak", kind="pnbp"), [("items", 1)]),
        (line("Publikasi cetak", amount=5), [("items", 1)]),
        ({"kind": "pnbp", "text": "Publikasi cetak"}, [("text",)]),
        ({"text": "Publikasi cetak Rp 10.000 per buku"}, [("text",)]),
        ({"kind": "pnbp"} | line("Publikasi cetak", kind="free"), []),
        ({"kind": "pnbp"} | line("Publikasi elektronik", kind="pnbp"), []),
        ({"text": "Publikasi cetak dibaca di tempat"}, []),
        ({"kind": "free", "text": "Publikasi cetak"}, []),
        ({"kind": "pnbp", "instrument": "PP 7/2015", "text": "Publikasi cetak"}, []),
        ({"kind": "pnbp", "text": "Publikasi cetak menurut PP 7/2015"}, []),
        ({"kind": "pnbp", "instrument": "PP 13/2024", "text": "Hardcopy"}, [("text",)]),
        (
            {"kind": "pnbp", "instrument": "PP 13/2024", "text": "Cetak: hardcopy, dulu PP 7/2015"},
            [("text",)],
        ),
    ],
)
def test_printed_publications_are_asked_about(
    fee: dict[str, Any], places: list[tuple[str | int, ...]], report: Check
) -> None:
    found = report(sale(fee)).of("TRF-011")
    assert [hit.pointer for hit in found] == [(*FEE, *place) for place in places]
    assert all(hit.severity is Severity.WARNING for hit in found)


def test_each_sale_of_printed_publications_is_told(report: Check) -> None:
    printed = {"kind": "pnbp", "text": "Publikasi cetak"}
    given = sale(ZERO)
    for place, fee in enumerate((printed | {"instrument": "PP 7/2015"}, printed)):
        given["standards"].append(sale(fee)["standards"][1] | {"id": f"z{place}"})
    assert [hit.pointer[1] for hit in report(given).of("TRF-011")] == [3]


def test_printed_publications_were_sold_before(report: Check) -> None:
    given = sale({"kind": "pnbp", "text": "Publikasi cetak"})
    assert report(given, dt.date(2024, 3, 13)).of("TRF-011") == ()
    (found,) = report(given, dt.date(2024, 3, 14)).of("TRF-011")
    assert found.params == {"text": "Publikasi cetak"}


def test_without_a_fee_there_is_no_tariff_to_look_at(report: Check) -> None:
    given = sale({})
    del given["standards"][1]["fee"]
    skipped = set(report(given).coverage.not_applicable)
    assert {"TRF-006", "TRF-007", "TRF-008", "TRF-009", "TRF-011"} <= skipped


def test_sales_beside_others_are_looked_at_one_by_one(report: Check) -> None:
    given = sale({"kind": "pnbp", "text": "Termasuk ongkir"})
    given["standards"].append({"id": "z", "service": "product-sales"})
    given["standards"].append({"id": "w", "service": "product-sales", "fee": ZERO})
    found = report(given)
    assert [hit.pointer for hit in found.of("TRF-006")] == [(*FEE, "text")]
    assert [hit.pointer for hit in found.of("TRF-007")] == [("standards", 3, "fee")]
    assert [hit.pointer for hit in found.of("TRF-008")] == [("standards", 3, "fee")]
