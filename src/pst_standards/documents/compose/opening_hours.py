"""When the service is open: hours by days of the week, hours of a period, days of its own."""

from __future__ import annotations

from collections.abc import Sequence

from pst_standards.calendar.errors import ZoneError
from pst_standards.calendar.offices import office_zone
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import DASH, bare, day, hours, item, joined
from pst_standards.documents.compose.signing import decree_line
from pst_standards.documents.outline import Block, Column, Heading, Paragraph, Table
from pst_standards.model.office import (
    DayChange,
    DayChangeKind,
    Office,
    OfficeCalendar,
    OpeningHours,
    Weekday,
)


def opening_hours(composition: Composition) -> list[Block]:
    """Return when the service is open, a row for each stretch of days, and days of its own."""
    office = composition.definition.office
    if office is None:
        return []
    blocks = _week(office, composition)
    return [*blocks, *_own_days(office.calendar, composition)] if office.calendar else blocks


def _week(office: Office, composition: Composition) -> list[Block]:
    if not office.opening_hours:
        return []
    rows = [_hours_row(one, composition) for one in office.opening_hours]
    table = _table(_COLUMNS, rows, composition, zone=zone_name(office))
    closed = closed_line(office, composition)
    return [table, *([Paragraph(text=closed)] if closed else [])]


def zone_name(office: Office) -> str:
    """Return the zone of the clock of an office: as it states it, else by its province."""
    try:
        zone = office_zone(office)
    except ZoneError:
        return bare(office.time_zone or "")
    return zone.value if zone else ""


def closed_line(office: Office, composition: Composition) -> str:
    """Return on which days an office is closed, empty where it states no days that it is open.

    These are the days that its deadlines pass over too.
    """
    open_on = {one for each in office.opening_hours for one in each.days}
    if not open_on:
        return ""
    closed = [one for one in Weekday if one not in open_on]
    # Few days are named one by one, as more follow them.
    stretch = len(closed) > 2 and days(closed, composition)  # noqa: PLR2004 - a stretch
    names = [stretch] if stretch else [one.term(composition.lang) for one in closed]
    worked = office.calendar is not None and office.calendar.collective_leave_worked
    names += map(composition.say, ("hours.holidays", *(() if worked else ("hours.leave",))))
    return composition.say("hours.closed", days=joined(names, composition))


_COLUMNS = (("days", 4), ("open", 3), ("break", 3), ("valid", 4), ("remark", 4))
_DAY_COLUMNS = (("date", 3), ("open-closed", 2), ("occasion", 4), ("decree", 5))
_ALWAYS_SHOWN = 3


def _table(
    columns: Sequence[tuple[str, int]],
    rows: Sequence[tuple[str, ...]],
    composition: Composition,
    *,
    zone: str = "",
) -> Table:
    """Return a table without the columns that nothing stands in, its first ones apart."""
    titles = [composition.say(f"column.{name}") for name, _ in columns]
    titles[1] += f" ({zone})" if zone else ""
    kept = [
        place
        for place in range(len(columns))
        if place < _ALWAYS_SHOWN or any(row[place] != DASH for row in rows)
    ]
    shown = tuple(
        Column(
            title=titles[place],
            share=columns[place][1],
            heads_row=place == 0,
        )
        for place in kept
    )
    return Table(columns=shown, rows=tuple(tuple(row[place] for place in kept) for row in rows))


def _hours_row(one: OpeningHours, composition: Composition) -> tuple[str, ...]:
    lang = composition.lang
    return (
        days(one.days, composition),
        hours(one.opens, one.closes, lang) or DASH,
        hours(one.break_start, one.break_end, lang) or DASH,
        period(one, composition) or DASH,
        item(composition.words(one.note)) or DASH,
    )


def period(one: OpeningHours, composition: Composition) -> str:
    """Return from when and until when hours are valid, empty where they always are."""
    first, last, lang = one.valid_from, one.valid_until, composition.lang
    if first and last:
        return composition.say("period.both", first=day(first, lang), last=day(last, lang))
    if first:
        return composition.say("period.from", first=day(first, lang))
    return composition.say("period.until", last=day(last, lang)) if last else ""


def days(stated: Sequence[Weekday], composition: Composition) -> str:
    """Return days of the week; three and more that follow each other as a stretch."""
    order = list(Weekday)
    places = sorted({order.index(one) for one in stated})
    names = [order[place].term(composition.lang) for place in places]
    if len(places) > 2 and places[-1] - places[0] == len(places) - 1:  # noqa: PLR2004 - a stretch
        return composition.say("days.stretch", first=names[0], last=names[-1])
    return joined(names, composition)


def _own_days(calendar: OfficeCalendar, composition: Composition) -> list[Block]:
    blocks: list[Block] = []
    if calendar.collective_leave_worked:
        blocks.append(Paragraph(text=composition.say("hours.leave-worked")))
    if calendar.changes:
        blocks.append(Heading(level=3, text=composition.say("hours.own-days")))
        rows = [_day_row(one, composition) for one in calendar.changes]
        blocks.append(_table(_DAY_COLUMNS, rows, composition))
    return blocks


def _day_row(one: DayChange, composition: Composition) -> tuple[str, ...]:
    shown = day(one.date, composition.lang)
    if one.estimated:
        shown = composition.say("hours.estimated", date=shown)
    return (
        shown,
        _kind(one.kind, composition),
        item(composition.words(one.name)) or DASH,
        decree_line(composition, one.decree) or DASH,
    )


def _kind(kind: DayChangeKind | None, composition: Composition) -> str:
    return kind.term(composition.lang) if kind else DASH
