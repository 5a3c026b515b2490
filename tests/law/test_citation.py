from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.law import Citation, CitationError, Provision, Register, RegulationKey

citations = st.from_type(Citation)


@pytest.mark.unmeasured
@given(citations)
def test_what_is_written_short_is_read_back(citation: Citation) -> None:
    assert Citation.parse(str(citation)) == citation


@pytest.mark.unmeasured
@given(citations, st.sampled_from(("id", "en")))
def test_what_is_written_long_is_read_back(
    register: Register, citation: Citation, lang: str
) -> None:
    assert Citation.parse(citation.long(register, lang)) == citation


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_long_form_of_every_known_regulation_is_read_back(
    register: Register, lang: str
) -> None:
    for regulation in register:
        citation = Citation(regulation=regulation.key, article="3", paragraph="1")
        assert Citation.parse(citation.long(register, lang)) == citation


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("UU 25/2009 Pasal 21 huruf c", "UU 25/2009 Pasal 21 huruf c"),
        ("UU No. 25 Tahun 2009", "UU 25/2009"),
        ("UU No 25 thn. 2009", "UU 25/2009"),
        ("uu nomor : 25 tahun 2009", "UU 25/2009"),
        ("UU RI Nomor 25/2009", "UU 25/2009"),
        ("Undang-Undang (UU) Nomor 25 Tahun 2009", "UU 25/2009"),
        ("Undang- Undang Republik Indonesia Nomor 25 Tahun 2009", "UU 25/2009"),
        (
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik Pasal 21 huruf c",
            "UU 25/2009 Pasal 21 huruf c",
        ),
        (
            "UU 25/2009 tentang Pelayanan Publik (Lembaran Negara Tahun 2009 Nomor 112) Pasal 21",
            "UU 25/2009 Pasal 21",
        ),
        ("Pasal 21 huruf C UU 25/2009.", "UU 25/2009 Pasal 21 huruf c"),
        ("Ps. 27(1) UU 25/2009", "UU 25/2009 Pasal 27 ayat (1)"),
        ("Pasal 27 ayat 1 UU 25/2009", "UU 25/2009 Pasal 27 ayat (1)"),
        ("UU 25/2009, Pasal 21", "UU 25/2009 Pasal 21"),
        ("UU 25/2009 pada Pasal 21", "UU 25/2009 Pasal 21"),
        ("Pasal 18a UU 25/2009", "UU 25/2009 Pasal 18A"),
        ("Pasal I UU 31/2014", "UU 31/2014 Pasal I"),
        ("Pasal 1 angka 7 UU 25/2009", "UU 25/2009 Pasal 1 angka 7"),
        ("PP 96/2012 Pasal 30 ayat (4)", "PP 96/2012 Pasal 30 ayat (4)"),
        ("PP 07/2015", "PP 7/2015"),
        ("PP 7/2015 Lampiran", "PP 7/2015 Lampiran"),
        ("Lampiran III PP 7/2015", "PP 7/2015 Lampiran III"),
        ("Lampiran III huruf A angka 2 PP 7/2015", "PP 7/2015 Lampiran III huruf a angka 2"),
        ("Perpu 2/2022", "Perppu 2/2022"),
        ("PermenPANRB 14/2017", "PermenPANRB 14/2017"),
        ("Permenpan RB Nomor 14 Tahun 2017", "PermenPANRB 14/2017"),
        ("Permen PAN-RB No. 14 Tahun 2017", "PermenPANRB 14/2017"),
        ("PermenPAN dan RB 14/2017", "PermenPANRB 14/2017"),
        ("Peraturan Menteri PANRB Nomor 14 Tahun 2017", "PermenPANRB 14/2017"),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi RI No 14/2017",
            "PermenPANRB 14/2017",
        ),
        ("Perka BPS 78/2020", "Perka BPS 78/2020"),
        ("Peraturan Kepala BPS Nomor 78 Tahun 2020", "Perka BPS 78/2020"),
        ("Peraturan Kepala Badan Pusat Statistik No. 78/2020", "Perka BPS 78/2020"),
        ("Peraturan BPS 2/2019", "Peraturan BPS 2/2019"),
        ("Kepka BPS 630/2019", "Kepka BPS 630/2019"),
        ("Kepmenpan 25/KEP/M.PAN/2/2004", "KepmenPAN 25/KEP/M.PAN/2/2004"),
        ("KepmenPAN-RB 680/2020", "KepmenPANRB 680/2020"),
        (
            "Keputusan Inspektur Utama BPS No. B146/BPS/8000/10/2019",
            "Kep. Inspektur Utama BPS B146/BPS/8000/10/2019",
        ),
        ("Kepmendagri 300.2.2-2138 Tahun 2025", "Kepmendagri 300.2.2-2138/2025"),
        ("UU No. 25 Th. 2009", "UU 25/2009"),
        ("UU nmr 25 Tahun2009", "UU 25/2009"),
        ("U.U. No. 25 thn2009", "UU 25/2009"),
        ("UU No. 25 year 2009", "UU 25/2009"),
        ("Undang-undang R.I. nomor 25 tahun 2009", "UU 25/2009"),
        ("UU-RI No. 25 Tahun 2009", "UU 25/2009"),
        ("UURI No. 25/2009", "UU 25/2009"),
        ("Undang2 Nomor 25 Tahun 2009", "UU 25/2009"),
        ("Law of the Republic of Indonesia Number 25 of 2009", "UU 25/2009"),
        ("Act No. 25 of 2009", "UU 25/2009"),
        ("UU Pelayanan Publik No. 25 Tahun 2009", "UU 25/2009"),
        ("UU KIP Nomor 14 Tahun 2008 Pasal 22", "UU 14/2008 Pasal 22"),
        ("UU satu dua tiga empat lima enam No. 25 Tahun 2009", "UU 25/2009"),
        ("P.P. 96/2012", "PP 96/2012"),
        ("Pepres No. 76 Tahun 2013", "Perpres 76/2013"),
        ("PERMENPAN RB NO 14 TAHUN 2017", "PermenPANRB 14/2017"),
        ("Permenpan-RB 15/2014", "PermenPANRB 15/2014"),
        ("Permen PAN/RB No. 14/2017", "PermenPANRB 14/2017"),
        ("Permenpan & RB 15/2014", "PermenPANRB 15/2014"),
        ("Permenpan Nomor 36 Tahun 2012", "PermenPANRB 36/2012"),
        ("Peraturan Menteri Negara PAN-RB 36/2012", "PermenPANRB 36/2012"),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara & Reformasi Birokrasi No 15/2014",
            "PermenPANRB 15/2014",
        ),
        ("Kep. Menpan 63/KEP/M.PAN/7/2003", "KepmenPAN 63/KEP/M.PAN/7/2003"),
        ("KEPMENPAN Nomor: KEP/25/M.PAN/2/2004", "KepmenPAN 25/KEP/M.PAN/2/2004"),
        ("Kepmenpan Kep-25/M.PAN/2/2004", "KepmenPAN 25/KEP/M.PAN/2/2004"),
        ("Kepmenpan KEP/25 Tahun 2004", "KepmenPAN 25/2004"),
        ("Perka BPS R.I. No. 78 Tahun 2020", "Perka BPS 78/2020"),
        ("penjelasan Pasal 21 huruf h UU 25/2009", "penjelasan UU 25/2009 Pasal 21 huruf h"),
        ("UU 25/2009 penjelasan Pasal 21", "penjelasan UU 25/2009 Pasal 21"),
        ("Penjelasan atas UU 25/2009", "penjelasan UU 25/2009"),
        ("penj. Pasal 21 UU 25/2009", "penjelasan UU 25/2009 Pasal 21"),
        ("Article 12 of the Government Regulation No. 96 of 2012", "PP 96/2012 Pasal 12"),
        ("Law 25/2009 Article 23 paragraph (4)", "UU 25/2009 Pasal 23 ayat (4)"),
    ],
)
def test_the_spellings_people_write_are_read(written: str, short: str) -> None:
    assert str(Citation.parse(written)) == short


@pytest.mark.parametrize(
    "title",
    [
        "Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Persyaratan dan Tata Cara Pengenaan Tarif Rp0,00 (Nol Rupiah) terhadap Pihak Tertentu",
        "Penetapan Perppu 2/2022 tentang Cipta Kerja menjadi Undang-Undang",
    ],
)
def test_a_title_that_names_another_regulation_or_has_brackets_stays_one(title: str) -> None:
    for written in (f"PP 96/2012 tentang {title} Pasal 12", f"Pasal 12 PP 96/2012 tentang {title}"):
        assert str(Citation.parse(written)) == "PP 96/2012 Pasal 12"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pasal 22",
        "UU",
        "UU 25",
        "UU 25/09",
        "UU 25 Tahun",
        "UU 25 Tahun 09",
        "UU Nomor",
        "UU Nomor dua puluh lima Tahun 2009",
        "UU 25/2009 dan PP 96/2012",
        "UU 25/2009 Pasal 21 huruf c dan huruf d",
        "UU 25/2009 Pasal",
        "UU 25/2009 Pasal 21 huruf",
        "UU 25/2009 Pasal 0",
        "UU 25/2009 Pasal 21 ayat (empat)",
        "UU 25/2009 Pasal 21 ayat (4",
        "UU 25/2009 yang lama",
        "UU (lama) 25/2009",
        "SK Kepala BPS Kabupaten Nusa Indah Nomor 12 Tahun 2024",
        "Keputusan Kepala BPS Kabupaten Nusa Indah Nomor 12 Tahun 2024",
        "Peraturan Kepala",
        "Perka 78/2020",
        "Undang-Undang Dasar 1945 Pasal 5",
        "UU " + "1" * 200 + "/2009",
        "UU " + "1/" * 40 + "2009",
        "UU 25/2009 Pasal 21 ayat (1",
    ],
)
def test_what_is_not_one_citation_is_refused(text: str) -> None:
    with pytest.raises(CitationError) as caught:
        Citation.parse(text)
    assert caught.value.found == text
    assert caught.value.expected == "UU 25/2009 Pasal 21 huruf c"
    assert len(str(caught.value)) < 250


def test_the_error_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(CitationError("Pasal 22")))  # noqa: S301 - our own bytes
    assert (error.found, str(error)) == ("Pasal 22", str(CitationError("Pasal 22")))


@given(st.text())
def test_no_text_makes_the_reader_fail_in_another_way(text: str) -> None:
    try:
        citation = Citation.parse(text)
    except CitationError:
        return
    assert Citation.parse(str(citation)) == citation


def test_the_long_official_form(register: Register) -> None:
    citation = Citation.parse("UU 25/2009 Pasal 21 huruf c")
    assert citation.long(register) == (
        "Pasal 21 huruf c Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
    )
    assert citation.long(register, "en") == (
        "Article 21 letter c of Law Number 25 of 2009 on Public Services"
    )


def test_the_long_form_of_an_elucidation(register: Register) -> None:
    citation = Citation.parse("penjelasan UU 25/2009 Pasal 21")
    assert citation.long(register).startswith("Penjelasan Pasal 21 Undang-Undang")
    assert citation.long(register, "en").startswith("Elucidation of Article 21 of Law")


def test_the_long_form_leaves_out_a_title_that_is_not_known(register: Register) -> None:
    assert Citation.parse("UU 1/1945").long(register) == "Undang-Undang Nomor 1 Tahun 1945"
    assert Citation.parse("Perka BPS 1/2012").long(register) == (
        "Peraturan Kepala Badan Pusat Statistik Nomor 1 Tahun 2012"
    )


def test_a_regulation_known_under_two_numbers_is_written_with_the_full_one(
    register: Register,
) -> None:
    written = Citation.parse("KepmenPAN 25/2004").long(register)
    assert "Nomor 25/KEP/M.PAN/2/2004 tentang Pedoman Umum" in written


@pytest.mark.unmeasured
@given(st.lists(citations, max_size=4))
def test_citations_order_by_regulation_then_place(written: list[Citation]) -> None:
    for first, second in pairwise(sorted(written)):
        assert first.regulation <= second.regulation
        assert first <= second


def test_a_citation_compares_only_with_citations() -> None:
    with pytest.raises(TypeError):
        _ = Citation.parse("UU 25/2009") < "UU 25/2009"


def test_a_citation_needs_a_regulation() -> None:
    with pytest.raises(TypeError):
        Citation(regulation="UU 25/2009")  # type: ignore[arg-type]


def test_a_place_joins_a_regulation() -> None:
    key = RegulationKey.parse("UU 25/2009")
    place = Provision(article="21", letter="c")
    assert Citation.at(key, place) == Citation(regulation=key, article="21", letter="c")
