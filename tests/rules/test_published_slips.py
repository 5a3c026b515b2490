"""Slips of published pages: torn sums, charts that are not there, another office, joined words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.rules.detectors.channel_words import given_in
from pst_standards.rules.detectors.charts import chart_named, shows_chart
from pst_standards.rules.detectors.information import gives_information, names_office
from pst_standards.rules.detectors.mail import is_borrowed_from_link
from pst_standards.rules.detectors.office_names import offices_named, offices_to_visit
from pst_standards.rules.detectors.tariffs import is_amount_torn
from pst_standards.rules.detectors.writing import slips_in

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
Keys = Callable[..., list[str]]


def steps(*texts: str, key: str = "procedure", **parts: Any) -> dict[str, Any]:
    standard = {"id": "x", "service": "x", key: {"steps": [{"text": text} for text in texts]}}
    return {"standards": [standard], **parts}


@pytest.mark.parametrize(
    ("words", "torn"),
    [
        ("Karcis Rp 7.50 0", True),
        ("Rp. 7.5 00 per karcis", True),
        ("IDR 1.250.00 0", True),
        ("Rp 7.500 0", False),
        ("Rp 7.50", False),
        ("Rp 7.500 per 2 lembar", False),
        ("Rp 10.000, 2 lembar", False),
        ("Rp 7.50 00", False),
        ("Rp 7.50 0.000", False),
        ("Rp 7.5 000", False),
        ("Pasal 7.50 0", False),
    ],
)
def test_a_sum_is_torn_where_a_blank_parts_its_last_three_digits(words: str, *, torn: bool) -> None:
    assert is_amount_torn(words) is torn


def test_a_torn_sum_is_told_where_it_stands(told: Told) -> None:
    def fee(**values: Any) -> dict[str, Any]:
        return {"standards": [{"id": "x", "fee": values}]}

    words = "Karcis Rp 7.50 0"
    line = ("standards", 0, "fee", "items", 0)
    given = fee(kind="pnbp", instrument="PP 13/2024", items=[{"text": words}, {"text": "Buku"}])
    assert told(given, "STD-028") == [("STD-028.torn", line, {"text": words})]
    whole = ("standards", 0, "fee", "text")
    assert told(fee(text=words), "STD-028") == [("STD-028.torn", whole, {"text": words})]
    # Where the sum is given as a number, that is what documents show.
    amount = {"text": words, "amount": 7500, "unit": "per karcis"}
    assert told(fee(kind="pnbp", items=[amount]), "STD-028") == []
    assert told(fee(text="Rp 7.500 per karcis"), "STD-028") == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Alur lengkap ada pada Bagan 1", "Bagan 1"),
        ("lihat diagram alir terlampir", "diagram alir terlampir"),
        ("Sesuai flowchart berikut", "flowchart berikut"),
        ("Gambar IV", "Gambar IV"),
        ("Skema alur di bawah", "Skema alur di bawah"),
        ("See figure below", "figure below"),
        ("Membeli gambar peta", ""),
        ("Gambar via aplikasi", ""),
        ("Bagan organisasi 2026", ""),
        ("Pengguna memilih diagram", ""),
    ],
)
def test_a_reference_to_a_chart_is_known(words: str, named: str) -> None:
    assert chart_named(words) == named


def test_a_chart_that_is_not_there_is_told_once(told: Told) -> None:
    given = steps("Pengguna datang", "Petugas melayani, lihat Bagan 1", "Selesai, lihat Bagan 2")
    where = ("standards", 0, "procedure", "steps", 1)
    assert told(given, "STD-017") == [("STD-017.chart", where, {"chart": "Bagan 1"})]
    for title, found in (("Alur Pelayanan", []), ("Laporan 2025", ["STD-017.chart"])):
        published = {**given, "publications": [{"id": "page", "title": title}]}
        assert [key for key, _, _ in told(published, "STD-017")] == found


def test_what_may_be_a_chart_is_known_by_its_title() -> None:
    assert all(
        map(shows_chart, ("Bagan alir", "ALUR layanan", "Prosedur konsultasi", "Flow chart"))
    )
    assert not any(map(shows_chart, ("Laporan", "Kalurahan", "Maklumat")))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Pengguna berkunjung ke PST BPS Kabupaten Contoh", ["BPS Kabupaten Contoh"]),
        ("datang langsung ke kantor BPS Kota Lain-Lagi", ["BPS Kota Lain-Lagi"]),
        ("Mengunjungi unit Pelayanan Statistik Terpadu pada BPS Provinsi Contoh", None),
        ("Mendatangi loket di BPS Kota Contoh, lalu BPS Kota Lain", ["BPS Kota Contoh"]),
        ("Data dari BPS Kabupaten Contoh", []),
        ("datang ke BPS Kabupaten/Kota", []),
        ("datang ke BPS kabupaten terdekat", []),
        ("datang ke BPS Kotabaru", []),
        ("datang ke kantor", []),
    ],
)
def test_the_office_to_come_to_is_known(words: str, named: list[str] | None) -> None:
    expected = ["BPS Provinsi Contoh"] if named is None else named
    assert [str(one) for one in offices_to_visit(words)] == expected


def test_offices_are_named_once_each() -> None:
    words = "PST BPS Provinsi Contoh; BPS Provinsi Contoh; BPS Kota Lain; BPS Kabupaten/Kota"
    assert list(map(str, offices_named(words))) == ["BPS Provinsi Contoh", "BPS Kota Lain"]
    assert offices_named("Dinas Kabupaten Contoh") == ()


@pytest.mark.parametrize(
    ("office", "found"),
    [
        ({"name": "BPS Provinsi Contoh"}, True),
        ({"integrated_service": {"name": "PST BPS Provinsi Contoh"}}, True),
        ({"short_name": "BPS Kabupaten Lain"}, True),
        ({"short_name": "BPS Kabupaten CONTOH"}, False),
        ({"name": "BPS Provinsi Contoh", "short_name": "BPS Kabupaten Contoh"}, False),
        ({"name": "Kantor Contoh"}, False),
        ({}, False),
    ],
)
def test_users_are_sent_to_this_office(office: dict[str, Any], *, found: bool, told: Told) -> None:
    words = "Pengguna datang ke PST BPS Kabupaten Contoh"
    for standard, place in (
        ({"requirements": {"items": [{"text": words}]}}, ("requirements", "items", 0)),
        ({"procedure": {"steps": [{"text": "Mulai"}, {"text": words}]}}, ("procedure", "steps", 1)),
    ):
        hits = told({"office": office, "standards": [{"id": "x", **standard}]}, "STD-051")
        own = next(iter(office.values()), None)
        own = own["name"].removeprefix("PST ") if isinstance(own, dict) else own
        expected = {"office": "BPS Kabupaten Contoh", "own": own}
        assert hits == [("STD-051.name", ("standards", 0, *place), expected)] * found


@pytest.mark.parametrize(
    ("words", "slips"),
    [
        ("PST BPS KabupatenContoh", (("KabupatenContoh", "Kabupaten Contoh"),)),
        ("ProvinsiContoh dan ProvinsiContoh", (("ProvinsiContoh", "Provinsi Contoh"),)),
        ("pembelian datamikro", (("datamikro", "data mikro"),)),
        ("Data Mikro Kabupaten Contoh", ()),
        ("#KabupatenSehat @KabupatenContoh x/KabupatenContoh", ()),
        ("KabupatenContoh.go.id KabupatenContoh@contoh KabupatenKu", ()),
        ("KABUPATENCONTOH kabupatennya Kabupatenku", ()),
        ("KabupatenContoh.", (("KabupatenContoh", "Kabupaten Contoh"),)),
    ],
)
def test_words_that_ran_together_are_parted(words: str, slips: tuple[tuple[str, str], ...]) -> None:
    assert slips_in(words) == slips


@pytest.mark.parametrize(
    ("address", "code", "borrowed"),
    [
        ("pengaduan9901@bps.go.id", None, True),
        ("pengaduan9901@bps.go.id", "9902", True),
        ("pengaduan9901@contoh.go.id", "9901", True),
        ("pengaduan9901@a.contoh.go.id", "9901", True),
        ("pengaduan9901@contoh.go.id", "9902", False),
        ("pengaduan9901@contoh.go.id", None, False),
        ("pengaduan9901@xbps.go.id", None, False),
        ("pengaduan9901@contoh.com", "9901", False),
        ("bps9901@contoh.go.id", "9901", False),
    ],
)
def test_a_mailbox_named_like_the_link_is_known(
    address: str, code: str | None, *, borrowed: bool
) -> None:
    assert is_borrowed_from_link(address, code) is borrowed


def test_a_mailbox_named_like_the_link_of_the_office_is_told(told: Told) -> None:
    channel = {"id": "email", "medium": "email", "value": "pengaduan9901@contoh.go.id"}
    for code, found in (("9901", 1), ("9902", 0)):
        given = {"office": {"code": code}, "complaints": {"channels": [channel]}}
        where = ("complaints", "channels", 0, "value")
        hit = ("STD-036.link", where, {"address": "pengaduan9901@contoh.go.id"})
        assert told(given, "STD-036") == [hit] * found


@pytest.mark.parametrize(
    ("words", "channels"),
    [
        ("Pengguna datang ke unit PST", ["in_person"]),
        ("Pasien mendaftar di loket", ["in_person"]),
        ("Mengambil nomor antrean", ["in_person"]),
        ("Mengunjungi kantor", ["in_person"]),
        ("Mengunjungi laman", []),
        ("Memiliki akun", ["online"]),
        ("Mengajukan permintaan melalui aplikasi", ["online"]),
        ("Datang, lalu login pada aplikasi", ["in_person", "online"]),
        ("Tanpa datang ke kantor, secara daring", ["online"]),
        ("Tidak perlu datang", []),
        ("Memiliki surel aktif", []),
        ("Akuntan publik", []),
    ],
)
def test_words_show_in_which_channel_a_service_is_given(words: str, channels: list[str]) -> None:
    assert sorted(one.value for one in given_in(words)) == channels


@pytest.mark.parametrize(
    ("standard", "missing"),
    [
        ({"procedure": {"steps": [{"text": "Pengguna datang"}]}}, ("online",)),
        ({"requirements": {"items": [{"text": "Memiliki akun"}]}}, ("in_person",)),
        ({"time_limit": {"limits": [{"text": "Melalui aplikasi: 3 hari"}]}}, ("in_person",)),
        ({"requirements": {"items": [{"text": "KTP", "channels": ["online"]}]}}, ("in_person",)),
        ({"requirements": {"items": [{"text": "KTP"}]}}, ("in_person", "online")),
        ({"service": "y", "procedure": {"steps": [{"text": "Datang"}]}}, ("in_person", "online")),
    ],
)
def test_channels_that_the_words_show_are_not_missed(
    standard: dict[str, Any], missing: tuple[str, ...], told: Told
) -> None:
    other = {"id": "other", "service": "other", "procedure": {"steps": [{"text": "Memiliki akun"}]}}
    given = {
        "services": [{"id": "x"}],
        "standards": [other, {"id": "x", "service": "x", **standard}],
    }
    expected = {"service": "x", "channels": missing}
    assert told(given, "SRV-002") == [("SRV-002", ("services", 0), expected)]


def test_channels_that_a_service_states_are_taken_at_their_word(told: Told) -> None:
    given = steps("Melalui aplikasi", services=[{"id": "x", "channels": ["in_person"]}])
    assert [hit[2]["channels"] for hit in told(given, "SRV-002")] == [("online",)]
    named = {"services": [{"id": "x", "name": "Pelayanan Loket"}]}
    assert [hit[2]["channels"] for hit in told(named, "SRV-002")] == [("online",)]


def test_other_bodies_are_not_held_to_the_channels_and_groups_of_bps(keys: Keys) -> None:
    given = {"services": [{"id": "x"}]}
    rules = ("SRV-002", "EXE-001")
    assert keys({**given, "office": {"name": "Puskesmas Contoh"}}, *rules) == []
    assert keys({**given, "office": {"name": "BPS Kota Contoh"}}, *rules) == ["EXE-001", "SRV-002"]


INTERNAL = ("Kepala meneruskan surat permintaan", "Petugas memeriksa formulir rekomendasi")


def test_a_procedure_under_complaints_is_asked_who_acts(told: Told) -> None:
    given = steps(*INTERNAL, key="complaint_handling")
    where = ("standards", 0, "complaint_handling", "steps")
    assert told(given, "STD-015") == [("STD-015.user", where, {})]
    # One procedure is enough, and steps of complaining are asked nothing.
    given["standards"][0]["procedure"] = {
        "steps": [{"text": "Pengguna datang"}, {"text": "Petugas melayani"}]
    }
    assert told(given, "STD-015") == []
    complaining = steps("Pengadu mengisi formulir pengaduan", key="complaint_handling")
    assert told(complaining, "STD-015") == []


@pytest.mark.parametrize(
    ("step", "numbers"),
    [
        ({"number": 1, "text": "1) Datang 2) Mengisi 3) Selesai"}, (1, 1)),
        ({"number": 1, "text": "1. Datang"}, None),
        ({"number": 1, "text": "1) Datang 2) Mengisi"}, None),
        ({"text": "1) Datang 2) Mengisi 3) Selesai"}, None),
    ],
)
def test_a_numbered_step_that_lists_anew_is_numbered_twice(
    step: dict[str, Any], numbers: tuple[int, int] | None, told: Told
) -> None:
    found = told({"standards": [{"id": "x", "procedure": {"steps": [step]}}]}, "STD-014")
    twice = [params for key, _, params in found if key == "STD-014.numbering"]
    assert twice == ([{"first": numbers[0], "second": numbers[1]}] if numbers else [])


def test_a_first_number_that_is_too_high_is_a_gap_only_where_the_rest_goes_on(keys: Keys) -> None:
    for numbers, found in (
        ((11, 1, 2), ["STD-014.order"]),
        ((3, 4), ["STD-014.gap"]),
        ((3, 3), ["STD-014.double", "STD-014.gap"]),
        ((3,), ["STD-014.gap"]),
    ):
        made = [{"number": one, "text": f"Langkah {at}"} for at, one in enumerate(numbers)]
        assert keys({"standards": [{"id": "x", "procedure": {"steps": made}}]}, "STD-014") == found


def test_a_tariff_that_is_cited_twice_in_a_fee_is_told_once(told: Told) -> None:
    fee = {"kind": "pnbp", "instrument": "PP 7/2015", "text": "Sesuai PP 7/2015"}
    standard = {"id": "x", "fee": fee, "legal_basis": {"regulations": [{"citation": "PP 7/2015"}]}}
    places = [pointer for _, pointer, _ in told({"standards": [standard]}, "CIT-008")]
    assert ("standards", 0, "fee", "instrument") in places
    assert ("standards", 0, "fee", "text") not in places
    assert len(places) == 2
    fee.pop("instrument")
    assert len(told({"standards": [standard]}, "CIT-008")) == 2


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        (
            (
                "Jenis dan Tarif atas Jenis Penerimaan Negara Bukan Pajak yang Berlaku pada"
                " Badan Pusat Statistik"
            ),
            "PP 13/2024",
        ),
        ("Pelayanan Publik", "UU 25/2009"),
    ],
)
def test_the_regulation_that_a_title_fits_exactly_is_named_first(
    title: str, meant: str, told: Told
) -> None:
    basis = {"regulations": [{"citation": "PP 86/2021", "title": title}]}
    ((_, _, params),) = told({"standards": [{"id": "x", "legal_basis": basis}]}, "STD-010")
    assert params["meant"].split(", ")[0] == meant
    assert "UU 20/1997" not in params["meant"]


@pytest.mark.parametrize(
    ("office", "missing"),
    [
        ({"integrated_service": {"name": "PST BPS Kabupaten Contoh"}}, False),
        ({"integrated_service": {"name": "Pelayanan Statistik Terpadu"}}, True),
        ({"integrated_service": {"unit": "BPS Kabupaten Contoh"}}, True),
        ({"short_name": "BPS Kabupaten Contoh"}, False),
    ],
)
def test_the_name_of_the_joined_service_may_name_the_office(
    office: dict[str, Any], *, missing: bool, told: Told
) -> None:
    ((_, _, params),) = told({"stage": "adopted", "office": office}, "PUB-003")
    assert ("name" in params["missing"]) is missing


def test_the_office_is_named_by_its_level() -> None:
    assert names_office("Badan Pusat Statistik RI Pusat")
    assert not any(map(names_office, ("BPS", "BPS Kabupaten/Kota", "BPS se-provinsi")))


@pytest.mark.parametrize(
    ("name", "informs"),
    [("Pemberian Layanan Informasi", True), ("Information desk", True), ("Perpustakaan", False)],
)
def test_a_service_that_gives_information_shows_that_function(
    name: str, *, informs: bool, told: Told
) -> None:
    assert gives_information(name) is informs
    given = {"stage": "adopted", "services": [{"id": "x", "name": name}]}
    ((_, _, params),) = told(given, "PUB-009")
    assert ("information" not in params["missing"]) is informs
