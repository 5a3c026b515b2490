from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.definitions import dumps, loads
from pst_standards.documents import build, render
from pst_standards.documents.docx import render_docx
from pst_standards.documents.drawing import png_file
from pst_standards.documents.html import render_html
from pst_standards.documents.identity import anchor, content_hash, definition_hash
from pst_standards.documents.outline import Column, Document, Identity, Table
from pst_standards.model.component import Component

OFFICE: dict[str, Any] = {
    "stage": "adopted",
    "office": {"name": "BPS Kabupaten Contoh"},
    "maklumat": {"pledge": "Kami sanggup melayani."},
}


def repacked(data: bytes, level: int) -> bytes:
    """Pack the same parts otherwise, in another order, with another date."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as other,
    ):
        for name in reversed(archive.namelist()):
            other.writestr(name, archive.read(name))
    return target.getvalue()


def holding(picture: bytes) -> bytes:
    """Return a zip with one picture in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/media/image1.png", picture)
    return target.getvalue()


def test_the_hash_does_not_depend_on_how_the_rows_of_a_picture_are_packed() -> None:
    rows = b"".join(b"\0" + bytes([number % 7]) * 40 for number in range(40))
    drawn = png_file(
        40, [rows[start + 1 : start + 41] for start in range(0, 1640, 41)], bits=8, colour=0
    )
    packed = zlib.compress(rows, 1)
    chunk = struct.pack(">I", len(packed)) + b"IDAT" + packed
    other = drawn[:33] + chunk + struct.pack(">I", zlib.crc32(chunk[4:])) + drawn[-12:]
    assert drawn != other
    assert content_hash(holding(drawn), "docx") == content_hash(holding(other), "docx")


def test_pictures_that_say_something_else_have_another_hash() -> None:
    drawn = png_file(2, [b"ab", b"cd"], bits=8, colour=0)
    others = (
        png_file(2, [b"ab", b"ce"], bits=8, colour=0),
        png_file(1, [b"a", b"b", b"c"], bits=8, colour=0),
        *(drawn[:44], drawn[:40] + b"broken" + drawn[46:], b"no picture", b"no other"),
    )
    assert len({content_hash(holding(one), "docx") for one in (drawn, *others)}) == 7


def test_the_hash_of_a_docx_does_not_depend_on_how_it_is_packed() -> None:
    data = render(loads(OFFICE), "maklumat", "docx")
    other = repacked(data, 1)
    assert other != data
    assert content_hash(other, "docx") == content_hash(data, "docx")
    changed = render(loads({**OFFICE, "maklumat": {"pledge": "Kami siap."}}), "maklumat", "docx")
    assert content_hash(changed, "docx") != content_hash(data, "docx")


def test_parts_cannot_pass_for_each_other() -> None:
    def hashed(*parts: tuple[str, str]) -> str:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name, content in parts:
                archive.writestr(name, content)
        return content_hash(target.getvalue(), "docx")

    assert hashed(("a", "b"), ("c", "d")) != hashed(("a", "b1 c 1 d"))
    assert hashed(("a", "bc")) != hashed(("ab", "c"))
    assert hashed(("a", "b"), ("c", "d")) != hashed(("a", "bc d")), "what a part has no length for"


def test_the_hash_of_a_definition_is_of_what_it_says(tmp_path: Path) -> None:
    turned = dict(reversed([*OFFICE.items()]))
    file = tmp_path / "office.yaml"
    file.write_text("# x\nstage: adopted\noffice: {name: BPS Kabupaten Contoh}\n", encoding="utf-8")
    assert definition_hash(loads(turned)) == definition_hash(loads(OFFICE))
    assert definition_hash(loads(file.read_text(encoding="utf-8"))) == definition_hash(
        loads({key: OFFICE[key] for key in ("stage", "office")})
    )
    assert definition_hash(loads({**OFFICE, "stage": "draft"})) != definition_hash(loads(OFFICE))
    marks = {"fax": {"source": "a"}, "email": {"source": "b"}}
    offices = ({"office": {"marks": one}} for one in (marks, dict(reversed(marks.items()))))
    assert len({definition_hash(loads(office)) for office in offices}) == 1


def test_the_hash_is_that_of_what_is_shown_with_sorted_keys_and_without_spaces() -> None:
    shown = json.loads(dumps(loads(OFFICE), format="json"))
    canonical = json.dumps(shown, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert definition_hash(loads(OFFICE)) == sha256(canonical.encode()).hexdigest()


def test_source_date_epoch_dates_a_docx_and_changes_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hashes: dict[str, dict[str, str]] = {}
    for epoch in ("1000000000", "1700000000", "1000000000"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        made = build(loads(OFFICE), tmp_path / epoch).documents
        found = {one.path: one.content_sha256 for one in made}
        assert hashes.setdefault(epoch, found) == found
    one, other = hashes.values()
    assert {path for path in one if one[path] != other[path]} == {
        "maklumat.docx",
        "maklumat-landscape.docx",
    }


def test_a_document_without_identity_says_nothing_of_itself() -> None:
    document = Document(title="Surat", blocks=())
    assert b"pst-" not in render_html(document)
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as archive:
        assert b"<property " not in archive.read("docProps/custom.xml")
        assert b"sha256" not in archive.read("word/footer1.xml")


def test_what_a_document_says_of_itself_is_escaped() -> None:
    identity = Identity(kind="<a>&", service='"', definition_sha256="<b>")
    document = Document(title="Surat", blocks=(), identity=identity)
    page = render_html(document).decode()
    assert 'content="&lt;a&gt;&amp;"' in page
    assert "<b>" not in page
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as archive:
        custom = archive.read("docProps/custom.xml").decode()
    assert "<vt:lpwstr>&lt;a&gt;&amp;</vt:lpwstr>" in custom


@given(st.lists(st.text(max_size=30) | st.integers(0, 10**6), max_size=6).map(tuple))
def test_any_anchor_is_a_name_that_word_takes(origin: tuple[str | int, ...]) -> None:
    assert re.fullmatch(r"pst(_[A-Za-z0-9_]*)?", anchor(origin))
    assert len(anchor(origin)) <= 40


def test_components_have_anchors_that_a_person_can_read() -> None:
    names = {anchor(("standards", 547, one.value)) for one in Component}
    assert len(names) == 14
    assert "pst_standards_547_performance_evaluation" in names


def test_rows_and_origins_are_as_many() -> None:
    with pytest.raises(ValueError, match="2 origins for 1 rows"):
        Table(columns=(Column(title="a"),), rows=(("b",),), origins=(("x",), ("y",)))


def test_rows_with_an_origin_are_marked_and_others_not() -> None:
    table = Table(columns=(Column(title="a"),), rows=(("b",), ("c",)), origins=(("x", 1), ()))
    document = Document(title="Surat", blocks=(table,))
    assert render_html(document).count(b"<tr id=") == 1
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as archive:
        page = archive.read("word/document.xml").decode()
    assert re.findall('w:name="(.*?)"', page) == ["pst_x_1"]
