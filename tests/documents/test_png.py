from __future__ import annotations

import json
import random
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import pytest
from attrs import evolve

import pst_standards
from pst_standards.definitions.assembling import loads
from pst_standards.documents import RequestError, render
from pst_standards.documents.images import image_kind
from pst_standards.documents.kinds import document, files_of
from pst_standards.documents.outline import (
    Block,
    Clauses,
    Document,
    Heading,
    ItemList,
    Panel,
    Panels,
    Paragraph,
    Picture,
)
from pst_standards.documents.png import alternative, picture_files, render_png
from pst_standards.documents.png.alternative import alternative_text
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
    made = {name for name in files if name.startswith("maklumat.")}
    assert made == {"maklumat.alt.txt", "maklumat.png", "maklumat.square.png"}
    told = json.loads(files["manifest.json"])
    assert [one["path"] for one in told["documents"] if one["kind"] == "maklumat"] == [
        "maklumat.png",
        "maklumat.square.png",
        "maklumat.alt.txt",
    ]
    assert {one["format"] for one in told["documents"]} == {"png"}
    reasons = {one["kind"]: one["reason"] for one in told["skipped"]}
    assert reasons["complaint-rights"].endswith("hanya dibuat dalam bentuk docx, html, pdf, md.")
    assert len(files) == len(told["documents"]) + 1


def test_every_kind_of_block_has_its_text() -> None:
    assert {*get_args(Block)} == {*alternative._WRITERS}
    clauses = Clauses(clauses=[("Menimbang", (ItemList(items=["a", "b"]),)), ("KESATU", "c")])
    panels = Panels(columns=[[Panel(title="Satu", blocks=[clauses])], [Panel(blocks=())]])
    shown = alternative_text(Document(title="x", blocks=[Heading(level=1, text="x"), panels]))
    assert shown == "x\n\nSatu\n\nMenimbang:\n  \u2022 a\n  \u2022 b\nKESATU: c\n"


def test_a_picture_stands_for_one_of_several_papers_and_panels_below_each_other(
    tmp_path: Path,
) -> None:
    office = {"name": "BPS Contoh"}
    data = {"office": office, "standards": [{"id": "a", "fee": {"kind": "free"}}]}
    made = pst_standards.build(loads(data), tmp_path, formats=["png"])
    posters = [one.path for one in made.documents if one.kind == "poster"]
    assert {path.partition(".")[0] for path in posters} == {"poster-a-a4"}
    text = (tmp_path / "poster-a-a4.alt.txt").read_text(encoding="utf-8")
    assert text.index("1. Persyaratan") < text.index("4. Biaya/tarif")


def test_the_pictures_have_the_shape_of_the_sheet_and_of_a_square(
    files: Mapping[str, bytes],
) -> None:
    sheet, square = (image_kind(files[f"maklumat{end}.png"]) for end in ("", ".square"))
    assert (sheet.width, sheet.height) == (1240, 1754)
    assert (square.width, square.height) == (1440, 1440)
    assert all(len(data) <= LARGEST for data in files.values())


def test_a_square_has_no_number_of_the_definition_in_its_foot() -> None:
    made = document(loads({"maklumat": PLEDGE}), "maklumat")
    assert made.identity is not None
    pages = dict(picture_files(made))
    plain = dict(picture_files(evolve(made, identity=None)))
    assert pages[".square.png"] == plain[".square.png"]
    assert pages[".png"] != plain[".png"]


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
    empty = ItemList(items=("", (Paragraph(text=""),)))
    with_more = evolve(draft, blocks=(*draft.blocks, empty))
    compare_golden("sample.alt.txt", alternative_text(with_more))
