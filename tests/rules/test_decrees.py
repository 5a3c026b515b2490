from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.rules.checks.decrees import is_number

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
