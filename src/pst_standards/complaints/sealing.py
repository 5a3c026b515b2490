"""What is left of a log once its report went to the whistleblowing system.

The register only ever adds, so what was written before stays on its disk and in its chain of
hashes. But a desk gives none of it out any more: a case is replayed without the report, and its
events and the record made of them are those of ``without_report``. Who can read the file or the
database itself still finds the words there; let nobody else do so, or have such reports made where
they belong from the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final, TypeGuard

import attrs
from attrs import evolve

from pst_standards.complaints.after_the_end import OUTLASTING
from pst_standards.complaints.events import Event
from pst_standards.complaints.parts import Handler, withheld, wordless
from pst_standards.complaints.payloads import (
    ConflictReported,
    HandedOver,
    Payload,
    ReceiptIssued,
    Referred,
    Requested,
)
from pst_standards.complaints.states import Step

_OF_THE_REPORT: Final = frozenset(
    {
        *("text", "loss", "request", "place", "service", "served_on", "attachments", "needs"),
        *("accused", "accused_level", "secrecy_ground", "mandate", "proxy", "damages_claimed"),
        *("damages_cause", "ground", "record", "evidence", "explanation", "declined"),
        *("documents", "reason", "previous", "id", "reference", "report"),
    }
)


def without_report(log: Sequence[Event]) -> tuple[Event, ...]:
    """Return a log as it is; of a case that was referred without the report and who it is about.

    Which steps were taken, when and by whom stays, as does the reference of the vault, which opens
    nothing then.

    >>> told = {"number": "K-7", "channel": "letter", "text": "Antrean", "accused": ["A7"]}
    >>> at = "2026-03-10T09:00:00+07:00"
    >>> refer = {"referral": "W-1", "ground": "own_superior"}
    >>> log = [
    ...     Event.from_dict({"step": "file", "at": at, "by": "reporter", "data": told}),
    ...     Event.from_dict({"step": "refer", "at": at, "by": "A1", "data": refer}),
    ... ]
    >>> [one.data.text for one in without_report(log[:1])], without_report(log)[0].data.accused
    (['Antrean'], ())
    """
    if all(one.step is not Step.REFER for one in log):
        return tuple(log)
    kept = {one.data.id for one in log if _outlasts(one.data)}
    return tuple(evolve(one, data=_emptied(one.data, kept)) for one in log)


def _outlasts(told: Payload) -> TypeGuard[Requested]:
    return isinstance(told, Requested) and told.kind in OUTLASTING


def _emptied(told: Payload, kept: AbstractSet[str]) -> Payload:
    told = evolve(told, notice=wordless(told.notice))
    if isinstance(told, Referred):
        # Whose superior it is about is of the report too.
        return evolve(told, ground=None)
    if isinstance(told, ReceiptIssued):
        return evolve(told, place=withheld(told.place))
    if isinstance(told, ConflictReported):
        return evolve(told, officer="")
    fields = {one.name: one for one in attrs.fields(type(told))}
    gone = {name: _blank(fields[name].default) for name in _OF_THE_REPORT & fields.keys()}
    if _outlasts(told):
        gone.pop("id")
    if isinstance(told, HandedOver) and told.request in kept:
        gone.pop("request")
    handler = getattr(told, "handler", None)
    if isinstance(handler, Handler):
        gone["handler"] = evolve(handler, superiors=(), conflict="")
    open_one: Any = told
    left: Payload = evolve(open_one, **gone)
    return left


def _blank(default: Any) -> Any:
    return "" if default is attrs.NOTHING else default
