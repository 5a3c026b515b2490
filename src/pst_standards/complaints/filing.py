"""A complaint taken out of a file or a form: who complains is sealed before the rest is read."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import evolve, field, frozen, mutable

from pst_standards.complaints.errors import ComplaintError
from pst_standards.complaints.filing_notes import FilingNote, notes_on
from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.identity import FIELDS, Identity, taken
from pst_standards.complaints.states import IdentityMode
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.gathering import read_bytes
from pst_standards.definitions.reading import read
from pst_standards.definitions.records import read_record
from pst_standards.definitions.withholding import is_no_name, keyless, told_apart, without_told
from pst_standards.findings import Finding, Severity
from pst_standards.model.complaint_case import ComplaintRecord

Source: TypeAlias = str | Path | bytes | Mapping[str, Any] | ComplaintRecord
"""A file, its bytes, what a form gave, or a record that was read before."""
_LOSES_NOUGHTS: Final = ("phone", "id_number", "contact")
_UNKNOWN_KEY: Final = "DEF-015"
_OF_A_REPORTER: Final = FIELDS


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


def read_filing(source: Source) -> Filing:
    """Read a complaint, and seal who complains before anything else is looked at.

    A mapping loses its ``reporter``. "Anonim" in place of a name makes the complaint anonymous and
    seals nothing. Raises ``DefinitionError`` where the rest is not of its form or has a key that is
    not known, which may be the reporter under a wrong name; ``SecrecyError`` where the reporter is
    not; ``ComplaintError`` for an anonymous complaint of somebody named. None of them, nor what a
    debugger finds along their way, tells anything of the reporter.

    >>> form = {"reporter": {"name": "Siti Contoh"}, "channel": "letter", "text": "Antrean"}
    >>> filing = read_filing(form)
    >>> filing.identity, "reporter" in form
    (<identity>, False)
    """
    hand = SealingHand()
    found = _read(source, hand)
    del source  # a traceback with locals shows what a frame still holds
    if isinstance(found, Exception):
        raise found
    return _filing(found, hand)


_Told: TypeAlias = tuple[ComplaintRecord, tuple[Finding, ...]]


def _filing(found: _Told, hand: SealingHand) -> Filing:
    (record, findings), identity = found, hand.sealed()
    stated = next((one for one in IdentityMode if one.value == record.identity), None)
    if stated is IdentityMode.ANONYMOUS and identity is not None:
        raise ComplaintError("filing.anonymous-named")
    nobody = hand.nobody and stated is None
    mode = IdentityMode.ANONYMOUS if nobody else stated or IdentityMode.OPEN
    notes = tuple(notes_on(record, identity, mode, dropped=hand.dropped))
    return Filing(record=record, identity=identity, mode=mode, findings=findings, notes=notes)


def _read(source: Source, hand: SealingHand) -> _Told | DefinitionError:
    """Return what was read, or the error anew: the one that was raised remembers the text."""
    try:
        record, findings = _told(source, hand)
    except DefinitionError as error:
        return told_apart(error)
    grave = tuple(one for one in findings if _is_grave(one))
    return DefinitionError(grave) if grave else (record, findings)


def _told(source: Source, hand: SealingHand) -> _Told:
    if not isinstance(source, ComplaintRecord):
        found = read_record(source, ComplaintRecord, take=hand)
        return found.value, found.findings
    if source.reporter is not None:
        hand({key: getattr(source.reporter, key) for key in _OF_A_REPORTER})
    return evolve(source, reporter=None), ()


def _is_grave(found: Finding) -> bool:
    return found.rule == _UNKNOWN_KEY or found.severity is Severity.ERROR


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
    _fault: tuple[str, dict[str, str | int]] | None = field(default=None, init=False)

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
                self._fault = ("secrecy.field-text", {"field": key})

    def _seal(self, form: Any) -> None:
        try:
            self._identity = taken(form)
        except SecrecyError as error:
            # The error itself remembers the frames it came through.
            self._fault = (error.key, error.params)

    def sealed(self) -> Identity | None:
        """Return the identity, None where nobody was named; raise what was wrong with it."""
        if self._fault is not None:
            key, params = self._fault
            raise SecrecyError(key, **params)
        return self._identity


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
