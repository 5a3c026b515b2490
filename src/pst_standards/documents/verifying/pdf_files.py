"""Reading what a PDF says of itself; its text is not taken apart."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.documents.identity import STATED
from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.lines import Contents, contents

_KEYWORDS: Final = re.compile(
    rb"<pdf:Keywords>([^<]{1,4000})</pdf:Keywords>|/Keywords\s*\(([^)]{1,4000})\)"
)


def read_pdf(data: bytes) -> Contents:
    """Return which document of which definition a PDF is.

    Raises ``UnverifiableError`` for one that does not say so: another program made it, or saved it
    and left that out.

    >>> read_pdf(b"%PDF-1.7 /Keywords(pst-kind=maklumat, pst-lang=id)").facts["pst-kind"]
    'maklumat'
    """
    for found in _KEYWORDS.finditer(data):
        told = (found[1] or found[2]).decode("utf-8", "replace")
        facts = dict(STATED.findall(told))
        if "pst-kind" in facts:
            return contents("pdf", (), facts)
    raise UnverifiableError("pdf")
