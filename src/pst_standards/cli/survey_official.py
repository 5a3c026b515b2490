"""``pst survey report --from-table``: the sheet of a result that was reckoned elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.papers import assets_of
from pst_standards.cli.report_files import store_reports
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.survey_options import with_options
from pst_standards.cli.survey_periods import names_of_period, stem_of
from pst_standards.messages import LANGUAGES

if TYPE_CHECKING:
    from pst_standards.cli.running import Run
    from pst_standards.surveys.from_table import OfficialResult

_NO_LETTERS: Final = re.compile(r"[\W_]+")


def write_official(work: Run, formats: tuple[str, ...]) -> int:
    """Write the publication sheet of a table, every figure as it was given, and say so."""
    from pst_standards.cli.survey_tables import published_in
    from pst_standards.documents.kept import OF_SURVEYS
    from pst_standards.documents.kinds import write
    from pst_standards.documents.survey_reports import official_sheet_document
    from pst_standards.surveys.from_table import official

    options = work.options
    if options.files or options.record or options.details:
        raise Refusal("survey-report-table")
    reading = sound_reading(options.definition, work)
    work = with_options(work.of(reading), start=None)
    found = official(published_in(options.from_table, work, source=options.source))
    period, stem = _period(found, work)
    document = official_sheet_document(
        found,
        period,
        office=reading.definition,
        lang=work.lang,
        paper=options.paper,
        assets=assets_of(options.definition),
    )
    name = f"{work.say('survey-report.stem.sheet')}-{stem}"
    files = {f"{name}.{one}": write(document, one) for one in formats}
    store_reports(files, work, listing=OF_SURVEYS)
    for file in files:
        work.console.line(work.say("written", file=shown(Path(options.out) / file)))
    _tell(found, work)
    return Exit.DONE


def _tell(found: OfficialResult, work: Run) -> None:
    from pst_standards.cli.survey_text import print_notes

    print_notes(_notes(found, work), work)


def _notes(found: OfficialResult, work: Run) -> Iterator[str]:
    for note in found.notes:
        yield note.text(work.lang)


def _period(found: OfficialResult, work: Run) -> tuple[str, str]:
    """Return what the period is called, and the part of a file name it makes."""
    if work.options.period is not None:
        names = dict(zip(LANGUAGES, names_of_period(work.options.period), strict=True))
        return names[work.lang], stem_of(work.options.period)
    told = found.published.period.strip()
    if not told:
        raise Refusal("survey-period")
    return told, _NO_LETTERS.sub("-", told.casefold()).strip("-") or "hasil"
