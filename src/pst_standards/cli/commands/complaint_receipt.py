"""``pst complaint receipt``: issued once, and printed as often as it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pst_standards.cli import complaint_options as options
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.papers import assets_of
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    import datetime as dt

    from pst_standards.complaints.case import Case
    from pst_standards.complaints.desk import Desk


def add_receipt(parser: Parser) -> None:
    """Fill the parser of ``pst complaint receipt``."""
    from pst_standards.cli.papers import paper_file

    say = parser.say
    parser.add_input("number", "case", help=say("complaint.number"))
    parser.add_option(
        "--out", "file", type=paper_file(say), required=True, help=say("complaint-receipt.out")
    )
    parser.add_option("--place", "text", default="", help=say("complaint-receipt.place"))
    parser.add_option("--code", "code", help=say("complaint-receipt.code"))
    parser.add_option("--at", "moment", type=options.moment(say), help=say("complaint-advance.at"))
    options.add_register(parser)
    options.add_officer(parser, required=True)
    options.add_vault(parser)
    options.add_opening(parser)
    options.add_office(parser)


def run_receipt(work: Run) -> int:
    """Issue the receipt of a case where it has none, and write the paper."""
    from pst_standards.complaints.errors import TransitionError
    from pst_standards.complaints.states import IdentityMode
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.documents.complaint_papers import receipt

    options.refuse_unopenable(work)
    asked, desk = work.options, options.opened_desk(work)
    if asked.code:
        desk.track(asked.number, asked.code)
    case, again = desk.case(asked.number), None
    if asked.open_identity and case.identity is IdentityMode.SECRET:
        raise Refusal("complaint-receipt-secret")
    if case.receipt is not None:
        case, again = _reprinted(work, desk, case)
    else:
        options.note_damage(work, desk.register, asked.number)
        try:
            case = desk.issue_receipt(
                asked.number, place=asked.place, at=options.placed(work, case)
            )
        except TransitionError as error:
            if error.key != "receipt.incomplete" or asked.place or case.place:
                raise
            work.console.aside(error.message(work.lang))
            work.console.aside(work.say("complaint-receipt.place-hint"))
            return Exit.FINDINGS
    identity = desk.identity(asked.number, asked.reason) if asked.open_identity else None
    paper = receipt(
        case,
        asked.out.suffix.lower().removeprefix("."),
        office=options.definition_of(work),
        identity=identity,
        code=asked.code or "",
        reprinted=again,
        lang=work.lang,
        assets=assets_of(asked.definition) if asked.definition else None,
    )
    write_atomically(asked.out, paper)
    if not asked.definition:
        work.console.aside(work.say("complaint-receipt.no-office"))
    work.console.line(work.say("written", file=shown(asked.out)))
    return Exit.DONE


def _reprinted(work: Run, desk: Desk, case: Case) -> tuple[Case, dt.date]:
    """Return a case as its receipt was issued, and the day of today; what was issued stays."""
    from pst_standards.calendar.dates import long_date
    from pst_standards.complaints.cases import as_of
    from pst_standards.complaints.states import Step

    # What was referred is given out no more, not even as it stood before.
    log = () if case.sealed else desk.register.events(case.number)
    issued = as_of(log, Step.ISSUE_RECEIPT) if log else case
    entry = next(one for one in issued.log if one.step is Step.ISSUE_RECEIPT)
    day = long_date(case.day(entry.at), work.lang)
    key = "complaint-receipt.reprint-sealed" if case.sealed else "complaint-receipt.reprint"
    work.console.aside(work.say(key, day=day))
    if work.options.at or work.options.place:
        work.console.aside(work.say("complaint-receipt.reprint-as-is"))
    return issued, case.day(desk.now())
