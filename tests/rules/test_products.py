from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from pst_standards.findings import Report
from pst_standards.law import Register, default_register
from pst_standards.model import Definition, Product, ProductItem, ServiceStandard
from pst_standards.model.base import Text
from pst_standards.rules.checks.products import CHECKS
from pst_standards.rules.context import Context
from pst_standards.rules.detectors.product import names_activity, names_decision, repeats_name

Check = Callable[..., Report]
LETTER = {"items": [{"text": "Surat rekomendasi"}]}


def standard(**components: Any) -> dict[str, Any]:
    return {"standards": [{"id": "x", **components}]}


@pytest.mark.parametrize(
    "words",
    [
        "Surat rekomendasi",
        "Lembar persetujuan",
        "Dokumen izin penelitian",
        "Rekomendasi kegiatan statistik",
        "Rekomendasi statistik",
        "Keputusan kepala kantor",
        "Ijin usaha",
        "Penetapan",
        "Recommendation letter",
        "Letter of recommendation",
        "Permit",
        "Licence",
    ],
)
def test_a_decision_is_known(words: str) -> None:
    assert names_decision(words)


@pytest.mark.parametrize(
    "words", ["Data mikro", "Saran dan rekomendasi", "Surat keterangan", "Kuitansi", "Surat", ""]
)
def test_other_products_are_no_decisions(words: str) -> None:
    assert not names_decision(words)


@pytest.mark.parametrize(
    ("components", "pointer"),
    [
        ({"product": LETTER}, ("product",)),
        ({"product": LETTER, "time_limit": {"note": "Segera"}}, ("time_limit",)),
        ({"product": LETTER, "time_limit": {"limits": [{"value": 3}]}}, ("time_limit",)),
        ({"product": LETTER, "time_limit": {"limits": [{"unit": "day"}]}}, ("time_limit",)),
        ({"product": LETTER, "time_limit": {"limits": [{"text": "Segera"}]}}, ("time_limit",)),
        ({"product": LETTER, "time_limit": {"limits": [{"value": 3, "unit": "day"}]}}, None),
        ({"product": LETTER, "time_limit": {"limits": [{"value": 0, "unit": "day"}]}}, None),
        ({"product": LETTER, "time_limit": {"limits": [{"text": "3 hari kerja"}]}}, None),
        ({"product": LETTER, "time_limit": {"note": "Paling lama 3 hari kerja"}}, None),
        ({"product": LETTER, "procedure": {"steps": [{"text": "Memeriksa"}]}}, ("product",)),
        ({"product": LETTER, "procedure": {"steps": [{"time": {"unit": "day"}}]}}, ("product",)),
        ({"product": LETTER, "procedure": {"steps": [{"time": {"value": 1}}]}}, None),
        ({"product": {"items": [{"text": "Data mikro"}]}}, None),
        ({"product": {"items": []}}, None),
        ({"product": {"note": "Surat rekomendasi"}}, None),
    ],
)
def test_a_decision_without_limit_has_that_of_the_act(
    components: dict[str, Any], pointer: tuple[str, ...] | None, report: Check
) -> None:
    found = report(standard(**components)).of("STD-023")
    assert [hit.pointer for hit in found] == ([("standards", 0, *pointer)] if pointer else [])


def test_the_first_decision_is_named(report: Check) -> None:
    product = {"items": [{"text": "Saran"}, {"text": "Surat izin"}, {"text": "Surat rekomendasi"}]}
    (found,) = report(standard(product=product)).of("STD-023")
    assert found.params["product"] == "Surat izin"


ACT = "UU 30/2014 Pasal 53 ayat (2)"


@pytest.mark.parametrize(
    ("day", "days", "also"),
    [
        ("2014-10-17", 10, ()),
        ("2020-11-01", 10, ()),
        ("2020-11-02", 5, ("UU 11/2020",)),
        ("2022-12-29", 5, ("UU 11/2020",)),
        ("2022-12-30", 5, ("Perppu 2/2022",)),
        ("2023-03-31", 5, ("UU 6/2023",)),
        ("2026-11-22", 5, ("UU 6/2023",)),
        ("2031-01-01", 5, ("UU 6/2023",)),
    ],
)
def test_the_limit_is_that_of_the_law_of_the_day(
    day: str, days: int, also: tuple[str, ...], report: Check
) -> None:
    (found,) = report(standard(product=LETTER), dt.date.fromisoformat(day)).of("STD-023")
    assert found.params["days"] == days
    assert found.citations == (ACT, *also)


def test_a_register_without_the_acts_leaves_the_first_limit() -> None:
    kept = [one for one in default_register() if str(one.key) not in {"UU 11/2020", "UU 6/2023"}]
    law = Register(
        as_of=dt.date(2026, 11, 22),
        regulations=tuple(one for one in kept if str(one.key) != "Perppu 2/2022"),
    )
    letter = Product(items=(ProductItem(text=Text("Surat rekomendasi")),))
    definition = Definition(standards=(ServiceStandard(id="x", product=letter),))
    context = Context(definition=definition, as_of=dt.date(2026, 11, 22), law=law)
    (found,) = next(check for check in CHECKS if check.id == "STD-023").find(context)
    assert found.params["days"] == 10


@pytest.mark.parametrize(
    ("product", "name", "repeated"),
    [
        ("Layanan Konsultasi Statistik", "Konsultasi Statistik", True),
        ("layanan konsultasi", "Konsultasi Statistik", True),
        ("Pelayanan Data Mikro", "Penjualan Data Mikro", True),
        ("Jasa perpustakaan", "Pelayanan Perpustakaan", True),
        ("Service of consultation", "Statistical consultation", True),
        ("Konsultasi Statistik", "Layanan Konsultasi Statistik", True),
        ("KONSULTASI  STATISTIK.", "Konsultasi Statistik", True),
        ("Perpustakaan", "Layanan Perpustakaan pada PST", True),
        ("Penjualan Publikasi", "Penjualan Publikasi", True),
        ("Statistical consultation", "Statistical Consultation", True),
        ("Konsultasi", "Konsultasi Statistik", False),
        ("Data mikro", "Penjualan Data Mikro", False),
        ("Data mikro", "Data Mikro", False),
        ("Layanan informasi tertulis", "Konsultasi Statistik", False),
        ("Layanan", "Konsultasi Statistik", False),
        ("Konsultasi", "Layanan", False),
        ("Informasi statistik", "Konsultasi Statistik", False),
        ("Peta digital", "Peta digital", False),
    ],
)
def test_a_product_that_repeats_the_service_is_known(
    product: str, name: str, repeated: bool
) -> None:
    assert repeats_name(product, name) is repeated


def test_a_thing_is_told_from_an_activity() -> None:
    assert names_activity("Pelayanan data")
    assert names_activity("Pembelian publikasi")
    assert not names_activity("Petani")
    assert not names_activity("Buku layanan")


NAMED = {
    "id": "consultation",
    "name": "Konsultasi Statistik",
    "aliases": ["Tanya Statistik", "Pelayanan Tanya Data"],
}


@pytest.mark.parametrize(
    ("items", "repeated"),
    [
        ([{"text": "Layanan Konsultasi Statistik"}], [0]),
        ([{"text": "Konsultasi Statistik"}], [0]),
        ([{"text": "Layanan Tanya Data"}], [0]),
        ([{"text": "Layanan Meja Bantuan"}], [0]),
        ([{"text": "Konsultasi Statistik"}, {"text": "Layanan Tanya Statistik"}], [0, 1]),
        ([{"text": "Konsultasi Statistik"}, {"text": "…"}], [0]),
        ([{"text": "Konsultasi Statistik"}, {"text": "Notulen"}], []),
        ([{"text": "Konsultasi Statistik"}, {"text": "Layanan telepon"}], []),
        ([{"text": "Konsultasi Statistik", "formats": ["tertulis"]}], []),
        ([{"text": "Informasi statistik"}], []),
        ([{"text": "…"}], []),
        ([{"formats": ["PDF"]}], []),
        ([], []),
    ],
)
def test_some_product_says_what_the_user_gets(
    items: list[Any], repeated: list[int], report: Check
) -> None:
    given = {
        "services": [NAMED],
        **standard(
            service="consultation",
            title="Standar Pelayanan Meja Bantuan",
            product={"items": items},
        ),
    }
    found = report(given).of("STD-030")
    assert [hit.pointer for hit in found] == [
        ("standards", 0, "product", "items", place) for place in repeated
    ]
    assert [hit.params["text"] for hit in found] == [items[place]["text"] for place in repeated]


def test_a_product_is_held_against_the_title_where_no_service_is_declared(report: Check) -> None:
    product = {"items": [{"text": "Layanan Perpustakaan"}]}
    assert report(standard(title="Perpustakaan", product=product)).of("STD-030")
    assert not report(standard(product=product)).of("STD-030")
    assert not report(standard(title="Konsultasi", product=product)).of("STD-030")


@pytest.mark.parametrize(
    ("text", "repeated"),
    [("Rekomendasi Statistik", False), ("Layanan Rekomendasi Statistik", True)],
)
def test_a_recommendation_is_a_product(text: str, repeated: bool, report: Check) -> None:
    given = {
        "services": [{"id": "recommendation", "name": "Rekomendasi Statistik"}],
        **standard(service="recommendation", product={"items": [{"text": text}]}),
    }
    assert bool(report(given).of("STD-030")) is repeated


def test_without_products_nothing_is_asked_of_them(report: Check) -> None:
    skipped = report(standard(product={"note": "Lihat brosur"})).coverage.not_applicable
    assert {"STD-023", "STD-030"} <= set(skipped)
