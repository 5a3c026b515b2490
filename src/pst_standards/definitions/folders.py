"""Which definitions stand in a folder: the folder is one, or holds many."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import fields_dict

from pst_standards.definitions.base_finder import MANIFEST, definition_files
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.forms import forms_in
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading import read
from pst_standards.model.definition import Definition
from pst_standards.model.records import RECORDS

ONCE: Final = ("extends", "office")
"""Keys that a whole definition gives once: where two files give one, they are two definitions."""
_DEEPEST: Final = 4
_SEVERAL: Final = 2
_MOST_PARTS: Final = 40
"""A folder of more files than a definition has parts is not looked through for one file of it."""
# Every way to write the key: plain or in quotes, as a key of its own, as an alias, with escapes, in
# two bytes a character. A file without any of them names no office, and need not be parsed.
_MAY_NAME: Final = re.compile(rb"office[\"']?\s*[:#]|\?\s+[\"']?office|\*\S+\s*:|[\\\x00]")

Naming: TypeAlias = Callable[[list[Path], int], list[Path]]
"""Returns those of the files of a folder that are a definition each, as ``naming_offices``."""


def definitions_in(
    place: Path, *, naming: Naming | None = None, forms: bool = False
) -> Iterator[Path]:
    """Yield the definitions at a place, in the order of their names.

    A file is one. So is a folder, unless several of its files name each an office of its own:
    then each of those is one, those of the folders below follow, and files that name no office are
    layers of others. So are files that a folder beside them extends. A folder without definition
    files stands for the folders below it. Bases are left out: they complete nothing. A place where
    nothing is found is yielded itself, so that it is told. ``naming`` stands in for
    ``naming_offices``. With ``forms`` each workbook with the form of an office is one too, unless
    it lies among the files of a single definition.
    """
    found = False
    for one in _below(place, (), _Search(naming or naming_offices, forms)):
        found = True
        yield one
    if not found:
        yield place


class _Search(NamedTuple):
    """How definitions are looked for."""

    naming: Naming
    forms: bool

    def forms_beside(self, place: Path, files: list[Path]) -> list[Path]:
        """Return the forms in a folder; beside the files of one office they are none of its."""
        found = forms_in(place) if self.forms else []
        return [] if found and files and len(self.naming(files, 1)) == 1 else found


def _below(place: Path, above: tuple[Path, ...], search: _Search) -> Iterator[Path]:
    """Yield the definitions at a place, ``above`` being the real folders that it lies in."""
    if not place.is_dir():
        yield place
        return
    files = _files(place)
    offices, forms = search.naming(files, _SEVERAL), search.forms_beside(place, files)
    if files and not offices:
        if not forms and not _are_layers(place, files):
            yield place
            return
        offices = search.naming(files, 1)
    yield from sorted([*offices, *forms])
    here = (*above, real_path(place))
    if len(above) < _DEEPEST:
        for folder in sorted(item for item in place.iterdir() if _may_hold(item)):
            if real_path(folder) not in here:  # a link to a folder around it leads in a circle
                yield from _below(folder, here, search)


def _are_layers(place: Path, files: list[Path]) -> bool:
    """Tell whether a definition in a folder below extends one of the files."""
    marks = [f"../{file.name}".encode("utf-8", "surrogateescape") for file in files]
    below = (item for folder in place.iterdir() if _may_hold(folder) for item in _files(folder))
    return any(mark in content for content in map(_content, below) for mark in marks)


def _may_hold(item: Path) -> bool:
    return item.is_dir() and not item.name.startswith(".") and not (item / MANIFEST).exists()


def _files(folder: Path) -> list[Path]:
    return [item for item in definition_files(folder) if isinstance(item, Path) and item.is_file()]


def real_path(path: str | Path) -> Path:
    """Return a path with its links followed; one that leads in a circle as far as it goes.

    >>> real_path("a/../b") == real_path("b")
    True
    """
    return Path(os.path.realpath(path))


def is_one_definition(folder: Path) -> bool:
    """Tell whether the files of a folder are surely the parts of one definition.

    Several stand in it, one of them gives ``extends`` or ``office``, and no two give the same.
    """
    files = _files(folder)
    return len(files) > 1 and set(_given(files).values()) == {1}


def folder_of_part(file: Path) -> Path | None:
    """Return the folder whose files are surely one definition with this one; else ``None``.

    Beside a complete definition other files may stand, such as events: nothing is said where a
    file has a key that no definition has, or where two files give the same part.

    >>> folder_of_part(Path("a file that is not there.yaml"))
    """
    files = _files(file.parent) if file.is_file() else []
    if file not in files or not _SEVERAL <= len(files) <= _MOST_PARTS:
        return None
    found = [_data(one) for one in files]
    parts = Counter(key for data in found for key in data)
    anywhere = {"format", "lang", "stage"}
    own = {*fields_dict(Definition), *ONCE} - anywhere
    alone = all(parts[key] == 1 for key in parts.keys() & own)
    sure = all(found) and alone and parts.keys() <= own | anywhere and parts.keys() & {*ONCE}
    others = any(_is_record(data) or _extends_one(data, files) for data in found)
    return file.parent if sure and not others else None


def _extends_one(data: Mapping[str, Any], files: list[Path]) -> bool:
    """Tell whether a file is completed by one beside it, which is a layer then and no part."""
    return Path(str(data.get("extends", ""))).name in {one.name for one in files}


def naming_offices(files: list[Path], least: int = _SEVERAL) -> list[Path]:
    """Return the files that name an office each; none unless there are ``least`` and all differ.

    A file copied by mistake names the same office. One that cannot be read stands for itself. In a
    folder of records, such as events, each file is one.
    """
    data = _Parsed()
    if _are_records(files, data):
        return files
    named = [name for name in (_office(data[file]) for file in files if _may_name(file)) if name]
    if len(named) < least or len(set(named)) < len(named):
        return []
    return [file for file in files if _office(data[file]) or not data[file]]


class _Parsed(dict[Path, Mapping[str, Any]]):
    """What files say, each parsed when it is first asked for."""

    def __missing__(self, file: Path) -> Mapping[str, Any]:
        self[file] = _data(file)
        return self[file]


def _are_records(files: list[Path], data: _Parsed) -> bool:
    first = next((data[file] for file in files if data[file]), None)
    return first is not None and all(_is_record(data[file]) for file in files if data[file])


def _may_name(file: Path) -> bool:
    return _MAY_NAME.search(_content(file)) is not None


def _content(file: Path) -> bytes:
    try:
        return read_bytes(file, file.name)
    except DefinitionError:
        return b""


def _is_record(data: Mapping[str, Any]) -> bool:
    return data.get("format") in {f"pst-{name}/1" for name in RECORDS}


def _office(data: Mapping[str, Any]) -> str:
    office = data.get("office")
    given = office if isinstance(office, Mapping) else {}
    return f"{given.get('code', '')} {given.get('name', '')}".strip()


def _given(files: list[Path]) -> Counter[str]:
    return Counter(key for file in files for key in _data(file) if key in ONCE)


def _data(file: Path) -> Mapping[str, Any]:
    try:
        return read(read_bytes(file, file.name), file.name).data
    except DefinitionError:
        return {}  # its fault comes out when it is checked
