"""Which definitions stand in a folder: the folder is one, or holds many."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import fields_dict

from pst_standards.definitions.base_finder import MANIFEST, definition_files, is_definition
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.forms import forms_in
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading import read
from pst_standards.model.definition import Definition
from pst_standards.model.records import RECORDS

ONCE: Final = ("extends", "office")
"""Keys that a whole definition gives once: where two files give one, they are two definitions."""
_ANYWHERE: Final = frozenset({"format", "lang", "stage"})
"""Keys that several files of one definition may give, and that other files have too."""
_OWN: Final = frozenset({*fields_dict(Definition), *ONCE}) - _ANYWHERE
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
    it lies among the files of a single definition. A file that would be a layer, and that no other
    extends, is an office whose name is missing.
    """
    yield from contents_of(place, naming=naming, forms=forms).definitions


class Contents(NamedTuple):
    """What a folder holds: its definitions, and files in it that are of no use there.

    ``nameless`` are those of the definitions that name no office among others that do, and that
    nothing extends. ``others`` are files without any key of a definition.
    """

    definitions: tuple[Path, ...]
    nameless: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()


def contents_of(place: Path, *, naming: Naming | None = None, forms: bool = False) -> Contents:
    """Return what stands at a place; the definitions are those of ``definitions_in``."""
    seen = list(_below(place, (), _Search(naming or naming_offices, forms)))
    idle = _unextended(seen)
    nameless = tuple(path for path, keys in idle.items() if keys & _OWN)
    others = tuple(path for path in idle if path not in nameless)
    found = tuple(one.path for one in seen if not one.is_layer or one.path in nameless)
    return Contents(found or (place,), nameless, others)


class _Seen(NamedTuple):
    path: Path
    is_layer: bool = False


class _Search(NamedTuple):
    """How definitions are looked for."""

    naming: Naming
    forms: bool

    def forms_beside(self, place: Path, files: list[Path]) -> list[Path]:
        """Return the forms in a folder; beside the files of one office they are none of its."""
        found = forms_in(place) if self.forms else []
        return [] if found and files and len(self.naming(files, 1)) == 1 else found


def _below(place: Path, above: tuple[Path, ...], search: _Search) -> Iterator[_Seen]:
    """Yield the definitions and layers at a place, ``above`` being the real folders around it."""
    if not place.is_dir():
        yield _Seen(place)
        return
    files = _files(place)
    offices, forms = search.naming(files, _SEVERAL), search.forms_beside(place, files)
    if files and not offices:
        if not forms and not _are_layers(place, files):
            yield _Seen(place)
            return
        offices = search.naming(files, 1)
    here = [*offices, *forms]
    yield from (_Seen(one, one not in here) for one in sorted({*files, *forms}))
    around = (*above, real_path(place))
    if len(above) < _DEEPEST:
        for folder in sorted(item for item in place.iterdir() if _may_hold(item)):
            if real_path(folder) not in around:  # a link to a folder around it leads in a circle
                yield from _below(folder, around, search)


def _unextended(seen: list[_Seen]) -> dict[Path, frozenset[str]]:
    """Return layers that no other file names, each with its keys; what else the program writes."""
    layers = [one.path for one in seen if one.is_layer]
    files = [file for one in seen for file in files_of(one.path)] if layers else []
    texts = {file: content_of(file).replace(b"\0", b"").lower() for file in files}
    idle = (
        path
        for path in layers
        if not any(_mark(path).lower() in text for file, text in texts.items() if file != path)
    )
    told = {path: _data(path) for path in idle}
    return {path: frozenset(data) for path, data in told.items() if not _is_of_pst(data)}


def files_of(place: Path) -> list[Path]:
    """Return the files of text that a definition is made of, without those that it extends.

    >>> files_of(Path("3322.xlsx"))
    []
    """
    if place.is_dir():
        return _files(place)
    return [place] if is_definition(place.name) else []


def _mark(file: Path) -> bytes:
    return file.name.encode("utf-8", "surrogateescape")


def _is_of_pst(data: Mapping[str, Any]) -> bool:
    """Tell whether a file says to be something that this program reads or writes, no definition."""
    name = str(data.get("format", ""))
    return name.startswith("pst-") and not name.startswith("pst-definition/")


def _are_layers(place: Path, files: list[Path]) -> bool:
    """Tell whether a definition in a folder below, or in one below that, extends one of the files.

    It is named from there, one ``../`` for each folder.
    """
    marks = [_mark(file) for file in files]
    below = [real_path(place)]
    for depth in range(1, _DEEPEST + 1):
        around = [folder for folder in below if not folder.is_symlink()]
        below = [item for folder in around for item in folder.iterdir() if _may_hold(item)]
        texts = (content_of(file) for folder in below for file in _files(folder))
        if any(b"../" * depth + mark in text for text in texts for mark in marks):
            return True
    return False


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
    alone = all(parts[key] == 1 for key in parts.keys() & _OWN)
    sure = all(found) and alone and parts.keys() <= _OWN | _ANYWHERE and parts.keys() & {*ONCE}
    others = any(_is_record(data) or _extends_one(data, files) for data in found)
    return file.parent if sure and not others else None


def _extends_one(data: Mapping[str, Any], files: list[Path]) -> bool:
    """Tell whether a file is completed by one beside it, which is a layer then and no part."""
    return Path(str(data.get("extends", ""))).name in {one.name for one in files}


def naming_offices(files: list[Path], least: int = _SEVERAL) -> list[Path]:
    """Return the files that name an office each; none unless there are ``least`` that differ.

    Of several that all name the same one, each is a whole definition too: a copy. One that cannot
    be read stands for itself. In a folder of records, such as events, each file is one.
    """
    data = _Parsed()
    if _are_records(files, data):
        return files
    named = [name for name in (_office(data[file]) for file in files if _may_name(file)) if name]
    copies = len(named) >= least and len(named) == sum(bool(data[file]) for file in files)
    if len(set(named)) < least and not copies:
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
    return _MAY_NAME.search(content_of(file)) is not None


def content_of(file: Path) -> bytes:
    """Return the bytes of a file, none where they cannot be read.

    >>> content_of(Path("a file that is not there.yaml"))
    b''
    """
    try:
        return read_bytes(file, file.name)
    except DefinitionError:
        return b""


def _is_record(data: Mapping[str, Any]) -> bool:
    return data.get("format") in {f"pst-{name}/1" for name in RECORDS}


def _office(data: Mapping[str, Any]) -> str:
    return " ".join(filter(None, _said(data)))


def office_of(place: Path) -> tuple[str, str]:
    """Return the code and the name of the office that a definition states itself, as it lies there.

    What it takes over from a layer is not looked for, nor what stands in a form.

    >>> office_of(Path("a file that is not there.yaml"))
    ('', '')
    """
    said = (_said(_data(file)) for file in files_of(place) if _may_name(file))
    return next((one for one in said if any(one)), ("", ""))


def _said(data: Mapping[str, Any]) -> tuple[str, str]:
    office = data.get("office")
    given = office if isinstance(office, Mapping) else {}
    code, name = (" ".join(str(_plain(given.get(key))).split()) for key in ("code", "name"))
    return code, name


def _plain(value: Any) -> Any:
    """Return a text in one language: two definitions of an office may give it in one or in two."""
    told = (value.get("id") or value.get("en")) if isinstance(value, Mapping) else value
    return told or ""


def _given(files: list[Path]) -> Counter[str]:
    return Counter(key for file in files for key in _data(file) if key in ONCE)


def _data(file: Path) -> Mapping[str, Any]:
    try:
        return read(read_bytes(file, file.name), file.name).data
    except DefinitionError:
        return {}  # its fault comes out when it is checked
