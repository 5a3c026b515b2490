"""Handing out what was found: printed in the format asked for, or written to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.answering import Answer
from pst_standards.cli.console import harmless, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, bases
from pst_standards.cli.speech import speaker

if TYPE_CHECKING:
    from pst_standards.findings import Report

_BY_ENDING: Final = {
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".sarif": "sarif",
    ".md": "markdown",
    ".xml": "junit",
}
_ONLY_FILES: Final = ("xlsx",)
"""Formats that are no text, so that a terminal cannot show them."""


def refuse_unfit_out(paths: Sequence[str], work: Run) -> None:
    """Refuse a format that needs a file and has none, and a file that would join the input."""
    out = work.options.out
    if out is None and work.options.format in _ONLY_FILES:
        raise Refusal("out-missing", format=work.options.format)
    for target in filter(None, (out, work.options.write_baseline)):
        refuse_to_join(Path(target), paths)


def refuse_to_join(target: Path, paths: Sequence[str]) -> None:
    """Refuse a file that would be read as a part of a definition in a folder."""
    from pst_standards.definitions.base_finder import is_definition
    from pst_standards.definitions.folders import real_path

    for path in map(Path, paths):
        inside = path.is_dir() and real_path(target.parent) == real_path(path)
        if inside and is_definition(target.name):
            raise Refusal("out-in-definition", file=shown(target), folder=shown(path))


def chosen_format(asked: str | None, out: str | None) -> str:
    """Return the format that was asked for, or that the ending of the file tells.

    Raises ``Refusal`` when the two are not the same.

    >>> chosen_format(None, "daftar-periksa.xlsx"), chosen_format(None, None)
    ('xlsx', 'text')
    """
    told = _BY_ENDING.get(Path(out).suffix.lower()) if out else None
    # A report for programs may well have the ending of the language it is written in.
    plain = {asked, told} & {"xlsx", "html"}
    if asked and told and asked != told and plain:
        raise Refusal("out-other-format", file=shown(out or ""), format=asked)
    return asked or told or "text"


def hand_out(found: Iterable[Answer], work: Run) -> Exit:
    """Hand out the answers, text as they come and all others together; return the exit code."""
    if work.options.format == "text" and work.options.out is None:
        return max(_print(answer, place, work) for place, answer in enumerate(found))
    answers = list(found)
    content = _text(answers, work) if work.options.format == "text" else _together(answers, work)
    if work.options.out is not None:
        _write(content, answers, work)
    elif isinstance(content, str):
        work.console.data(content)
    return max(answer.code for answer in answers)


def _print(answer: Answer, place: int, work: Run) -> Exit:
    for line in _lines(answer, place, work):
        work.console.line(line)
    return answer.code


def _text(answers: Iterable[Answer], work: Run) -> str:
    lines = (line for place, answer in enumerate(answers) for line in _lines(answer, place, work))
    return "".join(f"{harmless(line)}\n" for line in lines)


def _lines(answer: Answer, place: int, work: Run) -> Iterator[str]:
    """Yield the parts of one answer; an empty line parts it from the one before."""
    from pst_standards.rules.formats import file_source, text

    if place:
        yield ""
    report, everything = answer.report, work.options.all
    texts = {STANDARD_INPUT: work.console.taken}
    source = file_source(report.inputs, bases(work.options.bases), texts) if everything else None
    yield text(
        report,
        lang=answer.lang,
        everything=everything,
        columns=work.console.columns,
        source=source,
    )
    if report.findings:
        yield speaker(answer.lang)("check.explain")


def _together(answers: Sequence[Answer], work: Run) -> str | bytes:
    """Write one report on all inputs, in the language of the first."""
    from pst_standards.cli.reports import merged
    from pst_standards.rules import formats

    report: Report = merged([answer.report for answer in answers])
    written: str | bytes = getattr(formats, work.options.format)(report, lang=answers[0].lang)
    return written


def _write(content: str | bytes, answers: Iterable[Answer], work: Run) -> None:
    from pst_standards.definitions.writing import write_atomically

    out = Path(work.options.out)
    refuse_input(out, (name for answer in answers for name in answer.report.inputs))
    write_atomically(out, content.encode("utf-8") if isinstance(content, str) else content)
    work.console.line(work.say("written", file=shown(out)))


def refuse_input(target: Path, read: Iterable[str]) -> None:
    """Refuse to write over a file that was read."""
    if any(_same(target, Path(name)) for name in read):
        raise Refusal("out-is-input", file=shown(target))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False  # one of them is not there, such as a file of a packaged base
