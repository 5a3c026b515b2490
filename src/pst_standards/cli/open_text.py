"""What keeps ``pst build --final`` from printing: the first values, and how many each part has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.findings import Finding

_NAMED: Final = 10
"""So many values are named one by one."""
_FEW_MORE: Final = 2
"""To leave out as few as these would save no line."""


def open_lines(findings: Sequence[Finding], work: Run) -> Iterator[str]:
    """Yield the first values with their places; of many, then how many each part has.

    Those in the files of the office come first, as it can mend them right there.
    """
    from pst_standards.cli.reports import lines_of

    if len(findings) <= _NAMED + _FEW_MORE:
        yield from lines_of(findings, work.lang)
        return
    first = sorted(findings, key=lambda one: not _is_own(one, Path(work.options.path)))
    yield from lines_of(first[:_NAMED], work.lang)
    yield work.say("build.open", count=len(findings) - _NAMED, parts=_parts(findings, work.lang))


def _is_own(found: Finding, path: Path) -> bool:
    file = Path(found.location.file or "-").absolute()
    return path.absolute() in (file, *file.parents)


def _parts(findings: Sequence[Finding], lang: str) -> str:
    """Return the keys on top of the definition with their terms, and how many values are there."""
    from pst_standards.definitions.wording import terms_at

    terms = terms_at((), lang)
    counted = Counter(str(one.pointer[0]) for one in findings if one.pointer)
    return ", ".join(f"{terms.get(key, key)} ({key}) {count}" for key, count in counted.items())
