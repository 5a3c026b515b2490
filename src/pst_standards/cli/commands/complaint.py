"""``pst complaint``: a desk for complaints, without an application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli import complaint_options as options
from pst_standards.cli.commands.complaint_receipt import add_receipt, run_receipt
from pst_standards.cli.commands.complaint_report import add_report, run_report
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import day

if TYPE_CHECKING:
    from pst_standards.complaints.case import Case
    from pst_standards.complaints.desk import Desk
    from pst_standards.complaints.errors import EventError, TransitionError
    from pst_standards.complaints.secrecy import Identity
    from pst_standards.complaints.states import Step

_OFFICES: Final = ("officer", "examiner")
"""Roles that are told of clocks and of what may come next."""


def arguments(parser: Parser) -> None:
    """Fill the parser: each action has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, (fill, _) in _ACTIONS.items():
        topic = f"complaint-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_common(inner=True)


def run(work: Run) -> int:
    """Do what the action says."""
    from pst_standards.complaints.errors import ComplaintError

    _, do = _ACTIONS[work.options.action]
    try:
        return do(work)
    except ComplaintError as error:
        if error.key == "zone.unknown":
            raise Refusal("complaint-zone") from None
        raise


def _file_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_option(
        "--from", "file", dest="source", required=True, help=say("complaint-file.from")
    )
    options.add_register(parser)
    options.add_vault(parser, required=True)
    options.add_officer(parser, required=True)
    options.add_office(parser)
    options.add_format(parser)


def _file(work: Run) -> int:
    """Take a complaint in, and print its number, its code, and the clocks that started."""
    from pst_standards.cli.complaint_text import filed_text, unknown_service
    from pst_standards.cli.complaint_values import file_faults
    from pst_standards.complaints.errors import ComplaintError
    from pst_standards.definitions.errors import DefinitionError

    desk = options.opened_desk(work, create=True)
    options.note_damage(work, desk.register)
    try:
        taken = desk.file(work.options.source)
    except (ComplaintError, DefinitionError):
        # Each of them tells of one thing; whoever mends the file wants to know all.
        wrong = file_faults(work.options.source, work.lang, desk.zone)
        if not wrong:
            raise
        work.console.aside("\n".join(wrong))
        return Exit.UNUSABLE
    code = taken.code.hand_over()
    if work.options.format == "json":
        found = [_short(one) for one in taken.clocks]
        _print_json(work, {"number": taken.number, "code": code, "clocks": found})
    else:
        work.console.line(filed_text(taken, code, work.lang))
    for note in taken.filing.notes:
        work.console.aside(note.message(work.lang))
    said = unknown_service(taken.case.service, options.definition_of(work), work.lang)
    if said:
        work.console.aside(said)
    return Exit.DONE


def _short(one: Any) -> dict[str, str]:
    return {"id": one.id, "strict": one.strict.isoformat(), "lenient": one.lenient.isoformat()}


def _advance_arguments(parser: Parser) -> None:
    from pst_standards.cli.complaint_keys import keys_action

    say = parser.say
    parser.add_input("number", "case", help=say("complaint.number"))
    parser.add_input("step", "step", help=say("complaint-advance.step"))
    parser.add_option(
        "--set",
        "key-value",
        dest="pairs",
        action="append",
        default=[],
        help=say("complaint-advance.set"),
    )
    parser.add_option("--from", "file", dest="source", help=say("complaint-advance.from"))
    parser.add_option("--keys", "step", action=keys_action(say), help=say("complaint-advance.keys"))
    parser.add_option("--at", "moment", type=options.moment(say), help=say("complaint-advance.at"))
    options.add_register(parser)
    options.add_officer(parser, required=True)
    options.add_vault(parser)
    options.add_office(parser)
    options.add_format(parser)


def _advance(work: Run) -> int:
    """Let a step happen, and print where the case stands; where it cannot, say what can."""
    from pst_standards.cli.complaint_keys import keys_text
    from pst_standards.complaints.cases import out_of_order
    from pst_standards.complaints.desk_references import step_of
    from pst_standards.complaints.errors import EventError, TransitionError

    if work.options.pairs and work.options.source:
        raise Refusal("complaint-set-both")
    if options.is_step(work.options.number) and not options.is_step(work.options.step):
        raise Refusal("complaint-swapped")
    desk = options.opened_desk(work)
    before = desk.case(work.options.number)
    options.note_damage(work, desk.register, work.options.number)
    step = step_of(work.options.step)
    try:
        case = _advanced(work, desk, before, step)
    except TransitionError as error:
        return _not_now(work, before, step, error)
    except EventError as error:
        # Keys are of no interest to a step whose turn it is not.
        disorder = out_of_order(before, step)
        if disorder is not None:
            return _not_now(work, before, step, disorder)
        work.console.aside(_as_typed(error).message(work.lang))
        work.console.aside(keys_text(step, work.lang))
        return Exit.UNUSABLE
    _print_case(work, desk, case)
    return Exit.DONE


def _not_now(work: Run, case: Case, step: Step, error: TransitionError) -> int:
    """Say why a step cannot happen, and which can; with other keys it may itself."""
    from pst_standards.cli.complaint_keys import BY_THE_CASE
    from pst_standards.cli.complaint_text import next_text
    from pst_standards.complaints.cases import possible

    work.console.aside(error.message(work.lang))
    barred = {step} if error.key in BY_THE_CASE else set()
    others = (one for one in possible(case) if one not in barred)
    work.console.aside(next_text(others, work.lang))
    work.console.aside(work.say("complaint-advance.more-keys", step=step.value))
    return Exit.FINDINGS


def _as_typed(error: EventError) -> EventError:
    """Return an error whose field is called as it was typed; nobody types the ``data`` of it."""
    field = str(error.params.get("field", ""))
    return type(error)(error.key, **{**error.params, "field": field.removeprefix("data.")})


def _advanced(work: Run, desk: Desk, case: Case, step: Any) -> Case:
    from pst_standards.cli.complaint_values import file_values, typed_values

    asked, at = work.options, options.placed(work, case)
    if asked.source:
        return desk.advance(case.number, step, file_values(asked.source), at=at)
    return desk.advance(case.number, step, typed_values(step, asked.pairs), at=at)


def _print_case(work: Run, desk: Desk, case: Case) -> None:
    from pst_standards.cli.complaint_text import standing_text
    from pst_standards.complaints.cases import possible

    found, steps = desk.clocks(case), possible(case)
    if work.options.format == "json":
        told = {"number": case.number, "state": case.state.value}
        _print_json(work, {**told, **_going_on(found, steps)})
    else:
        work.console.line(standing_text(case, found, steps, work.lang))


def _going_on(found: Any, steps: Any) -> dict[str, Any]:
    clocks = [one.to_dict() for one in found]
    return {"clocks": clocks, "possible": [one.value for one in steps]}


def _show_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_input("number", "case", help=say("complaint.number"))
    parser.add_option("--code", "code", help=say("complaint-show.code"))
    parser.add_option(
        "--as",
        dest="role",
        choices=("reporter", "officer", "examiner", "custodian"),
        help=say("complaint-show.as"),
    )
    options.add_register(parser)
    options.add_officer(parser, required=False)
    options.add_vault(parser)
    options.add_opening(parser)
    options.add_office(parser)
    options.add_format(parser)


def _show(work: Run) -> int:
    """Print what the public or a role sees of a case."""
    from pst_standards.cli.complaint_text import with_names, without_contacts

    asked = work.options
    if (asked.code is None) == (asked.role is None):
        raise Refusal("complaint-show-how")
    if asked.code is not None:
        return _show_publicly(work)
    if not (asked.officer or "").strip():
        raise Refusal("complaint-show-officer")
    options.refuse_unopenable(work)
    desk = options.opened_desk(work)
    case, told = desk.case(asked.number), desk.shown(asked.number, asked.role, work.lang)
    if asked.role == "reporter":
        # It is an officer who looks here; who complains has a code.
        told = without_contacts(told, work.lang)
    told = with_names(told, options.definition_of(work), work.lang)
    who = desk.identity(asked.number, asked.reason) if asked.open_identity else None
    _print_view(work, desk, case, told, who)
    return options.sound(work, desk.register, asked.number)


def _show_publicly(work: Run) -> int:
    import datetime as dt

    from pst_standards.cli.complaint_text import view_text
    from pst_standards.complaints.desk_tracking import track

    asked = work.options
    if asked.open_identity or asked.reason:
        raise Refusal("complaint-opening")
    register = options.opened_register(work)
    options.note_number(work, register)
    told = track(register, asked.number, asked.code, at=dt.datetime.now(dt.UTC))
    if asked.format == "json":
        _print_json(work, told)
    else:
        work.console.line(view_text(told, work.lang))
    return options.sound(work, register, asked.number)


def _print_view(
    work: Run, desk: Desk, case: Case, told: dict[str, Any], who: Identity | None
) -> None:
    from pst_standards.cli.complaint_text import identity_text, opened, standing_text, view_text
    from pst_standards.complaints.cases import possible

    at_work = work.options.role in _OFFICES
    found, steps = (desk.clocks(case), possible(case)) if at_work else ((), ())
    if work.options.format == "json":
        more = _going_on(found, steps) if at_work else {}
        opened_one = {} if who is None else {"opened": opened(who)}
        _print_json(work, {**told, **more, **opened_one})
        return
    work.console.line(view_text(told, work.lang))
    if at_work:
        work.console.line()
        work.console.line(standing_text(case, found, steps, work.lang))
    if who is not None:
        work.console.line()
        work.console.line(identity_text(who, work.lang))


def _due_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_option("--on", "date", type=day(say), help=say("complaint-due.on"))
    options.add_register(parser)
    options.add_office(parser)
    options.add_format(parser)


def _due(work: Run) -> int:
    """Print the open cases with their lights."""
    from pst_standards.cli.complaint_due import due_json, due_text, promised_in

    work.options.vault = work.options.key_file = work.options.officer = None
    desk = options.opened_desk(work)
    found = list(desk.due(work.options.on))
    if work.options.on is not None:
        # On another day than this one, what came in later was not there yet.
        found = [one for one in found if one.line.filed_on <= work.options.on]
    promised = promised_in(desk.register, found)
    if work.options.format == "json":
        _print_json(work, due_json(found, work.options.on, promised))
    else:
        work.console.line(due_text(found, work.lang, work.console.columns, promised))
    # To look all logs through takes far longer than the list: ``pst check`` and the report do.
    return Exit.DONE


def _print_json(work: Run, told: dict[str, Any]) -> None:
    from pst_standards.cli.complaint_text import as_json
    from pst_standards.definitions.writing import dump_json

    work.console.data(dump_json(as_json(told)))


_ACTIONS: Final[Mapping[str, tuple[Callable[[Parser], None], Callable[[Run], int]]]] = {
    "file": (_file_arguments, _file),
    "receipt": (add_receipt, run_receipt),
    "advance": (_advance_arguments, _advance),
    "show": (_show_arguments, _show),
    "due": (_due_arguments, _due),
    "report": (add_report, run_report),
}
"""Each action by its name: what fills its parser, and what does its work."""
