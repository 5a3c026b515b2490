from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.rules.detectors.complaint_path import (
    gives_complaint_step,
    holds_service_steps,
    names_means,
    speaks_of_complaints,
)
from pst_standards.rules.services import ServiceKind, kinds_in

Check = Callable[..., Report]
LATER = "Ditanggapi paling lama 14 hari"


def steps(*texts: str) -> dict[str, Any]:
    return {"steps": [{"text": text} for text in texts]}


def standard(handling: Mapping[str, Any] | None, **more: Any) -> dict[str, Any]:
    given = {"id": "x", **more.pop("standard", {})}
    if handling is not None:
        given["complaint_handling"] = handling
    return {"standards": [given], **more}


def found_in(report: Report, rule: str) -> list[tuple[Any, ...]]:
    assert report.coverage.failed == ()
    return [(hit.pointer[2:], hit.variant, dict(hit.params)) for hit in report.of(rule)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (standard({"text": LATER}), True),
        (standard({"time_limit": {"value": 14, "unit": "day"}}), True),
        (standard({"text": "Kotak pengaduan di ruang tunggu"}), False),
        (standard({"text": "Disampaikan melalui petugas"}), False),
        (standard({"text": {"en": "By letter"}}), False),
        (standard({"text": LATER, "channels": ["box"]}), False),
        (standard({"text": LATER, **steps("Menyampaikan pengaduan")}), False),
        (standard({"text": LATER, **steps("-")}), True),
        (standard({"text": LATER}, standard={"procedure": steps("Memberi saran")}), False),
        (standard({"text": LATER}, standard={"procedure": steps("Selesai")}), True),
        (
            standard({"text": LATER}, standard={"procedure": {"note": "Keluhan: lihat papan"}}),
            False,
        ),
        (standard({"text": LATER}, complaints={"text": "Melalui surel kantor"}), False),
        (standard({"text": LATER}, complaints={"text": "Diselesaikan dengan cepat"}), True),
        (standard({"text": LATER}, complaints={"mechanism": {"procedure": "Dicatat"}}), False),
        (standard({"text": LATER}, complaints={"mechanism": {"procedure": "-"}}), True),
        (standard({"text": LATER}, complaints={"mechanism": {"contact": "Kepala"}}), True),
        (standard({"text": LATER}, complaints={"channels": [{"id": "box"}]}), False),
        (standard({"text": LATER}, complaints={"channels": [{"id": "a", "active": False}]}), True),
        (standard({}), False),
        (standard({"text": "-"}), False),
        (standard(None, standard={"procedure": steps("Selesai")}), False),
    ],
)
def test_some_way_to_complain_is_shown(given: dict[str, Any], found: bool, report: Check) -> None:
    expected = [(("complaint_handling",), "", {"standard": "x"})] if found else []
    assert found_in(report(given), "STD-016") == expected


def test_each_standard_shows_a_way_to_complain(report: Check) -> None:
    given = {
        "standards": [
            {"id": "a", "complaint_handling": {"text": LATER}},
            {"id": "b", "complaint_handling": {"text": "Melalui kotak saran"}},
            {"id": "c", "complaint_handling": {"text": LATER}},
        ]
    }
    found = report(given).of("STD-016")
    assert [(hit.pointer[1], hit.params["standard"]) for hit in found] == [(0, "a"), (2, "c")]


def test_a_missing_block_is_left_to_the_rule_of_components(report: Check) -> None:
    found = report(standard(None, standard={"procedure": steps("Selesai")}))
    assert "STD-016" in found.coverage.not_applicable


@pytest.mark.parametrize(
    ("words", "complaint", "step"),
    [
        ("Pengaduan dicatat", True, True),
        ("Mengadu kepada kepala", True, True),
        ("Hal yang diadukan", True, True),
        ("Menyampaikan aduan", True, True),
        ("Keluhan dan komplain", True, True),
        ("SP4N-LAPOR!", True, True),
        ("A complaint is made", True, True),
        ("Memberi penilaian, saran, dan masukan", False, True),
        ("Umpan balik pengguna", False, True),
        ("Gives feedback", False, True),
        ("Melaporkan hasil kegiatan", False, False),
        ("Paduan suara", False, False),
        ("Menerima saranan", False, False),
        ("Selesai", False, False),
    ],
)
def test_what_a_step_says_of_complaints(words: str, complaint: bool, step: bool) -> None:
    assert speaks_of_complaints(words) is complaint
    assert gives_complaint_step(words) is step


@pytest.mark.parametrize(
    "words",
    [
        *("Kotak saran", "surel", "E-mail", "pos-el", "Telepon", "WhatsApp", "whats app", "WA 08"),
        *("SMS 1708", "laman", "situs", "website", "https://contoh", "a@b", "media sosial"),
        *("hotline", "loket", "meja depan", "petugas", "aplikasi", "surat", "datang langsung"),
        *("melalui saluran", "By phone", "in person", "through the desk"),
    ],
)
def test_means_of_complaining_are_known(words: str) -> None:
    assert names_means(words)


@pytest.mark.parametrize("words", ["Ditanggapi 14 hari", "Swasta", "Suratan", "Kotaku", "Selesai"])
def test_other_words_are_no_means(words: str) -> None:
    assert not names_means(words)


SERVICE = "Pemohon mengisi formulir FS3, lalu petugas memeriksa rekomendasi"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (SERVICE, True),
        (f"Prosedur Pengaduan: {SERVICE}", True),
        (f"PROSEDUR PENGADUAN\n{SERVICE}", True),
        (f"Mekanisme penanganan pengaduan, saran, dan masukan: {SERVICE}", True),
        ("Mengisi buku tamu dan mengambil nomor antrean", True),
        ("Nota dinas dan disposisi, lalu kelengkapan berkas diperiksa", True),
        ("Fills in the guest book and takes a queue number", True),
        ("Mengisi formulir", False),
        ("Pengadu mengisi formulir; petugas memeriksa berkas", False),
        ("Mengisi formulir keluhan, berkas diperiksa", False),
        ("Mengisi formulir saran, berkas diperiksa", False),
        ("Formulir dan berkas dikirim lewat surel", False),
        ("Kotak, telepon, dan surel", False),
        ("Ditanggapi 14 hari", False),
        ("", False),
    ],
)
def test_steps_of_the_service_are_told_from_those_of_complaints(words: str, found: bool) -> None:
    assert holds_service_steps(words) is found


@pytest.mark.parametrize(
    ("handling", "procedure", "found"),
    [
        ({"text": SERVICE}, (), True),
        ({"text": "Tata cara", **steps("Mengisi formulir", "Memeriksa berkas")}, (), True),
        ({"text": "Melalui surel"}, (), False),
        (steps("Mengisi formulir pengaduan", "Memeriksa berkas"), (), False),
        (steps("Datang", "Bertanya"), ("Datang.", "1. bertanya", "Selesai"), True),
        (steps("Datang", "Mengadu"), ("Datang", "Bertanya", "Selesai"), False),
        (steps("Datang"), ("Datang", "Bertanya"), False),
        (steps("Datang", "Bertanya"), (), False),
    ],
)
def test_a_block_on_complaints_speaks_of_complaints(
    handling: dict[str, Any], procedure: tuple[str, ...], found: bool, report: Check
) -> None:
    given = standard(handling, standard={"procedure": steps(*procedure)})
    expected = [(("complaint_handling",), "complaint", {"standard": "x"})] if found else []
    assert found_in(report(given), "STD-017") == expected


COMPLAINING = ("Menyampaikan pengaduan", "Menanggapi pengaduan")


@pytest.mark.parametrize(
    ("texts", "more", "found"),
    [
        (COMPLAINING, {}, True),
        ((*COMPLAINING, "Selesai"), {}, False),
        (COMPLAINING[:1], {}, False),
        (("Memberi saran", "Memberi masukan"), {}, False),
        (COMPLAINING, {"title": "Standar Pelayanan Pengaduan"}, False),
        (COMPLAINING, {"id": "pengaduan"}, False),
        (COMPLAINING, {"service": "complaints"}, False),
        (COMPLAINING, {"service": "desk"}, False),
        (COMPLAINING, {"service": "library"}, True),
    ],
)
def test_a_procedure_speaks_of_the_service(
    texts: tuple[str, ...], more: dict[str, Any], found: bool, report: Check
) -> None:
    services = [{"id": "desk", "name": "Layanan Pengaduan"}, {"id": "library"}]
    given = standard(None, standard={"procedure": steps(*texts), **more}, services=services)
    name = more.get("id", "x")
    expected = [(("procedure",), "procedure", {"standard": name})] if found else []
    assert found_in(report(given), "STD-017") == expected


@pytest.mark.parametrize(
    ("service", "title", "found"),
    [
        ("library", "Standar Pelayanan Konsultasi Statistik", True),
        ("library", "Standar Pelayanan Perpustakaan", False),
        ("library", "Perpustakaan dan Konsultasi", False),
        ("library", "Standar Pelayanan Statistik Terpadu", False),
        ("consultation", {"en": "Sale of products, sales"}, True),
        ("product-sales", "Pelayanan Produk Statistik Berbayar", False),
        ("other", "Standar Pelayanan Konsultasi Statistik", False),
        (None, "Standar Pelayanan Konsultasi Statistik", False),
        ("library", None, False),
    ],
)
def test_a_title_names_its_own_service(
    service: str | None, title: Any, found: bool, report: Check
) -> None:
    more = {key: part for key, part in (("service", service), ("title", title)) if part}
    words = title["en"] if isinstance(title, dict) else title
    expected = [(("title",), "title", {"title": words, "service": service})] if found else []
    assert found_in(report(standard(None, standard=more)), "STD-017") == expected


def test_a_title_may_name_several_services() -> None:
    both = {ServiceKind.LIBRARY, ServiceKind.CONSULTATION}
    assert kinds_in("Perpustakaan, konsultasi") == both
    assert kinds_in("Antrean") == frozenset()
