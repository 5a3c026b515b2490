from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.findings import Report, Severity
from pst_standards.model.base import Text
from pst_standards.rules import check
from pst_standards.rules.checks.evaluation import PERIODS
from pst_standards.rules.detectors.evaluations import (
    builds_capacity,
    is_measurable,
    months_between,
    names_indicators,
)

Check = Callable[..., Report]
Keys = Callable[..., list[str]]


def standard(**evaluation: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x"}, {"id": "y", "performance_evaluation": evaluation}]}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("setiap 3 bulan", {3}),
        ("setiap 3 (tiga) bulan sekali", {3}),
        ("tiga bulan sekali", {3}),
        ("sekali dalam enam bulan", {6}),
        ("dua belas bulan", {12}),
        ("dua puluh empat bulan", {24}),
        ("setiap 2 tahun", {24}),
        ("dua tahun sekali", {24}),
        ("satu tahun", {12}),
        ("lima bulan", {5}),
        ("every four months", {4}),
        ("every 6 months", {6}),
        ("two years", {24}),
        ("every 1 month", {1}),
        ("eighteen months", {18}),
        ("setiap triwulan", {3}),
        ("per kuartal", {3}),
        ("quarterly", {3}),
        ("caturwulan", {4}),
        ("per semester", {6}),
        ("half-yearly", {6, 12}),
        ("twice a year", {6}),
        ("setengah tahun", {6}),
        ("penilaian tahunan", {12}),
        ("setiap tahun", {12}),
        ("tiap tahun", {12}),
        ("per tahun", {12}),
        ("setahun sekali", {12}),
        ("annually", {12}),
        ("each year", {12}),
        ("once a year", {12}),
        ("rapat bulanan", {1}),
        ("setiap bulan", {1}),
        ("sebulan sekali", {1}),
        ("setiap minggu", {1}),
        ("per hari", {1}),
        ("evaluasi harian", {1}),
        ("weekly", {1}),
        ("every day", {1}),
        ("monthly and yearly", {1, 12}),
        ("secara berkala", set()),
        ("tahun ini", set()),
        ("bulan puasa", set()),
        ("3 orang", set()),
        ("satuan bulan", set()),
    ],
)
def test_periods_are_read_from_words(text: str, months: set[int]) -> None:
    assert months_between(text) == months
    assert months_between(Text(text.upper().replace(" ", "  "))) == months


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [
        ({"period_months": 3}, []),
        ({"period_months": 6}, []),
        ({"period_months": 12}, []),
        ({"period_months": 24}, []),
        ({"period_months": 36}, ["STD-041.other"]),
        ({"period_months": 0}, ["STD-041.other"]),
        ({"period_months": 4}, ["STD-041.other"]),
        ({"period_months": 1}, ["STD-041.more_often"]),
        ({"period_months": 2}, ["STD-041.more_often"]),
        ({"period_months": 12, "method": "Setiap lima bulan"}, []),
        ({"method": "Survei setiap triwulan"}, []),
        ({"method": "Rapat bulanan dan penilaian tahunan"}, []),
        ({"method": "Rapat bulanan"}, ["STD-041.more_often"]),
        ({"method": "Setiap tiga tahun"}, ["STD-041.other"]),
        ({"method": "Penilaian atasan"}, ["STD-041.open"]),
        ({"follow_up": "Pelatihan"}, ["STD-041.open"]),
        ({"indicators": [{"text": "Nilai survei"}]}, ["STD-041.open"]),
        ({}, []),
        ({"method": "-", "indicators": [{"text": "…"}]}, []),
    ],
)
def test_the_period_is_one_of_four(
    evaluation: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    assert keys(standard(**evaluation), "STD-041") == expected


def test_the_period_found_is_named_with_its_place(report: Check) -> None:
    (stated,) = report(standard(period_months=18)).of("STD-041")
    assert stated.pointer == ("standards", 1, "performance_evaluation", "period_months")
    assert stated.params == {"months": 18}
    (spoken,) = report(standard(method="Setiap 5 tahun atau 48 bulan")).of("STD-041")
    assert spoken.pointer == ("standards", 1, "performance_evaluation", "method")
    assert spoken.params == {"months": 48}
    (absent,) = report(standard(method="Rapat")).of("STD-041")
    assert absent.pointer == ("standards", 1, "performance_evaluation")
    assert absent.params == {}


@given(st.integers(0, 200))
def test_every_number_is_one_of_the_four_or_reported(months: int) -> None:
    found = check(standard(period_months=months)).of("STD-041")
    assert bool(found) == (months not in PERIODS)
    assert all((hit.severity is Severity.NOTE) == (months in {1, 2}) for hit in found)


@pytest.mark.parametrize(
    ("text", "measurable"),
    [
        ("Ketepatan waktu layanan", True),
        ("Persentase layanan selesai", True),
        ("Jumlah pengaduan", True),
        ("Nilai IKM", True),
        ("Paling sedikit 10 layanan", True),
        ("Share of services completed", True),
        ("Level of satisfaction", True),
        ("Petugas ramah", False),
        ("Sikap petugas", False),
        ("Friendliness", False),
        ("Strategi pelayanan", False),
    ],
)
def test_an_indicator_can_be_measured(text: str, *, measurable: bool) -> None:
    assert is_measurable(text) is measurable
    assert is_measurable(Text(None, text.upper())) is measurable


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Dengan indikator yang jelas", True),
        ("Clear indicators", True),
        ("Survei kepuasan", True),
        ("Sasaran kinerja pegawai", True),
        ("SKP", True),
        ("Hasil SKM dan SKD", True),
        ("Target tahunan", True),
        ("Rapat pimpinan", False),
        ("Askpad", False),
    ],
)
def test_a_method_may_name_its_indicators(text: str, *, named: bool) -> None:
    assert names_indicators(text) is named


@pytest.mark.parametrize(
    ("text", "built"),
    [
        ("Meningkatkan kapasitas", True),
        ("Pelatihan petugas", True),
        ("Petugas dilatih", True),
        ("Diklat", True),
        ("Pembinaan oleh atasan", True),
        ("Coaching", True),
        ("Training of officers", True),
        ("Improves the service", True),
        ("Dilaporkan kepada pimpinan", False),
        ("Reported to the head", False),
    ],
)
def test_what_follows_may_build_capacity(text: str, *, built: bool) -> None:
    assert builds_capacity(text) is built


WHOLE = {
    "period_months": 12,
    "indicators": [{"text": "Petugas ramah"}, {"text": "Nilai survei"}],
    "follow_up": "Dilaporkan kepada pimpinan",
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"indicators": [{"text": "Ramah"}]}, ["STD-042.measurable"]),
        ({"indicators": []}, ["STD-042.indicators"]),
        ({"indicators": [{"text": "…"}]}, ["STD-042.indicators"]),
        ({"indicators": [], "method": "Rapat"}, ["STD-042.indicators"]),
        ({"indicators": [], "method": "Survei kepuasan"}, []),
        ({"indicators": [{"text": "Ramah"}], "method": "Survei"}, ["STD-042.measurable"]),
        ({"follow_up": "-"}, ["STD-042.follow_up"]),
        ({"follow_up": None, "method": "Rapat"}, ["STD-042.follow_up"]),
        ({"follow_up": None, "method": "Pembinaan berkala"}, []),
        (
            {"follow_up": None, "indicators": []},
            ["STD-042.follow_up", "STD-042.indicators"],
        ),
    ],
)
def test_the_evaluation_measures_and_is_followed_up(
    changes: dict[str, Any], expected: list[str], keys: Keys
) -> None:
    stated = {key: value for key, value in (WHOLE | changes).items() if value is not None}
    assert keys(standard(**stated), "STD-042") == expected


def test_what_is_missing_is_told_at_the_evaluation(report: Check) -> None:
    place = ("standards", 1, "performance_evaluation")
    found = report(standard(period_months=12)).of("STD-042")
    assert {hit.pointer for hit in found} == {place}
    assert {hit.severity for hit in found} == {Severity.NOTE}
    (unmeasured,) = report(standard(indicators=[{"text": "Ramah"}], follow_up="Pelatihan")).of(
        "STD-042"
    )
    assert unmeasured.pointer == (*place, "indicators")


def test_an_empty_evaluation_says_nothing_of_the_next(report: Check) -> None:
    empty = {"id": "x", "performance_evaluation": {}}
    given = {"standards": [empty, {"id": "y", "performance_evaluation": {"method": "Rapat"}}]}
    assert {hit.pointer[1] for hit in report(given).of("STD-041", "STD-042")} == {1}


@pytest.mark.parametrize("evaluation", [{}, {"method": "…"}, {"follow_up": "-"}])
def test_an_empty_evaluation_is_the_matter_of_another_rule(
    evaluation: dict[str, Any], keys: Keys
) -> None:
    assert keys(standard(**evaluation), "STD-041", "STD-042") == []
