from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pst = Callable[..., Any]
SALE = """\
format: pst-sale/1
date: 2020-01-02
instrument: PP 7/2015
buyer: {kind: education, abroad: false}
lines:
  - {kind: publication, title: Kecamatan Contoh Dalam Angka, pages: 66, quantity: 2}
  - {kind: microdata, megabytes: 60}
shipping: 18000
"""
ZERO = "zero_rupiah: {commercial: false, first_time: true, letter: true, official_mail: false}\n"


@pytest.fixture
def sale(tmp_path: Path) -> Path:
    file = tmp_path / "penjualan.yaml"
    file.write_text(SALE, encoding="utf-8")
    return file


def data(pst: Pst, *arguments: str | Path) -> Any:
    ended = pst("price", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


@pytest.mark.parametrize(
    ("arguments", "amount"),
    [
        ("publication --pages 27", 20_000),
        ("publication --pages 27 --form electronic --quantity 3", 60_000),
        ("microdata --megabytes 1520", 27_600_000),
        ("microdata --bytes 1520000000", 27_600_000),
        ("microdata --megabytes 0,5", 50_000),
        ("tabulation --megabytes 50", 500_000),
        ("tabulation --megabytes 60 --reading slab", 300_000),
        ("map --map regency-by-village", 70_000),
        ("service --item college-graduation", 1_350_000),
    ],
)
def test_a_price_is_printed_as_data(pst: Pst, arguments: str, amount: int) -> None:
    found = data(pst, *arguments.split(), "--on", "2020-01-02")
    assert found["amount"] == amount
    assert found["instrument"] == "PP 7/2015"
    assert "reason" not in found
    assert found["citations"]
    assert found["steps"][0]["text"].keys() == {"id", "en"}


def test_a_price_that_is_not_known_has_a_reason(pst: Pst) -> None:
    found = data(pst, "publication", "--pages", "27", "--on", "2025-06-01")
    assert found["amount"] is None
    assert found["instrument"] == "PP 13/2024"
    assert found["reason"]["key"] == "reason.unread"


def test_without_a_day_today_counts(pst: Pst) -> None:
    assert data(pst, "publication", "--pages", "27")["instrument"] == "PP 13/2024"


def test_a_request_of_before_follows_the_old_tariff(pst: Pst) -> None:
    dates = ("--on", "2015-05-04", "--requested", "2015-03-02")
    assert data(pst, "publication", "--pages", "27", *dates)["instrument"] == "PP 54/2009"


def test_a_clerk_reads_rupiah(pst: Pst) -> None:
    said = pst("price", "publication", "--pages", "27", "--on", "2020-01-02").out
    cited = "PP 7/2015 Lampiran I huruf b; PP 7/2015 Lampiran II huruf b"
    assert said.splitlines() == [
        "Publikasi, 27 halaman: Rp20.000",
        "  27 halaman termasuk kelompok 27\u201366 halaman: Rp20.000.",
        f"Menurut {cited}, untuk 2 Januari 2020.",
        "Belum termasuk biaya pengiriman, jasa perbankan (PP 7/2015 Pasal 3).",
    ]
    english = pst("price", "publication", "--pages", "27", "--on", "2020-01-02", "--lang", "en").out
    assert english.startswith("Publication, 27 pages: Rp20,000\n")


def test_a_clerk_reads_why_there_is_no_price(pst: Pst) -> None:
    ended = pst("price", "map", "--map", "regency-by-village", "--on", "2025-06-01")
    assert ended.code == 0
    assert ended.out.startswith("Peta Kabupaten per Desa/Kelurahan: tidak diketahui\n")
    assert "PP 13/2024" in ended.out
    early = pst("price", "map", "--map", "regency-by-village", "--on", "1999-01-02")
    assert early.out.endswith("Untuk 2 Januari 1999.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("publication --pages 0 --on 2020-01-02", "sekurang-kurangnya 1 halaman"),
        ("publication --pages -5 --on 2025-06-01", "sekurang-kurangnya 1 halaman"),
        ("publication --pages 1.146 --on 2020-01-02", "bukan bilangan bulat"),
        ("publication --pages banyak --on 2020-01-02", "bukan bilangan bulat"),
        ("publication --pages 9999999999999999 --on 2020-01-02", "bukan bilangan bulat"),
        ("publication --pages 5 --quantity 0 --on 2020-01-02", "sekurang-kurangnya 1; ditulis 0"),
        ("publication --pages 5 --on 2020-02-30", "bukan tanggal"),
        ("publication --pages 5 --on kemarin", "bukan tanggal"),
        ("publication --pages 5 --on 2020-01-02 --requested 2020-01-03", "sesudah tanggal"),
        ("publication --on 2020-01-02", "--pages"),
        ("microdata --megabytes -3 --on 2020-01-02", "harus lebih dari 0"),
        ("microdata --bytes -3 --on 2020-01-02", "harus lebih dari 0"),
        ("microdata --megabytes 0 --on 2020-01-02", "harus lebih dari 0"),
        ("microdata --megabytes 1.520 --on 2020-01-02", "dua cara"),
        ("microdata --megabytes besar --on 2020-01-02", "bukan ukuran"),
        ("microdata --megabytes 1 --bytes 1 --on 2020-01-02", "dua kali"),
        ("microdata --on 2020-01-02", "Ukuran data belum ada"),
        ("tabulation --megabytes 1 --reading lain --on 2020-01-02", "bukan pilihan"),
        ("map --map jawa --on 2020-01-02", "Pilihannya: indonesia-by-district"),
        ("map --on 2020-01-02", "--map"),
        ("service --item jawa --on 2020-01-02", "Pilihannya: college-selection"),
        ("quotation tidak-ada.yaml", "tidak ada"),
        ("buku --pages 3", "bukan pilihan"),
    ],
)
def test_what_cannot_be_priced_is_refused_in_one_sentence(
    pst: Pst, arguments: str, sentence: str
) -> None:
    ended = pst("price", *arguments.split())
    assert (ended.code, ended.out) == (2, "")
    assert sentence in ended.err
    assert "Traceback" not in ended.err


def test_a_quotation_is_printed_for_a_clerk(pst: Pst, sale: Path) -> None:
    ended = pst("price", "quotation", sale)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "Penawaran harga, 2 Januari 2020"
    assert "1. Kecamatan Contoh Dalam Angka: Rp40.000" in lines
    sums = [line.split()[-1] for line in lines if line.startswith(("Jumlah", "Biaya"))]
    assert sums == ["Rp5.540.000", "Rp18.000", "Rp5.558.000"]
    assert "Belum termasuk jasa perbankan (PP 7/2015 Pasal 3)." in lines
    assert "Pembeli dalam negeri membayar dengan kode billing Simponi." in lines
    assert "Seluruh penerimaan disetor langsung ke kas negara (PP 7/2015 Pasal 9)." in lines
    assert "nol rupiah" not in ended.out


def test_a_quotation_without_a_total_says_why(pst: Pst, sale: Path) -> None:
    text = SALE.replace("kind: microdata", "kind: tabulation") + "bank_fee: 6500\n"
    sale.write_text(text, encoding="utf-8")
    said = pst("price", "quotation", sale, "--lang", "en").out
    assert "The total is not known; lines without a known price: 2." in said
    assert "Rp6,500" in said
    assert data(pst, "quotation", sale)["total"] is None


@pytest.mark.parametrize(("lang", "word"), [("id", "[tidak ada]"), ("en", "[not there]")])
def test_the_conditions_of_zero_rupiah_are_listed(
    pst: Pst, sale: Path, lang: str, word: str
) -> None:
    sale.write_text(SALE + ZERO, encoding="utf-8")
    said = pst("price", "quotation", sale, "--lang", lang).out
    assert "PP 7/2015 Pasal 8 ayat (3)" in said
    assert word in said
    assert max(map(len, said.splitlines())) <= 90
    found = data(pst, "quotation", sale)["zero_rupiah"]
    assert (found["possible"], found["granted"], found["applies"]) == (True, None, False)


def test_on_a_day_of_doubt_zero_rupiah_has_no_article(pst: Pst, sale: Path) -> None:
    text = SALE.replace("2020-01-02", "2024-03-14") + ZERO
    sale.write_text(text, encoding="utf-8")
    assert "\nTarif nol rupiah\n" in pst("price", "quotation", sale).out


def test_a_sale_with_a_wrong_value_is_refused_with_its_place(pst: Pst, sale: Path) -> None:
    sale.write_text(SALE.replace("pages: 66", "pages: banyak"), encoding="utf-8")
    ended = pst("price", "quotation", sale)
    assert (ended.code, ended.out) == (2, "")
    assert "DEF-016" in ended.err
    sale.write_text(SALE.replace("pages: 66", "pages: 0"), encoding="utf-8")
    assert pst("price", "quotation", sale).err.startswith("Baris 1: Publikasi sekurang-kurangnya")


def test_a_sale_is_checked_by_the_rules_about_sales(pst: Pst, sale: Path) -> None:
    wrong = SALE.replace("quantity: 2", "quantity: 2, amount: 60000")
    sale.write_text(wrong.replace("PP 7/2015", "PP 54/2009"), encoding="utf-8")
    ended = pst("check", sale, "--format", "json")
    assert ended.code == 1
    assert {found["rule"] for found in json.loads(ended.out)["findings"]} == {"TRF-001", "TRF-002"}
    assert "Rp60.000, padahal menurut jumlah halamannya Rp40.000" in pst("check", sale).out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "action", ["publication", "microdata", "tabulation", "map", "service", "quotation"]
)
def test_every_action_explains_itself(pst: Pst, action: str, lang: str) -> None:
    ended = pst("price", action, "--help", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    assert f"\n  pst price {action}" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 88
