"""Photos as cameras and printers leave them: turned, mirrored, or in the colours of a printer."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from base64 import b64decode
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pst_standards.documents.building import build
from pst_standards.documents.docx import render_docx
from pst_standards.documents.html import render_html
from pst_standards.documents.images import image_kind
from pst_standards.documents.orientation import Turn, said_upright, turn_of
from pst_standards.documents.outline import Document, Picture
from pst_standards.documents.pdf.engine import on_screen
from pst_standards.documents.pdf.pictures import _wrapped, picture
from pst_standards.documents.pdf.place import Place
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.office import Office
from tests.documents.pdf_reading import drawn, opened

SIDEWAYS = b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAKBueIx4ZKCM"
    "goy0qqC+8P//8Nzc8P//////////////////////////////////////////////////////////wAALCAAIABABAREA"
    "/8QAFQABAQAAAAAAAAAAAAAAAAAAAwT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/ABWP/9k="
)
"""Sixteen by eight pixels, the right half of them white, to be turned to the right."""
PRINTED = b64decode(
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwCgbniMeGSgjIKMtKqgvvD///Dc3PD/////////////////////////////////"
    "/////////////////////////8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEA"
    "AAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AEEIz//Z"
)
"""Eight by eight pixels of one red, in the four colours of a printer."""


def turned(value: int, order: str = ">", kind: int = 3) -> bytes:
    """Return the start of a JPEG whose camera noted a value as its orientation."""
    mark = {">": b"MM", "<": b"II"}[order]
    tiff = mark + struct.pack(f"{order}HIHHHIHHI", 42, 8, 1, 0x0112, kind, 1, value, 0, 0)
    noted = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    return b"\xff\xd8" + noted + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 480, 640, 3)


@pytest.mark.parametrize("order", [">", "<"])
def test_width_and_height_are_those_of_the_picture_as_it_is_looked_at(order: str) -> None:
    kinds = [image_kind(turned(value, order)) for value in range(1, 9)]
    assert [(one.width, one.height) for one in kinds] == [(640, 480)] * 4 + [(480, 640)] * 4
    assert len({one.turn for one in kinds}) == 8


@pytest.mark.parametrize(
    "data",
    [turned(0), turned(9), turned(6, kind=4), turned(6)[:24], turned(6).replace(b"MM", b"MI")],
)
def test_what_a_camera_did_not_say_clearly_turns_nothing(data: bytes) -> None:
    assert turn_of(data) == Turn()
    assert said_upright(data) == data


def test_a_picture_that_was_turned_says_that_it_stands_upright(logo: bytes) -> None:
    assert turn_of(said_upright(SIDEWAYS)) == Turn()
    assert len(said_upright(SIDEWAYS)) == len(SIDEWAYS)
    assert said_upright(logo) == logo


def test_a_photo_stands_upright_in_every_format() -> None:
    block = Picture(data=SIDEWAYS, alt="Foto", width=10)
    svg = str(picture(block, Place(room=400))["svg"])
    assert 'viewBox="0 0 8 16"' in svg
    assert '<image width="16" height="8" transform="translate(8 0) rotate(90)"' in svg
    made = Document(title="Foto", blocks=(block,))
    assert b'width="38" height="76"' in render_html(made)
    with zipfile.ZipFile(io.BytesIO(render_docx(made))) as archive:
        told = archive.read("word/document.xml").decode()
        stored = archive.read("word/media/image1.jpeg")
    assert turn_of(stored) == Turn(), "no program turns it twice"
    [(wide, high)] = re.findall(r'<a:xfrm rot="5400000">.*?<a:ext cx="(\d+)" cy="(\d+)"', told)
    assert int(wide) == 2 * int(high)


@pytest.mark.parametrize(
    ("value", "first", "second"),
    [
        (2, (1, 0), (0, 0)),
        (3, (1, 1), (0, 1)),
        (4, (0, 1), (1, 1)),
        (5, (0, 0), (0, 1)),
        (6, (1, 0), (1, 1)),
        (7, (1, 1), (1, 0)),
        (8, (0, 1), (0, 0)),
    ],
)
def test_each_turn_brings_the_upper_corners_to_their_places(
    value: int, first: tuple[int, int], second: tuple[int, int]
) -> None:
    """The upper corners as stored, carried by what the drawing says."""
    kind = image_kind(turned(value))
    svg = str(_wrapped(b"", kind))
    [told] = re.findall(r'transform="([^"]*)"', svg)
    for corner, place in (((0.0, 0.0), first), ((640.0, 0.0), second)):
        point = corner
        for name, by in reversed(re.findall(r"(\w+)\(([^)]*)\)", told)):
            point = _carried(point, name, [float(one) for one in by.split()])
        assert point == (place[0] * kind.width, place[1] * kind.height)


def _carried(point: tuple[float, float], name: str, by: list[float]) -> tuple[float, float]:
    x, y = point
    if name == "translate":
        return x + by[0], y + by[1]
    if name == "scale":
        return x * by[0], y * by[1]
    return {90: (-y, x), 180: (-x, -y), 270: (y, -x)}[int(by[0])]


def test_a_picture_in_the_colours_of_a_printer_is_drawn_in_those_of_a_screen(
    tmp_path: Path,
) -> None:
    pledge = Maklumat(pledge=Text("Kami sanggup."))
    office = Office(name="BPS Kabupaten Contoh", logo="logo.jpg")
    made = build(
        Definition(office=office, maklumat=pledge),
        tmp_path,
        formats=("pdf", "png", "docx"),
        assets={"logo.jpg": PRINTED},
    )
    assert not made.findings
    with pikepdf.open(tmp_path / "maklumat.pdf") as pdf:
        [image] = _images(pdf)
        assert (image.Width, image.Height) == (8, 8)
        red, green, blue = image.read_bytes()[:3]
    assert red > 150
    assert max(green, blue) < 90


def _images(pdf: Any) -> list[Any]:
    return [one for one in pdf.objects if _is_picture(one)]


def _is_picture(one: Any) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


def test_one_that_cannot_be_read_leaves_its_place_empty() -> None:
    broken = PRINTED.replace(b"\xff\xdb\x00C\x00", b"\xff\xdb\x00C\x0f")
    with opened(drawn(Picture(data=broken, alt="Logo", width=20))) as pdf:
        assert not _images(pdf)
    assert on_screen(PRINTED, 8).startswith(b"\x89PNG")
