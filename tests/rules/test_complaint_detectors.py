"""What the detectors on complaints make of real wordings, and of their near misses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage, FormFieldKind
from pst_standards.rules.detectors.addresses import (
    host_of,
    is_below_bps,
    names_bps_host,
    names_lapor,
)
from pst_standards.rules.detectors.clocks import settles, stage_cited, stage_told
from pst_standards.rules.detectors.form_fields import kind_told, types_anonymous
from pst_standards.rules.detectors.history import tells_past
from pst_standards.rules.detectors.matters import (
    chapters_missing,
    heads_examination,
    matters_missing,
    shares_without_day_kind,
    speaks_of_whistleblowing,
)
from pst_standards.rules.detectors.persons import (
    holds_national_id,
    holds_ticket_code,
    mobile_numbers,
    names_person,
    private_mails,
)
from pst_standards.rules.detectors.retention import states_retention
from pst_standards.rules.detectors.spoken_time import Measure, measure_in

S = ClockStage
U = TimeUnit
K = FormFieldKind


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://webapps.bps.go.id/pengaduan/wbs", "webapps.bps.go.id"),
        ("  HTTP://Webapps.BPS.go.id.  ", "webapps.bps.go.id"),
        ("webapps.bps.go.id", "webapps.bps.go.id"),
        ("https://bps.go.id:8443?x=1#y", "bps.go.id"),
        ("https://bps.go.id@example.com/", "example.com"),
        ("https://example.com/bps.go.id", "example.com"),
        ("http://[::1", "["),
        ("", ""),
        ("   ", ""),
    ],
)
def test_the_host_of_an_address(address: str, host: str) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("bps.go.id", True),
        ("https://semarangkab.bps.go.id/x", True),
        ("https://bps.go.id.example.com", False),
        ("https://mybps.go.id", False),
        ("https://bps.go.id@example.com", False),
        ("https://jatengprov.go.id", False),
        ("-", False),
    ],
)
def test_an_address_below_bps(address: str, *, below: bool) -> None:
    assert is_below_bps(address) is below


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Laman https://webapps.bps.go.id/pengaduan.", True),
        ("(webapps.bps.go.id)", True),
        ("Buka BPS.GO.ID", True),
        ("bps.go.id.", True),
        ("Surel bps3399@bps.go.id", False),
        ("surel wbs@webapps.bps.go.id", False),
        ("mybps.go.id", False),
        ("bps.go.id.example.com", False),
        ("bps.go.identitas", False),
        ("BPS", False),
    ],
)
def test_a_text_names_a_host_of_bps(words: str, *, named: bool) -> None:
    assert names_bps_host(words) is named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("SP4N-LAPOR!", True),
        ("sp4n", True),
        ("aplikasi LAPOR", True),
        ("Lapor!", True),
        ("www.lapor.go.id", True),
        ("@lapor1708", True),
        ("SMS ke 1708", True),
        ("Silakan lapor ke petugas", False),
        ("Laporan pengaduan", False),
        ("PELAPOR", False),
        ("telepon 0274-17081", False),
    ],
)
def test_a_text_names_the_national_system(words: str, *, named: bool) -> None:
    assert names_lapor(words) is named


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


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NIK", K.NATIONAL_ID),
        ("Nomor KTP pengadu", K.NATIONAL_ID),
        ("Tempat, tanggal lahir", K.BIRTH),
        ("Tanggal Lahir", K.BIRTH),
        ("Agama", K.RELIGION),
        ("Status perkawinan", K.MARITAL_STATUS),
        ("Riwayat kesehatan", K.HEALTH),
        ("Jenis disabilitas", K.HEALTH),
        ("Diagnosis", K.HEALTH),
        ("Kebutuhan khusus", K.NEED),
        ("Catatan kepolisian (SKCK)", K.CRIME),
        ("Nomor rekening", K.FINANCE),
        ("Penghasilan per bulan", K.FINANCE),
        ("Nama anak", K.CHILD),
        ("Unggah bukti", K.ATTACHMENT),
        ("Kerugian yang diderita", K.LOSS),
        ("Penyelesaian yang diminta", K.REQUEST),
        ("Harapan pengadu", K.REQUEST),
        ("Tempat, waktu, dan tanda tangan", K.PLACE_AND_TIME),
        ("Tanggal kejadian", K.DATE),
        ("Waktu dan tanggal pelayanan", K.DATE),
        ("Saluran", K.CHANNEL),
        ("Jenis layanan", K.SERVICE),
        ("Nama layanan", K.SERVICE),
        ("Uraian pengaduan", K.DESCRIPTION),
        ("Kronologi", K.DESCRIPTION),
        ("Nomor HP/WA", K.CONTACT),
        ("Alamat e-mail", K.CONTACT),
        ("Nama lengkap", K.IDENTITY),
        ("Alamat", K.IDENTITY),
        ("Full name", K.IDENTITY),
        ("Kategori", None),
        ("Keterangan", None),
        ("Kegamaan", None),
        ("", None),
        ("x" * 498 + " NIK", None),
        ("x" * 496 + " NIK", K.NATIONAL_ID),
    ],
)
def test_what_a_label_asks_for(label: str, kind: K | None) -> None:
    assert kind_told(label) is kind


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ('Nama (atau tulis "Anonim")', True),
        ("Nama/ketik anonim", True),
        ("Isikan kata Anonim", True),
        ("Name, or type anonymous", True),
        ("Nama", False),
        ("Tulis nama. Anonim dapat dipilih di bawah.", False),
        ("Pengadu anonim", False),
        ("Anonimitas dijaga, atau tidak", False),
        ("x" * 490 + " atau anonim", False),
        ("x" * 488 + " atau anonim", True),
    ],
)
def test_a_label_has_people_type_anonymous(label: str, *, typed: bool) -> None:
    assert types_anonymous(label) is typed


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("pelapor bernama Budi", True),
        ("Terlapor a.n. Siti", True),
        ("saksi, Sdr. Budi", True),
        ("PELAPOR ATAS NAMA BUDI", True),
        ("pelapor (Ibu Siti)", True),
        ("the witness named Budi", True),
        ("pelapor menyebutkan nama", False),
        ("terlapor adalah Pegawai BPS", False),
        ("pelapor bernama Nama Contoh", False),
        ("pelapor atas nama Dinas Kependudukan", False),
        ("pelapor atas nama Timothy", True),
        ("saksi ibu hamil", False),
        ("pemohon bernama Budi", False),
        ("pelaporan bernama Budi", False),
        ("x" * 19_990 + " pelapor bernama Budi", False),
    ],
)
def test_a_person_is_named(words: str, *, named: bool) -> None:
    assert names_person(words) is named


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("3399010101900001", True),
        ("NIK:3399013112900001.", True),
        ("3399014101900001", True),
        ("3399017112900001", True),
        ("1199010101900001", True),
        ("1099010101900001", False),
        ("3399010001900001", False),
        ("3399013201900001", False),
        ("3399014001900001", False),
        ("3399017201900001", False),
        ("3399010100900001", False),
        ("3399010113900001", False),
        ("3399010112900001", True),
        ("3399010101900000", False),
        ("33990101019000012", False),
        ("339901010190001", False),
        ("0000000000000000 3399010101900001", True),
        ("", False),
        ("x" * 19_984 + "3399010101900001", True),
        ("x" * 19_985 + "3399010101900001", False),
    ],
)
def test_an_identity_number_is_told_from_other_digits(words: str, *, held: bool) -> None:
    assert holds_national_id(words) is held


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("0812-3456-7890", {"81234567890"}),
        ("+62 812 3456 7890, 081234567890", {"81234567890"}),
        ("62812.3456.789", {"8123456789"}),
        ("(024) 6921234", set()),
        ("0812", set()),
        ("10812345678901234", set()),
        ("0812-0000-0000 dan 0813-0000-0000", {"81200000000", "81300000000"}),
    ],
)
def test_mobile_numbers_are_read_in_any_spelling(words: str, numbers: set[str]) -> None:
    assert mobile_numbers(words) == numbers


@pytest.mark.parametrize(
    ("words", "mails"),
    [
        ("Nama.Contoh@Example.com", {"nama.contoh@example.com"}),
        ("bps3399@bps.go.id", set()),
        ("PPID@BPS.GO.ID", set()),
        ("x@go.id", set()),
        ("x@mygo.id", {"x@mygo.id"}),
        ("satu@example.com, dua@example.org", {"satu@example.com", "dua@example.org"}),
        ("@lapor1708", set()),
    ],
)
def test_mails_of_the_government_are_not_private(words: str, mails: set[str]) -> None:
    assert private_mails(words) == mails


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Nomor tiket: L-3399/092026/AB12", True),
        ("kode pelacakan ABC12345", True),
        ("No. pengaduan 2026-000123", True),
        ("ticket number", False),
        ("Nomor pengaduan dicatat", False),
        ("nomor tiket: PENGADUAN", False),
        ("nomor pengaduan 12", False),
        ("jumlah pengaduan 20260001", False),
    ],
)
def test_a_ticket_number_is_found(words: str, *, held: bool) -> None:
    assert holds_ticket_code(words) is held


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "kode etik"),
        (1, "Pelanggaran etika"),
        (1, "code of ethics"),
        (2, "penyalahgunaan kewenangan"),
        (2, "penyalahgunaan jabatan"),
        (2, "abuse of power"),
        (3, "pelanggaran sumpah"),
        (3, "janji PNS"),
        (3, "breach of oath"),
        (4, "disiplin"),
        (4, "discipline"),
        (5, "hukum pidana"),
        (5, "pelanggaran hukum"),
        (5, "korupsi"),
        (5, "criminal law"),
        (6, "mal-administrasi"),
        (6, "maladministration"),
        (7, "pelayanan publik"),
        (7, "pelayanan yang tidak memuaskan"),
        (7, "unsatisfactory service"),
    ],
)
def test_each_matter_is_known_by_its_wordings(number: int, words: str) -> None:
    missing = matters_missing(words)
    assert missing == tuple(one for one in range(1, 8) if one != number)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "Rekapitulasi"),
        (1, "jumlah pengaduan"),
        (1, "recap"),
        (2, "tindak lanjut"),
        (2, "ditindaklanjuti"),
        (2, "followed up"),
        (2, "follow-up"),
        (3, "kendala"),
        (3, "hambatan"),
        (3, "permasalahan"),
        (3, "obstacles"),
        (4, "evaluasi"),
        (4, "dievaluasi"),
        (4, "evaluation"),
    ],
)
def test_each_chapter_is_known_by_its_wordings(number: int, words: str) -> None:
    assert chapters_missing(words) == tuple(one for one in range(1, 5) if one != number)


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("Laporan WBS", True),
        ("Whistleblowing System", True),
        ("whistle blower", True),
        ("whistle-blowing", True),
        ("WBSX", False),
        ("Laporan pengaduan", False),
    ],
)
def test_whistleblowing_is_spoken_of(words: str, *, spoken: bool) -> None:
    assert speaks_of_whistleblowing(words) is spoken


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tepat waktu 95%", True),
        ("95 persen tepat waktu", True),
        ("On time: 95 per cent", True),
        ("tepat waktu 95 % dalam hari kalender", False),
        ("on time 95% in working days", False),
        ("tepat waktu", False),
        ("95%", False),
    ],
)
def test_a_share_on_time_without_its_days(words: str, *, found: bool) -> None:
    assert shares_without_day_kind(words) is found


@pytest.mark.parametrize(
    ("words", "headed"),
    [
        ("Hak Pemeriksaan", True),
        ("hak  pemeriksaan: 1. Merahasiakan", True),
        ("HAK PEMERIKSAAN MERAHASIAKAN", True),
        ("Hak Pemeriksa", False),
        ("hak pemeriksaan ulang", False),
        ("pihak pemeriksaan", False),
        ("hak atas pemeriksaan", False),
    ],
)
def test_the_slip_of_the_heading(words: str, *, headed: bool) -> None:
    assert heads_examination(words) is headed


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Data disimpan selama 5 tahun", True),
        ("Masa retensi 24 bulan", True),
        ("Penghapusan setelah 90 hari", True),
        ("Kept for 2 years", True),
        ("Dimusnahkan menurut jadwal retensi", True),
        ("By the retention schedule", True),
        ("Data disimpan dengan aman", False),
        ("Ditanggapi dalam 14 hari", False),
        ("Jadwal pelayanan 8 jam", False),
        ("", False),
    ],
)
def test_a_time_of_keeping_is_stated(words: str, *, stated: bool) -> None:
    assert states_retention(words) is stated


@pytest.mark.parametrize(
    ("words", "past"),
    [
        ("sebagaimana telah dicabut", True),
        ("digantikan oleh", True),
        ("Formerly", True),
        ("berdasarkan", False),
        ("", False),
    ],
)
def test_the_past_is_told(words: str, *, past: bool) -> None:
    assert tells_past(words) is past


@given(st.text(max_size=300))
def test_no_text_breaks_a_detector(words: str) -> None:
    host_of(words)
    assert is_below_bps(words) in {True, False}
    for detect in (names_bps_host, names_lapor, settles, types_anonymous, names_person):
        assert detect(words) in {True, False}
    for detect in (holds_national_id, holds_ticket_code, heads_examination, states_retention):
        assert detect(words) in {True, False}
    measure_in(words)
    stage_cited(words)
    stage_told(words)
    kind_told(words)
    assert mobile_numbers(words).isdisjoint(private_mails(words))
    assert set(matters_missing(words)) <= set(range(1, 8))
    assert set(chapters_missing(words)) <= set(range(1, 5))


@pytest.mark.parametrize(
    "piece", ["0", "a-", "a.", "62 8", "lapor ", "hari ", "@a", "pelapor, ", "3 "]
)
def test_a_hostile_text_is_read_in_no_time(piece: str) -> None:
    import time

    words = piece * (200_000 // len(piece))
    start = time.perf_counter()
    for detect in (names_bps_host, names_lapor, names_person, holds_national_id, private_mails):
        detect(words)
    for other in (mobile_numbers, holds_ticket_code, stage_told, states_retention, host_of):
        other(words)
    assert time.perf_counter() - start < 2
