"""From the bytes of a file to its content: what every format has in common."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import PurePath
from typing import Final

from attrs import evolve

from pst_standards.definitions.errors import UnreadableError
from pst_standards.definitions.forms import is_workbook
from pst_standards.definitions.reading import controls, faults
from pst_standards.definitions.reading.content import FileContent, Limits
from pst_standards.definitions.reading.draft import Draft
from pst_standards.definitions.reading.encoding import decoded, place_at, without_mark
from pst_standards.findings import Finding, Location

# Of a null, of an item to remove, of markup, and of an escape that could hide it.
_SIGNS: Final = ("remove", "<", "\\")
_LOOKS_LIKE_JSON: Final = re.compile(r'\s*\{\s*(?:"|\}\s*\Z)')
_ZIP: Final = b"PK"
_YAML_SUFFIXES: Final = frozenset({".yaml", ".yml"})
_MEGABYTE: Final = 1_000_000
_USUAL_LIMITS: Final = Limits()


def read(data: bytes | str, name: str, *, limits: Limits = _USUAL_LIMITS) -> FileContent:
    r"""Read a definition file, YAML or JSON, with the place of every value.

    ``name`` is shown in findings and tells the format where it ends in ``.json``, ``.yaml`` or
    ``.yml``; else a text that starts like JSON is JSON. YAML follows the core schema of YAML 1.2.
    Bytes are UTF-8, with or without byte order mark, or UTF-16 with one.

    Raises ``UnreadableError`` when no mapping can be read: DEF-001 to DEF-005, DEF-007. Whatever
    the bytes, nothing else is raised, within 5 seconds and 500 MB for the usual limits.

    >>> content = read("lang: id\noffice:\n  postcode: '50512'\n  open: 08:00\n", "office.yaml")
    >>> content.data
    {'lang': 'id', 'office': {'postcode': '50512', 'open': '08:00'}}
    >>> str(content.locate(("office", "open")))
    'office.yaml:4:9'
    >>> read(b"lang: id\nlang: en\n", "office.yaml").findings[0].rule
    'DEF-006'
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    _check_size(raw, name, limits)
    if is_workbook(name) and raw.startswith(_ZIP):
        faults.refuse(faults.ENCODING, "workbook", Location(name))
    text = without_mark(data) if isinstance(data, str) else decoded(raw, name)
    parsed = controls.masked(text)
    draft = _draft(parsed, name, limits, masked=parsed != text)
    if parsed != text or "\\" in text:
        draft = _cleaned(draft, name, masked=parsed != text)
    _refuse_unless_mapping(draft, name)
    return FileContent(
        name=name,
        data=draft.data,
        findings=draft.findings,
        places=draft.places,
        plain=not (draft.nulls or any(sign in text for sign in _SIGNS)),
    )


def _check_size(raw: bytes, name: str, limits: Limits) -> None:
    if len(raw) > limits.size:
        # A larger file is read no further, so that its own size is not known here.
        limit = f"{limits.size / _MEGABYTE:.3g}"
        faults.refuse(faults.TOO_LARGE, "size", Location(name), limit=limit)


def _draft(text: str, name: str, limits: Limits, *, masked: bool) -> Draft:
    try:
        return _parsed(text, name, limits, masked=masked)
    except UnreadableError as error:
        # A control character is likely what the parser stumbled over, so it is told as well.
        raise UnreadableError((*_first_hidden(text, name), *error.findings)) from None


def _parsed(text: str, name: str, limits: Limits, *, masked: bool) -> Draft:
    from pst_standards.definitions.reading.from_json import read_json

    suffix = PurePath(name).suffix.lower()
    json_like = _LOOKS_LIKE_JSON.match(text) is not None
    if suffix == ".json" or (json_like and suffix not in _YAML_SUFFIXES):
        return read_json(text, name, limits, masked=masked)
    from pst_standards.definitions.reading.from_yaml import read_yaml

    # A program may have written JSON into a YAML file, with escapes that only JSON knows.
    with suppress(UnreadableError):
        if json_like:
            return read_json(text, name, limits, masked=masked)
    return read_yaml(text, name, limits, masked=masked)


def _cleaned(draft: Draft, name: str, *, masked: bool) -> Draft:
    data, occurrences = controls.cleaned(draft.data, unmask=masked)
    found = (_hidden(each, draft, name) for each in occurrences[: faults.MOST_FINDINGS])
    return evolve(draft, data=data, findings=(*draft.findings, *found))


def _hidden(where: controls.Occurrence, draft: Draft, name: str) -> Finding:
    place = Location(name, *draft.places.find(where.pointer, key=where.in_key))
    variant, codes = ("key" if where.in_key else "text"), ", ".join(where.codes)
    return faults.fault(faults.CONTROL_CHARACTER, variant, place, where.pointer, code=codes)


def _first_hidden(text: str, name: str) -> tuple[Finding, ...]:
    offset, code = controls.first_masked(text)
    if not code:
        return ()
    place = place_at(text, offset, name)
    return (faults.fault(faults.CONTROL_CHARACTER, "place", place, code=code),)


def _refuse_unless_mapping(draft: Draft, name: str) -> None:
    if isinstance(draft.data, dict):
        return
    kinds = {type(None): "empty", list: "list"}
    place = Location(name, *(draft.places.find(()) if draft.data is not None else (1, 1)))
    variant = kinds.get(type(draft.data), "text")
    found = faults.fault(faults.NOT_A_MAPPING, variant, place)
    raise UnreadableError((*draft.findings, found))
