"""Which host an address or a text names, and whether a text names the national system."""

from __future__ import annotations

import pytest

from pst_standards.rules.detectors.addresses import (
    host_of,
    is_below_bps,
    names_bps_host,
    names_lapor,
)


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
