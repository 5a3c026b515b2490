"""The names of placeholders, and what they stand for in one document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pst_standards.documents.compose.phrases import BLANK
from pst_standards.documents.formats import long_date
from pst_standards.documents.identity import foot_line
from pst_standards.documents.outline import Document

BODY: Final = "isi"
"""Where the text of the document goes."""
CODE: Final = "kode_qr"
"""Where the QR code of the document goes."""
NAMES: Final[Mapping[str, str]] = {
    BODY: "body",
    "judul": "title",
    "nomor": "number",
    "tanggal": "date",
    "kantor": "office",
    "kantor_singkat": "office_short",
    "alamat": "address",
    "kontak": "contact",
    "sidik": "fingerprint",
    CODE: "qr_code",
}
"""Every placeholder, with its English name, which does as well."""

_MEANT: Final = {**{name: name for name in NAMES}, **{other: name for name, other in NAMES.items()}}


def known_name(written: str) -> str:
    """Return the placeholder that is meant, empty for a name that there is not.

    >>> known_name("Title"), known_name(" judul "), known_name("jdul")
    ('judul', 'judul', '')
    """
    return _MEANT.get(written.strip().lower().replace(" ", "_").replace("-", "_"), "")


def values(document: Document) -> dict[str, str]:
    """Return the text of each placeholder but body and code; what is written by hand is dotted.

    >>> found = values(Document(title="Maklumat Pelayanan", blocks=()))
    >>> found["judul"], found["kantor"]
    ('Maklumat Pelayanan', '')
    """
    head = document.letterhead
    day = document.created
    return {
        "judul": document.title,
        "nomor": document.number or BLANK,
        "tanggal": long_date(day, document.lang) if day else BLANK,
        "kantor": " ".join(head.names) if head else document.author,
        "kantor_singkat": document.author,
        "alamat": head.address if head else "",
        "kontak": head.contact if head else "",
        "sidik": foot_line(document.identity, document.lang),
    }
