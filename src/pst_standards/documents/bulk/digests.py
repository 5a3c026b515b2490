"""Checksums of raw bytes: of files as they lie there, unread and unparsed."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

from pst_standards.definitions.base_finder import definition_files

NONE: Final = ""
"""Stands for a file that is not there, or that nobody may read."""


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return sha256(data).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file, ``NONE`` where there is none to read.

    >>> digest_of_file(Path("a file that is not there"))
    ''
    """
    try:
        return digest(path.read_bytes()) if path.is_file() else NONE
    except (OSError, ValueError):
        return NONE


def digest_of_names(folder: Path) -> str:
    """Return a checksum over the names of the definition files in a folder.

    A file that is added to a folder is a part of its definition, though no other part changed.

    >>> digest_of_names(Path("a folder that is not there"))
    ''
    """
    try:
        names = [item.name for item in definition_files(folder)]
    except (OSError, ValueError):
        return NONE
    return digest("\0".join(names).encode("utf-8", "surrogateescape"))


def relative(path: Path, folder: Path) -> str:
    """Return how a path is told from a folder, alike on every system.

    A place on another drive can be told only from its root.

    >>> relative(Path("nation/33/office.yaml"), Path("nation"))
    '33/office.yaml'
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(os.path.abspath(path)).as_posix()  # noqa: PTH100 - links are not followed


class Digests:
    """Checksums of the files and folders below one place, each taken once.

    A layer of a province is an input of all its offices.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def file(self, path: str) -> str:
        """Return the checksum of a file, named as ``relative`` names it."""
        if path not in self._files:
            self._files[path] = digest_of_file(self._folder / path)
        return self._files[path]

    def names(self, path: str) -> str:
        """Return the checksum over the names of the definition files in a folder."""
        if path not in self._names:
            self._names[path] = digest_of_names(self._folder / path)
        return self._names[path]
