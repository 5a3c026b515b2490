"""What is held against a definition: the text of a page, whatever file it was saved in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.reading.encoding import decoded
from pst_standards.definitions.reading.lines import LINE_END
from pst_standards.exchange.sippn.errors import SippnError
from pst_standards.exchange.sippn.html_text import text_of_html
from pst_standards.exchange.sippn.lines import lines_of
from pst_standards.exchange.sippn.source import Source
from pst_standards.exchange.sippn.workbook_text import source_of_workbook

LARGEST: Final = 1_500_000
"""Bytes of a file that are read; a real page has some twenty thousand."""
_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_PDF: Final = b"%PDF"
_RTF: Final = b"{\\rtf"
_MHTML: Final = b"From: <Saved by"
_HTML: Final = re.compile(
    r"\s*(?:<!doctype html|<html|<!--|<body|<div|<h[1-6]|<table|<meta)", re.IGNORECASE
)
_OTHERS: Final = (
    (_OLD_OFFICE, "old-office"),
    (_PDF, "pdf"),
    (_RTF, "rtf"),
    (_MHTML, "mhtml"),
)
_MOST_FILES: Final = 100
_MARK: Final = "\ufeff"
_BEGINS: Final = re.compile(
    rf"(?<=[\r\n]){_MARK}(?=(?:[^\r\n]*(?:\r\n|\r|\n)){{1,3}}\s*No(?:mor|\.)?\s?SK\b)",
    re.IGNORECASE,
)
"""The mark before a file, behind the last line of another: its decree stands below its title."""
_ENTRIES: Final = "pst-sippn/1"


def sources_of(data: bytes, name: str) -> tuple[Source, ...]:
    """Return the text of a file: text, HTML, the workbook or the JSON of ``pst sippn write``.

    A JSON file has a text for each of its entries.

    Raises ``SippnError`` for what is empty, too large, or no such file, and ``UnreadableError``
    for text in another encoding than UTF-8 or UTF-16, by line.
    """
    if len(data) > LARGEST:
        raise SippnError("large", file=name, limit=LARGEST // 1000)
    for start, key in _OTHERS:
        if data.startswith(start):
            raise SippnError(key, file=name)
    if data.startswith(_ZIP):
        return (source_of_workbook(data, name),)
    found = _read(data, name)
    if not any(any(lines_of(one.text, lambda *_: None)) for one in found):
        raise SippnError("empty", file=name)
    return found


def _read(data: bytes, name: str) -> tuple[Source, ...]:
    try:
        text = decoded(data, name)
    except UnreadableError as error:
        if any(found.variant == "binary" for found in error.findings):
            raise SippnError("binary", file=name) from None
        raise
    if _HTML.match(text):
        return (Source(text=text_of_html(text.replace(_MARK, "")), lined=False),)
    if text.lstrip().startswith("{"):
        return tuple(_entries_of(text.replace(_MARK, ""), name))
    return tuple(_joined_files(text))


def _joined_files(text: str) -> Iterator[Source]:
    """Yield the texts of files that were put one behind the other, their lines as numbered there.

    A mark in the middle shows where a file began, if the head of an entry stands there.
    """
    start, before = 0, 0
    for found in [*islice(_BEGINS.finditer(text), _MOST_FILES), None]:
        part = text[start : found.start() if found else None]
        yield Source(text=part.replace(_MARK, ""), before=before)
        before += sum(1 for _ in LINE_END.finditer(part))
        start = found.end() if found else len(text)


def _entries_of(text: str, name: str) -> Iterator[Source]:
    """Yield the pages that ``pst sippn write --format json`` printed."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise SippnError("json", file=name, line=error.lineno) from None
    except RecursionError:
        raise SippnError("json", file=name, line=1) from None
    if not isinstance(data, dict) or data.get("format") != _ENTRIES:
        raise SippnError("json-other", file=name)
    entries = data.get("entries")
    if not isinstance(entries, list) or not entries:
        raise SippnError("empty", file=name)
    for place, one in enumerate(entries):
        pointer = f"/entries/{place}"
        yield Source(text=_entry(one, pointer, name), pointer=pointer)


def _entry(entry: Any, pointer: str, name: str) -> str:
    if not isinstance(entry, dict):
        raise SippnError("json-value", file=name, pointer=pointer)
    title, unit, decree = (
        _string(entry, key, pointer, name) for key in ("title", "unit", "decree")
    )
    sections = entry.get("sections")
    if not isinstance(sections, list):
        raise SippnError("json-value", file=name, pointer=f"{pointer}/sections")
    parts = [
        _section(one, f"{pointer}/sections/{place}", name) for place, one in enumerate(sections)
    ]
    head = "\n".join(filter(None, (title, unit, f"No. SK : {decree}".rstrip())))
    return "\n\n".join([head, *filter(None, parts)]) + "\n"


def _section(section: Any, pointer: str, name: str) -> str:
    if not isinstance(section, dict):
        raise SippnError("json-value", file=name, pointer=pointer)
    heading, words = (_string(section, key, pointer, name) for key in ("heading", "text"))
    return f"{heading}\n{words}" if words else ""


def _string(owner: Mapping[str, Any], key: str, pointer: str, name: str) -> str:
    value = owner.get(key)
    if value is not None and not isinstance(value, str):
        raise SippnError("json-value", file=name, pointer=f"{pointer}/{key}")
    return value or ""
