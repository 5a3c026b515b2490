"""What recognises a finding when the file around it has changed."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from pst_standards.findings import Finding, Pointer, Report, Verdict, format_pointer

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def fingerprints(report: Report) -> list[str]:
    """Return a mark for each finding of a report, in its order.

    It rests on the rule, the file, the place in the definition and the names that the finding
    speaks of; never on line, day or count. A service or standard goes by the id of the service,
    so that one more before it changes nothing. Findings that are alike in all that are numbered.
    """
    import hashlib

    names = _names(report)
    taken: Counter[str] = Counter()
    marks = []
    for found in report.findings:
        alike = "\n".join(_facts(found, names))
        taken[alike] += 1
        facts = f"{alike}\n{taken[alike]}".encode("utf-8", "replace")
        marks.append(hashlib.sha256(facts).hexdigest()[:32])
    return marks


_Names = dict[tuple[bool, Pointer], str]


def _names(report: Report) -> _Names:
    """Name the parts that services stand in; two definitions in one report would share them."""
    if len(report.each()) > 1:
        return {}
    names: _Names = {}
    for one in report.each()[0].subjects:
        names[False, one.pointer] = one.key
        names[True, one.stated] = one.key
    return names


def _facts(found: Finding, names: _Names) -> list[str]:
    head = found.pointer[:2]
    name = names.get((found.verdict is Verdict.SHAPE, head))
    pointer = found.pointer if name is None else (head[0], name, *found.pointer[2:])
    named = (
        f"{key}={value}"
        for key, value in sorted(found.params.items())
        if isinstance(value, str) and not _DAY.fullmatch(value)
    )
    return [found.message_key, found.location.file or "", format_pointer(pointer), *named]
