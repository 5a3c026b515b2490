"""The form of an office from the command line: made, checked, and built like files of text."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from pst_standards.definitions import DefinitionError, load
from pst_standards.definitions.folders import definitions_in
from pst_standards.definitions.gathering import plain_data
from pst_standards.definitions.merging import merge
from pst_standards.definitions.offices import OfficeRow, find_office
from pst_standards.definitions.starting import known_of
from pst_standards.definitions.writing import dump_yaml
from pst_standards.documents.identity import definition_hash
from pst_standards.exchange.office_form import office_form, read_office, write_form

Pst = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_a_form_is_made_checked_and_never_overwritten(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    made = pst("init", form, "--office", "3329")
    assert (made.code, made.err) == (0, "")
    assert "Badan Pusat Statistik Kabupaten Brebes" in made.out
    checked = pst("check", form, "--format", "json")
    findings = json.loads(checked.out)["findings"]
    assert checked.code == 1
    assert {"STD-001", "STD-034", "PGD-006"} <= {found["rule"] for found in findings}
    named = [found for found in findings if "cell" in found]
    assert {found["sheet"] for found in named} >= {"Jam pelayanan", "Standar pelayanan"}
    assert all(found["file"].endswith("formulir.xlsx") for found in findings)
    missing = {
        found["params"]["component"]: found["cell"] for found in named if found["rule"] == "STD-001"
    }
    keys = {str(cell.value): cell.row for cell in load_workbook(form)["Standar pelayanan"]["F"]}
    first = next(
        row for key, row in keys.items() if key.startswith("standards/recommendation/staffing")
    )
    assert missing["staffing"] == f"C{first}"
    assert "Contoh:" not in pst("check", form).out  # of YAML, where nobody writes any
    before = form.read_bytes()
    again = pst("init", form, "--office", "3329")
    assert (again.code, form.read_bytes()) == (2, before)


def test_a_wrong_cell_is_told_by_its_sheet_and_place(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    pst("init", form, "--office", "3329")
    book = load_workbook(form)
    row = next(cell.row for cell in book["Kantor"]["F"] if cell.value == "office/kind")
    book["Kantor"][f"C{row}"].value = "Kecamatan"
    book.save(form)
    checked = pst("check", form, "--all")
    assert checked.code == 1
    assert f"formulir.xlsx: lembar 'Kantor', sel C{row}" in " ".join(checked.out.split())
    assert "“Kecamatan” tidak ada dalam pilihan" in " ".join(checked.out.split())
    built = pst("build", form, "--out", tmp_path / "out")
    assert built.code == 1
    assert f"lembar 'Kantor', sel C{row}" in built.err


def own_facts() -> dict[str, Any]:
    import yaml

    own: dict[str, Any] = {}
    for file in sorted((EXAMPLES / "kabupaten-semarang").glob("*.yaml")):
        own |= yaml.safe_load(file.read_text(encoding="utf-8"))
    province = yaml.safe_load((EXAMPLES / "provinsi-jawa-tengah.yaml").read_text(encoding="utf-8"))
    # A draft lists what is in doubt with its place in the file, which differs as the files do.
    sure = {"confirmed": {"by": "Nama Contoh", "on": "2026-11-27"}}
    return {**merge(plain_data(province), plain_data(own)), "extends": "bps/2020", **sure}


def documents(folder: Path) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes() for file in folder.iterdir() if file.name != "manifest.json"
    }


@pytest.mark.unmeasured
def test_the_documents_of_a_form_are_those_of_the_same_facts_in_yaml(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    facts = own_facts()
    (tmp_path / "kantor.yaml").write_text(dump_yaml(facts), encoding="utf-8")
    (tmp_path / "kantor.xlsx").write_bytes(write_form(facts))
    for suffix in ("yaml", "xlsx"):
        built = pst(
            "build",
            tmp_path / f"kantor.{suffix}",
            "--out",
            tmp_path / suffix,
            "--format",
            "html",
            "--quiet",
        )
        assert (built.code, built.err) == (0, "")
    assert documents(tmp_path / "xlsx") == documents(tmp_path / "yaml")


FILLED_IN: dict[str, dict[str, Any]] = {
    "Definisi": {"confirmed/by": "Nama Contoh", "confirmed/on": "27 November 2026"},
    "Kantor": {
        "office/address/street": "Jalan Merpati Nomor 1",
        "office/phone": "(024) 1",
        "office/head/position": "Kepala",
        "office/signature": "Elektronik",
    },
    "Standar pelayanan": {
        "standards/library/decree/number": "12 Tahun 2026",
        "standards/library/decree/date": dt.datetime(2026, 1, 5),  # noqa: DTZ001 - a cell has no zone
        "standards/consultation/decree/date": "5 Januari 2026",
    },
}
ROWS: dict[str, list[dict[str, Any]]] = {
    "Jam pelayanan": [
        {
            "id": "biasa",
            "days": "Senin\nSelasa\nRabu\nKamis",
            "opens": "08.00",
            "closes": dt.time(15),
        },
        {"id": "jumat", "days": "Jumat", "opens": "pukul 08.00 WIB", "closes": "15:30"},
    ],
    "Saluran pengaduan": [{"id": "surel", "medium": "Surel", "value": "=bps@contoh.go.id"}],
}
IN_YAML: dict[str, Any] = {
    "confirmed": {"by": "Nama Contoh", "on": "2026-11-27"},
    "office": {
        "address": {"street": "Jalan Merpati Nomor 1"},
        "phone": "(024) 1",
        "head": {"position": "Kepala"},
        "signature": "electronic",
        "opening_hours": [
            {
                "id": "biasa",
                "days": ["monday", "tuesday", "wednesday", "thursday"],
                "opens": "08:00",
                "closes": "15:00",
            },
            {"id": "jumat", "days": ["friday"], "opens": "08:00", "closes": "15:30"},
        ],
    },
    "standards": [
        {"id": "library", "decree": {"number": "12 Tahun 2026", "date": "2026-01-05"}},
        {"id": "consultation", "decree": {"date": "2026-01-05"}},
    ],
    "complaints": {"channels": [{"id": "surel", "medium": "email", "value": "=bps@contoh.go.id"}]},
}


def filled_by_hand(form: bytes) -> bytes:
    """Return a form with what a clerk types into its yellow cells and below its rows."""
    book, target = load_workbook(io.BytesIO(form)), io.BytesIO()
    for title, cells in FILLED_IN.items():
        rows = {str(cell.value): int(cell.row or 0) for cell in book[title]["F"]}
        for key, said in cells.items():
            cell = book[title].cell(rows[key], 3)
            assert not cell.protection.locked, key
            cell.value = said
    for title, items in ROWS.items():
        sheet = book[title]
        columns = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
        for number, item in enumerate(items, 3):
            for key, said in item.items():
                cell = sheet.cell(number, columns[key])
                cell.value = said
                if isinstance(said, str):
                    cell.data_type = "s"
    book.save(target)
    return target.getvalue()


@pytest.mark.unmeasured
def test_a_form_that_a_clerk_filled_in_gives_the_documents_of_the_same_facts_in_yaml(
    pst: Pst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    office = found_office("3322")
    known = {
        "lang": "id",
        "stage": "draft",
        "extends": "bps/2020",
        "office": known_of(office, "id"),
    }
    (tmp_path / "kantor.xlsx").write_bytes(filled_by_hand(office_form(office)))
    (tmp_path / "kantor.yaml").write_text(dump_yaml(merge(known, IN_YAML)), encoding="utf-8")
    readings = [read_office(tmp_path / f"kantor.{one}") for one in ("yaml", "xlsx")]
    assert readings[1].findings == ()
    assert len({definition_hash(one.definition) for one in readings}) == 1
    for suffix in ("yaml", "xlsx"):
        out, form = tmp_path / suffix, tmp_path / f"kantor.{suffix}"
        assert pst("build", form, "--out", out, "--format", "docx", "--quiet").code == 0
    assert documents(tmp_path / "xlsx") == documents(tmp_path / "yaml")


def listing(*codes: str) -> bytes:
    book, target = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for code in ("Kode", *codes):
        sheet.append((code,))
    book.save(target)
    return target.getvalue()


def test_a_list_makes_a_form_of_each_office_or_none(pst: Pst, tmp_path: Path) -> None:
    (tmp_path / "kantor.xlsx").write_bytes(listing("3322", "3329"))
    made = pst("init", tmp_path / "semua", "--from", tmp_path / "kantor.xlsx")
    assert (made.code, made.err) == (0, "")
    assert {file.name for file in (tmp_path / "semua").iterdir()} == {"3322.xlsx", "3329.xlsx"}
    checked = pst("check", tmp_path / "semua")
    assert checked.code == 1
    assert {"3322.xlsx: ", "3329.xlsx: "} <= set(re.findall(r"\d+\.xlsx: ", checked.out))
    (tmp_path / "salah.xlsx").write_bytes(listing("3322", "9876"))
    made = pst("init", tmp_path / "lain", "--from", tmp_path / "salah.xlsx")
    assert made.code == 2
    assert "salah.xlsx: lembar 'Sheet', sel A3" in made.err
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize("given", [(), ("--office", "3322", "--from", "kantor.xlsx")])
def test_either_an_office_or_a_list_is_asked_for(
    pst: Pst, tmp_path: Path, given: tuple[str, ...]
) -> None:
    made = pst("init", tmp_path / "form.xlsx", *given)
    assert made.code == 2
    assert "--office" in made.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of three forms; one has another name, and a mistake."""
    place = tmp_path / "semua"
    place.mkdir()
    for code in ("3322", "3329"):
        (place / f"{code}.xlsx").write_bytes(office_form(found_office(code)))
    book = load_workbook(io.BytesIO(office_form(found_office("3300"))))
    row = next(cell.row for cell in book["Kantor"]["F"] if cell.value == "office/kind")
    book["Kantor"][f"C{row}"].value = "Kecamatan"
    book.save(place / "Kiriman Provinsi (1).xlsx")
    Workbook().save(place / "catatan.xlsx")
    (place / "~$3322.xlsx").write_bytes(b"kept by a program while it is open")
    return place


def found_office(code: str) -> OfficeRow:
    office = find_office(code)
    assert office is not None
    return office


@pytest.mark.unmeasured
def test_a_folder_of_forms_is_built_like_one_of_definitions(
    pst: Pst, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "dokumen"
    order = ("build", folder, "--out", out, "--format", "md", "--quiet", "--jobs", 1)
    built = pst(*order)
    assert built.code == 1
    assert "Kiriman Provinsi (1).xlsx: lembar 'Kantor', sel C" in built.err
    assert (out / "3322" / "manifest.json").exists()
    before = (out / "3329" / "manifest.json").stat().st_mtime_ns
    pst(*order)
    assert (out / "3329" / "manifest.json").stat().st_mtime_ns == before


def test_a_folder_of_forms_is_checked_like_one_of_definitions(pst: Pst, folder: Path) -> None:
    checked = pst("check", folder)
    assert checked.code == 1
    names = set(re.findall(r"[^/\n]+\.xlsx(?=:)", checked.out))
    assert names == {"3322.xlsx", "3329.xlsx", "Kiriman Provinsi (1).xlsx"}


def test_a_form_beside_the_files_of_an_office_is_not_a_second_one(folder: Path) -> None:
    (folder / "kantor.yaml").write_text("office: {code: '3322', name: BPS}\n", encoding="utf-8")
    assert list(definitions_in(folder, forms=True)) == [folder]
    (folder / "kantor.yaml").write_text("lang: id\n", encoding="utf-8")
    found = [one.name for one in definitions_in(folder, forms=True)]
    assert found == ["3322.xlsx", "3329.xlsx", "Kiriman Provinsi (1).xlsx"]
    assert list(definitions_in(folder)) == [folder]


@pytest.mark.parametrize("name", ["kantor.xls", "kantor.XLSM", "kantor.ods", "kantor.docx"])
def test_no_folder_gets_the_name_of_a_file(pst: Pst, tmp_path: Path, name: str) -> None:
    made = pst("init", tmp_path / name, "--office", "3329")
    assert made.code == 2
    assert "Formulir berakhiran .xlsx" in made.err
    assert not (tmp_path / name).exists()
    (tmp_path / name).mkdir()
    assert pst("init", tmp_path / name, "--office", "3329").code == 0


def test_what_is_missing_is_told_at_the_cell_where_it_is_written(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    pst("init", form, "--office", "3329")
    findings = json.loads(pst("check", form, "--format", "json").out)["findings"]
    places = {one["rule"]: (one.get("sheet"), one.get("cell")) for one in findings}
    book = load_workbook(form)

    def row(sheet: str, key: str) -> tuple[str, str]:
        found = next(cell.row for cell in book[sheet]["F"] if cell.value == key)
        return sheet, f"C{found}"

    assert places["STD-034"] == ("Saluran pengaduan", "C3")
    assert places["STD-035"] == row("Pengelolaan pengaduan", "complaints/responsible/name")
    assert places["RNT-003"] == row("Pengelolaan pengaduan", "complaints/assisted")
    assert places["PGD-006"] == row("Pengelolaan pengaduan", "complaints/mechanism/monitoring")
    assert places["EXE-012"] == row("Pelaksana", "staff/assistance")
    sheet, cell = places["FAC-004"]
    heads = {get_column_letter(at.column or 0): at.value for at in book[sheet][1]}
    assert (sheet, heads[str(cell)[:-1]], str(cell)[-1]) == ("Sarana dan prasarana", "groups", "3")


def test_a_remedy_speaks_the_words_of_the_form(pst: Pst, tmp_path: Path) -> None:
    form = tmp_path / "formulir.xlsx"
    pst("init", form, "--office", "3329")
    for said in (pst("check", form, "--all").out, pst("check", form, "--format", "html").out):
        told = " ".join(said.split()).replace("&#x27;", "'").replace("&#39;", "'")
        scope = "lembar 'Jangka waktu penyelesaian', kolom 'Cakupan', pilih 'Seluruh proses'."
        assert f"Di formulir: {scope}" in told
    (tmp_path / "kantor.yaml").write_text("extends: bps/2020\n", encoding="utf-8")
    assert "Di formulir" not in pst("check", tmp_path / "kantor.yaml", "--all").out


def test_an_item_may_be_called_by_its_name(tmp_path: Path) -> None:
    book, target = load_workbook(io.BytesIO(office_form(found_office("3329")))), io.BytesIO()
    rows = {str(cell.value): int(cell.row or 0) for cell in book["Standar pelayanan"]["F"]}
    row = rows["standards/library/facilities/items"]
    book["Standar pelayanan"].cell(row, 3).value = "Ruang  tunggu\nwifi"
    note = str(book["Standar pelayanan"].cell(row, 5).value)
    assert "Pengenal atau nama dari lembar Sarana dan prasarana." in note
    for title, items in {
        "Sarana dan prasarana": [
            {"id": "tunggu", "name": "Ruang tunggu"},
            {"id": "wifi", "name": "Wi-Fi"},
        ],
        "Jangka waktu penyelesaian": [
            {"^0": "Perpustakaan", "scope": "Seluruh proses"},
            {"^0": "Toko", "scope": "Seluruh proses"},
        ],
    }.items():
        sheet = book[title]
        columns = {str(cell.value): int(cell.column or 0) for cell in sheet[1]}
        for number, item in enumerate(items, sheet.max_row + 1):
            for key, said in item.items():
                sheet.cell(number, columns[key]).value = said
    book.move_sheet("Standar pelayanan", len(book.sheetnames))  # read first all the same
    book.save(target)
    (tmp_path / "kantor.xlsx").write_bytes(target.getvalue())
    reading = read_office(tmp_path / "kantor.xlsx")
    library = next(one for one in reading.definition.standards if one.id == "library")
    assert library.facilities is not None
    assert library.facilities.items == ("tunggu", "wifi")
    assert library.time_limit is not None
    assert str(library.time_limit.limits[-1].scope) == "TimeScope.WHOLE_PROCESS"
    assert [one.variant for one in reading.findings] == ["orphan"]


def test_a_form_that_is_loaded_as_text_names_what_reads_it(tmp_path: Path) -> None:
    (tmp_path / "k.xlsx").write_bytes(office_form(found_office("3329")))
    with pytest.raises(DefinitionError, match="read_office"):
        load(tmp_path / "k.xlsx")
