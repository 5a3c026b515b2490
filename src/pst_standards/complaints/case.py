"""A complaint as its events have made it; it holds no identity, only a reference to one."""

from __future__ import annotations

import datetime as dt

from attrs import field, frozen

from pst_standards.calendar import Zone
from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.officers import known_as
from pst_standards.complaints.parts import Award, Handler, Notice
from pst_standards.complaints.payloads import (
    Archived,
    Decided,
    EvidenceTaken,
    Heard,
    ReceiptIssued,
)
from pst_standards.complaints.states import (
    Addressee,
    ComplaintChannelKind,
    ComplaintClass,
    ComplaintPart,
    IdentityMode,
    Need,
    Party,
    RequestKind,
    State,
    Step,
    Track,
    TrackStage,
)


@frozen
class Entry:
    """One line of the log: what happened, when, by whom, whether the complainant was told.

    ``recorded_at`` is stated only where that was long after (``Event.recorded_late``).
    """

    step: Step
    at: dt.datetime
    by: str
    notice: Notice | None = None
    recorded_at: dt.datetime | None = field(default=None, eq=False)


@frozen(kw_only=True)
class Request:
    """Something that the complainant asked for."""

    id: str
    kind: RequestKind
    ground: str = ""
    answered: bool = False
    asked_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None


@frozen(kw_only=True)
class Task:
    """An action of a decision: open until it is done or refused for a reason."""

    id: str
    text: str
    done: bool = False
    refused: str = ""


@frozen(kw_only=True)
class Conflict:
    """A conflict of interest that was reported of an officer; ``stands`` until decided is open."""

    officer: str
    reported_at: dt.datetime
    stands: bool | None = None
    decided_at: dt.datetime | None = None


@frozen(kw_only=True)
class TrackEntry:
    """What happened on a road outside the office."""

    track: Track
    stage: TrackStage
    at: dt.datetime
    reference: str = ""


@frozen(kw_only=True)
class Case:
    """A complaint: its state, what it says, who works on it, what was decided, and its log.

    Made by ``replay`` and ``advance`` only. After a referral to the whistleblowing system nothing
    of the report is left in it but ``barred``: marks of those who were off it then (``mark_of``),
    so that they stay off. No view shows them, and no desk gives them out (``given_out``). ``level``
    is where it stands on the ladder.
    ``deciders`` are those who handled a decision or wrote it down, ``objected_to`` those of them at
    the last objection. ``accused_level`` is None where somebody is accused and nobody said at which
    level they are.
    """

    number: str
    state: State
    log: tuple[Entry, ...]
    channel: ComplaintChannelKind
    identity: IdentityMode
    reporter: str
    addressee: Addressee
    secrecy_ground: str = ""
    accused: tuple[str, ...] = ()
    accused_level: int | None = None
    service: str = ""
    served_on: dt.date | None = None
    text: str = ""
    loss: str = ""
    request: str = ""
    place: str = ""
    signed: bool = False
    oral: bool = False
    assisted: bool = False
    needs: tuple[Need, ...] = ()
    proxy: bool = False
    mandate: str = ""
    damages_claimed: bool = False
    damages_cause: str = ""
    attachments: tuple[str, ...] = ()
    fee: int = 0
    previous: str = ""
    code_hash: str = ""
    zone: Zone | None = None
    receipt: ReceiptIssued | None = None
    complaint_class: ComplaintClass | None = None
    public_interest: bool = False
    missing: tuple[ComplaintPart, ...] = ()
    handler: Handler | None = None
    past_handlers: tuple[Handler, ...] = ()
    level: int = 0
    requests: tuple[Request, ...] = ()
    hearings: tuple[Heard, ...] = ()
    evidence: tuple[EvidenceTaken, ...] = ()
    decisions: tuple[Decided, ...] = ()
    deciders: tuple[str, ...] = ()
    objected_to: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    paid: int = 0
    copies: tuple[str, ...] = ()
    reopened: int = 0
    automatic: bool = False
    voluntary: bool = False
    ombudsman_told: bool = False
    tracks: tuple[TrackEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    own_limit: dt.date | None = None
    announced: tuple[str, ...] = ()
    target: str = ""
    referral: str = ""
    archive: Archived | None = None
    sealed: bool = False
    barred: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def filed_at(self) -> dt.datetime:
        """When the complaint came in."""
        return self.log[0].at

    @property
    def decision(self) -> Decided | None:
        """The decision that holds, which after a rework is the later one."""
        return self.decisions[-1] if self.decisions else None

    @property
    def award(self) -> Award | None:
        """What was last decided of damages; a decision silent on them takes none away."""
        told = (one.award for one in reversed(self.decisions) if one.award is not None)
        return next(told, None)

    @property
    def damages_open(self) -> bool:
        """Whether damages were awarded and not paid in full."""
        return self.award is not None and self.paid < (self.award.amount or 0)

    @property
    def tasks_open(self) -> tuple[Task, ...]:
        """The actions that are neither done nor refused for a reason."""
        return tuple(one for one in self.tasks if not one.done and not one.refused)

    @property
    def excluded(self) -> frozenset[str]:
        """The officers who may not work on the case: the accused, and those in conflict."""
        return frozenset(self.accused) | {
            one.officer for one in self.conflicts if one.stands is not False
        }

    def was_heard(self, party: Party) -> bool:
        """Whether a side was heard, which whoever was called and did not come was not."""
        return any(one.party is party and not one.declined.strip() for one in self.hearings)

    def times_called(self, party: Party) -> int:
        """On how many days a side was called and did not come; twice on a day is once."""
        lines = (one for one in self.log if one.step is Step.HEAR)
        told = zip(self.hearings, lines, strict=True)
        missed = (line for one, line in told if one.party is party and one.declined.strip())
        return len({self.day(line.at) for line in missed})

    def above(self, officer: str) -> frozenset[str]:
        """Return those above an officer, as far as giving them the case told."""
        handlers = (*self.past_handlers, *([self.handler] if self.handler else []))
        theirs = (one for one in handlers if known_as(one.officer) == known_as(officer))
        return frozenset(superior for one in theirs for superior in one.superiors)

    def open_requests(self, kind: RequestKind) -> tuple[Request, ...]:
        """Return what was asked for and not yet given."""
        return tuple(one for one in self.requests if one.kind is kind and not one.answered)

    def first(self, *steps: Step) -> Entry | None:
        """Return the first line of the log that is one of these steps."""
        return next((one for one in self.log if one.step in steps), None)

    def last(self, *steps: Step) -> Entry | None:
        """Return the last line of the log that is one of these steps."""
        return next((one for one in reversed(self.log) if one.step in steps), None)

    def day(self, at: dt.datetime) -> dt.date:
        """Return the date of a moment on the clocks of the office.

        Raises ``ComplaintError`` where neither the filing nor its time says which zone that is.
        """
        zone = zone_at(self.zone, self.filed_at)
        if zone is None:
            raise ComplaintError("zone.unknown")
        return day_at(at, zone)
