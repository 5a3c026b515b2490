"""The form of an office: it loses nothing, and says of each cell what is wrong with it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from pst_standards.definitions import Bases, DefinitionError, read_path
from pst_standards.definitions.assembling import read_content
from pst_standards.definitions.gathering import plain_data
from pst_standards.definitions.merging import clean, merge
from pst_standards.definitions.offices import find_office
from pst_standards.definitions.structure import plain, structure
from pst_standards.definitions.workbooks import WorkbookError
from pst_standards.exchange.office_form import (
    listed_offices,
    office_form,
    read_form,
    write_form,
)
from pst_standards.exchange.office_form.cell_values import Found
from pst_standards.exchange.office_form.layers import base_data, in_cells, shown, stated, tree_of
from pst_standards.exchange.office_form.opening import grids
from pst_standards.exchange.office_form.tree import Tree
from pst_standards.exchange.office_form.values import CellError, Pair, decoded
from pst_standards.findings import Finding, Location, Severity
from pst_standards.model.base import Count, Rupiah, Text
from pst_standards.model.definition import Definition
from pst_standards.model.shapes import Shape
from pst_standards.testing.strategies import definitions

EXAMPLES = Path(__file__).parents[3] / "examples"
FEW = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
SOME = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
NATIONAL = base_data("bps/2020", None)
FORM_NAME = "form.xlsx"


@cache
def blank() -> bytes:
    office = find_office("3322")
    assert office is not None
    return office_form(office)


@cache
def blank_book() -> Workbook:
    return load_workbook(io.BytesIO(blank()))


def edited(change: Callable[[Workbook], None], form: bytes | None = None) -> bytes:
    book = load_workbook(io.BytesIO(form or blank()))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def field_row(sheet: Worksheet, key: str) -> int:
    return int(next(cell.row for cell in sheet["F"] if cell.value == key))


def column_of(sheet: Worksheet, key: str) -> str:
    return str(next(cell.column_letter for cell in sheet[1] if cell.value == key))


# -- nothing is lost -----------------------------------------------------------------------------


@SOME
@given(definitions())
def test_sheets_hold_every_definition(definition: Definition) -> None:
    sheets = shown(plain(definition), {})
    own = stated(tree_of(sheets.sheets), Tree(), sheets.aside)
    assert structure(own.data()) == definition


@SOME
@given(definitions())
def test_sheets_hold_what_an_office_states_over_its_base(definition: Definition) -> None:
    data = plain(definition)
    sheets = shown(data, NATIONAL)
    own = stated(tree_of(sheets.sheets), Tree.of(in_cells(NATIONAL)), sheets.aside).data()
    both = (merge(clean(NATIONAL), layer) for layer in (own, data))
    assert structure(next(both)) == structure(next(both))


@FEW
@given(definitions())
def test_a_workbook_reads_back_as_the_definition(definition: Definition) -> None:
    first = write_form(plain(definition))
    content = read_form(first)
    assert not content.findings
    assert structure(content.data) == definition
    assert write_form(content.data) == first


def layers() -> tuple[dict[str, Any], Bases]:
    import yaml

    own: dict[str, Any] = {}
    for file in sorted((EXAMPLES / "kabupaten-semarang").glob("*.yaml")):
        own |= yaml.safe_load(file.read_text(encoding="utf-8"))
    province = yaml.safe_load((EXAMPLES / "provinsi-jawa-tengah.yaml").read_text(encoding="utf-8"))
    bases = Bases(data={"provinsi": plain_data(province)})
    return {**plain_data(own), "extends": "provinsi"}, bases


def test_an_office_in_a_workbook_is_the_office_in_yaml() -> None:
    own, bases = layers()
    content = read_form(write_form(own, bases=bases), bases=bases)
    reading = read_content(content, bases=bases)
    in_yaml = read_path(EXAMPLES / "kabupaten-semarang")
    assert not content.findings
    assert reading.definition == in_yaml.definition


def test_what_an_office_repeats_or_takes_away_stays_its_own_word() -> None:
    own = {
        "extends": "bps/2020",
        "services": [{"id": "library", "remove": True}],
        "standards": [{"id": "consultation", "service": "consultation", "source": "SK kantor"}],
        "maklumat": {"pledge": None},
        "=1+1": "unknown",
    }
    content = read_form(write_form(own))
    assert content.data["services"] == [{"id": "library", "remove": True}]
    assert content.data["maklumat"] == {"pledge": None}
    assert content.data["standards"] == own["standards"]
    assert content.data["=1+1"] == "unknown"


def test_equal_definitions_give_equal_bytes() -> None:
    office = find_office("3322")
    assert office is not None
    assert office_form(office) == blank()


# -- what the form is like -----------------------------------------------------------------------


def test_national_cells_are_protected_and_those_of_the_office_are_open() -> None:
    book = blank_book()
    services, office = book["Layanan"], book["Kantor"]
    assert services.protection.sheet
    assert services[f"{column_of(services, 'name')}3"].protection.locked
    assert not office.cell(field_row(office, "office/phone"), 3).protection.locked


def test_units_and_kinds_are_chosen_from_the_model() -> None:
    book = blank_book()
    limits = book["Jangka waktu penyelesaian"]
    column = column_of(limits, "unit")
    rules = [rule for rule in limits.data_validations.dataValidation if column in str(rule.sqref)]
    formula = rules[0].formula1
    letter = formula.split("$")[1]
    terms = {cell.value for cell in book["Pilihan"][letter]}
    assert {"menit", "hari kerja"} <= terms


def test_the_law_stands_beside_a_field() -> None:
    book = blank_book()
    office = book["Standar pelayanan"]
    row = field_row(office, "standards/library/decree/number")
    assert "PP 96/2012 Pasal 27 ayat (4)" in str(office.cell(row, 5).value)


@pytest.mark.parametrize("text", ["=1+1", "+62 298", "-", "@nama", '=HYPERLINK("x")', "_x0041_"])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    form = write_form({"office": {"motto": text, "phone": text}})
    book = load_workbook(io.BytesIO(form))
    cells = [cell for row in book["Kantor"].iter_rows() for cell in row if cell.value == text]
    assert all(cell.data_type == "s" for cell in cells)
    assert read_form(form).data["office"] == {"motto": text, "phone": text}


# -- filling in ----------------------------------------------------------------------------------


def put(path: str, value: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["Standar pelayanan" if path.startswith("standards") else "Kantor"]
        sheet.cell(field_row(sheet, path), 3).value = value

    return change


@pytest.mark.parametrize(
    "said", [dt.date(2026, 1, 5), "2026-01-05", "5 Januari 2026", "05/01/2026", "5-1-2026"]
)
def test_a_date_is_understood_as_people_write_it(said: Any) -> None:
    path = "standards/library/decree/date"
    content = read_form(edited(put(path, said)))
    assert not content.findings
    assert content.data["standards"] == [{"id": "library", "decree": {"date": "2026-01-05"}}]


def add_row(title: str, values: Mapping[str, Any]) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book[title]
        row = max(cell.row for cell in sheet["B"] if cell.value) + 1 if sheet.max_row > 2 else 3
        for key, value in values.items():
            sheet[f"{column_of(sheet, key)}{row}"].value = value

    return change


def test_a_new_row_is_a_new_item() -> None:
    hours = {"id": "jumat", "days": "Jumat\nSabtu", "opens": dt.time(8), "closes": "15.30"}
    content = read_form(edited(add_row("Jam pelayanan", hours)))
    assert not content.findings
    assert content.data["office"]["opening_hours"] == [
        {"id": "jumat", "days": ["friday", "saturday"], "opens": "08:00", "closes": "15:30"}
    ]


def test_sheets_may_be_renamed_and_coloured() -> None:
    def change(book: Workbook) -> None:
        book["Kantor"].title = "Kantor kami"
        book["Kantor kami"].sheet_properties.tabColor = "FF0000"

    assert read_form(edited(change)).data == read_form(blank()).data


# -- bad input -----------------------------------------------------------------------------------


STANDARD = "Standar pelayanan"
LIMITS = "Jangka waktu penyelesaian"
HOURS = "Jam pelayanan"
FACILITIES = "Sarana dan prasarana"


def at(key: str) -> str:
    """Return the sheet and the cell of a field."""
    title = STANDARD if key.startswith("standards") else "Kantor"
    return f"{title}!C{field_row(blank_book()[title], key)}"


def in_table(title: str, key: str, row: int) -> str:
    return f"{title}!{column_of(blank_book()[title], key)}{row}"


def mistakes() -> Iterator[tuple[str, str, Any]]:
    said: Any
    dates = (
        "decree/date",
        *(f"life_cycle/{name}_on" for name in ("drafted", "revised", "adopted")),
    )
    for name, said in zip(
        dates, ("kemarin", "31/02/2026", "2026-13-01", "Januari 2026"), strict=True
    ):
        yield "date", at(f"standards/library/{name}"), said
    yield "date", at("standards/consultation/decree/date"), True
    services = ("library", "consultation", "product-sales", "recommendation")
    for name, said in zip(services, ("banyak", "2,5", 2.5, "3 orang"), strict=True):
        yield "number", at(f"standards/{name}/staffing/count"), said
    yield "choice", at("office/kind"), "regensi"
    yield "choice", at("office/signature"), 7
    yield "choice", at("office/functions"), "Pelaksanaan pelayanan; Tidur"
    for row, said in enumerate(("jam pasir", "menit kerja", "jam 8"), 30):
        yield "choice", in_table(LIMITS, "unit", row), said
    for row, said in enumerate(("pagi", "25:00", "8", "08.75", True), 30):
        yield "time", in_table(HOURS, "opens", row), said
    yield "choice", in_table(HOURS, "days", 35), "Senin\nHari libur"
    for row, said in enumerate(("mungkin", 3), 30):
        yield "yes_no", in_table(FACILITIES, "open_to_all", row), said
    yield "number", in_table(FACILITIES, "fee", 32), "gratis"
    for name, wrong in (("phone", dt.date(2026, 2, 1)), ("fax", dt.time(8)), ("whatsapp", True)):
        yield "not_text", at(f"office/{name}"), wrong
    for name, said in (("motto", "#REF!"), ("email", "#N/A"), ("head/name", "#VALUE!")):
        yield "error", at(f"office/{name}"), said
    yield "unreckoned", at("office/website"), "=1+1"
    yield "row", "Kantor!C300", "ditempel"
    yield "column", "Kantor!H5", "catatan saya"
    yield "parent", "Langkah!B90", None
    yield "orphan", "Langkah!B91", "perpustakan"


def test_each_mistake_of_a_long_list_is_named_by_sheet_and_cell() -> None:
    wrong = list(mistakes())

    def change(book: Workbook) -> None:
        for _, place, said in wrong:
            title, _, address = place.partition("!")
            book[title][address].value = said
        for row in range(30, 33):  # a limit belongs to a standard
            book[LIMITS][f"{column_of(book[LIMITS], '^0')}{row}"].value = "library"
        book["Langkah"][f"{column_of(book['Langkah'], 'text')}90"].value = "Langkah baru"
        book["Langkah"][f"{column_of(book['Langkah'], 'text')}91"].value = "Langkah lain"

    assert len(wrong) >= 30
    named = told(change)
    assert [one for one in wrong if one[:2] not in named] == []


def told(change: Callable[[Workbook], None]) -> list[tuple[str, str]]:
    content = read_form(edited(change), name=FORM_NAME)
    return [(one.variant, cell_of(one.location)) for one in content.findings]


def cell_of(place: Location) -> str:
    """Return the sheet and the cell of a place in a form."""
    assert place.file in {FORM_NAME, "list.xlsx"}
    return f"{place.sheet}!{place.cell}" if place.sheet else str(place.file)


def test_what_people_do_to_sheets_is_named() -> None:
    def change(book: Workbook) -> None:
        services = book["Layanan"]
        book["Kantor"].merge_cells("C3:C4")
        services.row_dimensions[4].hidden = True
        services[f"{column_of(services, 'id')}20"].value = "library"
        book.create_sheet("Coretan")["A1"].value = "x"

    assert set(told(change)) == {
        ("merged", "Kantor!C3"),
        ("hidden", "Layanan!B4"),
        ("double", "Layanan!B20"),
        ("sheet", "Coretan!A1"),
    }


def test_a_table_pasted_from_word_is_read_as_far_as_its_columns_fit() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Jam pelayanan"]
        sheet.merge_cells("D3:E3")
        for column, said in enumerate(("Senin\r\nSelasa ", " 08.00", None, "-", "s.d.", "dst"), 3):
            if said:
                sheet.cell(3, column).value = said
        for column in range(1, 15):
            sheet.cell(3, column).fill = PatternFill("solid", fgColor="FF0000")
        sheet["M3"].value = "kolom dari Word"

    content = read_form(edited(change), name=FORM_NAME)
    assert content.data["office"]["opening_hours"] == [
        {"days": ["monday", "tuesday"], "opens": "08:00"}
    ]
    assert {(one.variant, cell_of(one.location)) for one in content.findings} == {
        ("merged", "Jam pelayanan!D3"),
        ("time", "Jam pelayanan!F3"),
        ("time", "Jam pelayanan!G3"),
        ("date", "Jam pelayanan!H3"),
        ("column", "Jam pelayanan!M3"),
    }


def irregular(form: bytes) -> bytes:
    """Return a form with a comment in each part, as no usual program writes it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            content = source.read(name)
            packed.writestr(name, content.replace(b"?>", b"?><!-- x -->", 1))
    return target.getvalue()


def test_a_form_says_the_same_however_its_xml_is_written() -> None:
    def change(book: Workbook) -> None:
        office = book["Kantor"]
        office["C3"].value, office["C4"].value = "=1+1", "#REF!"
        office["C5"].value, office["C6"].value = "a < b & \"c\" 'd'\n\u00e9", dt.time(8, 30)
        office["C7"].value, office["C8"].value = True, 2.5
        office.merge_cells("C9:C12")
        office.row_dimensions[14].hidden = True
        office["C15"].value = CellRichText("BPS ", TextBlock(InlineFont(b=True), "Kota"))

    form = edited(change)
    assert grids(irregular(form)) == grids(form)
    assert grids(form)[2].rows[15][3].value == "BPS Kota"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"kode;nama\n", b"\0" * 100])
def test_what_is_no_workbook_is_told(data: bytes) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_form(data)
    assert caught.value.findings[0].variant == "workbook"


def test_a_workbook_of_something_else_is_no_form() -> None:
    target = io.BytesIO()
    Workbook().save(target)
    with pytest.raises(DefinitionError) as caught:
        read_form(target.getvalue())
    assert caught.value.findings[0].variant == "no_form"


def test_a_base_that_is_not_there_is_told_with_its_cell() -> None:
    form = write_form({"extends": "lain"}, bases=Bases(data={"lain": {"lang": "id"}}))
    found = read_content(read_form(form, name=FORM_NAME)).findings[0]
    assert (found.rule, cell_of(found.location)) == ("DEF-021", "Isian lain!B3")

    def change(book: Workbook) -> None:
        del book["Nasional"]

    with pytest.raises(DefinitionError) as caught:
        read_form(edited(change, form), name=FORM_NAME)
    assert cell_of(caught.value.findings[0].location) == "Isian lain!B3"


def test_what_was_national_and_is_emptied_still_holds_and_is_told() -> None:
    def change(book: Workbook) -> None:
        services = book["Layanan"]
        services[f"{column_of(services, 'name')}3"].value = None
        services.delete_rows(6)

    content = read_form(edited(change), name=FORM_NAME)
    assert "services" not in content.data
    told = [(one.variant, one.params["found"], cell_of(one.location)) for one in content.findings]
    assert ("gone", "name", "Layanan!C3") in told
    assert ("gone", "recommendation", "Layanan!B3") in told


def test_what_an_office_left_as_it_was_follows_a_new_base() -> None:
    def based(name: str) -> Bases:
        return Bases(data={"dasar": {"services": [{"id": "library", "name": name}]}})

    own = {"extends": "dasar", "services": [{"id": "library", "users": "Umum"}]}
    content = read_form(write_form(own, bases=based("Lama")), bases=based("Baru"))
    assert content.data["services"] == [{"id": "library", "users": "Umum"}]
    name = read_content(content, bases=based("Baru")).definition.services[0].name
    assert str(name) == "Baru"


def test_a_finding_of_the_rules_names_the_cell_that_is_empty() -> None:
    reading = read_content(read_form(blank(), name=FORM_NAME))
    place = reading.definition.origin.locate(("office", "phone"))
    assert cell_of(place) == at("office/phone")


def test_a_name_in_merged_cells_holds_for_all_its_rows() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Persyaratan"]
        sheet["B40"].value = "library"
        sheet.merge_cells("B40:B41")
        for row in (40, 41):
            sheet[f"{column_of(sheet, 'text')}{row}"].value = f"Syarat {row}"

    content = read_form(edited(change), name=FORM_NAME)
    (standard,) = content.data["standards"]
    assert [one["text"] for one in standard["requirements"]["items"]][-2:] == [
        "Syarat 40",
        "Syarat 41",
    ]


def test_what_somebody_did_to_the_last_sheets_is_told_or_made_good() -> None:
    def change(book: Workbook) -> None:
        aside = book["Isian lain"]
        aside["A20"].value, aside["B20"].value = "office/motto", "Melayani dengan {data"
        aside["A21"].value = "office/fax"
        for cell in book["Nasional"][1][1:]:
            cell.value = "{"

    content = read_form(edited(change), name=FORM_NAME)
    assert content.data["office"]["motto"] == "Melayani dengan {data"
    assert "fax" not in content.data["office"]
    assert "services" not in content.data


# -- many offices --------------------------------------------------------------------------------


def listing(*rows: tuple[Any, ...]) -> bytes:
    book, target = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Daftar"
    for row in rows:
        sheet.append(row)
    book.save(target)
    return target.getvalue()


def test_a_list_makes_a_form_of_each_office_with_what_it_says() -> None:
    head = ("Kode", "Telepon", "Moto pelayanan")
    first, second = listed_offices(listing(("Daftar kantor",), head, (3322, "(024) 1"), ("0000",)))
    assert (first.office.bps_code, second.office.bps_code) == ("3322", "0000")
    content = read_form(office_form(first.office, said=first.said))
    assert content.data["office"]["phone"] == "(024) 1"


def test_every_wrong_cell_of_a_list_is_named() -> None:
    rows = (("Kode", "Telepon", "Warna"), ("9876",), (3322, True), (3322,), (None, "x"))
    with pytest.raises(DefinitionError) as caught:
        listed_offices(listing(*rows), name="list.xlsx")
    told = {(one.variant, cell_of(one.location)) for one in caught.value.findings}
    assert told == {
        ("list_column", "Daftar!C1"),
        ("office", "Daftar!A2"),
        ("not_text", "Daftar!B3"),
        ("office_double", "Daftar!A4"),
        ("office", "Daftar!A5"),
    }


def test_what_is_no_list_is_told(tmp_path: Path) -> None:
    file = tmp_path / "kantor.xlsx"
    file.write_bytes(b"Kode;Telepon")
    with pytest.raises(DefinitionError) as caught:
        listed_offices(file)
    assert caught.value.findings[0].variant == "workbook"
    file.write_bytes(listing(("Kode", "Telepon"), ("3322", "=1+1"), ("3329", "#REF!")))
    with pytest.raises(DefinitionError) as caught:
        listed_offices(file)
    assert [one.variant for one in caught.value.findings] == ["unreckoned", "error"]


def test_a_workbook_without_codes_is_no_list() -> None:
    with pytest.raises(DefinitionError) as caught:
        listed_offices(listing(("Nama", "Telepon")))
    assert caught.value.findings[0].variant == "no_list"


# -- what programs write -------------------------------------------------------------------------


def packed(cells: str, **parts: str) -> bytes:
    """Return a workbook of one sheet, written by hand as some program might."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    odr = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rel = "http://schemas.openxmlformats.org/package/2006/relationships"
    files = {
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{odr}">{parts.get("book", "")}'
        '<sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{rel}">'
        '<Relationship Id="r1" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{parts.get("styles", "")}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{parts.get("texts", "")}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def found_in(cells: str, **parts: str) -> list[Found]:
    (grid,) = grids(packed(f"<row>{cells}</row>", **parts))
    return list(grid.rows.get(1, {}).values())


STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/>'
    '<numFmt numFmtId="171" formatCode="0 &quot;hari&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="20"/>'
    "</cellXfs>"
)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("<c><v>3</v></c>", Found(3)),
        ("<c><v>2.5</v></c>", Found(2.5)),
        ('<c t="b"><v>1</v></c>', Found(value=True)),
        ('<c s="1"><v>46027</v></c>', Found(dt.date(2026, 1, 5))),
        ('<c s="2"><v>46027</v></c>', Found(46027)),
        ('<c s="3"><v>0.3333333333</v></c>', Found(dt.time(8))),
        ('<c s="1"><v>9999999</v></c>', Found(9999999.0)),
        ('<c t="d"><v>2026-01-05T00:00:00</v></c>', Found(dt.date(2026, 1, 5))),
        ('<c t="s"><v>0</v></c>', Found("BPS Kota")),
        ('<c t="inlineStr"><is><t>a_x000A_b</t></is></c>', Found("a\nb")),
        ('<c t="str"><f>A2</f><v>hasil</v></c>', Found("hasil", "formula")),
        ("<c><f>1+1</f></c>", Found(None, "unreckoned")),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', Found("#DIV/0!", "error")),
    ],
)
def test_a_cell_is_read_as_it_was_shown(cell: str, found: Found) -> None:
    texts = "<si><r><t>BPS </t></r><rPh><t>x</t></rPh><r><t>Kota</t></r></si>"
    assert found_in(cell, styles=STYLES, texts=texts) == [found]


def test_days_may_count_from_1904() -> None:
    book = '<workbookPr date1904="1"/>'
    cell = '<c s="1"><v>44565</v></c>'
    assert found_in(cell, styles=STYLES, book=book) == [Found(dt.date(2026, 1, 5))]


@pytest.mark.parametrize(
    "cell", ['<c t="s"><v>9</v></c>', '<c r="?"><v>1</v></c>', "<c><v>x</v></c>"]
)
def test_a_damaged_workbook_is_told(cell: str) -> None:
    with pytest.raises(WorkbookError):
        grids(packed(f"<row>{cell}</row>"))


def test_a_sheet_without_end_is_too_large() -> None:
    with pytest.raises(WorkbookError) as caught:
        grids(packed('<row r="900000"><c><v>1</v></c></row>'))
    assert caught.value.too_large


def test_a_formula_counts_as_it_was_last_shown() -> None:
    import re

    source, target = zipfile.ZipFile(io.BytesIO(blank())), io.BytesIO()
    row = int(at("office/phone").rpartition("C")[2])
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet3.xml":
                cell = rf'<c r="C{row}"( s="\d+")/>'.encode()
                said = rb'<c r="C%d"\1 t="str"><f>B1&amp;"1"</f><v>(024) 1</v></c>' % row
                content, count = re.subn(cell, said, content)
                assert count == 1
            archive.writestr(name, content)
    content_read = read_form(target.getvalue(), name=FORM_NAME)
    assert content_read.data["office"]["phone"] == "(024) 1"
    (found,) = content_read.findings
    assert (found.variant, cell_of(found.location)) == (
        "formula",
        at("office/phone"),
    )


@pytest.mark.parametrize(
    ("said", "shape", "value"),
    [
        ("Rp10.000,-", Shape("scalar", Rupiah), 10000),
        ("1.250.000", Shape("scalar", Rupiah), 1250000),
        (3.0, Shape("scalar", Count), 3),
        (7.0, Shape("scalar", str), "7"),
        ("v", Shape("scalar", bool), True),
        (False, Shape("scalar", bool), False),
        ("pukul 08.00 WIB", Shape("scalar", dt.time), "08:00"),
        ("17 Agt 2026", Shape("scalar", dt.date), "2026-08-17"),
        ("baris\vbaru", Shape("text", Text), "baris\nbaru"),
        (5, Shape("list", tuple, Shape("scalar", Count)), [5]),
    ],
)
def test_a_value_is_understood_as_people_write_it(said: Any, shape: Shape, value: Any) -> None:
    assert decoded(Pair(said), shape) == value


def test_two_languages_of_a_list_need_as_many_lines() -> None:
    shape = Shape("list", tuple, Shape("text", Text))
    both = [{"id": "a", "en": "c"}, {"id": "b", "en": "d"}]
    assert decoded(Pair("a\nb", "c\nd"), shape) == both
    with pytest.raises(CellError):
        decoded(Pair("a\nb", "c"), shape)


# -- nothing an office wrote gets lost without a word --------------------------------------------


def first_row_gone(title: str, key: str, *, name: str = "") -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book[title]
        sheet[f"{column_of(sheet, key)}3"].value = "surat"
        sheet.delete_rows(1)
        sheet.title = name or title

    return change


@pytest.mark.parametrize(
    ("title", "key", "name"),
    [
        ("Saluran pengaduan", "name", ""),
        ("Saluran pengaduan", "name", "Saluran kami"),
        ("Kantor", "@", "Kantor kami"),
        ("Bentuk kompensasi", "^0", ""),
        ("Isian lain", "@json", ""),
    ],
)
def test_a_sheet_of_the_form_without_its_first_row_is_an_error(
    title: str, key: str, name: str
) -> None:
    content = read_form(edited(first_row_gone(title, key, name=name)), name=FORM_NAME)
    (found,) = [one for one in content.findings if one.variant == "nameless"]
    assert cell_of(found.location) == f"{name or title}!A1"
    assert found.severity is Severity.ERROR


def test_a_sheet_with_nothing_but_headings_or_of_somebody_is_only_a_warning() -> None:
    def change(book: Workbook) -> None:
        book["Saluran pengaduan"].delete_rows(1)
        notes = book.create_sheet("Coretan")
        for row in (("Nama", "Telepon"), ("A", "1"), ("B", "office/phone")):
            notes.append(row)

    content = read_form(edited(change), name=FORM_NAME)
    assert {one.variant for one in content.findings} == {"sheet"}
    assert {one.severity for one in content.findings} == {Severity.WARNING}


def copied(*values: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        sheet = book["Kantor"]
        row = field_row(sheet, "office/phone")
        for number, value in zip((row, 100, 101), values, strict=False):
            sheet.cell(number, 6).value, sheet.cell(number, 3).value = "office/phone", value

    return change


def test_a_field_in_two_rows_is_an_error_that_names_both_cells() -> None:
    content = read_form(edited(copied("111", "222")), name=FORM_NAME)
    (found,) = content.findings
    assert (found.variant, cell_of(found.location)) == ("twice", "Kantor!C100")
    assert found.params["other"] == "'{}'!{}".format(*at("office/phone").split("!"))
    assert content.data["office"]["phone"] == "111"


def test_a_copied_row_that_says_nothing_else_is_no_fault() -> None:
    content = read_form(edited(copied(None, "222", "222")), name=FORM_NAME)
    assert not content.findings
    assert content.data["office"]["phone"] == "222"
    assert cell_of(content.locate(("office", "phone"))) == "Kantor!C100"


def test_nothing_on_the_last_sheet_is_dropped_without_a_word() -> None:
    rows = (
        ("standards/library/marks", "{rusak"),
        ("office/fax", "1"),
        ("office/fax", "2"),
        ("office/fax", "1"),
        (None, '"tanpa kunci"'),
        ("office/motto", "[Melayani"),
        ("office/website", None),
    )

    def change(book: Workbook) -> None:
        sheet = book["Isian lain"]
        for number, row in enumerate(rows, 20):
            sheet.cell(number, 1).value, sheet.cell(number, 2).value = row
        sheet["D30"].value = "di luar"

    assert set(told(change)) == {
        ("json", "Isian lain!B20"),
        ("twice", "Isian lain!B22"),
        ("no_key", "Isian lain!B24"),
        ("json", "Isian lain!B25"),
        ("column", "Isian lain!D30"),
    }


def test_parents_that_were_filled_down_make_no_items() -> None:
    def change(book: Workbook) -> None:
        book["Persyaratan"]["B40"].value = book["Persyaratan"]["B41"].value = "library"

    content = read_form(edited(change), name=FORM_NAME)
    assert not content.findings
    assert content.data == read_form(blank()).data


def test_deleted_headings_sheets_and_rows_are_told_with_their_sheet() -> None:
    def change(book: Workbook) -> None:
        book["Persyaratan"].delete_rows(3, 60)
        book["Kompetensi pelaksana"].delete_rows(2)
        book["Kantor"].delete_rows(2)
        del book["Dasar hukum"], book["Langkah"]

    found = read_form(edited(change), name=FORM_NAME).findings
    places = {(one.variant, cell_of(one.location)) for one in found}
    assert ("gone", "Persyaratan!C3") in places
    assert {("no_head", "Kompetensi pelaksana!A2"), ("no_head", "Kantor!A2")} <= places
    gone = {one.params["found"] for one in found if one.variant == "sheet_gone"}
    assert gone == {"Dasar hukum", "Langkah"}
    assert "orphan" not in {one.variant for one in found}
    assert all(one.location.sheet for one in found if one.variant != "sheet_gone")


def test_what_is_out_of_sight_and_lists_from_word_are_told() -> None:
    def change(book: Workbook) -> None:
        sheet = book["Persyaratan"]
        column = column_of(sheet, "text")
        for number, said in enumerate(("1.\tKTP asli", "\u2022 Pas foto", "2,5 meter", "-"), 40):
            sheet[f"B{number}"].value, sheet[f"{column}{number}"].value = "library", said
        book["Layanan"].sheet_state = "hidden"
        book["Kantor"].column_dimensions["C"].hidden = True

    form = edited(change)
    assert grids(irregular(form)) == grids(form)
    assert set(told(change)) == {
        ("listed", "Persyaratan!D40"),
        ("listed", "Persyaratan!D41"),
        ("hidden_sheet", "Layanan!A3"),
        ("hidden_column", "Kantor!C3"),
    }


def test_a_list_may_name_its_offices_and_have_columns_of_its_own() -> None:
    warned: list[Finding] = []
    head = ("No", "Kode", "Nama", "Provinsi", "Warna")
    rows = ((1, 3322, "BPS Kab. Semarang"), (2, 3329, "Kota Brebes"), (3, "0000", "Pusat"))
    listed = listed_offices(listing(head, *rows), name="list.xlsx", tell=warned.extend)
    assert [one.office.bps_code for one in listed] == ["3322", "3329", "0000"]
    assert {(one.variant, cell_of(one.location)) for one in warned} == {
        ("list_column", "Daftar!E1"),
        ("name_differs", "Daftar!C3"),
    }
    assert {one.severity for one in warned} == {Severity.WARNING}


def test_a_form_in_place_of_a_list_is_told_in_one_line() -> None:
    with pytest.raises(DefinitionError) as caught:
        listed_offices(blank())
    assert [one.variant for one in caught.value.findings] == ["is_form"]
