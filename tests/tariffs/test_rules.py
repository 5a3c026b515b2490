from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.definitions import DefinitionError
from pst_standards.model.sale import Sale
from pst_standards.tariffs import check_sale
from pst_standards.tariffs.rules import CHECKS, SaleContext


def keys(*lines: dict[str, Any], day: str | None = "2020-01-02", **facts: Any) -> list[str]:
    data = {"lines": list(lines), **facts} | ({} if day is None else {"date": day})
    report = check_sale(data, as_of=dt.date(2020, 1, 2))
    assert report.coverage.failed == ()
    told = [found.message_key for found in report.findings]
    return [key for key in told if key.startswith("TRF")]


def book(pages: int, amount: int, **facts: Any) -> dict[str, Any]:
    return {"kind": "publication", "pages": pages, "amount": amount, **facts}


@pytest.mark.parametrize(
    ("day", "instrument", "found"),
    [
        ("2020-01-02", "PP 7/2015", []),
        ("2020-01-02", "Peraturan Pemerintah Nomor 7 Tahun 2015", []),
        ("2020-01-02", "PP 54/2009 sebagaimana diganti dengan PP 7/2015", []),
        ("2020-01-02", "tarif yang berlaku", []),
        ("2020-01-02", "PP 54/2009", ["TRF-001"]),
        ("2022-01-03", "PP 86/2021", ["TRF-001"]),
        ("2025-02-03", "PP 7/2015", ["TRF-001"]),
        ("2025-02-03", "PP 13/2024", []),
        *(("2024-03-14", name, []) for name in ("PP 7/2015", "PP 13/2024")),
        (None, "PP 54/2009", []),
    ],
)
def test_the_tariff_named_is_that_of_the_day(
    day: str | None, instrument: str, found: list[str]
) -> None:
    assert keys(book(27, 0), day=day, instrument=instrument) == found
    assert keys(day=day, instrument=instrument) == found


@pytest.mark.parametrize(("instrument", "found"), [("PP 54/2009", []), ("PP 7/2015", ["TRF-001"])])
def test_a_request_of_before_keeps_the_old_tariff(instrument: str, found: list[str]) -> None:
    facts = {"day": "2015-05-04", "requested_on": "2015-03-02", "instrument": instrument}
    assert keys(book(27, 0), **facts) == found


def test_where_lines_follow_different_tariffs_either_may_be_named() -> None:
    service = {"kind": "service", "item": "college-graduation"}
    facts = {"day": "2015-05-04", "requested_on": "2015-03-02"}
    for instrument in ("PP 54/2009", "PP 7/2015"):
        assert keys(book(27, 0), service, instrument=instrument, **facts) == []


def test_a_request_after_the_sale_is_not_judged() -> None:
    assert keys(book(27, 1), requested_on="2021-01-01", instrument="PP 54/2009") == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (book(66, 20_000), []),
        (book(66, 40_000, quantity=2), []),
        (book(66, 20_000, quantity=2), ["TRF-002"]),
        (book(67, 20_000), ["TRF-002"]),
        (book(67, 0), []),
        (book(0, 20_000), []),
        ({"kind": "publication", "pages": 66}, []),
        ({"kind": "publication", "amount": 5}, []),
        ({"kind": "website_publication", "amount": 10_000}, ["TRF-002.website"]),
        ({"kind": "microdata", "megabytes": 1520, "amount": 27_600_000}, []),
        ({"kind": "microdata", "megabytes": 1520, "amount": 7_600_000}, ["TRF-003"]),
        ({"kind": "microdata", "bytes": 1500, "amount": 200}, []),
        ({"kind": "microdata", "bytes": 1500, "amount": 100}, []),
        ({"kind": "microdata", "bytes": 1500, "amount": 150}, ["TRF-003"]),
        ({"kind": "map", "map": "city-by-village", "amount": 35_000}, []),
        ({"kind": "map", "map": "city-by-village", "amount": 70_000}, ["TRF-005"]),
        ({"kind": "map", "map": "java", "amount": 70_000}, []),
        ({"kind": "service", "item": "college-graduation", "amount": 1}, []),
    ],
)
def test_what_was_charged_is_held_against_the_annex(line: dict[str, Any], found: list[str]) -> None:
    assert keys(line) == found
    for day in ("2025-06-01", "2024-03-14", "2010-01-01", None):
        assert keys(line, day=day) == []


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"megabytes": 50, "amount": 500_000}, []),
        ({"megabytes": 50, "amount": 1}, ["TRF-004.one"]),
        ({"megabytes": 60, "amount": 300_000}, ["TRF-004.unstated"]),
        ({"megabytes": 60, "amount": 550_000}, ["TRF-004.unstated"]),
        ({"megabytes": 60, "amount": 1}, ["TRF-004.off"]),
        ({"megabytes": 60, "amount": 300_000, "reading": "slab"}, []),
        ({"megabytes": 60, "amount": 550_000, "reading": "marginal"}, []),
        ({"megabytes": 60, "amount": 300_000, "reading": "marginal"}, ["TRF-004.one"]),
        ({"bytes": 60_000_500, "amount": 300_000, "reading": "slab"}, []),
        ({"bytes": 60_000_500, "amount": 300_005, "reading": "slab"}, []),
        ({"bytes": 60_000_500, "amount": 300_010, "reading": "slab"}, ["TRF-004.one"]),
    ],
)
def test_a_tabulation_says_how_it_was_reckoned(facts: dict[str, Any], found: list[str]) -> None:
    assert keys({"kind": "tabulation", **facts}) == found


def test_a_begun_unit_is_not_counted_against_a_tabulation_without_reading() -> None:
    line = {"kind": "tabulation", "bytes": 60_000_500, "amount": 300_000}
    assert keys(line) == ["TRF-004.unstated"]


def test_the_day_of_the_sale_counts_and_not_the_day_of_asking() -> None:
    report = check_sale(
        {"date": "2020-01-02", "lines": [book(66, 30_000)]}, as_of=dt.date(2026, 1, 1)
    )
    assert report.as_of == dt.date(2020, 1, 2)
    assert [found.rule for found in report.findings] == ["TRF-002"]


def test_what_is_wrong_with_the_file_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "sale.yaml"
    file.write_text(
        "date: 2020-01-02\nlines:\n  - kind: publication\n    pages: 66\n    amount: 30000\n"
        "    amont: 3\n",
        encoding="utf-8",
    )
    report = check_sale(file)
    assert [(found.rule, found.location.line) for found in report.findings] == [
        ("TRF-002", 5),
        ("DEF-015", 6),
    ]
    with pytest.raises(DefinitionError):
        check_sale(tmp_path / "none.yaml")


def test_a_sale_of_nothing_is_asked_nothing() -> None:
    context = SaleContext(sale=Sale())
    assert [check.id for check in CHECKS if check.applies is None or check.applies(context)] == []
    assert [found.message_key for found in check_sale({}).findings] == ["DEF-037.empty"]


@pytest.mark.parametrize(
    ("sale", "found"),
    [
        ({"date": "2020-01-02"}, []),
        ({"date": "2020-01-02", "requested_on": "2020-01-02"}, []),
        ({"date": "2020-01-02", "requested_on": "2020-01-03"}, ["DEF-036 date"]),
        ({"instrument": "PP 7/2015"}, ["DEF-037 date"]),
        ({"date": "2020-01-02", "lines": [{"quantity": 0}]}, ["DEF-019 quantity"]),
        ({"date": "2020-01-02", "lines": [{"pages": 0}]}, ["DEF-019 pages"]),
        ({"date": "2020-01-02", "lines": [{"megabytes": 1}, {"bytes": 0}]}, ["DEF-019 bytes"]),
    ],
)
def test_what_keeps_a_sale_from_being_priced_is_told(
    sale: dict[str, Any], found: list[str]
) -> None:
    told = check_sale(sale, as_of=dt.date(2020, 1, 2)).findings
    assert [f"{one.rule} {one.pointer[-1]}" for one in told] == found
