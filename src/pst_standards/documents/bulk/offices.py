"""Which offices a folder of definitions holds, and where the documents of each go."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, frozen

from pst_standards.documents.bulk.digests import Digests, digest, relative
from pst_standards.findings import Finding, Severity

if TYPE_CHECKING:
    from pst_standards.definitions.folder_faults import Naming
    from pst_standards.definitions.folders import Contents

FORMAT: Final = "pst-bulk/2"
MEMORY: Final = ".pst-bulk.json"
"""In the folder of all documents: which files of a folder name an office each."""


@frozen(kw_only=True)
class Office:
    """A definition, and the folder of its documents below that of all, with forward slashes.

    ``faults`` are wrong with it beside the others: of an error nothing is made.
    """

    path: Path
    name: str
    faults: tuple[Finding, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether it can be built beside the others."""
        return all(found.severity < Severity.ERROR for found in self.faults)


def offices_in(
    folder: Path, out: Path | None = None, *, memory: Memory | None = None
) -> tuple[Office, ...]:
    """Return the definitions that a folder holds, in the order of their names.

    They are found as ``definitions_in`` finds them, forms among them. The documents of
    ``33/3322.yaml`` or of the folder ``33/3322`` go into ``33/3322``; where both are there, the
    file keeps its ending. With ``out`` it is remembered there what files were found to say, so
    that they need not be parsed again until they change; whoever gives a ``memory`` instead keeps
    it, or not.
    """
    from pst_standards.definitions.folders import contents_of

    if out is not None:
        memory = Memory(folder, out)
    contents = contents_of(folder, naming=memory, forms=True)
    found = offices_among(contents, folder, memory)
    if out is not None and memory is not None and [one.path for one in found] != [folder]:
        memory.keep()
    return found


def offices_among(
    contents: Contents, folder: Path, memory: Memory | None = None
) -> tuple[Office, ...]:
    """Return the offices of a folder that was looked through, each with what is wrong with it."""
    from pst_standards.definitions.folder_faults import faults_in
    from pst_standards.definitions.folders import office_of

    faults = faults_in(contents, naming=memory.office if memory else office_of)
    found = named(folder, contents.definitions)
    return tuple(evolve(one, faults=faults.get(one.path, ())) for one in found)


def named(folder: Path, paths: Sequence[Path]) -> tuple[Office, ...]:
    """Give each definition a folder of its own for its documents.

    >>> [one.name for one in named(Path("a"), [Path("a/33/3322.yaml"), Path("a/33/3323")])]
    ['33/3322', '33/3323']
    """
    usual = [_usual(relative(path, folder), path) for path in paths]
    many = Counter(name.casefold() for name in usual)
    return tuple(
        Office(path=path, name=name if many[name.casefold()] == 1 else relative(path, folder))
        for path, name in zip(paths, usual, strict=True)
    )


def _usual(name: str, path: Path) -> str:
    return name.removesuffix(path.suffix) if not path.is_dir() else name


class Memory:
    """Remembers which files of a folder name an office each, for as long as no file changes.

    It is read from the folder of all documents, and written there when it is to be kept.
    """

    def __init__(self, folder: Path, out: Path, *, naming: Naming | None = None) -> None:
        self._naming = naming
        self._digests = Digests(folder)
        self._folder = folder
        self._place = out / MEMORY
        self._known = _read(self._place)
        self._used = _Told({}, {})

    def __call__(self, files: list[Path], least: int) -> list[Path]:
        """Return the files of a folder that are a definition each, as ``naming_offices``."""
        from pst_standards.definitions.folders import naming_offices

        key = f"{least} {self._key(files)}"
        places = self._known.folders.get(key)
        if places is None or any(place >= len(files) for place in places):
            found = set(naming_offices(files, least))
            places = [place for place, file in enumerate(files) if file in found]
        self._used.folders[key] = places
        return [files[place] for place in places]

    def office(self, path: Path) -> tuple[str, str]:
        """Return the code and the name of the office of a definition, as ``office_of``.

        Whoever gave a ``naming`` is asked instead, of forms too.
        """
        from pst_standards.definitions.folders import files_of, office_of

        key = self._key(files_of(path) or [path])
        found = self._known.offices.get(key) or (self._naming or office_of)(path)
        self._used.offices[key] = found
        return self._used.offices[key]

    def _key(self, files: list[Path]) -> str:
        # The place of a folder does not count: what its files say is the same elsewhere.
        parts = (
            f"{file.name} {self._digests.file(relative(file, self._folder))}" for file in files
        )
        return digest("\0".join(parts).encode("utf-8", "surrogateescape"))

    def keep(self) -> None:
        """Write what is known now; another run can do without it, at the price of parsing."""
        from pst_standards.definitions.writing import make_folder, write_atomically

        make_folder(self._place.parent)
        if self._used != self._known:
            parts = {
                name: dict(sorted(part.items())) for name, part in self._used._asdict().items()
            }
            told = {"format": FORMAT, **parts}
            write_atomically(self._place, json.dumps(told, indent=1).encode("ascii"))


class _Told(NamedTuple):
    """By checksums of files: which of them are a definition each, and which office they name."""

    folders: dict[str, list[int]]
    offices: dict[str, tuple[str, str]]


def _read(place: Path) -> _Told:
    try:
        told = json.loads(place.read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            return _Told({}, {})
        return _Told(
            {str(key): [int(one) for one in places] for key, places in told["folders"].items()},
            {str(key): (str(code), str(name)) for key, (code, name) in told["offices"].items()},
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return _Told({}, {})
