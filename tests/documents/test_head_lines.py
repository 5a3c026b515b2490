"""Lines of a letterhead end between its parts, in Word files and PDF alike."""

from __future__ import annotations

import io
from typing import cast

import docx
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents.docx import render_docx
from pst_standards.documents.head_lines import head_lines
from pst_standards.documents.letters import width
from pst_standards.documents.outline import Document, Letterhead, Picture
from pst_standards.documents.pdf.data import blocks_data
from pst_standards.documents.pdf.place import Place

PARTS = (
    "Telepon: (0281) 000111",
    "Faksimile: (0281) 000222",
    "WhatsApp: 0812-0000-0033",
    "Surel: bps0000@bps.go.id",
    "Situs web: https://contohkab.bps.go.id",
)
CONTACT = "\N{NO-BREAK SPACE}\N{MIDDLE DOT} ".join(PARTS)
ADDRESS = "Jalan Contoh Nomor 45, Kecamatan Contoh Timur, Kabupaten Contoh, Jawa Tengah 53100"


def joined(told: list[object]) -> list[str]:
    """Return the lines of a text as it is given to the template."""
    shown = (one["whole"] if isinstance(one, dict) else one or "\n" for one in told)
    return "".join(map(str, shown)).split("\n")


@given(st.floats(20, 120))
def test_no_line_is_wider_than_its_room_nor_parts_a_number(room: float) -> None:
    lines = head_lines(CONTACT, room).split("\n")
    assert "\N{NO-BREAK SPACE}\N{MIDDLE DOT} ".join(lines) == CONTACT
    assert not any(line.endswith("\N{MIDDLE DOT}") for line in lines)
    assert all(width(line) <= room for line in lines)
    assert all(any(part in line for line in lines) for part in PARTS)


def test_what_fits_stays_on_one_line_and_a_postcode_is_never_alone() -> None:
    assert head_lines(CONTACT, 100) == CONTACT
    assert all(
        "Jawa Tengah 53100" in head_lines(ADDRESS, room).split("\n")[-1] for room in range(20, 45)
    )


def test_word_files_and_pdf_show_the_parts_whole_beside_a_logo(logo: bytes) -> None:
    picture = Picture(data=logo, alt="", width=24)
    head = Letterhead(names=["BPS", "Contoh"], address=ADDRESS, contact=CONTACT, logo=picture)
    made = Document(title="Maklumat", blocks=(), letterhead=head)
    cell = docx.Document(io.BytesIO(render_docx(made))).tables[0].cell(0, 1)
    (data,) = blocks_data((head,), Place(room=467))
    lines = [line for told in cast("list[list[object]]", data["lines"]) for line in joined(told)]
    for shown in (cell.text.split("\n")[2:], lines):
        assert all(any(part in line for line in shown) for part in PARTS)
        assert all(width(line) * 9 <= 467 for line in shown)
