"""What a text lays on those who were served badly: what is told, and what must not be."""

from __future__ import annotations

import pytest

from pst_standards.rules.detectors.burdens import (
    budgets_damages,
    charges_complaint,
    charges_officer,
    conflates,
    punishes_users,
    waives_rights,
)


@pytest.mark.parametrize(
    "words",
    [
        "Penerima kompensasi tidak dapat menuntut ganti rugi.",
        "Dengan menerima kompensasi, pengguna tidak dapat lagi menuntut ganti rugi",
        "Setelah menerima kompensasi, pemohon tidak boleh mengajukan pengaduan lagi.",
        "Penerima kompensasi tidak berhak untuk mengajukan gugatan kepada kantor",
        "Pengguna yang menerima kompensasi tidak akan menuntut di kemudian hari",
        "Penerima kompensasi tidak diperkenankan mengadu kepada Ombudsman",
        "Dengan diterimanya kompensasi, pemohon melepaskan hak untuk menuntut ganti kerugian.",
        "Kompensasi menghapus hak pengguna untuk mengadu",
        "Kompensasi menggugurkan hak atas ganti rugi",
        "Hak mengajukan gugatan gugur dengan diterimanya kompensasi",
        "Pengguna kehilangan hak untuk menggugat.",
        "Dengan diterimanya kompensasi pengaduan dianggap selesai",
        "Kompensasi diberikan dan keluhan pelanggan dinyatakan telah tuntas.",
        "Penerima kompensasi membebaskan kantor dari segala tuntutan hukum",
        "KOMPENSASI\u00a0MENGHAPUSKAN HAK MENGADU",
        "Pelapor tidak berhak menuntut ganti rugi",
        "Users who take the compensation may not claim damages",
        "The user can no longer lodge a complaint once compensation is given.",
        "By accepting compensation the user waives any right to sue",
        "Compensation given, the complaint is deemed settled",
        "The user releases the office from all claims",
        "Users cannot seek damages",
    ],
)
def test_a_right_given_up_is_told(words: str) -> None:
    assert waives_rights(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Kompensasi tidak menghapus hak mengadu dan menuntut ganti rugi.",
        "Kompensasi diberikan tanpa mengurangi hak pengguna untuk menuntut ganti rugi",
        "Kompensasi tidak mengurangi hak penerima pelayanan untuk mengadu dan menuntut ganti rugi.",
        "Menerima kompensasi bukan berarti pengguna tidak dapat menuntut ganti rugi",
        "Pengguna dapat menuntut ganti rugi walaupun telah menerima kompensasi",
        "Pengadu dapat memasukkan tuntutan ganti rugi dalam surat pengaduannya",
        "Pengadu tidak dapat menuntut ganti rugi apabila kerugian tidak dibuktikan",
        "Pengadu tidak dapat mengajukan pengaduan yang sama dua kali",
        "Pengaduan setelah 30 hari tidak dapat diajukan",
        "Pengadu tidak boleh mengajukan pengaduan lebih dari 30 hari",
        "Dengan pembayaran ganti rugi, pengaduan dinyatakan selesai; kompensasi tidak",
        "Pengaduan dinyatakan selesai",
        "Setelah kompensasi dan pembayaran ganti rugi, pengaduan dinyatakan selesai",
        "Pengaduan dianggap selesai bila pengadu puas dengan kompensasi",
        "Pengaduan dinyatakan selesai setelah pengadu menyetujui kompensasi",
        "Pemberian kompensasi: pengaduan tidak dianggap selesai",
        "Kompensasi tidak berarti pengaduan yang sedang ditangani itu dinyatakan selesai",
        "Pengaduan belum dinyatakan selesai walaupun kompensasi diberikan",
        "Petugas tidak boleh meminta ganti rugi",
        "Kantor tidak akan menuntut penerima kompensasi",
        "Pengguna tidak dapat meminta kompensasi dua kali",
        "Kami tidak dapat melayani di luar jam kerja",
        "Melepaskan hak cipta",
        "Compensation takes away neither the right to complain nor the right to claim damages.",
        "Compensation does not waive the right to complain",
        "The office may not claim damages from users who got compensation",
        "Users may not file the same complaint twice",
        "A complaint is deemed settled when the complainant agrees to the compensation",
        "The officer is released from duty",
    ],
)
def test_what_gives_nothing_up_is_let_pass(words: str) -> None:
    assert not waives_rights(words)


def test_only_one_sentence_is_read_at_a_time() -> None:
    assert not waives_rights(
        "Kompensasi diberikan. Pengaduan yang telah ditangani dinyatakan selesai."
    )


@pytest.mark.parametrize(
    "words",
    [
        "Kompensasi/ganti rugi diberikan berupa suvenir",
        "kompensasi (ganti rugi)",
        "Kompensasi ganti rugi berupa pengantaran gratis",
        "Ganti rugi/kompensasi",
        "ganti kerugian (kompensasi)",
        "Kompensasi adalah ganti rugi atas keterlambatan",
        "Kompensasi merupakan bentuk ganti kerugian kepada pelanggan",
        "Kompensasi atau disebut juga ganti rugi",
        "Ganti rugi berupa suvenir",
        "Kompensasi sebagai pengganti ganti rugi",
        "Kompensasi menggantikan hak atas ganti rugi",
        "compensation/damages",
        "Compensation (damages) is a mug",
        "Compensation replaces damages",
    ],
)
def test_compensation_taken_for_damages_is_told(words: str) -> None:
    assert conflates(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Kompensasi dan ganti rugi",
        "sanksi dan/atau kompensasi",
        "Kompensasi bukan merupakan ganti rugi",
        "Kompensasi berbeda dari ganti rugi; kompensasi/ganti rugi dibedakan",
        "Kompensasi tidak mengurangi hak atas ganti rugi",
        "Ganti rugi dibayar dari anggaran",
        "Kompensasi berupa suvenir. Ganti rugi dituntut dalam surat pengaduan.",
        "Compensation does not replace damages",
        "Compensation and damages",
    ],
)
def test_compensation_kept_apart_from_damages_is_let_pass(words: str) -> None:
    assert not conflates(words)


@pytest.mark.parametrize(
    "words",
    [
        "Pengadu wajib membayar biaya administrasi Rp10.000",
        "Pengaduan dikenakan biaya Rp 5.000",
        "Setiap pengaduan dikenai biaya administrasi",
        "Pelapor membayar di loket sebelum diperiksa",
        "Klaim kompensasi dipungut biaya Rp2.000",
        "Biaya pengaduan sebesar Rp 10.000,-",
        "Biaya pemeriksaan pengaduan ditanggung oleh pengadu",
        "Biaya klaim dibebankan kepada pelapor",
        "Complainants pay Rp10,000 at the desk",
        "Each complaint is charged at the desk",
        "The fee for a complaint is Rp 10,000",
    ],
)
def test_a_fee_for_a_complaint_is_told(words: str) -> None:
    assert charges_complaint(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Pengaduan tidak dipungut biaya",
        "Setiap orang yang dirugikan dapat mengadu tanpa dipungut biaya.",
        "Pengadu tidak perlu membayar apa pun",
        "Tidak dipungut biaya dalam pemeriksaan pengaduan",
        "Pengaduan tentang petugas yang meminta pengguna membayar lebih",
        "Pengaduan mengenai pungutan dapat disampaikan bila pengguna dipungut biaya",
        "Pengaduan karena dikenakan biaya di luar tarif",
        "Pengadu membayar biaya fotokopi dokumen",
        "Pengadu membubuhkan meterai dan membayar pengiriman",
        "Biaya pengaduan Rp0,00",
        "Biaya pengaduan Rp 0",
        "Tidak ada biaya pengaduan sebesar Rp 10.000",
        "Pembelian data dikenakan biaya sesuai tarif",
        "Complaints are free of charge",
        "The claimant pays nothing",
        "Complaints about officers who make users pay",
    ],
)
def test_a_complaint_that_costs_nothing_is_let_pass(words: str) -> None:
    assert not charges_complaint(words)


@pytest.mark.parametrize(
    "words",
    [
        "Biaya kompensasi ditanggung oleh petugas yang lalai",
        "Biaya kompensasi dibebankan kepada petugas yang lalai sampai dengan koordinator",
        "Kompensasi dibayar sendiri oleh pelaksana",
        "Petugas yang terlambat menanggung biaya kompensasi",
        "Kompensasi menjadi tanggungan pegawai yang bersangkutan",
        "The cost is borne by the officer at fault",
    ],
)
def test_a_cost_passed_on_to_an_officer_is_told(words: str) -> None:
    assert charges_officer(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Biaya kompensasi tidak dibebankan kepada petugas",
        "Tidak ada biaya kompensasi dalam bentuk apa pun yang ditanggung oleh petugas",
        "Biaya kompensasi ditanggung oleh anggaran kantor melalui petugas pengelola",
        "Biaya dibebankan kepada petugas setelah pemeriksaan disiplin",
        "Biaya ditanggung petugas sesuai dengan peraturan",
        "Kompensasi diberikan oleh petugas",
        "Biaya ditanggung oleh kantor",
        "The cost is paid from the budget by the officer in charge",
    ],
)
def test_a_cost_that_the_office_bears_is_let_pass(words: str) -> None:
    assert not charges_officer(words)


@pytest.mark.parametrize(
    "words",
    [
        "Akun pengguna diblokir selama 3 bulan",
        "Akun akan dinonaktifkan",
        "Pengguna yang tiga kali membatalkan dikenai sanksi",
        "Pemohon yang tidak hadir dikenakan denda",
        "Pelanggan dimasukkan ke dalam daftar hitam",
        "Pengunjung yang ribut masuk daftar hitam",
        "The account is blocked for three months",
        "Users who cancel three times are blacklisted",
    ],
)
def test_a_threat_to_users_is_told(words: str) -> None:
    assert punishes_users(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Bila merugikan pengguna, kami siap dikenai sanksi",
        "Kepada pengguna, petugas yang lalai dikenai sanksi",
        "Pengguna tidak dikenai sanksi",
        "Pengguna diberikan kompensasi",
        "Akun pengguna dilindungi",
        "Akun petugas diblokir",
        "Users are not blocked",
    ],
)
def test_what_threatens_no_user_is_let_pass(words: str) -> None:
    assert not punishes_users(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ganti rugi dibayar dari anggaran kantor", True),
        ("Anggaran ganti rugi tersedia dalam DIPA", True),
        ("DIPA memuat pembayaran ganti kerugian", True),
        ("Ganti rugi dianggarkan setiap tahun", True),
        ("Damages are paid from the budget of the office", True),
        ("The budget has a line for damages", True),
        ("Belum ada anggaran ganti rugi", False),
        ("Ganti rugi tidak dianggarkan", False),
        ("Tidak ada anggaran yang disediakan kantor untuk membayar tuntutan ganti rugi", False),
        ("There is no budget for damages", False),
        ("Pengadu dapat menuntut ganti rugi", False),
        ("Anggaran pelayanan", False),
        ("", False),
    ],
)
def test_a_budget_for_damages_is_told(words: str, *, found: bool) -> None:
    assert budgets_damages(words) is found
