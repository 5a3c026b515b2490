"""Reading what an answer is computed from: nothing is answered from what was not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, bases, read

if TYPE_CHECKING:
    from pst_standards.definitions import Reading
    from pst_standards.findings import Finding
    from pst_standards.model.base import Node

N = TypeVar("N", bound="Node")

_UNKNOWN_KEY: Final = "DEF-015"
_CONFIRMATION: Final = "DEF-031"


def sound_reading(path: str, work: Run) -> Reading:
    """Read the definition that an answer is computed from; ``-`` is standard input.

    What does no harm, such as a key that means nothing here, is told beside the answer. Raises
    ``DefinitionError`` where a value was left out, or a key is probably a known one misspelt: the
    answer would then be to something else than was written.
    """
    reading = read(path, work.console, bases(work.options.bases))
    _hold(reading.findings, work.of(reading))
    return reading


def sound_record(path: str | Mapping[str, Any], kind: type[N], work: Run) -> N:
    """Read the record of one class of the model that an answer is computed from.

    ``path`` may be a mapping that was read elsewhere. Tells and raises as ``sound_reading`` does.
    """
    from pst_standards.definitions.reading import Limits
    from pst_standards.definitions.records import read_record

    source = work.console.read(Limits().size) if path == STANDARD_INPUT else path
    record = read_record(source, kind)
    _hold(record.findings, work)
    return record.value


def _hold(findings: Iterable[Finding], work: Run) -> None:
    from pst_standards.cli.reports import lines_of
    from pst_standards.definitions import DefinitionError

    found = tuple(findings)
    grave = tuple(one for one in found if _changes_answers(one))
    if grave:
        raise DefinitionError(grave)
    # Confirmations are for documents; no answer rests on them.
    told = [one for one in found if one.rule != _CONFIRMATION]
    if told:
        work.console.aside("\n".join(lines_of(told, work.lang)))


def _changes_answers(found: Finding) -> bool:
    from pst_standards.findings import Severity

    meant = found.rule == _UNKNOWN_KEY and found.variant == "meant"
    return meant or found.severity is Severity.ERROR
