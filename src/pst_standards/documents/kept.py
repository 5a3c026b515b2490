"""Files that are written again and again into one folder, and may be completed by hand there.

A list beside them has the checksum of each as it was written, so that a file that somebody
changed since is not lost.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from pst_standards.documents.storing import store

FORMAT: Final = "pst-report-manifest/1"
NAME: Final = "complaint-report-manifest.json"
OF_SURVEYS: Final = "survey-report-manifest.json"


def changed_by_hand(
    out: Path, files: Mapping[str, bytes], *, listing: str = NAME
) -> tuple[str, ...]:
    """Return the names of files in a folder that differ from what was last written there.

    ``listing`` is the file that lists what that was.

    A file that is not listed was not written by this program, and counts as changed too, unless it
    is what would be written.

    >>> changed_by_hand(Path("a folder that is not there"), {"report.html": b""})
    ()
    """
    known = _listed(out / listing)
    return tuple(name for name, data in files.items() if is_lost(out / name, data, known.get(name)))


def is_lost(file: Path, data: bytes, known: str | None) -> bool:
    """Tell whether writing ``data`` over a file would lose what somebody did to it.

    ``known`` is the checksum of what was last written there.

    >>> is_lost(Path("a file that is not there"), b"", None)
    False
    """
    try:
        there = file.read_bytes()
    except (OSError, ValueError):
        return False  # nothing is there, or writing it finds the words for what is
    return there != data and _checksum(there) != known


def store_and_list(out: Path, files: Mapping[str, bytes], *, listing: str = NAME) -> None:
    """Write files into a folder, and note what they were; raises as ``store``."""
    listed = {**_listed(out / listing), **{name: _checksum(data) for name, data in files.items()}}
    entries = [{"path": name, "sha256": listed[name]} for name in sorted(listed)]
    told = json.dumps({"format": FORMAT, "documents": entries}, ensure_ascii=False, indent=2)
    store(out, {**files, listing: f"{told}\n".encode("utf-8", "surrogatepass")})


def _listed(listing: Path) -> dict[str, str]:
    """Return the checksums by file; a list that cannot be read vouches for nothing."""
    try:
        told = json.loads(listing.read_text(encoding="utf-8"))
        return {str(one["path"]): str(one["sha256"]) for one in told["documents"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}


def _checksum(data: bytes) -> str:
    return sha256(data).hexdigest()
