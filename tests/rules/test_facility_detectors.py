from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.model.base import Text
from pst_standards.model.facility import FacilityKind
from pst_standards.rules.detectors.equipment import Equipment, equipment_in
from pst_standards.rules.detectors.facility_kinds import kinds_in
from pst_standards.rules.detectors.facility_use import after_hours, for_all, turned_into_store
from pst_standards.rules.detectors.measures import Tight, tight_in
from pst_standards.rules.detectors.plain import affirmed, denies, plain, spoken
from pst_standards.rules.detectors.repair_words import goes_on, names_force_majeure, stops


def test_plain_text_forgives_how_it_was_typed() -> None:
    assert plain("Ruang\u00a0\u00a0Tunggu") == "ruang tunggu"
    assert plain("FRONT-office_2") == "front office 2"
    assert plain("laki\N{EN DASH}laki\r\nwanita") == "laki laki ; wanita"
    assert plain("children\N{RIGHT SINGLE QUOTATION MARK}s") == "children's"


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert len(plain("a" * 70_000)) == 60_000


def test_texts_are_read_in_each_language() -> None:
    texts = (Text("a", "b"), None, Text(None, "c"), Text("d"), Text(""))
    assert list(spoken(*texts)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("kursi, tanpa ac, kipas", "kursi, , kipas"),
        ("belum ada kursi roda; ramp", "; ramp"),
        ("no chairs. desk", ". desk"),
        ("tidak jauh dari ac", "tidak jauh dari ac"),
        ("no. 5 ac", "no. 5 ac"),
    ],
)
def test_what_is_denied_is_not_there(words: str, left: str) -> None:
    assert affirmed(words) == left


@pytest.mark.parametrize(
    ("words", "no"),
    [
        ("Tidak", True),
        ("- Tidak ada.", True),
        ("belum tersedia", True),
        ("Nihil", True),
        ("None", True),
        ("Nobody", True),
        ("Tidak hanya untuk rapat", False),
        ("Tidak kurang dari dua orang", False),
        ("No. 12", False),
        ("Nomor 12", False),
        ("Disewakan", False),
        ("Petugas lain; tidak ada pada hari Jumat", False),
        ("", False),
    ],
)
def test_a_text_that_says_no(words: str, *, no: bool) -> None:
    assert denies(words) is no


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Front Office", {"front_office"}),
        ("front-desk", {"front_office"}),
        ("Loket Pelayanan", {"front_office"}),
        ("Meja layanan", {"front_office"}),
        ("Ruang PST", {"front_office"}),
        ("Reception", {"front_office"}),
        ("Ruang tunggu pengunjung", {"waiting_room"}),
        ("Area Tunggu", {"waiting_room"}),
        ("Waiting lounge", {"waiting_room"}),
        ("Arena bermain anak", {"play_area"}),
        ("Pojok anak", {"play_area"}),
        ("Kids corner", {"play_area"}),
        ("Toilet pengguna layanan", {"toilet"}),
        ("Kamar mandi/WC", {"toilet"}),
        ("Restroom", {"toilet"}),
        ("Lahan parkir roda dua", {"parking"}),
        ("Tempat ibadah", {"prayer_room"}),
        ("Mushola", {"prayer_room"}),
        ("Musala", {"prayer_room"}),
        ("Musholla", {"prayer_room"}),
        ("Ruang salat", {"prayer_room"}),
        ("Ruang ASI", {"lactation_room"}),
        ("Ruang ibu menyusui", {"lactation_room"}),
        ("Loket Prioritas", {"priority_counter"}),
        ("Antrian prioritas", {"priority_counter"}),
        ("Loket khusus", {"priority_counter"}),
        ("Priority queue", {"priority_counter"}),
        ("Jalur landai (ramp)", {"access"}),
        ("Kursi roda", {"access"}),
        ("Sarana bagi pengguna berkebutuhan khusus", {"access"}),
        ("Guiding block", {"access"}),
        ("Toilet disabilitas", {"toilet", "access"}),
        ("APAR", {"safety"}),
        ("Kotak P3K", {"safety"}),
        ("Titik kumpul", {"safety"}),
        ("Fotokopi", {"support"}),
        ("CCTV", {"support"}),
        ("Toilet dan tempat parkir", {"toilet", "parking"}),
        ("Ruang pelayanan dengan loket prioritas", {"front_office", "priority_counter"}),
        ("Parkir dengan CCTV", {"parking"}),
        ("Komputer RAM 8 GB", set()),
        ("Gudang", set()),
        ("Layar sentuh", set()),
        ("", set()),
    ],
)
def test_a_name_tells_what_a_facility_is_for(name: str, kinds: set[str]) -> None:
    assert {kind.value for kind in kinds_in(name)} == kinds


def test_every_kind_but_the_last_is_known_by_some_name() -> None:
    names = "Front office, ruang tunggu, arena bermain, toilet, parkir, musala, ruang laktasi"
    more = "loket prioritas, ramp, APAR, kantin"
    assert kinds_in(f"{names}, {more}") == frozenset(FacilityKind) - {FacilityKind.OTHER}


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ("Kursi tunggu", {"seats", "desk"}),
        ("Sofa", {"seats", "desk"}),
        ("Kursi roda", set()),
        ("ber-AC", {"cooling"}),
        ("A/C", {"cooling"}),
        ("Kipas angin", {"cooling"}),
        ("sirkulasi udara baik", {"cooling"}),
        ("Akses", set()),
        ("Toilet pria dan toilet wanita", {"men_and_women"}),
        ("laki-laki dan perempuan", {"men_and_women"}),
        ("Terpisah", {"men_and_women", "wheels_apart"}),
        ("Toilet pria", set()),
        ("Toilet wanita", set()),
        ("Wastafel", {"basin"}),
        ("westafel", {"basin"}),
        ("Washtafel", {"basin"}),
        ("sabun dan tisu", {"toiletries"}),
        ("tissue", {"toiletries"}),
        ("Air bersih", {"clean_water"}),
        ("kran air", {"clean_water"}),
        ("Jadwal pemeriksaan kebersihan", {"cleaning_log"}),
        ("ceklis kebersihan", {"cleaning_log"}),
        ("Dibersihkan setiap hari", {"cleaning_log"}),
        ("dibersihkan dua kali sehari", {"cleaning_log"}),
        ("Bersih, sehat, dan memadai", set()),
        ("Roda dua dan roda empat", {"wheels_apart"}),
        ("roda 2 dan 4", {"wheels_apart"}),
        ("motor dan mobil", {"wheels_apart"}),
        ("Roda dua", set()),
        ("Mobil", set()),
        ("Juru parkir", {"attendant"}),
        ("Karcis", {"ticket"}),
        ("CCTV", {"cctv"}),
        ("Penitipan helm", {"helmets"}),
        ("Berkanopi", {"cover"}),
        ("Drive-thru", {"drive_thru"}),
        ("Lantatur", {"drive_thru"}),
        ("APAR", {"extinguisher"}),
        ("Alat pemadam api ringan", {"extinguisher"}),
        ("kotak P3K", {"first_aid"}),
        ("P 3 K", {"first_aid"}),
        ("Jalur evakuasi", {"evacuation"}),
        ("assembly point", {"evacuation"}),
        ("Petugas", {"officer", "attendant"}),
        ("Meja", {"desk"}),
        ("Layar informasi", {"screen"}),
        ("TV", {"screen"}),
        ("Leaflet dan brosur", {"printed"}),
        ("Buku", {"printed"}),
        ("Buku tamu", {"guest_register"}),
        ("guest book", {"guest_register"}),
        ("Daftar tamu", {"guest_register"}),
        ("Tanpa AC; kipas rusak", {"cooling"}),
        ("Tidak ada tempat duduk", set()),
    ],
)
def test_a_text_tells_what_there_is(words: str, items: set[str]) -> None:
    assert {item.value for item in equipment_in(words)} == items


def test_every_item_has_its_words_in_both_languages() -> None:
    assert all(item.id and item.en for item in Equipment)


RAMP, DOOR, CORRIDOR = "ramp", "door", "corridor"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kemiringan 1:10", [(RAMP, "1:10")]),
        ("kemiringan ramp maks. 1 : 8", [(RAMP, "1 : 8")]),
        ("Ramp 1/11,5", [(RAMP, "1/11,5")]),
        ("Jalur landai 1 banding 10", [(RAMP, "1 banding 10")]),
        ("a slope of 1 in 10", [(RAMP, "1 in 10")]),
        ("Ramp 1:10 di depan dan ramp 1:9 di samping", [(RAMP, "1:10"), (RAMP, "1:9")]),
        ("Kemiringan 1:12", []),
        ("Kemiringan 1:20", []),
        ("Kemiringan 1:0", []),
        ("Ramp dibuka pukul 07:30", []),
        ("Skala peta 1:10", []),
        ("Kemiringan 1:10.000", []),
        ("kemiringan 10%", [(RAMP, "10%")]),
        ("kemiringan 8,4 persen", [(RAMP, "8,4 persen")]),
        ("kemiringan 8,3%", []),
        ("Diskon 10%", []),
        ("lebar pintu 80 cm", [(DOOR, "80 cm")]),
        ("Lebar pintu: 89,9 cm", [(DOOR, "89,9 cm")]),
        ("lebar pintu 90 cm", []),
        ("pintu masuk selebar 0,85 m", [(DOOR, "0,85 m")]),
        ("pintu geser dengan lebar minimal 800 mm", [(DOOR, "800 mm")]),
        ("pintu masuk, lebar 85 cm", [(DOOR, "85 cm")]),
        ("door 80 cm wide", [(DOOR, "80 cm")]),
        ("a door of 0.8 m width", [(DOOR, "0.8 m")]),
        ("lebar pintu 1 meter", []),
        ("pintu 80 cm", []),
        ("pegangan pintu setinggi 80 cm", []),
        ("tinggi pintu 80 cm", []),
        ("pintu kaca, kursi lebar 60 cm", []),
        ("lebar meja 60 cm", []),
        ("lebar ambang pintu 8 cm", []),
        ("pintu 80 cm dan lebar meja", []),
        ("pintu lebar 80-90 cm", []),
        ("lorong 1,1 m", [(CORRIDOR, "1,1 m")]),
        ("koridor selebar 119 cm", [(CORRIDOR, "119 cm")]),
        ("Lebar selasar 1 meter", [(CORRIDOR, "1 meter")]),
        ("corridor 100 centimetres wide", [(CORRIDOR, "100 centimetres")]),
        ("lorong 60 sentimeter", [(CORRIDOR, "60 sentimeter")]),
        ("lorong 120 cm", []),
        ("lorong 1,2 m", []),
        ("panjang lorong 1 m", []),
        ("lorong sepanjang 1 m", []),
        ("lorong dengan tinggi 1 m", []),
        ("lorong dekat meja 60 cm", []),
        ("lorong 1 m2", []),
        ("lebar pintu 80 cm, lorong 1 m", [(DOOR, "80 cm"), (CORRIDOR, "1 m")]),
        ("lorong 1,5 m, kursi 60 cm", []),
        ("", []),
    ],
)
def test_figures_are_read_where_they_are_plain(words: str, found: list[tuple[str, str]]) -> None:
    assert list(tight_in(words)) == [Tight(*one) for one in found]


@given(st.integers(1, 400))
def test_a_ramp_is_too_steep_below_twelve(run: int) -> None:
    assert bool(tight_in(f"Kemiringan 1:{run}")) is (run < 12)


@given(st.integers(1, 3000))
def test_a_door_is_too_narrow_below_ninety(millimetres: int) -> None:
    assert bool(tight_in(f"lebar pintu {millimetres} mm")) is (millimetres < 900)
    assert bool(tight_in(f"lebar lorong {millimetres} mm")) is (millimetres < 1200)


@pytest.mark.parametrize(
    ("words", "forced"),
    [
        ("Perbaikan atap akibat gempa bumi", True),
        ("Perbaikan pascabanjir", True),
        ("Perbaikan karena kebakaran", True),
        ("Perbaikan dalam keadaan kahar", True),
        ("Repair after the earthquake", True),
        ("Perbaikan alarm kebakaran", False),
        ("Pengecatan ruang korban bencana", False),
        ("Pengecatan", False),
    ],
)
def test_what_nobody_could_foresee_is_known(words: str, *, forced: bool) -> None:
    assert names_force_majeure(words) is forced


@pytest.mark.parametrize(
    ("words", "stopped", "going"),
    [
        ("Pelayanan dihentikan sementara", True, False),
        ("Layanan untuk sementara ditutup", True, False),
        ("Kami tidak melayani", True, False),
        ("Service is suspended", True, False),
        ("Pelayanan tidak dihentikan", False, True),
        ("Pelayanan tetap berjalan", False, True),
        ("Service stays open", False, True),
        ("Layanan tatap muka ditutup, dialihkan ke layanan daring", False, False),
        ("Layanan ditutup; silakan melalui WhatsApp", False, False),
        ("Toilet ditutup", False, False),
        ("Aula lantai dua", False, False),
    ],
)
def test_whether_the_service_goes_on(words: str, *, stopped: bool, going: bool) -> None:
    assert (stops(words), goes_on(words)) == (stopped, going)


@pytest.mark.parametrize(
    ("words", "open_to_all"),
    [
        ("Terbuka untuk umum", True),
        ("Dapat dipakai siapa saja", True),
        ("Bagi semua pengunjung", True),
        ("For everyone", True),
        ("Bukan untuk umum", False),
        ("Hanya ibu menyusui; tidak untuk semua orang", False),
        ("Bagi semua anak", False),
        ("Fasilitas umum di dekat kantor", False),
    ],
)
def test_what_is_open_to_everybody(words: str, *, open_to_all: bool) -> None:
    assert for_all(words) is open_to_all


@pytest.mark.parametrize(
    ("words", "store"),
    [
        ("Sementara dijadikan gudang", True),
        ("dipakai untuk menyimpan di ruang arsip", False),
        ("digunakan sebagai tempat penyimpanan", True),
        ("Beralih fungsi", True),
        ("Used as a storeroom", True),
        ("Tidak dijadikan gudang", False),
        ("Dilarang digunakan sebagai gudang", False),
        ("Di samping gudang", False),
    ],
)
def test_what_became_a_store(words: str, *, store: bool) -> None:
    assert turned_into_store(words) is store


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("Rapat di luar jam layanan", True),
        ("Setelah jam kerja", True),
        ("Pada hari libur", True),
        ("Outside opening hours", True),
        ("Rapat setiap Senin pagi", False),
    ],
)
def test_what_happens_after_hours(words: str, *, after: bool) -> None:
    assert after_hours(words) is after


@pytest.mark.parametrize("read", [kinds_in, equipment_in, tight_in, denies, stops, for_all])
@pytest.mark.parametrize(
    "unit", ["pintu ", "lebar ", "1:", "ramp ", "tidak ada ", "layanan ", "untuk semua ", "pria "]
)
def test_a_very_long_text_is_read_in_no_time(read: Callable[[str], object], unit: str) -> None:
    start = time.process_time()
    read(unit * (200_000 // len(unit)))
    assert time.process_time() - start < 3


@given(st.text(max_size=200))
def test_any_text_can_be_read(words: str) -> None:
    for read in (kinds_in, equipment_in, tight_in, denies, stops, for_all, turned_into_store):
        read(words)
