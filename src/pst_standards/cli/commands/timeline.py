"""``pst timeline``: when each step of making and keeping a standard is due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option, day

if TYPE_CHECKING:
    from pst_standards.calendar import Calendar, CalendarError, Timeline
    from pst_standards.model.definition import Definition

_DATES: Final = (
    *("minutes-signed", "published", "comments-closed", "revised", "adopted"),
    "maklumat-published",
)


class _Line(NamedTuple):
    """The timeline of one standard, or why it cannot be counted."""

    standard: str
    title: str
    found: Timeline | CalendarError


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    for name in _DATES:
        parser.add_option(f"--{name}", "date", type=day(say), help=say(f"timeline.{name}"))
    parser.add_option("--from", "path", dest="definition", help=say("timeline.from"))
    parser.add_option(
        "--collective-leave-worked",
        action="store_true",
        help=say("deadline.collective-leave-worked"),
    )
    add_base_option(parser)
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("deadline.format")
    )


def run(work: Run) -> int:
    """Print the timeline of the days given, or one for each standard of a definition."""
    given = {
        name.replace("-", "_"): getattr(work.options, name.replace("-", "_")) for name in _DATES
    }
    stated = [name for name, value in given.items() if value is not None]
    if work.options.definition is not None:
        if stated:
            raise Refusal("timeline-both", option=f"--{stated[0].replace('_', '-')}")
        return _of_definition(work)
    if not stated:
        raise Refusal("timeline-nothing")
    return _of_dates(work, given)


def _calendar(work: Run, definition: Definition | None = None) -> Calendar:
    from pst_standards.calendar.offices import office_calendar

    calendar = office_calendar(definition.office if definition else None)
    return calendar.worked() if work.options.collective_leave_worked else calendar


def _of_dates(work: Run, given: dict[str, Any]) -> int:
    from pst_standards.calendar import timeline

    found = timeline(calendar=_calendar(work), **given)
    if work.options.format == "json":
        _print_json(work, found.to_dict())
    else:
        from pst_standards.cli.timeline_text import as_text

        work.console.line(as_text(found, work.lang, work.console.columns))
    return Exit.DONE


def _of_definition(work: Run) -> int:
    reading = sound_reading(work.options.definition, work)
    work = work.of(reading)
    lines = list(_lines(reading.definition, work))
    if not lines:
        raise Refusal("timeline-no-standards")
    if work.options.format == "json":
        _print_json(work, {"timelines": [_told(line, work) for line in lines]})
    else:
        work.console.line("\n\n".join(_worded(line, work) for line in lines))
    counted = all(not isinstance(line.found, Exception) for line in lines)
    return Exit.DONE if counted else Exit.UNUSABLE


def _lines(definition: Definition, work: Run) -> Iterator[_Line]:
    from pst_standards.calendar import CalendarError
    from pst_standards.calendar.standard_dates import dates_of
    from pst_standards.calendar.timelines import counted

    calendar = _calendar(work, definition)
    for standard in definition.standards:
        title = standard.title.get(work.lang) if standard.title else standard.id
        found: Timeline | CalendarError
        try:
            found = counted(dates_of(standard, definition), calendar)
        except CalendarError as error:
            found = error
        yield _Line(standard.id, " ".join(title.split()), found)


def _told(line: _Line, work: Run) -> dict[str, Any]:
    named = {"standard": line.standard, "title": line.title}
    if isinstance(line.found, Exception):
        return {**named, "error": {"key": line.found.key, "text": line.found.message(work.lang)}}
    return {**named, **line.found.to_dict()}


def _worded(line: _Line, work: Run) -> str:
    from pst_standards.cli.timeline_text import as_text

    if isinstance(line.found, Exception):
        return f"{line.title}\n{line.found.message(work.lang)}"
    if not line.found.steps:
        return f"{line.title}\n{work.say('timeline.no-dates')}"
    return f"{line.title}\n{as_text(line.found, work.lang, work.console.columns)}"


def _print_json(work: Run, told: dict[str, Any]) -> None:
    from pst_standards.definitions.writing import dump_json

    work.console.data(dump_json(told))
