"""What a desk is told when a complaint comes in, though nothing keeps it from being taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

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
    if named:
        yield FilingNote("named-in-text", named)
    if mode is IdentityMode.SECRET and not (record.secrecy_ground or "").strip():
        yield FilingNote("secret-ground")
    if record.proxy and not (record.mandate or "").strip():
        yield FilingNote("mandate")


def _names(words: str | None, identity: Identity | None) -> bool:
    """Tell whether something of whoever complains stands in words, without opening anything."""
    if not words or identity is None:
        return False
    return masked(words, known=identity) != masked(words)
