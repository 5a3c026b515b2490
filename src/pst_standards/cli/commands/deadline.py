"""``pst deadline``: when a limit ends, and why each day on the way counts or does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pst_standards.cli.exits import Exit
from pst_standards.cli.moments import day_or_moment, stretch
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar, Deadline, OfficeWeek, Zone


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("start", "start", type=day_or_moment(say), help=say("deadline.start"))
    parser.add_input("duration", "duration", help=say("deadline.duration"))
    parser.add_option("--zone", "zone", help=say("deadline.zone"))
    parser.add_option(
        "--collective-leave-worked",
        action="store_true",
        help=say("deadline.collective-leave-worked"),
    )
    parser.add_option(
        "--paused",
        "stretch",
        action="append",
        default=[],
        type=stretch(say),
        help=say("deadline.paused"),
    )
    parser.add_option(
        "--around-the-clock", action="store_true", help=say("deadline.around-the-clock")
    )
    parser.add_option("--definition", "path", help=say("deadline.definition"))
    add_base_option(parser)
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("deadline.format")
    )


class _Office(NamedTuple):
    """What an office states of its own time."""

    calendar: Calendar
    week: OfficeWeek | None
    zone: Zone | None


def run(work: Run) -> int:
    """Print when the limit ends."""
    office = _office(work)
    found = _counted(work, office)
    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        work.console.data(dump_json(found.to_dict()))
    else:
        from pst_standards.cli.deadline_text import as_text

        told = as_text(found, office.calendar, work.lang, work.console.columns)
        work.console.line(told)
    return Exit.DONE


def _office(work: Run) -> _Office:
    from pst_standards.calendar import zone_of
    from pst_standards.calendar.offices import office_calendar, office_week, office_zone

    office = None
    if work.options.definition is not None:
        office = sound_reading(work.options.definition, work).definition.office
    calendar = office_calendar(office)
    if work.options.collective_leave_worked:
        calendar = calendar.worked()
    zone = None if work.options.zone is None else zone_of(work.options.zone)
    return _Office(calendar, office_week(office), zone or office_zone(office))


def _counted(work: Run, office: _Office) -> Deadline:
    from pst_standards.calendar import Pause, deadline
    from pst_standards.cli.moments import placed

    pauses = [
        Pause(placed(stop, office.zone), placed(resume, office.zone))
        for stop, resume in work.options.paused
    ]
    return deadline(
        placed(work.options.start, office.zone),
        work.options.duration,
        calendar=office.calendar,
        week=office.week,
        zone=office.zone,
        pauses=pauses,
        around_the_clock=work.options.around_the_clock,
    )
