"""From the outline to the bytes of a PDF, drawn by typst."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

from pst_standards.documents.cleaning import shortened
from pst_standards.documents.dating import moment
from pst_standards.documents.errors import PdfError, extra
from pst_standards.documents.formats import page_text_parts
from pst_standards.documents.outline import Document
from pst_standards.documents.pdf.data import blocks_data
from pst_standards.documents.pdf.letters import lacking, width
from pst_standards.documents.pdf.pictures import POINTS_PER_MM
from pst_standards.documents.pdf.place import Place, one_line
from pst_standards.messages import text

if TYPE_CHECKING:
    from typst import Fonts

_STANDARDS: Final[list[Literal["ua-1", "a-2a"]]] = ["ua-1", "a-2a"]
_NO_TITLE: Final = "\N{EN DASH}"
_BANNER: Final = 8.5
_BANNER_INSET: Final = 30.0
_FOOTER_SHARE: Final = 0.75
_MOST_LINES: Final = 20
# What stands on every page must leave room for what is printed on it.
_LONGEST_FOOT: Final = 240
_LONGEST_NOTE: Final = 480
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
# How typst names a text that none of its fonts can show, in what it says about the file.
_NAMED: Final = re.compile(r'the text `"((?:[^"\\]|\\.)*)"`')
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")


def render_pdf(document: Document) -> bytes:
    """Return ``document`` as a tagged PDF; equal documents give equal bytes.

    It declares PDF/UA-1 and PDF/A-2a, and all its letters are of fonts that come with this library
    and with typst; a letter that none of them has becomes a replacement character. Threads may
    draw at once, and so may processes that were spawned; one that was forked after the first
    drawing hangs.

    Raises ``MissingExtraError`` without the extra ``pdf``, ``PictureError`` for a picture that is
    no PNG, JPEG or GIF, ``PdfError`` when typst refuses the document.
    """
    with extra("pdf"):
        from typst import TypstError
    stamp = int(moment(document.created).timestamp())
    given = json.dumps(_data(document), ensure_ascii=False, separators=(",", ":"))
    try:
        return _drawn(given, stamp)
    except TypstError as error:
        reason, named = error.message, _letters(error.diagnostic)
    # First without the letters that typst named, then with those alone that our own font has.
    for unknown in filter(None, (named, lacking(given))):
        try:
            return _drawn(given.translate(dict.fromkeys(unknown, _UNKNOWN)), stamp)
        except TypstError as error:
            reason = error.message
    raise PdfError(reason)


def _letters(diagnostic: str) -> set[int]:
    r"""Return the letters that a diagnostic names.

    >>> _letters('the text `"a\\u{f8ff}"` could not be displayed') == {ord("a"), 0xF8FF}
    True
    """
    return {
        ord(letter)
        for found in _NAMED.findall(diagnostic)
        for letter in _CODE.sub(lambda code: chr(int(code[1], 16)), found)
        if not letter.isascii() or letter.isalnum()
    }


def _drawn(data: str, stamp: int) -> bytes:
    from typst import Compiler

    compiler = Compiler(_template(), font_paths=_fonts(), ignore_system_fonts=True)
    made = compiler.compile(
        format="pdf",
        sys_inputs={"document": data},
        pdf_standards=[*_STANDARDS],
        timestamp=stamp,
    )
    return cast("bytes", made)  # a list of pages is for pictures only


@cache
def _template() -> bytes:
    return (resources.files(__package__) / "document.typ").read_bytes()


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    with resources.as_file(resources.files(__package__) / "fonts") as folder:
        return Fonts(include_system_fonts=False, font_paths=[Path(folder)])


def _data(document: Document) -> dict[str, object]:
    sheet_width, sheet_height = document.sheet
    room = document.text_width * POINTS_PER_MM
    head = (document.letterhead,) if document.letterhead else ()
    return {
        "title": one_line(document.title) or _NO_TITLE,
        "author": one_line(document.author),
        "subject": one_line(document.subject),
        "keywords": [one_line(word) for word in document.keywords],
        "lang": document.lang,
        "width": sheet_width,
        "height": sheet_height,
        "left": sheet_width - document.text_width - 20,
        "pages": page_text_parts(document.lang),
        **_footer_data(document, room),
        **_stamp_data(document, room),
        "blocks": blocks_data((*head, *document.blocks), Place(room=room)),
    }


def _footer_data(document: Document, room: float) -> dict[str, object]:
    """Return the text of the footer, and how many lines it takes."""
    place = Place(room=room * _FOOTER_SHARE, size=_BANNER)
    told = shortened(one_line(document.footer_text), _LONGEST_FOOT)
    return {"footer": place.text(told), "footing": _lines_of(told, place)}


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
