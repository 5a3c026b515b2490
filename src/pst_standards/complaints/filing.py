"""A complaint taken out of a file or a form: who complains is sealed before the rest is read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen, mutable

from pst_standards.calendar import Zone
from pst_standards.complaints.errors import ComplaintError, EventError
from pst_standards.complaints.filing_notes import FilingNote, named_numbers, notes_on
from pst_standards.complaints.given import not_a_source
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.identity import FIELDS, Identity, faults_in, taken
from pst_standards.complaints.states import IdentityMode
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading import read
from pst_standards.definitions.records import read_record
from pst_standards.definitions.withholding import is_no_name, keyless, told_apart, without_told
from pst_standards.findings import Finding, Severity
from pst_standards.model.complaint_case import ComplaintRecord

Source: TypeAlias = str | Path | bytes | Mapping[str, Any] | ComplaintRecord
"""The path of a file, its bytes, what a form gave, or a record that was read before."""
_LOSES_NOUGHTS: Final = ("phone", "id_number", "contact")
_UNKNOWN_KEY: Final = "DEF-015"
_OF_REFUSED: Final = {"": "refused", "meant": "refused_meant"}
_OF_A_REPORTER: Final = FIELDS
_ZONELESS: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?"
)
_TIMES: Final = frozenset({"filed_at", "at", "received_at"})


@frozen(kw_only=True)
class Filing:
    """A complaint that was read: the record, which names nobody, and the sealed identity beside it.

    ``identity`` is None where nobody is named. ``findings`` kept nothing from being read, and
    ``notes`` are what the desk should look at.
    """

    record: ComplaintRecord = field(repr=False)
    identity: Identity | None = None
    mode: IdentityMode = IdentityMode.OPEN
    findings: tuple[Finding, ...] = ()
    notes: tuple[FilingNote, ...] = ()


def read_filing(source: Source, zone: Zone | None = None) -> Filing:
    """Read a complaint, and seal who complains before anything else is looked at.

    A mapping loses its ``reporter``. "Anonim" in place of a name makes the complaint anonymous and
    seals nothing. ``zone`` is that of times that do not tell theirs. Raises ``DefinitionError``
    where the rest is not of its form or has a key that is not known, which may be the reporter
    under a wrong name; ``EventError`` for a text that is no path (give its bytes, or what ``json``
    made of it), for what is no complaint at all, and for a number that names who complains;
    ``SecrecyError`` where the reporter is not; ``ComplaintError`` for an anonymous complaint of
    somebody named. None of them, nor what a debugger finds along their way, tells anything of the
    reporter.

    >>> form = {"reporter": {"name": "Siti Contoh"}, "channel": "letter", "text": "Antrean"}
    >>> filing = read_filing(form)
    >>> filing.identity, "reporter" in form
    (<identity>, False)
    """
    found = filing_or_fault(source, zone)
    del source  # a traceback with locals shows what a frame still holds
    if isinstance(found, Exception):
        raise found
    return found


def filing_or_fault(
    source: Source, zone: Zone | None = None
) -> Filing | ComplaintError | DefinitionError | SecrecyError:
    """Return what ``read_filing`` returns or raises, for a caller that must let go of the source.

    >>> type(filing_or_fault({"channel": 5})).__name__
    'DefinitionError'
    """
    wrong, hand = not_a_source(source), SealingHand()
    found = wrong or _read(source, hand, zone)
    del source
    if isinstance(found, Exception):
        return found
    try:
        return _filing(found, hand)
    except (ComplaintError, SecrecyError) as error:
        return error


_Told: TypeAlias = tuple[ComplaintRecord, tuple[Finding, ...]]


def _filing(found: _Told, hand: SealingHand) -> Filing:
    (record, findings), identity = found, hand.sealed()
    stated = next((one for one in IdentityMode if one.value == record.identity), None)
    if stated is IdentityMode.ANONYMOUS and identity is not None:
        raise ComplaintError("filing.anonymous-named")
    for field_named in named_numbers(record, identity):
        raise EventError("number.named", field=field_named)
    nobody = hand.nobody and stated is None
    mode = IdentityMode.ANONYMOUS if nobody else stated or IdentityMode.OPEN
    notes = tuple(notes_on(record, identity, mode, dropped=hand.dropped))
    return Filing(record=record, identity=identity, mode=mode, findings=findings, notes=notes)


def _read(source: Source, hand: SealingHand, zone: Zone | None) -> _Told | DefinitionError:
    """Return what was read, or the error anew: the one that was raised remembers the text."""
    try:
        record, findings = _told(source, hand, zone)
    except DefinitionError as error:
        return told_apart(error)
    grave = grave_of(findings)
    return DefinitionError(grave) if grave else (record, findings)


def _told(source: Source, hand: SealingHand, zone: Zone | None) -> _Told:
    if not isinstance(source, ComplaintRecord):
        found = read_record(source, ComplaintRecord, take=hand, amend=zoned(zone))
        return found.value, found.findings
    if source.reporter is not None:
        hand({key: getattr(source.reporter, key) for key in _OF_A_REPORTER})
    return evolve(source, reporter=None), ()


def zoned(zone: Zone | None) -> Callable[[Any], Any] | None:
    """Return what gives the times of a complaint the zone of the office where they tell none.

    >>> amend = zoned(Zone.WIB)
    >>> amend and amend({"filed_at": "2026-07-03T09:00", "place": "Meja"})
    {'filed_at': '2026-07-03T09:00:00+07:00', 'place': 'Meja'}
    """
    if zone is None:
        return None

    def amend(value: Any) -> Any:
        if isinstance(value, Mapping):
            told = ((key, amend(one)) for key, one in value.items())
            return {key: _placed(one, zone) if key in _TIMES else one for key, one in told}
        return [amend(one) for one in value] if isinstance(value, list) else value

    return amend


def _placed(value: Any, zone: Zone) -> Any:
    if not isinstance(value, str) or not _ZONELESS.fullmatch(value.strip()):
        return value
    try:
        return dt.datetime.fromisoformat(value.strip()).replace(tzinfo=zone.tzinfo).isoformat()
    except ValueError:
        return value  # no such day; the check of its shape says so


def grave_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings for which a complaint is refused; an unknown key may be the reporter."""
    found = (one for one in findings if one.severity is Severity.ERROR or one.rule == _UNKNOWN_KEY)
    return tuple(_refused(one) for one in found)


def _refused(found: Finding) -> Finding:
    """Return a finding that does not say that an unknown key is kept: nothing of the file is."""
    variant = _OF_REFUSED.get(found.variant) if found.rule == _UNKNOWN_KEY else None
    return evolve(found, variant=variant) if variant else found


@mutable(eq=False, repr=False)
class SealingHand:
    """What takes a reporter as it is read: it seals at once, and keeps nothing but the seal.

    >>> hand = SealingHand()
    >>> hand({"name": "Anonim"})
    >>> hand.sealed(), hand.nobody
    (None, True)
    """

    nobody: bool = field(default=False, init=False)
    dropped: bool = field(default=False, init=False)
    _identity: Identity | None = field(default=None, init=False)
    _faults: list[tuple[str, dict[str, str | int]]] = field(factory=list, init=False)

    def __call__(self, given: Any) -> None:
        """Seal what was given as the reporter; whatever is wrong with it is told by ``sealed``."""
        if given is None:
            return
        form = dict(given) if isinstance(given, Mapping) else given
        if isinstance(given, MutableMapping):
            given.clear()
        if isinstance(form, dict):
            self._look(form)
        if form == {} and self.nobody:
            return
        self._seal(form)

    def _look(self, form: dict[Any, Any]) -> None:
        if is_no_name(form.get("name")):
            self.nobody = True
            self.dropped = any(value for key, value in form.items() if key != "name")
            form.clear()
        for key in _LOSES_NOUGHTS:
            if isinstance(form.get(key), int):
                # YAML reads 0812 as 812; a number to call must be what was written.
                self._faults.append(("secrecy.field-text", {"field": key}))

    def _seal(self, form: Any) -> None:
        self._faults += [(one.key, one.params) for one in faults_in(form)]
        try:
            self._identity = taken(form)
        except SecrecyError:
            self._identity = None  # why is told by ``faults``

    def sealed(self) -> Identity | None:
        """Return the identity, None where nobody was named; raise what was wrong with it."""
        for one in self.faults():
            raise one
        return self._identity

    @property
    def named(self) -> bool:
        """Whether somebody was named and sealed."""
        return self._identity is not None

    def faults(self) -> tuple[SecrecyError, ...]:
        """Return all that was wrong with it; no error remembers the frames it came through."""
        return tuple(SecrecyError(key, **params) for key, params in self._faults)


def read_details(path: Path, name: str) -> dict[str, Any]:
    """Return what a file tells of a step, as ``Desk.advance`` takes it.

    Raises ``DefinitionError`` for a file that cannot be read or is doubtful; it tells nothing of
    a ``reporter`` in it.
    """
    found = _details(path, name)
    if isinstance(found, Exception):
        raise found
    return found


def _details(path: Path, name: str) -> dict[str, Any] | DefinitionError:
    try:
        content = read(read_bytes(path, name), name)
    except DefinitionError as error:
        return told_apart(error)
    about = without_told(content.findings, frozenset({"reporter"}))
    grave = tuple(keyless(one) for one in about if one.severity is Severity.ERROR)
    return DefinitionError(grave) if grave else content.data
