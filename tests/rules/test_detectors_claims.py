"""What a policy told in words says of claims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pst_standards.rules.detectors.claims import (
    excludes_own_cause,
    keeps_register,
    limits_claim,
    limits_fulfilment,
    names_decider,
    names_decree,
    names_verifier,
    names_way_to_claim,
    says_how_often,
    states_exclusion,
)

Detector = Callable[[str], bool]
SAID: list[tuple[Detector, str]] = [
    (names_decider, "Kompensasi diputuskan oleh kepala kantor"),
    (names_decider, "Diberikan langsung oleh penanggung jawab PTSP"),
    (names_decider, "Besaran kompensasi ditetapkan oleh panitera"),
    (names_decider, "Kompensasi diberikan atas persetujuan atasan langsung"),
    (names_decider, "Dengan keputusan tim pengaduan"),
    (names_decider, "Compensation is given by the head of the desk"),
    (names_decider, "Approved by the team"),
    (names_verifier, "Pengaduan diverifikasi oleh tim"),
    (names_verifier, "Kejadian diperiksa lebih dahulu oleh koordinator"),
    (names_verifier, "Setelah verifikasi Tim Penanganan Pengaduan"),
    (names_verifier, "Sesuai kriteria dan hasil evaluasi tim"),
    (names_verifier, "Pemeriksaan awal oleh petugas"),
    (names_verifier, "Verified by the complaint team"),
    (names_way_to_claim, "Klaim diajukan melalui kotak saran"),
    (names_way_to_claim, "Pengguna melapor kepada petugas pengaduan"),
    (names_way_to_claim, "Kompensasi diberikan bila pengaduan masuk lewat WhatsApp"),
    (names_way_to_claim, "Diajukan pada loket informasi"),
    (names_way_to_claim, "Claims are made at the front desk"),
    (limits_claim, "Klaim diajukan paling lambat 30 hari sejak pelayanan diterima"),
    (limits_claim, "Pengaduan disampaikan maks. 3 (tiga) hari kerja"),
    (limits_claim, "Pengguna melapor pada hari yang sama"),
    (limits_claim, "Claims must be made within 30 days"),
    (limits_claim, "Klaim selambat-lambatnya 7 hari"),
    (limits_fulfilment, "Kompensasi diberikan paling lambat 1x24 jam setelah verifikasi"),
    (limits_fulfilment, "Diserahkan saat itu juga"),
    (limits_fulfilment, "Suvenir diberikan langsung"),
    (limits_fulfilment, "Produk dikirimkan dalam waktu 2 hari"),
    (limits_fulfilment, "Compensation is handed over within 5 days"),
    (states_exclusion, "Kompensasi tidak berlaku dalam keadaan kahar"),
    (states_exclusion, "Kecuali berkas tidak lengkap"),
    (states_exclusion, "Keterlambatan di luar kendali kantor"),
    (states_exclusion, "Keterlambatan bukan karena pengguna"),
    (states_exclusion, "It does not apply in case of force majeure"),
    (states_exclusion, "Unless the file is incomplete"),
    (excludes_own_cause, "Tidak berlaku bila antrean panjang"),
    (excludes_own_cause, "Dikecualikan bila petugas sedang rapat"),
    (excludes_own_cause, "Kecuali karena keterbatasan SDM"),
    (excludes_own_cause, "Tidak berlaku bila pengunjung sedang ramai"),
    (excludes_own_cause, "Kecuali stok suvenir habis"),
    (excludes_own_cause, "Does not apply during busy hours"),
    (says_how_often, "1 (satu) suvenir untuk setiap keterlambatan"),
    (says_how_often, "Diberikan satu kali"),
    (says_how_often, "Bebas antrean sekali"),
    (says_how_often, "Only one compensation per event"),
    (keeps_register, "Setiap kompensasi dicatat oleh petugas"),
    (keeps_register, "Buku register kompensasi"),
    (keeps_register, "Every remedy is recorded"),
    (names_decree, "SK Kepala Kantor Nomor 12/2026"),
    (names_decree, "Surat Keputusan Ketua No. W13-U4/159/SK.KPN/12/2020"),
    (names_decree, "Decree of the head number 5 of 2026"),
]
NOT_SAID: list[tuple[Detector, str]] = [
    (names_decider, "Pelayanan yang diberikan oleh petugas terlambat"),
    (names_decider, "sesuai dengan standar yang telah ditetapkan oleh kepala kantor"),
    (names_decider, "Kompensasi diberikan apabila terlambat"),
    (names_verifier, "Kompensasi diberikan setelah verifikasi"),
    (names_verifier, "Pelayanan dinilai kurang baik"),
    (names_way_to_claim, "Klaim kompensasi"),
    (names_way_to_claim, "Kompensasi diberikan kepada pengguna"),
    (names_way_to_claim, "Klaim. Datang ke loket"),
    (limits_claim, "Bila terlambat lebih dari 30 menit dan pengguna mengajukan pengaduan"),
    (limits_claim, "Kompensasi diberikan paling lambat 30 hari"),
    (limits_claim, "Klaim diajukan secepatnya"),
    (limits_fulfilment, "Kompensasi diberikan bila terlambat 30 menit"),
    (limits_fulfilment, "Pelayanan paling lama 30 menit"),
    (states_exclusion, "Keputusan lama tidak berlaku lagi"),
    (states_exclusion, "Kompensasi diberikan apabila terlambat"),
    (excludes_own_cause, "Kompensasi diberikan bila antrean panjang"),
    (excludes_own_cause, "Tidak berlaku dalam keadaan kahar"),
    (excludes_own_cause, "Tidak berlaku bila banjir. Antrean panjang membuat pelayanan terlambat."),
    (says_how_often, "Kompensasi berupa suvenir"),
    (keeps_register, "Terdaftar sebagai pengguna"),
    (names_decree, "Keputusan Kepala Kantor"),
    (names_decree, "Nomor antrean 12"),
]


@pytest.mark.parametrize(("detector", "words"), SAID)
def test_what_is_said_is_heard(detector: Detector, words: str) -> None:
    assert detector(words)


@pytest.mark.parametrize(("detector", "words"), [*NOT_SAID, *((one, "") for one, _ in SAID[::3])])
def test_what_is_not_said_is_not_heard(detector: Detector, words: str) -> None:
    assert not detector(words)
