"""Unpacking a template without trusting what its directory says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

from pst_standards.documents.template.finding import TemplateError, TemplateFinding, finding
from pst_standards.documents.zips import BAD_ZIP

LARGEST_FILE: Final = 20_000_000
"""Most bytes of a template."""
LARGEST: Final = 64_000_000
"""Most bytes of its parts, unpacked."""
MOST_PARTS: Final = 1_000
"""Most parts in it."""
TIGHTEST: Final = 200
"""How many times smaller a large part may be packed: no letterhead repeats itself more."""

_SMALL: Final = 1_000_000
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_UNFIT_NAME: Final = re.compile(r"[\x00-\x1f\\:]|^/|(?:^|/)\.\.?(?:/|$)|//")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_NEEDED: Final = ("[Content_Types].xml", "_rels/.rels")


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a template by name; ``TemplateError`` for a file that is none.

    Sizes are checked before anything is unpacked, and nothing is ever written to a disk.
    """
    _refuse(_not_a_package(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            _refuse(_suspicious(members))
            parts = {one.filename: archive.read(one) for one in members}
    except BAD_ZIP:
        raise TemplateError([finding("E", "broken")]) from None
    _refuse(finding("E", "part-missing", name) for name in _NEEDED if name not in parts)
    return parts


def _refuse(findings: Iterator[TemplateFinding]) -> None:
    found = tuple(findings)
    if found:
        raise TemplateError(found)


def _not_a_package(data: bytes) -> Iterator[TemplateFinding]:
    if len(data) > LARGEST_FILE:
        yield finding("E", "too-large", limit=LARGEST_FILE // 1_000_000)
    elif data.startswith(_OLE):
        yield finding("E", "encrypted" if _ENCRYPTED in data else "old-doc")
    elif not data.startswith(b"PK"):
        yield finding("E", "not-docx")


def _suspicious(members: list[zipfile.ZipInfo]) -> Iterator[TemplateFinding]:
    if len(members) > MOST_PARTS:
        yield finding("E", "too-many-parts", count=len(members), limit=MOST_PARTS)
        return
    if sum(one.file_size for one in members) > LARGEST:
        yield finding("E", "bomb", limit=LARGEST // 1_000_000)
    names: set[str] = set()
    for one in members:
        yield from _suspicious_member(one, names)
        names.add(one.filename.lower())


def _suspicious_member(one: zipfile.ZipInfo, names: set[str]) -> Iterator[TemplateFinding]:
    name = one.filename
    # What ZipInfo calls the name ends at a NUL and has slashes on every system.
    if _UNFIT_NAME.search(name) or _UNFIT_NAME.search(one.orig_filename):
        yield finding("E", "part-name", name)
    if name.lower() in names:
        yield finding("E", "part-twice", name)
    if one.flag_bits & 1:
        yield finding("E", "encrypted", name)
    elif one.compress_type not in _METHODS:
        yield finding("E", "broken", name)
    if one.file_size > _SMALL and one.file_size > TIGHTEST * max(one.compress_size, 1):
        yield finding("E", "bomb", name, limit=LARGEST // 1_000_000)
