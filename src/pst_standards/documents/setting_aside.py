"""Files that somebody changed since they were made, and that a build would write over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count
from pathlib import Path, PurePosixPath

from pst_standards.documents.earlier import checksum_of, earlier_build, has_manifest
from pst_standards.documents.kept import is_lost
from pst_standards.documents.manifest import NAME
from pst_standards.documents.outline import Lang
from pst_standards.messages import text


def edited(out: Path, files: Mapping[str, bytes], lang: Lang) -> Mapping[str, str]:
    """Return the names of edited files, each with the name under which it is to be kept.

    Edited is what is neither as the manifest in the folder lists it nor what is to be written
    there. That holds too for a file of that name which no manifest lists: somebody put it there.
    A ``manifest.json`` is of a build when its ``format`` says so, however it was edited.

    >>> edited(Path("a folder that is not there"), {"maklumat.docx": b""}, "id")
    {}
    """
    known = {one.path: one.sha256 for one in earlier_build(out).documents}
    aside: dict[str, str] = {}
    for name, data in files.items():
        # A link is replaced by the new file; what it leads to stays as it is.
        if not (out / name).is_symlink() and is_lost(out / name, data, known.get(name)):
            aside[name] = _unused_name(out, name, {*files, *aside.values()}, lang)
    if checksum_of(out / NAME) is not None and not has_manifest(out):
        aside[NAME] = _unused_name(out, NAME, {*files, *aside.values()}, lang)
    return aside


def _unused_name(out: Path, name: str, taken: Collection[str], lang: Lang) -> str:
    path = PurePosixPath(name)
    for number in count(1):
        said = text("documents", "changed-file", lang)
        mark = said if number == 1 else f"{said} {number}"
        found = f"{path.stem} ({mark}){path.suffix}"
        if found not in taken and not (out / found).exists():
            return found
    raise AssertionError
