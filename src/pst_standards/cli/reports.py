"""Reports that the command puts together: of input that cannot be read, and of several inputs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from pst_standards.cli.speech import speaker
from pst_standards.definitions.wording import place_in_words, word
from pst_standards.findings import Coverage, Finding, Report, format_pointer

_ALIKE: Final = 10
"""So many findings that say the same are named one after another."""


def lines_of(findings: Iterable[Finding], lang: str) -> Iterator[str]:
    """Yield findings as lines: place, rule and sentence, then what to do about it.

    What the next finding advises too is said once, behind it. Of many one after another that say
    the same of different places, the first ones are named and the others counted.

    >>> from pst_standards.definitions.faults import fault
    >>> next(lines_of([fault("DEF-013", variant="missing", file="x.yaml")], "en"))
    'DEF-013: The file or folder “x.yaml” does not exist.'
    """
    say = speaker(lang)
    worded = ((finding, *word(finding, lang)) for finding in findings)
    alike = [list(group) for _, group in groupby(worded, lambda one: (one[0].rule, *one[1:]))]
    for group, after in zip_longest(alike, alike[1:]):
        for finding, message, _ in group[:_ALIKE]:
            place = place_in_words(finding.location, lang) or format_pointer(finding.pointer)
            yield f"{place}  {finding.rule}: {message}" if place else f"{finding.rule}: {message}"
        if len(group) > _ALIKE:
            yield say("label.alike", count=len(group) - _ALIKE)
        hint = group[0][2]
        if after is None or after[0][2] != hint:
            yield say("label.hint", hint=hint)


def unusable(path: str, findings: tuple[Finding, ...], as_of: dt.date | None) -> Report:
    """Return the report on an input that cannot be used: why, and that no rule looked at it."""
    day = as_of or dt.datetime.now().astimezone().date()
    return Report(as_of=day, inputs=(path,), findings=findings)


def merged(reports: Sequence[Report]) -> Report:
    """Return one report on all inputs, which keeps the report on each as its parts.

    A rule counts as checked when it looked at any of them, and as failed when it failed on any.

    >>> day = dt.date(2026, 11, 22)
    >>> both = merged([Report(as_of=day, inputs=(name,)) for name in ("a", "b")])
    >>> both.inputs
    ('a', 'b')
    """
    first = reports[0]
    if len(reports) == 1:
        return first
    return Report(
        as_of=first.as_of,
        inputs=tuple(name for report in reports for name in report.inputs),
        findings=tuple(found for report in reports for found in report.findings),
        coverage=_coverage([report.coverage for report in reports]),
        known=tuple(found for report in reports for found in report.known),
        parts=tuple(reports),
    )


def _coverage(parts: Sequence[Coverage]) -> Coverage:
    """Put every rule where it says most; ids stay in the order in which they first appear."""
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for name in ("failed", "checked", "uncheckable", "not_applicable", "switched_off"):
        rules = dict.fromkeys(rule for part in parts for rule in getattr(part, name))
        found[name] = tuple(rule for rule in rules if rule not in taken)
        taken.update(rules)
    return Coverage(**found)
