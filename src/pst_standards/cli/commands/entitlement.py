"""``pst entitlement``: what is owed for each event, why, by when, and what else may be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pst_standards.cli.events import answers_of, as_data, as_text, event_files
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.moments import day_or_moment
from pst_standards.cli.papers import add_paper_option, assets_of, paper_file, write_paper
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option

if TYPE_CHECKING:
    from pst_standards.compensation import Entitlement
    from pst_standards.model.definition import Definition


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("definition", "path", help=say("input.path"))
    parser.add_input("events", "event", nargs="+", help=say("entitlement.event"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("entitlement.format")
    )
    parser.add_option("--on", "date", type=day_or_moment(say), help=say("entitlement.on"))
    add_paper_option(parser)
    parser.add_option("--register", "file", type=paper_file(say), help=say("entitlement.register"))
    add_base_option(parser)


def run(work: Run) -> int:
    """Print the answer to each event."""
    reading = sound_reading(work.options.definition, work)
    work = work.of(reading)
    files = event_files(work.options.events)
    if work.options.out is not None and len(files) > 1:
        raise Refusal("events-out", count=len(files))

    answers = answers_of(files, reading, work)
    _write(work, reading.definition, answers)
    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        work.console.data(dump_json(as_data(answers)))
        return Exit.DONE
    work.console.line(as_text(answers, work.lang, work.console.columns))
    return Exit.DONE


def _write(work: Run, definition: Definition, answers: Sequence[Entitlement]) -> None:
    from pst_standards.documents import decision_document, register_document

    assets = assets_of(work.options.definition)
    if work.options.out is not None:
        write_paper(work, decision_document(answers[0], lang=work.lang, assets=assets))
    if work.options.register is not None:
        made = register_document(definition, answers, lang=work.lang, assets=assets)
        write_paper(work, made, work.options.register)
