"""What a check found, as data; the words for it live in the room ``messages``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from string import digits
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from pst_standards.findings.pointer import Location, Pointer
from pst_standards.findings.severity import Severity, Verdict

Param: TypeAlias = str | int | bool | tuple[str | int, ...] | None
"""A value that a message speaks of; whole sentences never travel in params."""


def _freeze(params: Mapping[str, Param]) -> Mapping[str, Param]:
    return MappingProxyType(dict(params))


@frozen(kw_only=True)
class Finding:
    """One thing found in a definition: which rule, where, and the values its message names.

    ``variant`` picks one of several wordings of a rule (``few`` of ``STD-034``); ``citations``
    are short citations such as ``UU 25/2009 Pasal 21 huruf e``. ``words`` (language, message,
    hint) are the sentences of a rule that is not of this package; those of ours are looked up.

    >>> finding = Finding(
    ...     rule="STD-001",
    ...     severity=Severity.ERROR,
    ...     verdict=Verdict.STATUTORY,
    ...     params={"component": "fee", "letter": "e"},
    ...     pointer=("standards", 0),
    ... )
    >>> finding.message_key
    'STD-001'
    """

    rule: str
    severity: Severity
    verdict: Verdict
    params: Mapping[str, Param] = field(factory=dict, converter=_freeze)
    pointer: Pointer = ()
    location: Location = Location()
    citations: tuple[str, ...] = ()
    variant: str = ""
    words: tuple[tuple[str, str, str], ...] = ()

    @property
    def message_key(self) -> str:
        """Key of the sentence in the message catalogues; the hint adds ``.hint`` to it."""
        return f"{self.rule}.{self.variant}" if self.variant else self.rule

    def __hash__(self) -> int:
        return hash((self.rule, self.variant, self.pointer, self.location))

    def __reduce__(self) -> tuple[object, ...]:
        # A mapping proxy cannot be pickled, and findings cross process borders in batch runs.
        state = (self.rule, self.severity, self.verdict, dict(self.params), self.pointer)
        return (_rebuild, (*state, self.location, self.citations, self.variant, self.words))


def _rebuild(  # noqa: PLR0913, PLR0917 - mirrors the nine fields for pickle
    rule: str,
    severity: Severity,
    verdict: Verdict,
    params: dict[str, Param],
    pointer: Pointer,
    location: Location,
    citations: tuple[str, ...],
    variant: str,
    words: tuple[tuple[str, str, str], ...],
) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        verdict=verdict,
        params=params,
        pointer=pointer,
        location=location,
        citations=citations,
        variant=variant,
        words=words,
    )


_BEFORE_ALL: Final = frozenset({("PGD-060", "changed")})
"""Rule and variant of what was changed behind the back of a register."""


def _row_first(cell: str) -> tuple[int, str]:
    """Return the row and the column of a cell, so that the tenth row follows the ninth."""
    letters = cell.rstrip(digits)
    return int(cell[len(letters) :] or 0), letters


def in_order(findings: Iterable[Finding], inputs: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Sort findings as a person works through them: file by file, from top to bottom.

    ``inputs`` names the files in the order they were read, an office's own before its base;
    files that it does not name come last. Of one place comes first what makes the rest doubtful.
    """
    ranks = {name: rank for rank, name in enumerate(inputs)}

    def place(finding: Finding) -> tuple[Any, ...]:
        at = finding.location
        file, rank = at.file or "", ranks.get(at.file or "", len(ranks))
        later = (finding.rule, finding.variant) not in _BEFORE_ALL
        rule, pointer = finding.rule, str(finding.pointer)
        spot = (at.sheet or "", at.line or 0, at.column or 0, *_row_first(at.cell or ""))
        return (rank, file, spot, later, rule, pointer)

    return tuple(sorted(findings, key=place))
