"""``pst survey report``: publication sheet and report, from answers and from what people say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.formats import PAPERS, USUAL_FORMATS, formats
from pst_standards.cli.papers import assets_of
from pst_standards.cli.report_files import store_reports
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option
from pst_standards.cli.survey_groups import Answers, quoted
from pst_standards.cli.survey_inputs import prepared
from pst_standards.cli.survey_official import write_official
from pst_standards.cli.survey_options import (
    add_named_instrument,
    add_reading,
    layout_of,
    number,
    pair,
    terms_of,
    with_options,
)
from pst_standards.cli.survey_particulars import (
    checked_by,
    notes_on_past,
    told_beside,
    without_period,
)
from pst_standards.cli.survey_periods import names_of_period, period, published, stem_of
from pst_standards.cli.survey_scoring import (
    add_quality,
    add_scoring,
    code_of,
    counted,
    quality_by,
    score_by,
)

if TYPE_CHECKING:
    from pst_standards.cli.parser import Parser
    from pst_standards.cli.running import Run
    from pst_standards.documents.outline import Document
    from pst_standards.model.definition import Definition
    from pst_standards.surveys.frames.terms import Counted
    from pst_standards.surveys.reporting import (
        AnswerRows,
        Particulars,
        Profile,
        ServiceLevel,
        SurveyPeriod,
        SurveyResult,
    )
    from pst_standards.surveys.scoring import Score
    from pst_standards.surveys.tallies import Tallies

_SERVICE: Final = "service"
_ADVISING: Final = frozenset(("sample", "weak-items"))
"""Cautions that say what to do, which the papers do not: their readers can do nothing about it."""
_MOST_ROWS: Final = 500
"""Of more respondents the processing table has sums only."""


def add_report(parser: Parser) -> None:
    """Fill the parser of the action ``report``."""
    say = parser.say
    parser.add_input("definition", "path", help=say("input.path"))
    parser.add_option(
        "--answers",
        "file",
        dest="files",
        action="append",
        default=[],
        help=say("survey-report.answers"),
    )
    parser.add_option("--from-table", "file", help=say("survey-report.from-table"))
    parser.add_option("--source", "text", default="", help=say("survey-score.source"))
    parser.add_option("--details", "file", help=say("survey-report.details"))
    parser.add_option("--period", "period", type=period(say), help=say("survey-report.period"))
    parser.add_option("--out", "folder", required=True, help=say("survey-report.out"))
    parser.add_option(
        "--format",
        "formats",
        dest="formats",
        type=formats(say),
        action="extend",
        help=say("survey-report.format"),
    )
    parser.add_option("--paper", choices=PAPERS, default="A4", help=say("build.paper"))
    parser.add_option(
        "--profile",
        "key-value",
        dest="profiles",
        type=pair(say),
        action="append",
        default=[],
        help=say("survey-report.profile"),
    )
    parser.add_option("--months", "number", type=number(say), help=say("survey-report.months"))
    parser.add_option("--force", action="store_true", help=say("survey-report.force"))
    parser.add_option("--record", action="store_true", help=say("survey-report.record"))
    add_named_instrument(parser)
    add_reading(parser)
    add_scoring(parser)
    add_quality(parser)
    add_base_option(parser)


class _Read(NamedTuple):
    """What was read of one report: the answers and who gave them."""

    answers: Answers
    score: Score
    services: tuple[tuple[str, Score], ...]
    profiles: tuple[Profile, ...]
    rows: AnswerRows | None


def run_report(work: Run) -> int:
    """Write sheet and report, and say what was written; with ``--record`` in the definition too."""
    options = work.options
    if options.from_table:
        return write_official(work, tuple(dict.fromkeys(options.formats or USUAL_FORMATS)))
    if not options.files:
        raise Refusal("survey-report-answers")
    work = prepared(work)
    reading = sound_reading(options.definition, work)
    work = work.of(reading)
    result = result_of(work, reading.definition)
    for name in _written(result, reading.definition, work):
        work.console.line(work.say("written", file=shown(Path(options.out) / name)))
    if options.record:
        _record(result, work)
    return warned(result, work)


def result_of(work: Run, definition: Definition) -> SurveyResult:
    """Read answers and particulars, and score them; raises ``Refusal`` and ``SurveyError``.

    The files and what is written of their columns and cells are those of ``prepared``.
    """
    options = work.options
    read = told_beside(work)
    period = options.period or read.particulars.period
    if period is None:
        raise without_period(read, work)
    population = options.population
    if population is None:
        population = read.particulars.population
    work = with_options(work, start=period.start, population=population)
    told = checked_by(read, period, work)
    return _result(work, definition, told, period)


def warned(result: SurveyResult, work: Run) -> int:
    """Say what was told and cannot be right, or what else is to be done; return how to end.

    With 1 where something cannot be right.
    """
    from pst_standards.cli.survey_groups import names_of
    from pst_standards.cli.survey_text import print_notes
    from pst_standards.findings import Severity

    cautions = result.quality.cautions if result.quality else ()
    names = names_of(result.score.instrument)
    told = (one for one in cautions if one.severity is Severity.ERROR or one.key in _ADVISING)
    print_notes((one.message(work.lang, names) for one in told), work)
    print_notes(_alike(result, work), work)
    past = notes_on_past(result.told, result.score.instrument)
    print_notes((one.text(work.lang) for one in past), work)
    return code_of([result.quality])


def _alike(result: SurveyResult, work: Run) -> Iterator[str]:
    """Yield answers about respondents that seem to be one, written in several ways."""
    from pst_standards.surveys.profiles import alike

    for one in result.profile:
        for found in alike(one.key, one.counts):
            yield work.say("survey-score.alike", found=quoted(found))


def _result(
    work: Run, definition: Definition, told: Particulars, period: SurveyPeriod
) -> SurveyResult:
    from attrs import evolve

    from pst_standards.surveys.action import plan_of
    from pst_standards.surveys.reporting import SurveyResult
    from pst_standards.surveys.statistics.sampling import sample_size

    options = work.options
    population: int | None = options.population
    found = _read(work)
    if not found.score.tally.respondents:
        raise Refusal("survey-nobody")
    if not told.plan:
        told = evolve(told, plan=plan_of(found.score))
    return SurveyResult(
        period=period,
        score=found.score,
        quality=quality_by(found.score, found.answers.joints.get(()), work, population),
        sample=None if population is None else sample_size(population),
        profile=found.profiles,
        services=found.services,
        answers=found.rows,
        levels=_levels(definition, told, period, work),
        told=evolve(told, period=period, population=population),
    )


def _read(work: Run) -> _Read:
    """Count the answers once for the score, and once for each question about respondents."""
    from pst_standards.surveys.profiles import profile_of, without_rare

    answers = counted(work.options.files, work, joints=True)
    score = score_by(answers.tallies.total(), answers.instrument, work)
    files = list(_files(work, answers))
    asked = _asked(files, work)
    grouped = {
        key: counted(work.options.files, work, (heading,), joints=False).tallies
        for key, heading in asked.items()
    }
    services = grouped.get(_SERVICE)
    return _Read(
        answers=answers,
        score=score,
        services=(
            () if services is None else tuple(_scores(without_rare(services), answers, work))
        ),
        profiles=tuple(profile_of(key, tallies) for key, tallies in grouped.items()),
        rows=_rows(files, answers, score, work),
    )


def _files(work: Run, answers: Answers) -> Iterator[tuple[Path, Counted]]:
    from pst_standards.surveys.frames import count_file

    used = answers.instrument
    for file in map(Path, work.options.files):
        yield file, count_file(file, used, terms_of(work, used), layout_of(work))


def _asked(files: Sequence[tuple[Path, Counted]], work: Run) -> Mapping[str, str]:
    """Return by which heading each question about respondents stands in every file."""
    from pst_standards.surveys.profiles import profile_columns, question_key

    given = {question_key(key): heading for key, heading in work.options.profiles}
    headers = [found.header for _, found in files]
    found_there = profile_columns(headers[0]).items()
    known = {key: one for key, one in found_there if one not in given.values()} | given
    return {
        key: heading
        for key, heading in known.items()
        if key in given or all(heading in header for header in headers)
    }


def _scores(tallies: Tallies, answers: Answers, work: Run) -> Iterator[tuple[str, Score]]:
    for key, tally in tallies:
        yield key[0][1], score_by(tally, answers.instrument, work)


def _rows(
    files: Sequence[tuple[Path, Counted]], answers: Answers, score: Score, work: Run
) -> AnswerRows | None:
    """Return the rows of a processing table, unless there are too many to be printed."""
    from attrs import evolve

    from pst_standards.surveys.profiles import rows_of

    if score.tally.respondents > _MOST_ROWS:
        return None
    used = answers.instrument
    parts = [
        rows_of(file, found, used, terms_of(work, used), layout_of(work)) for file, found in files
    ]
    if any(part.items != parts[0].items for part in parts):
        return None
    return evolve(parts[0], rows=tuple(row for part in parts for row in part.rows))


def _levels(
    definition: Definition, told: Particulars, period: SurveyPeriod, work: Run
) -> tuple[ServiceLevel, ...]:
    """Return the levels of PEKPPP, unless none is known: a table of dashes would tell nothing."""
    from pst_standards.surveys.action import months_taken, service_levels

    asked: int | None = work.options.months
    found = service_levels(
        media=_media(definition, period),
        plan=told.previous_plan,
        months=months_taken(told) if asked is None else asked,
    )
    return found if any(one.level is not None for one in found) else ()


def _media(definition: Definition, period: SurveyPeriod) -> int | None:
    """Return in how many media the definition says that the result of this very period stands."""
    known, names = f"survey-{stem_of(period)}", names_of_period(period)
    found = {
        medium
        for one in definition.publications
        if one.kind is not None and one.kind.value == "survey_result"
        if one.id == known or (one.period is not None and one.period.id in names)
        for medium in one.media
    }
    return len(found) or None


def _written(result: SurveyResult, definition: Definition, work: Run) -> Iterator[str]:
    """Write every document in every format, and yield the names of the files."""
    from pst_standards.documents.kept import OF_SURVEYS
    from pst_standards.documents.kinds import write

    options = work.options
    wanted = dict.fromkeys(options.formats or USUAL_FORMATS)
    stem = stem_of(result.period)
    files = {
        f"{work.say(f'survey-report.stem.{kind}')}-{stem}.{name}": write(document, name)
        for kind, document in _documents(result, definition, work).items()
        for name in wanted
    }
    store_reports(files, work, listing=OF_SURVEYS)
    yield from files


def _documents(result: SurveyResult, definition: Definition, work: Run) -> Mapping[str, Document]:
    from pst_standards.documents.survey_reports import survey_report_document, survey_sheet_document

    makers = {"sheet": survey_sheet_document, "report": survey_report_document}
    assets = assets_of(work.options.definition)
    return {
        kind: make(
            result, office=definition, lang=work.lang, paper=work.options.paper, assets=assets
        )
        for kind, make in makers.items()
    }


def _record(result: SurveyResult, work: Run) -> None:
    """Write the result into the definition, every other line kept."""
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.surveys.recording import recorded

    console, today = work.console, dt.datetime.now().astimezone().date()
    found = published(result, today)
    changed = recorded(Path(work.options.definition), found)
    for file, text in changed.items():
        write_atomically(file, text.encode("utf-8"))
        console.line(work.say("survey-report.recorded", file=shown(file)))
    if not changed:
        console.line(work.say("survey-report.known", id=found.id))
    elif found.conducted_on is None:
        console.line(work.say("survey-report.not-over"))
    elif result.told.conducted_on is None:
        console.line(work.say("survey-report.day", day=found.conducted_on.isoformat()))
