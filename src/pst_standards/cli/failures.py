"""Wording what was raised: by a room that says why, or by a fault of this program."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Exit
from pst_standards.cli.speech import Say, speaker

if TYPE_CHECKING:
    from pst_standards.complaints.errors import ComplaintError

_REASONS: Final = {
    errno.ENOENT: "missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOTDIR: "not-a-folder",
    errno.EISDIR: "folder",
    errno.ENOSPC: "full",
    errno.ELOOP: "loop",
}
_REFUSED: Final = frozenset(
    {
        "secrecy.wrong-code",
        "secrecy.too-many-attempts",
        "by.excluded",
        "identity.excluded",
        "identity.none",
        "identity.sealed",
        "register.moved-on",
    }
)
"""Keys of what was asked rightly and is refused all the same."""


def told(error: Exception, lang: str) -> tuple[str, Exit]:
    """Return what to say about an error, and the code to end with."""
    from pst_standards.calendar.errors import CalendarError
    from pst_standards.compensation.errors import CompensationError
    from pst_standards.complaints.errors import ComplaintError
    from pst_standards.definitions.errors import DefinitionError, OutputError
    from pst_standards.documents.errors import DocumentError
    from pst_standards.exchange.evidence.errors import EvidenceError
    from pst_standards.rules.errors import RulesError
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.statistics.errors import StatisticsError
    from pst_standards.tariffs.errors import TariffError

    if isinstance(error, DefinitionError | OutputError):
        from pst_standards.cli.reports import lines_of

        return "\n".join(lines_of(error.findings, lang)), Exit.UNUSABLE
    of_rooms = CalendarError | CompensationError | TariffError | SurveyError | StatisticsError
    if isinstance(error, DocumentError | RulesError | EvidenceError | of_rooms):
        return error.message(lang), Exit.UNUSABLE
    if isinstance(error, ComplaintError):
        return error.message(lang), _of_a_complaint(error)
    if isinstance(error, OSError):
        say = speaker(lang)
        return say("failure.system", file=error.filename or "-", reason=_reason(error, say)), (
            Exit.UNUSABLE
        )
    return speaker(lang)("failure.unexpected", kind=type(error).__name__), Exit.FAULT


def _reason(error: OSError, say: Say) -> str:
    """Return why the system refused, in the language spoken where that is often the reason."""
    known = _REASONS.get(error.errno or 0)
    return say(f"failure.reason.{known}") if known else error.strerror or type(error).__name__


def _of_a_complaint(error: ComplaintError) -> Exit:
    """Return how a refusal ends: what was understood and may not be, or what is no use."""
    from pst_standards.complaints.errors import TransitionError

    refused = isinstance(error, TransitionError) or error.key in _REFUSED
    return Exit.FINDINGS if refused else Exit.UNUSABLE
