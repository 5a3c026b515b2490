from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report

Told = Callable[..., list[tuple[str, Any, dict[str, Any]]]]
PLEDGE = "Kami sanggup melayani sesuai standar pelayanan."
DATE = ("maklumat", "date")


def dated(date: str | None, *decrees: str | None, **maklumat: Any) -> dict[str, Any]:
    return {
        "maklumat": {"pledge": PLEDGE, "date": date, **maklumat},
        "standards": [{"id": f"s{n}", "decree": {"date": day}} for n, day in enumerate(decrees)],
    }


@pytest.mark.parametrize(
    ("date", "decrees", "latest"),
    [
        ("2026-01-12", [], None),
        ("2026-01-12", ["2026-01-12"], None),
        ("2026-01-12", ["2026-01-13"], "2026-01-13"),
        ("2026-01-12", ["2026-03-02", "2026-06-01", "2026-02-02"], "2026-06-01"),
        ("2026-01-12", ["2026-11-22"], "2026-11-22"),
        ("2026-01-12", ["2026-11-23"], None),
        ("2026-01-12", [None], None),
    ],
)
def test_it_is_not_older_than_the_standard(
    date: str, decrees: list[str | None], latest: str | None, told: Told
) -> None:
    params = {"date": date, "set": latest}
    expected = [] if latest is None else [("MKL-012.before_standard", DATE, params)]
    assert told(dated(date, *decrees), "MKL-012") == expected


def test_only_the_standards_that_are_pledged_count(told: Told) -> None:
    decrees = ("2026-01-05", "2026-06-01")
    assert told(dated("2026-01-12", *decrees, standards=["s0"]), "MKL-012") == []
    assert len(told(dated("2026-01-12", *decrees, standards=["s0", "s1"]), "MKL-012")) == 1
    assert len(told(dated("2026-01-12", *decrees), "MKL-012")) == 1


@pytest.mark.parametrize(
    ("date", "on", "due"),
    [
        ("2023-11-22", "2026-11-22", None),
        ("2023-11-21", "2026-11-22", "2026-11-21"),
        ("2020-02-29", "2023-02-28", None),
        ("2020-02-29", "2023-03-01", "2023-02-28"),
        ("2026-11-23", "2026-11-22", None),
    ],
)
def test_it_is_not_older_than_three_years(date: str, on: str, due: str | None, told: Told) -> None:
    expected = [] if due is None else [("MKL-012.old", DATE, {"date": date, "due": due})]
    assert told(dated(date), "MKL-012", as_of=dt.date.fromisoformat(on)) == expected


def test_both_may_be_told(told: Told) -> None:
    found = told(dated("2020-01-06", "2021-01-04"), "MKL-012")
    assert sorted(key for key, *_ in found) == ["MKL-012.before_standard", "MKL-012.old"]


def signed(signer: dict[str, str], head: dict[str, str] | None) -> dict[str, Any]:
    office = {} if head is None else {"head": head}
    return {"maklumat": {"pledge": PLEDGE, "signer": signer}, "office": office}


@pytest.mark.parametrize(
    ("signer", "head", "same"),
    [
        ({"name": "Nama Contoh"}, {"name": "Nama Contoh"}, True),
        ({"name": "NAMA CONTOH"}, {"name": "Dr. Nama Contoh, S.Si., M.Si."}, True),
        ({"name": "Ir. Contoh, M.M."}, {"name": "Nama Contoh"}, True),
        ({"name": "Adi Rekaan, S.Si., M.Si."}, {"name": "Budi Umpama, S.Si., M.Si."}, False),
        ({"name": "Dr. Adi Rekaan"}, {"name": "Dr. Budi Umpama"}, False),
        ({"name": "Adi Rekaan", "position": "Kepala"}, {"name": "Budi Umpama"}, False),
        ({"name": "Adi Rekaan", "position": "Staf PST"}, {"name": "Budi Umpama"}, True),
        ({"name": "Adi Rekaan", "position": "Penanggung jawab"}, {"name": "Budi Umpama"}, True),
        ({"name": "-"}, {"name": "Budi Umpama"}, True),
        ({"name": "Adi Rekaan"}, {"name": "…"}, True),
        ({"position": "Kepala"}, {"name": "Budi Umpama"}, True),
        ({"name": "Adi Rekaan"}, {"position": "Kepala"}, True),
        ({"name": "S.Si., M.Si."}, {"name": "Budi Umpama"}, True),
        ({"name": "Adi Rekaan"}, None, True),
        ({"name": "Adi", "id_number": "0001"}, {"name": "Budi", "id_number": "00 01"}, True),
        ({"name": "Adi", "id_number": "0001"}, {"name": "Adi", "id_number": "0002"}, False),
        ({"name": "Adi", "id_number": "0001"}, {"name": "Adi"}, True),
        ({"name": "Adi", "id_number": "-"}, {"name": "Budi", "id_number": "0002"}, False),
    ],
)
def test_the_signer_is_still_in_office(
    signer: dict[str, str], head: dict[str, str] | None, *, same: bool, told: Told
) -> None:
    found = told(signed(signer, head), "MKL-012")
    if same:
        assert found == []
    else:
        params = {"signer": signer["name"], "head": (head or {})["name"]}
        assert found == [("MKL-012.signer", ("maklumat", "signer"), params)]


def test_without_date_and_signer_nothing_is_asked(report: Callable[..., Report]) -> None:
    for given in ({}, {"maklumat": {"pledge": PLEDGE}}):
        assert "MKL-012" in report(given).coverage.not_applicable
    assert "MKL-012" in report(dated("2026-01-12")).coverage.checked
    assert "MKL-012" in report(signed({"name": "Adi"}, None)).coverage.checked
