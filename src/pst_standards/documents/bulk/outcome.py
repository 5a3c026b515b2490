"""What became of one office in a bulk build."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from pst_standards.findings import Finding


class State(StrEnum):
    """How an office ended."""

    BUILT = "built"
    CURRENT = "current"
    """Nothing changed since it was built."""
    UNREAD = "unread"
    """Its definition cannot be read: ``findings`` say where."""
    UNSOUND = "unsound"
    """Its definition was read and is of a wrong shape: ``findings`` say where."""
    UNLAWFUL = "unlawful"
    """``final`` was asked for and a rule found an error."""
    REFUSED = "refused"
    """A document cannot be made, or a file not be written: ``reason`` or ``findings`` say why."""
    BROKEN = "broken"
    """This program failed; ``reason`` names what was raised."""
    LOST = "lost"
    """The process that built it ended: it was killed, or there was no memory."""


@frozen(kw_only=True)
class Outcome:
    """How one office ended, by the name of its folder of documents.

    ``documents`` counts the files made and ``drafts`` those of them that say DRAF, ``removed`` the
    files of earlier builds that went, and ``kept`` what stays of an earlier definition as it was
    final or changed since. ``set_aside`` counts changed files that got another name as a new one
    took their place. ``stale`` has the options that would make again what stays of one as it
    was not asked for. ``pictures`` are the files of pictures that could not be printed, also of an
    office that is up to date.
    ``reason`` says why an office failed, or of one that was built what is wrong in its figures.
    """

    name: str
    state: State
    documents: int = 0
    drafts: int = 0
    removed: int = 0
    kept: int = 0
    set_aside: int = 0
    stale: str = ""
    pictures: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    reason: str = ""

    @property
    def failed(self) -> bool:
        """Whether its documents are not what its definition says now.

        >>> Outcome(name="3322", state=State.CURRENT).failed
        False
        """
        return self.state not in {State.BUILT, State.CURRENT}
