from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Mapping

import pytest
from attrs import evolve

import pst_standards
from pst_standards.definitions.assembling import loads
from pst_standards.documents import RequestError, render
from pst_standards.documents.images import image_kind
from pst_standards.documents.kinds import files_of
from pst_standards.documents.outline import Document, ItemList, Paragraph, Picture
from pst_standards.documents.png import picture_files, render_png
from pst_standards.documents.png.writer import LARGEST

PLEDGE = {"pledge": "Kami sanggup menyelenggarakan pelayanan sesuai standar."}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The pictures of a maklumat, from a build."""
    out = tmp_path_factory.mktemp("gambar")
    data = {"maklumat": PLEDGE, "complaints": {"channels": [{"id": "box", "medium": "box"}]}}
    pst_standards.build(loads(data), out, formats=["png"])
    return {file.name: file.read_bytes() for file in out.iterdir()}


def noise(width: int, height: int) -> bytes:
    """Return a photo that no format can make smaller."""
    pixels = random.Random(7)  # noqa: S311 - not for secrecy
    rows = b"".join(b"\0" + pixels.randbytes(3 * width) for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def test_a_build_writes_pictures_their_text_and_what_has_none(files: Mapping[str, bytes]) -> None:
    assert sorted(files) == [
        "maklumat.alt.txt",
        "maklumat.png",
        "maklumat.square.png",
        "manifest.json",
    ]
    told = files["manifest.json"].decode()
    assert told.count('"format": "png"') == 3
    assert '"kind": "complaint-rights"' in told
    assert "hanya dibuat dalam bentuk docx, html, pdf, md." in told


def test_the_pictures_have_the_shape_of_the_sheet_and_of_a_square(
    files: Mapping[str, bytes],
) -> None:
    sheet, square = (image_kind(files[f"maklumat{end}.png"]) for end in ("", ".square"))
    assert (sheet.width, sheet.height) == (1240, 1754)
    assert (square.width, square.height) == (1440, 1440)
    assert all(len(data) <= LARGEST for data in files.values())


def test_the_text_says_what_the_picture_says_without_the_notes_on_the_draft(
    files: Mapping[str, bytes],
) -> None:
    lines = files["maklumat.alt.txt"].decode("utf-8").splitlines()
    assert lines[0] == "DRAF"
    assert "Maklumat Pelayanan" in lines
    assert PLEDGE["pledge"] in lines
    assert "Catatan draf" not in lines


def test_the_first_page_is_what_render_gives(files: Mapping[str, bytes]) -> None:
    definition = loads({"maklumat": PLEDGE})
    # The hash of the definition stands in the foot.
    assert render(definition, "maklumat", "png")[:24] == files["maklumat.png"][:24]
    assert render(definition, "maklumat", "png") == render(definition, "maklumat", "png")
    with pytest.raises(RequestError, match="docx, html, pdf, md"):
        render(loads({"complaints": {}}), "complaint-rights", "png")


def test_a_photo_makes_the_picture_coarser_and_not_too_large() -> None:
    photo = Picture(data=noise(900, 1100), alt="Ruang pelayanan", width=160)
    made = render_png(Document(title="Poster", blocks=[photo]))
    assert LARGEST / 3 < len(made) <= LARGEST
    assert image_kind(made).width < 1240


def test_what_no_single_square_holds_goes_on_several() -> None:
    document = Document(title="Leaflet", blocks=[Paragraph(text="Kami melayani. " * 400)])
    names = [name for name, _ in picture_files(document)]
    assert names[:2] == [".png", ".2.png"]
    assert names[2:5] == [".square.png", ".square.2.png", ".square.3.png"]
    assert names[-1] == ".alt.txt"
    assert [name for name, _ in files_of(document, "md")] == [".md"]


def test_the_text_has_every_kind_of_block(
    draft: Document, compare_golden: Callable[[str, str], None]
) -> None:
    from pst_standards.documents.png.alternative import alternative_text

    empty = ItemList(items=("", (Paragraph(text=""),)))
    with_more = evolve(draft, blocks=(*draft.blocks, empty))
    compare_golden("sample.alt.txt", alternative_text(with_more))
