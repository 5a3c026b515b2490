"""Writing the files of a build: all of them beside the target first, then each into its place."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from attrs import evolve

from pst_standards.definitions.errors import OutputError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.writing import make_folder, output_variant, write_atomically
from pst_standards.findings import Location

LEFT: Final = re.compile(r"\.[0-9a-f]{16}\.tmp")
"""Names that are given to what is being written; a build that is killed leaves it behind."""
_AWAY: Final = ".away"
"""The folder in the staging one that holds what goes; no file to be written is called so."""


def store(
    out: Path,
    files: Mapping[str, bytes],
    *,
    without: Iterable[str] = (),
    renamed: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write files into a folder, in the order given; the folder is made where it is missing.

    Those named in ``without`` are removed, and those in ``renamed`` get the names that it has for
    them, before anything takes their places: all or none.

    Everything is first written into a folder of its own inside ``out``, so that a full disk or a
    missing right is found before any file there is touched. What is replaced waits there until the
    last file is in its place, and comes back where one cannot be written. A name may lead into
    folders below ``out``, which are made too. Raises ``OutputError``.
    """
    inner = dict.fromkeys(out / one for name in files for one in _folders_of(name))
    new = [one for one in (out, *inner) if not one.exists()]
    try:
        with _staging(out) as staging:
            for name, data in files.items():
                _stage(staging, out, name, data)
            for folder in inner:
                make_folder(folder)
            away = {name: staging / _AWAY / name for name in without}
            with _moved(out, {**away, **{old: out / new for old, new in renamed.items()}}):
                _place_all(staging, out, files)
    except OutputError:
        for folder in reversed(new):
            with suppress(OSError):
                folder.rmdir()
        raise


def refuse_no_folder(out: Path) -> None:
    """Refuse a folder to write to that is a file, or lies below one, before anything is made.

    Whatever else keeps it from being written to is told when it is. Raises ``OutputError``.
    """
    with suppress(OSError, ValueError):
        nearest = next((one for one in (out, *out.parents) if one.exists()), None)
        if nearest is not None and not nearest.is_dir():
            raise _folder_error(out, NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)))


def _folders_of(name: str) -> Iterator[str]:
    """Yield the folders that a name leads through, the outer first."""
    yield from (one.as_posix() for one in reversed(PurePosixPath(name).parents[:-1]))


@contextmanager
def _staging(out: Path) -> Iterator[Path]:
    staging = out / f".{secrets.token_hex(8)}.tmp"
    try:
        staging.mkdir(parents=True)
    except (OSError, ValueError) as error:
        raise _folder_error(out, error) from None
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _folder_error(out: Path, error: OSError | ValueError, variant: str = "") -> OutputError:
    shown = out.as_posix()
    if not variant:
        variant = output_variant(error) if isinstance(error, OSError) else "failed"
    reason = getattr(error, "strerror", None) or type(error).__name__
    place = Location(shown)
    return OutputError(
        (fault("DEF-011", variant=variant, location=place, path=shown, reason=reason),)
    )


def _stage(staging: Path, out: Path, name: str, data: bytes) -> None:
    try:
        make_folder((staging / name).parent)
        write_atomically(staging / name, data)
    except OutputError as error:
        # The reader knows the file by its place, not by where it was first put.
        shown = (out / name).as_posix()
        raise OutputError(
            tuple(
                evolve(found, location=Location(shown), params={**found.params, "path": shown})
                for found in error.findings
            )
        ) from None


@contextmanager
def _moved(out: Path, targets: Mapping[str, Path]) -> Iterator[None]:
    """Move files of a folder to other places; where anything fails, all come back."""
    moved: list[str] = []
    try:
        for name, target in targets.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            _move(out / name, target)
            moved.append(name)
        yield
    except BaseException:
        for name in moved:
            targets[name].replace(out / name)
        raise


def _move(file: Path, target: Path) -> None:
    try:
        file.replace(target)
    except OSError as error:
        # What may be written into the folder may be moved there, unless it is held open.
        held = isinstance(error, PermissionError)
        raise _folder_error(file, error, "busy" if held else "") from None


def _place_all(staging: Path, out: Path, files: Mapping[str, bytes]) -> None:
    """Put all files into their places; where anything fails, what stood there comes back."""
    begun: list[tuple[str, bool]] = []
    try:
        for name, data in files.items():
            there, before = out / name, staging / _AWAY / name
            # A folder stays, and is told of; nothing is ever lost with a link.
            stood = there.is_symlink() or there.is_file()
            begun.append((name, stood))
            if stood:
                before.parent.mkdir(parents=True, exist_ok=True)
                _move(there, before)
            _place(staging / name, there, data)
    except BaseException:
        for name, stood in begun:
            _put_back(staging / _AWAY / name, out / name, stood=stood)
        raise


def _put_back(before: Path, there: Path, *, stood: bool) -> None:
    # One that is held open keeps no other from coming back.
    with suppress(OSError):
        if not stood:
            there.unlink(missing_ok=True)
        elif before.is_symlink() or before.exists():
            before.replace(there)


def _place(staged: Path, target: Path, data: bytes) -> None:
    try:
        staged.replace(target)
    except OSError:
        # The target is a folder or is held open; writing it once more finds the words for it.
        write_atomically(target, data)
