"""PGD, WBS and PRV rules about what one complaint holds: its parts, its class, its texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.logged import Logged, class_of, is_stated
from pst_standards.complaints.references import paper
from pst_standards.complaints.states import (
    ArchiveReason,
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Step,
)
from pst_standards.findings import Pointer
from pst_standards.rules.cases import CaseCheck
from pst_standards.rules.context import Hit
from pst_standards.rules.detectors.persons import holds_national_id, names_person

_CLASSES: Final = {one.value for one in ComplaintClass}
_OF_THE_FILE: Final = ("text", "loss", "request")
_OF_AN_EVENT: Final = (
    *("text", "loss", "request", "ground", "reason", "explanation"),
    *("reasons", "refused", "declined"),
)
_ASSIGNS: Final = (Step.DECLARE_COMPLETE, Step.BEGIN_FOLLOW_UP, Step.BEGIN_EXAMINATION)


def _texts(log: Logged) -> Iterator[tuple[Pointer, str]]:
    """Yield every free text of a complaint with its place."""
    for key in _OF_THE_FILE:
        yield (key,), getattr(log.record, key) or ""
    for one in log.seen():
        for key in _OF_AN_EVENT:
            yield ("events", one.place, "data", key), getattr(one.data, key) or ""


def _for_whistleblowing(log: Logged) -> bool:
    by_channel = log.record.channel == ComplaintChannelKind.WBS.value
    return by_channel or log.first(Step.REFER) is not None


def _incomplete(log: Logged) -> Iterator[Hit]:
    complete, named = log.first(Step.DECLARE_COMPLETE), class_of(log)
    if complete is None or named is None or not named.is_complaint:
        return
    signed = log.record.oral or is_stated(log, "signed")
    there = {
        "b": is_stated(log, "text") and is_stated(log, "loss"),
        "c": is_stated(log, "request"),
        "d": is_stated(log, "place") and signed,
    }
    letters = tuple(letter for letter, stated in there.items() if not stated)
    if letters:
        yield Hit(("events", complete.place), {"letters": letters}, "declared")


def _no_name(log: Logged) -> Iterator[Hit]:
    if log.unnamed and log.record.identity != IdentityMode.ANONYMOUS.value:
        yield Hit(("reporter", "name"), variant="typed")


def _turned_away(log: Logged) -> Iterator[Hit]:
    if log.record.identity != IdentityMode.ANONYMOUS.value or not _for_whistleblowing(log):
        return
    shown = log.record.attachments or log.first(Step.TAKE_EVIDENCE)
    for one in log.seen(Step.ARCHIVE):
        if shown and one.data.reason in {ArchiveReason.UNCLEAR.value, ArchiveReason.SPAM.value}:
            yield Hit(("events", one.place))


def _no_class(log: Logged) -> Iterator[Hit]:
    classified = list(log.seen(Step.CLASSIFY))
    for one in classified:
        if one.data.complaint_class not in _CLASSES:
            yield Hit(("events", one.place), variant="unknown")
    assigned = log.first(*_ASSIGNS)
    if assigned is not None and not classified:
        yield Hit(("events", assigned.place), variant="missing")


def _duplicate_unlinked(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.ARCHIVE):
        linked = (one.data.of or "").strip()
        if one.data.reason == ArchiveReason.DUPLICATE.value and not linked:
            yield Hit(("events", one.place))


def _given_up_for_a_court(log: Logged) -> Iterator[Hit]:
    for one in log.seen(Step.ARCHIVE):
        if one.data.reason != ArchiveReason.IN_COURT.value:
            continue
        if any(True for _ in log.before(one, Step.DECIDE)):
            yield Hit(("events", one.place))
        elif any(True for _ in log.before(one, Step.OPEN_TRACK)):
            yield Hit(("events", one.place), variant="dropped")


def _person_named(log: Logged) -> Iterator[Hit]:
    if _for_whistleblowing(log):
        for pointer, words in _texts(log):
            if words and names_person(words):
                yield Hit(pointer, variant="record")


def _report_given_out(log: Logged) -> Iterator[Hit]:
    reports = {paper(one.data.report or "") for one in log.seen(Step.DECIDE)} - {""}
    for one in log.seen(Step.DELIVER, Step.HAND_OVER):
        given = {"copy": (one.data.copy or "",), "documents": one.data.documents}
        for key, names in given.items():
            if reports & set(map(paper, names)):
                yield Hit(("events", one.place, "data", key))


def _national_id(log: Logged) -> Iterator[Hit]:
    for pointer, words in _texts(log):
        if words and holds_national_id(words):
            yield Hit(pointer, variant="record")


CHECKS: Final = (
    CaseCheck(id="PGD-025", find=_incomplete),
    CaseCheck(id="PGD-029", find=_no_name),
    CaseCheck(id="PGD-030", find=_turned_away),
    CaseCheck(id="PGD-031", find=_no_class),
    CaseCheck(id="PGD-033", find=_duplicate_unlinked),
    CaseCheck(id="PGD-058", find=_given_up_for_a_court),
    CaseCheck(id="WBS-001", find=_person_named),
    CaseCheck(id="WBS-002", find=_report_given_out),
    CaseCheck(id="PRV-003", find=_national_id),
)
