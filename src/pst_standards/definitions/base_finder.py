"""Where ``extends`` may look: packaged bases, folders, zips, entry points, data in memory.

A base is a folder with ``base.toml`` beside definition files. Nothing outside what a ``Bases``
object was given is ever opened, and nothing is fetched.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

MANIFEST: Final = "base.toml"
SUFFIXES: Final = (".yaml", ".yml", ".json")
SCHEMA_SUFFIX: Final = ".schema.json"
ENTRY_POINTS: Final = "pst_standards.bases"
LARGEST_FILE: Final = 5_000_000
_LARGEST_BASE: Final = 20_000_000
_MOST_FILES: Final = 200
_MOST_MEMBERS: Final = 10_000
_CHECKSUM: Final = re.compile(r'^sha256 *= *".*"$', re.MULTILINE)


class NotAFileError(OSError):
    """A device, a pipe or a folder stands where a file is to be read."""


class BrokenBaseError(Exception):
    """A base cannot be used; ``reason`` is the key of the sentence part that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@frozen(kw_only=True)
class Broken:
    """A place that offers a base which cannot be used, and the key of the reason."""

    name: str
    reason: str


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
        (item for item in folder.iterdir() if is_definition(item.name)),
        key=lambda item: item.name,
    )


def is_definition(name: str) -> bool:
    """Tell whether a file of this name in the folder of a definition is a part of it.

    >>> is_definition("office.yaml"), is_definition("definition.schema.json")
    (True, False)
    """
    lower = name.lower()
    return lower.endswith(SUFFIXES) and not lower.endswith(SCHEMA_SUFFIX) and name[0] not in ".~"


def read_limited(item: Traversable) -> bytes:
    """Return at most one byte more than a file may hold; what is no file is never opened.

    A device tells no size, and what an archive tells of a member may be a lie, so the stream is
    cut. Raises ``OSError``, and ``BrokenBaseError`` for a damaged member of an archive.
    """
    if isinstance(item, Path):
        if not stat.S_ISREG(item.stat().st_mode):
            raise NotAFileError
        with item.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    try:
        with item.open("rb") as stream:
            return bytes(stream.read(LARGEST_FILE + 1))
    except Exception:  # noqa: BLE001 - a damaged archive raises what its compression raises
        raise BrokenBaseError("broken_zip") from None


def checksum(folder: Traversable) -> str:
    """Return the SHA-256 over the definition files of a folder, line ends counted as LF.

    Raises ``BrokenBaseError`` for more or larger files than a base may have.
    """
    import hashlib

    digest, total = hashlib.sha256(), 0
    files = definition_files(folder)
    if len(files) > _MOST_FILES:
        raise BrokenBaseError("broken_size")
    for item in files:
        content = read_limited(item)
        total += len(content)
        if len(content) > LARGEST_FILE or total > _LARGEST_BASE:
            raise BrokenBaseError("broken_size")
        digest.update(item.name.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def with_checksum(manifest: str, sha256: str) -> str:
    """Return the text of a ``base.toml`` with its checksum line replaced."""
    return _CHECKSUM.sub(f'sha256 = "{sha256}"', manifest)


def open_base(folder: Traversable) -> Base | None:
    """Read the manifest of a base folder, ``None`` where there is none.

    Raises ``BrokenBaseError`` for a manifest that cannot be read or lacks what it must say.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return None
    facts = _facts(read_limited(manifest))
    if not _are_sound(facts):
        raise BrokenBaseError("broken_facts")
    return Base(
        id=facts["id"],
        version=str(facts["version"]),
        released=str(facts["released"]),
        folder=folder,
        locked=tuple(facts.get("locked", ())),
        sha256=facts.get("sha256", ""),
    )


def _facts(content: bytes) -> dict[str, Any]:
    import tomllib

    if len(content) > LARGEST_FILE:
        raise BrokenBaseError("broken_size")
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BrokenBaseError("broken_manifest") from None


def _are_sound(facts: Mapping[str, Any]) -> bool:
    name, version, locked = facts.get("id"), facts.get("version"), facts.get("locked", [])
    return (
        isinstance(name, str)
        and bool(name.strip())
        and isinstance(version, str | int | float)
        and not isinstance(version, bool)
        and _is_day(facts.get("released"))
        and isinstance(facts.get("sha256", ""), str)
        and isinstance(locked, list)
        and all(isinstance(path, str) and path.startswith("/") for path in locked)
    )


def _is_day(said: Any) -> bool:
    if not isinstance(said, str | dt.date):
        return False
    try:
        dt.date.fromisoformat(str(said))
    except ValueError:
        return False
    return True


def _bases_in(folder: Traversable, name: str = "") -> Iterator[Base | Broken]:
    """Yield the base that a folder or zip is, or the bases that stand in it; broken ones too."""
    name = name or str(folder)
    try:
        place = _opened(folder)
        own = open_base(place) if place.is_dir() else None
        inside = [] if own is not None or not place.is_dir() else list(place.iterdir())
    except (BrokenBaseError, OSError, ValueError) as error:
        yield _broken(name, error)
        return
    if own is not None:
        yield own
    for item in sorted(inside, key=lambda entry: entry.name):
        try:
            found = open_base(item) if item.is_dir() else None
        except (BrokenBaseError, OSError, ValueError) as error:
            yield _broken(f"{name}/{item.name}", error)
            continue
        if found is not None:
            yield found


def _broken(name: str, error: Exception) -> Broken:
    reason = error.reason if isinstance(error, BrokenBaseError) else "broken_access"
    return Broken(name=name, reason=reason)


@cache
def packaged() -> Mapping[str, Base]:
    """Return the bases that come with the package, by id.

    >>> list(packaged())
    ['bps/2020']
    """
    from importlib import resources

    home = resources.files("pst_standards.definitions") / "bases"
    return {base.id: base for base in _bases_in(home) if isinstance(base, Base)}


def _installed() -> Iterator[Base | Broken]:
    """Yield the bases that other installed packages offer by an entry point."""
    from importlib.metadata import entry_points
    from importlib.resources.abc import Traversable

    for entry in entry_points(group=ENTRY_POINTS):
        try:
            folder = entry.load()()
        except (Exception, SystemExit):  # noqa: BLE001 - another package's code may raise anything
            folder = None
        if isinstance(folder, Traversable) and folder.is_dir():
            yield from _bases_in(folder, entry.name)
        else:
            yield Broken(name=entry.name, reason="broken_entry")


def _places(given: Iterable[Traversable | str] | str) -> tuple[Traversable, ...]:
    """Take paths written as text too, and a single one for itself."""
    places = [given] if isinstance(given, str | os.PathLike) else given
    return tuple(Path(place) if isinstance(place, str) else place for place in places)


def _root(given: Path | str | None) -> Path | None:
    return None if given is None else Path(given)


@frozen(kw_only=True)
class Bases:
    """What ``extends`` may name.

    ``folders`` hold folders or zip files with bases, ``data`` maps a name to a definition in
    memory, ``root`` is the folder that relative paths must stay in (``None``: no paths at all),
    ``entry_points`` also asks installed packages.

    >>> Bases().find("bps/2020").id
    'bps/2020'
    """

    folders: tuple[Traversable, ...] = field(default=(), converter=_places)
    data: Mapping[str, Mapping[str, Any] | str | bytes] = field(factory=dict)
    root: Path | None = field(default=None, converter=_root)
    entry_points: bool = False

    def find(self, name: str, version: str | None = None) -> Base | None:
        """Return the base of this id, nearest offer first.

        One of the ``version`` asked for goes before those that are nearer; where there is none of
        it, the nearest is returned all the same, for a finding that names both versions.
        """
        nearest: Base | None = None
        for base in self._offers():
            if base.id == name:
                if version in {None, base.version}:
                    return base
                nearest = nearest or base
        return nearest

    def newest(self, name: str | None = None) -> Base | None:
        """Return the base that was released last, of this id or of any.

        >>> Bases().newest("bps/2020").id
        'bps/2020'
        """
        offers = (base for base in self._offers() if name in {None, base.id})
        return max(offers, key=lambda base: (base.released, _parts(base.version)), default=None)

    def names(self) -> tuple[str, ...]:
        """Return the ids that can be named, for a hint to who named another."""
        return tuple(dict.fromkeys([*self.data, *(base.id for base in self._offers())]))

    def broken(self) -> tuple[Broken, ...]:
        """Return the offers that cannot be used, for who did not find what was named."""
        return tuple(offer for offer in self._all() if isinstance(offer, Broken))

    def fingerprint(self) -> str:
        """Return a checksum over every base that can be named, and the order in which they offer.

        Data in memory counts by its names only.
        """
        import hashlib

        facts = [repr((*self.data, *map(str, self.folders)))]
        for base in self._offers():
            try:
                content = base.actual_sha256()
            except (BrokenBaseError, OSError):
                content = ""
            facts.append(repr((base.id, base.version, base.released, base.locked, content)))
        return hashlib.sha256("\n".join(facts).encode("utf-8", "surrogatepass")).hexdigest()

    def _offers(self) -> Iterator[Base]:
        return (offer for offer in self._all() if isinstance(offer, Base))

    def _all(self) -> Iterator[Base | Broken]:
        for folder in self.folders:
            yield from _bases_in(folder)
        yield from packaged().values()
        if self.entry_points:
            yield from _installed()


def _parts(version: str) -> list[tuple[int, str]]:
    """Return what orders versions: 1.10 comes after 1.9."""
    found = re.findall(r"\d+|[^\W\d]+", version)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in found]


def _opened(folder: Traversable) -> Traversable:
    if not (folder.is_file() and folder.name.lower().endswith(".zip")):
        return folder
    import zipfile

    try:
        archive = zipfile.ZipFile(str(folder))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError):
        raise BrokenBaseError("broken_zip") from None
    if len(archive.infolist()) > _MOST_MEMBERS:
        archive.close()
        raise BrokenBaseError("broken_size")
    return zipfile.Path(archive)
