"""What holds for every office of a bulk build, and the checksum over it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from pst_standards import __version__
from pst_standards.definitions.base_finder import Bases
from pst_standards.documents.bulk.digests import digest
from pst_standards.documents.bulk.given import Giver
from pst_standards.documents.bulk.offices import Office

if TYPE_CHECKING:
    from pst_standards.definitions import Reading

_PLAIN: Final = frozenset({"docx", "html", "md"})
"""Formats that this package writes by itself; the others change with the library that draws."""
_DRAWING: Final = "typst"
_STAMP: Final = "SOURCE_DATE_EPOCH"


@frozen(kw_only=True)
class Settings:
    """Where the definitions and the documents are, and how documents are made.

    ``lang`` is that of each definition unless given; ``spoken`` is that of reasons why an office
    failed. ``giver`` finds what an office has beside its definition. ``read`` stands in for
    ``read_path`` and may understand more than files of text. All else is as for ``build`` of one
    definition.
    """

    folder: Path = field(converter=Path)
    out: Path = field(converter=Path)
    formats: tuple[str, ...] = ("docx", "html")
    lang: str | None = None
    paper: str = "A4"
    final: bool = False
    bases: Bases = field(factory=lambda: Bases(entry_points=True))
    spoken: str = "id"
    qr: bool = True
    template: bytes | None = field(default=None, repr=False)
    signature: str = ""
    giver: Giver | None = field(default=None, repr=False)
    read: Callable[..., Reading] | None = field(default=None, repr=False)

    @property
    def draws(self) -> bool:
        """Whether a library draws some of the documents.

        >>> Settings(folder="a", out="b").draws
        False
        """
        return not _PLAIN.issuperset(self.formats)

    def checksum_for(self, office: Office, code: str, checksum: str) -> str:
        """Return the checksum of these settings together with what one office is given.

        ``checksum`` is that of the settings, ``code`` the one that the office has.
        """
        given = self.giver.fingerprint(office, code) if self.giver else ""
        return digest(f"{checksum} {given}".encode("ascii")) if given else checksum

    def checksum(self) -> str:
        """Return a checksum over all that shapes documents beside the files of a definition.

        That is the version of this package, of the library that draws PDF where it is used, the
        moment of ``SOURCE_DATE_EPOCH``, the bases that may be extended, and the choices.

        >>> plain, final = Settings(folder="a", out="b"), Settings(folder="a", out="b", final=True)
        >>> plain.checksum() == final.checksum()
        False
        """
        facts = {
            "version": __version__,
            "formats": self.formats,
            "lang": self.lang,
            "paper": self.paper,
            "final": self.final,
            "qr": self.qr,
            "template": digest(self.template or b""),
            "signature": self.signature,
            "stamp": os.environ.get(_STAMP, ""),
            "drawing": _drawing_version() if self.draws else "",
            "bases": self.bases.fingerprint(),
        }
        return digest(json.dumps(facts, sort_keys=True).encode("ascii"))


def _drawing_version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(_DRAWING)
    except PackageNotFoundError:
        return ""
