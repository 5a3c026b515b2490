"""Which letters PDF and pictures cannot print, and where in the definition they stand (DEF-039)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen
from attrs import has as is_attrs

from pst_standards.documents.compose.draft_page import locate
from pst_standards.documents.compose.finishing import Composed
from pst_standards.findings import Finding, Location, Pointer, Severity, Verdict, format_pointer
from pst_standards.model.base import Text
from pst_standards.model.definition import Definition

RULE = "DEF-039"


@frozen(kw_only=True)
class Unprintable:
    """Letters of one place that no font of ours has, as they stand in ``manifest.json``.

    ``pointer`` and ``place`` (file and line) are empty for what is not in the definition, as the
    words of an event are not; ``document`` names the file that such letters were found in.
    """

    letters: tuple[str, ...]
    pointer: str = ""
    place: str = ""
    document: str = ""


def unprintable(definition: Definition, made: Sequence[tuple[str, Composed]]) -> Iterator[Finding]:
    """Yield DEF-039 once for each place whose letters PDF and pictures cannot print.

    ``made`` are the documents of which a PDF or a picture was written, each with the name of its
    first file. What they print beyond the definition is named by that file.
    """
    lost = {path: _unshown(_told(one)) for path, one in made}
    printed = set().union(*lost.values())
    if not printed:
        return
    read = {pointer for _, one in made for pointer in one.read}
    known: set[str] = set()
    for pointer in sorted(read, key=in_order):
        for place, words in _words(value_at(definition, pointer), pointer):
            if letters := [letter for letter in dict.fromkeys(words) if letter in printed]:
                known.update(letters)
                yield _finding(letters, definition, place)
    for path, unshown in lost.items():
        if further := [letter for letter in unshown if letter not in known]:
            yield _finding(further, definition, file=path)


def entries(findings: Iterable[Finding]) -> Iterator[Unprintable]:
    """Yield what the manifest keeps of the findings of ``unprintable``."""
    for one in findings:
        if one.rule != RULE:
            continue
        yield Unprintable(
            letters=tuple(str(one.params["letters"]).split(", ")),
            pointer=format_pointer(one.pointer),
            place=place_in_brief(one.location),
            document=str(one.params.get("file", "")),
        )


def place_in_brief(location: Location) -> str:
    """Return the name of the file with the line, or the cell; empty where there is no file.

    Not the whole path: the same definition gives the same manifest wherever it stands.

    >>> place_in_brief(Location("kantor/standar.yaml", 17))
    'standar.yaml:17'
    """
    file = (location.file or "").replace("\\", "/").rpartition("/")[2]
    return str(Location(file, location.line, sheet=location.sheet, cell=location.cell))


def _finding(
    letters: Iterable[str], definition: Definition, pointer: Pointer = (), file: str = ""
) -> Finding:
    params: dict[str, Any] = {"letters": ", ".join(map(coded, letters))}
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        verdict=Verdict.SHAPE,
        params={**params, "file": file} if file else {**params, "key": _key(pointer)},
        pointer=pointer,
        location=locate(definition, pointer),
        variant="input" if file else "",
    )


def coded(letter: str) -> str:
    """Return a letter with its number, as Unicode writes it.

    >>> coded("a")
    'U+0061 a'
    """
    # A mark that stands on a letter needs one, and what has no shape shows none.
    kind = unicodedata.category(letter)
    shown = f"\N{DOTTED CIRCLE}{letter}" if kind[0] == "M" else letter if kind[0] != "C" else ""
    return f"U+{ord(letter):04X} {shown}".rstrip()


def in_order(pointer: Pointer) -> list[tuple[bool, int, str]]:
    """Return what sorts pointers as a reader counts: row 9 stands before row 10."""
    return [(True, 0, one) if isinstance(one, str) else (False, one, "") for one in pointer]


def _key(pointer: Pointer) -> str:
    return next((str(step) for step in reversed(pointer) if isinstance(step, str)), "")


def _told(one: Composed) -> str:
    return "".join(_strings(one.document))


def _unshown(words: str) -> str:
    """Return the letters that cannot be printed, each once, in the order of the text."""
    if words.isascii():
        return ""
    from pst_standards.documents.letters import lacking
    from pst_standards.documents.pdf.engine import unshown

    lost = unshown(frozenset(lacking(words)))
    return "".join(dict.fromkeys(letter for letter in words if ord(letter) in lost))


def value_at(definition: Definition, pointer: Pointer) -> Any:
    """Return the value that a pointer leads to."""
    value: Any = definition
    for step in pointer:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _words(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts of a value, of one in two languages both together."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, Text):
        yield pointer, "".join(filter(None, (value.id, value.en)))
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _words(one, (*pointer, number))


def _strings(part: Any) -> Iterator[str]:
    """Yield all texts of an outline."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (tuple, list)):
        for one in part:
            yield from _strings(one)
    elif is_attrs(type(part)):
        for field in type(part).__attrs_attrs__:
            yield from _strings(getattr(part, field.name))
