"""How long a desk keeps who complained: until the retention is over, and never without a case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from pst_standards.complaints.after_the_end import still_owed
from pst_standards.complaints.case import Case
from pst_standards.complaints.cases import replay
from pst_standards.complaints.desk_references import references_in
from pst_standards.complaints.events import Event
from pst_standards.complaints.registers.protocol import Register
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.references import IdentityRef
from pst_standards.complaints.secrecy.retention import EndedCase
from pst_standards.complaints.secrecy.vaults import Vault
from pst_standards.complaints.states import TrackStage

SAFE_AGE: Final = dt.timedelta(days=1)
"""How old an identity must be at least before it can be called an orphan."""


def ended(logs: Iterable[tuple[str, tuple[Event, ...]]]) -> Iterator[EndedCase]:
    """Yield every reference in the logs with the end of its case, as retention asks for it."""
    for _, log in logs:
        case = replay(log)
        over = case.log[-1].at if case.state.is_terminal else None
        for ref in references_in(log):
            yield EndedCase(ref=ref, ended_at=over, held=_is_held(case))


def _is_held(case: Case) -> bool:
    stages = {one.track: one.stage for one in case.tracks}
    owed = case.damages_open or bool(still_owed(case))
    return owed or any(one is not TrackStage.ENDED for one in stages.values())


def orphans(
    vault: Vault, registers: Iterable[Register], *, at: dt.datetime, older_than: dt.timedelta
) -> tuple[IdentityRef, ...]:
    """Return the references of a vault that no case in any of the registers knows.

    An identity is sealed before its case is written, so those younger than ``older_than`` are left
    out. Raises ``SecrecyError`` (``secrecy.orphan-age``) for less than a day.
    """
    if older_than < SAFE_AGE:
        raise SecrecyError("secrecy.orphan-age")
    # The vault first: what is written from now on is too young to be meant.
    old = {ref for ref, since in vault.kept().items() if since + older_than <= at}
    known = {ref for one in registers for _, log in one.logs() for ref in references_in(log)}
    return tuple(sorted(old - known))
