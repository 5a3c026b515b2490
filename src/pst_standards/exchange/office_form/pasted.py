"""Numbers and bullets that a list from a text program brings into cells."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.exchange.office_form.values import Cell
from pst_standards.model.shapes import Shape

_SIGN: Final = re.compile(
    r"\s*("
    r"[\u2022\u00b7\u25aa\u25cf\u25cb\u25e6\u2023\u2043\uf0b7\uf0a7\u25a0\u25a1\u2013\u2014*-](?=\s)"
    r"|[\u2022\u25aa\u25cf\u25cb\u25e6\u2023\uf0b7\uf0a7](?=\S)"
    r"|\(?[0-9]{1,2}[.)](?=\s)"
    r"|\(?[a-z]\)(?=\s)"
    r"|[a-z]\.(?=\t)"
    r")\s*\S"
)


def list_sign(cell: Cell, shape: Shape) -> str:
    r"""Return the number or bullet that a text, or a line of it, begins with; empty for none.

    >>> from pst_standards.model.base import Text
    >>> text = Shape("text", Text)
    >>> list_sign("1.\tKTP asli", text), list_sign("2,5 hari", text), list_sign("-", text)
    ('1.', '', '')
    """
    if not isinstance(cell, str) or shape.innermost.kind != "text":
        return ""
    found = next(filter(None, map(_SIGN.match, cell.splitlines())), None)
    return found[1] if found else ""
