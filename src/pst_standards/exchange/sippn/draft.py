"""What comes of reading a page: a draft of a definition, and what is to be said about it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from pst_standards.messages import text

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition


class Fate(Enum):
    """What became of the words that a remark is about."""

    LOST = "lost"
    """No key of the format takes them, or no standard was found: they are not in the draft."""
    LEFT = "left"
    """They belong to the web page around the standard, and were left out on purpose."""
    KEPT = "kept"
    """They are in the draft; what they mean was guessed, or is left to a person."""


REMARKS: Final[Mapping[str, Fate]] = {
    "unplaced": Fate.LOST,
    "no-part": Fate.LOST,
    "too-many": Fate.LOST,
    "frame": Fate.LEFT,
    "markup": Fate.LEFT,
    "characters": Fate.KEPT,
    "cut": Fate.KEPT,
    "title-missing": Fate.KEPT,
    "description": Fate.KEPT,
    "decree-blank": Fate.KEPT,
    "office-below": Fate.KEPT,
    "office-differs": Fate.KEPT,
    "heading-differs": Fate.KEPT,
    "heading-again": Fate.KEPT,
    "note-placed": Fate.KEPT,
    "channel-guessed": Fate.KEPT,
    "run-together": Fate.KEPT,
    "numbers-inside": Fate.KEPT,
    "unnumbered": Fate.KEPT,
    "time-unread": Fate.KEPT,
    "time-unit": Fate.KEPT,
    "time-several": Fate.KEPT,
    "time-range": Fate.KEPT,
    "time-at-once": Fate.KEPT,
    "time-workdays": Fate.KEPT,
    "hours-unread": Fate.KEPT,
    "fee-unread": Fate.KEPT,
    "fee-for-some": Fate.KEPT,
    "fee-zero": Fate.KEPT,
    "amount-unread": Fate.KEPT,
    "complaint-time": Fate.KEPT,
    "no-channel": Fate.KEPT,
}
"""Every key that a remark may have, with what became of the words."""


@frozen(kw_only=True)
class Remark:
    """One thing to look at: its key of ``REMARKS``, the line (from 1), and the words there.

    >>> print(Remark(key="unplaced", line=3, words="Tersedia di loket 2").message("en"))
    Not carried over, as no key of the format takes it: “Tersedia di loket 2”
    """

    key: str
    line: int
    words: str

    @property
    def fate(self) -> Fate:
        """What became of the words."""
        return REMARKS[self.key]

    def message(self, lang: str = "id") -> str:
        """Return the remark as a sentence in ``lang`` (``id`` or ``en``), all words in it."""
        return text("exchange", f"sippn.{self.key}", lang, {"words": f"\u201c{self.words}\u201d"})


@frozen(kw_only=True)
class Draft:
    """A definition as far as a page tells it; ``remarks`` stand in the order of the lines.

    ``data`` is a definition as a file holds it, of stage ``draft`` and confidence ``secondary``.
    """

    data: Mapping[str, Any] = field(hash=False)
    remarks: tuple[Remark, ...] = ()

    @property
    def definition(self) -> Definition:
        """The draft as an object."""
        from pst_standards.definitions import loads

        return loads(self.data)

    @property
    def whole(self) -> bool:
        """Whether all words of the standard are in the draft."""
        return all(remark.fate is not Fate.LOST for remark in self.remarks)

    def yaml(self, lang: str = "id") -> str:
        """Write the draft as a definition file, with a comment on top in ``lang``."""
        from pst_standards.definitions.writing import dump_yaml

        said = text("exchange", "sippn.opening", lang).splitlines()
        return "".join(f"# {line}\n" for line in said) + dump_yaml(dict(self.data))
