"""Which measure of time a sentence on complaints names, and which limit it means."""

from __future__ import annotations

import pytest

from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.detectors.clocks import settles, stage_cited, stage_told
from pst_standards.rules.detectors.spoken_time import Measure, measure_in

S = ClockStage
U = TimeUnit


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("14 hari kerja", Measure(14, U.WORKING_DAY)),
        ("14 (empat belas) Hari  Kerja", Measure(14, U.WORKING_DAY)),
        ("maks. 3\N{NO-BREAK SPACE}hari kalender", Measure(3, U.CALENDAR_DAY)),
        ("60 hari sejak berkas lengkap", Measure(60, U.DAY)),
        ("3 jam", Measure(3, U.HOUR)),
        ("10 menit", Measure(10, U.MINUTE)),
        ("1 bulan", Measure(1, U.MONTH)),
        ("within 5 working days", Measure(5, U.WORKING_DAY)),
        ("5 business days", Measure(5, U.WORKING_DAY)),
        ("30 calendar days", Measure(30, U.CALENDAR_DAY)),
        ("1 day", Measure(1, U.DAY)),
        ("2 hours", Measure(2, U.HOUR)),
        ("90 minutes", Measure(90, U.MINUTE)),
        ("2 months", Measure(2, U.MONTH)),
        ("14 hari, paling lama 14 hari", Measure(14, U.DAY)),
        ("5-14 hari kerja", Measure(14, U.WORKING_DAY)),
        ("3 hari lalu 5 hari", None),
        ("1,5 jam", None),
        ("14 harimau", None),
        ("segera", None),
        ("", None),
        ("x" * 1000 + "14 hari", None),
        ("x" * 992 + " 14 hari", Measure(14, U.DAY)),
    ],
)
def test_the_one_measure_of_a_sentence(words: str, measure: Measure | None) -> None:
    assert measure_in(words) == measure


@pytest.mark.parametrize(
    ("citation", "stage"),
    [
        ("UU 25/2009 Pasal 42 ayat (2)", S.COMPLAIN),
        ("UU 25/2009 Pasal 44 ayat (3)", S.FIRST_ANSWER),
        ("Pasal 44 ayat (4) Undang-Undang Nomor 25 Tahun 2009", S.COMPLETION),
        ("UU 25/2009 Pasal 50 ayat (1)", S.DECISION),
        ("UU 25/2009 Pasal 50 ayat (2)", S.DELIVERY),
        ("PermenPANRB 62/2018; UU 25/2009 Pasal 50 ayat (1)", S.DECISION),
        ("UU 25/2009 Pasal 50", None),
        ("UU 25/2009", None),
        ("UU 14/2008 Pasal 44 ayat (3)", None),
        ("Pasal 44 ayat (3)", None),
        ("", None),
    ],
)
def test_the_limit_that_an_article_sets(citation: str, stage: S | None) -> None:
    assert stage_cited(citation) is stage


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Pengaduan disampaikan sejak menerima pelayanan", S.COMPLAIN),
        ("Mengadu paling lambat 30 hari setelah mendapatkan layanan", S.COMPLAIN),
        ("The complaint is made after receiving the service", S.COMPLAIN),
        ("Pengaduan ditanggapi sejak diterima", S.FIRST_ANSWER),
        ("Pengaduan ditanggapi setelah menerima layanan", S.FIRST_ANSWER),
        ("Respons awal", S.FIRST_ANSWER),
        ("Pengaduan dijawab", S.FIRST_ANSWER),
        ("Jawaban kepada pengadu", S.FIRST_ANSWER),
        ("Petugas menjawab", S.FIRST_ANSWER),
        ("The complaint is answered after receipt", S.FIRST_ANSWER),
        ("Pengadu melengkapi materi aduan sejak menerima tanggapan", S.COMPLETION),
        ("Berkas dilengkapi", S.COMPLETION),
        ("The complainant completes the complaint after the answer", S.COMPLETION),
        ("Hasil pemeriksaan diputuskan sejak berkas dinyatakan lengkap", S.DECISION),
        ("Putusan atas pengaduan", S.DECISION),
        ("Kepala kantor memutus", S.DECISION),
        ("The result is decided after the file is declared complete", S.DECISION),
        ("Keputusan disampaikan kepada pengadu sejak diputuskan", S.DELIVERY),
        ("Penyampaian hasil kepada pengadu", S.DELIVERY),
        ("Hasil pemeriksaan diberitahukan", S.DELIVERY),
        ("The decision is delivered to the complainant after deciding", S.DELIVERY),
        ("Pengaduan tidak berkadar pengawasan", S.WITHOUT_EXAMINATION),
        ("Pengaduan tanpa pemeriksaan lapangan", S.WITHOUT_EXAMINATION),
        ("Complaints without field examination", S.WITHOUT_EXAMINATION),
        ("Pengaduan berkadar pengawasan", S.WITH_EXAMINATION),
        ("Pengaduan yang memerlukan pemeriksaan", S.WITH_EXAMINATION),
        ("Complaints with examination", S.WITH_EXAMINATION),
        ("Aspirasi masyarakat", S.ASPIRATION),
        ("Suggestions", S.ASPIRATION),
        ("Permintaan informasi", S.INFORMATION),
        ("Pengaduan ringan", S.INFORMATION),
        ("Pengaduan yang bersifat normatif", S.INFORMATION),
        ("A request for information", S.INFORMATION),
        ("Verifikasi pengaduan sejak diterima", S.VERIFICATION),
        ("Pengaduan diverifikasi", S.VERIFICATION),
        ("The complaint is verified", S.VERIFICATION),
        ("Pengadu menanggapi hasil", S.REACTION),
        ("Kasus ditutup otomatis", S.REACTION),
        ("The case is closed", S.REACTION),
        # What is not certain is left open.
        ("Penyelesaian pengaduan", None),
        ("Tanggapan dan penyelesaian pengaduan", None),
        ("Putusan dan tanggapan", None),
        ("Pengaduan diproses", None),
        ("Pengaduan", None),
        ("", None),
    ],
)
def test_the_limit_that_a_sentence_means(words: str, stage: S | None) -> None:
    assert stage_told(words) is stage


def test_only_the_beginning_of_a_long_sentence_is_read() -> None:
    assert stage_told("x" * 990 + " Verifikasi") is None
    assert stage_told("x" * 989 + " Verifikasi") is S.VERIFICATION
    assert settles("x" * 992 + " selesai") is True
    assert settles("x" * 993 + " selesai") is False


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        ("Diselesaikan dalam 60 hari", True),
        ("penyelesaian", True),
        ("Selesai", True),
        ("It is settled", True),
        ("resolved", True),
        ("Ditanggapi dalam 14 hari", False),
        ("", False),
    ],
)
def test_words_of_settling(words: str, *, settled: bool) -> None:
    assert settles(words) is settled
