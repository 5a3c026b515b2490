"""Checking a record, such as a sale: found by the ``format`` of the file, done by its room."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pst_standards.definitions import Reading
    from pst_standards.findings import Report
    from pst_standards.rules import Rulebook

ROOMS: Final[Mapping[str, tuple[str, str]]] = {
    "complaint": ("pst_standards.complaints.checks", "check_complaint"),
    "complaint-recap": ("pst_standards.complaints.recap_checks", "check_recap"),
    "damages": ("pst_standards.compensation.damages_checks", "check_damages"),
    "data-breach": ("pst_standards.complaints.breach_checks", "check_data_breach"),
    "information-request": (
        "pst_standards.complaints.information_checks",
        "check_information_request",
    ),
    "service-event": ("pst_standards.compensation.event_checks", "check_event"),
    "sale": ("pst_standards.tariffs.checking", "check_sale"),
}
"""The module and function that check each kind; it takes source, ``as_of`` and ``rules``."""


def kind_of(reading: Reading) -> str | None:
    """Return the kind of record that was read as if it were a definition, ``None`` for any other.

    Reading a definition tells of a foreign ``format``, so that no file need be opened twice.
    """
    for found in reading.findings:
        if found.rule == "DEF-028":
            name = str(found.params["found"]).removeprefix("pst-").removesuffix("/1")
            return name if name in ROOMS else None
    return None


def check_record(
    kind: str, path: str, reading: Reading, *, as_of: date | None, rules: Rulebook
) -> Report:
    """Check a record with the rules about its kind."""
    module, name = ROOMS[kind]
    data = reading.definition.origin.layers[0].data
    source = data if path == STANDARD_INPUT else Path(path)
    report: Report = getattr(import_module(module), name)(source, as_of=as_of, rules=rules)
    return report
