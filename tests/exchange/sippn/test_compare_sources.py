"""Files that are held against a definition, whole, odd and broken."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from pst_standards.definitions.errors import DefinitionError
from pst_standards.exchange.sippn import SippnError, compare, write
from pst_standards.exchange.sippn.html_text import text_of_html
from pst_standards.exchange.sippn.sources import LARGEST
from pst_standards.testing import a_definition

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OFFICE = a_definition()
WRITTEN = write(OFFICE)
BOOK = WRITTEN.files()[f"{WRITTEN.names[0]}.xlsx"]


def changed_book(change: Callable[[Any], None]) -> bytes:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(BOOK))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def on_sheet(change: Callable[[Worksheet], None]) -> bytes:
    return changed_book(lambda book: change(book["SIPPN"]))


def without_pages(book: Any) -> None:
    for name in ("SIPPN", "Butir"):
        book.remove(book[name])


def zipped(name: str, content: bytes) -> bytes:
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<html><body><script>x</script></body></html>", "empty"),
        (bytes(range(256)), "binary"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "old-office"),
        (b"{\\rtf1 Perpustakaan}", "rtf"),
        (b"From: <Saved by Blink>\r\n", "mhtml"),
        (b"x" * (LARGEST + 1), "large"),
        (b"PK\x03\x04" + b"\0" * 60, "workbook"),
        (zipped("word/document.xml", b"<w/>"), "workbook"),
        (b'{"format": "pst-sippn/1",', "json"),
        (b'{"a": ' + b"[" * 100_000, "json"),
        (b'{"format": "pst-verify/1"}', "json-other"),
        (b'{"format": "pst-sippn/1", "entries": []}', "empty"),
        (b'{"format": "pst-sippn/1", "entries": [1]}', "json-value"),
        (b'{"format": "pst-sippn/1", "entries": [{"title": 3}]}', "json-value"),
        (b'{"format": "pst-sippn/1", "entries": [{"title": "x"}]}', "json-value"),
        (b'{"format": "pst-sippn/1", "entries": [{"sections": [2]}]}', "json-value"),
        (b"Resep nasi goreng: bawang dan nasi", "no-match"),
        (changed_book(without_pages), "workbook-other"),
        (on_sheet(lambda sheet: sheet.__setitem__("C5", "=1+1")), "cell-formula"),
        (on_sheet(lambda sheet: setattr(sheet["C5"], "data_type", "e")), "cell-error"),
    ],
)
def test_what_cannot_be_used_is_named_with_a_remedy(data: bytes, key: str) -> None:
    with pytest.raises(SippnError) as raised:
        compare(OFFICE, data, name="halaman")
    assert raised.value.key == key
    for lang in ("id", "en"):
        assert "halaman" in raised.value.message(lang)
        assert raised.value.hint(lang)
    if key.startswith("cell"):
        assert "SIPPN!C5" in raised.value.message("id")


def test_another_encoding_is_named_by_line() -> None:
    with pytest.raises(DefinitionError) as raised:
        compare(OFFICE, "Perpustakaan\nSyarat \u2013 Br\xe9b\xe8s".encode("cp1252"), name="a.txt")
    assert raised.value.findings[0].location.line == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_text_is_read_in_the_encodings_of_definitions(encoding: str) -> None:
    assert compare(OFFICE, WRITTEN.entries[0].text.encode(encoding)).matches


def test_a_service_that_is_not_there_is_named() -> None:
    with pytest.raises(SippnError, match="no-service") as raised:
        compare(OFFICE, b"x y", service="kasir")
    assert "library" in raised.value.message("id")
    with pytest.raises(SippnError, match="no-standards"):
        compare(a_definition(standards=[]), b"x y")


def test_a_difference_in_a_workbook_is_named_by_sheet_and_cell() -> None:
    (one,) = compare(
        OFFICE, on_sheet(lambda sheet: sheet.__setitem__("C8", "Rp 5.000"))
    ).differences
    assert (one.component, one.kind.value, one.place) == ("fee", "changed_fee", "SIPPN!C8")


def test_merged_hidden_and_reckoned_cells_are_read_and_told() -> None:
    def spoil(sheet: Worksheet) -> None:
        sheet.merge_cells("C8:D8")
        sheet.row_dimensions[5].hidden = True

    found = compare(OFFICE, on_sheet(spoil), lang="en")
    assert found.matches
    assert any("merged" in note and "SIPPN!C8" in note for note in found.notes)
    assert any("hidden" in note and "SIPPN!B5" in note for note in found.notes)


def test_a_hidden_copy_of_the_sheet_is_not_what_is_read() -> None:
    def hide(book: Any) -> None:
        shown = book.copy_worksheet(book["SIPPN"])
        shown["C8"] = "Rp 5.000"
        book["SIPPN"].sheet_state = "hidden"
        book.active = shown

    (one,) = compare(OFFICE, changed_book(hide)).differences
    assert one.place == "SIPPN Copy!C8"


def test_a_workbook_of_an_offices_own_is_read_by_its_headings() -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Standar"
    sheet.append([WRITTEN.entries[0].title])
    sheet.append(["No", "Komponen", None, "Uraian"])
    for number, section in enumerate(WRITTEN.entries[0].sections, 1):
        sheet.append([number, section.heading, None, section.text])
    target = io.BytesIO()
    book.save(target)
    found = compare(OFFICE, target.getvalue())
    assert found.kinds() == {"missing_decree"}


def test_entries_of_json_are_held_one_by_one() -> None:
    data = json.loads(WRITTEN.to_json())
    data["entries"].append(dict(data["entries"][0]))
    (one,) = compare(OFFICE, json.dumps(data).encode()).differences
    assert (one.kind.value, one.place) == ("duplicate_entry", "/entries/1")


def test_a_difference_in_html_has_no_line_of_the_file() -> None:
    page = "<br>".join(WRITTEN.entries[0].text.replace("Tidak dipungut", "Dipungut").split("\n"))
    (one,) = compare(OFFICE, f"<html><body>{page}".encode()).differences
    assert (one.component, one.place) == ("fee", "")


def test_html_is_read_as_its_reader_sees_it() -> None:
    page = (
        "<div>Syarat<br>dua</div><ol start='3'><li>a<ol type='a'><li>b</li></ol></li></ol>"
        "<ul><li>c</li></ul><li>d</li></ol><p style='display: none'>e<p>x</p></p>"
        "<table><tr><td>1</td><td>Biaya</td></tr></table><select><option>f</option></select>"
        "<ol start='abc'><li>g</li></ol>"
    )
    assert text_of_html(page).split("\n") == [
        "Syarat",
        "dua",
        "3. a",
        "a) b",
        "• c",
        "• d",
        "1\tBiaya",
        "1. g",
        "",
    ]
