"""What every action of ``pst complaint`` is told: where register and vault are, and who works."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.calendar import Zone
    from pst_standards.complaints.case import Case
    from pst_standards.complaints.desk import Desk
    from pst_standards.complaints.registers import Register
    from pst_standards.complaints.secrecy import Vault
    from pst_standards.model.definition import Definition

_MOST_NAMED: Final = 20
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)


def add_register(parser: Parser) -> None:
    """Add ``--register``, which every action needs."""
    parser.add_option("--register", "file", required=True, help=parser.say("complaint.register"))


def add_vault(parser: Parser, *, required: bool = False) -> None:
    """Add ``--vault`` and ``--key-file``."""
    say = parser.say
    parser.add_option("--vault", "file", required=required, help=say("complaint.vault"))
    parser.add_option("--key-file", "file", required=required, help=say("complaint.key-file"))


def add_officer(parser: Parser, *, required: bool) -> None:
    """Add ``--officer``, the id of who works, and ``--superiors``, the ids of those above."""
    say = parser.say
    parser.add_option("--officer", "officer", required=required, help=say("complaint.officer"))
    parser.add_option("--superiors", "officers", default="", help=say("complaint.superiors"))


def add_office(parser: Parser) -> None:
    """Add what tells the days off and the clock of the office."""
    say = parser.say
    parser.add_option("--definition", "path", help=say("complaint.definition"))
    parser.add_option("--zone", "zone", help=say("complaint.zone"))


def add_opening(parser: Parser) -> None:
    """Add ``--open-identity`` and ``--reason``: the only way to a name."""
    say = parser.say
    parser.add_option("--open-identity", action="store_true", help=say("complaint.open-identity"))
    parser.add_option("--reason", "text", default="", help=say("complaint.reason"))


def add_format(parser: Parser) -> None:
    """Add ``--format``."""
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=parser.say("deadline.format")
    )


def moment(say: Say) -> Callable[[str], dt.datetime]:
    """Return what reads a date with a time from the command line."""

    def read(typed: str) -> dt.datetime:
        try:
            if _MOMENT.fullmatch(typed):
                return dt.datetime.fromisoformat(typed)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(say("usage.complaint-at", value=typed))

    return read


def opened_register(work: Run, *, create: bool = False) -> Register:
    """Return the register of ``--register``; only filing makes one, and says so."""
    from pst_standards.cli.register_checks import shown_place
    from pst_standards.complaints.registers import RegisterError, opening

    place = work.options.register
    try:
        return opening.open_register(place, create=False)
    except RegisterError as error:
        if not create or error.key != "register.missing":
            raise
    register = opening.open_register(place, create=True)
    # A mistyped name would otherwise begin a register that nobody misses.
    work.console.aside(work.say("complaint.register-made", file=shown(shown_place(place))))
    return register


def sound(work: Run, register: Register, number: str | None = None) -> Exit:
    """Look a register through, say which complaints were changed, and return how to end.

    What is shown of a register that was changed is not to be relied on. Of one complaint only what
    is kept of it is looked at, so that a large register keeps nobody waiting.
    """
    from pst_standards.complaints.registers import RegisterError

    try:
        register.verify() if number is None else register.verify_case(number)
    except RegisterError as error:
        if error.key != "register.damaged":
            raise
        found = [error, *error.others]
        numbers = sorted({str(one.params["number"]) for one in found if "number" in one.params})
        work.console.aside(error.message(work.lang))
        if len(numbers) > 1:
            named = ", ".join(numbers[:_MOST_NAMED]) + ", …" * (len(numbers) > _MOST_NAMED)
            work.console.aside(
                work.say("complaint.damaged-numbers", count=len(numbers), numbers=named)
            )
        return Exit.FINDINGS
    return Exit.DONE


def note_damage(work: Run, register: Register, number: str) -> None:
    """Say what is wrong with a case before a step is written into it.

    The step writes the summary of its case anew, and what was changed in it is seen no more.
    """
    if sound(work, register, number) is not Exit.DONE:
        work.console.aside(work.say("complaint.damaged-written"))


def placed(work: Run, case: Case) -> dt.datetime | None:
    """Return the moment of ``--at``, on the clock of the office where its offset was not typed."""
    from pst_standards.cli.complaint_values import placed_at
    from pst_standards.complaints.office_days import zone_at

    return placed_at(work.options.at, zone_at(case.zone, case.filed_at))


def is_step(word: str) -> bool:
    """Tell whether a word is the name or the number of a step.

    >>> is_step("T03"), is_step("review"), is_step("P-2026-QR4T")
    (True, True, False)
    """
    from pst_standards.complaints.states import Step

    return any(word in {one.value, one.number} for one in Step)


def note_number(work: Run, register: Register) -> None:
    """Call a complaint as the register does, where its number was typed in small letters.

    So no way of writing it has tries of its own.
    """
    typed = (getattr(work.options, "number", None) or "").strip()
    if typed:
        known = [one for one in (typed, typed.upper()) if _is_there(one, register)]
        work.options.number = known[0] if known else typed


def _is_there(number: str, register: Register) -> bool:
    from pst_standards.complaints.registers import RegisterError

    try:
        return register.line(number) is not None
    except RegisterError as error:
        if error.key != "register.damaged":
            raise
        return True  # what is wrong with its line is told when the register is looked through


def opened_desk(work: Run, *, create: bool = False) -> Desk:
    """Return the desk that the options describe."""
    from pst_standards.calendar.offices import office_calendar
    from pst_standards.complaints.desk import Desk
    from pst_standards.complaints.desk_references import told_by_id
    from pst_standards.complaints.impartial import Officer

    # Before a register or a vault is made for somebody who cannot work with it.
    officer, above = (work.options.officer or "").strip(), _superiors(work)
    told_by_id(Officer(officer, above))
    office = definition_of(work)
    register = opened_register(work, create=create)
    note_number(work, register)
    return Desk(
        register,
        _vault(work, register, create=create),
        officer,
        calendar=office_calendar(office.office if office else None),
        zone=_zone(work, office),
        superiors=above,
    )


def _superiors(work: Run) -> tuple[str, ...]:
    typed = getattr(work.options, "superiors", "") or ""
    return tuple(one.strip() for one in typed.split(",") if one.strip())


def definition_of(work: Run) -> Definition | None:
    """Return the definition of ``--definition``, None where none is named; it is read once."""
    options = work.options
    if getattr(options, "definition", None) is None:
        return None
    if not hasattr(options, "definition_read"):
        from pst_standards.cli.sound import sound_reading

        # Bases are found as for other commands; none is given here.
        options.bases = []
        options.definition_read = sound_reading(options.definition, work).definition
    known: Definition = options.definition_read
    return known


def _zone(work: Run, office: Definition | None) -> Zone | None:
    from pst_standards.calendar import zone_of
    from pst_standards.calendar.offices import office_zone

    asked = getattr(work.options, "zone", None)
    return zone_of(asked) if asked else office_zone(office.office if office else None)


def _vault(work: Run, register: Register, *, create: bool) -> Vault | None:
    place, key_file = work.options.vault, work.options.key_file
    if place is None and key_file is None:
        return None
    if place is None or key_file is None:
        raise Refusal("complaint-vault-key")
    known = Path(place).exists()
    if not create and not known:
        raise Refusal("complaint-vault-missing", file=shown(place))
    from pst_standards.complaints.secrecy import Vault
    from pst_standards.complaints.secrecy.keys import is_exposed

    vault = Vault.at(place, key_file=key_file)
    if is_exposed(vault.key_file):
        work.console.aside(work.say("complaint.key-exposed", file=shown(key_file)))
    if not known:
        work.console.aside(work.say("complaint.vault-made", file=shown(place)))
        if _refers(register):
            work.console.aside(work.say("complaint.vault-elsewhere"))
    return vault


def _refers(register: Register) -> bool:
    """Tell whether a case has an identity in some vault."""
    from pst_standards.complaints.desk_references import references_in
    from pst_standards.complaints.registers import RegisterError

    try:
        return any(True for _, log in register.logs() for _ in references_in(log))
    except RegisterError:
        return False  # a log that cannot be read is told of by whatever looks it through


def refuse_unopenable(work: Run) -> None:
    """Refuse ``--open-identity`` without the vault, the officer and the reason it takes."""
    options = work.options
    if not options.open_identity:
        if options.reason:
            raise Refusal("complaint-reason-alone")
        return
    if not (options.vault and options.key_file and options.officer and options.reason.strip()):
        raise Refusal("complaint-opening")
