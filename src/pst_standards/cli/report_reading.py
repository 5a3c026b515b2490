"""Where a report on complaint handling has figures and words from: register, counts, notes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pst_standards.cli.complaint_options import sound
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.report_notes import hold_notes, note_early, words_of
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_record
from pst_standards.cli.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from pst_standards.complaints.recap import Recap
    from pst_standards.documents.outline import Lang
    from pst_standards.exchange.recap import ReadForm
    from pst_standards.findings import Finding
    from pst_standards.model.complaint_recap import ComplaintRecap

FORM: Final = ".xlsx"
"""Ending of the form that counts are filled into."""
_EMPTY: Final = {"no-channel": ("channel",), "no-month": ("month",)}
"""Which cell of a row is empty that should not be."""


class Counts(NamedTuple):
    """Counts kept elsewhere: their record, what is reported of them, and what is wrong in them."""

    record: ComplaintRecap
    recap: Recap
    findings: tuple[Finding, ...]


def notes_of(work: Run) -> ComplaintRecap | None:
    """Read the file of notes, if one was named."""
    file = work.options.notes_file
    return sound_record(file, _record_type(), work) if file else None


def told_words(
    record: ComplaintRecap | None, told: ComplaintRecap | None, recap: Recap, work: Run
) -> ComplaintRecap | None:
    """Return the words of a report on a recap; notes of another period are refused."""
    hold_notes(told, recap.period, work)
    words = words_of(record, told)
    note_early(words, recap.period, work)
    return words


def counts_of(work: Run) -> Counts:
    """Read counts kept elsewhere; of a form its cells say where something stands.

    Raises ``DefinitionError`` for rows that belong nowhere, ``Refusal`` for another period than the
    one that was asked for.
    """
    from pst_standards.definitions import DefinitionError

    source, form = _source(work)
    try:
        record = _given(source, work)
    except DefinitionError as error:
        raise DefinitionError(_in_form(error.findings, form, work)) from None
    found = _in_form(_checked(record if source == STANDARD_INPUT else source, work), form, work)
    _refuse_strays(found)
    _tell_unknown(record, form, work)
    return Counts(record, _counted(record), found)


def _refuse_strays(found: tuple[Finding, ...]) -> None:
    """Refuse rows that belong nowhere: a report would leave out what somebody counted."""
    from pst_standards.complaints.recap_checks import STRAY
    from pst_standards.definitions import DefinitionError

    strays = tuple(one for one in found if (one.rule, one.variant) in STRAY)
    if strays:
        raise DefinitionError(strays)


def refuse_told(words: ComplaintRecap | None, found: tuple[Finding, ...], work: Run) -> None:
    """Refuse to write for everybody what may give somebody away, also in notes."""
    from pst_standards.complaints.recap_checks import TOLD
    from pst_standards.definitions import DefinitionError

    if words is None:
        return
    told = tuple(one for one in found if one.rule == TOLD)
    told = told or tuple(one for one in _checked(words, work) if one.rule == TOLD)
    if told:
        raise DefinitionError(told)


def _in_form(
    findings: tuple[Finding, ...], form: ReadForm | None, work: Run
) -> tuple[Finding, ...]:
    from attrs import evolve

    from pst_standards.cli.report_wording import in_words_of_the_form
    from pst_standards.findings import Location

    if form is None:
        return findings
    file = shown(work.options.from_file)
    places = (form.place((*one.pointer, *_EMPTY.get(one.variant, ()))) for one in findings)
    return tuple(
        evolve(in_words_of_the_form(one), location=Location(f"{file} {place}".strip()))
        for one, place in zip(findings, places, strict=True)
    )


def _tell_unknown(record: ComplaintRecap, form: ReadForm | None, work: Run) -> None:
    """Ask about channels that are not of the tree; they are counted as they were written."""
    from pst_standards.complaints.recap import channel_name
    from pst_standards.complaints.states import ComplaintChannelKind

    known = {one.value for one in ComplaintChannelKind}
    seen: dict[str, str] = {}
    for place, row in enumerate(record.counts):
        if row.channel and row.channel not in known:
            at = form.place(("counts", place, "channel")) if form else ""
            seen.setdefault(row.channel, f" ({at})" if at else "")
    names = ", ".join(channel_name(one, work.lang) for one in sorted(known))
    for channel, at in seen.items():
        told = work.say("complaint-report.unknown-channel", channel=channel, at=at, known=names)
        work.console.aside(told)


def _record_type() -> type[ComplaintRecap]:
    from pst_standards.model.complaint_recap import ComplaintRecap

    return ComplaintRecap


def _source(work: Run) -> tuple[str | dict[str, Any], ReadForm | None]:
    """Return the file of the counts, or what a form says, and the form."""
    file: str = work.options.from_file
    if Path(file).suffix.lower() != FORM:
        return file, None
    from pst_standards.exchange.recap import read_places

    form = read_places(file)
    return form.data, form


def _given(source: str | dict[str, Any], work: Run) -> ComplaintRecap:
    """Read counts kept elsewhere; a period that was asked for must be theirs."""
    from attrs import evolve

    options = work.options
    record = sound_record(source, _record_type(), work)
    if record.year is None:
        record = evolve(record, year=options.year)
    asked = {key: getattr(options, key) for key in ("year", "half", "month")}
    if any(value is not None and getattr(record, key) != value for key, value in asked.items()):
        raise Refusal("report-period", found=_counted(record).period.stem)
    return record


def _counted(record: ComplaintRecap) -> Recap:
    from pst_standards.complaints.recap_records import recap_in

    return recap_in(record)


def _checked(source: ComplaintRecap | str | dict[str, Any], work: Run) -> tuple[Finding, ...]:
    """Return what is wrong with the figures; their shape was told of when they were read."""
    from pst_standards.complaints.recap_checks import check_recap
    from pst_standards.findings import Verdict

    found = check_recap(source, as_of=work.options.as_of, year=work.options.year).findings
    return tuple(one for one in found if one.verdict is not Verdict.SHAPE)


def recap_of_register(work: Run) -> tuple[Recap, Exit]:
    """Return what a register holds of the period, and how to end: with 1 where it was changed."""
    from attrs import evolve

    from pst_standards.complaints.recap_lines import recap_of
    from pst_standards.complaints.recap_period import Period
    from pst_standards.complaints.registers.opening import open_register
    from pst_standards.documents.formats import long_date

    options = work.options
    if options.year is None:
        raise Refusal("report-needs", option="--year")
    on = options.as_of or dt.datetime.now().astimezone().date()
    period = Period(year=options.year, half=options.half, month=options.month)
    if period.first > on:
        raise Refusal("report-future")
    lang: Lang = "en" if work.lang == "en" else "id"
    register = open_register(options.register_file, create=False)
    try:
        recap = recap_of(
            register.lines(filed_before=period.after),
            year=options.year,
            half=options.half,
            month=options.month,
            on=on,
            source=work.say("complaint-report.source", date=long_date(on, lang)),
        )
        ended = sound(work, register)
        return evolve(recap, damaged=ended is not Exit.DONE), ended
    finally:
        register.close()


def tell_findings(found: tuple[Finding, ...], work: Run) -> int:
    """Say beside the answer what was found in the figures."""
    from pst_standards.cli.reports import lines_of
    from pst_standards.findings import Severity

    if found:
        head = work.say("complaint-report.differ", count=len(found))
        work.console.aside("\n".join([head, *lines_of(found, work.lang)]))
    grave = any(one.severity is Severity.ERROR for one in found)
    return Exit.FINDINGS if grave else Exit.DONE
