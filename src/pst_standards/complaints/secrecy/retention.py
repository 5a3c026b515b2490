"""How long identities are kept: afterwards they are erased and the statistics stay.

UU 27/2022 Pasal 43 and 44 have data erased once it is no longer needed, by the retention schedule
of the archives. No schedule for complaints is known to this library, so each office states its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.references import IdentityRef
from pst_standards.complaints.secrecy.vaults import Vault


def _at_least_a_day(_: object, __: object, value: dt.timedelta) -> None:
    if value < dt.timedelta(days=1):
        raise SecrecyError("secrecy.retention")


def _with_zone(_: object, __: object, value: dt.datetime | None) -> None:
    if value is not None and value.utcoffset() is None:
        raise SecrecyError("secrecy.naive-time")


@frozen(kw_only=True)
class Retention:
    """How long after the end of its case an identity is kept, and the decree that says so."""

    keep: dt.timedelta = field(validator=_at_least_a_day)
    basis: str = ""


@frozen(kw_only=True)
class EndedCase:
    """What retention needs to know of a case.

    ``ended_at`` is None while it goes on. ``held`` keeps the identity whatever the schedule: a road
    outside the office is still open (Ombudsman, court), or damages are still to be paid.
    """

    ref: IdentityRef
    ended_at: dt.datetime | None = field(default=None, validator=_with_zone)
    held: bool = False


def due(
    cases: Iterable[EndedCase], retention: Retention, *, at: dt.datetime
) -> Iterator[IdentityRef]:
    """Yield whose identities are to be erased at a moment.

    An identity with several cases is due when all of them are.

    >>> ended = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
    >>> case = EndedCase(ref=IdentityRef.new(), ended_at=ended)
    >>> rule = Retention(keep=dt.timedelta(days=365))
    >>> [len(list(due([case], rule, at=ended.replace(year=year)))) for year in (2026, 2027)]
    [0, 1]
    """
    _with_zone(None, None, at)
    kept: dict[IdentityRef, bool] = {}
    for case in cases:
        over = case.ended_at is not None and case.ended_at + retention.keep <= at
        kept[case.ref] = kept.get(case.ref, False) or case.held or not over
    return (ref for ref, stays in kept.items() if not stays)


def erase_due(
    cases: Iterable[EndedCase],
    retention: Retention,
    vault: Vault,
    *,
    at: dt.datetime,
    officer: str,
    reason: str,
) -> tuple[IdentityRef, ...]:
    """Erase the identities that are due and return their references; erased ones are passed over.

    The cases stay as they are: their references then lead nowhere, and their counts stay right.
    Raises ``VaultError`` as :meth:`Vault.erase` does.
    """
    return erase_all(due(cases, retention, at=at), vault, officer=officer, reason=reason)


def erase_all(
    refs: Iterable[IdentityRef], vault: Vault, *, officer: str, reason: str
) -> tuple[IdentityRef, ...]:
    """Erase identities and return their references; those that are gone are passed over."""
    there = tuple(ref for ref in refs if vault.holds(ref))
    for ref in there:
        vault.erase(ref, officer=officer, reason=reason)
    return there
