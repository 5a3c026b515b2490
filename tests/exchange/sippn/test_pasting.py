"""What is written for SIPPN."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from pst_standards.definitions import loads
from pst_standards.definitions.workbooks import sheets
from pst_standards.exchange.sippn import compare, read, write
from pst_standards.exchange.sippn.entry import HEADINGS
from pst_standards.model.component import SERVICE_DELIVERY
from pst_standards.model.definition import Definition
from pst_standards.testing import a_definition, complete_data


def standard_with(**changes: Any) -> Definition:
    data = complete_data()
    data["standards"][0] |= changes
    return loads(
        data | {"standards": [{k: v for k, v in data["standards"][0].items() if v is not None}]}
    )


def test_a_page_has_the_components_in_the_order_of_sippn() -> None:
    (entry,) = write(a_definition()).entries
    at = [entry.text.index(f"\n{HEADINGS[component]}\n") for component in SERVICE_DELIVERY]
    assert at == sorted(at)
    assert entry.text.splitlines()[0] == entry.title
    assert entry.text.splitlines()[2].startswith("No. SK : ")


def test_nested_lists_stay_nested() -> None:
    steps = [
        {"number": 1, "text": "Datang", "branches": [{"when": "penuh", "then": "antre"}]},
        {"number": 2, "text": "Selesai"},
    ]
    (entry,) = write(standard_with(procedure={"steps": steps})).entries
    assert entry.sections[1].text.splitlines() == [
        "1. Datang",
        "   a. Bila penuh: antre.",
        "2. Selesai",
    ]


def test_what_was_written_can_be_read_as_a_draft() -> None:
    draft = read(write(a_definition()).entries[0].text)
    assert draft.whole
    assert {one.value for one in SERVICE_DELIVERY} <= set(draft.data["standards"][0])


def test_text_files_are_fit_for_notepad() -> None:
    files = write(a_definition()).files()
    for name, data in files.items():
        if name.endswith(".txt"):
            assert data.startswith(b"\xef\xbb\xbf")
            assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_cell_that_begins_as_a_formula_is_text(sign: str) -> None:
    said = f"{sign}HYPERLINK(1)"
    definition = standard_with(fee={"kind": "free", "text": said}, title=said)
    written = write(definition)
    data = next(data for name, data in written.files().items() if name.endswith(".xlsx"))
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
    assert b"quotePrefix" in packed.read("xl/styles.xml")
    cells = [cell for row in sheets(data)["SIPPN"] for cell in row]
    assert any(str(cell).startswith(said) for cell in cells)
    assert compare(definition, data).matches


def test_a_workbook_has_a_cell_for_each_field_and_says_what_it_is_not() -> None:
    written = write(a_definition())
    files = written.files("en")
    name = written.names[0]
    book = sheets(files[f"{name}.xlsx"])
    assert list(book) == ["SIPPN", "Points", "About"]
    assert [row[1] for row in book["SIPPN"][1:]] == [
        *("Judul layanan", "Unit", "No. SK"),
        *HEADINGS.values(),
    ]
    assert "not the portal's own import template" in str(book["About"])
    assert "not the portal's own import template" in files["00-daftar-tempel.txt"].decode()


def test_a_text_too_long_for_a_cell_goes_on_below() -> None:
    long = "\n".join(["layanan data petugas peta"] * 1400)
    definition = standard_with(fee={"kind": "free", "text": long}, product={"note": "x" * 31_000})
    written = write(definition)
    name = written.names[0]
    files = written.files()
    book = sheets(files[f"{name}.xlsx"])
    assert max(len(str(cell)) for row in book["SIPPN"] for cell in row) <= 30_000
    assert compare(definition, files[f"{name}.xlsx"]).matches
    # The index names the cells in which the fields begin.
    index = files["00-daftar-tempel.txt"].decode()
    rows = [row[1:2] for row in book["SIPPN"]]
    last = rows.index(("Pengaduan Layanan",)) + 1
    assert f"sel C{last}" in index.splitlines()[-1]


def test_a_component_that_is_not_set_is_left_out_and_told() -> None:
    written = write(standard_with(fee=None, decree=None))
    (entry,) = written.entries
    assert "Biaya / Tarif" not in entry.text
    assert [one.key for one in written.remarks if one.open] == ["decree-missing", "part-missing"]
    assert not written.whole
    assert "biarkan" in written.remarks[-2].message("id")
    assert "leave it so" in written.files("en")["00-daftar-tempel.txt"].decode()


def test_a_component_that_says_nothing_is_told() -> None:
    written = write(standard_with(fee={"kind": "free", "text": "-"}))
    assert "part-empty" in [one.key for one in written.remarks]


def test_a_long_decree_is_told_with_its_label() -> None:
    number = "Keputusan Kepala Badan Pusat Statistik Kabupaten Contoh Nomor 12 Tahun 2026"
    short = write(standard_with(decree={"number": number}))
    assert "Kepka BPS Kabupaten Contoh Nomor 12 Tahun 2026" in short.remarks[-1].message("id")
    assert short.whole
    cut = write(standard_with(decree={"number": "Keputusan " + "panjang " * 12}))
    assert [one.key for one in cut.remarks if one.open] == ["decree-cut"]


def test_values_that_nobody_confirmed_are_told() -> None:
    written = write(standard_with(fee={"kind": "free", "confidence": "illustration"}))
    assert [one.key for one in written.remarks] == ["unconfirmed"]
    assert written.whole


def test_programs_get_the_same_content() -> None:
    written = write(a_definition())
    data = json.loads(written.to_json("en"))
    assert data["format"] == "pst-sippn/1"
    assert data["entries"][0]["sections"][0]["pointer"] == "/standards/0/requirements"
    assert sorted(data["files"]) == sorted(written.files())


def test_without_name_and_office_the_rest_is_written() -> None:
    written = write(loads({"format": "pst-definition/1", "standards": [{"id": "x"}]}))
    keys = [one.key for one in written.remarks]
    assert keys[:2] == ["title-missing", "unit-missing"]
    assert keys.count("part-missing") == len(SERVICE_DELIVERY)
