"""Ids and numbers in events: none of them has room for a name, so that lists and logs tell none.

An officer, a request, an action and a service are told by a short id; a complaint, a referral and a
case on another road by a number. What is only read from a register is not looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pst_standards.complaints.errors import EventError
from pst_standards.complaints.officers import LONGEST_ID, is_officer_id
from pst_standards.complaints.parts import Action, Handler
from pst_standards.complaints.payloads import (
    Archived,
    CarriedOut,
    ConflictReported,
    Decided,
    DeclaredComplete,
    Filed,
    HandedOver,
    HeardSeparately,
    Payload,
    ReceiptIssued,
    Recorded,
    Referred,
    Requested,
    TrackOpened,
)
from pst_standards.complaints.secrecy.masking import is_nik

_NUMBER: Final = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9._/-]*", re.ASCII)
# A court has its seat in its numbers: 12/G/2026/PTUN Smg, 45/Pdt.G/2026/PN Jkt.Sel.
_SEAT: Final = re.compile(r"(?:\.[A-Za-z]{1,4}| [A-Za-z]{2,4}){0,3}", re.ASCII)
_RUN: Final = re.compile(r"\d+", re.ASCII)
# A number of a year in the middle is that of an agenda: 0812-2026-0001.
_MOBILE: Final = re.compile(
    r"(?<!\d)(?:62|0)8[1-9]\d{1,2}[-.]?(?!(?:19|20)\d\d[-.])\d{3,4}[-.]?\d{3,5}(?!\d)", re.ASCII
)
_OFFICERS: Final[dict[type[Payload], tuple[str, ...]]] = {
    ReceiptIssued: ("officer",),
    ConflictReported: ("officer",),
    Filed: ("accused",),
    DeclaredComplete: ("accused",),
}
_NUMBERS: Final[dict[type[Payload], tuple[str, ...]]] = {
    Filed: ("number", "previous"),
    Archived: ("of",),
    Referred: ("referral",),
}
_IDS: Final[dict[type[Payload], tuple[str, ...]]] = {
    Filed: ("service",),
    Requested: ("id",),
    HeardSeparately: ("request",),
    HandedOver: ("request",),
    CarriedOut: ("action",),
}


def is_number(written: str) -> bool:
    """Tell whether something can be the number of a complaint: one word with a digit.

    What has a NIK or the number of a mobile telephone in it is none, whatever stands around it.

    >>> is_number("PGD-2026-7K3M9Q2T"), is_number("L-1400/102026/17"), is_number("Siti Contoh")
    (True, True, False)
    """
    shaped = len(written) <= LONGEST_ID and _NUMBER.fullmatch(written) is not None
    return shaped and not _tells_somebody(written)


def _tells_somebody(written: str) -> bool:
    return any(map(is_nik, _RUN.findall(written))) or _MOBILE.search(written) is not None


def is_number_elsewhere(written: str) -> bool:
    """Tell whether something can be a number of another institution, such as a court.

    >>> is_number_elsewhere("45/Pdt.G/2026/PN Jkt.Sel"), is_number_elsewhere("45 Siti")
    (True, False)
    """
    first, blank, seat = written.partition(" ")
    if not is_number(first) or len(written) > LONGEST_ID:
        return False
    return not blank or ("/" in first and _SEAT.fullmatch(blank + seat) is not None)


def misformed(told: Payload, place: str) -> Iterator[EventError]:
    """Yield every id or number of an event that is none, by the field it stands in.

    >>> [one.params["field"] for one in misformed(Requested(id="Siti Contoh", kind=None), "data")]
    ['data.id']
    """
    for field, officer in _officers(told):
        if officer.strip() and (not is_officer_id(officer) or is_nik(officer.strip())):
            yield EventError("officer.form", field=_below(place, field), most=LONGEST_ID)
    for field, written in _ids(told):
        if written.strip() and (not is_officer_id(written) or is_nik(written.strip())):
            yield EventError("id.form", field=_below(place, field), most=LONGEST_ID)
    for field in _NUMBERS.get(type(told), ()):
        written = getattr(told, field)
        if written.strip() and not is_number(written):
            yield EventError("number.form", field=_below(place, field), most=LONGEST_ID)
    if isinstance(told, TrackOpened):
        yield from _of_the_road(told, place)


def _of_the_road(told: TrackOpened, place: str) -> Iterator[EventError]:
    if told.reference.strip() and not is_number_elsewhere(told.reference):
        yield EventError("reference.form", field=_below(place, "reference"), most=LONGEST_ID)


def _below(place: str, field: str) -> str:
    return f"{place}.{field}" if place else field


def _officers(told: Payload) -> Iterator[tuple[str, str]]:
    """Yield the ids of officers that an event tells, each with its place."""
    for name in _OFFICERS.get(type(told), ()):
        yield from _each(name, getattr(told, name))
    for name in ("handler", "examiner"):
        handler = getattr(told, name, None)
        if isinstance(handler, Handler):
            yield f"{name}.officer", handler.officer
            yield from _each(f"{name}.superiors", handler.superiors)
    if isinstance(told, Recorded):
        yield "recorded_by", told.recorded_by


def _ids(told: Payload) -> Iterator[tuple[str, str]]:
    for name in _IDS.get(type(told), ()):
        yield name, getattr(told, name)
    actions: tuple[Action, ...] = told.actions if isinstance(told, Decided) else ()
    for number, one in enumerate(actions):
        yield f"actions.{number}.id", one.id


def _each(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
        return
    for number, one in enumerate(value):
        yield f"{name}.{number}", one
