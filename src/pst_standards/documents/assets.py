"""Pictures beside a definition, read when a document asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from pst_standards.definitions.folders import real_path
from pst_standards.documents.errors import PictureError
from pst_standards.documents.images import image_kind
from pst_standards.documents.picture_faults import (
    PRINTED,
    PictureFault,
    UnfitFileError,
    fault_in,
)

LARGEST: Final = 5_000_000
"""Most bytes of one picture."""
_SUFFIXES: Final = frozenset({".png", ".jpg", ".jpeg"})


def folder_assets(path: str | Path) -> Mapping[str, bytes]:
    """Return the pictures in the folder of a definition, by their path below it.

    A picture is read when it is looked up, never before. Only PNG and JPEG files of up to 5 MB
    inside the folder are found, told by their first bytes; a path or link that leads out of the
    folder is not followed.

    >>> "../secret.png" in folder_assets(".")
    False
    """
    place = Path(path)
    return _FolderAssets(place if place.is_dir() else place.parent)


def lies_in(path: str | Path, name: str) -> bool:
    """Tell whether there is a file of that name in the folder of a definition, fit or not.

    >>> lies_in(".", "logo that is not there.png")
    False
    """
    place = Path(path)
    try:
        return _within(place if place.is_dir() else place.parent, name).is_file()
    except (OSError, ValueError):
        return False


def _within(folder: Path, name: str) -> Path:
    """Return the path of a name below a folder; ``ValueError`` when it leads out of it."""
    parts = PurePosixPath(name.replace("\\", "/"))
    root = real_path(folder)
    file = real_path(root.joinpath(parts))
    if parts.is_absolute() or not file.is_relative_to(root):
        raise ValueError(name)
    return file


class _FolderAssets(Mapping[str, bytes]):
    def __init__(self, root: Path) -> None:
        self._root = root

    def __getitem__(self, name: str) -> bytes:
        try:
            data = self._read(name)
        except OSError:
            raise UnfitFileError(name, PictureFault(variant="unread")) from None
        try:
            kind = image_kind(data).extension
        except PictureError:
            kind = ""
        if kind not in PRINTED:
            raise UnfitFileError(name, fault_in(data) or PictureFault())
        return data

    def __iter__(self) -> Iterator[str]:
        for file in sorted(self._root.rglob("*")):
            name = file.relative_to(self._root).as_posix()
            if file.suffix.lower() in _SUFFIXES and name in self:
                yield name

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _read(self, name: str) -> bytes:
        """Return the bytes of a file; ``KeyError`` for one that is outside, not there or huge."""
        try:
            file = _within(self._root, name)
        except ValueError:
            raise UnfitFileError(name, PictureFault(variant="outside")) from None
        if not file.is_file():
            raise KeyError(name)
        size = file.stat().st_size
        if size > LARGEST:
            found = {"size": size // 1000, "limit": LARGEST // 1000}
            raise UnfitFileError(name, PictureFault(variant="large", params=found))
        return file.read_bytes()
