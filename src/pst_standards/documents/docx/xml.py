"""Text as XML, and stretches of text as WordprocessingML runs."""

from __future__ import annotations

from html import escape
from typing import Final

from pst_standards.documents.cleaning import clean, safe_address
from pst_standards.documents.docx.collected import Collected
from pst_standards.documents.outline import Inline, Lang, Run
from pst_standards.documents.passages import Passage

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING_IN_TEXT: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PROLOGUE: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LANGUAGE_TAGS: Final[dict[Lang, str]] = {"id": "id-ID", "en": "en-GB"}
_TEXT: Final = '<w:t xml:space="preserve">'


def attribute(text: str) -> str:
    """Return ``text`` fit to stand between the quotes of an attribute, on one line."""
    return escape(" ".join(clean(text).split()), quote=True)


def element_text(text: str) -> str:
    """Return ``text`` fit to stand between tags."""
    shown = clean(text)
    # Few texts have one of them, and there are hundreds in a document.
    return escape(shown, quote=False) if "&" in shown or "<" in shown or ">" in shown else shown


def text_run(text: str, properties: str = "") -> str:
    """Return one run; a newline breaks the line, a tab goes to the next stop.

    What is in the other language is a run of its own.

    >>> text_run("1 < 2")
    '<w:r><w:t xml:space="preserve">1 &lt; 2</w:t></w:r>'
    """
    if isinstance(text, Passage):
        return "".join(
            text_run(part, _in_language(properties, lang) if lang else properties)
            for part, lang in text.parts
        )
    shown = element_text(text)
    if "\n" in shown:
        shown = shown.replace("\n", f"</w:t><w:br/>{_TEXT}")
    if "\t" in shown:
        shown = shown.replace("\t", f"</w:t><w:tab/>{_TEXT}")
    return f"<w:r>{properties}{_TEXT}{shown}</w:t></w:r>"


def runs(text: Inline, collected: Collected) -> str:
    """Return the runs of one line's worth of text, its links registered with ``collected``."""
    if isinstance(text, str):
        return text_run(text)
    return "".join(_styled(run, collected) for run in text)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph of ``style``; ``properties`` are what else stands in its ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def _in_language(properties: str, lang: Lang) -> str:
    """Return the properties of a run with its language, which stands after all that are used."""
    tag = f'<w:lang w:val="{LANGUAGE_TAGS[lang]}"/>'
    return f"{properties.removesuffix('</w:rPr>') or '<w:rPr>'}{tag}</w:rPr>"


def _styled(run: Run, collected: Collected) -> str:
    address = safe_address(run.link) if run.link else ""
    # A run has one character style: the link's before the others', which then are set directly.
    style, direct = "", ""
    if address:
        style, direct = "Hyperlink", "<w:b/>" * run.strong + "<w:i/>" * run.emphasis
    elif run.strong:
        style, direct = "Strong", "<w:i/>" * run.emphasis
    elif run.emphasis:
        style = "Emphasis"
    shown = text_run(
        run.text, f'<w:rPr><w:rStyle w:val="{style}"/>{direct}</w:rPr>' if style else ""
    )
    if not address:
        return shown
    return f'<w:hyperlink r:id="{collected.link(address)}" w:history="1">{shown}</w:hyperlink>'
