"""A template to begin with: every style and every placeholder, to be changed in Word."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from attrs import evolve

from pst_standards.documents.docx.blocks import write_blocks
from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.docx.frame import footer_part, text_width
from pst_standards.documents.docx.package import archive, deflated
from pst_standards.documents.docx.scope import Scope
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.docx.xml import PROLOGUE, RELATIONS, WORD, paragraph, text_run
from pst_standards.documents.outline import Document, Lang, Letterhead, Paper, Paragraph

_HEAD: Final = Letterhead(names=("{{kantor}}",), address="{{alamat}}", contact="{{kontak}}")
_FOOT: Final = "{{kantor_singkat}} \N{MIDDLE DOT} {{judul}}"
_LINE: Final = "{{nomor}} \N{MIDDLE DOT} {{tanggal}} \N{MIDDLE DOT} {{sidik}}"
_TO_THE_RIGHT: Final = "<w:r><w:tab/></w:r>"
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
    foot = footer_part(evolve(document, identity=None), Collected())
    line = paragraph(
        "Footer", f"{text_run(_LINE)}{_TO_THE_RIGHT}{text_run('{{kode_qr}}')}", _NO_RULE
    )
    parts["word/footer1.xml"] = foot.replace("</w:ftr>", f"{line}</w:ftr>").encode()
    return archive(deflated(name, data) for name, data in parts.items())


def _header(document: Document) -> str:
    scope = Scope(collected=Collected(), write=write_blocks, width=text_width(document))
    shown = write_blocks((_HEAD,), scope)
    return f'{PROLOGUE}<w:hdr xmlns:w="{WORD}" xmlns:r="{RELATIONS}">{shown}</w:hdr>'
