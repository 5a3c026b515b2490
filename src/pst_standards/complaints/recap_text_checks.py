"""LAP-001, 007, 009 and WBS-006 on a recap: its chapters, its words, its shares on time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pst_standards.complaints.states import ComplaintChannelKind
from pst_standards.findings import Pointer
from pst_standards.model.base import Text
from pst_standards.model.complaint_recap import ComplaintRecap
from pst_standards.rules.context import Hit
from pst_standards.rules.detectors.persons import (
    holds_national_id,
    holds_ticket_code,
    mobile_numbers,
    names_person,
    private_mails,
)

_NUMBER: Final = re.compile(r"\bPGD-\d{4}-[0-9A-HJKMNP-TV-Z]{8}\b")
"""The number that a register gives a complaint."""


def is_about_whistleblowing(record: ComplaintRecap) -> bool:
    """Tell whether all that a recap counts came through the whistleblowing system.

    >>> from pst_standards.model.complaint_recap import RecapCount
    >>> is_about_whistleblowing(ComplaintRecap(counts=(RecapCount(channel="wbs"),)))
    True
    """
    channels = {one.channel for one in record.counts if one.channel}
    return channels == {ComplaintChannelKind.WBS.value}


def chapters_left_out(record: ComplaintRecap) -> Iterator[Hit]:
    """Yield the chapters that a published recap has no words for.

    Of a period without complaints there is nothing to follow up, and what stands in the way of
    nothing need not be told.
    """
    if not record.published or _is_nil(record):
        return
    told = {
        1: bool(record.counts or record.months),
        2: any(map(_says, record.follow_up)),
        3: any(_says(one.obstacle) and _says(one.solution) for one in record.obstacles),
        4: any(map(_says, record.evaluation)),
    }
    missing = tuple(number for number, there in told.items() if not there)
    if missing:
        yield Hit((), {"numbers": missing, "count": len(missing)}, "recap")


def _is_nil(record: ComplaintRecap) -> bool:
    received = [one.received for one in record.months]
    nil = all(one.nil or one.received == 0 for one in record.months)
    counted = [one.total for one in record.counts]
    if record.total is not None:
        return record.total == 0
    return bool(received) and nil and not any(counted)


def _says(words: Text | None) -> bool:
    return words is not None and any((words.get(lang) or "").strip() for lang in ("id", "en"))


def somebody_told(record: ComplaintRecap) -> Iterator[Hit]:
    """Yield what may give somebody away in the words of a recap."""
    for pointer, words in _texts(record):
        told = {
            "recap_name": names_person(words) or holds_national_id(words),
            "recap_contact": bool(mobile_numbers(words) or private_mails(words)),
            "recap_code": holds_ticket_code(words) or _NUMBER.search(words) is not None,
        }
        for variant, there in told.items():
            if there:
                yield Hit(pointer, variant=variant)


def _texts(record: ComplaintRecap) -> Iterator[tuple[Pointer, str]]:
    for key in ("follow_up", "evaluation"):
        for place, text in enumerate(getattr(record, key)):
            yield (key, place), _words(text)
    for place, one in enumerate(record.obstacles):
        yield ("obstacles", place, "obstacle"), _words(one.obstacle)
        yield ("obstacles", place, "solution"), _words(one.solution)
    for key in ("states", "outcomes"):
        for place, part in enumerate(getattr(record, key)):
            yield (key, place, "name"), part.name or ""
    for place, count in enumerate(record.counts):
        yield ("counts", place, "channel"), count.channel or ""
    yield ("source",), record.source or ""


def _words(text: Text | None) -> str:
    return " ".join(filter(None, (text.id, text.en))) if text else ""


def shares_of_unknown_days(record: ComplaintRecap) -> Iterator[Hit]:
    """Yield shares on time that do not say by which limits or in which days they are counted."""
    for place, one in enumerate(record.timeliness):
        keys = tuple(key for key in ("profile", "days") if not getattr(one, key))
        if one.judged and one.on_time is not None and keys:
            yield Hit(("timeliness", place), {"keys": keys}, "recap")
