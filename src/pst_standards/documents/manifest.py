"""What a build made, as an object and as the file ``manifest.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from attrs import asdict, field, fields_dict, frozen

from pst_standards.documents.incomplete import Incomplete
from pst_standards.documents.owning import Owner
from pst_standards.documents.pictures import UnusablePicture
from pst_standards.documents.unprintable import Unprintable
from pst_standards.findings import Finding

FORMAT: Final = "pst-manifest/1"
NAME: Final = "manifest.json"
_FURTHER: Final = frozenset({"rests_on", "event"})
"""What is said only of documents that were made of more than the definition."""


@frozen(kw_only=True)
class BuiltDocument:
    """One file: its name below the output folder, its checksums, and what it is.

    ``sha256`` is of the file as it lies there. ``content_sha256`` is of what it holds, for a docx
    of its parts before they were packed: it is the same wherever the file was built. ``rests_on``
    names the further input of one that was made of more than the definition, ``event`` the event
    that a letter is about.
    """

    path: str
    sha256: str
    content_sha256: str
    kind: str
    service: str | None
    format: str
    draft: bool
    rests_on: str | None = None
    event: str | None = None


class Kept(StrEnum):
    """Why a file of an earlier build is left alone."""

    CHANGED = "changed"
    """Somebody changed it after it was made, and may have signed it."""
    FINAL = "final"
    """It is of a set without any draft, which may have been adopted."""
    STALE = "stale"
    """It is of an earlier definition, and this time its format or its input was not asked for."""


@frozen(kw_only=True)
class KeptDocument(BuiltDocument):
    """One file of an earlier build that this one does not make, and why it was left alone.

    The checksums are of what was written, ``definition_sha256`` is of what it was made from.
    """

    definition_sha256: str
    reason: Kept = Kept.CHANGED

    def plain(self) -> BuiltDocument:
        """Return the file as the build that made it listed it."""
        return BuiltDocument(**{name: getattr(self, name) for name in fields_dict(BuiltDocument)})


@frozen(kw_only=True)
class Skipped:
    """A kind of which nothing was made, and why, as a sentence."""

    kind: str
    reason: str


@frozen(kw_only=True)
class Manifest:
    """All files of a build, the kinds that were skipped, and the checksum of the definition.

    ``documents`` begins with those of this build. Those that an earlier one made of the same
    definition follow, and ``earlier`` has their names; ``kept`` are files of earlier builds that
    were final, that somebody changed since, or that this build was not asked for. ``removed`` names
    those that were removed, as the definition gives them no more, and ``set_aside`` the new names
    of those that somebody had changed, by the old ones. ``office`` is whose they are.
    ``findings`` are warnings about pictures that are not at hand and letters that a PDF cannot
    print. Neither ``earlier`` nor ``removed`` nor ``set_aside`` nor ``findings`` is a part of the
    file, but of the letters, as ``unprintable``, and of the pictures, as ``unusable_pictures``.
    ``incomplete`` tells which kind was made without something that belongs to it.
    ``template_sha256`` is that of the office's own template, where one was given.
    """

    definition_sha256: str
    office: Owner | None = None
    documents: tuple[BuiltDocument, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    incomplete: tuple[Incomplete, ...] = ()
    unprintable: tuple[Unprintable, ...] = ()
    unusable_pictures: tuple[UnusablePicture, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), eq=False)
    template_sha256: str = ""
    kept: tuple[KeptDocument, ...] = ()
    earlier: tuple[str, ...] = field(default=(), eq=False)
    removed: tuple[str, ...] = field(default=(), eq=False)
    set_aside: Mapping[str, str] = field(factory=dict, eq=False)

    @property
    def stale(self) -> tuple[KeptDocument, ...]:
        """The files of an earlier definition that stay as this build was not asked for them."""
        return tuple(one for one in self.kept if one.reason is Kept.STALE)

    @property
    def made(self) -> tuple[BuiltDocument, ...]:
        """The files that this build made."""
        return self.documents[: len(self.documents) - len(self.earlier)]

    def to_json(self) -> str:
        """Return the manifest as the text of its file.

        >>> print(Manifest(definition_sha256="00").to_json(), end="")
        {
          "format": "pst-manifest/1",
          "definition_sha256": "00",
          "documents": [],
          "skipped": []
        }
        """
        data = {
            "format": FORMAT,
            "definition_sha256": self.definition_sha256,
            **({"office": self.office.to_data()} if self.office else {}),
            **({"template_sha256": self.template_sha256} if self.template_sha256 else {}),
            "documents": [_fields(one) for one in self.documents],
            **({"kept": [_fields(one) for one in self.kept]} if self.kept else {}),
            "skipped": [_fields(one) for one in self.skipped],
        }
        if self.incomplete:
            data["incomplete"] = [asdict(one) for one in self.incomplete]
        if self.unprintable:
            data["unprintable"] = [_stated(one) for one in self.unprintable]
        if self.unusable_pictures:
            data["unusable_pictures"] = [asdict(one) for one in self.unusable_pictures]
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _stated(part: Unprintable) -> dict[str, object]:
    return {name: value for name, value in asdict(part).items() if value}


def _fields(part: BuiltDocument | Skipped) -> dict[str, object]:
    fields = {name: getattr(part, name) for name in fields_dict(type(part))}
    return {
        name: value for name, value in fields.items() if value is not None or name not in _FURTHER
    }
