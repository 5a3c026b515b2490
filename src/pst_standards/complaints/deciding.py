"""What must hold for a complaint to be decided, delivered, ended or taken back."""

from __future__ import annotations

from typing import Final

from pst_standards.calendar import Status
from pst_standards.complaints.asking import Answer, Ask, Refusal
from pst_standards.complaints.events import CITIZENS
from pst_standards.complaints.lengths import Clock
from pst_standards.complaints.references import paper
from pst_standards.complaints.states import ComplaintClass, IdentityMode, Party, State, Step

_CALLS: Final = 2
"""How often somebody is called before it is decided without them."""


def reasons_given(ask: Ask) -> Answer:
    """Refuse a decision without reasons."""
    return None if ask.data.reasons.strip() else Refusal("reasons.missing")


def actions_told_apart(ask: Ask) -> Answer:
    """Refuse actions that cannot be told apart or say nothing."""
    ids = [one.id for one in ask.data.actions] + [one.id for one in ask.case.tasks]
    named = all(one.id.strip() and one.text.strip() for one in ask.data.actions)
    return None if named and len(ids) == len(set(ids)) else Refusal("actions.unclear")


def reported_heard(ask: Ask) -> Answer:
    """Refuse to decide against somebody who was not heard."""
    case = ask.case
    named = case.accused and ask.data.outcome.is_adverse
    # Whoever stays away the second time as well is decided on without (PP 94/2021 Pasal 26 (4)).
    heard = case.was_heard(Party.REPORTED) or case.times_called(Party.REPORTED) >= _CALLS
    return Refusal("reported.unheard") if named and not heard else None


def sides_equal(ask: Ask) -> Answer:
    """Refuse to decide on the word of the reported person alone (Pasal 48 ayat (1)).

    Where that side spoke or brought evidence, the reporter was heard as well, or was called and
    did not come. Nobody can call a reporter whom nobody knows.
    """
    case = ask.case
    if case.state is not State.EXAMINED or case.identity is IdentityMode.ANONYMOUS:
        return None
    brought = any(one.party is Party.REPORTED for one in case.evidence)
    if not (brought or case.was_heard(Party.REPORTED)):
        return None
    apart = case.last(Step.HEAR_SEPARATELY) is not None
    called = case.was_heard(Party.REPORTER) or case.times_called(Party.REPORTER) > 0
    return None if apart or called else Refusal("reporter.unheard")


def damages_decided(ask: Ask) -> Answer:
    """Refuse to pass over damages that are claimed (Pasal 50 ayat (3))."""
    award = ask.data.award
    if award is None:
        return Refusal("damages.undecided") if ask.case.damages_claimed else None
    if award.amount is None or award.amount < 0:
        return Refusal("damages.amount")
    if award.amount == 0:
        return None if award.reason.strip() else Refusal("damages.reason")
    # A day that was over when it was decided is none to pay by.
    payable = award.pay_by is not None and award.pay_by >= ask.case.day(ask.event.at)
    return None if payable else Refusal("damages.pay-by")


def report_kept_back(ask: Ask) -> Answer:
    """Refuse to give out the report of an examination, of which only the outcome is told."""
    reports = {paper(one.report) for one in ask.case.decisions} - {""}
    given = (getattr(ask.data, "copy", ""), *getattr(ask.data, "documents", ()))
    return Refusal("report.secret") if reports & set(map(paper, given)) else None


def requests_answered(ask: Ask) -> Answer:
    """Refuse to end while something that was asked for is not answered."""
    waiting = sum(not one.answered for one in ask.case.requests)
    return Refusal("requests.open", {"number": waiting}) if waiting else None


def copy_given(ask: Ask) -> Answer:
    """Refuse to deliver without a copy (Pasal 50 ayat (9))."""
    return None if ask.data.copy.strip() else Refusal("copy.missing")


def tasks_done(ask: Ask) -> Answer:
    """Refuse to end while an action is open."""
    waiting = ask.case.tasks_open
    return Refusal("tasks.open", {"number": len(waiting)}) if waiting else None


def task_open(ask: Ask) -> Answer:
    """Refuse to carry out what is not open."""
    waiting = {one.id for one in ask.case.tasks_open}
    return None if ask.data.action in waiting else Refusal("task.unknown")


def damages_paid(ask: Ask) -> Answer:
    """Refuse to end while damages are owed."""
    return Refusal("damages.open") if ask.case.damages_open else None


def damages_due(ask: Ask) -> Answer:
    """Refuse a payment that is not owed."""
    award = ask.case.award
    owed = 0 if award is None else (award.amount or 0) - ask.case.paid
    return None if 0 < ask.data.amount <= owed else Refusal("damages.not-owed")


def reaction_open(ask: Ask) -> Answer:
    """Refuse an objection after its time."""
    late = ask.status(Clock.REACTION) is Status.LATE
    return Refusal("reaction.over") if late else None


def reaction_over(ask: Ask) -> Answer:
    """Refuse to end in silence before the time to react is over."""
    late = ask.status(Clock.REACTION) is Status.LATE
    return None if late else Refusal("reaction.running")


def by_citizen(ask: Ask) -> Answer:
    """Refuse to let an officer speak for the complainant."""
    return None if ask.event.by in CITIZENS else Refusal("by.citizen")


def voluntary(ask: Ask) -> Answer:
    """Refuse a withdrawal that is not the complainant's own will."""
    return None if ask.data.voluntary else Refusal("withdrawal.forced")


def no_public_interest(ask: Ask) -> Answer:
    """Refuse to take back what concerns the public."""
    held = ask.case.public_interest and ask.case.complaint_class is ComplaintClass.SUPERVISORY
    return Refusal("withdrawal.public-interest") if held else None


def public_interest_kept(ask: Ask) -> Answer:
    """Refuse to let go of the public interest without a word: then it could be taken back."""
    told = ask.data
    kept = told.public_interest and told.complaint_class is ComplaintClass.SUPERVISORY
    silent = ask.case.public_interest and not kept and not told.ground.strip()
    return Refusal("class.public-interest") if silent else None
