"""A folder of evidence: numbered folders, our documents in them, and two indexes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.kinds import EVERY_FORMAT, USUAL_FORMATS, chosen_language, known
from pst_standards.exchange.evidence.assessing import assess
from pst_standards.exchange.evidence.errors import EvidenceError
from pst_standards.exchange.evidence.follow_up import follow_up
from pst_standards.exchange.evidence.gathered import Folder, mark_of, marked
from pst_standards.exchange.evidence.index_html import index_html
from pst_standards.exchange.evidence.index_xlsx import index_xlsx
from pst_standards.exchange.evidence.instruments import Edition, instrument
from pst_standards.exchange.evidence.papers import Papers
from pst_standards.exchange.evidence.rows import GUIDE, Brought, Row, State, folder_names, rows
from pst_standards.exchange.evidence.wording import say
from pst_standards.model.survey import Instrument, SurveyPlan
from pst_standards.rules.subjects import office_name
from pst_standards.surveys.reporting import Particulars

if TYPE_CHECKING:
    import datetime as dt

    from pst_standards.model.definition import Definition
    from pst_standards.surveys.reporting import SurveyResult

_PAGE: Final = "index.html"
_BOOK: Final = "index.xlsx"
_EARLIER: Final = "index-sebelumnya"
_LISTING: Final = "evidence-manifest.json"
# What the system puts into folders by itself, and what office programs leave while a file is open.
_NOBODYS: Final = re.compile(r"(?i)\..*|~.*|thumbs\.db|desktop\.ini")
_LINE: Final = "\r\n"


def evidence_folder(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    out: str | Path,
    *,
    name: str,
    year: int,
    as_of: dt.date,
    lang: str | None = None,
    formats: Sequence[str] = USUAL_FORMATS,
    assets: Mapping[str, bytes] | None = None,
    inputs: Inputs = NO_INPUTS,
    told: Particulars | None = None,
) -> Folder:
    """Write the evidence for an instrument into the folder ``out``, all of it or nothing.

    ``name`` is ``pekppp``, ``zi`` or ``ombudsman``. Every item has a numbered folder with those of
    our documents that belong there and a note on what else must come in. A file that a person put
    there under the name that the note gives counts as brought. The command can be run again: no
    file of theirs is changed, nor a document of ours that they have completed by hand.
    ``index.xlsx`` and ``index.html`` list it all. ``told`` are particulars of a survey without its
    answers.

    Raises ``EvidenceError`` for an instrument or a year that is not known, and for a folder that
    holds the evidence of another office, year or instrument, or indexes of something else;
    ``OutputError`` when a file cannot be written, and what ``render`` raises.
    """
    from pst_standards.documents.kept import store_and_list

    edition, target = instrument(name, year), Path(out)
    _refuse_other(target, mark_of(edition, year, definition))
    found = gather(
        definition,
        edition,
        year=year,
        as_of=as_of,
        lang=lang,
        formats=formats,
        assets=assets,
        inputs=inputs,
        told=told,
        brought={one: tuple(_files_in(target / one)) for one in folder_names(edition)},
    )
    found = _unless_changed(found, target)
    store_and_list(target, found.files, listing=_LISTING)
    return found


def _unless_changed(found: Folder, target: Path) -> Folder:
    """Leave every document that a person has changed since: it was completed, and counts as there.

    A changed ``index.xlsx`` has notes in it, and is kept under another name.
    """
    from pst_standards.documents.kept import changed_by_hand

    changed = set(changed_by_hand(target, found.files, listing=_LISTING)) - {_PAGE}
    if not changed:
        return found
    files = {name: data for name, data in found.files.items() if name not in changed}
    if _BOOK in changed:
        names = (f"{_EARLIER}-{number}.xlsx" for number in count(1))
        free = next(name for name in names if not (target / name).exists())
        files[free] = (target / _BOOK).read_bytes()
    completed = tuple(_completed(row, changed, found.lang) for row in found.rows)
    return _with_indexes(evolve(found, rows=completed, files=files, kept=tuple(sorted(changed))))


def _completed(row: Row, changed: Collection[str], lang: str) -> Row:
    if not any(f"{row.folder}/{name}" in changed for name in row.files):
        return row
    return evolve(row, state=State.AVAILABLE, draft=False, reason=say("kept", lang))


def _refuse_other(target: Path, mark: str) -> None:
    """Refuse a folder with the evidence of something else, which would be mixed with this."""
    page = target / _PAGE
    there = next((one for one in (page, target / _BOOK) if one.exists()), None)
    if there is None:
        return
    found = marked(page.read_text(encoding="utf-8", errors="replace")) if page.is_file() else ""
    if not found:
        raise EvidenceError("index", file=there.name, folder=target.as_posix())
    if found != mark:
        raise EvidenceError("other", folder=target.as_posix(), found=found, wanted=mark)


def _files_in(folder: Path) -> Iterator[str]:
    """Yield the files that people keep in a folder or below it; an empty one is no evidence."""
    if folder.is_dir():
        yield from sorted(
            one.relative_to(folder).as_posix()
            for one in folder.rglob("*")
            if not _NOBODYS.fullmatch(one.name) and one.is_file() and one.stat().st_size
        )


def gather(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    edition: Edition,
    *,
    year: int,
    as_of: dt.date,
    lang: str | None = None,
    formats: Sequence[str] = USUAL_FORMATS,
    assets: Mapping[str, bytes] | None = None,
    inputs: Inputs = NO_INPUTS,
    told: Particulars | None = None,
    brought: Brought | None = None,
) -> Folder:
    """Gather the evidence in memory; as ``evidence_folder``.

    ``inputs`` are as for ``build``; a survey counts as carried out, and so does what was told of
    the plan before it.
    ``brought`` names the files that people have put into each folder. The same definition and files
    give the same bytes.
    """
    spoken = chosen_language(definition, lang)
    wanted = tuple(dict.fromkeys(known("format", one, EVERY_FORMAT) for one in formats))
    papers = Papers(
        definition=definition, lang=spoken, formats=wanted, assets=assets, inputs=inputs
    )
    plan = told or (inputs.survey.told if inputs.survey else Particulars())
    assessment = assess(
        _surveyed(definition, inputs.survey), edition, as_of=as_of, given=follow_up(plan, as_of)
    )
    lines = list(rows(assessment, papers, brought or {}))
    found = Folder(
        assessment=assessment,
        year=year,
        office=office_name(definition),
        mark=mark_of(edition, year, definition),
        lang=spoken,
        rows=tuple(row for row, _ in lines),
        files={f"{row.folder}/{one.name}": one.data for row, made in lines for one in made},
    )
    return _with_indexes(found)


def _surveyed(definition: Definition, survey: SurveyResult | None) -> Definition:
    """Return a definition whose plan says that a survey was carried out."""
    if survey is None:
        return definition
    by = Instrument.SKD if survey.score.instrument.id.startswith("skd") else Instrument.SKM
    plan = definition.survey or SurveyPlan(instrument=by)
    day = survey.told.conducted_on or survey.period.end
    return evolve(definition, survey=evolve(plan, conducted_on=(*plan.conducted_on, day)))


def _with_indexes(found: Folder) -> Folder:
    # The indexes come last: whoever finds one finds all that it lists. The page says whose it is.
    indexes = {
        _PAGE: index_html(found).encode("utf-8", "replace"),
        _BOOK: index_xlsx(found),
    }
    guides = {one: data for one, data in _guides(found).items() if one not in found.kept}
    return evolve(found, files={**found.files, **guides, **indexes})


def _guides(found: Folder) -> Mapping[str, bytes]:
    """Return a note for each folder, which is there even where nothing of ours is."""
    edition = found.assessment.edition
    return {f"{folder}/{GUIDE}": _guide(folder, found) for folder in folder_names(edition)}


def _guide(folder: str, found: Folder) -> bytes:
    own = [row for row in found.rows if row.folder == folder]
    title = f"{own[0].item.number} {own[0].item.title.get(found.lang)}"
    lines = [title, "", say("guide", found.lang)]
    for row in own:
        state = say(f"state.{row.state.value}", found.lang)
        named = say("guide.name", found.lang, name=row.name) if row.name else ""
        lines.append(f"- [{state}] {row.words}{named}")
    # Notepad of older Windows shows the text as one line without both signs.
    return _LINE.join([*lines, ""]).encode("utf-8-sig", "replace")
