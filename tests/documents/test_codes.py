from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import pytest
from attrs import evolve

from pst_standards.documents.codes import code_picture, code_words, payload
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.errors import MissingExtraError
from pst_standards.documents.html.page import render_html
from pst_standards.documents.images import image_kind
from pst_standards.documents.outline import Document, Heading, Identity, Layout, Picture
from pst_standards.documents.pdf.writer import render_pdf
from pst_standards.documents.verifying.reading import read_document

IDENTITY = Identity(kind="standard", service="zz-lib", office="3322", definition_sha256="0a" * 32)
DOCUMENT = Document(title="Standar", blocks=[Heading(level=1, text="S")], identity=IDENTITY)


def picture(document: Document) -> Picture:
    found = code_picture(document)
    assert found is not None
    return found


def test_a_code_says_office_document_and_hash() -> None:
    assert payload(IDENTITY) == f"PST:3322:STANDARD-ZZ-LIB:{'0A' * 32}"


def test_no_part_of_a_code_can_pass_for_another() -> None:
    odd = evolve(IDENTITY, office="33:22 ", service="a:b")
    assert payload(odd).count(":") == 3
    assert payload(odd).startswith("PST:33-22:STANDARD-A-B:")


def test_both_drawings_of_a_code_show_its_modules() -> None:
    import segno

    made = segno.make(payload(IDENTITY), error="m", boost_error=False, micro=False, mask=4)
    dark = sum(sum(row) for row in made.matrix)
    drawn = picture(DOCUMENT)
    wide = len(made.matrix) + 2 * 4
    kind = image_kind(drawn.data)
    assert (kind.width, kind.height) == (8 * wide, 8 * wide)
    stretches = [part.split("v")[0] for part in drawn.vector.split("h")[1:]]
    assert sum(int(part) for part in stretches if part.isdigit()) == dark


def test_what_no_code_can_say_is_left_out() -> None:
    assert picture(evolve(DOCUMENT, identity=evolve(IDENTITY, office="\ud800"))).vector


def test_a_document_without_identity_or_with_codes_off_has_none() -> None:
    assert code_picture(evolve(DOCUMENT, identity=None)) is None
    assert code_picture(evolve(DOCUMENT, qr=False)) is None


@pytest.mark.parametrize("layout", Layout)
def test_every_format_prints_the_code_unless_it_is_off(layout: Layout) -> None:
    for on in (True, False):
        document = evolve(DOCUMENT, qr=on, layout=layout)
        with zipfile.ZipFile(io.BytesIO(render_docx(document))) as archive:
            names = archive.namelist()
            foot = archive.read("word/footer1.xml").decode("utf-8")
        assert ("word/media/code1.png" in names) is on
        assert ("word/_rels/footer1.xml.rels" in names) is on
        assert (code_words("id") in foot) is on
        assert (b"@bottom-right { content: " in render_html(document)) is True
        assert (b'url("data:image/svg+xml' in render_html(document)) is on
    assert len(render_pdf(evolve(DOCUMENT, layout=layout))) > len(render_pdf(document))


def test_a_code_is_no_text_that_a_document_is_compared_by() -> None:
    with_code, without = (
        read_document(render_docx(evolve(DOCUMENT, qr=on))).lines for on in (True, False)
    )
    assert with_code == without


def test_a_code_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "segno", None)
    other: Any = evolve(DOCUMENT, identity=evolve(IDENTITY, office="lain"))
    with pytest.raises(MissingExtraError, match="office"):
        code_picture(other)
    assert render_docx(evolve(other, qr=False))
