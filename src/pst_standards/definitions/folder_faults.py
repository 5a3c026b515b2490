"""What is wrong with definitions only beside each other: an office twice, or one without a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import evolve

from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.folders import Contents, office_of
from pst_standards.definitions.forms import is_workbook
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading import read
from pst_standards.findings import Finding, Location, Pointer, Severity

if TYPE_CHECKING:
    from pst_standards.definitions.assembling import Reading

_NO_LETTER: Final = re.compile(r"[\W_]+")

Faults: TypeAlias = Mapping[Path, tuple[Finding, ...]]
"""What is wrong with each definition of a folder, by its place."""
Naming: TypeAlias = Callable[[Path], tuple[str, str]]
"""Returns the code and the name of the office of a definition, as ``office_of``."""


def faults_in(contents: Contents, *, naming: Naming = office_of) -> Faults:
    """Return what is wrong with definitions that lie in one folder.

    Two files beside each other that name the same office are an error: one is a copy. Elsewhere in
    the folder the same code is a warning, as there may be a definition for each year; its further
    input is found by that code, so that it is an error for offices of different names: one would
    print the register of the other. A file that names no office and that nothing extends is an
    error. ``naming`` tells the office of a form, which ``office_of`` does not.
    """
    found: dict[Path, list[Finding]] = defaultdict(list)
    for path in contents.nameless:
        place = path.as_posix()
        found[path].append(fault("DEF-013", variant="nameless", location=Location(place)))
    if len(contents.definitions) > 1:
        for path, double in _doubles(contents, naming):
            found[path].append(double)
    return {path: tuple(faults) for path, faults in found.items()}


def told_beside(reading: Reading, faults: Iterable[Finding]) -> Reading:
    """Return what was read with what is wrong with it beside others; in a form with its cell."""
    origin = reading.definition.origin
    told = (
        evolve(one, location=origin.locate((*one.pointer, "code")))
        if origin is not None and is_workbook(one.location.file or "")
        else one
        for one in faults
    )
    return evolve(reading, findings=(*told, *reading.findings))


def _doubles(contents: Contents, naming: Naming) -> Iterator[tuple[Path, Finding]]:
    same: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    by_code: dict[str, list[Path]] = defaultdict(list)
    said = {path: naming(path) for path in contents.definitions}
    for path, (code, name) in said.items():
        if path.is_file() and (code or name):
            same[str(path.parent), code, "" if code else name.casefold()].append(path)
        if code:
            by_code[code].append(path)
    for path, (code, name) in said.items():
        beside = same.get((str(path.parent), code, "" if code else name.casefold()), [])
        if path in beside and len(beside) > 1:
            yield path, _double(path, beside, code or name)
        elif len(by_code[code]) > 1:
            names = {_bare(said[one][1]) for one in by_code[code]} - {""}
            if len(names) > 1:
                yield path, _double(path, by_code[code], code, "other_name")
            else:
                double = _double(path, by_code[code], code, "code")
                yield path, evolve(double, severity=Severity.WARNING)


def _bare(name: str) -> str:
    """Return what tells one office from another in its name, however much of it was written.

    >>> _bare("BPS Kab. Contoh") == _bare("Badan Pusat Statistik Kabupaten Contoh")
    True
    """
    words = _NO_LETTER.sub(" ", name.casefold()).split()
    plain = " ".join("kabupaten" if word == "kab" else word for word in words)
    return plain.removeprefix("badan pusat statistik ").removeprefix("bps ")


def _double(path: Path, together: list[Path], office: str, variant: str = "office") -> Finding:
    others = ", ".join(one.as_posix() for one in together if one != path)
    pointer = ("office",)
    place = _place(path, pointer)
    found = fault("DEF-014", variant=variant, pointer=pointer, location=place)
    return evolve(found, params={"office": office, "others": others})


def _place(path: Path, pointer: Pointer) -> Location:
    name = path.as_posix()
    if not path.is_file():
        return Location(name)
    try:
        return read(read_bytes(path, name), name).locate(pointer, key=True)
    except DefinitionError:
        return Location(name)
