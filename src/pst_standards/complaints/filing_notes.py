"""What a desk is told when a complaint comes in, though nothing keeps it from being taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from pst_standards.complaints.ids import is_number
from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.masking import masked
from pst_standards.complaints.states import IdentityMode
from pst_standards.messages import text
from pst_standards.model.complaint_case import ComplaintRecord

_WORDS: Final = (
    *("text", "loss", "request", "place", "damages_cause", "secrecy_ground", "mandate"),
    "service",
)
"""Fields that the register keeps as they were written."""
_NUMBERS: Final = ("number", "previous")
_OF_ANY_OFFICE: Final = frozenset({"bps", "pst", "pgd"})
_JOINTS: Final = (re.compile(r"[\W_]+"), re.compile(r"[\W\d_]+"))


@frozen
class FilingNote:
    """Something to look at: ``key`` says what, ``fields`` where, and never a value.

    >>> FilingNote("mandate").message("en")
    'The complaint comes through a proxy, but mandate does not say by what. Ask for the mandate.'
    """

    key: str
    fields: tuple[str, ...] = ()

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what to look at."""
        return text("complaints", f"note.{self.key}", lang, {"fields": ", ".join(self.fields)})


def notes_on(
    record: ComplaintRecord, identity: Identity | None, mode: IdentityMode, *, dropped: bool
) -> Iterator[FilingNote]:
    """Yield what to look at in a complaint that was read.

    ``dropped`` says that contacts stood beside a name that says that there is none.
    """
    if dropped:
        yield FilingNote("contact-dropped")
    named = tuple(name for name in _WORDS if _names(getattr(record, name), identity))
    if any(_in_an_id(one, identity) for one in record.attachments):
        named = (*named, "attachments")
    if named:
        yield FilingNote("named-in-text", named)
    if mode is IdentityMode.SECRET and not (record.secrecy_ground or "").strip():
        yield FilingNote("secret-ground")
    if record.proxy and not (record.mandate or "").strip():
        yield FilingNote("mandate")
    if record.accused and not _levelled(record):
        yield FilingNote("accused-level")


def _levelled(record: ComplaintRecord) -> bool:
    """Tell whether the level of the accused is stated, at filing or later."""
    later = (one.data.accused_level for one in record.events if one.data is not None)
    return any(level is not None for level in (record.accused_level, *later))


def named_numbers(record: ComplaintRecord, identity: Identity | None) -> Iterator[str]:
    """Yield the numbers of a complaint that tell whoever complains: these stand in every list."""
    for field in _NUMBERS:
        written = getattr(record, field) or ""
        # What is no number at all is refused for that.
        if is_number(written) and _in_an_id(written, identity):
            yield field


def _in_an_id(written: str, identity: Identity | None) -> bool:
    """Tell whether one word, such as an id or the name of a file, has somebody in it."""
    return any(
        _names(" ".join(one for one in joints.split(written) if _own(one)), identity)
        for joints in _JOINTS
    )


def _own(word: str) -> bool:
    return word.casefold() not in _OF_ANY_OFFICE


def _names(words: str | None, identity: Identity | None) -> bool:
    """Tell whether something of whoever complains stands in words, without opening anything."""
    if not words or identity is None:
        return False
    return masked(words, known=identity) != masked(words)
