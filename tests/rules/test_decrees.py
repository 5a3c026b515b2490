from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.rules.checks.decrees import is_number
from pst_standards.rules.detectors.cut import FIELD, is_cut, is_title_cut

Check = Callable[..., Report]
SOUND = {"number": "12 Tahun 2026", "date": "2026-01-05", "signer": {"name": "Nama Contoh"}}


@pytest.mark.parametrize(
    ("number", "filled"),
    [
        ("12 Tahun 2026", True),
        ("B-12/3322/HM.340/2026", True),
        ("038A TAHUN 2023", True),
        ("Nomor 7", True),
        ("", False),
        (None, False),
        ("-", False),
        ("Nomor …", False),
        ("No.   /KPTS/2025", False),
        ("/ / /2014", False),
        ("12//2026", False),
        ("… / … / 2026", False),
    ],
)
def test_every_part_of_a_number_is_filled(number: str | None, *, filled: bool) -> None:
    assert is_number(number) is filled


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, None),
        ({"number": None}, ("number",)),
        ({"date": None}, ("date",)),
        ({"signer": None}, ("signer",)),
        ({"signer": {"position": "Kepala"}}, None),
        ({"signer": {"rank": "Pembina"}}, ("signer",)),
        ({"signer": None, "issuer": "Kepala BPS Kabupaten Contoh"}, None),
        ({"number": None, "date": None, "signer": None}, ("number", "date", "signer")),
    ],
)
def test_a_decree_is_complete(
    changes: dict[str, Any], missing: tuple[str, ...] | None, report: Check
) -> None:
    decree = {name: value for name, value in (SOUND | changes).items() if value is not None}
    found = report({"stage": "adopted", "standards": [{"id": "x", "decree": decree}]}).of("STD-043")
    assert [hit.params["missing"] for hit in found] == ([missing] if missing else [])
    assert [hit.pointer for hit in found] == [("standards", 0, "decree")] * len(found)


def test_without_any_decree_the_standard_is_named(report: Check) -> None:
    (found,) = report({"stage": "adopted", "standards": [{"id": "x"}]}).of("STD-043")
    assert found.pointer == ("standards", 0)
    assert found.params == {"standard": "x", "missing": ("number", "date", "signer")}


@pytest.mark.parametrize(
    "label",
    [
        "Peraturan Kepala Badan Pusat Statistik Nomor 65 Ta",
        "Peraturan Kepala BPS Nomor 65 Tah",
        "Nomor 65 Tahu",
        "NOMOR 65 TAHUN",
        "Nomor 65 Th.",
        "Nomor 65 thn",
        "Nomor 65 T",
        "Nomor 65 t ",
        "Keputusan Kepala BPS Nom",
        "Keputusan Kepala BPS Nomo",
        "Keputusan Kepala BPS Nomor",
        "Keputusan Kepala BPS No.",
        "Keputusan Kepala BPS Nomor:",
        "Keputusan Kepala dan",
        "Keputusan Nomor 5 tentang",
        "Nomor 12 Tahun 20",
        "Nomor 12 Tahun 202",
        "Nomor 12 Tahun 2",
        "Ta",
        "B" * FIELD,
        f"12/{'x' * (FIELD - 3)}",
        f"  12/{'x' * (FIELD - 3)} ",
    ],
)
def test_a_number_without_its_end_is_cut(label: str) -> None:
    assert is_cut(label)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "12 Tahun 2026",
        "Nomor 65 Tahun 2024",
        "038A TAHUN 2023",
        "0102020/0000/KPG",
        "B-12/3322/HM.340/2026",
        "KEP-65/KBC.1204/2024 (perubahan)",
        "Nomor 5",
        "12 5",
        "Nomor 65 Tahun 20245",
        "Nomor X T",
        "SK/5/TA",
        "Nomor 65 Tb",
        "Nomor 65 TaX",
        "Nomor 12 Tahun 2026 ",
        "B" * (FIELD - 1),
        "B" * (FIELD + 1),
        f"{'x' * (FIELD - 4)}2024",
        f"{'x' * (FIELD - 1)})",
    ],
)
def test_a_whole_number_is_not_cut(label: str) -> None:
    assert not is_cut(label)


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Standar Pelayanan dan", True),
        ("Standar Pelayanan di", True),
        ("Standar Pelayanan menurut Peraturan Nomor", True),
        ("Standar Pelayanan Ta", True),
        ("Standards of", True),
        ("Standar Pelayanan", False),
        ("Rencana Kerja 5 Tahun", False),
        ("Standar Pelayanan Tahun 20", False),
        ("dan", False),
        ("", False),
    ],
)
def test_a_title_waits_for_nothing(title: str, *, cut: bool) -> None:
    assert is_title_cut(title) is cut
    assert is_title_cut(title.upper()) is cut


def test_every_decree_of_the_office_is_looked_at(report: Check) -> None:
    cut = {"number": "Nomor 65 Ta"}
    given = {
        "standards": [{"id": "x", "decree": cut, "replaces": cut}, {"id": "y", "decree": cut}],
        "maklumat": {"decree": cut},
        "compensation": {"decree": cut},
        "complaints": {"decree": cut},
    }
    found = report(given).of("STD-044")
    assert [hit.pointer for hit in found] == [
        ("compensation", "decree", "number"),
        ("complaints", "decree", "number"),
        ("maklumat", "decree", "number"),
        ("standards", 0, "decree", "number"),
        ("standards", 0, "replaces", "number"),
        ("standards", 1, "decree", "number"),
    ]
    assert {hit.severity for hit in found} == {Severity.WARNING}
    assert {hit.message_key for hit in found} == {"STD-044"}
    assert found[0].params == {"text": "Nomor 65 Ta"}


def test_a_cut_title_is_told_in_either_language(report: Check) -> None:
    decree = {"title": {"id": "Standar Pelayanan", "en": "Standards of"}}
    (found,) = report({"maklumat": {"decree": decree}}).of("STD-044")
    assert found.message_key == "STD-044.title"
    assert found.pointer == ("maklumat", "decree", "title")
    assert found.params == {"text": "Standards of"}


@pytest.mark.parametrize("number", ["/ / Tahun", "… / dan", "Nomor"])
def test_a_blank_number_is_the_matter_of_another_rule(number: str, report: Check) -> None:
    found = report({"standards": [{"id": "x", "decree": {"number": number}}]})
    assert found.of("STD-044") == ()


def test_without_a_decree_there_is_nothing_cut(report: Check) -> None:
    assert "STD-044" in report({"standards": [{"id": "x"}]}).coverage.not_applicable


ONE = {"number": "1 Tahun 2026", "date": "2026-01-05", "title": "Standar Pelayanan"}
OTHER = {"number": "Nomor 1 tahun 2026", "date": "2026-01-05", "title": "Kompensasi pelayanan"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"number": "2 Tahun 2026"}, False),
        ({"number": "1 Tahun 2025", "date": "2025-01-05"}, False),
        ({"title": "Standar pelayanan dan kompensasi"}, False),
        ({"title": "Standar Pelayanan", "date": "2026-02-05"}, True),
        ({"title": None, "date": None}, False),
        ({"issuer": "Bupati Contoh"}, False),
        ({"issuer": "Kepala BPS"}, True),
    ],
)
def test_a_number_names_one_decree(changes: dict[str, Any], found: bool, report: Check) -> None:
    other = {name: value for name, value in (OTHER | changes).items() if value is not None}
    for part in (
        {"compensation": {"decree": other}},
        {"office": {"integrated_service": {"delegation": other}}},
        {"complaints": {"whistleblowing": {"decree": other}}},
    ):
        standard = {"id": "x", "decree": ONE | {"issuer": "Kepala BPS"}}
        hits = report({"standards": [standard], **part}).of("STD-044")
        assert [one.severity for one in hits] == [Severity.NOTE] * found, part


def test_a_number_without_a_year_is_of_the_year_of_its_date(report: Check) -> None:
    for year, count in {"2025": 0, "2026": 1}.items():
        given = {
            "standards": [{"id": "x", "decree": ONE | {"number": "7"}}],
            "compensation": {"decree": OTHER | {"number": "7", "date": f"{year}-03-01"}},
        }
        assert len(report(given).of("STD-044")) == count


def test_standards_of_one_decree_share_its_number(report: Check) -> None:
    both = [{"id": name, "decree": ONE | {"title": f"Standar {name}"}} for name in ("x", "y")]
    assert report({"standards": both}).of("STD-044") == ()
