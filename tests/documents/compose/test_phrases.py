from __future__ import annotations

import re
from pathlib import Path

import pytest

from pst_standards.documents.compose.phrases import (
    bare,
    cited,
    counted,
    figure,
    inner,
    item,
    money,
    postal,
    regulation,
    sentence,
    units,
)
from pst_standards.documents.outline import Lang
from pst_standards.model.channel import Address, TimeUnit

FOLDER = Path(__file__).parents[1] / "golden"
GOLDEN = sorted([*FOLDER.glob("composed-*.txt"), *FOLDER.glob("complaint-*.txt")])
# Two stops in a row, a space before a stop, empty brackets, a label without anything after it.
CARELESS = re.compile(r"[.;,:][.;,:]|\s[.,;]|\(\s*\)|\(;|;\)|\s{2,}\S|: *\)|None|\{|\}")


def test_there_is_a_golden_file_to_look_at() -> None:
    assert len(GOLDEN) == 60


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_no_document_is_punctuated_carelessly(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    found = [line for line in lines if CARELESS.search(line.strip())]
    assert [line for line in found if not line.strip().startswith("signature:")] == []


@pytest.mark.parametrize(
    ("shaped", "expected"),
    [
        (bare("Lengkap.; "), "Lengkap"),
        (item("Lengkap."), "Lengkap"),
        (item("Satu. Dua"), "Satu. Dua."),
        (sentence("  "), ""),
        (sentence("Lengkap;"), "Lengkap."),
        (inner("Kepala BPS"), "Kepala BPS"),
        (inner("KTP atau SIM"), "KTP atau SIM"),
        (inner("Surat permohonan."), "surat permohonan"),
        (inner(""), ""),
        (counted(2, "id"), "2 (dua)"),
        (counted(-1, "id"), "-1"),
        (money(0, "id"), "Rp0 (nol rupiah)"),
        (money(-5, "id"), "-Rp5"),
        (money(10**15, "id"), "Rp1.000.000.000.000.000"),
        (figure(10**30, "en"), "1" + ",000" * 10),
        (units(1, TimeUnit.WORKING_DAY, "en"), "1 working day"),
        (units(3, None, "id"), "3"),
        (cited("UU 25/2009 Pasal 42 ayat (2)", "id"), "UU 25/2009 Pasal 42 ayat (2)"),
        (cited("Keputusan kantor", "en"), "Keputusan kantor"),
        (cited("penjelasan UU 25/2009 Pasal 21", "id"), "penjelasan UU 25/2009 Pasal 21"),
        (cited("penjelasan UU 25/2009 Pasal 21", "en"), "elucidation of Article 21 of UU 25/2009"),
        (cited(None, "en"), ""),
        (regulation("", "", "id"), ""),
        (regulation("", "Pelayanan", "id"), "Pelayanan"),
        (regulation("Keputusan kantor", "Pelayanan", "id"), "Keputusan kantor tentang Pelayanan"),
        (
            postal(Address(city="Kota Contoh", postal_code="12345")),
            "Kota Contoh\N{NO-BREAK SPACE}12345",
        ),
        (postal(None), ""),
    ],
)
def test_a_phrase_is_shaped(shaped: str, expected: str) -> None:
    assert shaped == expected


def test_english_names_the_law_in_english() -> None:
    lang: Lang = "en"
    shown = regulation("UU 25/2009", "", lang)
    assert shown.startswith("Law Number 25 of 2009 on ")
