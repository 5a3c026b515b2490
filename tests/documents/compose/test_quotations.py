"""Quotations of a tariff and requests for zero rupiah."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from pst_standards.definitions import loads
from pst_standards.documents import quotation_document
from pst_standards.model.base import Text
from pst_standards.model.sale import Buyer, ZeroRupiahRequest
from pst_standards.tariffs import quotation as priced
from tests.documents.compose.compensation_cases import ASKED, OFFERS, OFFICE, Tell, sale


def test_a_quotation_that_includes_everything_leaves_nothing_out(tell: Tell) -> None:
    offer = evolve(priced(OFFERS["priced"]), not_included=())
    assert "Belum termasuk" not in tell(quotation_document(offer))
    assert "Belum termasuk" in tell(quotation_document(priced(OFFERS["zero"])))


def test_a_quotation_computes_in_sight(tell: Tell) -> None:
    shown = tell(quotation_document(priced(OFFERS["priced"]), office=loads(OFFICE)))
    for part in (
        "Teladan Dalam Angka",
        "2 \N{MULTIPLICATION SIGN} Rp20.000 = Rp40.000",
        "Biaya pengiriman (di luar tarif)",
        "Rp18.000",
        "Jasa perbankan (di luar tarif)",
        "Jumlah yang dibayar: Rp",
        "kode billing Simponi",
        "disetor langsung ke kas negara (PP 7/2015 Pasal 9)",
        "Keperluan : Penelitian",
        "head: BPS Kabupaten Teladan",
    ):
        assert part in shown
    assert "draft:" not in shown


def test_an_unknown_price_is_never_a_sum(tell: Tell) -> None:
    made = quotation_document(priced(OFFERS["unknown"]))
    shown = tell(made)
    assert made.draft
    assert "Belum dapat dihitung" in shown
    assert "Jumlah yang dibayar" not in shown
    assert "PP 13/2024" in shown
    assert "head:" not in shown


def test_a_tariff_that_was_not_verified_stamps() -> None:
    from pst_standards.findings import Confidence

    offer = priced(OFFERS["priced"])
    weak = evolve(offer.lines[0], confidence=Confidence.UNVERIFIED)
    made = quotation_document(evolve(offer, lines=(weak, *offer.lines[1:])))
    assert made.draft
    assert "belum diverifikasi" in made.draft_note


def test_a_sale_that_is_only_an_example_stamps() -> None:
    from pst_standards.findings import Confidence

    buyer = Buyer(name=Text("Instansi Contoh"), confidence=Confidence.ILLUSTRATION)
    made = quotation_document(priced(sale(buyer=buyer)))
    assert made.draft
    assert "Nama pembeli" in made.draft_note


@pytest.mark.parametrize(
    ("granted", "said"),
    [(True, "dikabulkan"), (False, "tidak dikabulkan"), (None, "belum diputus")],
)
def test_a_request_for_zero_rupiah_is_told(granted: bool | None, said: str, tell: Tell) -> None:
    request = ZeroRupiahRequest(commercial=False, first_time=True, letter=True, granted=granted)
    shown = tell(quotation_document(priced(sale(zero_rupiah=request))))
    assert f"{said}" in shown
    assert "PP 7/2015 Pasal 8 ayat (3)" in shown
    assert "Surat permohonan" in shown


def test_a_request_under_a_tariff_whose_conditions_were_not_read_says_so(tell: Tell) -> None:
    offer = priced(sale(date=dt.date(2025, 6, 1), zero_rupiah=ASKED))
    assert "belum dibaca" in tell(quotation_document(offer))
