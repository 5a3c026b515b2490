"""A file of Word opened, as a document and as its parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document as Word

Change = Callable[[bytes], bytes] | bytes
Alter = Callable[[Mapping[str, Change]], bytes]


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
