"""What documents rest on beside a definition: events, complaints and answers, in memory."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from pst_standards.compensation.entitlements import Entitlement
from pst_standards.documents.compose.register import RegisterEntry

if TYPE_CHECKING:
    from pst_standards.complaints.recap import Recap
    from pst_standards.model.complaint_recap import ComplaintRecap
    from pst_standards.surveys.reporting import SurveyResult


def _entries(events: Iterable[Entitlement | RegisterEntry]) -> tuple[RegisterEntry, ...]:
    return tuple(
        one if isinstance(one, RegisterEntry) else RegisterEntry(answer=one) for one in events
    )


@frozen(kw_only=True)
class Inputs:
    """What ``build`` and ``render`` are given beside a definition; each part may be left out.

    ``events`` are the answers to events of a service (``entitlement``), or entries of the register
    of compensations: they fill the register, and each that owes something has a letter. ``survey``
    gives publication sheet and report. ``complaints`` gives the published report on complaint
    handling, ``words`` what no register knows of it. Nothing is read from the file system.

    >>> Inputs().events
    ()
    """

    events: tuple[RegisterEntry, ...] = field(default=(), converter=_entries)
    survey: SurveyResult | None = None
    complaints: Recap | None = None
    words: ComplaintRecap | None = None

    def has(self, name: str) -> bool:
        """Tell whether the input of this name is given; names are those of the options.

        >>> Inputs().has("register")
        False
        """
        given = {"events": self.events, "answers": self.survey, "register": self.complaints}
        return bool(given.get(name))


NO_INPUTS: Final = Inputs()
"""A definition alone."""
