"""``pst entitlement``: what is owed for one event, why, by when, and what else may be done."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pst_standards.cli.exits import Exit
from pst_standards.cli.moments import day_or_moment, placed
from pst_standards.cli.papers import add_paper_option, assets_of, write_paper
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading, sound_record
from pst_standards.cli.sources import add_base_option

if TYPE_CHECKING:
    from pst_standards.compensation import Entitlement


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("definition", "path", help=say("input.path"))
    parser.add_input("event", "event", help=say("entitlement.event"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("entitlement.format")
    )
    parser.add_option("--on", "date", type=day_or_moment(say), help=say("entitlement.on"))
    add_paper_option(parser)
    add_base_option(parser)


def run(work: Run) -> int:
    """Print the answer to one event."""
    from pst_standards.compensation.entitlements import entitlement
    from pst_standards.model.service_event import ServiceEvent

    reading = sound_reading(work.options.definition, work)
    work = work.of(reading)
    event = sound_record(work.options.event, ServiceEvent, work)
    answer = entitlement(reading.definition, event, on=_on(work, reading, event))
    if work.options.out is not None:
        _write(work, answer)
    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        work.console.data(dump_json(answer.to_dict()))
        return Exit.DONE
    from pst_standards.compensation.telling import told

    work.console.line(told(answer, work.lang, work.console.columns))
    return Exit.DONE


def _write(work: Run, answer: Entitlement) -> None:
    from pst_standards.documents import decision_document

    assets = assets_of(work.options.definition)
    write_paper(work, decision_document(answer, lang=work.lang, assets=assets))


def _on(work: Run, reading: Reading, event: ServiceEvent) -> dt.date | None:
    """Return up to when is counted; a moment without a zone is told by the clocks of the office."""
    from pst_standards.calendar.offices import office_zone
    from pst_standards.calendar.zones import zone_of_time

    asked: dt.date | None = work.options.on
    if asked is None:
        return None
    zone = office_zone(reading.definition.office)
    if zone is None and event.requested_at is not None:
        zone = zone_of_time(event.requested_at)
    return placed(asked, zone)

