"""Parts of what events tell: a notice, a handler, an action, an award."""

from __future__ import annotations

import datetime as dt

from attrs import evolve, frozen

from pst_standards.complaints.states import NoticeMeans


@frozen(kw_only=True)
class Notice:
    """That the complainant was told, and how; ``reason`` is why somebody could not be."""

    means: NoticeMeans
    reason: str = ""


def withheld(words: str) -> str:
    """Return what stands where words are given out no more: that there were some.

    >>> withheld("Ruang kepala"), withheld(" ")
    ('…', '')
    """
    return "…" if words.strip() else ""


def wordless(notice: Notice | None) -> Notice | None:
    """Return a notice without its reason, which may tell of the matter; ``None`` where none is.

    >>> wordless(Notice(means=NoticeMeans.UNREACHABLE, reason="Pindah")).reason
    '…'
    """
    return None if notice is None else evolve(notice, reason=withheld(notice.reason))


@frozen(kw_only=True)
class Handler:
    """Who works on a case: an officer by id, those above that officer, and where they sit."""

    officer: str
    superiors: tuple[str, ...] = ()
    pst_desk: bool = False
    conflict: str = ""


@frozen(kw_only=True)
class Action:
    """One thing that a decision has the office do."""

    id: str
    text: str


@frozen(kw_only=True)
class Award:
    """What a decision says of damages; an amount of nought needs its reason."""

    amount: int | None = None
    pay_by: dt.date | None = None
    reason: str = ""
