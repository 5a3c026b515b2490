from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from pst_standards.messages import LANGUAGES
from pst_standards.model.base import Text
from pst_standards.model.sale import SaleKind, SaleLine
from pst_standards.tariffs import TariffError, holding, price, tariffs
from pst_standards.tariffs.prices import title_of

DAY = dt.date(2020, 1, 2)
BAD: list[tuple[str, dict[str, Any]]] = [
    ("kind", {}),
    ("pages", {"kind": SaleKind.PUBLICATION, "pages": 0}),
    ("pages", {"kind": SaleKind.PUBLICATION, "pages": -27}),
    ("pages-missing", {"kind": SaleKind.PUBLICATION}),
    ("number", {"kind": SaleKind.PUBLICATION, "pages": True}),
    ("number", {"kind": SaleKind.PUBLICATION, "pages": 27.5}),
    ("number", {"kind": SaleKind.PUBLICATION, "pages": "27"}),
    ("number-large", {"kind": SaleKind.PUBLICATION, "pages": 10**5000}),
    ("quantity", {"kind": SaleKind.PUBLICATION, "pages": 1, "quantity": 0}),
    ("number", {"kind": SaleKind.PUBLICATION, "pages": 1, "quantity": 0.5}),
    ("size", {"kind": SaleKind.MICRODATA, "bytes": -1}),
    ("size", {"kind": SaleKind.MICRODATA, "megabytes": 0}),
    ("size", {"kind": SaleKind.TABULATION, "megabytes": -1520}),
    ("size-missing", {"kind": SaleKind.MICRODATA}),
    ("size-twice", {"kind": SaleKind.MICRODATA, "bytes": 1, "megabytes": 1}),
    ("map-missing", {"kind": SaleKind.MAP}),
    ("map-unknown", {"kind": SaleKind.MAP, "map": "java"}),
    ("map-unknown", {"kind": SaleKind.MAP, "map": "college-graduation"}),
    ("service-missing", {"kind": SaleKind.SERVICE}),
    ("service-unknown", {"kind": SaleKind.SERVICE, "item": "regency-by-village"}),
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("on", [DAY, dt.date(2025, 6, 1), dt.date(1999, 1, 1)])
@pytest.mark.parametrize(("key", "facts"), BAD)
def test_what_no_tariff_could_price_is_refused_on_any_day(
    key: str, facts: dict[str, Any], on: dt.date, lang: str
) -> None:
    with pytest.raises(TariffError) as raised:
        price(SaleLine(**facts), on)
    assert raised.value.key == key
    assert "{" not in raised.value.message(lang)


@pytest.mark.parametrize("on", [dt.datetime(2020, 1, 2, 8, 0, tzinfo=dt.UTC), "2020-01-02", None])
def test_what_is_no_day_is_refused(on: Any) -> None:
    with pytest.raises(TariffError) as raised:
        price(SaleLine(kind=SaleKind.PUBLICATION, pages=1), on)
    assert raised.value.key == "day"


def test_an_unknown_map_is_answered_with_all_that_there_are() -> None:
    with pytest.raises(TariffError, match="regency-by-village") as raised:
        price(SaleLine(kind=SaleKind.MAP, map="x"), DAY)
    assert str(raised.value).startswith("Peta “x” tidak ada")


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"kind": SaleKind.MAP, "map": "city-by-village"}, "Peta Kota per Desa/Kelurahan"),
        ({"kind": SaleKind.PUBLICATION, "pages": 1146}, "Publikasi, 1.146 halaman"),
        (
            {"kind": SaleKind.MICRODATA, "megabytes": 2},
            "Data mikro tanpa proses data, 2.000.000 byte",
        ),
        ({"kind": SaleKind.WEBSITE_PUBLICATION}, "Publikasi pada situs web"),
        ({"kind": SaleKind.WEBSITE_PUBLICATION, "title": Text("Buku")}, "Buku"),
        ({"kind": SaleKind.MICRODATA, "title": Text("Data", "Data set"), "bytes": 1}, "Data"),
    ],
)
def test_a_line_is_named_in_few_words(facts: dict[str, Any], title: str) -> None:
    assert price(SaleLine(**facts), DAY).title.text("id") == title


def test_a_line_without_a_kind_is_named_too() -> None:
    assert title_of(SaleLine()).text("en") == "Kind not stated"


def test_a_training_of_too_few_says_how_many_it_needs() -> None:
    line = SaleLine(kind=SaleKind.SERVICE, item="training-statistics-1", quantity=19)
    found = price(line, DAY)
    assert found.amount == 19 * 5_500_000
    assert [note.text("en") for note in found.notes] == [
        "This training is for at least 20 persons."
    ]
    assert [cost.cite for cost in found.not_included] == ["PP 7/2015 Pasal 7"]
    enough = SaleLine(kind=SaleKind.SERVICE, item="training-statistics-1", quantity=20)
    assert price(enough, DAY).notes == ()


def test_a_printed_publication_is_asked_about_under_the_present_tariff() -> None:
    found = price(SaleLine(kind=SaleKind.PUBLICATION, pages=5), dt.date(2025, 6, 1))
    assert [note.key for note in found.notes] == ["note.print-unlisted"]
    assert found.to_dict()["confidence"] == "secondary"


def test_a_map_that_one_annex_lacks_has_no_price_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    old, read, now = tariffs()
    assert read.annex is not None
    without = evolve(read, annex=evolve(read.annex, items=read.annex.items[1:]))
    monkeypatch.setattr(holding, "tariffs", lambda: (old, without, now))
    found = price(SaleLine(kind=SaleKind.MAP, map="indonesia-by-district"), DAY)
    assert found.reason is not None
    assert (found.amount, found.reason.key) == (None, "reason.no-price")
    assert found.title.text("id") == "Peta Indonesia per Kecamatan"
