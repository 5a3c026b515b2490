"""Input that no office should give and some will: in every form, whole and in words."""

from __future__ import annotations

import errno
import io
import shutil
import struct
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from attrs import evolve

from pst_standards.definitions.errors import OutputError
from pst_standards.documents import build
from pst_standards.documents.images import MOST_PIXELS
from pst_standards.documents.kinds import RENDERERS
from pst_standards.documents.outline import (
    Column,
    Document,
    Heading,
    ItemList,
    KeyValues,
    Letterhead,
    Note,
    Paragraph,
    Signature,
    Table,
)
from pst_standards.documents.template.starter import starter_template
from pst_standards.documents.template.template import open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.model.base import Ident, Text
from pst_standards.model.definition import Definition
from pst_standards.model.maklumat import Maklumat
from pst_standards.model.office import Office
from pst_standards.model.standard import ServiceStandard

WORD = "Pelayanan" * 223
HARD = (
    "\x00\x07kontrol\x1b[31m\x85\u2028baris",
    "\u202eterbalik\u202c",
    "مرحبا بكم 2026",
    "\N{GRINNING FACE}\N{ZERO WIDTH JOINER}\N{WOMAN} keluarga",
    "a\u0301\u0302\u0303" * 30,
    "\ud800 rusak",
    WORD,
)
PNG = b"\x89PNG\r\n\x1a\n"


def hard(text: str) -> Document:
    """Put one text in every place that takes one."""
    return Document(
        title=text,
        subject=text,
        author=text,
        footer_text=text,
        draft=True,
        draft_note=text,
        letterhead=Letterhead(names=(text, "Kantor"), address=text, contact=text),
        blocks=(
            Heading(level=1, text=text),
            Paragraph(text=text),
            Note(text=text, title=text),
            ItemList(items=[text, (Paragraph(text=text),)]),
            KeyValues(pairs=((text, text),)),
            Table(
                columns=(Column(title="No."), Column(title=text), Column(title="Isi", share=4)),
                rows=[("1", text, text)],
                caption=text,
            ),
            Signature(place=text, date=text, title=text, name=text, identity=text, anchor=text),
        ),
    )


@pytest.mark.parametrize("text", HARD, ids=range(len(HARD)))
def test_no_text_is_too_hard_for_any_form(text: str) -> None:
    document = hard(text)
    files = {name: write(document) for name, write in RENDERERS.items()}
    shown = [one.text for one in docx.Document(io.BytesIO(files["docx"])).paragraphs]
    for name in ("html", "md"):
        page = files[name].decode("utf-8")
        assert not {"\x00", "\x07", "\x1b", "\x85", "\u202e", "\u202c", "\u2028"} & {*page}, name
    assert files["pdf"].startswith(b"%PDF-")
    readable = "".join(char for char in text if char.isalnum() and char.isascii())
    assert readable in "".join(char for char in "".join(shown) if char.isalnum())
    into = render_into(document, open_template(starter_template()))
    assert docx.Document(io.BytesIO(into)).paragraphs


def pages_of(**parts: Any) -> int:
    document = Document(**{"title": "T", "blocks": (Paragraph(text="isi"),), **parts})
    with pikepdf.open(io.BytesIO(RENDERERS["pdf"](document))) as file:
        return len(file.pages)


def test_no_text_runs_off_a_page_of_a_pdf() -> None:
    # What no page holds goes on on the next; what stands on every page is cut short.
    assert pages_of(letterhead=Letterhead(names=(WORD, WORD))) > 1
    signature = Signature(place="", date="", title=WORD, name=WORD, identity=WORD)
    assert pages_of(blocks=(signature,)) > 1
    assert pages_of(footer_text=WORD, draft=True, draft_note=WORD) == 1


def test_three_hundred_rows_are_all_in_every_form() -> None:
    rows = [(str(number), f"baris{number}") for number in range(300)]
    table = Table(columns=(Column(title="No."), Column(title="Uraian", share=5)), rows=rows)
    document = Document(title="T", blocks=(Heading(level=1, text="T"), table))
    (word,) = docx.Document(io.BytesIO(RENDERERS["docx"](document))).tables
    assert len(word.rows) == 301
    for name in ("html", "md"):
        page = RENDERERS[name](document).decode("utf-8")
        assert all(f"baris{number}" in page for number in range(300)), name
    assert RENDERERS["pdf"](document).startswith(b"%PDF-")


def png(width: int, height: int, *, whole: bool = True) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(bytes((width + 1) * min(height, 4))))
    return PNG + head + (body + chunk(b"IEND", b"") if whole else body[:-6])


@pytest.mark.parametrize(
    ("data", "usable"),
    [
        (png(4, 4), True),
        (png(4, 4, whole=False), False),
        (png(4, 4)[:-4] + b"xxxx", False),
        (PNG + bytes(40), False),
        (png(MOST_PIXELS, 2), False),
        (b"<svg/>", False),
        (b"MZ\x90\x00", False),
        (b"", False),
        (b"\xff\xd8\xff\xe0\x00\x02\xff\xc0\x00\x11\x08\x00\x04\x00\x04", False),
    ],
    ids=range(9),
)
def test_a_picture_that_cannot_be_printed_is_told_and_the_rest_is_made(
    data: bytes, usable: bool, tmp_path: Path
) -> None:
    office = Office(name="BPS Kabupaten Contoh", logo="../logo.png")
    pledge = Maklumat(pledge=Text("Kami sanggup."))
    made = build(
        Definition(office=office, maklumat=pledge),
        tmp_path / "out",
        formats=("docx", "html", "md"),
        assets={"../logo.png": data},
    )
    assert [one.rule for one in made.findings] == ["DEF-033"] * (not usable)
    assert {"maklumat.docx", "maklumat.html", "maklumat.md"} <= {one.path for one in made.documents}


def test_names_with_separators_and_equal_ones_give_files_of_their_own(tmp_path: Path) -> None:
    names = ("../../luar", "a/b", "a\\b", "A/B", "nul", "x" * 300, "")
    standards = tuple(ServiceStandard(id=Ident(name), service=name) for name in names)
    made = build(Definition(standards=standards), tmp_path / "out", formats=("md",))
    paths = [one.path for one in made.documents]
    assert len({*map(str.lower, paths)}) == len(paths)
    assert len([one for one in made.documents if one.kind == "standard"]) == len(names)
    assert {one.name for one in tmp_path.rglob("*.md")} == {*paths}
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_service_called_as_a_kind_is_written_over_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pst_standards.documents import targets

    monkeypatch.setattr(targets.Target, "stem", property(lambda _: "sama"))
    pledge = Maklumat(pledge=Text("Kami sanggup."))
    standards = (ServiceStandard(id=Ident("a")),)
    made = build(
        Definition(maklumat=pledge, standards=standards), tmp_path / "out", formats=("md",)
    )
    paths = [one.path for one in made.documents]
    assert paths[:3] == ["sama.md", "sama-2.md", "sama-3.md"]
    assert len(paths) == len({*paths})


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_disk_that_is_full_at_any_step_leaves_no_trace(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")

    def fail(*_: object) -> None:
        raise full

    owner = "os.fsync" if step == "fsync" else "pathlib.Path.replace"
    monkeypatch.setattr(owner, fail)
    pledge = Definition(maklumat=Maklumat(pledge=Text("Kami sanggup.")))
    with pytest.raises(OutputError) as refusal:
        build(pledge, tmp_path / "out", template=starter_template())
    monkeypatch.undo()
    assert refusal.value.findings[0].variant == "full"
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the tests may make one."""
    place, mount = tmp_path / "tiny", shutil.which("mount")
    place.mkdir()
    options = ("-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place))
    made = mount and subprocess.run([mount, *options], capture_output=True, check=False)
    if not made or made.returncode:
        pytest.skip("no small disk can be made here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_that_is_really_full_keeps_what_was_there(tiny: Path) -> None:
    (tiny / "maklumat.docx").write_bytes(b"lama")
    pledge = Definition(maklumat=Maklumat(pledge=Text("Kami sanggup. " * 4000)))
    with pytest.raises(OutputError) as refusal:
        build(pledge, tiny, formats=("docx", "html", "md"))
    assert refusal.value.findings[0].variant == "full"
    assert [one.name for one in tiny.iterdir()] == ["maklumat.docx"]
    assert (tiny / "maklumat.docx").read_bytes() == b"lama"


def test_a_text_is_never_read_as_a_placeholder() -> None:
    document = evolve(hard(HARD[0]), title="{{isi}} {{judul}}")
    into = render_into(document, open_template(starter_template()))
    foot = docx.Document(io.BytesIO(into)).sections[0].footer.tables[0].cell(0, 0).text
    assert "{{isi}} {{judul}}" in foot
