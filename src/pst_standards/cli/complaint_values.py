"""What a step tells, as it is typed: ``--set handler.officer=A2``, or a file with the same keys."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.speech import speaker

if TYPE_CHECKING:
    from pst_standards.calendar import Zone
    from pst_standards.complaints.states import Step

_YES: Final = frozenset({"true", "yes", "ya"})
_NO: Final = frozenset({"false", "no", "tidak"})
_LISTED: Final = ","
_WHO: Final = "reporter"


def typed_values(step: Step, pairs: list[str]) -> dict[str, Any]:
    """Return what ``key=value`` pairs tell of a step, each value of the type of its field.

    A dot leads into a part, a comma parts the items of a list. Raises ``Refusal`` for a pair that
    is none and for the reporter, whose name belongs on no command line.

    >>> from pst_standards.complaints.states import Step
    >>> typed_values(Step.REVIEW, ["handler.officer=A2", "handler.superiors=B1,B2"])
    {'handler': {'officer': 'A2', 'superiors': ['B1', 'B2']}}
    """
    from pst_standards.complaints.payloads import PAYLOADS

    told: dict[str, Any] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        names = key.strip().split(".")
        if names[0] == _WHO:
            raise Refusal("complaint-set-reporter")
        if not equals or not all(names):
            raise Refusal("complaint-set", key=key.strip()[:40])
        _put(told, names, _typed(_hint(PAYLOADS[step], names), value.strip()))
    return told


def _put(told: dict[str, Any], names: list[str], value: Any) -> None:
    *outer, last = names
    for name in outer:
        inner = told.setdefault(name, {})
        if not isinstance(inner, dict):
            raise Refusal("complaint-set", key=".".join(names)[:40])
        told = inner
    told[last] = value


def _hint(kind: Any, names: list[str]) -> Any:
    """Return the type of a field, ``str`` where there is no such field: decoding tells of that."""
    for name in names:
        hints = get_type_hints(kind) if isinstance(kind, type) else {}
        kind = _bare(hints.get(name, str))
    return kind


def _bare(hint: Any) -> Any:
    if get_origin(hint) is UnionType:
        return next(one for one in get_args(hint) if one is not NoneType)
    return hint


def _typed(kind: Any, value: str) -> Any:
    if get_origin(kind) is tuple:
        return [part.strip() for part in value.split(_LISTED) if part.strip()]
    if kind is bool:
        word = value.lower()
        return True if word in _YES else False if word in _NO else value
    if kind is int and value.removeprefix("-").isdecimal() and len(value) < _LONGEST_NUMBER:
        return int(value)
    return value


_LONGEST_NUMBER: Final = 19


def file_values(name: str) -> dict[str, Any]:
    """Return what a file tells of a step.

    Raises ``DefinitionError`` that says nothing about a reporter in it.
    """
    from pst_standards.complaints.filing import read_details

    return read_details(Path(name), shown(name))


def file_faults(name: str, lang: str, zone: Zone | None = None) -> list[str]:
    """Return a line for all that keeps a complaint from being taken in, with its place.

    Whoever complains is sealed and forgotten again; of them it is told which key is wrong, and no
    value. Raises ``DefinitionError`` for a file that cannot be read at all.
    """
    from pst_standards.cli.reports import lines_of
    from pst_standards.complaints.errors import ComplaintError
    from pst_standards.complaints.filing import SealingHand, grave_of, zoned
    from pst_standards.complaints.records import faults_of
    from pst_standards.definitions.records import read_record
    from pst_standards.model.complaint_case import ComplaintRecord

    hand = SealingHand()
    record = read_record(name, ComplaintRecord, take=hand, amend=zoned(zone))
    lines = list(lines_of(grave_of(record.findings), lang))
    told = {one.pointer for one in record.findings}
    for error in faults_of(record.value):
        field = str(error.params["field"]).split(".")
        pointer = tuple(int(part) if part.isdecimal() else part for part in field)
        if pointer not in told:
            lines.append(f"{record.origin.locate(pointer)}  {error.message(lang)}")
    wrong: list[ComplaintError] = [*hand.faults()]
    if hand.named and record.value.identity == "anonymous":
        wrong.append(ComplaintError("filing.anonymous-named"))
    place = record.origin.layers[0].place
    for one in wrong:
        # The reporter is no longer in the data; only where its keys stood is still known.
        at = tuple(str(part) for part in (_WHO, one.params.get("field")) if part)
        lines.append(f"{place(at, key=True)}  {one.message(lang)}")
    if zone is None and any(one.variant == "moment" for one in record.findings):
        lines.append(speaker(lang)("complaint.zone-hint"))
    return lines


def placed_at(at: dt.datetime | None, zone: Any) -> dt.datetime | None:
    """Return a moment on the clock of the office where its offset was not typed."""
    if at is None or at.tzinfo is not None or zone is None:
        return at
    return at.replace(tzinfo=zone.tzinfo)
