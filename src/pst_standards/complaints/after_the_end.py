"""What a complainant may ask for, and the office still owes, when the complaint itself is over.

The right to the own data (UU 27/2022), to public information (UU 14/2008) and to protection
(UU 31/2014) do not come from the complaint, so no end of it ends them.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from pst_standards.complaints.asking import Answer, Ask, Refusal
from pst_standards.complaints.case import Case, Request
from pst_standards.complaints.states import RequestKind

OUTLASTING: Final = frozenset(
    {RequestKind.OWN_DATA, RequestKind.INFORMATION, RequestKind.PROTECTION}
)
"""What may be asked for and is owed whatever became of the complaint."""


def request_in_time(ask: Ask) -> Answer:
    """Refuse to ask for what only serves a complaint once that is over."""
    late = ask.case.state.is_terminal and ask.data.kind not in OUTLASTING
    return Refusal("request.ended") if late else None


def still_owed(case: Case) -> tuple[Request, ...]:
    """Return what was asked for, is not answered, and stays owed when the case is over."""
    return tuple(one for one in case.requests if one.kind in OUTLASTING and not one.answered)


def without_grounds(requests: tuple[Request, ...]) -> tuple[Request, ...]:
    """Return what outlasts a referral of what was asked for, without anybody's words.

    >>> asked = Request(id="r1", kind=RequestKind.OWN_DATA, ground="Alamat saya salah")
    >>> [one.ground for one in without_grounds((asked,))]
    ['']
    """
    return tuple(evolve(one, ground="") for one in requests if one.kind in OUTLASTING)
