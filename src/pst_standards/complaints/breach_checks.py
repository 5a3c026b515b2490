"""PRV-008: a failure to protect personal data is told in 3 x 24 hours, with what the act asks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from pst_standards.complaints.lengths import LENGTHS, Clock
from pst_standards.definitions.records import read_record
from pst_standards.findings import Report
from pst_standards.model.data_breach import BreachRecipient, DataBreach
from pst_standards.rules.cases import CaseCheck, judge
from pst_standards.rules.context import Hit
from pst_standards.rules.rulebook import Rulebook

ABOUT: Final = "data-breach"
"""How the rows of the catalogue name a breach."""
_PARTS: Final = {"a": "data", "b": "how", "c": "handling"}


@frozen(kw_only=True)
class Breach:
    """A breach and the day on which it is looked at."""

    record: DataBreach
    on: dt.date


def _told_late(breach: Breach) -> Iterator[Hit]:
    known = breach.record.known_at
    if known is None or known.utcoffset() is None:
        return
    due = known + dt.timedelta(hours=LENGTHS[Clock.BREACH].number)
    said = {"due": due.strftime("%Y-%m-%d %H:%M")}
    for recipient in BreachRecipient:
        notices = [(n, one) for n, one in enumerate(breach.record.notices) if one.to is recipient]
        times = [(one.at, n) for n, one in notices if one.at and one.at.utcoffset() is not None]
        whom = {"to": recipient.id, "to_en": recipient.en}
        if times and min(times)[0] > due:
            yield Hit(("notices", min(times)[1]), {**said, **whom}, "late")
        # On the day itself the hour of the check is not known.
        if not notices and breach.on > due.date():
            yield Hit(("known_at",), {**said, **whom}, "untold")


def _notice_incomplete(breach: Breach) -> Iterator[Hit]:
    for place, notice in enumerate(breach.record.notices):
        blank = (
            letter for letter, key in _PARTS.items() if not (getattr(notice, key) or "").strip()
        )
        letters = tuple(blank)
        if letters:
            yield Hit(("notices", place), {"letters": letters}, "content")


def _all(breach: Breach) -> Iterator[Hit]:
    yield from _told_late(breach)
    yield from _notice_incomplete(breach)


CHECKS: Final = (CaseCheck(id="PRV-008", find=_all),)


def check_data_breach(
    source: str | Path | Mapping[str, Any],
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
) -> Report:
    """Check a failure to protect personal data: its shape, and the rule about it.

    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> told = {"known_at": "2026-03-02T09:00+07:00"}
    >>> found = check_data_breach(told, as_of=dt.date(2026, 3, 6))
    >>> [one.message_key for one in found.findings]
    ['PRV-008.untold', 'PRV-008.untold']
    """
    on = as_of or dt.datetime.now().astimezone().date()
    record = read_record(source, DataBreach)
    return judge(
        Breach(record=record.value, on=on),
        ABOUT,
        CHECKS,
        as_of=on,
        origin=record.origin,
        shape=record.findings,
        rules=rules,
    )
