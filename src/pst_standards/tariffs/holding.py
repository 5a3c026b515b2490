"""Which tariff held on a day, as surely as the register knows its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from attrs import frozen

from pst_standards.findings import Confidence
from pst_standards.law import Register, default_register
from pst_standards.model.sale import SaleKind
from pst_standards.tariffs.errors import TariffError
from pst_standards.tariffs.said import Said
from pst_standards.tariffs.tariff import Tariff, tariffs

_OFF: Final = dt.timedelta(days=1)
"""How far a computed day may be off: both tariffs hold "after 30 days counted from" their
promulgation, and the text does not say whether that day is counted."""


@frozen(kw_only=True)
class Holding:
    """The tariff that holds, or why none can be named; ``between`` are those it may be.

    ``cite`` is the article that makes an older tariff count.
    """

    tariff: Tariff | None = None
    reason: Said | None = None
    between: tuple[Tariff, ...] = ()
    cite: str = ""


class _Start(NamedTuple):
    """A tariff and the days between which it came to hold."""

    tariff: Tariff
    earliest: dt.date
    latest: dt.date


def tariff_on(
    on: dt.date,
    *,
    kind: SaleKind | None = None,
    requested: dt.date | None = None,
    law: Register | None = None,
) -> Holding:
    """Return the tariff for a sale on a day, of what was requested on the same day or earlier.

    Where the day on which a tariff came to hold is not certain, as in the register, the days it
    can mean name no tariff but say between which two the doubt lies. A request made before the
    present tariff held follows its transitional article, where that was read (PP 7/2015 Pasal 10).
    Raises ``TariffError`` for a request after the sale.

    >>> str(tariff_on(dt.date(2020, 1, 2)).tariff.instrument)
    'PP 7/2015'
    >>> tariff_on(dt.date(2024, 3, 14)).reason.key
    'reason.boundary'
    """
    known = default_register() if law is None else law
    now = _held(on, known)
    if requested is None or requested == on:
        return now
    if requested > on:
        raise TariffError("requested-after", requested=requested.isoformat(), on=on.isoformat())
    return _with_transition(now, _held(requested, known), kind)


def _with_transition(now: Holding, then: Holding, kind: SaleKind | None) -> Holding:
    if now.tariff is None or then.tariff is now.tariff:
        return now
    transition = now.tariff.transition
    if transition is None:
        params = {"instrument": str(now.tariff.instrument)}
        return Holding(reason=Said("reason.transition", params), between=(now.tariff,))
    if kind is not None and kind not in transition.kinds:
        return now
    return Holding(
        tariff=then.tariff, reason=then.reason, between=then.between, cite=transition.cite
    )


def _held(on: dt.date, law: Register) -> Holding:
    starts = tuple(_starts(law))
    sure = max((place for place, one in enumerate(starts) if one.latest <= on), default=-1)
    maybe = [one.tariff for one in starts[sure + 1 :] if one.earliest <= on]
    if sure < 0 and not maybe:
        return Holding(reason=Said("reason.before", {"on": on, "since": starts[0].earliest}))
    if maybe:
        return _doubt(on, [one.tariff for one in starts[max(sure, 0) : sure + 1]], maybe)
    tariff = starts[sure].tariff
    if sure == len(starts) - 1 and law.superseded_on(tariff.instrument, on) is not False:
        params = {"on": on, "instrument": str(tariff.instrument)}
        return Holding(reason=Said("reason.ended", params), between=(tariff,))
    return Holding(tariff=tariff)


def _doubt(on: dt.date, held: list[Tariff], maybe: list[Tariff]) -> Holding:
    """Say between which tariffs a day lies."""
    between = (*held, *maybe)
    if len(between) == 1:
        params = {"on": on, "instrument": str(maybe[0].instrument)}
        return Holding(reason=Said("reason.first", params), between=between)
    params = {"on": on, "old": str(between[0].instrument), "new": str(between[-1].instrument)}
    return Holding(reason=Said("reason.boundary", params), between=between)


def _starts(law: Register) -> Iterator[_Start]:
    """Yield each tariff with the days on which it may have begun."""
    for tariff in tariffs():
        regulation = law.get(tariff.instrument)
        since = None if regulation is None else regulation.in_force_from
        if regulation is None or since is None:
            yield _Start(tariff, dt.date.min, dt.date.max)
            continue
        sure = regulation.confidence_of("in_force_from")
        if sure.is_open:
            yield _Start(tariff, dt.date.min, dt.date.max)
        elif sure is Confidence.VERIFIED:
            yield _Start(tariff, since.earliest(), since.latest())
        else:
            yield _Start(tariff, since.earliest() - _OFF, since.latest() + _OFF)
