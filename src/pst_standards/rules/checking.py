"""The check: read what is given, run the rules, and return one report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pst_standards.definitions.confirmations import early_confirmations
from pst_standards.findings import Finding, Report
from pst_standards.model.definition import Definition
from pst_standards.rules.context import Context
from pst_standards.rules.engine import run
from pst_standards.rules.rulebook import Rulebook, standard_rulebook
from pst_standards.rules.subjects import office_name, subjects
from pst_standards.rules.suppressing import suppress

if TYPE_CHECKING:
    from pst_standards.definitions import Bases, Reading


def check(
    source: str | Path | Definition | Mapping[str, Any],
    *,
    as_of: date | None = None,
    bases: Bases | None = None,
    rules: Rulebook | None = None,
) -> Report:
    """Check a definition file or folder, a definition, or data, against the law of a day.

    The report holds what is wrong with the shape of the data and what the rules found, and it
    never stops at the first finding. ``as_of`` is today unless given; ``bases`` says where an
    ``extends`` may look; ``rules`` is what is asked, the catalogue of this package unless given.
    Raises ``DefinitionError`` when the source cannot be used at all.

    >>> report = check({"standards": [{"id": "library"}]}, as_of=date(2026, 11, 22))
    >>> report.of("STD-001")[0].params["component"], len(report.of("STD-001"))
    ('legal_basis', 14)
    """
    if isinstance(source, Definition):
        return check_definition(source, as_of=as_of, rules=rules)
    from pst_standards.definitions import read_data, read_path

    if isinstance(source, Mapping):
        return check_reading(read_data(source, bases=bases), as_of=as_of, rules=rules)
    return check_reading(read_path(source, bases=bases), as_of=as_of, rules=rules)


def check_reading(
    reading: Reading, *, as_of: date | None = None, rules: Rulebook | None = None
) -> Report:
    """Check what has been read already, such as standard input: shape and rules in one report."""
    return _report(reading.definition, _day(as_of), rules, reading.inputs, reading.findings)


def check_definition(
    definition: Definition, *, as_of: date | None = None, rules: Rulebook | None = None
) -> Report:
    """Check a definition that exists as an object.

    >>> check_definition(Definition(), as_of=date(2026, 11, 22)).ok()
    False
    """
    origin = definition.origin
    return _report(definition, _day(as_of), rules, () if origin is None else origin.inputs)


def _report(
    definition: Definition,
    on: date,
    rules: Rulebook | None,
    inputs: tuple[str, ...],
    shape: tuple[Finding, ...] = (),
) -> Report:
    context = Context(definition=definition, as_of=on)
    rules = rules or standard_rulebook()
    outcome = suppress(run(context, rules), context, rules.rows)
    return Report(
        as_of=on,
        inputs=inputs,
        findings=(*shape, *early_confirmations(definition, on), *outcome.findings),
        coverage=outcome.coverage,
        office=office_name(definition),
        subjects=tuple(subjects(definition)),
    )


def _day(as_of: date | None) -> date:
    """Return the day whose law counts: today unless one was given, of a moment its day."""
    if as_of is None:
        return datetime.now().astimezone().date()
    if isinstance(as_of, datetime):
        return as_of.date()
    if not isinstance(as_of, date):
        raise TypeError(f"as_of: expected a date, found {type(as_of).__name__}")
    return as_of
