"""Published tables as they stand in reports: their headings, their rows, and what cannot be."""

from __future__ import annotations

from typing import Any

import pytest

from pst_standards.surveys import (
    Audit,
    SurveyError,
    audit,
    instrument,
    official,
    published_from,
    published_rows,
)

SKM = instrument("skm-2017")


def rows_of(*headings: str, end: tuple[tuple[str, ...], ...] = ()) -> list[dict[str, str | None]]:
    cells = [
        (str(number), f"U{number} {SKM.element(key).term.id}", "3,500", "B")
        for number, key in enumerate(SKM.keys, 1)
    ]
    return [dict(zip(headings, row, strict=True)) for row in (*cells, *end)]


def keys_of(found: Audit) -> list[str]:
    return [note.key for note in found.notes]


@pytest.mark.parametrize("mean", ["Nilai Rata-rata", "NRR/Unsur", "nilai", "NRR", "Rata-Rata"])
def test_a_table_of_a_report_is_read_as_it_is(mean: str) -> None:
    end = (("", "Jumlah", "31,5", ""), ("10", "IKM Unit Pelayanan", "87,50", "B"))
    rows = rows_of("No", "Unsur Pelayanan", mean, "Mutu", end=end)
    table = published_rows(rows, SKM)
    assert (len(table.elements), table.grade, table.unread) == (9, "B", ("Jumlah",))
    found = audit(table)
    assert found.reproduces == ("exact", "4dp")
    assert keys_of(found) == ["audit-reproduced", "audit-unread"]
    assert "Jumlah" in found.notes[1].text("id")


def test_a_heading_that_is_not_known_is_named() -> None:
    rows = rows_of("No", "Unsur", "NRR", "Warna", end=(("", "IKM", "87,50", ""),))
    assert published_rows(rows, SKM).unread == ("Warna",)
    both = [{"unsur": "biaya", "NRR": "3,5", "nilai": "105"}]
    read = published_rows(both, SKM)
    assert (read.unread, read.elements[0].mean) == (("nilai",), read.elements[0].mean)
    assert read.elements[0].mean is not None
    assert read.elements[0].mean.written == "3,5"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"1": "2", "3,5": "x"}, "published.columns"),
        ({"unsur": "biaya", "warna": "x"}, "published.columns"),
        ({"warna": "x", "NRR": "3"}, "published.columns"),
        ({"unsur": "biaya", "NRR": "3", "mean": "3"}, "published.twice"),
    ],
)
def test_a_table_without_known_headings_is_refused(row: dict[str, str | None], kind: str) -> None:
    with pytest.raises(SurveyError) as raised:
        published_rows([row], SKM)
    assert raised.value.kind == kind
    assert raised.value.message("id") != raised.value.message("en")


@pytest.mark.parametrize("given", ["82,14", "0", "362", {"sum": 205, "n": 29}, {"mean": "4.01"}])
def test_a_mean_off_the_scale_is_told_and_nothing_reckoned_from_it(given: Any) -> None:
    elements = {**dict.fromkeys(SKM.keys, "3.50"), "fee": given}
    table = {"instrument": "skm-2017", "elements": elements, "ikm": "87.50", "source": "x"}
    found = audit(published_from(table))
    assert (found.status, found.outside, dict(found.indices)) == ("not_checkable", ("fee",), {})
    assert keys_of(found) == ["audit-outside"]
    assert "skala 1 sampai 4: Biaya/tarif" in found.notes[0].text("id")
    assert found.to_dict()["outside"] == ["fee"]
    assert "audit-outside" in [note.key for note in official(published_from(table)).notes]


def test_an_index_off_the_scale_is_told_as_it_was_written_and_has_no_letter() -> None:
    found = audit(published_from({"instrument": "skm-2017", "ikm": "9056", "mutu": "A"}))
    assert keys_of(found) == ["audit-not-checkable", "audit-beyond"]
    assert "Nilai 9056 " in found.notes[1].text("id")
    by_ni = audit(published_from({"instrument": "skm-2017", "ni": "0,5"}))
    assert "12,50" in by_ni.notes[1].text("id")


def test_an_element_that_a_table_lacks_is_told() -> None:
    elements = dict.fromkeys([key for key in SKM.keys if key != "procedure"], "3.50")
    found = audit(published_from({"instrument": "skm-2017", "elements": elements, "ikm": "87.50"}))
    assert (found.status, found.missing) == ("reproduced", ("procedure",))
    assert keys_of(found) == ["audit-reproduced", "audit-missing"]
    assert found.to_dict()["missing"] == ["procedure"]
