"""From the bytes of a file to its text: UTF-8, or UTF-16 where a byte order mark says so."""

from __future__ import annotations

import codecs
from typing import Final

from pst_standards.definitions.reading.faults import ENCODING, refuse
from pst_standards.definitions.reading.lines import Lines
from pst_standards.findings import Location

_BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_UTF16_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WRITTEN: Final = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_NUL_SHARE: Final = 8
"""A text of which one character in eight is NUL is UTF-16 without its mark, or no text at all."""


def decoded(data: bytes, name: str) -> str:
    r"""Return the text of a file, without its byte order mark.

    Raises ``UnreadableError`` (DEF-007) with the place of the first byte that is not UTF-8; the
    usual cause is a file saved by an older Windows program as ANSI (windows-1252).

    >>> decoded(codecs.BOM_UTF8 + "lang: id".encode(), "office.yaml")
    'lang: id'
    >>> decoded("motto: “Melayani”".encode("cp1252"), "office.yaml")
    Traceback (most recent call last):
    ...
    pst_standards.definitions.errors.UnreadableError: office.yaml:1:8: DEF-007 ...
    """
    if data.startswith(_UTF16_MARKS):
        return _utf16(data, name)
    if data.count(0) * _NUL_SHARE > len(data):
        refuse(ENCODING, "binary", Location(name, 1, 1))
    try:
        return without_mark(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        variant = "binary" if 0 in data else "not_utf8"
        before = without_mark(data[: error.start].decode("utf-8"))
        place = place_at(before, len(before), name)
        refuse(ENCODING, variant, place, byte=f"0x{data[error.start]:02X}")


def _utf16(data: bytes, name: str) -> str:
    try:
        return without_mark(data.decode("utf-16"))
    except UnicodeDecodeError as error:
        before = without_mark(data[: error.start].decode("utf-16", errors="ignore"))
        refuse(ENCODING, "utf16", place_at(before, len(before), name))


def encoded_as(data: bytes, text: str) -> bytes:
    """Return a text in the encoding of bytes that were read, with their byte order mark.

    >>> encoded_as(codecs.BOM_UTF8 + b"lang: id", "lang: en")[3:]
    b'lang: en'
    """
    for mark, encoding in _WRITTEN.items():
        if data.startswith(mark):
            return mark + text.encode(encoding)
    return text.encode()


def without_mark(text: str) -> str:
    """Return a text without the byte order mark it may start with."""
    return text.removeprefix(_BYTE_ORDER_MARK)


def place_at(text: str, offset: int, name: str) -> Location:
    r"""Return the place of an offset into a text.

    >>> str(place_at("a: 1\nb: 2", 8, "office.yaml"))
    'office.yaml:2:4'
    """
    return Location(name, *Lines(text).place(offset))
