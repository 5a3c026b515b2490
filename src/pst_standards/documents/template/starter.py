"""A template to begin with: every style and every placeholder, to be changed in Word."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from pst_standards.documents.docx.blocks import write_blocks
from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.frame import AFTER_CODE, counter, text_width
from pst_standards.documents.docx.package import archive, deflated
from pst_standards.documents.docx.scope import Scope
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.docx.xml import PROLOGUE, RELATIONS, WORD, paragraph, text_run
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.outline import Document, Lang, Letterhead, Paper, Paragraph

_HEAD: Final = Letterhead(names=("{{kantor}}",), address="{{alamat}}", contact="{{kontak}}")
_FOOT: Final = "{{kantor_singkat}} \N{MIDDLE DOT} {{judul}}"
_LINE: Final = "{{nomor}} \N{MIDDLE DOT} {{tanggal}} \N{MIDDLE DOT} {{sidik}}"
_RIGHT: Final = '<w:jc w:val="right"/>'
# Fiftieths of a percent of the width of the text.
_WIDE: Final = 3900
_NARROW: Final = 1100
_NO_RULE: Final = '<w:pBdr><w:top w:val="nil"/></w:pBdr>'


def starter_template(*, paper: Paper = Paper.A4, lang: Lang = "id") -> bytes:
    """Return a Word file that ``check_template`` finds fit and that an office makes its own.

    >>> from pst_standards.documents.template.checking import check_template
    >>> found = check_template(starter_template(paper=Paper.F4))
    >>> found.fit, found.paper, [one.key for one in found.findings]
    (True, 'F4', [])
    """
    document = Document(
        title="Templat" if lang == "id" else "Template",
        blocks=(Paragraph(text="{{isi}}"),),
        lang=lang,
        paper=paper,
        footer_text=_FOOT,
    )
    with zipfile.ZipFile(io.BytesIO(render_docx(document))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts["word/header1.xml"] = _header(document).encode()
    parts["word/footer1.xml"] = _footer(document).encode()
    return archive(deflated(name, data) for name, data in parts.items())


def _footer(document: Document) -> str:
    """Return a footer whose right side stands at the right on any sheet, upright or lying.

    A table is as wide as the text; a stop of a tab would stand where that of one sheet ends.
    """
    before, between, after = (
        text_run(one) if one else "" for one in page_text_parts(document.lang)
    )
    numbers = f"{before}{counter('PAGE')}{between}{counter('NUMPAGES')}{after}"
    rows = ((_FOOT, numbers), (_LINE, text_run("{{kode_qr}}")))
    shown = "".join(
        f"<w:tr>{_cell(_WIDE, text_run(told))}{_cell(_NARROW, right, _RIGHT)}</w:tr>"
        for told, right in rows
    )
    return (
        f'{PROLOGUE}<w:ftr xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:tbl><w:tblPr>'
        f'<w:tblStyle w:val="PstFoot"/><w:tblW w:w="{_WIDE + _NARROW}" w:type="pct"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_WIDE}"/><w:gridCol w:w="{_NARROW}"/></w:tblGrid>'
        f"{shown}</w:tbl>{AFTER_CODE}</w:ftr>"
    )


def _cell(share: int, told: str, side: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/></w:tcPr>'
        f"{paragraph('Footer', told, f'{_NO_RULE}{side}')}</w:tc>"
    )


def _header(document: Document) -> str:
    scope = Scope(collected=Collected(), write=write_blocks, width=text_width(document))
    shown = write_blocks((_HEAD,), scope)
    return f'{PROLOGUE}<w:hdr xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{shown}</w:hdr>'
