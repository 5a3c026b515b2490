"""The due list as a person reads it, and as a program does."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from pst_standards.calendar.dates import long_date
from pst_standards.cli.speech import Say, speaker
from pst_standards.complaints.desk_due import Light

if TYPE_CHECKING:
    from pst_standards.complaints.desk_due import Due

_COLUMNS: Final = ("light", "number", "state", "clock", "strict", "left", "handler")


def due_json(found: Sequence[Due], on: dt.date | None) -> dict[str, Any]:
    """Return the due list as it stands in JSON."""
    counts = Counter(one.light for one in found)
    return {
        "on": on.isoformat() if on else None,
        "counts": {light.value: counts[light] for light in Light},
        "due": [one.to_dict() for one in found],
    }


def due_text(found: Sequence[Due], lang: str, width: int) -> str:
    """Return the due list: a row for each open case, and below it what is to be done."""
    say = speaker(lang)
    if not found:
        return say("complaint-due.none")
    rows = [_row(one, lang, say) for one in found]
    head = tuple(say(f"complaint-due.column.{name}") for name in _COLUMNS)
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [_line(head, widths)]
    for one, row in zip(found, rows, strict=True):
        lines += [_line(row, widths), *_remarks(one, lang, say, width)]
    counts = Counter(one.light for one in found)
    told = ", ".join(
        f"{light.term(lang).lower()} {counts[light]}" for light in Light if counts[light]
    )
    return "\n".join([*lines, "", say("complaint-due.counts", counts=told)])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(one: Due, lang: str, say: Say) -> tuple[str, ...]:
    line = one.line
    left = "-" if one.days_left is None else _left(one.days_left, say)
    return (
        one.light.term(lang),
        line.number,
        line.state.term(lang),
        line.due_clock.value if line.due_clock else "-",
        long_date(line.due_strict, lang) if line.due_strict else "-",
        left,
        line.handler or "-",
    )


def _left(days: int, say: Say) -> str:
    key = "complaint-due.past" if days < 0 else "complaint-due.left"
    return say(key, days=abs(days))


def _remarks(one: Due, lang: str, say: Say, width: int) -> Iterator[str]:
    told = []
    if one.light is Light.RED and one.next_rung is not None:
        told.append(say("complaint-due.escalate", rung=one.next_rung.term(lang)))
    if one.tell_ombudsman:
        told.append(say("complaint-due.ombudsman"))
    if one.notice is not None:
        told.append(say("complaint-due.notice", percent=one.notice))
    for sentence in told:
        yield from textwrap.wrap(sentence, width, initial_indent=" " * 4, subsequent_indent=" " * 4)
