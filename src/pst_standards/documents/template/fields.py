"""Fields: what Word computes when a document is opened, and which of them may stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.documents.cleaning import safe_address
from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.tree import Element

SAFE: Final = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF"}
    | {"TOC", "TC", "SEQ", "XE", "INDEX", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS"}
    | {"SYMBOL", "QUOTE", "=", "IF", "COMPARE", "SET", "HYPERLINK", "LISTNUM", "ADVANCE", "EQ"}
    | {"CREATEDATE", "NUMWORDS", "NUMCHARS", "BIDIOUTLINE", "REVNUM"}
)
"""Fields that read nothing but the document itself and start nothing."""
CHANGING: Final = frozenset(
    {"DATE", "TIME", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE"}
    | {"USERNAME", "USERINITIALS", "USERADDRESS", "LASTSAVEDBY"}
)
"""Fields that show another text to every reader or on every day."""

_NAME: Final = re.compile(r"\s*(=|[A-Za-z]+)")
_LINK: Final = re.compile(r'HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))', re.IGNORECASE)
_SHOWN: Final = 60


def screened_fields(root: Element, part: str) -> Iterator[TemplateFinding]:
    """Yield a finding for each field of a part that does harm or is not known."""
    for code in _codes(root):
        name = _NAME.match(code)
        known = name[1].upper() if name else ""
        shown = code.strip()[:_SHOWN]
        if known in CHANGING:
            yield finding("W", "field-changing", part, shown, name=known)
        elif known not in SAFE:
            yield finding("E", "field", part, shown, name=known or "?")
        elif known == "HYPERLINK" and not _safe_link(code):
            yield finding("E", "link", part, shown)


def _codes(root: Element) -> Iterator[str]:
    """Yield what stands between the begin of each field and its result.

    Word may cut a name into several runs, ``DD`` and ``EAUTO``; nested fields come first.
    """
    waiting: list[list[str]] = []
    for one in root.walk():
        if one.name == "w:fldSimple":
            yield one.get("w:instr")
        elif one.name in {"w:instrText", "w:delInstrText"}:
            code = "".join(text for text in one.children if isinstance(text, str))
            if waiting:
                waiting[-1].append(code)
            else:
                yield code
        elif one.name == "w:fldChar":
            kind = one.get("w:fldCharType")
            if kind == "begin":
                waiting.append([])
            elif kind == "end" and waiting:
                yield "".join(waiting.pop())
    yield from ("".join(parts) for parts in waiting)


def _safe_link(code: str) -> bool:
    found = _LINK.search(code)
    return found is None or bool(safe_address(found[1] or found[2] or ""))
