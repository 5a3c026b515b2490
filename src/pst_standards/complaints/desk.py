"""The desk where complaints come in and go their way: a register, a vault, and who sits there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from pst_standards.calendar import Calendar, Zone, default_calendar
from pst_standards.calendar.zones import zone_of_time
from pst_standards.complaints.case import Case
from pst_standards.complaints.cases import advance, possible, replay
from pst_standards.complaints.clocks import ClockReading
from pst_standards.complaints.desk_due import Due, due_list
from pst_standards.complaints.desk_keeping import SAFE_AGE, ended, orphans
from pst_standards.complaints.desk_references import (
    TO_COME,
    at_work,
    doer,
    recorded,
    referring,
    refuse_named,
    step_told,
    told_by_id,
)
from pst_standards.complaints.desk_tracking import track
from pst_standards.complaints.errors import ComplaintError, EventError, TransitionError
from pst_standards.complaints.events import CITIZENS, SYSTEM, Event
from pst_standards.complaints.filing import Filing, SealingHand, Source, filing_or_fault
from pst_standards.complaints.given import as_day, as_moment, as_zone
from pst_standards.complaints.impartial import Officer, given_out, is_off
from pst_standards.complaints.known_clocks import known_clocks
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.payloads import Payload, ReceiptIssued
from pst_standards.complaints.profiles import Profile, profile_on
from pst_standards.complaints.records import events_of, filing_of
from pst_standards.complaints.registers.lines import Line, line_of
from pst_standards.complaints.registers.protocol import Register, RegisterError
from pst_standards.complaints.sealing import without_report
from pst_standards.complaints.secrecy.codes import SecretCode, new_number
from pst_standards.complaints.secrecy.identity import Identity
from pst_standards.complaints.secrecy.references import IdentityRef
from pst_standards.complaints.secrecy.retention import Retention, erase_all, erase_due
from pst_standards.complaints.secrecy.vaults import Vault
from pst_standards.complaints.secrecy.views import Role, view
from pst_standards.complaints.states import IdentityMode, Step

_TRIES: Final = 5
_NOT_TAKEN: Final = "Pengaduan ini tidak jadi dicatat"
_NOT_KEPT: Final = frozenset(
    {"register.moved-on", "register.number-taken", "register.unstorable", "register.busy"}
)
"""Errors after which an event is surely not in the register."""
_CLOCKS_DIFFER: Final = dt.timedelta(minutes=5)


@frozen(kw_only=True)
class Taken:
    """What comes of filing; ``code`` is for who complains, and is nowhere else."""

    number: str
    code: SecretCode
    case: Case
    clocks: tuple[ClockReading, ...]
    filing: Filing = field(repr=False)


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@frozen(eq=False)
class Desk:
    """What an officer does with complaints; what an application embeds.

    ``zone`` is that of the office, where times that are not given are needed; ``profile`` stands in
    for that of the day of filing. ``superiors`` are the ids of those above who sits here: who is
    accused, in conflict, or below such a one does nothing here and sees nothing (``impartial``). A
    desk without a vault takes no reporter and opens none.

    >>> from pst_standards.complaints.registers import MemoryRegister
    >>> desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB)
    >>> taken = desk.file({"channel": "letter", "text": "Antrean tiga jam"})
    >>> desk.track(taken.number, taken.code.hand_over())["state"]
    'received'
    """

    register: Register
    vault: Vault | None
    officer: str = ""
    calendar: Calendar = field(factory=default_calendar, kw_only=True, repr=False)
    profile: Profile | None = field(default=None, kw_only=True)
    zone: Zone | None = field(default=None, kw_only=True, converter=as_zone)
    superiors: tuple[str, ...] = field(default=(), kw_only=True)
    now: Callable[[], dt.datetime] = field(default=_utc_now, kw_only=True, repr=False)

    def file(self, source: Source) -> Taken:
        """Take a complaint in: seal who complains, give a number and a code, start the clocks.

        Events that a record tells happen as well, all of them or, where one cannot, nothing. Who is
        accused, in conflict, or below such a one files nothing (``by.accused-files``). Raises as
        ``read_filing``, ``advance`` and ``Register.append``; then nobody is sealed either.
        """
        filing = filing_or_fault(source, self.zone)
        del source  # a traceback with locals shows what a frame still holds
        if isinstance(filing, Exception):
            raise filing
        self._at_work()
        code = SecretCode.new()
        events = self._filed(filing, code.hashed())
        for event in events[1:]:
            refuse_named(event.data)
        self._not_ahead(*(one.at for one in events))
        if is_off(self._lived(events)[-1], self._sitting):
            raise TransitionError("by.accused-files", step=Step.FILE.value)
        case = self._kept(filing.identity, events)
        times = self.clocks(case)
        case = given_out(case)
        return Taken(number=case.number, code=code, case=case, clocks=times, filing=filing)

    def _filed(self, filing: Filing, code_hash: str) -> tuple[Event, ...]:
        record, at = filing.record, self._now(self.zone)
        year = day_at(record.filed_at or at, self.zone).year
        ref = str(TO_COME) if filing.identity is not None else ""
        first = filing_of(record, number=new_number(year), reporter=ref, at=at)
        told: Any = first.data
        # Also where it was written on another clock: its days are those of the office.
        zone = None if zone_of_time(first.at) is self.zone else self.zone
        data = evolve(told, code_hash=code_hash, identity=filing.mode, zone=zone)
        if not record.events:
            return (evolve(first, data=data),)
        later = events_of(evolve(record, number=told.number, filed_at=first.at))[1:]
        return (evolve(first, data=data), *later)

    def _lived(self, events: tuple[Event, ...]) -> tuple[Case, ...]:
        """Return the case after each event; raises where one of them cannot happen."""
        case: Case | None = None
        lived = []
        for event in events:
            case = self._after(case, event)
            lived.append(case)
        return tuple(lived)

    def _kept(self, identity: Identity | None, events: tuple[Event, ...]) -> Case:
        ref = self._sealed(identity)
        events = referring(events, ref)
        lived = self._lived(events)
        self._added(lived, events, ref)
        return lived[-1]

    def advance(
        self,
        number: str,
        step: Step | str,
        data: Payload | Mapping[str, Any] | None = None,
        *,
        at: dt.datetime | None = None,
        by: str = "",
    ) -> Case:
        """Let one step happen to a case and return the case after it.

        What only the complainant may do is noted as done by them and recorded by the officer. A
        ``reporter`` in what completes a file is sealed first. Where somebody else wrote meanwhile,
        the step is tried again on what they left. Raises ``EventError`` and ``TransitionError``,
        then nothing has changed; ``RegisterError``.

        >>> from pst_standards.complaints.registers import MemoryRegister
        >>> desk = Desk(MemoryRegister(), None, "A1", zone=Zone.WIB)
        >>> number = desk.file({"channel": "letter", "text": "Antrean tiga jam"}).number
        >>> desk.issue_receipt(number, place="Meja pengaduan").receipt.officer
        'A1'
        """
        hand = SealingHand()
        read = step_told(step, data, hand)
        del data  # a traceback with locals shows what a frame still holds
        officer = self._at_work()
        if isinstance(read, ComplaintError):
            raise read
        which, identity, told = read[0], hand.sealed(), read[1]
        if at is not None:
            self._not_ahead(as_moment(at))
        if by and by not in CITIZENS | {SYSTEM, officer}:
            raise ComplaintError("by.other")
        for _ in range(_TRIES):
            case = replay(self.register.events(number))
            who = by or doer(which, case, officer)
            data = recorded(told, who, self._sitting)
            then = at or self._now(zone_at(case.zone, case.filed_at))
            event = Event(step=which, at=then, by=who, data=data)
            try:
                return given_out(self._advanced(case, event, identity))
            except RegisterError as error:
                if error.key != "register.moved-on":
                    raise
        raise RegisterError("register.moved-on", number=number)

    @property
    def _sitting(self) -> Officer:
        return Officer(self.officer.strip(), self.superiors)

    def _after(self, case: Case | None, event: Event) -> Case:
        days, held = self.calendar, self.profile
        return advance(case, event, calendar=days, profile=held, desk=self._sitting)

    def _advanced(self, case: Case, event: Event, identity: Identity | None) -> Case:
        after = self._after(case, event)
        if identity is None:
            self.register.append(case.number, event, self._line(after))
            return after
        ref = self._sealed(identity)
        (event,) = referring((event,), ref)
        after = self._after(case, event)
        self._added((after,), (event,), ref)
        return after

    def _added(
        self, lived: tuple[Case, ...], events: tuple[Event, ...], ref: IdentityRef | None
    ) -> None:
        lines = [self._line(case) for case in lived]
        try:
            self.register.append_all(lived[0].number, zip(events, lines, strict=True))
        except RegisterError as error:
            # After any other error the event may have been kept, and its identity must be then.
            if error.key in _NOT_KEPT:
                self._unsealed(ref)
            raise

    def issue_receipt(
        self,
        number: str,
        *,
        place: str = "",
        officer: str = "",
        at: dt.datetime | None = None,
    ) -> Case:
        """Issue the receipt of a case (T02); its place is that of the complaint unless given.

        Raises as ``advance``: ``receipt.twice`` where there is one.
        """
        case = self.case(number)
        receipt = ReceiptIssued(
            # The paper has the name, or lines to write it on; a secret one stays off it.
            identity=case.identity is IdentityMode.OPEN,
            description=bool(case.text.strip()),
            place=place or case.place,
            received_at=case.filed_at,
            officer=officer or self.officer,
            signed=True,
        )
        return self.advance(number, Step.ISSUE_RECEIPT, receipt, at=at)

    def case(self, number: str) -> Case:
        """Return a case; ``RegisterError`` (``register.unknown``) where there is none.

        Raises ``ComplaintError`` (``by.excluded``) for an officer who is off it: ``impartial``, and
        ``EventError`` (``officer.form``) for one who is not told by an id.
        """
        return self._looked_at(self.register.events(number))

    def events(self, number: str) -> tuple[Event, ...]:
        """Return what happened to a case; after a referral without the report, see ``sealing``.

        Raises as ``case``. ``register.events`` gives the whole log: let no user see that.
        """
        log = self.register.events(number)
        self._looked_at(log)
        return without_report(log)

    def clocks(self, case: Case, on: dt.date | None = None) -> tuple[ClockReading, ...]:
        """Return the clocks of a case but those that reach a year without data of days off."""
        held = self.profile or profile_on(case.day(case.filed_at))
        day = on or case.day(self.now())
        return known_clocks(case, calendar=self.calendar, profile=held, on=day)[0]

    def possible(self, number: str) -> tuple[Step, ...]:
        """Return the steps that may come next, as far as the state tells."""
        return possible(self.case(number))

    def track(self, number: str, code: str) -> dict[str, Any]:
        """Return what the public sees of a case, for who has its code; see ``desk_tracking``."""
        return track(self.register, number, code, at=self.now())

    def shown(self, number: str, role: Role | str, lang: str = "id") -> dict[str, Any]:
        """Return what a role sees of a case.

        Raises as ``case``.
        """
        return view(self.case(number), role, lang)

    def _looked_at(self, log: tuple[Event, ...]) -> Case:
        told_by_id(self._sitting)
        # After a referral nobody is refused: whoever was would be known by it.
        case = given_out(replay(log))
        if is_off(case, self._sitting):
            raise ComplaintError("by.excluded")
        return case

    def identity(self, number: str, reason: str) -> Identity:
        """Open who filed a case, for a reason that goes into the log of the vault first.

        Raises ``ComplaintError``: ``identity.none`` where nobody is known, ``identity.sealed``
        after a referral, ``identity.excluded`` for an officer who is accused or in conflict, or
        below somebody who is; ``VaultError`` as ``Vault.open``.
        """
        officer, case = self._at_work(), replay(self.register.events(number))
        if case.sealed:
            # It no longer says whom it was about, so nobody can be told to be free of it.
            raise ComplaintError("identity.sealed")
        if is_off(case, self._sitting):
            raise ComplaintError("identity.excluded")
        if not case.reporter or case.identity is IdentityMode.ANONYMOUS:
            raise ComplaintError("identity.none")
        return self._vault().open(IdentityRef.parse(case.reporter), officer=officer, reason=reason)

    def due(self, on: dt.date | None = None) -> Iterator[Due]:
        """Yield the open cases, the most urgent first, with their lights on a day."""
        day = self._now(self.zone).date() if on is None else as_day(on)
        return due_list(self.register.lines(open_only=True), day)

    def erase_due(
        self, retention: Retention, *, reason: str, at: dt.datetime | None = None
    ) -> tuple[IdentityRef, ...]:
        """Erase the identities that were kept long enough, and return their references.

        Logs and lines stay what they are, and so do all counts; a road outside the office that is
        open, or damages that are owed, keep an identity.
        """
        return erase_due(
            ended(self.register.logs()),
            retention,
            self._vault(),
            at=at or self.now(),
            officer=self._at_work(),
            reason=reason,
        )

    def orphans(
        self, *, older_than: dt.timedelta = SAFE_AGE, others: Iterable[Register] = ()
    ) -> tuple[IdentityRef, ...]:
        """Return the identities of the vault that no case knows; see ``desk_keeping.orphans``.

        A process that was killed between the vault and the register leaves one. ``others`` are
        further registers that the same vault serves: name them all.
        """
        registers = (self.register, *others)
        return orphans(self._vault(), registers, at=self.now(), older_than=older_than)

    def erase_orphans(
        self,
        *,
        reason: str,
        older_than: dt.timedelta = SAFE_AGE,
        others: Iterable[Register] = (),
    ) -> tuple[IdentityRef, ...]:
        """Erase the identities that ``orphans`` names, and return their references.

        Look at ``orphans`` first: beside a register that was restored from a backup, the vault
        holds reporters of cases that this register lost.
        """
        officer, vault = self._at_work(), self._vault()
        found = self.orphans(older_than=older_than, others=others)
        return erase_all(found, vault, officer=officer, reason=reason)

    def _line(self, case: Case) -> Line:
        return line_of(case, calendar=self.calendar, profile=self.profile)

    def _now(self, zone: Zone | None) -> dt.datetime:
        now = self.now()
        return now.astimezone(zone.tzinfo) if zone else now.astimezone()

    def _not_ahead(self, *moments: dt.datetime) -> None:
        """Raise for a time to come: it would end what still goes on, and bar later steps."""
        latest = self.now() + _CLOCKS_DIFFER
        if any(one.utcoffset() is not None and one > latest for one in moments):
            raise EventError("time.future", field="at")

    def _at_work(self) -> str:
        """Return the officer; nobody may sit here under a name that stands for somebody else."""
        return at_work(self._sitting)

    def _vault(self) -> Vault:
        if self.vault is None:
            raise ComplaintError("vault.none")
        return self.vault

    def _sealed(self, identity: Identity | None) -> IdentityRef | None:
        return None if identity is None else self._vault().seal(identity)

    def _unsealed(self, ref: IdentityRef | None) -> None:
        if ref is not None:
            self._vault().erase(ref, officer=self._at_work(), reason=_NOT_TAKEN)
