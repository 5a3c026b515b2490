"""Where ``extends`` may look: packaged bases, folders, zips, entry points, data in memory.

A base is a folder with ``base.toml`` beside definition files. Nothing outside what a ``Bases``
object was given is ever opened, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

MANIFEST: Final = "base.toml"
SUFFIXES: Final = (".yaml", ".yml", ".json")
SCHEMA_SUFFIX: Final = ".schema.json"
ENTRY_POINTS: Final = "pst_standards.bases"
_CHECKSUM: Final = re.compile(r'^sha256 *= *".*"$', re.MULTILINE)


@frozen(kw_only=True)
class Base:
    """A base that was found: its name, version, locked fields and folder of definition files."""

    id: str
    version: str
    released: str
    folder: Traversable
    locked: tuple[str, ...] = ()
    sha256: str = ""

    def actual_sha256(self) -> str:
        """Return the checksum over the definition files: names and contents in name order."""
        return checksum(self.folder)


def definition_files(folder: Traversable) -> list[Traversable]:
    """List the definition files of a folder in name order; hidden ones and others are left out.

    So are schemas: ``pst init`` lays one beside the definition for editors to complete from.
    """
    return sorted(
        (item for item in folder.iterdir() if _is_definition(item.name)),
        key=lambda item: item.name,
    )


def _is_definition(name: str) -> bool:
    lower = name.lower()
    return lower.endswith(SUFFIXES) and not lower.endswith(SCHEMA_SUFFIX) and name[0] not in ".~"


def checksum(folder: Traversable) -> str:
    """Return the SHA-256 over the definition files of a folder, line ends counted as LF."""
    import hashlib

    digest = hashlib.sha256()
    for item in definition_files(folder):
        content = item.read_bytes().replace(b"\r\n", b"\n")
        digest.update(item.name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def with_checksum(manifest: str, sha256: str) -> str:
    """Return the text of a ``base.toml`` with its checksum line replaced."""
    return _CHECKSUM.sub(f'sha256 = "{sha256}"', manifest)


def open_base(folder: Traversable) -> Base | None:
    """Read the manifest of a base folder, ``None`` where there is none."""
    import tomllib

    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    facts = tomllib.loads(manifest.read_text(encoding="utf-8"))
    return Base(
        id=facts["id"],
        version=str(facts["version"]),
        released=str(facts["released"]),
        folder=folder,
        locked=tuple(facts.get("locked", ())),
        sha256=facts.get("sha256", ""),
    )


def _bases_in(folder: Traversable) -> Iterator[Base]:
    """Yield the base that a folder is, or the bases that stand in it."""
    if not folder.is_dir():
        return
    own = open_base(folder)
    if own is not None:
        yield own
        return
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        found = open_base(item) if item.is_dir() else None
        if found is not None:
            yield found


@cache
def packaged() -> Mapping[str, Base]:
    """Return the bases that come with the package, by id.

    >>> list(packaged())
    ['bps/2020']
    """
    from importlib import resources

    home = resources.files("pst_standards.definitions") / "bases"
    return {base.id: base for base in _bases_in(home)}


def _installed() -> Iterator[Base]:
    """Yield the bases that other installed packages offer by an entry point."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=ENTRY_POINTS):
        yield from _bases_in(entry.load()())


@frozen(kw_only=True)
class Bases:
    """What ``extends`` may name.

    ``folders`` hold folders or zip files with bases, ``data`` maps a name to a definition in
    memory, ``root`` is the folder that relative paths must stay in (``None``: no paths at all),
    ``entry_points`` also asks installed packages.

    >>> Bases().find("bps/2020").id
    'bps/2020'
    """

    folders: tuple[Traversable, ...] = ()
    data: Mapping[str, Mapping[str, Any] | str | bytes] = field(factory=dict)
    root: Path | None = None
    entry_points: bool = False

    def find(self, name: str) -> Base | None:
        """Return the base of this id, nearest offer first."""
        for folder in self.folders:
            for base in _bases_in(_opened(folder)):
                if base.id == name:
                    return base
        if name in packaged():
            return packaged()[name]
        offers = _installed() if self.entry_points else ()
        return next((base for base in offers if base.id == name), None)

    def names(self) -> tuple[str, ...]:
        """Return the ids that can be named, for a hint to who named another."""
        near = [base.id for folder in self.folders for base in _bases_in(_opened(folder))]
        far = [base.id for base in _installed()] if self.entry_points else []
        return tuple(dict.fromkeys([*self.data, *near, *packaged(), *far]))


def _opened(folder: Traversable) -> Traversable:
    if folder.is_file() and folder.name.lower().endswith(".zip"):
        import zipfile

        return zipfile.Path(str(folder))
    return folder
