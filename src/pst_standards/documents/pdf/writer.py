"""From the outline to the bytes of a PDF, drawn by typst."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from attrs import asdict

from pst_standards.documents.cleaning import shortened
from pst_standards.documents.codes import code_picture
from pst_standards.documents.dating import moment
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.identity import foot_line, stated
from pst_standards.documents.letters import width
from pst_standards.documents.outline import Document, Layout
from pst_standards.documents.pdf.data import blocks_data
from pst_standards.documents.pdf.engine import STANDARDS, drawn
from pst_standards.documents.pdf.pictures import picture
from pst_standards.documents.pdf.place import POINTS_PER_MM, Place, one_line
from pst_standards.documents.pdf.sheet import Sheet, own_sheet
from pst_standards.messages import text

if TYPE_CHECKING:
    from typst import Compiler

_NO_TITLE: Final = "\N{EN DASH}"
_BANNER: Final = 8.5
_BANNER_INSET: Final = 30.0
_FOOTER_SHARE: Final = 0.75
_MOST_LINES: Final = 20
# What stands on every page must leave room for what is printed on it.
_LONGEST_FOOT: Final = 240
_LONGEST_NOTE: Final = 480


def render_pdf(document: Document) -> bytes:
    """Return ``document`` as a tagged PDF; equal documents give equal bytes.

    It declares PDF/UA-1 and PDF/A-2a, and all its letters are of fonts that come with this library
    and with typst; a letter that none of them has becomes a replacement character. Threads may
    draw at once, and so may processes that were spawned; one that was forked after the first
    drawing hangs.

    Raises ``MissingExtraError`` without the extra ``pdf``, ``PictureError`` for a picture that is
    no PNG, JPEG or GIF, ``PdfError`` when typst refuses the document.
    """
    stamp = int(moment(document.created).timestamp())
    return drawn(document_data(document, own_sheet(document)), partial(_as_pdf, stamp=stamp))


def _as_pdf(compiler: Compiler, data: str, stamp: int) -> bytes:
    made = compiler.compile(
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=[*STANDARDS],
        timestamp=stamp,
    )
    return cast("bytes", made)  # a list of pages is for pictures only


def document_data(document: Document, sheet: Sheet) -> str:
    """Return a document as the data that the template draws on a sheet."""
    return json.dumps(_data(document, sheet), ensure_ascii=False, separators=(",", ":"))


def _data(document: Document, sheet: Sheet) -> dict[str, object]:
    room = sheet.room * POINTS_PER_MM
    wall = document.layout is Layout.WALL
    scale = document.scale
    place = Place(room=room / scale, scale=scale, tallest=sheet.tallest, wall=wall)
    code = code_picture(document)
    head = (document.letterhead,) if document.letterhead else ()
    # As keywords, for typst writes no facts of one's own.
    keywords = (*document.keywords, *stated(document.identity, document.lang))
    return {
        "title": one_line(document.title) or _NO_TITLE,
        "author": one_line(document.author),
        "subject": one_line(document.subject),
        "keywords": [one_line(word) for word in keywords],
        "lang": document.lang,
        "sheet": asdict(sheet),
        "scale": scale,
        "framed": wall,
        "numbered": document.layout is not Layout.FOLDED,
        "code": picture(code, place) if code else None,
        "pages": page_text_parts(document.lang),
        **_footer_data(document, room),
        **_stamp_data(document, room),
        "blocks": blocks_data((*head, *document.blocks), place),
    }


def _footer_data(document: Document, room: float) -> dict[str, object]:
    """Return the text of the footer, how many lines it takes, and the small line below it."""
    place = Place(room=room * _FOOTER_SHARE, size=_BANNER)
    told = shortened(one_line(document.footer_text), _LONGEST_FOOT)
    return {
        "footer": place.text(told),
        "footing": _lines_of(told, place),
        "definition": foot_line(document.identity, document.lang),
    }


def _stamp_data(document: Document, room: float) -> dict[str, object]:
    """Return the stamp of a draft, and how many lines it takes."""
    if not document.draft:
        return {"draft": None}
    word = text("documents", "draft.stamp", document.lang)
    note = shortened(one_line(document.draft_note), _LONGEST_NOTE)
    place = Place(room=room - _BANNER_INSET, size=_BANNER)
    return {
        "draft": word,
        "note": place.text(note),
        "banner": _lines_of(f"{word}  {note}", place),
    }


def _lines_of(told: str, place: Place) -> int:
    """Return how many lines a text takes, rather one too many; never more than leave a page."""
    return min(1 + int(width(told) * place.size * 1.05 / place.room), _MOST_LINES)
