"""A register of complaints checked: every log by the rules about a complaint, and the whole."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from attrs import evolve, field, fields_dict, frozen

from pst_standards.calendar import Calendar, default_calendar
from pst_standards.complaints.checks import ABOUT, CHECKS
from pst_standards.complaints.events import LONG_AFTER, Event
from pst_standards.complaints.logged import Logged
from pst_standards.complaints.logs_as_records import record_of, zone_told
from pst_standards.complaints.office_days import day_at, zone_at
from pst_standards.complaints.payloads import Archived, Filed
from pst_standards.complaints.registers.protocol import Register, RegisterError
from pst_standards.findings import Coverage, Finding, Param, Pointer, Report, Severity, Verdict
from pst_standards.rules.cases import judge_each
from pst_standards.rules.engine import CUT_SHORT, MOST_FINDINGS
from pst_standards.rules.rulebook import Rulebook, standard_rulebook

_DUPLICATE: Final = "PGD-033"
_CHANGED: Final = "PGD-060"
_SHORTEST_TEXT: Final = 20
"""Characters from which the same words in two complaints are a sign; "antrean lama" is none."""


class _Signs(NamedTuple):
    """What may show that two complaints are one."""

    number: str
    filed_at: dt.datetime
    linked: frozenset[str]
    keys: tuple[tuple[object, ...], ...]


@frozen(kw_only=True)
class _Found:
    """What was found so far; of each rule no more than a person reads."""

    findings: list[Finding] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    coverages: dict[Coverage, None] = field(factory=dict)
    signs: list[_Signs] = field(factory=list)

    def add(self, found: Finding) -> None:
        self.counts[found.rule] += 1
        if self.counts[found.rule] <= MOST_FINDINGS:
            self.findings.append(found)

    def add_all(self, findings: Iterable[Finding]) -> None:
        for one in findings:
            self.add(one)

    def cut_short(self) -> Iterator[Finding]:
        for rule, count in self.counts.items():
            if count > MOST_FINDINGS:
                params: dict[str, Param] = {"rule": rule, "count": MOST_FINDINGS}
                warning, shape = Severity.WARNING, Verdict.SHAPE
                yield Finding(rule=CUT_SHORT, severity=warning, verdict=shape, params=params)


def check_register(
    register: Register,
    *,
    on: dt.date | None = None,
    rules: Rulebook | None = None,
    calendar: Calendar | None = None,
    name: str = "",
) -> Report:
    """Check every complaint of a register as it stands on a day, and the register as a whole.

    A finding points at the number of its complaint and the place in its log, the filing being 0:
    ``/PGD-2026-7K3M9Q2T/events/3``. No identity is opened. A log that was changed, cut short or
    cannot be read is a finding too. Raises ``RegisterError`` where the store is out of reach.

    >>> from pst_standards.complaints.registers.memory import MemoryRegister
    >>> report = check_register(MemoryRegister(), on=dt.date(2026, 3, 10))
    >>> report.findings, report.coverage.checked
    ((), ('PGD-033', 'PGD-060'))
    """
    day, book = on or dt.datetime.now().astimezone().date(), rules or standard_rulebook()
    found = _Found()
    days = calendar or default_calendar()
    _judge(register, found, book, day, days)
    for one in _duplicates(found.signs, book):
        found.add(one)
    return Report(
        as_of=day,
        inputs=(name,) if name else (),
        findings=(*found.findings, *found.cut_short()),
        coverage=_together(found.coverages),
        about=ABOUT,
    )


def _judge(
    register: Register, found: _Found, book: Rulebook, on: dt.date, calendar: Calendar
) -> None:
    places: list[str] = []

    def logged() -> Iterator[Logged]:
        for number, log in register.logs():
            places.append(number)
            found.signs.append(_signs(number, log))
            found.add_all(_dated_back(number, log, book))
            record, zone = record_of(log), zone_told(log)
            yield Logged(record=record, on=on, calendar=calendar, zone=zone)

    # What was changed stands first: it is what makes all else doubtful.
    known = _damages(register, book)
    found.add_all(known)
    try:
        for outcome in judge_each(logged(), ABOUT, CHECKS, as_of=on, rules=book):
            found.coverages[outcome.coverage] = None
            for one in outcome.findings:
                found.add(evolve(one, pointer=(places[-1], *_of_the_log(one.pointer))))
    except RegisterError as error:
        late = _damage(error, book)
        if late not in known:
            found.add(late)


def _damages(register: Register, book: Rulebook) -> tuple[Finding, ...]:
    try:
        register.verify()
    except RegisterError as error:
        return tuple(_damage(one, book) for one in (error, *error.others))
    return ()


def _of_the_log(pointer: Pointer) -> Pointer:
    """Return where something stands in a log, whose first event is the filing."""
    if len(pointer) > 1 and pointer[0] == "events" and isinstance(pointer[1], int):
        return ("events", pointer[1] + 1, *pointer[2:])
    return pointer if pointer in {(), ("events",)} else ("events", 0, *pointer)


def _damage(error: RegisterError, book: Rulebook) -> Finding:
    """Return a fault of the store as a finding; raise it where the store could not be read."""
    if error.key != "register.damaged":
        raise error
    number, position = error.params.get("number"), error.params.get("position")
    place: Pointer = (str(number),) if number else ()
    if number and isinstance(position, int):
        place = (*place, "events", position - 1)
    return _finding(book, _CHANGED, "changed", place)


def _finding(book: Rulebook, rule: str, variant: str, pointer: Pointer, **params: Param) -> Finding:
    row = book.rows[rule]
    return Finding(
        rule=rule,
        variant=variant,
        severity=row.severity_of(variant),
        verdict=row.verdict,
        pointer=pointer,
        params=params,
        citations=row.cites,
    )


def _dated_back(number: str, log: Sequence[Event], book: Rulebook) -> Iterator[Finding]:
    """Yield once of a case that it was recorded long after it happened, where that was longest.

    By whole days, which the message tells: of several events written down together the first is
    named, whatever the seconds between their writing.
    """
    written = ((one.recorded_at, one.at, place) for place, one in enumerate(log))
    took = ((then - at, place) for then, at, place in written if then)
    late = [(length.days, -place) for length, place in took if length > LONG_AFTER]
    if not late or f"{_CHANGED}.dated_back" in book.off:
        return
    longest, place = max(late)
    params: dict[str, Param] = {"days": longest, "count": len(late), "most": LONG_AFTER.days}
    yield _finding(book, _CHANGED, "dated_back", (number, "events", -place), **params)


def _signs(number: str, log: Sequence[Event]) -> _Signs:
    filing = log[0]
    told = filing.data
    if not isinstance(told, Filed):
        return _Signs(number, filing.at, frozenset(), ())
    about = (told.service, told.served_on or day_at(filing.at, zone_at(told.zone, filing.at)))
    words = " ".join(told.text.casefold().split())
    keys: list[tuple[object, ...]] = []
    if told.reporter and told.service:
        keys.append(("reporter", told.reporter, *about))
    if len(words) >= _SHORTEST_TEXT:
        keys.append(("text", words, *about))
    linked = {told.previous, *(one.data.of for one in log if isinstance(one.data, Archived))}
    return _Signs(number, filing.at, frozenset(linked), tuple(keys))


def _duplicates(signs: Sequence[_Signs], book: Rulebook) -> Iterator[Finding]:
    """Yield the complaints that may be a duplicate of an earlier one and are not linked to it."""
    if _DUPLICATE in book.off or f"{_DUPLICATE}.unlinked" in book.off:
        return
    first: dict[tuple[object, ...], _Signs] = {}
    for one in sorted(signs, key=lambda one: (one.filed_at, one.number)):
        before = [first.setdefault(key, one) for key in one.keys]
        other = next((seen for seen in before if seen is not one), None)
        if other is None or other.number in one.linked or one.number in other.linked:
            continue
        yield _finding(book, _DUPLICATE, "unlinked", (one.number, "events", 0), other=other.number)


def _together(coverages: Sequence[Coverage] | dict[Coverage, None]) -> Coverage:
    """Put every rule where it says most; two rules look at the register as a whole."""
    whole = Coverage(checked=(_DUPLICATE, _CHANGED))
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for name in ("failed", "switched_off", "checked", "uncheckable", "not_applicable"):
        parts = (getattr(part, name) for part in (*coverages, whole))
        rules = dict.fromkeys(rule for part in parts for rule in part)
        found[name] = tuple(rule for rule in rules if rule not in taken)
        taken.update(rules)
    return Coverage(**{name: found[name] for name in fields_dict(Coverage)})
