"""Checking many definitions in one go: a line each as they come, and what most of them lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.answering import Answer
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.progress import progress
from pst_standards.cli.register_checks import shown_place
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.findings import Finding, Report

_MOST: Final = 10
_EVERY: Final = 25
"""Where no bar can be drawn, every so many definitions a line tells how far it has come."""


def counted(found: Iterable[Answer], paths: Sequence[str], work: Run) -> Iterator[Answer]:
    """Hand answers on, and show beside the result how far the work has come."""
    quiet = work.options.quiet or work.console.shares_screen
    with progress(work.console, work.say, quiet=quiet, title="progress.checking") as step:
        for place, answer in enumerate(found, 1):
            due = work.console.is_live or place % _EVERY == 0 or place == len(paths)
            if step is not None and due:
                step(place, len(paths), shown(shown_place(paths[place - 1])))
            yield answer


def tell_many(found: Iterable[Answer], work: Run) -> Exit:
    """Print a line for each definition as it comes, then the rules that most of them miss."""
    offices: Counter[str] = Counter()
    codes: Counter[Exit] = Counter()
    for answer in found:
        work.console.line(_line(answer, work))
        offices.update({finding.rule for finding in answer.report.findings})
        codes[answer.code] += 1
    for line in _closing(offices, codes, work):
        work.console.line(line)
    return max(codes, default=Exit.DONE)


def _line(answer: Answer, work: Run) -> str:
    report = answer.report
    name = shown(report.inputs[0]) if report.inputs else "-"
    if answer.code is Exit.UNUSABLE:
        return work.say("many.unusable", name=name, reason=_reason(report.findings, work))
    return work.say("many.line", name=name, **_counts(report))


def _reason(found: Sequence[Finding], work: Run) -> str:
    """Return the first thing that kept a definition from being read, with its place."""
    from pst_standards.cli.reports import lines_of

    return next(lines_of(found[:1], work.lang), "")


def _counts(report: Report) -> dict[str, int]:
    from pst_standards.findings import Severity

    return {level.value: report.count(level) for level in Severity}


def _closing(offices: Counter[str], codes: Counter[Exit], work: Run) -> Iterator[str]:
    from pst_standards.rules import catalogue

    yield ""
    yield work.say("many.sum", count=codes.total(), sound=codes[Exit.DONE])
    rows = catalogue()
    ranked = sorted(offices.items(), key=lambda pair: (-pair[1], pair[0]))
    for rule, count in ranked[:_MOST]:
        row = rows.get(rule)
        title = row.title.get(work.lang) if row else ""
        yield f"{count:6}  {rule:8}  {title}".rstrip()
    yield work.say("many.more")


def write_baseline(found: Iterable[Answer], work: Run) -> Exit:
    """Write what was found as a baseline; say how much of it the law does not let in."""
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.rules.baseline import written

    debts: list[dict[str, str]] = []
    left, code = 0, Exit.DONE
    for answer in found:
        debts += answer.debts
        left += len(answer.report.findings) - len(answer.debts)
        code = max(code, answer.code)
    out = Path(work.options.write_baseline)
    if code >= Exit.UNUSABLE:
        # What could not be checked would be missing in the file, and come back as new.
        raise Refusal("baseline-incomplete", file=shown(out))
    write_atomically(out, written(debts).encode("utf-8"))
    work.console.line(work.say("written", file=shown(out)))
    work.console.line(work.say("many.baseline", count=len(debts), left=left))
    return code
