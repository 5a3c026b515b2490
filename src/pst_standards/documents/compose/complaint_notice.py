"""The notice by which whoever complained is told of one step (UU 25/2009 Pasal 18 huruf c)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import evolve

from pst_standards.complaints.case import Case, Entry, Task
from pst_standards.complaints.ladder import Rung
from pst_standards.complaints.states import State, Step
from pst_standards.complaints.transitions import TRANSITIONS
from pst_standards.documents.compose.blanks import small
from pst_standards.documents.compose.body import Body, Composer
from pst_standards.documents.compose.complaint_case import Facts, Sheet, asking, times
from pst_standards.documents.compose.complaint_signing import signed_impartially
from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.official_letter import letter_blocks, without_day
from pst_standards.documents.compose.phrases import BLANK, cited_all, inner, sentence
from pst_standards.documents.formats import rupiah
from pst_standards.documents.outline import (
    Block,
    Heading,
    KeyValues,
    Marker,
    Paragraph,
)
from pst_standards.model.base import Choice
from pst_standards.model.standard import ServiceStandard


def notice_of(facts: Facts, entry: Entry) -> Composer:
    """Return what composes the notice of one line of the log.

    Its times are those that ran after that line. What else it says of the case is what the case
    holds: of an earlier step, give the case as it stood.
    """

    def compose(composition: Composition, _: ServiceStandard | None) -> Body:
        sheet = Sheet(facts, composition)
        title = composition.say("notice.title")
        day = sheet.day_of(entry.at)
        signature = signed_impartially(sheet, date=day)
        return Body(
            title=title,
            blocks=tuple(
                letter_blocks(
                    composition,
                    about=title,
                    to=addressed(sheet),
                    signature=signature,
                    body=_told(entry, sheet),
                )
            ),
            signature=without_day(signature),
            dated=day,
            needs_adoption=False,
        )

    return compose


def _told(entry: Entry, sheet: Sheet) -> Iterator[Block]:
    yield _about(entry, sheet)
    yield Paragraph(text=_said(entry.step, sheet))
    yield from _details(entry.step, sheet)
    yield from _basis(entry.step, sheet)
    yield from _ahead(sheet, entry)
    yield Paragraph(text=sheet.say("notice.follow"))
    yield from asking(sheet)


def addressed(sheet: Sheet) -> str:
    """Return to whom a paper goes: a name that was opened, else whoever holds the number."""
    say, name = sheet.say, sheet.named("name")
    who = name or say("notice.reporter", number=sheet.case.number)
    address = sheet.named("address") if name else ""
    return "\n".join(part for part in (say("notice.to", who=who), address) if part)


def _about(entry: Entry, sheet: Sheet) -> KeyValues:
    say, case = sheet.say, sheet.case
    facts = {
        "complaint": case.number,
        "filed": sheet.moment(case.filed_at),
        "service": sheet.service(),
        "step": say(f"notice.subject.{entry.step.value}"),
        "on": sheet.moment(entry.at),
        "stage": case.state.term(sheet.composition.lang) if case.log[-1] is entry else "",
    }
    return KeyValues(
        pairs=tuple((say(f"notice.{name}"), value) for name, value in facts.items() if value)
    )


def _said(step: Step, sheet: Sheet) -> str:
    params = _PARAMS[step](sheet) if step in _PARAMS else {}
    return sheet.say(f"notice.step.{step.value}", **params)


def _basis(step: Step, sheet: Sheet) -> Iterator[Block]:
    """Yield the articles of a step; of a referral none, for its norm is of another house."""
    cited = () if step is Step.REFER else TRANSITIONS[step].citations
    if basis := cited_all(cited, sheet.composition.lang):
        yield small(sheet.say("basis", citation=basis))


def _term(choice: Choice | None, sheet: Sheet) -> str:
    return inner(choice.term(sheet.composition.lang)) if choice else BLANK


def _class(sheet: Sheet) -> dict[str, str]:
    return {"kind": _term(sheet.case.complaint_class, sheet)}


def _target(sheet: Sheet) -> dict[str, str]:
    return {"target": sheet.case.target or BLANK}


def _reason(sheet: Sheet) -> dict[str, str]:
    archive = sheet.case.archive
    return {"reason": _term(archive.reason if archive else None, sheet)}


def _rung(sheet: Sheet) -> dict[str, str]:
    return {"rung": Rung.of(sheet.case.level).term(sheet.composition.lang)}


def _track(sheet: Sheet) -> dict[str, str]:
    last = sheet.case.tracks[-1] if sheet.case.tracks else None
    track = last.track.term(sheet.composition.lang) if last else BLANK
    return {"track": track, "stage": _term(last.stage if last else None, sheet)}


def _asked(sheet: Sheet) -> dict[str, str]:
    last = sheet.case.requests[-1] if sheet.case.requests else None
    return {"kind": _term(last.kind if last else None, sheet)}


def _paid(sheet: Sheet) -> dict[str, str]:
    return {"amount": rupiah(sheet.case.paid, sheet.composition.lang)}


def _limit(sheet: Sheet) -> dict[str, str]:
    until = sheet.case.own_limit
    return {"date": sheet.day(until) if until else BLANK}


_PARAMS: Final[Mapping[Step, Callable[[Sheet], Mapping[str, str]]]] = {
    Step.CLASSIFY: _class,
    Step.TRANSFER: _target,
    Step.ARCHIVE: _reason,
    Step.ESCALATE: _rung,
    Step.OPEN_TRACK: _track,
    Step.REQUEST: _asked,
    Step.PAY_DAMAGES: _paid,
    Step.SET_LIMIT: _limit,
}


def _details(step: Step, sheet: Sheet) -> Iterator[Block]:
    if step in _DETAILS:
        yield from _DETAILS[step](sheet)


def _missing(sheet: Sheet) -> Iterator[Block]:
    lang = sheet.composition.lang
    yield from listed((one.term(lang) for one in sheet.case.missing), Marker.LETTER)
    yield Paragraph(text=sheet.say("notice.complete-in-time"))


def _explained(sheet: Sheet) -> Iterator[Block]:
    archive = sheet.case.archive
    if archive and (why := sentence(sheet.cleaned(archive.explanation))):
        yield Paragraph(text=why)
    yield Paragraph(text=sheet.say("notice.appeal"))


def _tasks(sheet: Sheet) -> Iterator[Block]:
    yield from listed((_task(one, sheet) for one in sheet.case.tasks), Marker.DECIMAL)


def _task(task: Task, sheet: Sheet) -> str:
    key = "done" if task.done else "refused" if task.refused else "open"
    why = inner(sheet.cleaned(task.refused))
    state = sheet.say(f"notice.task.{key}", why=why)
    return sheet.say("pair", label=sheet.cleaned(task.text), value=state)


def _reacting(sheet: Sheet) -> Iterator[Block]:
    yield Paragraph(text=sheet.say("notice.react"))
    yield Paragraph(text=sheet.say("notice.other-roads"))


def _other_roads(sheet: Sheet) -> Iterator[Block]:
    yield Paragraph(text=sheet.say("notice.other-roads"))


_DETAILS: Final[Mapping[Step, Callable[[Sheet], Iterator[Block]]]] = {
    Step.DECLARE_INCOMPLETE: _missing,
    Step.ARCHIVE: _explained,
    Step.CARRY_OUT: _tasks,
    Step.DELIVER: _reacting,
    Step.ESCALATE: _other_roads,
}


def _as_it_stood(case: Case, entry: Entry) -> Case:
    """Return a case with the log, the state and the roads that it had right after a line.

    The times that are told to whom complains hang on nothing else.
    """
    if entry is case.log[-1]:
        return case
    log = case.log[: [one is entry for one in case.log].index(True) + 1]
    states = [to for one in log if (to := TRANSITIONS[one.step].to) is not None]
    roads = sum(one.step is Step.OPEN_TRACK for one in log)
    return evolve(case, log=log, state=states[-1], tracks=case.tracks[:roads])


def _ahead(sheet: Sheet, entry: Entry) -> Iterator[Block]:
    stood = _as_it_stood(sheet.case, entry)
    sheet = evolve(sheet, facts=evolve(sheet.facts, case=stood))
    # Where nothing is left to do, only the road to the Ombudsman still has a time.
    if sheet.case.state is State.WITHDRAWN:
        return
    if table := times(sheet):
        yield Heading(level=2, text=sheet.say("paper.times"))
        yield from table
