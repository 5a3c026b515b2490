"""Files that ``pst survey`` is given: patterns of names, and rules written beside the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Refusal
from pst_standards.cli.survey_options import must_be_there, with_options

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.written_rules import WrittenRules

_PATTERN: Final = frozenset("*?[")
_DETAILS: Final = ".toml"
_BOOKS: Final = frozenset((".xlsx", ".xlsm"))
_ENCODING: Final = "utf-8"


def prepared(work: Run) -> Run:
    """Return the work with the files that were meant, and with the rules that are written down.

    Patterns such as ``*.csv`` are filled in here, as not every shell does. The rules stand in the
    file that was named, or in that of a report, or beside the answers under their name; what the
    command line says of the same heading or cell goes before them. Raises ``Refusal`` for a pattern
    that no file fits and for an option that speaks of another kind of file, ``SurveyError`` for
    rules that cannot be read.
    """
    files = list(_meant(work.options.files))
    _refuse_idle(files, work)
    return _with_rules(with_options(work, files=files))


def _meant(files: Sequence[str]) -> Iterator[str]:
    for file in files:
        if not _PATTERN & set(file) or Path(file).exists():
            yield file
            continue
        from glob import glob

        found = sorted(glob(file))  # noqa: PTH207 - the pattern may be absolute
        if not found:
            raise Refusal("survey-pattern", pattern=file)
        yield from found


def _refuse_idle(files: Sequence[str], work: Run) -> None:
    """Raise ``Refusal`` for an option that says nothing of any of the files."""
    kinds = {Path(file).suffix.lower() for file in files}
    options = work.options
    if options.sheet and not kinds & _BOOKS:
        raise Refusal("survey-sheet")
    if kinds <= _BOOKS and (options.delimiter or options.encoding != _ENCODING):
        raise Refusal("survey-text")


def _with_rules(work: Run) -> Run:
    options = work.options
    named = options.rules or getattr(options, "details", None)
    files = [Path(named)] if named else _beside(options.files)
    if not files:
        return work
    columns: dict[str, str] = {}
    answers: dict[str, str] = {}
    for file in files:
        rules = _rules_in(file, needed=bool(options.rules))
        for known, more in ((columns, rules.columns), (answers, rules.answers)):
            _refuse_contrary(known, more, file)
            known.update(more)
    return with_options(
        work,
        columns=[*columns.items(), *options.columns],
        answers=[*answers.items(), *options.answers],
    )


def _beside(files: Sequence[str]) -> list[Path]:
    """Return the files of particulars beside files of answers, each once."""
    names = (Path(file) for file in files)
    places = dict.fromkeys(name.parent / f"{name.stem}{_DETAILS}" for name in names)
    return [place for place in places if place.is_file()]


def _rules_in(file: Path, *, needed: bool) -> WrittenRules:
    from pst_standards.surveys.errors import SurveyError
    from pst_standards.surveys.frames.texts import lines_of, opened
    from pst_standards.surveys.written_rules import written_rules

    must_be_there(str(file))
    try:
        with opened(str(file)) as stream:
            return written_rules("".join(lines_of(stream, "utf-8")), needed=needed)
    except SurveyError as fault:
        raise fault.within(file.name) from None


def _refuse_contrary(known: Mapping[str, str], more: Mapping[str, str], file: Path) -> None:
    """Raise ``Refusal`` where files beside several files of answers do not say the same."""
    for name, value in more.items():
        if known.get(name, value) != value:
            raise Refusal("survey-rules", name=name, file=file.name)
