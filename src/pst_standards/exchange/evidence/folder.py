"""A folder of evidence: numbered folders, our documents in them, and two indexes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.kinds import EVERY_FORMAT, USUAL_FORMATS, chosen_language, known
from pst_standards.exchange.evidence.assessing import assess
from pst_standards.exchange.evidence.gathered import Folder
from pst_standards.exchange.evidence.index_html import index_html
from pst_standards.exchange.evidence.index_xlsx import index_xlsx
from pst_standards.exchange.evidence.instruments import Edition, instrument
from pst_standards.exchange.evidence.papers import Papers
from pst_standards.exchange.evidence.rows import Brought, folder_names, rows
from pst_standards.exchange.evidence.wording import say
from pst_standards.rules.subjects import office_name

if TYPE_CHECKING:
    import datetime as dt

    from pst_standards.model.definition import Definition

_GUIDE: Final = "petunjuk.txt"
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
) -> Folder:
    """Write the evidence for an instrument into the folder ``out``, all of it or nothing.

    ``name`` is ``pekppp``, ``zi`` or ``ombudsman``. Every item has a numbered folder with those of
    our documents that belong there and a note on what else must come in. A file that a person put
    there under the name that the note gives counts as brought; nothing of theirs is ever changed,
    so that the command can be run again. ``index.xlsx`` and ``index.html`` list it all.

    Raises ``EvidenceError`` for an instrument or a year that is not known, ``OutputError`` when a
    file cannot be written, and what ``render`` raises.
    """
    from pst_standards.documents.storing import store

    edition, target = instrument(name, year), Path(out)
    found = gather(
        definition,
        edition,
        year=year,
        as_of=as_of,
        lang=lang,
        formats=formats,
        assets=assets,
        inputs=inputs,
        brought={one: tuple(_files_in(target / one)) for one in folder_names(edition)},
    )
    store(target, found.files)
    return found


def _files_in(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from sorted(one.name for one in folder.iterdir() if one.is_file())


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
    brought: Brought | None = None,
) -> Folder:
    """Gather the evidence in memory; as ``evidence_folder``.

    ``inputs`` are as for ``build``; of a survey, the plan that was carried out counts too.
    ``brought`` names the files that people have put into each folder. The same definition and files
    give the same bytes.
    """
    spoken = chosen_language(definition, lang)
    wanted = tuple(dict.fromkeys(known("format", one, EVERY_FORMAT) for one in formats))
    papers = Papers(
        definition=definition, lang=spoken, formats=wanted, assets=assets, inputs=inputs
    )
    assessment = assess(definition, edition, as_of=as_of, given=_given(inputs))
    told = list(rows(assessment, papers, brought or {}))
    found = Folder(
        assessment=assessment,
        year=year,
        office=office_name(definition),
        lang=spoken,
        rows=tuple(row for row, _ in told),
        files={f"{row.folder}/{one.name}": one.data for row, made in told for one in made},
    )
    return _with_indexes(found)


def _given(inputs: Inputs) -> Mapping[str, Fraction]:
    """Return what the answers to a survey, and what was told with them, add to the facts."""
    from pst_standards.surveys.action import completed

    share = completed(inputs.survey.told.previous_plan) if inputs.survey else None
    return {} if share is None else {"follow_up_share": 100 * share}


def _with_indexes(found: Folder) -> Folder:
    # The indexes come last: whoever finds one finds all that it lists.
    indexes = {
        "index.xlsx": index_xlsx(found),
        "index.html": index_html(found).encode("utf-8", "replace"),
    }
    return evolve(found, files={**found.files, **_guides(found), **indexes})


def _guides(found: Folder) -> Mapping[str, bytes]:
    """Return a note for each folder, which is there even where nothing of ours is."""
    edition = found.assessment.edition
    return {f"{folder}/{_GUIDE}": _guide(folder, found) for folder in folder_names(edition)}


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
