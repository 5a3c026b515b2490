"""What an office was built from, kept beside its documents, so that nothing is made twice.

The record is written last. Where it is missing, or anything it names changed, the office is built
again; a build that was killed leaves no record, or that of the build before.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any, Final

from attrs import field, frozen

from pst_standards.documents.bulk.digests import NONE, Digests, digest, digest_of_file
from pst_standards.documents.storing import LEFT

FORMAT: Final = "pst-build-record/1"
NAME: Final = ".pst-build.json"
MANIFEST: Final = "manifest.json"


@frozen(kw_only=True)
class Record:
    """Checksums of all that an office was built from, by path from the folder of definitions.

    ``folders`` has those over the names of definition files, where a folder was read as a whole.
    A picture that was looked for and not found stands in ``files`` without a checksum. ``code`` is
    that of the office, by which its further input is found.
    """

    settings: str
    manifest: str
    code: str = ""
    files: Mapping[str, str] = field(factory=dict)
    folders: Mapping[str, str] = field(factory=dict)

    def to_json(self) -> str:
        """Return the record as the text of its file."""
        data = {
            "format": FORMAT,
            "settings": self.settings,
            "manifest": self.manifest,
            **({"code": self.code} if self.code else {}),
            "files": dict(sorted(self.files.items())),
            "folders": dict(sorted(self.folders.items())),
        }
        return json.dumps(data, indent=1) + "\n"


def is_current(place: Path, settings: Callable[[str], str], digests: Digests) -> bool:
    """Tell whether the documents in a folder are there, unedited, and made from what is there now.

    ``settings`` returns the checksum of the settings for an office of the code that it had. Only
    bytes are compared; nothing is parsed but the two small lists beside the documents.
    """
    record = _read(place / NAME)
    if record is None or record.settings != settings(record.code):
        return False
    fresh = all(digests.file(path) == told for path, told in record.files.items()) and all(
        digests.names(path) == told for path, told in record.folders.items()
    )
    return fresh and _is_whole(place, record.manifest)


def code_of(place: Path) -> str:
    """Return the code that an office had when its documents in a folder were made.

    >>> code_of(Path("a folder that is not there"))
    ''
    """
    record = _read(place / NAME)
    return record.code if record else ""


def unusable_pictures_of(place: Path) -> tuple[str, ...]:
    """Return the pictures that the documents in a folder were made without.

    >>> unusable_pictures_of(Path("a folder that is not there"))
    ()
    """
    try:
        told = json.loads((place / MANIFEST).read_bytes())
        return tuple(str(one["file"]) for one in told.get("unusable_pictures", ()))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ()


def _read(file: Path) -> Record | None:
    try:
        told = json.loads(file.read_bytes())
        if told["format"] != FORMAT:
            return None
        files, folders = _texts(told["files"]), _texts(told["folders"])
        return Record(
            settings=told["settings"],
            manifest=told["manifest"],
            code=str(told.get("code", "")),
            files=files,
            folders=folders,
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _texts(told: Any) -> dict[str, str]:
    return {str(name): str(value) for name, value in told.items()}


def _is_whole(place: Path, manifest: str) -> bool:
    """Tell whether the manifest is the one that was written, and every document that it lists."""
    try:
        data = (place / MANIFEST).read_bytes()
    except OSError:
        return False
    if digest(data) != manifest:
        return False
    documents = json.loads(data)["documents"]
    return all(digest_of_file(place / one["path"]) == one["sha256"] != NONE for one in documents)


def without_definition(out: Path, names: Collection[str]) -> tuple[str, ...]:
    """Return folders of documents that were built here once, and are of none of these offices.

    >>> without_definition(Path("a folder that is not there"), ["33/3301"])
    ()
    """
    places = dict.fromkeys([out, *(out / PurePosixPath(name).parent for name in sorted(names))])
    built = (one for place in places if place.is_dir() for one in sorted(place.iterdir()))
    found = (one.relative_to(out).as_posix() for one in built if (one / NAME).is_file())
    return tuple(name for name in found if name not in names)


def clear_leftovers(place: Path) -> None:
    """Remove what a build that was killed had begun to write into a folder."""
    with suppress(OSError):
        for item in [one for one in place.iterdir() if LEFT.fullmatch(one.name)]:
            if item.is_dir() and not item.is_symlink():
                shutil.rmtree(item, ignore_errors=True)
            else:
                item.unlink(missing_ok=True)
